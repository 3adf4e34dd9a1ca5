"""`deckgen themes`: what themes there are."""

from __future__ import annotations

import click

from deckgen.cli.language import locale_is_chinese, said


@click.command(help=said("列出主题。", "List the themes."))
def themes() -> None:
    """Print the themes."""
    from deckgen.theme import load_theme, names

    for name in names():
        theme = load_theme(name)
        zh = locale_is_chinese()
        click.echo(f"{name:10} {theme.name_zh}  {theme.summary_zh if zh else theme.summary}")
