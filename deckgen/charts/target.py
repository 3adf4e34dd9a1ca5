"""The target: a level to reach, as a dashed line across the plot with its name beyond the end."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.categories import summed
from deckgen.charts.geometry import PITCH, Guide, Label, Plot, printed, text_width
from deckgen.charts.labels import covered, label_frame, overlaps, with_marks
from deckgen.charts.model import Chart, Target
from deckgen.frame import Frame

_SIZE = 14
_CLEAR = 4.0
"""What stays free on either side of the name of a line."""


def target_text(chart: Chart, target: Target) -> str:
    """Return what stands at the line."""
    fact = replace(target.value, status="actual")
    return f"{target.label} {printed(fact, chart)}"


def room_for(chart: Chart, frame: Frame) -> Frame:
    """Return the frame less the row above lying bars that holds the name of their target."""
    return frame.inset(top=_SIZE * PITCH + 4) if chart.target and chart.type == "bar" else frame


def within_reach(chart: Chart) -> Chart:
    """Return the chart with an axis that reaches beyond its target."""
    if chart.target is None:
        return chart
    target = chart.target.value.number
    levels = summed(chart).known if chart.type in ("stacked", "area") else chart.known
    highest = max((value.number for value in levels), default=0.0)
    if target <= highest:
        return chart
    return replace(chart, maximum=max(chart.maximum or 0.0, target * 1.08))


def with_target(plot: Plot) -> Plot:
    """Return the plot with its target line, its name where it covers nothing."""
    target = plot.chart.target
    if target is None:
        return plot
    inner = plot.inner
    share = (target.value.number - plot.minimum) / (plot.maximum - plot.minimum)
    text = target_text(plot.chart, target)
    width, height = text_width(text, _SIZE, True) + 2, _SIZE * PITCH
    if plot.lying:
        x = inner.x + share * inner.width
        line = Guide(x, inner.y - 2, x, inner.bottom, "dash")
        left = min(max(x - width / 2, plot.frame.x), plot.frame.right - width)
        name = Label(Frame(left, inner.y - 2 - height, width, height), text, _SIZE, True, "text", "center")
    else:
        y = inner.bottom - share * inner.height
        line = Guide(inner.x, y, inner.right, y, "dash")
        taken = list(covered(plot))
        steps = range(int((inner.width - width) / 4) + 1)
        places = [Frame(inner.x + 4 * n, y - height - 1, width, height) for n in steps]
        free = [
            place
            for place in places
            if not any(overlaps(place.inset(left=-_CLEAR, right=-_CLEAR), frame) for frame in taken)
        ]
        name = Label((free or places)[0], text, _SIZE, True)
    return _off_the_line(replace(plot, overlays=(*plot.overlays, line, name)), line, name)


def _off_the_line(plot: Plot, line: Guide, name: Label) -> Plot:
    """Return the plot without the labels that the line or its name would cross, but for those of doubtful values."""
    zone = Frame(
        min(line.x1, line.x2) - 1, min(line.y1, line.y2) - 1, abs(line.x2 - line.x1) + 2, abs(line.y2 - line.y1) + 2
    )
    changed = {}
    for spot, mark in plot.spots.items():
        frame = label_frame(plot, spot)
        if frame and (overlaps(frame, zone) or overlaps(frame, name.frame)):
            inside = mark.label._replace(place="inEnd", bold=True, named=False, color=_on(mark.fill.pattern))
            fits = mark.frame.height >= frame.height and mark.frame.width >= frame.width
            kept = mark.label.place == "outEnd" and fits
            changed[spot] = mark._replace(label=inside if kept else mark.label._replace(shown=False))
    return with_marks(plot, changed)


def _on(pattern: str) -> str:
    return "on-accent" if pattern == "solid" else "text"
