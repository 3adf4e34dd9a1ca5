"""A chart: what its family draws, and its legend."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckgen.charts.geometry import Fill, Plot, text_width
from deckgen.frame import Frame
from deckgen.writers.svg.chart.areas import areas
from deckgen.writers.svg.chart.bars import bars, waterfall
from deckgen.writers.svg.chart.lines import combo, lines
from deckgen.writers.svg.chart.pen import Pen
from deckgen.writers.svg.chart.points import points
from deckgen.writers.svg.chart.rings import ring
from deckgen.writers.svg.geometry import rectangle

FAMILIES: Mapping[str, Callable[[Plot, Pen], str]] = {
    "bar": bars,
    "column": bars,
    "stacked100": bars,
    "donut": ring,
    "line": lines,
    "scatter": points,
    "bubble": points,
    "waterfall": waterfall,
    "slope": lines,
    "area": areas,
    "combo": combo,
    "stacked": bars,
    "stacked-bar": bars,
}
"""What draws a plot, by its type."""

_LEGEND_SIZE, _KEY, _KEY_GAP, _APART = 12, 7.0, 5.0, 18.0


def chart(plot: Plot, pen: Pen) -> str:
    """Return a chart in its frame; what is laid over it are items of the scene."""
    return FAMILIES[plot.type](plot, pen) + _legend(plot, pen)


def _legend(plot: Plot, pen: Pen) -> str:
    """Return the names of the series beside their colours; lines are named at their ends."""
    if not plot.legend:
        return ""
    x, middle = plot.legend.x, plot.legend.y + plot.legend.height / 2
    drawn = []
    for series, marks in zip(plot.chart.series, plot.marks, strict=True):
        if series.line:
            continue
        fill = next((mark.fill for mark in marks if mark), Fill("grey"))
        drawn.append(f"{rectangle(Frame(x, middle - _KEY / 2, _KEY, _KEY))}{pen.fill(fill)}/>")
        x += _KEY + _KEY_GAP
        drawn.append(pen.words([series.name], x, middle, _LEGEND_SIZE, align="left"))
        x += text_width(series.name, _LEGEND_SIZE) + _APART
    return "".join(drawn)
