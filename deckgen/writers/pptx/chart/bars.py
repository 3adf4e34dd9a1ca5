"""Bars and columns: side by side, stacked, or stacked to 100 %."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.charts.geometry import DataLabel, Fill, Mark, Plot, label_code
from deckgen.charts.model import Series
from deckgen.writers.pptx.chart import data
from deckgen.writers.pptx.chart.axes import AXIS_IDS, category_axis, value_axis
from deckgen.writers.pptx.chart.ink import NOTHING, Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS, labels
from deckgen.writers.pptx.chart.names import category_names

_KINDS: Mapping[str, tuple[bool, str]] = {
    "bar": (True, "clustered"),
    "column": (False, "clustered"),
    "stacked": (False, "stacked"),
    "stacked-bar": (True, "stacked"),
    "stacked100": (True, "percentStacked"),
}
"""By plot type, whether the bars lie, and how they are grouped."""


def bar_chart(plot: Plot, ink: Ink) -> str:
    """Return a bar chart and its axes."""
    horizontal, grouping = _KINDS[plot.type]
    series = "".join(bar_series(plot, index, ink) for index in range(len(plot.chart.series)))
    if plot.totals:
        series += _totals(plot, plot.totals, ink)
    whole = plot.type == "stacked100"
    axis = category_axis(
        plot, ink, horizontal=horizontal, line="" if whole else "muted", deleted=whole and len(plot.chart.categories) == 1
    )  # fmt: skip
    return (
        f'<c:barChart><c:barDir val="{"bar" if horizontal else "col"}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:dLbls>{NO_LABELS}</c:dLbls><c:gapWidth val="{plot.gap}"/>'
        f'<c:overlap val="{plot.overlap}"/>{AXIS_IDS}</c:barChart>'
        f"{category_names(plot, ink)}{axis}{value_axis(plot, ink, horizontal=horizontal)}"
    )


def bar_series(plot: Plot, index: int, ink: Ink) -> str:
    """Return one series of bars: the fill most of them share, and each bar that differs."""
    series, marks = plot.chart.series[index], plot.marks[index]
    inverted = '<c:invertIfNegative val="0"/>'
    fills = [mark.fill for mark in marks if mark]
    common = max(fills, key=fills.count) if fills else Fill("grey")
    parted = plot.overlap == 100
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/>{inverted}<c:bubble3D val="0"/>{ink.area(mark.fill, parted)}</c:dPt>'
        for i, mark in enumerate(marks)
        if mark and mark.fill != common
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{data.series_name(series, index)}'
        f"{ink.area(common, parted)}{inverted}{points}{labels(plot, marks, ink)}"
        f"{data.categories(plot.chart)}{data.values(series, index)}</c:ser>"
    )


def _totals(plot: Plot, totals: Series, ink: Ink) -> str:
    """Return the sums: bars that nobody sees beyond the stacks, which carry the labels of the sums at their feet."""
    index = len(plot.chart.series)
    strong = plot.chart.emphasis
    marks = [
        Mark(plot.inner, Fill("grey"), DataLabel(label_code(value, plot.chart), name == strong or not strong, place="inBase"))
        if value else None
        for name, value in zip(plot.chart.categories, totals.values, strict=True)
    ]  # fmt: skip
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{data.series_name(totals, index)}{NOTHING}'
        f'<c:invertIfNegative val="0"/>{labels(plot, marks, ink)}'
        f"{data.categories(plot.chart)}{data.values(totals, index)}</c:ser>"
    )
