"""Where the names of points stand: near their points, over nothing, joined by a line where they had to move away."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import hypot
from typing import NamedTuple

from deckgen.frame import Frame

LEADER_FROM = 14.0
"""A label farther from its dot than this, in points, is joined to it by a line (`visual.md` §2, `matrix-2x2`)."""

_GAPS = (3.0, 10.0, 20.0, 32.0, 48.0, 66.0)
"""Distances between a dot and its label that are tried, in points."""

_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""Where a label may stand beside its dot, the best first: right, left, above, below, then the corners."""

_FAR_SIDES = (*_SIDES, (2, -1), (2, 1), (-2, -1), (-2, 1), (1, -2), (-1, -2), (1, 2), (-1, 2))
"""Further directions for labels that a line joins to their dot."""

_ROUNDS, _TRIED, _KEPT = 6, 8, 40
_CLOSE, _SLACK = 6.0, 2.0
"""How near a label seems to be a dot's, and what labels keep from each other and from dots, in points."""

_COVERED, _CROSSED, _STRUCK, _NEAR, _MISTAKEN = 1000.0, 300.0, 8.0, 0.6, 6.0
"""Cost of a label that covers something, of a line that crosses something, of a label that a line of the drawing runs
through, of each point of distance, and of a label that could be another dot's."""


class Point(NamedTuple):
    """A dot with the size of the label it needs; everything in points."""

    x: float
    y: float
    radius: float
    width: float
    height: float

    @property
    def dot(self) -> Frame:
        """The square around the dot."""
        return Frame(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


class Line(NamedTuple):
    """A straight line from a point to a point."""

    x1: float
    y1: float
    x2: float
    y2: float


class Placed(NamedTuple):
    """Where a label stands: its frame, on which side of its dot (-1 left, 0 centred, 1 right), its line if it has one.

    `clear` says that it covers neither a dot nor another label nor an obstacle.
    """

    frame: Frame
    side: int
    leader: Line | None
    clear: bool


class _Spot(NamedTuple):
    frame: Frame
    side: int
    leader: Line | None
    cost: float


def place_labels(
    points: Sequence[Point], bounds: Frame, obstacles: Sequence[Frame] = (), lines: Sequence[Line] = ()
) -> list[Placed]:
    """Return a place for the label of every point, within `bounds` and off the `obstacles` where there is room.

    The `lines` of the drawing are kept off where another place is as good.

    Eight positions around each dot are tried at growing distances. Points with the fewest good places choose first, then
    each may choose again, knowing where the others stand, until nobody moves. Where labels are still in each other's
    way, other orders are tried. Equal points give equal places.
    """
    choices = [_spots(index, points, bounds, obstacles, lines) for index in range(len(points))]
    numbers = range(len(points))
    orders = (
        sorted(numbers, key=lambda n: (sum(spot.cost < _CROSSED for spot in choices[n]), n)),
        sorted(numbers, key=lambda n: (points[n].x, points[n].y)),
        sorted(numbers, key=lambda n: (-points[n].y, points[n].x)),
    )
    tried: list[tuple[float, dict[int, _Spot]]] = []
    for order in orders:
        chosen = _chosen(choices, order)
        tried.append((_total(chosen), chosen))
        if not _conflicts(chosen):
            break
    _, chosen = min(tried, key=lambda pair: pair[0])
    return [
        Placed(spot.frame, spot.side, spot.leader, _is_clear(index, chosen))
        for index, spot in sorted(chosen.items())
    ]  # fmt: skip


def _chosen(choices: Sequence[Sequence[_Spot]], order: Sequence[int]) -> dict[int, _Spot]:
    """Return a place for every label, chosen in turn until nobody moves."""
    chosen: dict[int, _Spot] = {}
    for _ in range(_ROUNDS):
        before = dict(chosen)
        for index in order:
            chosen[index] = _best(choices[index], [spot for n, spot in chosen.items() if n != index])
        if chosen == before:
            break
        _swap(choices, chosen)
    return chosen


def _conflicts(chosen: dict[int, _Spot]) -> float:
    return sum(_between(one, other) for one, other in combinations(chosen.values(), 2))


def _total(chosen: dict[int, _Spot]) -> float:
    return sum(spot.cost for spot in chosen.values()) + _conflicts(chosen)


def _best(spots: Sequence[_Spot], others: Sequence[_Spot]) -> _Spot:
    """Return the place with the least against it; spots that cost more by themselves need no look."""
    best, least = spots[0], spots[0].cost + _conflict(spots[0], others)
    for spot in spots[1:]:
        if spot.cost >= least:
            break
        cost = spot.cost + _conflict(spot, others)
        if cost < least:
            best, least = spot, cost
    return best


def _swap(choices: Sequence[Sequence[_Spot]], chosen: dict[int, _Spot]) -> None:
    """Let two labels in each other's way move together, as neither may find a better place alone."""
    for one, other in combinations(sorted(chosen), 2):
        if not _between(chosen[one], chosen[other]):
            continue
        others = [spot for n, spot in chosen.items() if n not in (one, other)]
        # the best few of each are enough to find a way out, and keep the pairs few
        firsts, seconds = (
            sorted(((spot.cost + _conflict(spot, others), n) for n, spot in enumerate(choices[which])))[:_TRIED]
            for which in (one, other)
        )
        _, first, second = min(
            (a + b + _between(choices[one][n], choices[other][m]), n, m) for a, n in firsts for b, m in seconds
        )
        chosen[one], chosen[other] = choices[one][first], choices[other][second]


def _spots(
    index: int, points: Sequence[Point], bounds: Frame, obstacles: Sequence[Frame], lines: Sequence[Line]
) -> list[_Spot]:
    """Return the places a label may take, each with what speaks against it whatever the other labels do, the best first."""
    point = points[index]
    dots = [other.dot for n, other in enumerate(points) if n != index]
    spots = []
    for gap in _GAPS:
        for rank, (across, down) in enumerate(_SIDES if gap <= LEADER_FROM else _FAR_SIDES):
            frame = _frame(point, across, down, gap)
            if not _within(frame, bounds):
                continue
            leader = _leader(point, frame)
            cost = rank + _NEAR * gap + _STRUCK * sum(_meets(line, frame) for line in lines)
            cost += _MISTAKEN * sum(_overlap(_around(frame), dot) > 0 for dot in dots)
            cost += _COVERED * sum(_overlap(frame, some) for some in (*dots, *obstacles))
            if leader:
                cost += _CROSSED * sum(_meets(leader, some) for some in (*dots, *obstacles))
            spots.append(_Spot(frame, (across > 0) - (across < 0), leader, cost))
    return sorted(spots, key=lambda spot: spot.cost)[:_KEPT] or [
        _Spot(_frame(point, 1, 0, _GAPS[0]), 1, None, 2 * _COVERED)
    ]


def _frame(point: Point, across: int, down: int, gap: float) -> Frame:
    """Return the frame of a label in one direction of its dot, its near edge or corner `gap` off the dot's edge."""
    far = hypot(across, down)
    dx, dy = ((point.radius + gap) * step / far for step in (across, down))
    x = point.x + dx - (point.width / 2 if not across else point.width if across < 0 else 0)
    y = point.y + dy - (point.height / 2 if not down else point.height if down < 0 else 0)
    return Frame(x, y, point.width, point.height)


def _around(frame: Frame) -> Frame:
    """Return a label with the space around it in which its reader looks for the dot."""
    return frame.inset(-_CLOSE, 0, -_CLOSE, 0)


def _leader(point: Point, frame: Frame) -> Line | None:
    """Return the line from the edge of a dot to the nearest point of its label, if that is far enough."""
    x = min(max(point.x, frame.x), frame.right)
    y = min(max(point.y, frame.y), frame.bottom)
    distance = hypot(x - point.x, y - point.y)
    if distance - point.radius <= LEADER_FROM:
        return None
    start, end = point.radius / distance, 1 - 1 / distance
    dx, dy = x - point.x, y - point.y
    return Line(point.x + start * dx, point.y + start * dy, point.x + end * dx, point.y + end * dy)


def _conflict(spot: _Spot, others: Sequence[_Spot]) -> float:
    return sum(_between(spot, other) for other in others)


def _between(one: _Spot, other: _Spot) -> float:
    """Return what speaks against two labels at once: one over the other, lines over labels or each other."""
    cost = _COVERED * _overlap(one.frame, other.frame)
    if one.leader:
        cost += _CROSSED * _meets(one.leader, other.frame)
    if other.leader:
        cost += _CROSSED * _meets(other.leader, one.frame)
    if one.leader and other.leader:
        cost += _CROSSED * _cross(one.leader, other.leader)
    return cost


def _is_clear(index: int, chosen: dict[int, _Spot]) -> bool:
    spot = chosen[index]
    return spot.cost < _COVERED and not any(
        _overlap(spot.frame, other.frame) for n, other in chosen.items() if n != index
    )


def _overlap(one: Frame, other: Frame) -> float:
    """Return 0 for frames apart, else 1 and the share of the first that is covered."""
    wide = min(one.right, other.right) - max(one.x, other.x) + _SLACK
    high = min(one.bottom, other.bottom) - max(one.y, other.y) + _SLACK
    if wide <= 0 or high <= 0:
        return 0.0
    return 1 + wide * high / (one.width * one.height)


def _within(frame: Frame, bounds: Frame) -> bool:
    return frame.x >= bounds.x and frame.y >= bounds.y and frame.right <= bounds.right and frame.bottom <= bounds.bottom


def _meets(line: Line, frame: Frame) -> bool:
    """Whether a line touches a frame: an end lies within or it crosses a diagonal."""
    left, right = (line.x1, line.x2) if line.x1 < line.x2 else (line.x2, line.x1)
    top, bottom = (line.y1, line.y2) if line.y1 < line.y2 else (line.y2, line.y1)
    if right < frame.x or left > frame.right or bottom < frame.y or top > frame.bottom:
        return False
    if any(frame.x <= x <= frame.right and frame.y <= y <= frame.bottom for x, y in (line[:2], line[2:])):
        return True
    falling = Line(frame.x, frame.y, frame.right, frame.bottom)
    rising = Line(frame.x, frame.bottom, frame.right, frame.y)
    return _cross(line, falling) or _cross(line, rising)


def _cross(one: Line, other: Line) -> bool:
    def side(line: Line, x: float, y: float) -> float:
        return (line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1)

    return (
        side(one, *other[:2]) * side(one, *other[2:]) < 0 and side(other, *one[:2]) * side(other, *one[2:]) < 0
    )  # fmt: skip
