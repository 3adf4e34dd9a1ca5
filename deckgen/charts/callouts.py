"""Callouts: remarks on values, in boxes that cover nothing, each joined to its value by a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from deckgen.charts.geometry import PITCH, Guide, Note, Overlay, Plot, Spot, text_width
from deckgen.charts.labels import along, covered, label_frame, overlaps, sum_frames
from deckgen.charts.model import Callout
from deckgen.frame import Frame

_SIZE = 14
_WIDEST_LINE = 200.0
_PADDING = 8.0
_GAPS = (12.0, 20.0, 32.0, 48.0, 68.0, 92.0, 120.0, 150.0)
_SHIFTS = (0.0, 0.35, -0.35, 0.7, -0.7, 1.2, -1.2)
_APART = 4.0


def noted(plot: Plot, drawn_in: Callable[[Frame], Plot]) -> Plot:
    """Return the plot with its callouts; `drawn_in` draws it again in less room where they find none."""
    boxes = [_box(callout) for callout in plot.chart.callouts]
    high, wide = max(box.height for box in boxes) + 16, max(box.width for box in boxes) + 24
    frame = plot.frame
    rooms = [frame.inset(right=wide), frame.inset(right=1.5 * wide)] if plot.lying else [
        frame.inset(top=high), frame.inset(top=2 * high), frame.inset(top=3 * high)
    ]  # fmt: skip
    drawn = plot
    for drawn in (plot, *map(drawn_in, rooms)):
        placed, free = _placed(drawn)
        if free:
            return placed
    return _placed(drawn)[0]


def _box(callout: Callout) -> Frame:
    """Return the size of a box at the origin: a remark that is long stands in two lines."""
    width = text_width(callout.text, _SIZE)
    if width <= _WIDEST_LINE:
        return Frame(0, 0, width + 2 * _PADDING, _SIZE * PITCH + _PADDING)
    return Frame(0, 0, width / 2 + 2 * _SIZE + 2 * _PADDING, 2 * _SIZE * PITCH + _PADDING)


def _placed(plot: Plot) -> tuple[Plot, bool]:
    """Return the plot with all callouts, each at the nearest free place, and whether all of them found one."""
    free = True
    for callout in plot.chart.callouts:
        anchor = _anchor(plot, callout)
        if anchor is None:
            continue
        box = _box(callout)
        taken = list(covered(plot))
        crossable = list(covered(replace(plot, overlays=tuple(o for o in plot.overlays if not _target(o)))))
        for place, line in _places(plot, anchor, box):
            if not _inside(place, plot.frame):
                continue
            grown = place.inset(-_APART, -_APART, -_APART, -_APART)
            path = [part for part in along(*line[:4]) if not overlaps(part, anchor)]
            if any(overlaps(grown, some) for some in taken):
                continue
            if any(overlaps(part, some) for part in path for some in crossable if not overlaps(some, anchor)):
                continue
            break
        else:
            free = False
            place, line = next(_places(plot, anchor, box))
            x, y = min(max(place.x, plot.frame.x), plot.frame.right - box.width), max(place.y, plot.frame.y)
            place = place._replace(x=x, y=y)
        plot = replace(plot, overlays=(*plot.overlays, line, Note(place, callout.text, _SIZE)))
    return plot, free


def _target(overlay: Overlay) -> bool:
    """Return whether an overlay is a target line, which the line of a callout may cross."""
    return isinstance(overlay, Guide) and bool(overlay.dash)


def _anchor(plot: Plot, callout: Callout) -> Frame | None:
    """Return the end of the mark with its label."""
    spot = _spot(plot, callout)
    if spot is None:
        return None
    frame = plot.spots[spot].frame
    label = label_frame(plot, spot)
    if plot.totals is not None:
        sums = [some for some in sum_frames(plot) if abs(_middle(some, plot) - _middle(frame, plot)) < 1]
        label = sums[0] if sums else label
        frames = [mark.frame for mark in plot.standing(spot[1]).values()]
        frame = max(frames, key=lambda f: f.right) if plot.lying else min(frames, key=lambda f: f.y)
    end = Frame(frame.right - 2, frame.y, 2, frame.height) if plot.lying else Frame(frame.x, frame.y, frame.width, 2)
    if plot.traces and plot.traces[spot[0]]:
        end = frame.inset(-3, -3, -3, -3)
    return _around(end, label) if label and not _far(end, label) else end


def _middle(frame: Frame, plot: Plot) -> float:
    return frame.y + frame.height / 2 if plot.lying else frame.x + frame.width / 2


def _far(end: Frame, label: Frame) -> bool:
    return label.y > end.bottom + 12 or label.bottom < end.y - 12


def _around(one: Frame, other: Frame) -> Frame:
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Frame(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def _spot(plot: Plot, callout: Callout) -> Spot | None:
    """Return the value a callout means: that of its series, else the highest of its category."""
    chart = plot.chart
    if callout.category not in chart.categories:
        return None
    category = chart.categories.index(callout.category)
    marks = plot.standing(category)
    rows = [index for index in marks if not callout.series or chart.series[index].name.startswith(callout.series)]
    strong = [index for index in rows if marks[index].fill.role == "accent"]
    return next(((index, category) for index in (*strong, *rows)), None)


def _places(plot: Plot, anchor: Frame, box: Frame) -> Iterator[tuple[Frame, Guide]]:
    """Yield boxes with their lines, the nearest first: right of lying bars, above and then below all others."""
    middle_x, middle_y = anchor.x + anchor.width / 2, anchor.y + anchor.height / 2
    if plot.lying:
        y = min(max(middle_y - box.height / 2, plot.frame.y), plot.frame.bottom - box.height)
        for x in (*(anchor.right + gap for gap in _GAPS), plot.frame.right - box.width):
            yield box._replace(x=x, y=y), Guide(anchor.right + 3, middle_y, x, middle_y)
        return
    for gap in _GAPS:
        for shift in _SHIFTS:
            x = middle_x - box.width / 2 + shift * box.width
            x = min(max(x, plot.frame.x), plot.frame.right - box.width)
            foot = min(max(middle_x, x + 6), x + box.width - 6)
            above = box._replace(x=x, y=anchor.y - gap - box.height)
            yield above, Guide(middle_x, anchor.y - 2, foot, above.bottom)
            if plot.traces:
                below = box._replace(x=x, y=anchor.bottom + gap)
                yield below, Guide(middle_x, anchor.bottom + 2, foot, below.y)


def _inside(place: Frame, frame: Frame) -> bool:
    return place.x >= frame.x - 0.5 and place.y >= frame.y - 0.5 and (
        place.right <= frame.right + 0.5 and place.bottom <= frame.bottom + 0.5
    )  # fmt: skip
