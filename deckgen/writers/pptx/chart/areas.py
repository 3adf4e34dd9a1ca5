"""Areas, with the lines along their upper edges that carry the labels: an area itself has no place for any."""

from __future__ import annotations

from deckgen.charts.geometry import DataLabel, Fill, Mark, Plot, label_code
from deckgen.charts.model import Series
from deckgen.writers.pptx.chart import data
from deckgen.writers.pptx.chart.axes import AXIS_IDS, category_axis, value_axis
from deckgen.writers.pptx.chart.ink import Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS, labels
from deckgen.writers.pptx.chart.lines import line_series
from deckgen.writers.pptx.chart.names import category_names

_UNSEEN = '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'


def area_chart(plot: Plot, ink: Ink) -> str:
    """Return areas, the lines over them and their axes."""
    only = len(plot.chart.series) == 1
    grouping = "standard" if only else "stacked"
    areas = "".join(_area(plot, index, ink) for index in range(len(plot.chart.series)))
    edges = "".join(_edge(plot, index, ink) for index in range(len(plot.chart.series)))
    return (
        f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{areas}<c:dLbls>{NO_LABELS}</c:dLbls>'
        f"{AXIS_IDS}</c:areaChart>{_lines(grouping, edges)}"
        f"{_lines('standard', _totals(plot, plot.totals, ink)) if plot.totals else ''}"
        f"{category_names(plot, ink)}{category_axis(plot, ink)}{value_axis(plot, ink)}"
    )


def _lines(grouping: str, series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}<c:dLbls>{NO_LABELS}</c:dLbls>'
        f'<c:marker val="1"/>{AXIS_IDS}</c:lineChart>'
    )


def _area(plot: Plot, index: int, ink: Ink) -> str:
    series = plot.chart.series[index]
    fill = next((mark.fill for mark in plot.marks[index] if mark), Fill("grey"))
    look = ink.area(Fill("accent-tint")) if len(plot.chart.series) == 1 else ink.area(fill, True)
    number = 2 * len(plot.chart.series) + 2 + index
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{data.series_name(series, index)}{look}'
        f"{data.categories(plot.chart)}{data.values(series, index)}</c:ser>"
    )


def _edge(plot: Plot, index: int, ink: Ink) -> str:
    """Return the line along the upper edge of an area: seen where there is only one."""
    if len(plot.chart.series) == 1:
        return line_series(plot, index, ink)
    series = plot.chart.series[index]
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{data.series_name(series, index)}{_UNSEEN}'
        f"{labels(plot, plot.marks[index], ink)}{data.categories(plot.chart)}{data.values(series, index)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _totals(plot: Plot, totals: Series, ink: Ink) -> str:
    """Return the sums as a line that nobody sees, labelled at its ends and at its highest point."""
    index = len(plot.chart.series)
    numbers = [value.number if value else 0.0 for value in totals.values]
    told = {0, len(numbers) - 1, numbers.index(max(numbers))}
    marks = [
        Mark(plot.inner, Fill("grey"), DataLabel(label_code(value, plot.chart), True, place="t", shown=n in told))
        if value else None
        for n, value in enumerate(totals.values)
    ]  # fmt: skip
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{data.series_name(totals, index)}{_UNSEEN}'
        f"{labels(plot, marks, ink)}{data.categories(plot.chart)}{data.values(totals, index)}"
        '<c:smooth val="0"/></c:ser>'
    )
