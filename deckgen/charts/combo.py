"""Columns and lines together: amounts, and what goes with them."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.bars import plot_columns
from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    Label,
    Mark,
    Plot,
    Spot,
    Trace,
    label_code,
    pattern,
    printed,
    text_width,
    widest,
)
from deckgen.charts.labels import end_width, label_frame, line_frames, overlaps, telling, thinned, with_marks
from deckgen.charts.lines import STRONG
from deckgen.charts.model import Chart, Series, Value
from deckgen.charts.spreading import kept_apart
from deckgen.charts.stacks import SHADES, on_fill
from deckgen.frame import Frame

_SIZE, _MARKER = 14, 8.0
_FOOT = 0.66
"""The share of the height that columns keep to where lines have an axis of their own above them."""

_BESIDE = 6.0
"""From a column to words beside it, in points."""

_BROAD = 0.65
"""The most of the width of a category that its columns take."""

_LINES = ("accent", "second", "support")


def plot_combo(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of grey columns and accent lines; lines on the second axis run above the columns."""
    columns = tuple(series for series in chart.series if not series.line)
    lines = tuple(series for series in chart.series if series.line)
    second = any(series.second for series in lines)
    right = end_width([f"{series.name} {_last(series, chart)}" for series in lines], _SIZE) + _MARKER
    right = max(right, text_width(columns[0].name, _SIZE) + 8)
    band = (frame.width - right) / len(chart.categories)
    # a line with the columns' axis may end below the top of the last one: its label then stands beside that column
    beyond = 0.0 if second else _BROAD * band / 2 + _BESIDE
    area = frame.inset(right=max(right + beyond - band / 2, 12.0))
    if second:
        area = area.inset(top=area.height * (1 - _FOOT))
    highest = max([v.number for s in lines if not s.second for v in s.known], default=0.0)
    base = replace(chart, type="column", series=columns, difference=None, target=None, callouts=())
    drawn = plot_columns(base, area, alone=False)
    if highest > drawn.maximum:
        drawn = plot_columns(replace(base, maximum=highest * 1.12), area, alone=False)
    if drawn.type != "column":  # columns carry the lines, so they stay, whatever their names
        drawn = plot_columns(
            replace(base, categories=tuple(str(n) for n in range(len(chart.categories)))), area, alone=False
        )
    inner, maximum = drawn.inner, drawn.maximum
    if second:  # the plot reaches up to the head of the frame, its first axis with it
        inner = Frame(inner.x, frame.y + _SIZE * PITCH + 8, inner.width, 0).until(inner.bottom)
        maximum = drawn.minimum + (drawn.maximum - drawn.minimum) * inner.height / drawn.inner.height
    plot = replace(
        drawn, type="combo", chart=replace(chart, series=(*columns, *lines)), frame=frame,
        label_size=min(drawn.label_size, _SIZE), inner=inner, maximum=maximum,
        traces=(*(None for _ in columns), *(Trace(STRONG, _MARKER) for _ in lines)),
        second=_second_axis(lines, inner, drawn) if second else None,
    )  # fmt: skip
    bars = tuple(tuple(_column(mark, n, chart, columns) for mark in row) for n, row in enumerate(drawn.marks))
    if not second and plot.label_size == _SIZE:
        bars = _at_the_foot(bars, chart, columns)
    plot = replace(plot, marks=(*bars, *(_points(plot, s, n) for n, s in enumerate(lines))))
    return _labelled(plot, len(columns))


def _last(series: Series, chart: Chart) -> str:
    value = next((value for value in reversed(series.values) if value), None)
    unit = series.unit or chart.unit
    return (value.text + ("%" if "%" in unit and "%" not in value.text else "")) if value else ""


def _column(mark: Mark | None, series: int, chart: Chart, columns: tuple[Series, ...]) -> Mark | None:
    """Return a column in grey, as the accent belongs to the lines, unless the outline gives it to the column."""
    if mark is None:
        return None
    strong = chart.emphasis == columns[series].name
    role = "accent" if strong else SHADES["grey"][series % 3]
    return mark._replace(fill=mark.fill._replace(role=role), label=mark.label._replace(bold=strong, color="text"))


def _fact(value: Value) -> Value:
    """Return a value whose label says no word about its standing, which its fill tells."""
    return replace(value, status="actual")


def _at_the_foot(
    rows: tuple[tuple[Mark | None, ...], ...], chart: Chart, columns: tuple[Series, ...]
) -> tuple[tuple[Mark | None, ...], ...]:
    """Return the columns with their values at the foot, out of the way of lines that run along their tops."""
    facts = [_fact(value) for series in columns for value in series.known]
    broad = min((mark.frame.width for row in rows for mark in row if mark), default=0.0)
    if widest((printed(value, chart) for value in facts), _SIZE, True) + 4 > broad:
        return rows

    def moved(mark: Mark | None, value: Value | None) -> Mark | None:
        if mark is None or value is None or value.number <= 0 or mark.frame.height < _SIZE * PITCH:
            return mark
        label = mark.label._replace(format_code=label_code(_fact(value), chart), place="inBase", bold=True, named=False)
        return mark._replace(label=label._replace(color=on_fill(mark.fill)))

    return tuple(
        tuple(moved(mark, value) for mark, value in zip(row, series.values, strict=True))
        for row, series in zip(rows, columns, strict=True)
    )


def _second_axis(lines: tuple[Series, ...], inner: Frame, drawn: Plot) -> tuple[float, float]:
    """Return the ends of the second axis, such that its lines run above all columns and their labels."""
    numbers = [value.number for series in lines if series.second for value in series.known]
    low, high = min(numbers), max(numbers)
    if high == low:
        high = low + abs(low or 1.0)
    foot = (inner.bottom - drawn.frame.y + 12) / inner.height
    whole = (high - low) / (1 - foot)
    return high - whole, high


def _points(plot: Plot, series: Series, rank: int) -> tuple[Mark | None, ...]:
    minimum, maximum = plot.second if series.second and plot.second else (plot.minimum, plot.maximum)
    inner, step = plot.inner, plot.inner.width / len(plot.chart.categories)
    role = _LINES[(rank + (plot.chart.emphasis in {s.name for s in plot.chart.series if not s.line})) % len(_LINES)]

    def mark(category: int, number: float, label: DataLabel, fill: Fill) -> Mark:
        x = inner.x + step * (category + 0.5)
        y = inner.bottom - (number - minimum) / (maximum - minimum) * inner.height
        return Mark(Frame(x - _MARKER / 2, y - _MARKER / 2, _MARKER, _MARKER), fill, label)

    color = "accent-text" if role == "accent" else "text"
    return tuple(
        mark(
            category, value.number,
            DataLabel(label_code(value, plot.chart, series), True, color, place="t", shown=False),
            Fill(role, pattern(value)),
        ) if value else None
        for category, value in enumerate(series.values)
    )  # fmt: skip


def _labelled(plot: Plot, columns: int) -> Plot:
    """Return the plot with the lines named at their ends, and with those of their values that find room."""
    ends: dict[Spot, Mark] = {}
    for series in range(columns, len(plot.marks)):
        there = [(spot, mark) for spot, mark in plot.spots.items() if spot[0] == series]
        if there:
            last, mark = there[-1]
            ends[last] = mark._replace(label=mark.label._replace(place="r", shown=True, named=True, separator=" "))
    ends = kept_apart(plot, {spot: _beside_columns(plot, spot, mark, columns) for spot, mark in ends.items()},
                      plot.frame.y, plot.inner.bottom)  # fmt: skip
    plot = with_marks(plot, ends)
    if columns == 1 and plot.marks[0][-1]:
        plot = replace(plot, overlays=_name_right(plot, plot.marks[0][-1].frame, list(ends)))
    bars = [spot for spot, mark in plot.spots.items() if spot[0] < columns and mark.label.shown]
    taken = [frame for spot in ends if (frame := label_frame(plot, spot))]
    taken += [mark.frame for spot, mark in plot.spots.items() if spot[0] < columns]
    above = [spot for s in range(columns, len(plot.marks)) for spot in telling(plot, s) if spot not in ends]
    settled: dict[Spot, Mark] = {}
    crossed = set(_crossed(plot, bars))
    for spot in bars:
        frame = label_frame(plot, spot)
        others = [label_frame(plot, other) for other in (*ends, *settled)]
        if frame and spot not in crossed and not any(other and overlaps(frame, other) for other in others):
            settled[spot] = plot.spots[spot]
    taken += [frame for spot in settled if (frame := label_frame(plot, spot))]
    return with_marks(thinned(plot, above, taken), {**settled, **ends})


def _beside_columns(plot: Plot, spot: Spot, mark: Mark, columns: int) -> Mark:
    """Return the end of a line with its label moved to the right of the column that it would lie on."""
    frame = label_frame(plot, spot, mark)
    standing = [row[spot[1]] for row in plot.marks[:columns]]
    under = [column.frame.right for column in standing if frame and column and overlaps(frame, column.frame)]
    if not frame or not under:
        return mark
    return mark._replace(label=mark.label._replace(shift=(max(under) + _BESIDE - frame.x, 0.0)))


def _name_right(plot: Plot, column: Frame, ends: list[Spot]) -> tuple[Label, ...]:
    """Return the name of the only series of columns, beside the last column, clear of the ends of lines."""
    name, height = plot.chart.series[0].name, _SIZE * PITCH
    if not name or column.right + _BESIDE + text_width(name, _SIZE) > plot.frame.right:
        return ()
    taken = [frame for spot in ends if (frame := label_frame(plot, spot))]
    steps = (n * height / 4 for n in range(int(column.height / height * 4) + 1))
    places = (
        Frame(column.right + _BESIDE, column.bottom - step - height, text_width(name, _SIZE) + 2, height)
        for step in steps
    )
    free = [place for place in places if not any(overlaps(place, frame) for frame in taken)]
    middle = column.y + column.height / 2
    if not free:
        return ()
    return (Label(min(free, key=lambda place: abs(place.y + height / 2 - middle)), name, _SIZE, False),)


def _crossed(plot: Plot, spots: list[Spot]) -> list[Spot]:
    """Return the values of columns whose labels a line would run through."""
    lines = list(line_frames(plot))
    return [
        spot for spot in spots
        if (frame := label_frame(plot, spot)) and any(overlaps(frame, some) for some in lines)
    ]  # fmt: skip
