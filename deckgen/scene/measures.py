"""Words in the styles of the type scale, and the room they take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from deckgen.content.run import Paragraph, Run
from deckgen.content.text import Text
from deckgen.scene.items import Insets
from deckgen.scene.setting import Setting
from deckgen.style import TextStyle, replace
from deckgen.typesetting.paragraph import RESERVE

Words = Text | str | tuple[Run, ...]
Entry = tuple[Words, str | TextStyle]

_LATIN = r"[^\s\u2e80-\uffff]+"
"""Compiled when it is first used: a set of so many characters costs a thousandth of a second, and few slides need it."""


class Measures:
    """How the words of a deck are set, and how wide and how high they become."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    def style(self, name: str | TextStyle) -> TextStyle:
        """Return a style of the type scale."""
        return self.setting.scale[name] if isinstance(name, str) else name

    def marked(self, name: str | TextStyle, marker: str = "■", level: int = 0) -> TextStyle:
        """Return a style of the scale as a list level, its marker hanging in an indent of 18 pt."""
        return replace(self.style(name), marker=marker, indent=18.0 * (level + 1))

    def runs(self, words: Words) -> tuple[Run, ...]:
        """Return the runs of some words, source marks numbered."""
        if isinstance(words, str):
            return (Run(words),)
        if isinstance(words, Text) and not words.marked:
            return words.runs
        runs = words.runs if isinstance(words, Text) else words
        if not any(run.cite for run in runs):
            return runs
        known = self.setting.citations
        return tuple(run._replace(text=f"[{known[run.cite].number}]") if run.cite in known else run for run in runs)

    def height(self, entries: Iterable[Entry], width: float, insets: Insets = Insets()) -> float:
        """Return the height some text reserves at its base sizes in a box of `width` points, insets included.

        Empty texts are left out, as `box` leaves them out.
        """
        paragraphs, styles = self._set((words, style) for words, style in entries if words)
        inner = width - insets.left - insets.right
        return self.setting.typesetter.natural_height(paragraphs, styles, inner) + insets.top + insets.bottom

    def gaps(self, entries: Iterable[Entry]) -> float:
        """Return how much of their height, in points, stands between some texts; empty ones are left out."""
        styles = [self.style(style) for words, style in entries if words]
        return sum(above.after + below.before for above, below in pairwise(styles))

    def width(self, words: Words, style: str | TextStyle) -> float:
        """Return the width of some words on one line at the base size of a style."""
        chosen = self.style(style)
        return self.setting.typesetter.width(self.runs(words), chosen.sizes[0], bold=chosen.bold, major=chosen.major)

    def lines(self, words: Words, style: str | TextStyle, width: float) -> int:
        """Return how many lines some words take at the base size of a style, as much kept free as in fitting them."""
        chosen = self.style(style)
        return self.setting.typesetter.line_count(
            self.runs(words), chosen.sizes[0], RESERVE * width, bold=chosen.bold, major=chosen.major
        )

    def fitted(self, texts: Iterable[Words], style: str | TextStyle, sizes: Sequence[int], width: float) -> TextStyle:
        """Return a style at the largest of some sizes at which every text takes one line, else at the smallest."""
        chosen, kept = replace(self.style(style), sizes=tuple(sizes)), list(texts)
        while len(chosen.sizes) > 1 and any(self.width(words, chosen) > 0.99 * width for words in kept):
            chosen = replace(chosen, sizes=chosen.sizes[1:])
        return chosen

    def unbroken(self, texts: Iterable[Words], style: str | TextStyle, width: float) -> TextStyle:
        """Return a style from the largest size on at which no Latin word is wider than a line of `width` points."""
        words = [word for text in texts for run in self.runs(text) for word in re.findall(_LATIN, run.text)]
        return self.fitted(words, style, self.style(style).sizes, width)

    def joined(self, words: Iterable[Words], separator: str) -> tuple[Run, ...]:
        """Return some words as one text, `separator` between them."""
        runs: list[Run] = []
        for index, some in enumerate(words):
            runs += [*([Run(separator)] if index else []), *self.runs(some)]
        return tuple(runs)

    def _set(self, entries: Iterable[Entry]) -> tuple[tuple[Paragraph, ...], tuple[TextStyle, ...]]:
        """Return the paragraphs of some texts and the styles of their levels, one level per style."""
        levels: dict[TextStyle, int] = {}
        paragraphs: list[Paragraph] = []
        for words, name in entries:
            level = levels.setdefault(self.style(name), len(levels))
            paragraphs += [Paragraph(line, level) for line in lines_of(self.runs(words))]
        return tuple(paragraphs), tuple(levels)


def tinted(words: Text | str, color: str, *, bold: bool | None = None) -> tuple[Run, ...]:
    """Return words in a colour of their own."""
    runs = words.runs if isinstance(words, Text) else (Run(words),)
    return tuple(run._replace(color=color, bold=run.bold if bold is None else bold) for run in runs)


def lines_of(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Cut runs at their newlines: each line of a text is a paragraph of its own."""
    if "\n" not in "".join([run.text for run in runs]):
        return [runs]
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        for text in more:
            lines.append([run._replace(text=text)])
    return [tuple(run for run in line if run.text) for line in lines]
