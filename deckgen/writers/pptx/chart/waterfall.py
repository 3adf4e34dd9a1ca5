"""The waterfall: stacked columns on an invisible base, lines for the connectors, every column of the sheet computed.

Only the changes are typed into the workbook: bases, totals, connectors and labels are formulas, so that a changed number
moves everything after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.charts.geometry import Fill, Mark, Plot
from deckgen.charts.model import Chart, Value
from deckgen.charts.waterfall import change_code, change_text, levels
from deckgen.writers.pptx.chart import data
from deckgen.writers.pptx.chart.axes import AXIS_IDS, CATEGORY_AXIS, VALUE_AXIS, category_axis, value_axis
from deckgen.writers.pptx.chart.cell_labels import cell_labels
from deckgen.writers.pptx.chart.ink import NOTHING, Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS
from deckgen.writers.pptx.workbook import SHEET, Cell, Number

_HEADS = {
    True: ("数值", "累计", "底座", "合计", "增加", "减少", "增加（零下）", "减少（零下）", "标签", "连线1", "连线2", "连线3"),
    False: ("Value", "Level", "Base", "Total", "Increase", "Decrease", "Increase below zero", "Decrease below zero",
            "Label", "Connector 1", "Connector 2", "Connector 3"),
}  # fmt: skip
_BASE, _FIRST_BAR, _LABEL, _FIRST_LINE = 3, 4, 9, 10
_LINES = 3
"""Connectors share three series in turn: so between two of one series there is always a gap."""

_ROLES = ("total", "rise", "fall", "rise", "fall")


def bridge(plot: Plot) -> list[list[Cell]]:
    """Return the sheet of a waterfall: names, values, and the columns the chart draws, computed from them."""
    chart = plot.chart
    rows: list[list[Cell]] = [[chart.unit, *_HEADS[chart.chinese]]]
    spans = levels(chart)
    count = len(spans)
    for index, (start, end) in enumerate(spans):
        value, mark = chart.series[0].values[index], plot.marks[0][index]
        assert value and mark
        links = [_link(spans, index, line, count) for line in range(_LINES)]
        rows.append([chart.categories[index], *_computed(chart, index, value, mark, start, end), *links])
    return rows


def _computed(chart: Chart, index: int, value: Value, mark: Mark, start: float, end: float) -> list[Cell]:
    """Return value, level, base, total, rise and fall above and below zero, and where the label stands."""
    step, row, above = chart.steps[index], index + 2, index + 1
    code = change_code(value, step, chart.unit)
    rise, fall = max(start, end), min(start, end)
    on_top = mark.label.place == "t"
    anchor = rise if on_top else fall
    pick = "MAX" if on_top else "MIN"
    if step != "delta":
        total = f"C{above}" if step != "start" and index else ""
        return [
            Number(value.number, code, total), Number(end, formula=f"B{row}"), Number(0), Number(end, formula=f"B{row}"),
            Number(0), Number(0), Number(0), Number(0), Number(anchor, formula=f"{pick}(B{row},0)"),
        ]  # fmt: skip
    before = f"C{above}" if index else "0"
    levels_here = f"{before},C{row}"
    low, high = f"MIN({levels_here})", f"MAX({levels_here})"
    base = fall if fall > 0 else min(rise, 0.0)
    over, under = max(rise, 0.0) - max(fall, 0.0), min(fall, 0.0) - min(rise, 0.0)
    up = value.number >= 0
    over_zero, under_zero = f"MAX({high},0)-MAX({low},0)", f"MIN({low},0)-MIN({high},0)"
    return [
        Number(value.number, code),
        Number(end, formula=f"{before}+B{row}"),
        Number(_clean(base), formula=f"MAX({low},0)+MIN({high},0)"),
        Number(0),
        Number(_clean(over) if up else 0, formula=f"IF(B{row}>=0,{over_zero},0)"),
        Number(0 if up else _clean(over), formula=f"IF(B{row}<0,{over_zero},0)"),
        Number(_clean(under) if up else 0, formula=f"IF(B{row}>=0,{under_zero},0)"),
        Number(0 if up else _clean(under), formula=f"IF(B{row}<0,{under_zero},0)"),
        Number(anchor, formula=f"{pick}({levels_here})"),
    ]


def _clean(number: float) -> float:
    return round(number, 10)


def _link(spans: Sequence[tuple[float, float]], index: int, line: int, count: int) -> Cell:
    """Return one end of a connector, from the level after an item to the next item; None where there is none."""
    if index < count - 1 and index % _LINES == line:
        return Number(spans[index][1], formula=f"C{index + 2}")
    if index and (index - 1) % _LINES == line:
        return Number(spans[index - 1][1], formula=f"C{index + 1}")
    return None


def waterfall_chart(plot: Plot, ink: Ink) -> str:
    """Return columns, connectors and labels, and their axes."""
    rows = bridge(plot)
    bars = _bar(plot, rows, _BASE, NOTHING, "") + "".join(
        _bar(plot, rows, _FIRST_BAR + i, ink.area(Fill(role)), _unlike(plot, role, ink))
        for i, role in enumerate(_ROLES)
    )
    lines = _label_line(plot, rows, ink) + "".join(
        _line(plot, rows, _FIRST_LINE + i, f"<c:spPr>{ink.palette.line('grey', 0.75)}<a:effectLst/></c:spPr>")
        for i in range(_LINES)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{lines}<c:dLbls>{NO_LABELS}</c:dLbls>'
        f'<c:marker val="1"/>{AXIS_IDS}</c:lineChart><c:barChart><c:barDir val="col"/><c:grouping val="stacked"/>'
        f'<c:varyColors val="0"/>{bars}<c:dLbls>{NO_LABELS}</c:dLbls><c:gapWidth val="{plot.gap}"/>'
        f'<c:overlap val="100"/>{_second(AXIS_IDS)}</c:barChart>{category_axis(plot, ink)}{value_axis(plot, ink)}'
        f"{_second(value_axis(plot, ink) + category_axis(plot, ink, deleted=True))}"
    )


def _second(axes: str) -> str:
    """Return axes as the second pair of the chart: what has it is drawn in front, the columns before the connectors."""
    for axis in (CATEGORY_AXIS, VALUE_AXIS):
        axes = axes.replace(str(axis), str(axis + VALUE_AXIS))
    return axes.replace('<c:crosses val="autoZero"/><c:crossBetween', '<c:crosses val="max"/><c:crossBetween').replace(
        '<c:axPos val="l"/>', '<c:axPos val="r"/>'
    )


def _bar(plot: Plot, rows: Sequence[Sequence[Cell]], column: int, look: str, points: str) -> str:
    name, values = data.column(rows, column)
    return (
        f'<c:ser><c:idx val="{column}"/><c:order val="{column}"/>{name}{look}<c:invertIfNegative val="0"/>{points}'
        f"{data.categories(plot.chart)}{values}</c:ser>"
    )


def _unlike(plot: Plot, role: str, ink: Ink) -> str:
    """Return the points of a series that are no plain fact."""
    return "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{ink.area(mark.fill)}</c:dPt>'
        for i, mark in enumerate(plot.marks[0])
        if mark and mark.fill.role == role and mark.fill.pattern != "solid"
    )


def _line(plot: Plot, rows: Sequence[Sequence[Cell]], column: int, look: str, labels: str = "", tail: str = "") -> str:
    name, values = data.column(rows, column)
    return (
        f'<c:ser><c:idx val="{column}"/><c:order val="{column}"/>{name}{look}<c:marker><c:symbol val="none"/></c:marker>'
        f'{labels}{data.categories(plot.chart)}{values}<c:smooth val="0"/>{tail}</c:ser>'
    )


def _label_line(plot: Plot, rows: Sequence[Sequence[Cell]], ink: Ink) -> str:
    """Return the invisible line that carries the labels: columns on others can have none outside."""
    chart = plot.chart
    texts = [
        change_text(value, step, chart.unit)
        for value, step in zip(chart.series[0].values, chart.steps, strict=True)
        if value
    ]
    labels, tail = cell_labels(plot, texts, f"{SHEET}!$B$2:$B${len(rows)}", ink)
    look = "<c:spPr><a:ln><a:noFill/></a:ln><a:effectLst/></c:spPr>"
    return _line(plot, rows, _LABEL, look, labels, tail)
