"""A place on the grid as an outline writes it: `c1-6 r21:50`."""

from __future__ import annotations

import re
from typing import NamedTuple

from deckgen.content.mistake import mistake
from deckgen.content.text import Line

COLUMNS = 12

_WRITTEN = re.compile(
    r"c\s*(?P<first>\d{1,3})(?:\s*[-–—~～]\s*c?\s*(?P<last>\d{1,3}))?[\s,，;；]*"
    r"r\s*(?P<top>\d{1,3})\s*[:：\-–—~～]\s*r?\s*(?P<bottom>\d{1,3})",
    re.IGNORECASE,
)


class Cells(NamedTuple):
    """Columns `first` to `last` of the grid, from row `top` down to row `bottom`; a row is 6 points high."""

    first: int
    last: int
    top: int
    bottom: int

    @property
    def columns(self) -> int:
        """How many columns it spans."""
        return self.last - self.first + 1

    @property
    def rows(self) -> int:
        """How many rows it spans."""
        return self.bottom - self.top

    def overlaps(self, other: Cells) -> bool:
        """Whether the two share any cell."""
        return (
            self.first <= other.last
            and other.first <= self.last
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Cells) -> bool:
        """Whether all of it lies inside another."""
        return (
            other.first <= self.first
            and self.last <= other.last
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def cells_at(written: Line, top: int, bottom: int) -> Cells:
    """Return the place that a text names, which has to lie between two rows of the grid.

    Raises:
        PydanticCustomError: it names no place, or one that lies outside.
    """
    found = _WRITTEN.fullmatch(written.plain.strip())
    if not found:
        raise mistake(
            "not-cells", f"「{written}」不是网格上的位置。", f"“{written}” is no place on the grid.",
            f"请写成 at: c1-6 r{top}:50，意思是第 1 至 6 列、第 {top} 至 50 行（一页 12 列，一行高 6 磅）。",
            f"Write at: c1-6 r{top}:50 for columns 1 to 6 and rows {top} to 50 (12 columns; a row is 6 points high).",
            written.span,
        )  # fmt: skip
    place = Cells(int(found["first"]), int(found["last"] or found["first"]), int(found["top"]), int(found["bottom"]))
    if place.first > place.last or place.top >= place.bottom:
        raise mistake(
            "cells-reversed", f"「{written}」的起点在终点之后。", f"“{written}” ends before it begins.",
            "列从左到右写，行从上到下写，如 c1-6 r21:50。",
            "Write columns from left to right and rows from top to bottom, as in c1-6 r21:50.", written.span,
        )  # fmt: skip
    if not (place.first >= 1 and place.last <= COLUMNS and top <= place.top and place.bottom <= bottom):
        raise mistake(
            "cells-outside", f"「{written}」超出了画布。", f"“{written}” lies outside the canvas.",
            f"画布是第 1 至 {COLUMNS} 列、第 {top} 至 {bottom} 行：c1-{COLUMNS} r{top}:{bottom}。",
            f"The canvas has columns 1 to {COLUMNS} and rows {top} to {bottom}: c1-{COLUMNS} r{top}:{bottom}.",
            written.span,
        )  # fmt: skip
    return place
