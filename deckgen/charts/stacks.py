"""Stacks: parts on top of each other, with their sum at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckgen.charts.categories import in_time, named_categories, summed
from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    Label,
    Mark,
    Overlay,
    Plot,
    in_turn,
    label_code,
    lines_of,
    pattern,
    printed,
    rounded_up,
    text_width,
    widest,
)
from deckgen.charts.legend import LEGEND_HEIGHT, legend_frame
from deckgen.charts.model import Chart, Value
from deckgen.charts.spreading import spread
from deckgen.frame import Frame

_SIZE = 14
_GAP = 60
_WIDEST_COLUMN, _THICKEST_BAR = 96.0, 60.0
_AXIS_GAP, _PADDING = 10.0, 8.0
_BROADEST_NAMES = 0.25

SHADES = {"grey": ("grey", "grey-tint", "grey-deep"), "accent": ("accent", "accent-tint", "accent-deep")}
"""The shades that parts take in turn: neighbours differ in lightness as well, and read without colour."""


def plot_stacked(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of stacked columns; of bars where the names of categories that are no times need the room."""
    count = len(chart.categories)
    room = frame.width / count - 8
    if not in_time(chart) and max(lines_of(name, 12, min(room, 96.0)) for name in chart.categories) > 2:
        return _bars(chart, frame)
    return _columns(chart, frame)


def strong_part(chart: Chart) -> int:
    """Return the series to look at: the named one, else the one at the foot, whose levels compare best."""
    names = [series.name for series in chart.series]
    return names.index(chart.emphasis) if chart.emphasis in names else 0


def part_fill(chart: Chart, series: int, category: int, value: Value) -> Fill:
    """Return the look of a part: the strong series in the accent, the others in greys; or the strong category so."""
    if chart.emphasis in chart.categories and chart.emphasis not in [s.name for s in chart.series]:
        ramp = SHADES["accent" if chart.categories[category] == chart.emphasis else "grey"]
        return Fill(ramp[series % 3], pattern(value))
    strong = strong_part(chart)
    if series == strong:
        return Fill("accent", pattern(value))
    return Fill(in_turn(SHADES["grey"], series, strong), pattern(value))


def on_fill(fill: Fill) -> str:
    """Return the colour of text on a part."""
    return "text" if fill.pattern != "solid" or fill.role.endswith("-tint") else "on-accent"


def piled(
    chart: Chart, scale: float, mark: Callable[[int, int, Value, float, float], Mark]
) -> tuple[tuple[Mark | None, ...], ...]:
    """Return the marks of values on top of each other, `scale` points for one unit.

    `mark` makes one from its series, its category, its value, where it begins and how long it is.
    """
    feet = [0.0] * len(chart.categories)
    rows: list[tuple[Mark | None, ...]] = []
    for series, some in enumerate(chart.series):
        row: list[Mark | None] = []
        for category, value in enumerate(some.values):
            length = value.number * scale if value else 0.0
            row.append(mark(series, category, value, feet[category], length) if value else None)
            feet[category] += length
        rows.append(tuple(row))
    return tuple(rows)


def _columns(chart: Chart, frame: Frame) -> Plot:
    count, totals = len(chart.categories), summed(chart)
    right = widest((series.name for series in chart.series), _SIZE, True) + 12
    parts = _heights(chart, frame.height * 0.75, count - 1)
    named = len(chart.series) > 1 and right <= frame.width * _BROADEST_NAMES and len(parts) == len(chart.series)
    legend = None if named or len(chart.series) < 2 else legend_frame(chart, frame)
    area = frame.inset(right=right if named else 0, top=LEGEND_HEIGHT if legend else 0)
    band = area.width / count
    category_size = 14 if all(lines_of(name, 14, band - 8) == 1 for name in chart.categories) else 12
    shown = named_categories(chart, 12, band) if in_time(chart) else ()
    lines = 1 if in_time(chart) else max(lines_of(name, category_size, band - 8) for name in chart.categories)
    gap = _GAP
    if band / (1 + gap / 100) > _WIDEST_COLUMN:
        gap = min(round((band / _WIDEST_COLUMN - 1) * 100), 500)
    inner = area.inset(top=_SIZE * PITCH + 6, bottom=lines * category_size * PITCH + _AXIS_GAP)
    plot = Plot(
        "stacked", chart, frame, inner, 0, _maximum(chart, totals.values), gap, 100, (), _SIZE, category_size, legend,
        named=shown, totals=totals,
    )  # fmt: skip
    thickness = band / (1 + gap / 100)

    def part(index: int, category: int, value: Value, foot: float, height: float) -> Mark:
        x = inner.x + band * category + (band - thickness) / 2
        return _mark(chart, index, category, value, Frame(x, inner.bottom - (foot + height), thickness, height))

    plot = replace(plot, marks=piled(chart, inner.height / plot.maximum, part))
    return replace(plot, overlays=_names_right(plot)) if named else plot


def _bars(chart: Chart, frame: Frame) -> Plot:
    count, totals = len(chart.categories), summed(chart)
    names = min(widest(chart.categories, _SIZE), frame.width * 0.34) + _AXIS_GAP
    first = _heights(chart, (frame.width - names) * 0.8, 0)
    needed = [text_width(chart.series[s].name, _SIZE, True) + 6 for s in first]
    named = len(first) == len(chart.series) and all(
        n <= length for n, length in zip(needed, first.values(), strict=True)
    )
    legend = None if named else legend_frame(chart, frame)
    area = frame.inset(left=names, top=_SIZE * PITCH + 4 if named else LEGEND_HEIGHT)
    thickness = min(area.height / count / (1 + _GAP / 100), _THICKEST_BAR)
    band = thickness * (1 + _GAP / 100)
    reach = max(text_width(printed(v, chart), _SIZE, True) for v in totals.values if v) + _PADDING + 4
    inner = Frame(area.x, area.y - (band - thickness) / 2 + (4 if named else 0), area.width - reach, band * count)
    plot = Plot(
        "stacked-bar", chart, frame, inner, 0, _maximum(chart, totals.values), _GAP, 100, (), _SIZE,
        14 if band >= 14 * PITCH else 12, legend, totals=totals,
    )  # fmt: skip

    def part(index: int, category: int, value: Value, foot: float, width: float) -> Mark:
        y = inner.y + band * category + (band - thickness) / 2
        return _mark(chart, index, category, value, Frame(inner.x + foot, y, width, thickness))

    plot = replace(plot, marks=piled(chart, inner.width / plot.maximum, part))
    return replace(plot, overlays=_names_above(plot)) if named else plot


def _heights(chart: Chart, extent: float, category: int) -> dict[int, float]:
    """Return how long the parts of one category come out when the largest sum takes `extent`."""
    largest = max((value.number for value in summed(chart).values if value), default=1.0) or 1.0
    return {
        index: value.number / largest * extent
        for index, series in enumerate(chart.series)
        if (value := series.values[category]) and value.number
    }


def _maximum(chart: Chart, totals: tuple[Value | None, ...]) -> float:
    largest = max((value.number for value in totals if value), default=1.0)
    return max(chart.maximum or rounded_up(largest), largest) or 1.0


def _mark(chart: Chart, series: int, category: int, value: Value, frame: Frame) -> Mark:
    """Return a part, with its value inside where it fits; what is no fact is hatched, and its sum says so."""
    fill = part_fill(chart, series, category, value)
    plain = replace(value, status="actual")
    text = printed(plain, chart)
    shown = frame.height >= _SIZE * 1.25 and frame.width >= text_width(text, _SIZE, True) + 4
    return Mark(frame, fill, DataLabel(label_code(plain, chart), True, on_fill(fill), place="ctr", shown=shown))


def _names_right(plot: Plot) -> tuple[Overlay, ...]:
    """Return the names of the series, level with the parts of the last column."""
    last = [(index, mark.frame) for index, mark in plot.standing(-1).items() if mark.frame.height]
    height = _SIZE * PITCH
    centers = spread([f.y + f.height / 2 for _, f in last], [height] * len(last), plot.frame.y, plot.inner.bottom + 4)
    strong = strong_part(plot.chart)
    return tuple(
        Label(
            Frame(frame.right + 8, center - height / 2, plot.frame.right - frame.right - 8, height),
            plot.chart.series[index].name, _SIZE, index == strong, "accent-text" if index == strong else "text",
        )
        for (index, frame), center in zip(last, centers, strict=True)
    )  # fmt: skip


def _names_above(plot: Plot) -> tuple[Overlay, ...]:
    """Return the names of the series over the parts of the first bar."""
    strong, height = strong_part(plot.chart), _SIZE * PITCH
    return tuple(
        Label(
            Frame(mark.frame.x, mark.frame.y - height - 2, mark.frame.width, height),
            plot.chart.series[index].name, _SIZE, index == strong, "accent-text" if index == strong else "text",
        )
        for index, mark in plot.standing(0).items()
    )  # fmt: skip
