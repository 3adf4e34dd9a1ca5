"""Lines: trends, slopes and those of a combination, whose columns stand behind them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from deckgen.charts.geometry import Fill, Plot, Trace
from deckgen.frame import Frame
from deckgen.scene.items import Stroke
from deckgen.writers.svg.chart.axes import base_line, category_names, rules, value_axis
from deckgen.writers.svg.chart.bars import bar
from deckgen.writers.svg.chart.labels import labels
from deckgen.writers.svg.chart.pen import Pen
from deckgen.writers.svg.paint import number

_LABELLED = 7.0
"""Marker of a labelled point on a line whose points have none."""


def lines(plot: Plot, pen: Pen) -> str:
    """Return lines with their axes and labels."""
    slope = plot.type == "slope"
    ground = rules(plot, pen) if slope else base_line(plot, pen) if plot.minimum <= 0 else ""
    return (
        f"{value_axis(plot, pen)}{ground}{traces(plot, range(len(plot.marks)), pen)}"
        f"{category_names(plot, pen)}{labels(plot, pen)}"
    )


def combo(plot: Plot, pen: Pen) -> str:
    """Return columns and the lines before them."""
    rows = plot.chart.series
    columns = "".join(
        [bar(mark, pen, plot.overlap == 100) for (series, _), mark in plot.spots.items() if not rows[series].line]
    )
    drawn = traces(plot, [index for index, row in enumerate(rows) if row.line], pen)
    return (
        f"{value_axis(plot, pen)}{base_line(plot, pen)}{columns}{drawn}{category_names(plot, pen)}{labels(plot, pen)}"
    )


def traces(plot: Plot, which: Iterable[int], pen: Pen) -> str:
    """Return the lines of some series."""
    return "".join([_trace(plot, series, trace, pen) for series in which if (trace := plot.traces[series])])


def _trace(plot: Plot, series: int, trace: Trace, pen: Pen) -> str:
    """Return one line and its markers; a line of values that are no facts is dashed, its markers hollow."""
    marks = plot.marks[series]
    fills = [mark.fill for mark in marks if mark]
    look = next((fill for fill in fills if fill.pattern != "solid"), fills[0] if fills else Fill("grey"))
    if not look.role:
        return ""
    stroke = Stroke(look.role, trace.width, "sysDash" if look.pattern != "solid" else "", round=True)
    drawn = [
        f'<path d="M{"L".join(points)}" fill="none"{pen.paint.stroke(stroke)}/>'
        for there, group in groupby(marks, key=bool)
        if there and len(points := [_point(mark.frame) for mark in group if mark]) > 1 and trace.width
    ]
    inside = pen.paint.color(look.role if look.pattern == "solid" else "page")
    dot = f' fill="{inside}"{pen.paint.stroke(Stroke(look.role, 1.5))}'
    for mark in marks:
        size = trace.marker or (_LABELLED if mark and mark.label.shown else 0.0)
        if mark and size and mark.fill == look:
            drawn.append(pen.circle(*middle(mark.frame), size, dot))
    return "".join(drawn)


def middle(frame: Frame) -> tuple[float, float]:
    """Return the middle of a mark, where its line passes."""
    return frame.x + frame.width / 2, frame.y + frame.height / 2


def _point(frame: Frame) -> str:
    x, y = middle(frame)
    return f"{number(x)} {number(y)}"
