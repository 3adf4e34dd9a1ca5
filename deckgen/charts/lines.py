"""Lines: a trend per series, named at its end, with the values that tell it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from deckgen.charts.categories import named_categories
from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    Mark,
    Plot,
    Spot,
    Trace,
    in_turn,
    label_code,
    printed,
    rounded_up,
    text_width,
    widest,
)
from deckgen.charts.labels import end_width, label_frame, overlaps, telling, thinned, with_marks
from deckgen.charts.model import Chart, Series, Status, Value, status_name, with_standing
from deckgen.charts.spreading import kept_apart
from deckgen.frame import Frame

STRONG, PLAIN = 3.0, 1.5
"""Widths of the line to look at, and of all others (`visual.md` §1.7)."""

_STRONG_COLORS, _OTHER_COLORS = ("accent", "accent-text"), (("grey", "muted"), ("grey-deep", "text"))
"""Colours of line and labels: of the line to look at, and of the others in turn, so that two that cross can be followed."""

_MARKERS = {STRONG: 8.0, PLAIN: 6.0}
_MOST_MARKED = 12
_AXIS_GAP = 10.0
_NARROW = 0.6
"""Values that all lie in the upper part of the axis beyond this share of it are drawn on one that does not start at 0."""

_WIDEST_END = 0.3


def by_standing(chart: Chart) -> tuple[Chart, tuple[int, ...]]:
    """Return the chart with what is no fact in series of its own, and for each series the one it came from.

    A line has one look from end to end in most programs: so the forecast part of a line is a further column of the
    workbook. It begins with the last fact before it, as a line needs a point to start from.
    """
    series: list[Series] = []
    parents: list[int] = []
    for index, row in enumerate(chart.series):
        standings = dict.fromkeys(value.status for value in row.known)
        first: Status = next(iter(standings), "actual")
        kept: Status = "actual" if "actual" in standings else first
        series.append(replace(row, values=tuple(v if v and v.status == kept else None for v in row.values)))
        parents.append(index)
        for status in standings:
            if status != kept:
                series.append(_part(row, status, chart.chinese))
                parents.append(index)
    return replace(chart, series=tuple(series)), tuple(parents)


def _part(row: Series, status: Status, chinese: bool) -> Series:
    """Return the values of one standing with the values they are joined to; the name of a last part says what it is."""
    there = [value is not None and value.status == status for value in row.values]

    def kept(index: int, value: Value | None) -> Value | None:
        beside = there[max(0, index - 1) : index + 2]
        if value is None or not any(beside):
            return None
        return value

    name = with_standing(row.name, status, chinese) if row.name else status_name(status, chinese)
    return replace(row, name=name, values=tuple(kept(i, v) for i, v in enumerate(row.values)), told=True)


def plot_line(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of lines from the first category at the left edge to the last at the right one."""
    drawn, parents = by_standing(chart)
    return _lined(chart, drawn, parents, frame)


def _lined(chart: Chart, drawn: Chart, parents: tuple[int, ...], frame: Frame) -> Plot:
    size = 14
    ends = [end for end in _ends(drawn, parents) if end[1] == len(chart.categories) - 1]
    stacked = _broad(drawn, parents, size, frame)
    left, right = _margins(drawn, parents, size, stacked)
    width = frame.width - left - right
    band = width / max(1, len(chart.categories) - 1)
    category_size = 12 if named_categories(chart, 14, band) else 14
    above = size * PITCH + 8
    below = category_size * PITCH + _AXIS_GAP
    inner = Frame(frame.x + left, frame.y + above, width, frame.height - above - below)
    minimum, maximum = axis_of(chart)
    if minimum:  # a label finds room below the lowest point
        lowest, share = min(value.number for value in chart.known), above / inner.height
        minimum = min(minimum, (lowest - share * maximum) / (1 - share))
    plot = Plot(
        "line", drawn, frame, inner, minimum, maximum, 0, 0, (), size, category_size,
        traces=traces(drawn, parents, chart), edged=True, named=named_categories(chart, category_size, band),
    )  # fmt: skip
    plot = replace(plot, marks=tuple(points(plot, s, parents[s], chart) for s in range(len(drawn.series))))
    return labelled(plot, parents, chart, ends, stacked)


def axis_of(chart: Chart) -> tuple[float, float]:
    """Return the ends of the value axis: from zero, unless all values are so close that a line would tell nothing."""
    numbers = [value.number for value in chart.known] or [0.0]
    if chart.target:
        numbers.append(chart.target.value.number)
    low, high = min(numbers), max(numbers)
    maximum = max(chart.maximum or rounded_up(high), high)
    if low < 0:
        return -rounded_up(-low), max(maximum, 0.0)
    if low > _NARROW * high and high > low:
        return low - 0.25 * (high - low), maximum if chart.maximum else high
    return 0.0, maximum or 1.0


def traces(drawn: Chart, parents: tuple[int, ...], chart: Chart) -> tuple[Trace, ...]:
    """Return how each line is drawn; lines of many points have markers only where they are labelled."""
    strong, few = chart.strong, len(chart.categories) <= _MOST_MARKED
    widths = [STRONG if parent == strong else PLAIN for parent in parents]
    return tuple(Trace(width, _MARKERS[width] if few else 0.0) for width in widths)


def points(plot: Plot, series: int, parent: int, chart: Chart) -> tuple[Mark | None, ...]:
    """Return the points of one line, their labels hidden."""
    row, strong = plot.chart.series[series], parent == chart.strong
    trace = plot.traces[series]
    side = trace.marker if trace else 0.0
    standings = [value.status for value in row.known]
    role, color = _STRONG_COLORS if strong else in_turn(_OTHER_COLORS, parent, chart.strong)
    fill = Fill(role, "dashed" if any(s != "actual" for s in standings) else "solid")

    def mark(category: int, value: Value | None) -> Mark | None:
        if value is None:
            return None
        x, y = place(plot, category, value.number)
        label = DataLabel(label_code(value, plot.chart, row), strong, color, place="t", shown=False)
        style = fill._replace(pattern="solid") if value.status == "actual" else fill
        return Mark(Frame(x - side / 2, y - side / 2, side, side), style, label)

    return tuple(mark(category, value) for category, value in enumerate(row.values))


def place(plot: Plot, category: int, number: float) -> tuple[float, float]:
    """Return where a value of a category is in the plot."""
    inner, count = plot.inner, len(plot.chart.categories)
    step = inner.width / max(1, count - 1) if plot.edged else inner.width / count
    x = inner.x + step * (category if plot.edged else category + 0.5)
    return x, inner.bottom - (number - plot.minimum) / (plot.maximum - plot.minimum) * inner.height


def _ends(drawn: Chart, parents: tuple[int, ...]) -> list[Spot]:
    """Return the last value of each line, in the part it belongs to."""
    ends: dict[int, Spot] = {}
    for series, row in enumerate(drawn.series):
        last = max((index for index, value in enumerate(row.values) if value), default=-1)
        if last >= 0 and (parents[series] not in ends or last > ends[parents[series]][1]):
            ends[parents[series]] = (series, last)
    return [ends[parent] for parent in sorted(ends)]


def _end_text(drawn: Chart, spot: Spot, named: bool, stacked: bool) -> str:
    row = drawn.series[spot[0]]
    value = row.values[spot[1]]
    assert value is not None
    text = printed(value, drawn, row)
    return f"{row.name}{chr(10) if stacked else ' '}{text}" if named or row.told else text


def _broad(drawn: Chart, parents: tuple[int, ...], size: int, frame: Frame) -> bool:
    """Return whether names and values at the ends stand one below the other, as they would take too much side by side."""
    named = len(set(parents)) > 1
    texts = [_end_text(drawn, end, named, False) for end in _ends(drawn, parents)]
    return widest(texts, size, True) > _WIDEST_END * frame.width and len(texts) <= 4


def _margins(drawn: Chart, parents: tuple[int, ...], size: int, stacked: bool) -> tuple[float, float]:
    """Return what the first name or label needs left of the first point, and the ends right of the last one."""
    named = len(set(parents)) > 1
    texts = [_end_text(drawn, end, named, stacked) for end in _ends(drawn, parents)]
    firsts = [printed(row.values[0], drawn, row) for row in drawn.series if row.values[0]]
    left = max(text_width(drawn.categories[0], size) / 2, end_width(firsts, size) + _MARKERS[STRONG] / 2)
    right = max(text_width(drawn.categories[-1], size) / 2, end_width(texts, size) + _MARKERS[STRONG] / 2)
    return left, right


def labelled(plot: Plot, parents: tuple[int, ...], chart: Chart, ends: list[Spot], stacked: bool) -> Plot:
    """Return the plot with names at the ends of its lines and as many values as find room."""
    named = len(set(parents)) > 1
    settled: dict[Spot, Mark] = {}
    for spot in ends:
        mark = plot.spots[spot]
        name = named or plot.chart.series[spot[0]].told
        label = mark.label._replace(place="r", shown=True, named=name, separator="\n" if stacked else " ", bold=True)
        settled[spot] = mark._replace(label=label)
    settled = kept_apart(plot, settled, plot.frame.y, plot.inner.bottom + 8)
    firsts = _firsts(with_marks(plot, settled), parents, chart)
    settled = {**firsts, **settled}
    plot = with_marks(plot, settled)
    return shown_with(plot, settled, candidates(plot, parents, chart))


def _firsts(plot: Plot, parents: tuple[int, ...], chart: Chart) -> dict[Spot, Mark]:
    """Return the first points with their labels left of them: of all lines, or of the strong one if they are close."""
    marks: dict[Spot, Mark] = {}
    for series, mark in plot.standing(0).items():
        if not _joint(plot, (series, 0)):
            marks[series, 0] = mark._replace(label=mark.label._replace(place="l", shown=True))
    frames = [label_frame(plot, spot, mark) for spot, mark in marks.items()]
    if any(one and other and overlaps(one, other) for one, other in combinations(frames, 2)):
        strong = chart.strong
        return {spot: mark for spot, mark in marks.items() if parents[spot[0]] == strong}
    return marks


def shown_with(plot: Plot, settled: dict[Spot, Mark], order: list[Spot]) -> Plot:
    """Return the plot with its settled labels, and those others that find room above or below their points."""
    taken = [frame for spot in settled if (frame := label_frame(plot, spot))]
    taken.append(plot.frame.below(plot.inner.bottom - 1))
    drawn = thinned(plot, [spot for spot in order if spot not in settled], taken)
    return with_marks(drawn, settled)


def candidates(plot: Plot, parents: tuple[int, ...], chart: Chart) -> list[Spot]:
    """Return the values to print, the most telling first: those of the strong line, and the emphasised ones of the others."""
    strong = chart.strong
    first: list[Spot] = []
    order: list[Spot] = []
    for series in sorted(range(len(parents)), key=lambda s: parents[s] != strong):
        many = len(chart.categories) > _MOST_MARKED
        spots = [spot for spot in telling(plot, series, rest=not many) if not _joint(plot, spot)]
        uncertain = [spot for spot in spots if _uncertain(plot, spot)]
        if parents[series] != strong:
            spots = [spot for spot in spots if plot.chart.categories[spot[1]] == chart.emphasis]
        order += spots
        first += uncertain
    return [*dict.fromkeys([*first, *order])]


def _joint(plot: Plot, spot: Spot) -> bool:
    """Return whether a point only joins what is no fact to the fact beside it, which has a label of its own."""
    mark = plot.marks[spot[0]][spot[1]]
    fills = [other.fill for other in plot.marks[spot[0]] if other]
    return mark is not None and mark.fill.pattern == "solid" and any(fill.pattern != "solid" for fill in fills)


def _uncertain(plot: Plot, spot: Spot) -> bool:
    """Return whether a value must say that it is no fact."""
    value = plot.value(spot)
    return value is not None and value.status != "actual" and not plot.chart.series[spot[0]].told
