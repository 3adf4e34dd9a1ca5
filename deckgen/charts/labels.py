"""Where the labels of values stand, and which of them are left out so that none covers another or a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import ceil

from deckgen.charts.geometry import (
    PITCH,
    Bubble,
    DataLabel,
    Guide,
    Label,
    LabelPlace,
    Mark,
    Note,
    Plot,
    Spot,
    Trace,
    printed,
    widest,
)
from deckgen.charts.model import Value
from deckgen.frame import Frame

_INSET, _GAP, _SLACK = 2.0, 4.0, 0.5
_STEP = 6.0


def label_text(plot: Plot, spot: Spot, mark: Mark) -> str:
    """Return what the label of a value says, line by line."""
    row, value = plot.chart.series[spot[0]], plot.value(spot)
    text = printed(value, plot.chart, row) if value else ""
    return f"{row.name}{mark.label.separator}{text}" if mark.label.named else text


def label_frame(plot: Plot, spot: Spot, instead: Mark | None = None) -> Frame | None:
    """Return the room that the label of a value takes; None where there is none, or the program places it.

    A mark is looked at `instead` of the one that is drawn there.
    """
    mark = instead or plot.marks[spot[0]][spot[1]]
    value = plot.value(spot)
    if mark is None or value is None or not mark.label.shown or not mark.label.place:
        return None
    lines = label_text(plot, spot, mark).split("\n")
    width = widest(lines, plot.label_size, mark.label.bold) + 2 * _INSET
    height = len(lines) * plot.label_size * PITCH
    return _beside(mark.frame, width, height, label_side(plot, value, mark.label.place), mark.label.shift)


def label_side(plot: Plot, value: Value, place: LabelPlace) -> str:
    """Return on which side of its mark a label stands: `t`, `b`, `l`, `r` or `ctr`, with `in-` before it inside the mark."""
    if place in ("outEnd", "inEnd", "inBase"):
        return _END_PLACES[plot.lying, value.number < 0, place]
    return place


_END_PLACES: dict[tuple[bool, bool, str], str] = {
    (False, False, "outEnd"): "t", (False, True, "outEnd"): "b", (True, False, "outEnd"): "r", (True, True, "outEnd"): "l",
    (False, False, "inEnd"): "in-t", (False, True, "inEnd"): "in-b", (True, False, "inEnd"): "in-r",
    (True, True, "inEnd"): "in-l", (False, False, "inBase"): "in-b", (False, True, "inBase"): "in-t",
    (True, False, "inBase"): "in-l", (True, True, "inBase"): "in-r",
}  # fmt: skip
"""The side of a bar its end is on, by whether bars lie, the value is negative, and where the label stands."""


def _beside(mark: Frame, width: float, height: float, place: str, shift: tuple[float, float]) -> Frame:
    x, y = mark.x + (mark.width - width) / 2, mark.y + (mark.height - height) / 2
    inner = place.startswith("in-")
    match place.removeprefix("in-"):
        case "t":
            y = mark.y if inner else mark.y - height - _GAP / 2
        case "b":
            y = mark.bottom - height if inner else mark.bottom + _GAP / 2
        case "r":
            x = mark.right - width - _GAP if inner else mark.right + _GAP
        case "l":
            x = mark.x + _GAP if inner else mark.x - width - _GAP
    return Frame(x + shift[0], y + shift[1], width, height)


def overlaps(one: Frame, other: Frame) -> bool:
    """Return whether two frames share more than an edge."""
    x1, y1, width1, height1 = one
    x2, y2, width2, height2 = other
    return (
        min(x1 + width1, x2 + width2) - max(x1, x2) > _SLACK and min(y1 + height1, y2 + height2) - max(y1, y2) > _SLACK
    )


def covered(plot: Plot) -> Iterator[Frame]:
    """Yield the room that marks, lines, value labels and overlays take."""
    for spot, mark in plot.spots.items():
        yield mark.frame
        if frame := label_frame(plot, spot):
            yield frame
    yield from line_frames(plot)
    yield from sum_frames(plot)
    if plot.minimum < 0 and not plot.lying:
        zero = plot.inner.bottom + plot.minimum / (plot.maximum - plot.minimum) * plot.inner.height
        yield Frame(plot.inner.x, zero - 1, plot.inner.width, 2)
    for overlay in plot.overlays:
        if isinstance(overlay, Bubble | Label | Note):
            yield overlay.frame
        elif isinstance(overlay, Guide):
            yield from along(*overlay[:4])
    if plot.legend:
        yield plot.legend


def sum_frames(plot: Plot) -> Iterator[Frame]:
    """Yield the room that the sums at the ends of stacks take."""
    if plot.totals is None:
        return
    for category, value in enumerate(plot.totals.values):
        ends = [mark.frame for mark in plot.standing(category).values()]
        if value is None or not ends:
            continue
        width, height = (
            widest([printed(value, plot.chart)], plot.label_size, True) + 2 * _INSET,
            plot.label_size * PITCH,
        )
        if plot.lying:
            yield Frame(max(end.right for end in ends) + _GAP, ends[0].y + (ends[0].height - height) / 2, width, height)
        else:
            top = min(end.y for end in ends)
            yield Frame(ends[0].x + (ends[0].width - width) / 2, top - height - 2, width, height)


def line_frames(plot: Plot, series: int | None = None) -> Iterator[Frame]:
    """Yield small frames along the lines of a plot, or of one series, narrow enough to tell what they pass."""
    for index, trace in enumerate(plot.traces):
        if trace is None or series not in (None, index):
            continue
        points = [_middle(mark.frame) if mark else None for mark in plot.marks[index]]
        for start, end in pairwise(points):
            if start and end:
                yield from along(*start, *end)


def along(x1: float, y1: float, x2: float, y2: float) -> Iterator[Frame]:
    """Yield small frames that cover a straight line."""
    count = max(1, ceil(max(abs(x2 - x1), abs(y2 - y1)) / _STEP))
    for step in range(count):
        a, b = step / count, (step + 1) / count
        (left, right), (top, bottom) = (
            sorted((start + (end - start) * a, start + (end - start) * b)) for start, end in ((x1, x2), (y1, y2))
        )
        yield Frame(left - 1, top - 1, right - left + 2, bottom - top + 2)


def with_marks(plot: Plot, changed: dict[Spot, Mark]) -> Plot:
    """Return the plot with some marks exchanged."""
    return replace(
        plot,
        marks=tuple(
            tuple(changed.get((s, c), mark) for c, mark in enumerate(row)) for s, row in enumerate(plot.marks)
        ),
    )  # fmt: skip


def thinned(plot: Plot, order: Iterable[Spot], taken: Iterable[Frame] = ()) -> Plot:
    """Return the plot with those labels that find room, the first of `order` first; all others are left out.

    The label of a point on a line may stand anywhere around it, off every line and off what is `taken`; others stay
    where they are.
    """
    lines = list(line_frames(plot))
    marks = plot.spots
    dots = [mark.frame for (series, _), mark in marks.items() if plot.traces and _dotted(plot.traces[series])]
    bars = [] if plot.traces else [mark.frame for mark in marks.values()]
    settled: list[Frame] = list(taken)
    chosen = {spot: mark._replace(label=mark.label._replace(shown=False)) for spot, mark in marks.items()}
    for spot in order:
        mark = marks.get(spot)
        if mark is None or chosen[spot].label.shown:
            continue
        line = bool(plot.traces and plot.traces[spot[0]])
        for label in _around(plot, spot, mark) if line else [_kept_in(plot, spot, mark)]:
            frame = label_frame(plot, spot, mark._replace(label=label))
            if frame is None or not _holds(plot.frame, frame) or any(overlaps(frame, other) for other in settled):
                continue
            if line and any(overlaps(frame, some) for some in (*lines, *(dot for dot in dots if dot != mark.frame))):
                continue
            if mark.label.place == "outEnd" and any(overlaps(frame, bar) for bar in bars if bar != mark.frame):
                continue
            settled.append(frame)
            chosen[spot] = mark._replace(label=label)
            break
    return with_marks(plot, chosen)


def _dotted(trace: Trace | None) -> bool:
    return bool(trace and trace.marker)


def _kept_in(plot: Plot, spot: Spot, mark: Mark) -> DataLabel:
    """Return the label of a bar, moved sideways where it would reach beyond the frame of the chart."""
    label = mark.label._replace(shown=True)
    frame = None if plot.lying else label_frame(plot, spot, mark._replace(label=label))
    if frame is None:
        return label
    beyond = max(0.0, frame.right - plot.frame.right) - max(0.0, plot.frame.x - frame.x)
    return label._replace(shift=(-beyond, 0.0)) if beyond else label


def _around(plot: Plot, spot: Spot, mark: Mark) -> Iterator[DataLabel]:
    """Yield the places of a label around its point, the best first: on the outside of a bend, then to its sides."""
    series, category = spot
    text = label_text(plot, spot, mark)
    half = widest(text.split("\n"), plot.label_size, mark.label.bold) / 2
    if category == 0 and plot.edged:
        yield mark.label._replace(place="l", shown=True)
    beside = [other for n in (category - 1, category + 1) if 0 <= n < len(plot.marks[series])
              and (other := plot.marks[series][n])]  # fmt: skip
    valley = bool(beside) and all(other.frame.y < mark.frame.y for other in beside)
    first: LabelPlace = "b" if valley else "t"
    second: LabelPlace = "t" if valley else "b"
    for share in (0.0, 0.4, 0.8):
        for place in (first, second):
            for side in (0,) if not share else (-1, 1):
                yield mark.label._replace(place=place, shown=True, shift=(side * share * half, 0.0))


def _holds(outer: Frame, inner: Frame) -> bool:
    return (
        inner.x >= outer.x - _SLACK and inner.y >= outer.y - _SLACK
        and inner.right <= outer.right + _SLACK and inner.bottom <= outer.bottom + _SLACK
    )  # fmt: skip


def telling(plot: Plot, series: int, rest: bool = True) -> list[Spot]:
    """Return the values of a series by how much they tell: last, emphasised, first, highest, lowest, then the `rest`."""
    row = plot.chart.series[series].values
    there = [index for index, value in enumerate(row) if value]
    if not there:
        return []

    def number(index: int) -> float:
        value = row[index]
        return value.number if value else 0.0

    named = [index for index in there if plot.chart.categories[index] == plot.chart.emphasis]
    first = [there[-1], *named, there[0], max(there, key=number), min(there, key=number)]
    return [(series, index) for index in dict.fromkeys([*first, *there] if rest else first)]


def end_width(texts: Iterable[str], size: int) -> float:
    """Return the room that labels at the ends of lines take."""
    return max((widest(text.split("\n"), size, True) for text in texts), default=0.0) + 2 * _INSET + _GAP


def _middle(frame: Frame) -> tuple[float, float]:
    return frame.x + frame.width / 2, frame.y + frame.height / 2
