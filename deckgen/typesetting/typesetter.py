"""The typesetter: what the text of a deck measures and where its lines break, before any program shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.content.run import Paragraph, Run
from deckgen.style import TextStyle
from deckgen.typesetting import fit as fitting
from deckgen.typesetting.balance import balance, clauses
from deckgen.typesetting.fit import Block, Fit, Setting
from deckgen.typesetting.paragraph import Stretch, parts_of, stretches
from deckgen.typesetting.pieces import Piece, pieces
from deckgen.typesetting.ruler import Rulers


class Wrapped(NamedTuple):
    """One paragraph broken into lines, with the width of each in points."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]


class Typesetter:
    """Measures text set in a Latin face beside an East Asian one.

    `lang` is the language of the deck, `latin` the face of its text and `latin_major` that of its headings. Any name is
    accepted; a face without a shipped table is taken to be wide.
    """

    def __init__(self, lang: str, latin: str = "Arial", latin_major: str = "Arial") -> None:
        self._east_asian = lang.startswith(("zh", "ja", "ko"))
        self._minor = Rulers(latin)
        self._major = self._minor if latin_major == latin else Rulers(latin_major)
        # titles, cards and page furniture are measured more than once on their way to a slide
        self._fitted: dict[tuple[object, ...], Fit] = {}
        self._measured: dict[tuple[tuple[Run, ...], bool, bool], list[Stretch]] = {}

    def wrap(
        self,
        runs: Sequence[Run],
        size: float,
        width: float,
        *,
        bold: bool = False,
        major: bool = False,
        gap: bool = True,
    ) -> Wrapped:
        """Return the lines of a paragraph in a box of `width` points.

        `gap` breaks as LibreOffice does, which puts 0.24 em between East Asian and other characters; without it the
        lines are PowerPoint's.
        """
        shown: list[str] = []
        widths: list[float] = []
        for stretch in self._measure(runs, bold=bold, major=major):
            lines = stretch.lines(max(1.0, width / size), gap=gap)
            shown.extend(stretch.shown(lines))
            widths.extend(line.width * size for line in lines)
        return Wrapped(tuple(shown), tuple(widths))

    def set_lines(
        self, runs: Sequence[Run], size: float, width: float, *, bold: bool = False, major: bool = False
    ) -> list[list[Piece]]:
        """Return the lines of a paragraph in a box of `width` points as they are drawn, broken as LibreOffice does."""
        rulers = self._major if major else self._minor
        limit, found = max(1.0, width / size), []
        for part, stretch in zip(parts_of(runs), self._measure(runs, bold=bold, major=major), strict=True):
            bounds = [(line.start, line.end) for line in stretch.lines(limit)]
            found += pieces(part, bounds, rulers, bold=bold)
        return found

    def line_count(
        self, runs: Sequence[Run], size: float, width: float, *, bold: bool = False, major: bool = False
    ) -> int:
        """Return how many lines a paragraph takes in a box of `width` points, broken as LibreOffice does."""
        limit = max(1.0, width / size)
        return sum([len(stretch.lines(limit)) for stretch in self._measure(runs, bold=bold, major=major)])

    def width(self, runs: Sequence[Run], size: float, *, bold: bool = False, major: bool = False) -> float:
        """Return the width in points a paragraph takes on one line, in the program that sets it wider."""
        return size * max([stretch.width for stretch in self._measure(runs, bold=bold, major=major)])

    def natural_height(self, paragraphs: Sequence[Paragraph], styles: Sequence[TextStyle], width: float) -> float:
        """Return the height in points to reserve for paragraphs at their base size."""
        return fitting.height(self._blocks(paragraphs, styles), Setting(width))

    def fit(
        self,
        paragraphs: Sequence[Paragraph],
        styles: Sequence[TextStyle],
        width: float,
        height: float,
        *,
        first_step: int = 0,
        tight: bool = False,
    ) -> Fit:
        """Return how paragraphs fit a box of `width` by `height` points, `styles` being those of its levels.

        The base size is tried first, then less space between paragraphs, then one smaller size after the other.
        `first_step` and `tight` say where to begin, so that siblings can share a size.
        """
        key = (tuple(paragraphs), tuple(styles), width, height, first_step, tight)
        found = self._fitted.get(key)
        if found is None:
            blocks = self._blocks(paragraphs, styles)
            found = self._fitted[key] = fitting.fit(blocks, width, height, first_step, tight)
        return found

    def balance(
        self, runs: Sequence[Run], size: float, width: float, *, bold: bool = True, major: bool = True
    ) -> int | None:
        """Return the offset in the plain text where the second line of a title should begin.

        None where the title takes one line, more than two or a break of its own, or where it breaks well by itself.
        """
        parts = self._measure(runs, bold=bold, major=major)
        if len(parts) > 1:
            return None
        return balance(parts[0], width / size)

    def clauses(
        self, runs: Sequence[Run], size: float, width: float, *, bold: bool = True, major: bool = True
    ) -> tuple[int, ...]:
        """Return the offsets in the plain text where the lines of a title should begin, each line being a clause.

        Empty where a clause takes more than a line or far less, or where the title has a break of its own.
        """
        parts = self._measure(runs, bold=bold, major=major)
        return clauses(parts[0], width / size) if len(parts) == 1 else ()

    def _blocks(self, paragraphs: Sequence[Paragraph], styles: Sequence[TextStyle]) -> list[Block]:
        blocks = []
        for runs, level in paragraphs:
            style = styles[min(level, len(styles) - 1)]
            measured = self._measure(runs, bold=style.bold, major=style.major)
            blocks.append(Block(measured, style, max([1.0, *[run.scale for run in runs]])))
        return blocks

    def _measure(self, runs: Sequence[Run], *, bold: bool, major: bool) -> list[Stretch]:
        key = (tuple(runs), bold, major)
        found = self._measured.get(key)
        if found is None:
            rulers = self._major if major else self._minor
            found = self._measured[key] = stretches(rulers, runs, bold=bold, east_asian=self._east_asian)
        return found
