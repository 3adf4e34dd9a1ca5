"""The catalogue of icons: found by an English or a Chinese word, drawn from a file that is read when one is used.

`names.txt` is written by hand: below a heading `# group | 组` a line per icon with its name, the icon of Lucide that
draws it, further English words, and Chinese words, the most usual first. `paths.txt` is made from it by
`tools/draw_icons.py`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from deckgen.problems import suggest

SIZE = 2200
"""Width and height of every drawing, in its own units; strokes run within it with a little room around them."""

_FOLDER = Path(__file__).parent


class Symbol(NamedTuple):
    """An icon: its name, its group, what Lucide calls it, and the other words that find it."""

    name: str
    group: str
    group_zh: str
    drawn: str
    words: tuple[str, ...]
    words_zh: tuple[str, ...]


@functools.cache
def symbols() -> Mapping[str, Symbol]:
    """Return all icons by name, in the order of the catalogue."""
    found: dict[str, Symbol] = {}
    group = group_zh = ""
    for line in (_FOLDER / "names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            group, group_zh = line[2:].split(" | ")
        elif line:
            name, drawn, words, words_zh = line.split(" | ")
            found[name] = Symbol(name, group, group_zh, drawn, tuple(words.split(", ")), tuple(words_zh.split("、")))
    return found


def find_symbol(word: str) -> Symbol:
    """Return the icon of a word: its name, one of its English or Chinese words, or its name in Lucide.

    Raises:
        KeyError: no icon has that word.
    """
    return symbols()[_words()[_plain(word)]]


def nearest_word(word: str) -> str:
    """Return the word of an icon that was most likely meant, or "" where none is near."""
    return suggest(word, _words())


def search(word: str) -> list[Symbol]:
    """Return the icons one of whose words holds a word, in the order of the catalogue, exact ones first."""
    wanted = _plain(word)
    exact, near = [], []
    for symbol in symbols().values():
        words = [_plain(each) for each in (symbol.name, symbol.drawn, *symbol.words, *symbol.words_zh)]
        if wanted in words:
            exact.append(symbol)
        elif any(wanted in each for each in (*words, symbol.group, symbol.group_zh)):
            near.append(symbol)
    return exact + near


def drawing(name: str) -> str:
    """Return the drawing of an icon as steps: `M` to a point, `L` a line, `C` a cubic curve, `Z` back to the start."""
    lines = _drawings()
    start = lines.index(f"\n{name} ") + len(name) + 2
    return lines[start : lines.index("\n", start)]


@functools.cache
def _drawings() -> str:
    return (_FOLDER / "paths.txt").read_text(encoding="utf-8")


@functools.cache
def _words() -> Mapping[str, str]:
    """Return the name of the icon that each word means; a name in Lucide counts where no icon of ours has it."""
    names: dict[str, str] = {}
    for symbol in symbols().values():
        for word in (symbol.name, *symbol.words, *symbol.words_zh):
            names[_plain(word)] = symbol.name
    for symbol in symbols().values():
        names.setdefault(_plain(symbol.drawn), symbol.name)
    return names


def _plain(word: str) -> str:
    """Return a word as the catalogue spells it, whatever its case and whether its parts are joined or spaced."""
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
