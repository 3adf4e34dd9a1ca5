"""`deckgen layouts`: what layouts there are and what one of them takes."""

from __future__ import annotations

import json

import click

from deckgen.cli.language import locale_is_chinese, said


@click.command(
    help=said("列出版式；写出名字看它的字段与示例。", "List the layouts, or show the fields and example of one.")
)
@click.argument("name", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=said("输出形式。", "Form of the list."),
)  # fmt: skip
def layouts(name: str | None, form: str) -> None:
    """Print the layouts."""
    from deckgen.cli.listing import described, listed
    from deckgen.layouts import find_layout, layout_names
    from deckgen.problems.suggest import suggest

    known = layout_names()
    if name is not None and name not in known:
        near = suggest(name, known)
        zh_hint, en_hint = (f"是不是「{near}」？", f"Did you mean “{near}”?") if near else ("", "")
        raise click.UsageError(
            said(f"没有版式「{name}」。{zh_hint}", f"There is no layout “{name}”. {en_hint}".strip())
        )
    chosen = [find_layout(each) for each in ([name] if name else known)]
    if form == "json":
        data = [described(layout) for layout in chosen]
        click.echo(json.dumps(data[0] if name else data, ensure_ascii=False, indent=2))
    else:
        click.echo(listed(chosen, locale_is_chinese(), whole=name is not None))
