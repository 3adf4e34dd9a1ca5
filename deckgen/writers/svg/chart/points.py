"""Scatter and bubble charts: two value axes, every point with its name."""

from __future__ import annotations

from deckgen.charts.geometry import Mark, Plot
from deckgen.charts.points import PointPlot
from deckgen.frame import Frame
from deckgen.scene.items import Stroke
from deckgen.style import Align
from deckgen.writers.svg.chart.labels import beside
from deckgen.writers.svg.chart.pen import Pen

_GAP_BELOW, _GAP_LEFT = 5.0, 6.0
_LINE = 1.2


def points(plot: Plot, pen: Pen) -> str:
    """Return points or bubbles with their names and axes."""
    assert isinstance(plot, PointPlot)
    marks = [mark for mark in plot.marks[0] if mark]
    dots = "".join([_dot(mark, plot.type == "bubble", pen) for mark in marks])
    names = "".join(
        [
            beside([name], frame, _align(mark.frame, frame), plot, mark, pen)
            for name, frame, mark in zip(plot.chart.categories, plot.names, marks, strict=True)
        ]
    )
    return f"{_axes(plot, pen)}{dots}{names}"


def _dot(mark: Mark, bubble: bool, pen: Pen) -> str:
    x, y = mark.frame.x + mark.frame.width / 2, mark.frame.y + mark.frame.height / 2
    if bubble or mark.fill.pattern == "solid":
        return pen.circle(x, y, mark.frame.width, pen.fill(mark.fill, bubble))
    return pen.circle(x, y, mark.frame.width, f' fill="none"{pen.paint.stroke(Stroke(mark.fill.role, 2))}')


def _align(dot: Frame, name: Frame) -> Align:
    if name.x >= dot.right:
        return "left"
    return "right" if name.right <= dot.x else "center"


def _axes(plot: PointPlot, pen: Pen) -> str:
    """Return both axes; where there is a reference, they cross there and divide the plane."""
    inner, size, reference = plot.inner, plot.category_size, plot.chart.reference
    x, y = plot.x, plot.y
    cross_x = reference.x if reference and reference.x is not None else x.minimum
    cross_y = reference.y if reference and reference.y is not None else y.minimum
    upright = inner.x + (cross_x - x.minimum) / x.span * inner.width
    lying = inner.bottom - (cross_y - y.minimum) / y.span * inner.height
    drawn = [
        pen.line(inner.x, lying, inner.right, lying, "muted"),
        pen.line(upright, inner.y, upright, inner.bottom, "muted"),
    ]
    below = inner.bottom + _GAP_BELOW + size * _LINE / 2
    for tick in x.ticks:
        at = inner.x + (tick - x.minimum) / x.span * inner.width
        drawn.append(pen.words([x.text(tick)], at, below, size, color="muted"))
    for tick in y.ticks:
        at = inner.bottom - (tick - y.minimum) / y.span * inner.height
        drawn.append(pen.words([y.text(tick)], inner.x - _GAP_LEFT, at, size, color="muted", align="right"))
    for series, place in zip(plot.chart.series, (plot.x_title, plot.y_title), strict=False):
        if place.width:
            drawn.append(
                pen.words([series.name], place.x, place.y + place.height / 2, size, color="muted", align="left")
            )
    return "".join(drawn)
