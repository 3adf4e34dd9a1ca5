"""Names of two or three series of columns that are narrower than their names: above the first group, led down to it."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.geometry import PITCH, Guide, Label, Mark, Plot, text_width
from deckgen.charts.labels import along, label_frame, overlaps
from deckgen.frame import Frame

_SIZE = 14
_GAP, _STEP = 4.0, 4.0

HEAD_ROW = _SIZE * PITCH
"""What one name takes above the columns, in points."""


def with_heads(plot: Plot, frame: Frame) -> Plot | None:
    """Return the plot with its series named in `frame`, as low as can be; None where there is no room for names and lines.

    The names go down step by step from left to right, each right of its line: so no line runs through a name.
    """
    marks = plot.standing(0)
    if len(marks) < len(plot.marks):
        return None
    taken = _taken(plot)
    lowest = max(int((mark.frame.y - frame.y) / _STEP) for mark in marks.values())
    for step in range(lowest, -1, -1):
        heads = [_head(plot, index, mark, frame.y + step * _STEP) for index, mark in marks.items()]
        if all(_free(guide, name, frame, taken) for guide, name in heads):
            return replace(plot, overlays=(*plot.overlays, *(part for head in heads for part in head)))
    return None


def _head(plot: Plot, series: int, mark: Mark, top: float) -> tuple[Guide, Label]:
    """Return the line to the first column of a series and its name."""
    x, y = mark.frame.x + mark.frame.width / 2, top + series * HEAD_ROW
    label = label_frame(plot, (series, 0))
    foot = min(label.y, mark.frame.y) if label else mark.frame.y
    name = plot.chart.series[series].name
    place = Frame(x + _GAP, y, text_width(name, _SIZE, True) + 2, HEAD_ROW)
    strong = mark.label.bold and mark.fill.role == "accent"
    return Guide(x, y + 2, x, foot - 1), Label(place, name, _SIZE, mark.label.bold, "accent-text" if strong else "text")


def _taken(plot: Plot) -> list[tuple[Frame, bool]]:
    """Return the room that columns, labels, and lines of axis and target take; whether a leader may cross it."""
    taken = [(mark.frame, False) for mark in plot.spots.values()]
    taken += [(frame, False) for spot in plot.spots if (frame := label_frame(plot, spot))]
    pitch = plot.inner.height / (plot.maximum - plot.minimum)
    levels = [tick for tick in plot.scale.ticks if tick <= plot.maximum] if plot.scale else [0.0]
    if plot.chart.target:
        levels.append(plot.chart.target.value.number)
    for level in levels:
        y = plot.inner.bottom - (level - plot.minimum) * pitch
        taken.append((Frame(plot.inner.x, y - 1, plot.inner.width, 2), True))
    return taken


def _free(guide: Guide, name: Label, frame: Frame, taken: list[tuple[Frame, bool]]) -> bool:
    if guide.y2 <= guide.y1 or name.frame.right > frame.right:
        return False
    steps, words = list(along(*guide[:4])), name.frame.inset(right=-2 * _GAP)
    return not any(
        overlaps(words, some) or (not crossed and any(overlaps(step, some) for step in steps))
        for some, crossed in taken
    )
