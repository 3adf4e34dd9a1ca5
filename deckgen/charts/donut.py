"""The donut: two or three shares around what they are shares of."""

from __future__ import annotations

import math
from dataclasses import replace

from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    Label,
    Mark,
    Overlay,
    Plot,
    label_code,
    lines_of,
    pattern,
    printed,
    text_width,
    widest,
)
from deckgen.charts.model import Chart
from deckgen.frame import Frame

HOLE = 65
"""The hole in percent of the diameter."""

_NAME_SIZE, _NAME_GAP, _MARGIN = 14, 10.0, 8.0
_WIDEST_NAME = 8.0 * _NAME_SIZE


def plot_donut(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of one ring, clockwise from the top, with the names outside and the whole in the centre."""
    values = chart.series[0].values
    names = min(widest(chart.categories, _NAME_SIZE, True), _WIDEST_NAME) + _NAME_GAP
    diameter = min(frame.height - 2 * _MARGIN, frame.width - 2 * names)
    ring = Frame(frame.x + (frame.width - diameter) / 2, frame.y + (frame.height - diameter) / 2, diameter, diameter)
    band = diameter * (100 - HOLE) / 200
    texts = [printed(value, chart) for value in values if value]
    size = next((s for s in (18, 16) if widest(texts, s, True) <= band), 14)
    total = sum(value.number for value in values if value) or 1.0
    turned = 0.0
    marks: list[Mark | None] = []
    overlays: list[Overlay] = []
    for index, value in enumerate(values):
        if value is None:
            marks.append(None)
            continue
        share = value.number / total
        middle = 2 * math.pi * (turned + share / 2)
        turned += share
        strong = chart.emphasis == chart.categories[index] if chart.emphasis else index == 0
        style, text = pattern(value), printed(value, chart)
        arc = share * math.pi * (diameter - band)
        shown = text_width(text, size, True) <= band and arc >= size * PITCH + 8
        color = "on-accent" if style == "solid" else "text"
        label = DataLabel(label_code(value, chart), True, color, place="", shown=shown)
        marks.append(Mark(ring, Fill("accent" if strong else "grey", style), label))
        name = chart.categories[index] if shown else f"{chart.categories[index]} {text}"
        overlays.append(_name(name, ring, middle, strong, overlays))
    plot = Plot("donut", chart, frame, ring, 0, total, 0, 0, (tuple(marks),), size)
    if chart.center:
        overlays.append(_center(chart.center, ring))
    return replace(plot, overlays=tuple(overlays))


def _name(text: str, ring: Frame, angle: float, strong: bool, taken: list[Overlay]) -> Label:
    """Return a name beside the ring, at the middle of its segment; `angle` runs clockwise from the top.

    Names on one side follow each other: down on the right, up on the left; `taken` are those already set.
    """
    radius = ring.width / 2
    middle_x, middle_y = ring.x + radius, ring.y + radius
    right = math.sin(angle) >= 0
    width = min(text_width(text, _NAME_SIZE, True) + 2, _WIDEST_NAME)
    height = lines_of(text, _NAME_SIZE, width) * _NAME_SIZE * PITCH
    top = middle_y - math.cos(angle) * (radius + _NAME_GAP) - height / 2
    top = min(max(top, ring.y), ring.bottom - height)
    before = [label.frame for label in taken if isinstance(label, Label) and (label.align == "left") == right]
    if before:
        top = max(top, before[-1].bottom) if right else min(top, before[-1].y - height)
    # The text keeps clear of the ring at the height where the ring is widest beside it.
    nearest = max(0.0, top - middle_y, middle_y - top - height)
    reach = math.sqrt(max(0.0, radius**2 - nearest**2)) + _NAME_GAP
    place = Frame(middle_x + reach if right else middle_x - reach - width, top, width, height)
    return Label(place, text, _NAME_SIZE, strong, "text", "left" if right else "right")


def _center(text: str, ring: Frame) -> Label:
    """Return what the whole is, in the square that the hole holds."""
    side = ring.width * HOLE / 100 / math.sqrt(2)
    middle_x, middle_y = ring.x + ring.width / 2, ring.y + ring.height / 2
    fits = (s for s in (18, 16, 14) if sum(lines_of(t, s, side) for t in text.split("\n")) * s * PITCH <= side)
    place = Frame(middle_x - side / 2, middle_y - side / 2, side, side)
    return Label(place, text, next(fits, 12), True, "text", "center")
