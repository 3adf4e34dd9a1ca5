"""`deckgen schema`: the outline language as editors and programs read it."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli.language import locale_is_chinese, said
from deckgen.cli.outline import named_layout
from deckgen.cli.writing import write_deck


@click.command(
    help=said(
        "输出大纲语言的 JSON Schema，写出版式名则只输出这种版式的；编辑器靠它补全、解释和检查。",
        "Print the JSON Schema of the outline language, or of one layout: editors complete, explain and check with it.",
    )
)
@click.argument("layout", required=False)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help=said("写进文件。", "Write it to a file."),
)  # fmt: skip
@click.option(
    "--line", is_flag=True,
    help=said("输出大纲的第一行，编辑器凭它认得大纲。", "Print the first line of an outline: it tells editors of the schema."),
)  # fmt: skip
def schema(layout: str | None, output: Path | None, line: bool) -> None:
    """Print the schema or the line that names its file."""
    from deckgen.outline.schema import outline_schema, slide_schema, written
    from deckgen.outline.schema_file import schema_line

    if line:
        click.echo(schema_line())
        return
    text = written(outline_schema() if layout is None else slide_schema(named_layout(layout)))
    if output is None:
        click.echo(text, nl=False)
    else:
        write_deck(output, text.encode(), locale_is_chinese())
