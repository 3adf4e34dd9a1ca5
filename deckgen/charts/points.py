"""Scatter and bubbles: how two measures relate, every point with its name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    Guide,
    Label,
    LabelPlace,
    Mark,
    Overlay,
    Plot,
    free_width,
    pattern,
    text_width,
    widest,
)
from deckgen.charts.model import Chart, Series, Value, with_standing
from deckgen.charts.placing import Line, Placed, Point, place_labels
from deckgen.charts.scale import Scale, scale_of
from deckgen.frame import Frame

_MARKER = 11.0
"""The diameter of a point, in points."""

LARGEST_BUBBLE = 0.25
"""The diameter of the largest bubble as a share of the shorter side of the plot: what programs draw at 100 %."""

_SMALL = 12
_BROADEST_TITLE = 0.19
"""How much of a chart's width the title of its upright axis may take; LibreOffice breaks a longer one."""

_STEPS_UP, _STEPS_ALONG, _SHORTEST_STEP = 6, 8, 48.0
"""How many steps a scale has at most, and how long one along x is at least, in points."""

_NAME_GAP, _LINE = 3.0, 1.2
"""Between a point and its name, and the height of a name in em."""
_NAME_SIZES = (14, 12)


_NOWHERE, _UNIT = Frame(0, 0, 0, 0), Scale(0, 1, 1)


@dataclass(frozen=True, slots=True)
class PointPlot(Plot):
    """A plot with a scale on both sides.

    `x_title` and `y_title` are where the titles of the axes stand, an empty frame where one stands free above
    the chart; `names` where the name of each point stands.
    """

    x: Scale = _UNIT
    y: Scale = _UNIT
    x_title: Frame = _NOWHERE
    y_title: Frame = _NOWHERE
    names: tuple[Frame, ...] = ()


def plot_points(chart: Chart, frame: Frame) -> PointPlot:
    """Return the plot of points in a plane; bubbles are drawn from the largest to the smallest."""
    bubbles = chart.type == "bubble"
    chart = _told(_in_front(chart))
    line = _SMALL * PITCH
    inner, x, y, radius = _scales(chart, frame.inset(top=line + 14, bottom=2 * line + 6, right=8))
    strong = [name == chart.emphasis for name in chart.categories]
    squares = [
        _square(inner, x, y, at, radius * _relative(chart, i) if bubbles else _size(chart, i) / 2)
        for i, at in enumerate(zip(*map(_numbers, chart.series[:2]), strict=True))
    ]
    lines = _lines(chart, inner, x, y)
    overlays = [*_reference_labels(chart, lines, inner), *(_area_note(chart, frame, inner) if bubbles else ())]
    size, points, placed = _named(chart, squares, strong, inner, [overlay.frame for overlay in overlays], lines)
    marks = tuple(
        Mark(
            square,
            Fill("accent" if strong[i] or not chart.emphasis else "grey", pattern(_value(chart, i))),
            _label(points[i], placed[i].frame, strong[i]),
        )
        for i, square in enumerate(squares)
    )
    x_title, y_title = (text_width(series.name, _SMALL) + 2 for series in chart.series[:2])
    leaders = [Guide(*found.leader) for found in placed if found.leader]
    own = Frame(frame.x, frame.y, y_title, line)
    if y_title > _BROADEST_TITLE * frame.width:
        free = own._replace(width=free_width(chart.series[1].name, _SMALL))
        overlays.append(Label(free, chart.series[1].name, _SMALL, color="muted"))
        own = _NOWHERE
    shown: tuple[Overlay, ...] = (*overlays, *leaders)
    return PointPlot(
        chart.type, chart, frame, inner, y.minimum, y.maximum, 0, 0, (marks,), size, _SMALL, None, shown,
        x=x, y=y, names=tuple(found.frame for found in placed),
        x_title=Frame(inner.right - x_title, frame.bottom - line, x_title, line),
        y_title=own,
    )  # fmt: skip


def _scales(chart: Chart, area: Frame) -> tuple[Frame, Scale, Scale, float]:
    """Return where the points lie, the scales of x and y, which hold every point whole, and the radius of the largest."""
    xs, ys = (_numbers(series) for series in chart.series[:2])
    if chart.reference:
        xs += [chart.reference.x] if chart.reference.x is not None else []
        ys += [chart.reference.y] if chart.reference.y is not None else []
    share = LARGEST_BUBBLE / 2 if chart.type == "bubble" else 0.0
    radius = min(area.width, area.height) * share or _MARKER / 2
    y = scale_of(ys, (radius + 2) / area.height, _STEPS_UP)
    inner = area.inset(left=widest(map(y.text, y.ticks), _SMALL) + 8)
    radius = min(inner.width, inner.height) * share or _MARKER / 2
    x = scale_of(xs, (radius + 2) / inner.width, min(_STEPS_ALONG, int(inner.width / _SHORTEST_STEP)))
    inner = inner.inset(right=max(0.0, text_width(x.text(x.maximum), _SMALL) / 2 - 8))
    return inner, x, y, radius


def _named(
    chart: Chart, squares: list[Frame], strong: list[bool], area: Frame, obstacles: list[Frame], lines: list[Line]
) -> tuple[int, list[Point], list[Placed]]:
    """Return the size of the names and where they stand: the larger size where all then stand at their points."""
    points: list[Point] = []
    placed: list[Placed] = []
    for size in _NAME_SIZES:
        points = [
            Point(
                dot.x + dot.width / 2, dot.y + dot.height / 2, dot.width / 2, text_width(name, size, bold), size * _LINE
            )
            for name, bold, dot in zip(chart.categories, strong, squares, strict=True)
        ]
        placed = place_labels(points, area, obstacles, lines)
        if all(found.clear and not found.leader for found in placed):
            break
    return size, points, placed


def _label(point: Point, frame: Frame, bold: bool) -> DataLabel:
    """Return a name as a program places it: right, left, above or below its point, or moved from above it."""
    dot = point.dot
    homes: tuple[tuple[LabelPlace, float, float], ...] = (
        ("r", dot.right + _NAME_GAP, point.y - frame.height / 2),
        ("l", dot.x - _NAME_GAP - frame.width, point.y - frame.height / 2),
        ("b", point.x - frame.width / 2, dot.bottom + _NAME_GAP),
        ("t", point.x - frame.width / 2, dot.y - _NAME_GAP - frame.height),
    )
    for place, x, y in homes:
        if abs(frame.x - x) < 0.5 and abs(frame.y - y) < 0.5:
            return DataLabel("General", bold, place=place)
    return DataLabel("General", bold, place=place, shift=(frame.x - x, frame.y - y))


def _told(chart: Chart) -> Chart:
    """Return the chart with what is no fact said in the names: a ring alone does not tell a plan from an estimate."""
    named = [
        with_standing(name, _value(chart, index).status, chart.chinese) for index, name in enumerate(chart.categories)
    ]
    strong = named[chart.categories.index(chart.emphasis)] if chart.emphasis else ""
    return replace(chart, categories=tuple(named), emphasis=strong)


def _in_front(chart: Chart) -> Chart:
    """Return the chart with its points in the order they are drawn: small bubbles and the emphasised point in front."""
    order = list(range(len(chart.categories)))
    if chart.type == "bubble":
        sizes = _numbers(chart.series[2])
        order.sort(key=lambda i: -sizes[i])
    else:
        order.sort(key=lambda i: chart.categories[i] == chart.emphasis)
    series = tuple(replace(some, values=tuple(some.values[i] for i in order)) for some in chart.series)
    return replace(chart, categories=tuple(chart.categories[i] for i in order), series=series)


def _numbers(series: Series) -> list[float]:
    return [value.number for value in series.known]


def _value(chart: Chart, index: int) -> Value:
    value = chart.series[1].values[index]
    assert value
    return value


def _size(chart: Chart, index: int) -> float:
    """Return the diameter of a point; LibreOffice shows one of another colour only where its size differs, too."""
    if chart.categories[index] == chart.emphasis:
        return _MARKER + 2
    return _MARKER if _value(chart, index).status == "actual" else _MARKER - 1


def _relative(chart: Chart, index: int) -> float:
    """Return the diameter of a bubble in relation to the largest: the area is what tells."""
    sizes = _numbers(chart.series[2])
    return float((sizes[index] / max(sizes)) ** 0.5)


def _square(inner: Frame, x: Scale, y: Scale, at: tuple[float, float], radius: float) -> Frame:
    middle_x = inner.x + (at[0] - x.minimum) / x.span * inner.width
    middle_y = inner.bottom - (at[1] - y.minimum) / y.span * inner.height
    return Frame(middle_x - radius, middle_y - radius, 2 * radius, 2 * radius)


def _lines(chart: Chart, inner: Frame, x: Scale, y: Scale) -> list[Line]:
    """Return the reference lines, the upright one first."""
    reference, lines = chart.reference, []
    if reference and reference.x is not None:
        at = inner.x + (reference.x - x.minimum) / x.span * inner.width
        lines.append(Line(at, inner.y, at, inner.bottom))
    if reference and reference.y is not None:
        at = inner.bottom - (reference.y - y.minimum) / y.span * inner.height
        lines.append(Line(inner.x, at, inner.right, at))
    return lines


def _reference_labels(chart: Chart, lines: list[Line], inner: Frame) -> list[Label]:
    """Return what the reference lines are called, at their upper and their right end."""
    text = chart.reference.label if chart.reference else ""
    if not text:
        return []
    width, height = free_width(text, _SMALL), _SMALL * PITCH
    upright, lying = [line for line in lines if line.x1 == line.x2], [line for line in lines if line.y1 == line.y2]
    return [
        *(Label(Frame(min(line.x1 + 4, inner.right - width), inner.y, width, height), text, _SMALL, color="muted")
          for line in upright),
        *(Label(Frame(inner.right - width, line.y1 - height - 6, width, height), text, _SMALL, color="muted", align="right")
          for line in lying),
    ]  # fmt: skip


def _area_note(chart: Chart, frame: Frame, inner: Frame) -> list[Label]:
    """Return what the area of a bubble means and how much the largest one stands for, over the plot at the right."""
    size = chart.series[2]
    largest = size.values[0]
    assert largest
    text = (
        f"圆面积：{size.name}，最大 {largest.text}" if chart.chinese else f"Area: {size.name}, largest {largest.text}"
    )
    width = free_width(text, _SMALL)
    return [
        Label(Frame(inner.right - width, frame.y, width, _SMALL * PITCH), text, _SMALL, color="muted", align="right")
    ]
