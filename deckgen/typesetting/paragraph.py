"""A paragraph measured once, ready to be broken into lines at any size and width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from deckgen.content.run import Run
from deckgen.typesetting import classes
from deckgen.typesetting.breaking import Line, clusters, fill, natural_width
from deckgen.typesetting.faults import forbidden_breaks
from deckgen.typesetting.ruler import LATIN, OPENING, Cluster, Rulers


class Stretch:
    """What stands between two forced line breaks, measured with and without the gap between scripts."""

    __slots__ = ("_forbidden", "_lines", "_marks", "chinese", "spaced", "text", "typed")

    def __init__(
        self, text: str, spaced: list[Cluster], typed: list[Cluster], *, chinese: bool, marks: tuple[int, ...]
    ) -> None:
        """Take a text with its clusters as LibreOffice (`spaced`) and PowerPoint (`typed`) set them.

        `marks` are the offsets of note marks.
        """
        self.text = text
        self.spaced = spaced
        self.typed = typed
        self.chinese = chinese
        self._marks = marks
        self._lines: dict[tuple[float, bool], list[Line]] = {}
        self._forbidden: frozenset[int] | None = None

    @property
    def ways(self) -> tuple[bool, ...]:
        """The values of `gap` that make a difference."""
        return (True,) if self.spaced is self.typed else (True, False)

    @property
    def width(self) -> float:
        """The width in em on one line, in the program that sets it wider."""
        return max(natural_width(self.spaced if gap else self.typed) for gap in self.ways)

    @property
    def forbidden(self) -> frozenset[int]:
        """The offsets where no line should begin; those of note marks are among them."""
        if self._forbidden is None:
            self._forbidden = forbidden_breaks(self.text).union(self._marks)
        return self._forbidden

    def lines(self, limit: float, *, gap: bool) -> list[Line]:
        """Return the lines of at most `limit` em, as LibreOffice (`gap`) or PowerPoint breaks them."""
        key = limit, gap
        if key not in self._lines:
            self._lines[key] = fill(self.text, self.spaced if gap else self.typed, limit)
        return self._lines[key]

    def shown(self, lines: Sequence[Line]) -> Iterator[str]:
        """Return the characters of each line without the spaces at its end."""
        return (self.text[line.start : line.end].rstrip(classes.SPACE) for line in lines)


def measure(rulers: Rulers, runs: Sequence[Run], *, bold: bool, east_asian: bool) -> list[Stretch]:
    """Return the stretches of a paragraph; `east_asian` decides for text without letters."""
    parts = _split(runs) if any("\n" in run.text for run in runs) else [runs]
    return [_measure_stretch(rulers, part, bold=bold, east_asian=east_asian) for part in parts]


def _measure_stretch(rulers: Rulers, runs: Sequence[Run], *, bold: bool, east_asian: bool) -> Stretch:
    text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
    if not text:
        nothing: list[Cluster] = []
        return Stretch("", nothing, nothing, chinese=False, marks=())
    chinese = classes.has_han(text) or (east_asian and not classes.has_letters(text))
    pieces = clusters(text)
    typed = rulers.measure(runs, pieces, bold=bold, spaced=False, chinese=chinese, before=LATIN)
    spaced = typed
    if classes.has_east_asian(text):
        before = OPENING if classes.opens_east_asian(text) else LATIN
        spaced = rulers.measure(runs, pieces, bold=bold, spaced=True, chinese=chinese, before=before)
    return Stretch(text, spaced, typed, chinese=chinese, marks=_mark_offsets(runs))


def _mark_offsets(runs: Sequence[Run]) -> tuple[int, ...]:
    ends = accumulate(len(run.text) for run in runs)
    return tuple(end - len(run.text) for run, end in zip(runs, ends, strict=True) if run.mark)


def _split(runs: Sequence[Run]) -> list[list[Run]]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        parts[-1].append(run._replace(text=first))
        parts.extend([run._replace(text=other)] for other in others)
    return parts
