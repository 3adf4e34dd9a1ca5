"""Rectangles on the slide and the arithmetic of the grid (`visual.md` §1.1)."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

SLIDE_WIDTH, SLIDE_HEIGHT = 960.0, 540.0
MARGIN, COLUMN, GUTTER, ROW = 48.0, 50.0, 24.0, 6.0


OPTICAL_CENTRE, NEARLY = 0.45, 0.2
"""Where the eye sees the middle of a zone, and the share of it that a block may leave below itself."""


class Frame(NamedTuple):
    """A rectangle in points; the slide is 960 × 540."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.height

    def inset(self, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Frame:
        """Return the frame with its edges moved inwards."""
        return Frame(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def with_height(self, height: float) -> Frame:
        """Return the frame with another height, top edge kept."""
        return self._replace(height=height)

    def until(self, bottom: float) -> Frame:
        """Return the frame ending at `bottom`, top edge kept."""
        return self._replace(height=bottom - self.y)

    def below(self, top: float) -> Frame:
        """Return what is left of the frame below `top`."""
        return Frame(self.x, top, self.width, self.bottom - top)

    def centred(self, height: float, nearly: float = NEARLY) -> Frame:
        """Return what a block of some height takes of a zone (`visual.md` §1.1).

        One that nearly fills the zone, up to a share of it, starts at its top; a lower one stands around its optical
        centre. Pictures and rows of cards, which have no top line that readers expect, are centred whatever they
        leave (`nearly=0`).
        """
        spare = self.height - height
        top = self.y + OPTICAL_CENTRE * spare // ROW * ROW if spare > nearly * self.height else self.y
        return Frame(self.x, top, self.width, height)

    def columns(self, count: int, gutter: float | None = None) -> list[Frame]:
        """Cut into equal columns; counts the grid does not divide get a 16 pt gutter."""
        gap = gutter if gutter is not None else (GUTTER if count in (1, 2, 3, 4, 6) else 16.0)
        width = (self.width - gap * (count - 1)) / count
        return [Frame(self.x + i * (width + gap), self.y, width, self.height) for i in range(count)]

    def rows(self, count: int, gap: float = 0) -> list[Frame]:
        """Cut into equal rows with `gap` points between them."""
        height = (self.height - gap * (count - 1)) / count
        return [Frame(self.x, self.y + i * (height + gap), self.width, height) for i in range(count)]


def on_grid(length: float) -> float:
    """Return a length rounded up to whole rows."""
    return ROW * ceil(length / ROW - 0.001)


def cells(first: int, last: int, top: int, bottom: int) -> Frame:
    """Return grid columns `first` to `last` and rows `top` to `bottom`, as `visual.md` writes `c5–8 r21:78`."""
    x = MARGIN + (COLUMN + GUTTER) * (first - 1)
    return Frame(x, ROW * top, (COLUMN + GUTTER) * (last - first + 1) - GUTTER, ROW * (bottom - top))
