"""Bars and columns, and the waterfall that hangs each from the one before it."""

from __future__ import annotations

from deckgen.charts.geometry import PITCH, Mark, Plot, printed
from deckgen.charts.labels import sum_frames
from deckgen.charts.waterfall import change_text, levels
from deckgen.frame import Frame
from deckgen.style import Align
from deckgen.writers.svg.chart.axes import base_line, category_names, value_axis
from deckgen.writers.svg.chart.labels import beside, labels
from deckgen.writers.svg.chart.pen import Pen
from deckgen.writers.svg.geometry import rectangle

_INSET = 2.0


def bars(plot: Plot, pen: Pen) -> str:
    """Return bars side by side or on one another, with their axes and labels."""
    whole = plot.type == "stacked100"
    names = "" if whole and len(plot.chart.categories) == 1 else category_names(plot, pen)
    base = "" if whole else base_line(plot, pen)
    drawn = "".join([bar(mark, pen, plot.overlap == 100) for mark in plot.spots.values()])
    return f"{value_axis(plot, pen)}{base}{drawn}{names}{labels(plot, pen)}{_sums(plot, pen)}"


def bar(mark: Mark, pen: Pen, parted: bool = False) -> str:
    """Return one bar; those on one another are parted by a page-coloured line."""
    if not mark.frame.width or not mark.frame.height:
        return ""
    return f"{rectangle(mark.frame)}{pen.fill(mark.fill, parted)}/>"


def _sums(plot: Plot, pen: Pen) -> str:
    """Return the sums at the ends of stacks."""
    if not plot.totals:
        return ""
    strong = plot.chart.emphasis
    told = [
        (name, value)
        for index, (name, value) in enumerate(zip(plot.chart.categories, plot.totals.values, strict=True))
        if value and plot.standing(index)
    ]
    align: Align = "left" if plot.lying else "center"
    return "".join(
        [
            pen.words(
                [printed(value, plot.chart)],
                frame.x + (_INSET if plot.lying else frame.width / 2),
                frame.y + frame.height / 2,
                plot.label_size,
                bold=name == strong or not strong,
                align=align,
            )
            for (name, value), frame in zip(told, sum_frames(plot), strict=True)
        ]
    )


def waterfall(plot: Plot, pen: Pen) -> str:
    """Return levels and changes, with a thin line from each to the next."""
    chart, inner = plot.chart, plot.inner
    scale = inner.height / (plot.maximum - plot.minimum)
    marks = [mark for mark in plot.marks[0] if mark]
    ends = [inner.bottom - (end - plot.minimum) * scale for _, end in levels(chart)]
    links = "".join(
        [
            pen.line(_middle(one), y, _middle(other), y, "grey")
            for one, other, y in zip(marks, marks[1:], ends, strict=False)
        ]
    )
    columns = "".join([bar(mark, pen) for mark in marks])
    told = [value for value in chart.series[0].values if value]
    words = "".join(
        [
            beside([change_text(value, step, chart.unit)], _outside(plot, mark), "center", plot, mark, pen)
            for mark, value, step in zip(marks, told, chart.steps, strict=True)
        ]
    )
    return f"{base_line(plot, pen)}{links}{columns}{category_names(plot, pen)}{words}"


def _middle(mark: Mark) -> float:
    return mark.frame.x + mark.frame.width / 2


def _outside(plot: Plot, mark: Mark) -> Frame:
    """Return the row above or below a column where its label stands."""
    height = plot.label_size * PITCH
    top = mark.frame.y - height - 2 if mark.label.place == "t" else mark.frame.bottom + 2
    return mark.frame._replace(y=top, height=height)
