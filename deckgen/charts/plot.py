"""What to draw for a chart, decided before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckgen.charts.bars import axis_maximum, plot_bars, plot_columns
from deckgen.charts.donut import plot_donut
from deckgen.charts.geometry import Arrow, Bubble, Guide, Label, Overlay, Plot
from deckgen.charts.lines import plot_line
from deckgen.charts.model import Chart
from deckgen.charts.points import plot_points
from deckgen.charts.stacked import plot_stacked100
from deckgen.charts.waterfall import plot_waterfall
from deckgen.frame import Frame

__all__ = ["PLOTTERS", "Arrow", "Bubble", "Guide", "Label", "Overlay", "Plot", "axis_maximum", "plot"]

PLOTTERS: Mapping[str, Callable[[Chart, Frame], Plot]] = {
    "bar": plot_bars,
    "column": plot_columns,
    "stacked100": plot_stacked100,
    "donut": plot_donut,
    "line": plot_line,
    "scatter": plot_points,
    "bubble": plot_points,
    "waterfall": plot_waterfall,
}
"""The function that decides the drawing of each chart type."""


def plot(chart: Chart, frame: Frame) -> Plot:
    """Return how a chart is drawn in a frame of the slide.

    Raises:
        ValueError: its difference names a category without a value.
    """
    return PLOTTERS[chart.type](chart, frame)
