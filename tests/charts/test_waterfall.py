"""The waterfall: bars hang where the one before ended, and the workbook recomputes everything from the changes."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deckgen.charts.geometry import text_width
from deckgen.charts.labels import label_frame
from deckgen.charts.model import Chart, Series, Step, Value
from deckgen.charts.plot import plot
from deckgen.charts.waterfall import change_text, levels
from deckgen.writers.pptx.chart import chart_workbook
from tests.charts.specimens import FRAME, C, part_of, stated, value


def bridge_of(*items: tuple[str, str, Step], unit: str = "亿元") -> Chart:
    names, texts, steps = zip(*items, strict=True)
    return Chart("waterfall", names, (Series(unit, tuple(map(value, texts))),), unit, steps=steps)


PROFIT_ITEMS: list[tuple[str, str, Step]] = [
    ("2023", "3.2", "start"), ("价格", "1.4", "delta"), ("包材", "-0.6", "delta"), ("2024", "4.0", "end"),
]  # fmt: skip
PROFIT = bridge_of(*PROFIT_ITEMS)
REVENUE_ITEMS: list[tuple[str, str, Step]] = [
    ("2023年收入", "5", "start"), *((f"第{n}项", "1", "delta") for n in range(7)), ("2024年收入", "12", "end"),
]  # fmt: skip
CROSSING = bridge_of(
    ("收入", "120", "start"), ("成本", "-90", "delta"), ("毛利", "30", "subtotal"), ("费用", "-85", "delta"),
    ("补助", "70", "delta"), ("净利", "15", "end"),
)  # fmt: skip


def _changes(draw: st.DrawFn) -> Chart:
    texts = draw(st.lists(st.integers(-99, 99).map(str), min_size=2, max_size=8))
    deltas: list[Step] = ["delta"] * (len(texts) - 1)
    total = str(sum(map(int, texts)))
    return bridge_of(*zip(map(str, range(9)), [*texts, total], ["start", *deltas, "end"], strict=False))


changes = st.composite(_changes)()


def test_each_change_hangs_where_the_one_before_ended() -> None:
    assert levels(CROSSING) == ((0, 120), (120, 30), (0, 30), (30, -55), (-55, 15), (0, 15))


def test_changes_carry_sign_and_arrow_and_levels_stand_as_written() -> None:
    texts = [
        change_text(some, step, "亿元")
        for some, step in zip(CROSSING.series[0].values, CROSSING.steps, strict=True)
        if some
    ]
    assert texts == ["120", "▼ −90", "30", "▼ −85", "▲ +70", "15"]
    assert change_text(value("-55"), "end", "亿元") == "−55"
    assert change_text(value("+3.5"), "delta", "%") == "▲ +3.5"
    assert change_text(value("44"), "end", "%") == "44%"


@settings(deadline=None, max_examples=30)
@given(changes)
def test_bars_are_in_proportion_and_labels_stay_in_the_frame(chart: Chart) -> None:
    drawn = plot(chart, FRAME)
    scale = drawn.inner.height / (drawn.maximum - drawn.minimum)
    for mark, (start, end) in zip(drawn.marks[0], levels(chart), strict=True):
        assert mark
        assert mark.frame.height == pytest.approx(abs(end - start) * scale, abs=0.01)
        assert mark.frame.y >= drawn.inner.y - 0.01 and mark.frame.bottom <= drawn.inner.bottom + 0.01
        height = drawn.label_size * 1.2
        edge = mark.frame.y - height if mark.label.place == "t" else mark.frame.bottom + height
        assert FRAME.y - 0.01 <= edge <= drawn.inner.bottom + 0.5


@pytest.mark.parametrize("texts", [("1", "-1", "0"), ("3", "-2.9", "0.1"), ("0", "-1", "-1"), ("-1", "1", "0")])
def test_a_fall_to_the_foot_is_not_labelled_among_the_names(texts: tuple[str, ...]) -> None:
    steps: tuple[Step, ...] = ("start", "delta", "end")
    drawn = plot(bridge_of(*zip("abc", texts, steps, strict=True)), FRAME)
    frames = [label_frame(drawn, (0, index)) for index in range(3)]
    assert all(frame and FRAME.y - 0.01 <= frame.y and frame.bottom <= drawn.inner.bottom + 0.5 for frame in frames)


def test_a_change_that_is_no_fact_says_so_below_its_name() -> None:
    chart = Chart(
        "waterfall", ("2023", "降本", "补贴", "2024"),
        (Series("", (value("9"), value("-2", "derived"), value("1", "plan"), value("8", "forecast"))),),
        steps=("start", "delta", "delta", "end"),
    )  # fmt: skip
    assert plot(chart, FRAME).chart.categories == ("2023", "降本\n（推算）", "补贴", "2024\n（预测）")


def test_a_word_wider_than_its_column_leaves_room_for_the_columns() -> None:
    chart = bridge_of(("2023", "9", "start"), *(("Depreciation" * 2, "-1", "delta") for _ in range(8)))
    assert plot(chart, FRAME).inner.height > FRAME.height / 2


def test_colours_tell_totals_rises_and_falls() -> None:
    marks = [mark for mark in plot(CROSSING, FRAME).marks[0] if mark]
    assert [mark.fill.role for mark in marks] == ["total", "fall", "total", "fall", "rise", "total"]
    assert [mark.label.place for mark in marks] == ["t", "b", "t", "b", "t", "t"]


def test_labels_are_no_wider_than_their_columns_are_apart() -> None:
    chart = bridge_of(
        *((str(n), "1,234.5", "start" if not n else "delta") for n in range(8)), ("合计", "9,876.0", "end")
    )  # fmt: skip
    drawn = plot(chart, FRAME)
    assert text_width("▲ +1,234.5", drawn.label_size, True) <= FRAME.width / 9 + 12


def test_a_name_in_two_lines_leaves_no_character_alone_and_parts_no_number_from_its_unit() -> None:
    drawn = plot(bridge_of(*REVENUE_ITEMS), FRAME._replace(width=560))
    assert drawn.chart.categories[0] == "2023年\n收入"


def test_names_have_room_for_all_their_lines() -> None:
    short, long = (plot(bridge_of(*some), FRAME) for some in (PROFIT_ITEMS, REVENUE_ITEMS))
    for drawn, lines in ((short, 1), (long, 2)):
        assert drawn.frame.bottom - drawn.inner.bottom >= lines * drawn.category_size * 1.32


def _sheet(chart: Chart) -> Any:
    return openpyxl.load_workbook(io.BytesIO(chart_workbook(plot(chart, FRAME))))["Sheet1"]


def _computed(sheet: Any, reference: str) -> float:
    """Return what a program shows in a cell: its number, or what its formula gives."""
    content = sheet[reference].value
    if not isinstance(content, str):
        return float(content)
    code = re.sub(r"([A-M]\d+)", r"cell('\1')", content.lstrip("=")).replace("IF(", "pick(")
    known = {"cell": lambda where: _computed(sheet, where), "MIN": min, "MAX": max,
             "pick": lambda test, yes, no: yes if test else no}  # fmt: skip
    return float(eval(code, known))


@settings(deadline=None, max_examples=30)
@given(changes)
def test_the_workbook_computes_what_the_chart_shows(chart: Chart) -> None:
    drawn = plot(chart, FRAME)
    data = chart_workbook(drawn)
    formulas = openpyxl.load_workbook(io.BytesIO(data))["Sheet1"]
    cached = openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Sheet1"]
    for row in range(2, len(chart.categories) + 2):
        for column in "BCDEFGHIJKLM":
            if cached[f"{column}{row}"].value is not None:
                assert _computed(formulas, f"{column}{row}") == pytest.approx(cached[f"{column}{row}"].value)
        start, end = levels(chart)[row - 2]
        drawn_height = sum(abs(cached[f"{column}{row}"].value) for column in "EFGHI")
        assert drawn_height == pytest.approx(abs(end - start))


def test_a_changed_number_moves_everything_after_it() -> None:
    sheet = _sheet(CROSSING)
    sheet["B3"].value = -60
    assert [_computed(sheet, f"B{row}") for row in (4, 7)] == [60, 45]
    assert _computed(sheet, "D3") == 60 and _computed(sheet, "G3") == 60


def test_values_are_shown_with_their_sign() -> None:
    assert [cell.number_format for cell in _sheet(PROFIT)["B"][1:]] == [
        "0.0", '"▲ +"0.0;"▼ −"0.0;0.0', '"▲ +"0.0;"▼ −"0.0;0.0', "0.0",
    ]  # fmt: skip


def test_the_base_is_not_seen_and_columns_stand_before_the_connectors() -> None:
    part = part_of(CROSSING)
    area = part.find(".//c:plotArea", C)
    assert area is not None
    kinds = [etree.QName(child).localname for child in area]
    assert kinds == ["layout", "lineChart", "barChart", "catAx", "valAx", "valAx", "catAx", "spPr"]
    base = part.find(".//c:barChart/c:ser", C)
    assert base is not None and base.find("c:spPr/a:noFill", C) is not None
    assert {node.get("val") for node in part.iterfind(".//c:valAx/c:scaling/c:max", C)} == {"120"}
    assert stated(part, ".//c:barChart/c:grouping") == "stacked"


def test_connectors_run_from_each_level_to_the_next_column() -> None:
    part = part_of(CROSSING)
    lines = part.findall(".//c:lineChart/c:ser", C)[1:]
    found = {}
    for line in lines:
        points = [(int(p.get("idx") or 0), float(p.findtext("c:v", "", C))) for p in line.iterfind("c:val//c:pt", C)]
        for (at, level), (following, same) in zip(points[::2], points[1::2], strict=True):
            assert following == at + 1 and same == level
            found[at] = level
    assert found == {0: 120, 1: 30, 2: 30, 3: -55, 4: 15}


def test_labels_print_the_cells_of_the_values() -> None:
    part = part_of(CROSSING)
    assert part.findtext(".//c15:datalabelsRange/c15:f", namespaces=C) == "Sheet1!$B$2:$B$7"
    cached = [node.text for node in part.iterfind(".//c15:dlblRangeCache/c:pt/c:v", C)]
    assert cached == ["120", "▼ −90", "30", "▼ −85", "▲ +70", "15"]
    assert [node.text for node in part.iterfind(".//c:dLbl//a:fld/a:t", C)] == cached


def test_an_open_change_is_outlined() -> None:
    planned = Chart(
        "waterfall", ("a", "b", "c"), (Series("", (value("5"), Value(3, "3", "plan"), value("8"))),),
        steps=("start", "delta", "end"),
    )  # fmt: skip
    rise = part_of(planned).findall(".//c:barChart/c:ser", C)[2]
    assert [node.get("val") for node in rise.iterfind("c:dPt/c:idx", C)] == ["1"]
