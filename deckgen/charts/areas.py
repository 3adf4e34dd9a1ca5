"""Areas: how a volume grew, and how its parts did."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.categories import named_categories, summed
from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    LabelPlace,
    Mark,
    Plot,
    Spot,
    Trace,
    label_code,
    printed,
    rounded_up,
    text_width,
)
from deckgen.charts.labels import end_width, label_frame, telling, thinned, with_marks
from deckgen.charts.lines import STRONG
from deckgen.charts.model import Chart, Series, Value
from deckgen.charts.spreading import spread
from deckgen.charts.stacks import part_fill, piled, strong_part
from deckgen.frame import Frame

_SIZE, _AXIS_GAP, _MARKER = 14, 10.0, 8.0
_MOST_VALUES = 12


def plot_area(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of areas on top of each other, from the left edge to the right one.

    One area is a tint under a strong line, whose points are labelled. Several are named at their right ends; the sums
    of the first, the last and the highest category stand above.
    """
    only = len(chart.series) == 1
    totals = chart.series[0] if only else summed(chart)
    ends = [_end(chart, series, only) for series in chart.series]
    left = max(text_width(chart.categories[0], _SIZE) / 2, 0 if not only else end_width([ends[0]], _SIZE) + 4)
    width = frame.width - left - max(text_width(chart.categories[-1], _SIZE) / 2, end_width(ends, _SIZE) + 4)
    band = width / max(1, len(chart.categories) - 1)
    category_size = 12 if named_categories(chart, 14, band) else 14
    inner = Frame(frame.x + left, frame.y + _SIZE * PITCH + 8, width, 0)
    inner = inner.until(frame.bottom - category_size * PITCH - _AXIS_GAP)
    largest = max((value.number for value in totals.values if value), default=1.0) or 1.0
    plot = Plot(
        "area", chart, frame, inner, 0, max(chart.maximum or rounded_up(largest), largest), 0, 0, (), _SIZE, category_size,
        traces=tuple(Trace(STRONG if only else 0.0) for _ in chart.series), edged=True,
        named=named_categories(chart, category_size, band), totals=None if only else totals,
    )  # fmt: skip
    scale = inner.height / plot.maximum

    def top(index: int, category: int, value: Value, foot: float, height: float) -> Mark:
        fill = Fill("accent") if only else part_fill(chart, index, 0, value)
        strong = only or index == strong_part(chart)
        label = DataLabel(label_code(value, chart), strong, "accent-text" if strong else "text", place="t", shown=False)
        return Mark(Frame(inner.x + band * category, inner.bottom - (foot + height), 0, 0), fill, label)

    plot = replace(plot, marks=piled(chart, scale, top))
    return _labelled(plot) if only else _named(plot, scale)


def _end(chart: Chart, series: Series, only: bool) -> str:
    last = series.values[-1]
    text = printed(last, chart) if last else ""
    return text if only else f"{series.name} {text}"


def _labelled(plot: Plot) -> Plot:
    """Return the plot of one area with the values of its line that find room."""
    order = telling(plot, 0, rest=len(plot.chart.categories) <= _MOST_VALUES)
    settled: dict[Spot, Mark] = {}
    ends: tuple[tuple[int, LabelPlace], ...] = ((0, "l"), (len(plot.chart.categories) - 1, "r"))
    for category, place in ends:
        for mark in plot.standing(category).values():
            settled[0, category] = mark._replace(label=mark.label._replace(place=place, shown=True))
    taken = [frame for spot, mark in settled.items() if (frame := label_frame(plot, spot, mark))]
    return with_marks(thinned(plot, [spot for spot in order if spot not in settled], taken), settled)


def _named(plot: Plot, scale: float) -> Plot:
    """Return the plot of several areas, each named with its last value level with its middle at the right."""
    last = len(plot.chart.categories) - 1
    height = _SIZE * PITCH
    ends = plot.standing(last)
    tops = [mark.frame.y for mark in ends.values()]
    numbers = [value.number for series in plot.chart.series if (value := series.values[last])]
    middles = [top + number * scale / 2 for top, number in zip(tops, numbers, strict=True)]
    aims = spread(middles, [height] * len(ends), plot.frame.y + height, plot.inner.bottom + 4)
    marks: dict[Spot, Mark] = {}
    for (series, mark), top, aim in zip(ends.items(), tops, aims, strict=True):
        label = mark.label._replace(place="r", shown=True, named=True, separator=" ", shift=(0.0, aim - top))
        marks[series, last] = mark._replace(label=label)
    return with_marks(plot, marks)
