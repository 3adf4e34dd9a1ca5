"""Equal scales: charts of one unit on one slide measure alike, so that their marks may be compared (`visual.md` §1.9, 9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deckgen.charts.difference import clear_of_guides
from deckgen.charts.geometry import Arrow, Guide, Mark, Overlay, Plot
from deckgen.charts.labels import with_marks
from deckgen.charts.model import Chart
from deckgen.charts.plot import plot
from deckgen.frame import Frame

_MEASURED = ("bar", "column", "stacked", "line", "area", "combo")
"""Types whose marks are as long or as high as their values."""

_LYING = ("bar", "stacked-bar")


def plots(charts: Sequence[Chart], frames: Sequence[Frame]) -> list[Plot]:
    """Return how charts on one slide are drawn: those of one unit end their axes alike and are drawn to one scale.

    As many columns in as wide a frame are as broad, whatever stands beside them. Lying bars of unequal frames only end
    their axes alike. Labels of all are set in one size.
    """
    found = [plot(chart, frame) for chart, frame in zip(charts, frames, strict=True)]
    units = {chart.unit for chart in charts if chart.unit and chart.type in _MEASURED}
    for unit in sorted(units):
        group = [i for i, chart in enumerate(charts) if chart.unit == unit and chart.type in _MEASURED]
        if len(group) < 2:
            continue
        maximum = max(found[i].maximum for i in group)
        rooms = {i: _as_narrow(found[i], [found[other] for other in group]) for i in group}
        for i, room in rooms.items():
            if found[i].maximum != maximum or room != frames[i]:
                found[i] = plot(replace(charts[i], maximum=maximum), room)
        upright = [i for i in group if found[i].type not in _LYING]
        for i, drawn in zip(upright, _levelled([found[i] for i in upright]), strict=True):
            found[i] = drawn
        lying = [i for i in group if found[i].type in _LYING]
        if len({frames[i].width for i in lying}) == 1:
            for i, drawn in zip(lying, _aligned([found[i] for i in lying]), strict=True):
                found[i] = drawn
    measured = [some for some in found if some.chart.type in _MEASURED]
    label, name = (min((getattr(s, size) for s in measured), default=0) for size in ("label_size", "category_size"))
    return [replace(s, label_size=label, category_size=name) if s in measured else s for s in found]


def _as_narrow(drawn: Plot, group: Sequence[Plot]) -> Frame:
    """Return the frame of a plot without the width that its columns have more than as many in another such frame."""
    alike = [
        other.inner.width for other in group
        if other.type == drawn.type == "column" and other.frame.width == drawn.frame.width
        and (len(other.chart.categories), len(other.chart.series)) == (len(drawn.chart.categories), len(drawn.chart.series))
    ]  # fmt: skip
    return drawn.frame.inset(right=drawn.inner.width - min(alike, default=drawn.inner.width))


def _levelled(drawn: Sequence[Plot]) -> list[Plot]:
    """Return upright plots with their zero lines on one level and one height for one unit."""
    if len(drawn) < 2:
        return list(drawn)
    zero = min(_zero(some) for some in drawn)
    # where a zero line moves up, what stands above the marks has to keep within the frame
    pitch = min(
        some.inner.height / (some.maximum - some.minimum) * (zero - some.frame.y) / (_zero(some) - some.frame.y)
        for some in drawn
    )
    return [_at_level(some, zero, pitch) for some in drawn]


def _at_level(drawn: Plot, zero: float, pitch: float) -> Plot:
    """Return an upright plot with its zero line on a level, `pitch` points for one unit."""
    height, old = pitch * (drawn.maximum - drawn.minimum), _zero(drawn)
    scale = height / drawn.inner.height
    inner = drawn.inner._replace(y=zero - pitch * drawn.maximum, height=height)
    moved = _moved(drawn, inner, lambda y: zero + (y - old) * scale)
    return clear_of_guides(moved) if drawn.chart.difference else moved


def _zero(drawn: Plot) -> float:
    return drawn.inner.bottom + drawn.minimum * drawn.inner.height / (drawn.maximum - drawn.minimum)


def _moved(drawn: Plot, inner: Frame, level: Callable[[float], float]) -> Plot:
    """Return an upright plot in another inner rectangle; `level` says where what stood on a level then stands."""

    def mark(old: Mark) -> Mark:
        top, bottom = level(old.frame.y), level(old.frame.bottom)
        return old._replace(frame=old.frame._replace(y=top, height=bottom - top))

    def overlay(old: Overlay) -> Overlay:
        if isinstance(old, Guide | Arrow):
            return old._replace(y1=level(old.y1), y2=level(old.y2))
        middle = level(old.frame.y + old.frame.height / 2)
        return old._replace(frame=old.frame._replace(y=max(drawn.frame.y, middle - old.frame.height / 2)))

    moved = with_marks(drawn, {spot: mark(old) for spot, old in drawn.spots.items()})
    return replace(moved, inner=inner, overlays=tuple(map(overlay, drawn.overlays)))


def _aligned(drawn: Sequence[Plot]) -> list[Plot]:
    """Return lying plots with one length for one unit: names take as much room as the longest of any."""
    left = max(some.inner.x - some.frame.x for some in drawn)
    pitch = min((some.frame.width - left) * some.inner.width / (some.frame.right - some.inner.x) for some in drawn)
    return [_across(some, some.frame.x + left, pitch) for some in drawn]


def _across(drawn: Plot, start: float, width: float) -> Plot:
    """Return a lying plot whose value axis starts at `start` and is `width` long."""
    scale = width / drawn.inner.width

    def at(x: float) -> float:
        return start + (x - drawn.inner.x) * scale

    def mark(old: Mark) -> Mark:
        return old._replace(frame=old.frame._replace(x=at(old.frame.x), width=old.frame.width * scale))

    def overlay(old: Overlay) -> Overlay:
        if isinstance(old, Guide | Arrow):
            return old._replace(x1=at(old.x1), x2=at(old.x2))
        middle = at(old.frame.x + old.frame.width / 2)
        return old._replace(frame=old.frame._replace(x=middle - old.frame.width / 2))

    moved = with_marks(drawn, {spot: mark(old) for spot, old in drawn.spots.items()})
    inner = drawn.inner._replace(x=start, width=width)
    return replace(moved, inner=inner, overlays=tuple(map(overlay, drawn.overlays)))
