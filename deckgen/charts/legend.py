"""The legend: for four series or more, where their names find no place at the marks."""

from __future__ import annotations

from deckgen.charts.geometry import text_width
from deckgen.charts.model import Chart
from deckgen.frame import Frame

LEGEND_HEIGHT = 24.0
"""The row above the plot that a legend takes, in points."""

_KEY = 30.0


def legend_frame(chart: Chart, frame: Frame) -> Frame:
    """Return the place of the legend: top left, its entries in the order of the data."""
    width = sum(text_width(series.name, 12) + _KEY for series in chart.series)
    return Frame(frame.x, frame.y, min(width, frame.width), LEGEND_HEIGHT)
