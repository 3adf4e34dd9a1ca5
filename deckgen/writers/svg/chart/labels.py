"""Labels of values: what they say and where they stand, as the plot decided."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.charts.geometry import Mark, Plot, Spot, widest
from deckgen.charts.labels import label_frame, label_side
from deckgen.charts.numbers import formatted
from deckgen.frame import Frame
from deckgen.style import Align
from deckgen.writers.svg.chart.pen import Pen
from deckgen.writers.svg.geometry import rectangle

_INSET = 2.0
_ALIGNS: dict[str, Align] = {"r": "left", "in-l": "left", "l": "right", "in-r": "right"}
"""By the side of its mark, the side that a label keeps near it."""


def labels(plot: Plot, pen: Pen, series: Iterable[int] | None = None) -> str:
    """Return the labels of values, of all series or of some."""
    chosen = range(len(plot.marks)) if series is None else series
    return "".join([label(plot, spot, mark, pen) for spot, mark in plot.spots.items() if spot[0] in chosen])


def label(plot: Plot, spot: Spot, mark: Mark, pen: Pen) -> str:
    """Return the label of one value; nothing where it has none."""
    frame, value = label_frame(plot, spot), plot.value(spot)
    if frame is None or value is None:
        return ""
    text = formatted(value.number, mark.label.format_code)
    name = plot.chart.series[spot[0]].name
    lines = (f"{name}{mark.label.separator}{text}" if mark.label.named else text).split("\n")
    side = label_side(plot, value, mark.label.place)
    return beside(lines, frame, _ALIGNS.get(side, "center"), plot, mark, pen)


def beside(lines: list[str], frame: Frame, align: Align, plot: Plot, mark: Mark, pen: Pen) -> str:
    """Return the lines of a label in its frame, on a plate where the mark is hatched."""
    if len(lines) > 1:
        align = "center"
    x = {"left": frame.x + _INSET, "right": frame.right - _INSET, "center": frame.x + frame.width / 2}[align]
    label, middle = mark.label, frame.y + frame.height / 2
    plate = ""
    if mark.plated:
        width = widest(lines, plot.label_size, label.bold) + 2 * _INSET
        plate = f'{rectangle(frame._replace(x=x - width / 2, width=width))} fill="{pen.paint.color("page")}"/>'
    return plate + pen.words(lines, x, middle, plot.label_size, bold=label.bold, color=label.color, align=align)
