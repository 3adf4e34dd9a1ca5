"""A paragraph measured once, ready to be broken into lines at any size and width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from deckgen.content.run import Run
from deckgen.typesetting import classes
from deckgen.typesetting.breaking import Broken, Line, cut, fill, natural_width
from deckgen.typesetting.faults import forbidden_breaks
from deckgen.typesetting.ruler import LATIN, OPENING, Cluster, Rulers

RESERVE, EXCESS = 0.99, 1.004
"""The shares of a width that a line may fill: what to count on, and what LibreOffice's rounding of sizes allows."""


class Stretch:
    """What stands between two forced line breaks.

    It is measured as LibreOffice sets it, with a gap between scripts, and as PowerPoint does, without.
    """

    __slots__ = ("_broken", "_clusters", "_forbidden", "_runs", "chinese", "text", "ways", "width")

    def __init__(self, rulers: Rulers, runs: Sequence[Run], *, bold: bool, east_asian: bool) -> None:
        """Take runs without newlines; `east_asian` says whether text without letters counts as Chinese."""
        self.text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        self.chinese = classes.has_han(self.text) or (east_asian and not classes.has_letters(self.text))
        self.ways = (True, False) if classes.mixes_scripts(self.text) else (False,)
        pieces = cut(self.text)
        self._clusters = {
            gap: rulers.measure(
                runs, pieces, bold=bold, spaced=gap, chinese=self.chinese,
                before=OPENING if gap and classes.opens_east_asian(self.text) else LATIN,
            )
            for gap in self.ways
        }  # fmt: skip
        self.width = max(map(natural_width, self._clusters.values()))
        """The width in em on one line, in the program that sets it wider."""
        self._runs = runs
        self._broken: dict[bool, list[Broken]] = {gap: [] for gap in self.ways}
        self._forbidden: frozenset[int] | None = None

    def clusters(self, *, gap: bool) -> list[Cluster]:
        """Return the text as LibreOffice (`gap`) or PowerPoint sets it."""
        return self._clusters[gap and self.ways[0]]

    def is_one_line(self, limit: float) -> bool:
        """Whether the text stays on one line of `limit` em in every program: then no line can end badly."""
        return self.width <= limit * RESERVE

    @property
    def forbidden(self) -> frozenset[int]:
        """The offsets where no line should begin; those of note marks are among them."""
        if self._forbidden is None:
            ends = accumulate(len(run.text) for run in self._runs)
            marks = {end - len(run.text) for run, end in zip(self._runs, ends, strict=True) if run.mark}
            self._forbidden = forbidden_breaks(self.text, chinese=self.chinese) | marks
        return self._forbidden

    def lines(self, limit: float, *, gap: bool = True) -> list[Line]:
        """Return the lines of at most `limit` em, as LibreOffice (`gap`) or PowerPoint breaks them."""
        known = self._broken[gap and self.ways[0]]
        for broken in known:
            if broken.least <= limit < broken.most:
                return broken.lines
        known.append(fill(self.text, self.clusters(gap=gap), limit))
        return known[-1].lines

    def line_count(self, limit: float) -> int:
        """Return how many lines to reserve, whichever program shows the text."""
        if self.is_one_line(limit):
            return 1
        return max([len(self.lines(limit * RESERVE, gap=gap)) for gap in self.ways])

    def renderings(self, limit: float) -> list[list[Line]]:
        """Return all the ways the text may be broken: by either program, in a little less or more width."""
        found: list[list[Line]] = []
        for gap in self.ways:
            less, more = (self.lines(limit * share, gap=gap) for share in (RESERVE, EXCESS))
            found += [less] if less is more else [less, more]
        return found

    def shown(self, lines: Sequence[Line]) -> list[str]:
        """Return the characters of each line without the spaces at its end."""
        return [self.text[line.start : line.end].rstrip(classes.SPACE) for line in lines]


def stretches(rulers: Rulers, runs: Sequence[Run], *, bold: bool, east_asian: bool) -> list[Stretch]:
    """Return the stretches of a paragraph; a newline ends one."""
    return [Stretch(rulers, part, bold=bold, east_asian=east_asian) for part in parts_of(runs)]


def parts_of(runs: Sequence[Run]) -> list[Sequence[Run]]:
    """Return the runs of each stretch of a paragraph, without the newlines."""
    if not any("\n" in run.text for run in runs):
        return [runs or (Run(""),)]
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        parts[-1].append(run._replace(text=first))
        parts.extend([run._replace(text=other)] for other in others)
    return [*parts]
