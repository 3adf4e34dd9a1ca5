"""Axes: the names of categories, the line they stand on, and a value axis where values have no labels."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.charts.geometry import Plot
from deckgen.charts.numbers import PERCENT
from deckgen.content.run import Run
from deckgen.writers.svg.chart.pen import Pen

_GAP, _LYING_GAP = 5.0, 6.0
"""Between an axis and its names, below and beside it."""

_SMALL = 12
_PITCH = 1.2


def zero(plot: Plot) -> float:
    """Return where values begin: the level of zero, or the lower end of an axis that does not reach it."""
    level = min(max(0.0, plot.minimum), plot.maximum)
    share = (level - plot.minimum) / ((plot.maximum - plot.minimum) or 1.0)
    if plot.lying:
        return plot.inner.x + share * plot.inner.width
    return plot.inner.bottom - share * plot.inner.height


def middle_of(plot: Plot, category: int) -> float:
    """Return where a category stands: the middle of its band, or its point between the edges of the plot."""
    count, inner = len(plot.chart.categories), plot.inner
    if plot.lying:
        return inner.y + inner.height * (category + 0.5) / count
    if plot.edged:
        return inner.x + inner.width * category / max(1, count - 1)
    return inner.x + inner.width * (category + 0.5) / count


def base_line(plot: Plot, pen: Pen, role: str = "muted") -> str:
    """Return the line that marks stand on."""
    at, inner = zero(plot), plot.inner
    ends = (at, inner.y, at, inner.bottom) if plot.lying else (inner.x, at, inner.right, at)
    return pen.line(*ends, role)


def rules(plot: Plot, pen: Pen) -> str:
    """Return a light line at each category."""
    inner = plot.inner
    places = (middle_of(plot, index) for index in range(len(plot.chart.categories)))
    return "".join([pen.line(x, inner.y, x, inner.bottom, "hairline") for x in places])


def category_names(plot: Plot, pen: Pen) -> str:
    """Return the names of the categories, below the plot or, where bars lie, at its left."""
    return "".join(_names(plot, pen))


def _names(plot: Plot, pen: Pen) -> Iterator[str]:
    size, count = plot.category_size, len(plot.chart.categories)
    for index, name in enumerate(plot.chart.categories):
        if plot.named and index not in plot.named:
            continue
        at = middle_of(plot, index)
        if plot.lying:
            lines = wrapped(name, size, plot.inner.x - plot.frame.x - _LYING_GAP, pen)
            yield pen.words(lines, plot.inner.x - _LYING_GAP, at, size, align="right")
            continue
        room = 1e6 if plot.named else plot.inner.width / max(1, count - plot.edged)
        lines = wrapped(name, size, room, pen)
        yield pen.words(lines, at, plot.inner.bottom + _GAP + len(lines) * size * _PITCH / 2, size)


def wrapped(text: str, size: float, width: float, pen: Pen) -> list[str]:
    """Return a name broken into lines of a width."""
    return pen.text.broken((Run(text),), size, width)


def value_axis(plot: Plot, pen: Pen) -> str:
    """Return light lines with their numbers at the left; nothing where the value axis is hidden."""
    if not plot.scale:
        return ""
    inner, unit = plot.inner, "%" if plot.chart.unit in PERCENT else ""
    drawn = []
    for tick in plot.scale.ticks:
        y = inner.bottom - (tick - plot.minimum) / (plot.maximum - plot.minimum) * inner.height
        text = plot.scale.text(abs(tick)) + unit
        drawn.append(pen.line(inner.x, y, inner.right, y, "hairline"))
        drawn.append(
            pen.words([f"−{text}" if tick < 0 else text], inner.x - _LYING_GAP, y, _SMALL, color="muted", align="right")
        )
    return "".join(drawn)
