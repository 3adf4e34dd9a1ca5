"""What to draw for a chart, decided before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from deckgen.charts.areas import plot_area
from deckgen.charts.bars import axis_maximum, plot_bars, plot_columns
from deckgen.charts.callouts import noted
from deckgen.charts.combo import plot_combo
from deckgen.charts.donut import plot_donut
from deckgen.charts.geometry import Arrow, Bubble, Guide, Label, Overlay, Plot
from deckgen.charts.growth import room_below_arrows, with_arrows
from deckgen.charts.lines import plot_line
from deckgen.charts.model import Chart
from deckgen.charts.points import plot_points
from deckgen.charts.slope import plot_slope
from deckgen.charts.stacked import plot_stacked100
from deckgen.charts.stacks import plot_stacked
from deckgen.charts.target import room_for, with_target, within_reach
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
    "slope": plot_slope,
    "area": plot_area,
    "combo": plot_combo,
    "stacked": plot_stacked,
}
"""The function that decides the drawing of each chart type."""


def plot(chart: Chart, frame: Frame) -> Plot:
    """Return how a chart is drawn in a frame of the slide.

    Callouts take the room that is free; where there is none, the marks give them some.

    Raises:
        ValueError: its difference names a category without a value.
    """
    drawn = _plotted(chart, frame, frame)
    if not chart.callouts:
        return drawn
    return noted(drawn, lambda room: _plotted(chart, frame, room))


def _plotted(chart: Chart, frame: Frame, room: Frame) -> Plot:
    drawn = PLOTTERS[chart.type](within_reach(chart), room_below_arrows(chart, room_for(chart, room)))
    # the legend stays where it is, whatever room the marks give to callouts
    legend = drawn.legend._replace(y=drawn.legend.y - (room.y - frame.y)) if drawn.legend else None
    return with_target(with_arrows(replace(drawn, frame=frame, legend=legend)))
