"""`deckgen icons`: what icons there are, and which of them a word finds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from deckgen.cli.language import locale_is_chinese, said

if TYPE_CHECKING:
    from deckgen.icons import Symbol


@click.command(help=said("列出图标；写一个词来搜索，中英文都行。", "List the icons, or those that a word finds."))
@click.argument("word", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=said("输出形式。", "Form of the list."),
)  # fmt: skip
def icons(word: str | None, form: str) -> None:
    """Print the icons."""
    from deckgen.icons import nearest_word, search, symbols

    found = list(symbols().values()) if word is None else search(word)
    if word is not None and not found:
        near = nearest_word(word)
        zh_hint, en_hint = (f"是不是「{near}」？", f"Did you mean “{near}”?") if near else ("", "")
        raise click.UsageError(
            said(f"没有与「{word}」有关的图标。{zh_hint}", f"No icon has to do with “{word}”. {en_hint}".strip())
        )
    click.echo(
        json.dumps([_described(symbol) for symbol in found], ensure_ascii=False, indent=2)
        if form == "json"
        else listed(found, grouped=word is None)
    )


def listed(found: Sequence[Symbol], *, grouped: bool) -> str:
    """Return icons as text, a line each: name, Chinese words, English words."""
    if not grouped:
        return "\n".join(map(_line, found))
    zh = locale_is_chinese()
    blocks = []
    for head, members in groupby(found, key=lambda symbol: symbol.group_zh if zh else symbol.group.capitalize()):
        blocks.append("\n".join([head, *(f"  {_line(symbol)}" for symbol in members)]))
    return "\n\n".join(blocks)


def _line(symbol: Symbol) -> str:
    return f"{symbol.name:16} {'、'.join(symbol.words_zh)}  {', '.join(symbol.words)}"


def _described(symbol: Symbol) -> dict[str, object]:
    return {
        "name": symbol.name,
        "group": symbol.group,
        "group_zh": symbol.group_zh,
        "words": list(symbol.words),
        "words_zh": list(symbol.words_zh),
    }
