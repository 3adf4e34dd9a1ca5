"""The donut."""

from __future__ import annotations

from deckgen.charts.donut import HOLE
from deckgen.charts.geometry import Plot
from deckgen.charts.numbers import formatted
from deckgen.frame import Frame
from deckgen.writers.svg.chart.pen import Pen
from deckgen.writers.svg.geometry import on_ellipse, turn
from deckgen.writers.svg.paint import number

_TOP = -90.0
"""Where the first segment begins, in degrees clockwise from the right."""


def ring(plot: Plot, pen: Pen) -> str:
    """Return the segments of a ring, clockwise from the top, each with its share."""
    values = plot.chart.series[0].values
    total = sum(value.number for value in values if value) or 1.0
    start, drawn, words = _TOP, [], []
    for value, mark in zip(values, plot.marks[0], strict=True):
        if value is None or mark is None or not value.number:
            continue
        end = start + 360 * value.number / total
        outer = mark.frame
        hollow = outer.width * (100 - HOLE) / 200
        drawn.append(
            f'<path d="{_segment(outer, outer.inset(*[hollow] * 4), start, end)}"{pen.fill(mark.fill, True)}/>'
        )
        if mark.label.shown:
            x, y = on_ellipse(outer.inset(*[hollow / 2] * 4), (start + end) / 2)
            text = [formatted(value.number, mark.label.format_code)]
            words.append(pen.words(text, x, y, plot.label_size, bold=mark.label.bold, color=mark.label.color))
        start = end
    return "".join(drawn + words)


def _segment(outer: Frame, inner: Frame, start: float, end: float) -> str:
    """Return the path of a segment; a whole ring is drawn in halves, as an arc from a point to itself is none."""
    if end - start > 359.99:
        return _segment(outer, inner, start, start + 180) + _segment(outer, inner, start + 180, start + 360)
    first, back = on_ellipse(outer, start), on_ellipse(inner, end)
    return (
        f"M{number(first[0])} {number(first[1])}{turn(outer, start, end)}L{number(back[0])} {number(back[1])}"
        f"{_back(inner, start, end)}Z"
    )


def _back(inner: Frame, start: float, end: float) -> str:
    x, y = on_ellipse(inner, start)
    large = int(end - start > 180)
    return f"A{number(inner.width / 2)} {number(inner.height / 2)} 0 {large} 0 {number(x)} {number(y)}"
