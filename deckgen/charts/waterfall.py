"""The waterfall: how one level becomes another, each change hanging where the one before it ended."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from deckgen.charts.geometry import (
    PITCH,
    DataLabel,
    Fill,
    LabelPlace,
    Mark,
    Plot,
    free_width,
    lines_of,
    pattern,
    widest,
)
from deckgen.charts.model import Chart, Value, status_name
from deckgen.charts.numbers import as_shown, format_code
from deckgen.frame import Frame
from deckgen.typesetting.phrases import phrase_cost

_GAP = 60
_WIDEST_COLUMN = 96.0
_SIZES = (14, 13, 12)
_AXIS_GAP = 10.0
_LABEL_GAP = 8.0


def levels(chart: Chart) -> tuple[tuple[float, float], ...]:
    """Return where each column starts and ends; a total starts at zero."""
    found: list[tuple[float, float]] = []
    level = 0.0
    for step, value in zip(chart.steps, chart.known, strict=True):
        if step == "delta":
            start, level = level, round(level + value.number, 10)
        else:
            start, level = 0.0, value.number
        found.append((start, level))
    return tuple(found)


def change_text(value: Value, step: str, unit: str) -> str:
    """Return what stands at a column: a change with its arrow and sign, a level as it is written."""
    if step != "delta":
        return as_shown(value.text, unit)
    digits = value.text.lstrip("+-−–").strip()
    if not value.number:
        return digits
    return f"▲ +{digits}" if value.number > 0 else f"▼ −{digits}"


def change_code(value: Value, step: str, unit: str) -> str:
    """Return the number format that prints a change with the arrow and sign of whatever it becomes."""
    if step != "delta":
        return format_code(change_text(value, step, unit))
    body = format_code(value.text.lstrip("+-−–").strip())
    return f'"▲ +"{body};"▼ −"{body};{body}'


def plot_waterfall(chart: Chart, frame: Frame) -> Plot:
    """Return the plot of a waterfall; changes are labelled outside, on the side they lead to."""
    count = len(chart.categories)
    slot = frame.width / count
    texts = [change_text(value, step, chart.unit) for value, step in zip(chart.known, chart.steps, strict=True)]
    size = next((s for s in _SIZES if widest(texts, s, True) <= slot - 2), _SIZES[-1])
    told = replace(chart, categories=tuple(map(partial(_told, chart), chart.categories, chart.known)))
    name_size = next(
        (s for s in _SIZES if _lines(chart, s, slot) <= (1 if s == 14 else 2) and _lines(told, s, slot) <= 3),
        _SIZES[-1],
    )
    room = size * PITCH + _LABEL_GAP / 2
    chart = replace(chart, categories=tuple(_broken(name, name_size, slot - 4) for name in chart.categories))
    chart = replace(chart, categories=tuple(map(partial(_told, chart), chart.categories, chart.known)))
    # a word that is wider than its column is broken into lines, which never take more than this
    below = min(_lines(chart, name_size, slot), 4) * name_size * PITCH + _AXIS_GAP
    inner = frame.inset(top=room, bottom=below)
    spans = levels(chart)
    low, high = min(0.0, *(min(span) for span in spans)), max(0.0, *(max(span) for span in spans))
    if low < 0:
        low -= room * (high - low) / (inner.height - room)
    high = high if high > low else low + 1.0
    scale = inner.height / (high - low)
    width = min(slot / (1 + _GAP / 100), _WIDEST_COLUMN)
    marks = []
    for index, (span, step, value) in enumerate(zip(spans, chart.steps, chart.known, strict=True)):
        top, bottom = (inner.bottom - (level - low) * scale for level in (max(span), min(span)))
        bar = Frame(inner.x + slot * (index + 0.5) - width / 2, top, width, bottom - top)
        zero = inner.bottom + low * scale
        sides: list[tuple[LabelPlace, float, float]] = [("t", top - room, top), ("b", bottom, bottom + room)]
        # outside, on the side the change leads to, but neither across the zero line nor among the names below
        place, _, _ = min(
            sides[:: -1 if value.number < 0 else 1],
            key=lambda side: side[1] + 1 < zero < side[2] - 1 or side[2] > inner.bottom + 1,
        )
        role, color = _colors(step, value)
        label = DataLabel(change_code(value, step, chart.unit), True, color, place=place)
        marks.append(Mark(bar, Fill(role, pattern(value)), label))
    gap = min(500, round((slot / width - 1) * 100))
    return Plot("waterfall", chart, frame, inner, low, high, gap, 100, (tuple(marks),), size, name_size)


def _colors(step: str, value: Value) -> tuple[str, str]:
    """Return the colour of a column and of its label."""
    if step != "delta":
        return "total", "text"
    if not value.number:
        return "rise", "text"
    return ("rise", "rise-text") if value.number > 0 else ("fall", "fall-text")


def _told(chart: Chart, name: str, value: Value) -> str:
    """Return a name with, on a line of its own, what its value is where it is no fact; a plan says so by its outline."""
    word = "" if value.status == "plan" else status_name(value.status, chart.chinese)
    return f"{name}\n{f'（{word}）' if chart.chinese else f'({word})'}" if word else name


def _broken(name: str, size: int, width: float) -> str:
    """Return a name with the break that leaves no single character on its second line, where it needs two."""
    if free_width(name, size) <= width or " " in name:
        return name
    breaks = [i for i in range(2, len(name) - 1) if not name[i - 1].isdigit() and not name[i - 1 : i + 1].isascii()]
    fitting = [i for i in breaks if max(free_width(name[:i], size), free_width(name[i:], size)) <= width]
    if not fitting:
        return name
    at = min(
        fitting, key=lambda i: (phrase_cost(name, i), abs(free_width(name[:i], size) - free_width(name[i:], size)))
    )
    return f"{name[:at]}\n{name[at:]}"


def _lines(chart: Chart, size: int, slot: float) -> int:
    return max(sum(lines_of(part, size, slot - 4) for part in name.split("\n")) for name in chart.categories)
