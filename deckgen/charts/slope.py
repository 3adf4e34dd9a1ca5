"""Slopes: what became of each series between two periods, named with its value at both ends."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.geometry import PITCH, Mark, Plot, Spot, printed
from deckgen.charts.labels import end_width, with_marks
from deckgen.charts.lines import axis_of, by_standing, points, traces
from deckgen.charts.model import Chart
from deckgen.charts.spreading import kept_apart
from deckgen.frame import Frame

_WIDEST = 420.0
_AXIS_GAP = 10.0
_SIZE = 14


def plot_slope(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of one line per series between two upright rules, in the middle of the frame."""
    drawn, parents = by_standing(chart)
    starts, ends = (_spots(drawn, category) for category in (0, 1))
    texts = [[_text(drawn, spot) for spot in spots] for spots in (starts, ends)]
    left, right = (end_width(some, _SIZE) + 4 for some in texts)
    width = max(min(frame.width - left - right, _WIDEST), 60.0)
    x = frame.x + (frame.width - left - width - right) / 2 + left
    half = _SIZE * PITCH / 2
    inner = Frame(x, frame.y + half, width, frame.height - half - _SIZE * PITCH - _AXIS_GAP)
    minimum, maximum = axis_of(chart)
    plot = Plot(
        "slope", drawn, frame, inner, minimum, maximum, 0, 0, (), _SIZE, 14,
        traces=traces(drawn, parents, chart), edged=True,
    )  # fmt: skip
    plot = replace(plot, marks=tuple(points(plot, s, parents[s], chart) for s in range(len(drawn.series))))
    return _named(_named(plot, starts, "l"), ends, "r")


def _spots(drawn: Chart, category: int) -> list[Spot]:
    """Return the values of a period, each once: a value that only joins a dashed line stands with its own series."""
    return [
        (series, category)
        for series, row in enumerate(drawn.series)
        if (value := row.values[category]) and not (row.told and value.status == "actual")
    ]


def _text(drawn: Chart, spot: Spot) -> str:
    row = drawn.series[spot[0]]
    value = row.values[spot[1]]
    assert value
    return f"{row.name} {printed(value, drawn, row)}"


def _named(plot: Plot, spots: list[Spot], side: str) -> Plot:
    """Return the plot with names and values at one end, one below the other."""
    marks: dict[Spot, Mark] = {}
    for spot in spots:
        mark = plot.spots[spot]
        label = mark.label._replace(place="l" if side == "l" else "r", shown=True, named=True, separator=" ")
        marks[spot] = mark._replace(label=label)
    return with_marks(plot, kept_apart(plot, marks, plot.frame.y, plot.inner.bottom + 4))
