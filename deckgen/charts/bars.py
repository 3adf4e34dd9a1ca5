"""Bars and columns: levels that start at zero, side by side."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.categories import has_rest, in_time, named_categories, with_rest
from deckgen.charts.difference import across_columns, below_bars, bubble_size, clear_of_guides
from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    Mark,
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
from deckgen.charts.heads import HEAD_ROW, with_heads
from deckgen.charts.labels import telling, thinned
from deckgen.charts.legend import LEGEND_HEIGHT, legend_frame
from deckgen.charts.model import Chart, Value
from deckgen.charts.numbers import as_shown
from deckgen.charts.scale import scale_of
from deckgen.frame import Frame

LABEL_SIZES = (14, 12)
_LARGE_LABELS = {1: 24, 2: 20, 3: 20, 4: 16}
"""Sizes of value labels by how many there are, where they can be larger than `LABEL_SIZES`."""

_AXIS_GAP = 10.0
_LABEL_GAP = 8.0
_FEW_HIDDEN = 0.1
"""The share of labels that groups of columns may do without before they have a value axis."""

_MOST_TICKS, _TICK_SIZE = 5, 12
_THINNEST_ROW = 18.0
_WIDEST_COLUMN = 96.0
_THICKEST_BAR = 96.0
_BROADEST_NAMES = 0.34
_OTHERS = ("grey", "grey-tint", "grey-deep", "second")


def plot_columns(chart: Chart, frame: Frame, alone: bool = True) -> Plot:
    """Return the plot of vertical columns; of bars where the category names do not fit under columns in two lines.

    Times stay in columns: of many, some are named. Where groups of columns stand `alone`, without lines among them, and
    are too dense for their labels, they have a value axis.
    """
    band, series = frame.width / len(chart.categories), range(len(chart.series))
    size, shown = _names_below(chart, band)
    if not size or chart.top:
        return plot_bars(chart, frame)
    names = (1 if shown else _lines(chart, size, band - 8)) * size * PITCH + _AXIS_GAP
    fitting = (s for s in _label_sizes(chart) if all(_widest_label(chart, n, s) <= band for n in series))
    label_size = next(fitting, LABEL_SIZES[-1])
    gap, overlap = _column_spacing(chart, band)
    named = _names_fit(chart, _share(len(chart.series), gap, overlap) * band * (1 - overlap / 100), label_size)
    legend = legend_frame(chart, frame) if len(chart.series) > 1 and not named else None
    base = Plot("column", chart, frame, frame, 0, 1, gap, overlap, (), label_size, size, named=shown)
    if legend and alone and len(chart.series) < 4 and not chart.difference and not chart.cagr:
        for rows in range(len(chart.series) + 1):
            plot = _legible(base, frame.inset(top=rows * HEAD_ROW, bottom=names), named)
            if headed := with_heads(plot, frame):
                return headed
    base = replace(base, legend=legend)
    area = frame.inset(top=LEGEND_HEIGHT if legend else 0, bottom=names)
    if not chart.difference:
        return _legible(base, area, named) if alone else _readable(_columns(base, area, named))
    plot = _columns(base, area, named)
    overlays = across_columns(plot, chart.difference)
    if overlays is None:
        margin = bubble_size(chart.difference.label).width + 16
        inner = plot.inner.inset(right=margin)
        gap, _ = _column_spacing(chart, inner.width / len(chart.categories))
        plot = _placed(replace(plot, inner=inner, gap=gap), named)
        overlays = across_columns(plot, chart.difference, margin)
    return clear_of_guides(replace(plot, overlays=overlays or ()))


def _names_below(chart: Chart, band: float) -> tuple[int, tuple[int, ...]]:
    """Return the size of the names below columns and, of many times, those that are named; 0 where they do not fit."""
    size = next((s for s in LABEL_SIZES if _lines(chart, s, band - 8) <= (1 if s == 14 else 2)), 0)
    if in_time(chart) and (not size or _lines(chart, size, band - 8) > 1):
        return LABEL_SIZES[-1], named_categories(chart, LABEL_SIZES[-1], band)
    return size, ()


def _column_spacing(chart: Chart, band: float) -> tuple[int, int]:
    """Return gap and overlap of columns; few have a wider gap, so that they do not become too broad."""
    gap, overlap = _spacing(chart, "column")
    count = len(chart.series)
    if len(chart.categories) <= 4 and _share(count, gap, overlap) * band > _WIDEST_COLUMN:
        gap = min(500, round(gap + (band - _taken(count, gap, overlap) * _WIDEST_COLUMN) / _WIDEST_COLUMN * 100))
    return gap, overlap


def _columns(plot: Plot, area: Frame, named: bool) -> Plot:
    """Return the plot with its columns in an area."""
    room = plot.label_size * PITCH * (2 if named else 1) + _LABEL_GAP
    minimum, maximum = _axis(plot.chart, area.height, [room])
    height = _extent(plot.chart, area.height, room, minimum, maximum)
    inner = Frame(area.x, area.bottom - height, area.width, height)
    return _placed(replace(plot, inner=inner, minimum=minimum, maximum=maximum), named)


def _legible(plot: Plot, area: Frame, named: bool) -> Plot:
    """Return the columns with their labels or, where too many of a group would be left out, with an axis instead.

    Of the labels those that tell most stay then.
    """
    drawn = _readable(_columns(plot, area, named))
    marks = drawn.spots.values()
    hidden = sum(not mark.label.shown for mark in marks)
    if len(plot.chart.series) == 1 or hidden <= _FEW_HIDDEN * len(marks):
        return drawn
    chart, numbers = plot.chart, [value.number for value in plot.chart.known]
    scale = scale_of([min(0.0, *numbers), max(0.0, *numbers)], 0.0, _MOST_TICKS)
    minimum, maximum = scale.minimum, max(chart.maximum or scale.maximum, *numbers)
    ticks = widest((as_shown(scale.text(tick), chart.unit) for tick in scale.ticks), _TICK_SIZE) + _LABEL_GAP
    area = area.inset(left=ticks, top=_TICK_SIZE * PITCH / 2)
    height = _extent(chart, area.height, plot.label_size * PITCH + _LABEL_GAP, minimum, maximum)
    inner = Frame(area.x, area.bottom - height, area.width, height)
    drawn = _placed(replace(plot, inner=inner, minimum=minimum, maximum=maximum, scale=scale), False)
    doubts = [spot for spot, mark in drawn.spots.items() if mark.fill.pattern in ("hatched", "dashed")]
    return thinned(drawn, [*doubts, *telling(drawn, chart.strong, rest=False)])


def _readable(plot: Plot) -> Plot:
    """Return the plot without the labels that others would cover: those of the strong series and what tells most stay."""
    chart = plot.chart
    strong = chart.strong
    first = sorted(range(len(chart.series)), key=lambda s: s != strong)
    marks = sorted(plot.spots.items(), key=lambda entry: entry[0][0] != strong)
    names = [spot for spot, mark in marks if mark.label.named]
    doubts = [spot for spot, mark in marks if mark.fill.pattern in ("hatched", "dashed")]
    return thinned(plot, [*names, *doubts, *(spot for series in first for spot in telling(plot, series))])


def plot_bars(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of horizontal bars, the first category on top.

    A single series that is told to, or has more bars than fit, shows the largest and the sum of all others.
    """
    most = int(frame.height / _THINNEST_ROW)
    if len(chart.series) == 1 and (chart.top or len(chart.categories) > most) and has_rest(chart):
        chart = with_rest(chart, chart.top or most - 1)
    count = len(chart.categories)
    gap, overlap = _spacing(chart, "bar")
    named = len(chart.series) in (2, 3)
    legend = legend_frame(chart, frame) if len(chart.series) > 3 else None
    below = bubble_size("").height + 16 if chart.difference else 0.0
    area = frame.inset(top=LEGEND_HEIGHT if legend else 0, bottom=below)
    thickness = min(_share(len(chart.series), gap, overlap) * area.height / count, _THICKEST_BAR)
    height = count * thickness / _share(len(chart.series), gap, overlap)
    size = 14 if area.height / count >= 14 * PITCH else 12
    names = min(widest(chart.categories, size), frame.width * _BROADEST_NAMES) + _AXIS_GAP
    top = area.y + (area.height - height) * 0.3
    label_size = next((s for s in _label_sizes(chart) if thickness >= s * PITCH), LABEL_SIZES[-1])
    rooms = [
        _widest_label(chart, series, label_size)
        + (text_width(chart.series[series].name + " ", label_size, True) if named else 0)
        + _LABEL_GAP
        for series in range(len(chart.series))
    ]
    width = area.width - names
    minimum, maximum = _axis(chart, width, rooms)
    width = _extent(chart, width, max(rooms), minimum, maximum)
    inner = Frame(area.x + names, top, width, height)
    plot = _placed(
        Plot("bar", chart, frame, inner, minimum, maximum, gap, overlap, (), label_size, size, legend), named
    )
    if not chart.difference:
        return _readable(plot)
    return clear_of_guides(replace(plot, overlays=below_bars(plot, chart.difference)))


def axis_maximum(chart: Chart, frame: Frame) -> float:
    """Return the axis maximum a chart of bars or columns takes by itself; charts of one unit share the largest."""
    draw = plot_columns if chart.type == "column" else plot_bars
    return draw(replace(chart, maximum=None), frame).maximum


def color(chart: Chart, series: int, category: int) -> str:
    """Return the colour role of a mark.

    One series: the named category is the accent and the rest grey; without a name all are the accent. Several: colour
    tells the series, the named one or else the last being the accent.
    """
    if len(chart.series) == 1:
        return "accent" if chart.emphasis in ("", chart.categories[category], chart.series[0].name) else "grey"
    return "accent" if series == chart.strong else in_turn(_OTHERS, series, chart.strong)


def _bold(chart: Chart, series: int, category: int) -> bool:
    if len(chart.series) == 1:
        return color(chart, series, category) == "accent"
    if chart.emphasis in chart.categories:
        return chart.emphasis == chart.categories[category]
    return series == chart.strong


def _spacing(chart: Chart, kind: str) -> tuple[int, int]:
    """Return gap and overlap in percent of a bar (`visual.md` §1.9, 3)."""
    alone = len(chart.series) == 1
    return (60 if alone else 70) + (10 if kind == "column" else 0), 0 if alone else -10


def _taken(count: int, gap: int, overlap: int) -> float:
    """Return how many bar thicknesses the bars of one category take, the gap included."""
    return count - (count - 1) * overlap / 100 + gap / 100


def _share(count: int, gap: int, overlap: int) -> float:
    return 1 / _taken(count, gap, overlap)


def _lines(chart: Chart, size: int, room: float) -> int:
    return max(lines_of(category, size, min(room, size * 8.0)) for category in chart.categories)


def _label_sizes(chart: Chart) -> tuple[int, ...]:
    """Return the sizes a value label may have, the largest first: few values are the proof and stand out."""
    large = _LARGE_LABELS.get(len(chart.known), 14) if len(chart.series) == 1 else 14
    return tuple(size for size in (24, 20, 18, 16, *LABEL_SIZES) if size <= large)


def _widest_label(chart: Chart, series: int, size: int) -> float:
    return widest((printed(value, chart) for value in chart.series[series].values if value), size, True)


def _names_fit(chart: Chart, pitch: float, size: int) -> bool:
    """Return whether each series' name can stand over its first column."""
    return len(chart.series) in (2, 3) and widest((s.name for s in chart.series), size, True) <= pitch


def _axis(chart: Chart, extent: float, rooms: list[float]) -> tuple[float, float]:
    """Return the ends of the value axis: zero is always on it, and the labels find room beyond the bars."""
    ends = 2 if any(value.number < 0 for value in chart.known) else 1
    free = max(extent - ends * max(rooms), extent / 3)
    needed = [value.number * extent / free for value in chart.known]
    low, high = min([0.0, *needed]), max([0.0, *needed])
    maximum = rounded_up(high)
    if chart.maximum is not None:
        maximum = max([chart.maximum, *(value.number for value in chart.known)])
    return (-rounded_up(-low) if low else 0.0), maximum or (0.0 if low else 1.0)


def _extent(chart: Chart, extent: float, room: float, minimum: float, maximum: float) -> float:
    """Return how long the value axis may be for every label to stay in the frame."""
    longest = max([0.0, *((value.number - minimum) / (maximum - minimum) for value in chart.known)])
    return min(extent, (extent - room) / longest) if longest else extent


def _placed(plot: Plot, named: bool) -> Plot:
    """Return the plot with its marks."""
    chart, inner = plot.chart, plot.inner
    vertical = plot.type == "column"
    band = (inner.width if vertical else inner.height) / len(chart.categories)
    thickness = band * _share(len(chart.series), plot.gap, plot.overlap)
    scale = (inner.height if vertical else inner.width) / (plot.maximum - plot.minimum)

    def mark(series: int, category: int, value: Value | None) -> Mark | None:
        if value is None:
            return None
        offset = band * category + thickness * (plot.gap / 200 + series * (1 - plot.overlap / 100))
        start, end = sorted((-plot.minimum * scale, (value.number - plot.minimum) * scale))
        if vertical:
            place = Frame(inner.x + offset, inner.bottom - end, thickness, end - start)
        else:
            place = Frame(inner.x + start, inner.y + offset, end - start, thickness)
        first = next(c for c, v in enumerate(chart.series[series].values) if v)
        label = DataLabel(
            label_code(value, chart),
            bold=_bold(chart, series, category),
            named=named and category == first,
            separator="\n" if vertical else " ",
        )
        return Mark(place, Fill(color(chart, series, category), pattern(value)), label)

    marks = tuple(
        tuple(mark(s, c, value) for c, value in enumerate(series.values)) for s, series in enumerate(chart.series)
    )
    return replace(plot, marks=marks)
