"""Where the bars and milestones of a roadmap stand: as large as the page allows, none on top of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.content import Line
from deckgen.frame import cells
from deckgen.scene import Frame, Page, TextStyle
from deckgen.style import replace

_NAMES, _CHART = cells(1, 2, 0, 1), cells(3, 12, 0, 1)
"""The columns of the lanes' names and of the periods."""

NAMES_WIDTH = _NAMES.width + 12
"""What the name of a lane may take, in points."""

MOST_ROWS = 8
"""How many rows of bars there is room for at their least height."""

INSIDE = 8.0
"""From the ends of a bar to the words in it, in points."""

TODAY = 20.0
"""The height of the word for today, in points."""

_HEADS = 30.0
"""The height of the names of the periods, in points."""

_MARK, _BESIDE = 12.0, 6.0
"""The size of a milestone's diamond, and from a mark or bar to the words beside it, in points."""

_MILESTONE, _AROUND = 20.0, 6.0
"""The height of a row of milestones, and what stands free above and below these rows, in points."""

_MOST_AIR = 24.0
"""What a lane may be higher than its bars need, in points."""

_LEAST_WIDTH = 64.0
"""The least width of two lines within a bar, in points."""


class Span(NamedTuple):
    """Some words with a start and an end, in periods from the start of the first; those of a milestone are the same."""

    words: Line
    start: float
    end: float


class Place(NamedTuple):
    """Where a bar or a milestone stands: which of its list it is, its frame, and that of its words unless within it."""

    number: int
    frame: Frame
    words: Frame | None


class Plan(NamedTuple):
    """Where everything on a roadmap stands.

    `below` is the zone of the milestones, without height where there are none, `today` where its line runs, `size` how
    large bars are drawn.
    """

    heads: Frame
    lanes: tuple[Frame, ...]
    bars: tuple[tuple[Place, ...], ...]
    below: Frame
    milestones: tuple[Place, ...]
    today: float | None
    size: Size


class Size(NamedTuple):
    """How large bars are drawn: their height, the size of their words, the gap between rows and above the first.

    A `crowded` one keeps its words within it in any case.
    """

    height: float
    words: int
    gap: float
    above: float
    crowded: bool = False

    def taken(self, rows: int) -> float:
        """Return the height of some rows of bars."""
        return rows * (self.height + self.gap) - self.gap

    def style(self, page: Page) -> TextStyle:
        """Return the style of the words in a bar: bold, as they stand on a colour."""
        sizes = tuple(n for n in (20, 18, 16, 14) if n <= self.words)
        return replace(page.style("label"), sizes=sizes, bold=True, line=1.0)


_SIZES = (
    Size(56, 20, 10, 20),
    Size(44, 16, 8, 12),
    Size(40, 14, 6, 9),
    Size(30, 14, 6, 8),
    Size(24, 14, 4, 5),
    Size(20, 14, 2, 1),
    Size(20, 14, 2, 1, crowded=True),
)


def planned(
    lanes: Sequence[Sequence[Span]], milestones: Sequence[Span], periods: int, today: float | None, page: Page
) -> Plan:
    """Return where everything stands: lanes as high as their rows need, at the largest size that the page holds."""
    area, axis = page.body, _Axis(page, _CHART.width / periods, today)
    flags = stacked([axis.beside(*axis.mark(some), some.words) for some in milestones])
    below = len(flags) * _MILESTONE + (2 * _AROUND if milestones else 0)
    room = area.height - _HEADS - below - (0 if today is None else TODAY)
    for size in _SIZES:
        rows = [stacked([axis.taken(bar, size) for bar in lane]) for lane in lanes]
        heights = [size.taken(len(lane)) + 2 * size.above for lane in rows]
        if sum(heights) <= room:
            break
    air = min(_MOST_AIR, (room - sum(heights)) / len(lanes))
    heads = Frame(_CHART.x, area.y, _CHART.width, _HEADS)
    places: list[Frame] = []
    top = heads.bottom
    for height in heights:
        places.append(Frame(_NAMES.x, top, _CHART.right - _NAMES.x, height + air))
        top = places[-1].bottom
    bars = (_bars(lane, stack, place, axis, size) for lane, stack, place in zip(lanes, rows, places, strict=True))
    return Plan(
        heads=heads,
        lanes=tuple(places),
        bars=tuple(map(tuple, bars)),
        below=Frame(_NAMES.x, top, _CHART.right - _NAMES.x, below),
        milestones=tuple(_marks(milestones, flags, top + _AROUND, axis)),
        today=None if today is None else axis.x(today),
        size=size,
    )


def _bars(
    lane: Sequence[Span], rows: Sequence[Sequence[int]], place: Frame, axis: _Axis, size: Size
) -> Iterator[Place]:
    """Yield where the bars of a lane stand, those that would collide in rows below each other."""
    top = place.y + (place.height - size.taken(len(rows))) / 2
    for number, row in enumerate(rows):
        y = top + number * (size.height + size.gap)
        for index in row:
            start, end = axis.body(lane[index])
            words = None if axis.holds(lane[index], size) else axis.words(start, end, lane[index].words)
            yield Place(
                index,
                Frame(start, y, end - start, size.height),
                words and words._replace(y=y, height=size.height),
            )


def _marks(milestones: Sequence[Span], rows: Sequence[Sequence[int]], top: float, axis: _Axis) -> Iterator[Place]:
    """Yield where the diamonds of the milestones and their words stand, in rows from `top` on."""
    for number, row in enumerate(rows):
        y = top + number * _MILESTONE
        for index in row:
            start, end = axis.mark(milestones[index])
            words = axis.words(start, end, milestones[index].words)
            mark = Frame(start, y + (_MILESTONE - _MARK) / 2, _MARK, _MARK)
            yield Place(index, mark, words._replace(y=y, height=_MILESTONE))


class _Axis(NamedTuple):
    """The axis of time: a period takes `scale` points; `today` counts in periods from the start of the first."""

    page: Page
    scale: float
    today: float | None

    def x(self, moment: float) -> float:
        """Return where a point in time stands."""
        return _CHART.x + self.scale * moment

    def body(self, bar: Span) -> tuple[float, float]:
        """Return where a bar begins and ends, its neighbour a little off."""
        return self.x(bar.start) + 1, self.x(bar.end) - 1

    def mark(self, milestone: Span) -> tuple[float, float]:
        """Return where the diamond of a milestone begins and ends."""
        return self.x(milestone.start) - _MARK / 2, self.x(milestone.end) + _MARK / 2

    def holds(self, bar: Span, size: Size) -> bool:
        """Whether the words of a bar stand within it, on one line or, in a bar high enough, on two."""
        start, end = self.body(bar)
        inner, style = end - start - 2 * INSIDE, size.style(self.page)
        if size.crowded or self.page.width(bar.words, style) <= 0.98 * inner:
            return True
        two = 2 * 1.32 * size.words <= size.height
        return two and inner > _LEAST_WIDTH and self.page.lines(bar.words, style, 0.96 * inner) <= 2

    def taken(self, bar: Span, size: Size) -> tuple[float, float]:
        """Return from where to where a bar reaches with its words."""
        return self.body(bar) if self.holds(bar, size) else self.beside(*self.body(bar), bar.words)

    def beside(self, start: float, end: float, words: Line) -> tuple[float, float]:
        """Return from where to where something reaches with words beside it, which stand at its right if they can."""
        width = self.page.width(words, self.page.style("label")) * 1.02 + 2 + _BESIDE
        right, left = (start, end + width), (start - width, end)
        if right[1] > _CHART.right or (self._crossed(end, right[1]) and not self._crossed(left[0], start)):
            return left if left[0] >= _CHART.x else right
        return right

    def words(self, start: float, end: float, words: Line) -> Frame:
        """Return the place of words beside something, from left to right."""
        left, right = self.beside(start, end, words)
        return (
            Frame(end + _BESIDE, 0, right - end - _BESIDE, 0)
            if right > end
            else Frame(left, 0, start - _BESIDE - left, 0)
        )

    def _crossed(self, start: float, end: float) -> bool:
        """Whether the line of today runs between two places."""
        return self.today is not None and start - 2 < self.x(self.today) < end + 2


def stacked(spans: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Return rows of the indexes of some spans, the earliest first, such that no two of a row overlap."""
    rows: list[list[int]] = []
    for index in sorted(range(len(spans)), key=lambda index: spans[index]):
        for row in rows:
            if spans[row[-1]][1] <= spans[index][0] + 1e-6:
                row.append(index)
                break
        else:
            rows.append([index])
    return rows
