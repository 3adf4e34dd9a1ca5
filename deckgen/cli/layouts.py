"""`deckgen layouts`: what layouts there are and what one of them takes."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import click

from deckgen.cli.language import locale_is_chinese, said
from deckgen.cli.outline import checked_theme, named_layout
from deckgen.cli.writing import write_deck


@click.command(
    help=said("列出版式；写出名字看它的字段与示例。", "List the layouts, or show the fields and example of one.")
)
@click.argument("name", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=said("输出形式。", "Form of the list."),
)  # fmt: skip
@click.option(
    "--gallery", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help=said("把每种版式的示例做成一份 .pptx。", "Write a deck of every layout's example."),
)  # fmt: skip
@click.option("--theme", metavar="NAME", default="", help=said("示例用的主题。", "The theme of that deck."))
def layouts(name: str | None, form: str, gallery: Path | None, theme: str) -> None:
    """Print the layouts, or write the deck of their examples."""
    from deckgen.cli.listing import described, listed
    from deckgen.layouts import find_layout, layout_names

    chosen = [named_layout(name)] if name is not None else [find_layout(each) for each in layout_names()]
    if gallery is not None:
        _write_gallery(gallery, [layout.name for layout in chosen], theme)
        return
    if form == "json":
        data = [described(layout) for layout in chosen]
        click.echo(json.dumps(data[0] if name else data, ensure_ascii=False, indent=2))
    else:
        click.echo(listed(chosen, locale_is_chinese(), whole=name is not None))


def _write_gallery(target: Path, names: list[str], theme: str) -> None:
    from deckgen.cli.report import report
    from deckgen.compiler import compile_outline, pptx_of
    from deckgen.gallery import gallery_outline, picture_folder
    from deckgen.outline.read import parse

    start = time.perf_counter()
    checked_theme(theme)
    compiled = compile_outline(parse(gallery_outline(names), str(target)), theme, folder=picture_folder())
    data = pptx_of(compiled)
    write_deck(target, data, locale_is_chinese())
    # examples side by side tell no story: what is said about the deck as a whole does not concern them
    compiled = replace(compiled, problems=())
    click.echo(report(compiled, target, len(data), time.perf_counter() - start))
