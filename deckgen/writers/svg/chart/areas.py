"""Areas: one under its line, or several on one another."""

from __future__ import annotations

from deckgen.charts.geometry import PITCH, Fill, Plot, printed
from deckgen.writers.svg.chart.axes import base_line, category_names, value_axis, zero
from deckgen.writers.svg.chart.labels import labels
from deckgen.writers.svg.chart.lines import middle, traces
from deckgen.writers.svg.chart.pen import Pen
from deckgen.writers.svg.geometry import polygon

_GAP = 2.0


def areas(plot: Plot, pen: Pen) -> str:
    """Return areas with their axes and labels."""
    only = len(plot.marks) == 1
    drawn = "".join([_area(plot, series, pen) for series in range(len(plot.marks))])
    edge = traces(plot, [0], pen) if only else ""
    return (
        f"{value_axis(plot, pen)}{base_line(plot, pen)}{drawn}{edge}{category_names(plot, pen)}{labels(plot, pen)}"
        f"{_sums(plot, pen)}"
    )


def _area(plot: Plot, series: int, pen: Pen) -> str:
    """Return what lies between the points of a series and those of the one below it."""
    tops = [middle(mark.frame) for mark in plot.marks[series] if mark]
    if not tops:
        return ""
    below = [middle(mark.frame) for mark in plot.marks[series - 1] if mark] if series else []
    feet = below or [(tops[0][0], zero(plot)), (tops[-1][0], zero(plot))]
    only = len(plot.marks) == 1
    fill = Fill("accent-tint") if only else next((mark.fill for mark in plot.marks[series] if mark), Fill("grey"))
    return f'<path d="{polygon(*tops, *reversed(feet))}"{pen.fill(fill, not only)}/>'


def _sums(plot: Plot, pen: Pen) -> str:
    """Return the sums of the first, the last and the highest category."""
    if not plot.totals:
        return ""
    numbers = [value.number if value else 0.0 for value in plot.totals.values]
    drawn = []
    for index in sorted({0, len(numbers) - 1, numbers.index(max(numbers))}):
        value, ends = plot.totals.values[index], plot.standing(index)
        if value and ends:
            x, top = min((middle(mark.frame) for mark in ends.values()), key=lambda point: point[1])
            level = top - _GAP - plot.label_size * PITCH / 2
            drawn.append(pen.words([printed(value, plot.chart)], x, level, plot.label_size, bold=True))
    return "".join(drawn)
