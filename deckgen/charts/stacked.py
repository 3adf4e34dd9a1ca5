"""One or more 100 % bars: how a whole is shared, and how wholes compare."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    Guide,
    Label,
    Mark,
    Overlay,
    Plot,
    in_turn,
    label_code,
    pattern,
    printed,
    text_width,
    widest,
)
from deckgen.charts.model import Chart, Series
from deckgen.charts.stacks import SHADES, on_fill, strong_part
from deckgen.frame import Frame

_GAP, _LONE_GAP = 60, 10
_THICKEST_BAR, _THICKEST_LONE_BAR = 60.0, 168.0
_PADDING = 8.0
_NAME_SIZE = 14


def by_segment(chart: Chart) -> Chart:
    """Return the chart with one series per segment; shares given as one series of categories are turned over."""
    if len(chart.series) > 1 or len(chart.categories) < 2:
        return chart
    only = chart.series[0]
    segments = tuple(Series(name, (value,)) for name, value in zip(chart.categories, only.values, strict=True))
    return replace(chart, categories=(only.name,), series=segments)


def strong_segment(chart: Chart, series: int, category: int) -> bool:
    """Return whether a segment is the one to look at; without a named emphasis it is the first of each whole."""
    if not chart.emphasis:
        return series == 0
    return chart.emphasis in (chart.series[series].name, chart.categories[category])


def plot_stacked100(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of horizontal 100 % bars, the first category on top."""
    chart = by_segment(chart)
    count = len(chart.categories)
    lone = count == 1
    size = 24 if lone else 14
    names = 0.0 if lone else min(widest(chart.categories, 14) + 10, frame.width * 0.34)
    width = frame.width - names
    within = all(_fits(chart, s, width, size, lone) for s in range(len(chart.series)))
    rows = 0 if within else 1 + sum(_overhangs(chart, s, width, size) for s in range(len(chart.series)))
    above = rows * _NAME_SIZE * PITCH + 4
    whole = 30.0 if chart.center and lone else 0.0
    thickest = _THICKEST_LONE_BAR if lone else _THICKEST_BAR
    gap = _LONE_GAP if lone else _GAP
    band = min((frame.height - above - whole) / count, thickest * (1 + gap / 100))
    thickness = band / (1 + gap / 100)
    # The outer half gaps are empty: they may hold what stands above the bars.
    height = band * count
    block = height + above + whole
    top = frame.y + (frame.height - block) * (0.15 if lone else 0.3) + above + whole
    inner = Frame(frame.x + names, top, width, height)
    plot = Plot("stacked100", chart, frame, inner, 0, 1, gap, 100, (), size, 14)
    marks = tuple(
        tuple(_mark(plot, s, c, band, thickness, within) for c in range(count)) for s in range(len(chart.series))
    )
    plot = replace(plot, marks=marks)
    first = inner.y + (band - thickness) / 2
    overlays: list[Overlay] = [] if within else _names_above(plot, first)
    if whole:
        overlays += _whole(plot, first - above - 8)
    return replace(plot, overlays=tuple(overlays))


def _total(chart: Chart, category: int) -> float:
    return sum(value.number for series in chart.series if (value := series.values[category])) or 1.0


def _mark(plot: Plot, series: int, category: int, band: float, thickness: float, within: bool) -> Mark | None:
    chart, inner = plot.chart, plot.inner
    value = chart.series[series].values[category]
    if value is None:
        return None
    before = sum(v.number for s in chart.series[:series] if (v := s.values[category]))
    scale = inner.width / _total(chart, category)
    place = Frame(
        inner.x + before * scale, inner.y + band * category + (band - thickness) / 2, value.number * scale, thickness
    )
    strong = strong_segment(chart, series, category)
    fill = Fill("accent" if strong else _shade(chart, series), pattern(value))
    label = DataLabel(
        label_code(value, chart),
        bold=True,
        color=on_fill(fill),
        named=within and category == 0,
        place="ctr",
        separator="\n" if len(chart.categories) == 1 else " ",
        shown=text_width(printed(value, chart), plot.label_size, True) + 4 <= place.width
        and band >= plot.label_size * PITCH,
    )
    return Mark(place, fill, label)


def _shade(chart: Chart, series: int) -> str:
    """Return the grey of a segment: one for all parts of one whole, in turn where a part is followed from bar to bar."""
    if len(chart.categories) == 1 or chart.emphasis in chart.categories:
        return "grey"
    return in_turn(SHADES["grey"], series, strong_part(chart))


def _fits(chart: Chart, series: int, width: float, size: int, lone: bool) -> bool:
    """Return whether name and value can stand in the first segment: in two lines on a lone bar, else in one."""
    value = chart.series[series].values[0]
    if value is None:
        return False
    room = width * value.number / _total(chart, 0) - 2 * _PADDING
    name, figure = chart.series[series].name, printed(value, chart)
    texts = (name, figure) if lone else (f"{name} {figure}",)
    return widest(texts, size, True) <= room


def _name(chart: Chart, series: int, width: float, size: int) -> str:
    """Return what stands over a first segment: its name, and its value where the segment is too narrow for it."""
    value = chart.series[series].values[0]
    if value is None:
        return ""
    figure = printed(value, chart)
    held = text_width(figure, size, True) + 4 <= width * value.number / _total(chart, 0)
    return chart.series[series].name if held else f"{chart.series[series].name} {figure}"


def _overhangs(chart: Chart, series: int, width: float, size: int) -> bool:
    """Return whether what stands over a first segment is wider than the segment."""
    value = chart.series[series].values[0]
    if value is None:
        return False
    return text_width(_name(chart, series, width, size), _NAME_SIZE, True) > width * value.number / _total(chart, 0)


def _names_above(plot: Plot, bottom: float) -> list[Overlay]:
    """Return the segments' names over the first bar.

    A name that is wider than its segment stands a row higher than the one before, left of a line to its segment: so
    no line runs through a name.
    """
    chart, width = plot.chart, plot.inner.width
    height = _NAME_SIZE * PITCH
    overlays: list[Overlay] = []
    row = 0
    for index, marks in enumerate(plot.marks):
        mark = marks[0]
        if mark is None:
            continue
        text, strong, segment = _name(chart, index, width, plot.label_size), mark.fill.role == "accent", mark.frame
        if not _overhangs(chart, index, width, plot.label_size):
            place = Frame(segment.x, bottom - 4 - height, segment.width, height)
            overlays.append(Label(place, text, _NAME_SIZE, strong))
            continue
        row += 1
        x, y = segment.x + segment.width / 2, bottom - 4 - height * (row + 1)
        wide = text_width(text, _NAME_SIZE, True) + 2
        place = Frame(max(plot.frame.x, x - 4 - wide), y, wide, height)
        overlays += [Label(place, text, _NAME_SIZE, strong, align="right"), Guide(x, y + 2, x, bottom - 2)]
    return overlays


def _whole(plot: Plot, y: float) -> list[Overlay]:
    """Return a bracket over the whole bar that says what 100 % is."""
    inner = plot.inner.inset(left=0.75, right=0.75)  # half the line that parts the segments
    text = plot.chart.center
    return [
        Guide(inner.x, y, inner.right, y),
        Guide(inner.x, y, inner.x, y + 5),
        Guide(inner.right, y, inner.right, y + 5),
        Label(Frame(inner.x, y - 24, inner.width, 20), text, _NAME_SIZE, False, "text", "center"),
    ]
