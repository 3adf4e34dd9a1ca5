"""The chart part and its workbook: valid, in PowerPoint's order, theme colours only, always the same bytes."""

from __future__ import annotations

import io
import re
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.util import Pt

from deckgen.charts.model import Value
from deckgen.charts.plot import Plot, plot
from deckgen.writers.pptx.chart import chart_xml
from deckgen.writers.pptx.workbook import column_letters, workbook
from tests.charts.specimens import (
    AGES,
    ALL,
    CHANNELS,
    FRAME,
    PALETTE,
    REGIONS,
    RING,
    SHARES,
    TARGETS,
    C,
    part_of,
    several,
    single,
)


def _get(node: etree._Element, path: str, name: str = "val", names: dict[str, str] = C) -> str:
    """Return an attribute of the one element at a path."""
    found = node.find(path, names)
    assert found is not None, path
    return found.get(name) or ""


def _workbook(drawn: Plot) -> bytes:
    chart = drawn.chart
    names, values = [s.name for s in drawn.columns], [s.values for s in drawn.columns]
    return workbook(chart.categories, names, values, chart.unit, summed=drawn.totals is not None)


def test_a_deck_of_every_chart_is_valid(tmp_path: Path) -> None:
    deck = Presentation()
    for chart in ALL.values():
        drawn = plot(chart, FRAME)
        data = CategoryChartData()
        data.categories = ["a"]
        data.add_series("s", [1])
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(48), Pt(156), Pt(568), Pt(312), data)
        part = frame.chart.part
        (relationship,) = part.rels.values()
        part._element = parse_xml(chart_xml(drawn, PALETTE, relationship.rId))
        relationship.target_part._blob = _workbook(drawn)
    path = tmp_path / "charts.pptx"
    deck.save(str(path))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", ALL)
def test_colours_and_fonts_are_the_themes(name: str) -> None:
    xml = chart_xml(plot(ALL[name], FRAME), PALETTE, "rId1").decode()
    assert "srgbClr" not in xml
    assert set(re.findall(r'typeface="([^"]*)"', xml)) == {"+mn-lt", "+mn-ea", "+mn-cs"}
    assert "c:title" not in xml and ("majorGridlines" not in xml or name == "slopes")
    assert min(map(int, re.findall(r' sz="(\d+)"', xml))) >= 1200


def test_the_order_powerpoint_saves() -> None:
    part = part_of(AGES)
    tags = [etree.QName(child).localname for child in part if isinstance(child.tag, str)]
    assert tags == [
        "date1904", "lang", "roundedCorners", "AlternateContent", "chart", "spPr", "txPr", "externalData",
    ]  # fmt: skip
    series = part.find(".//c:ser", C)
    assert series is not None
    assert [etree.QName(child).localname for child in series] == [
        "idx", "order", "tx", "spPr", "invertIfNegative", "dPt", "dLbls", "cat", "val",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_data_label_and_source_agree(name: str) -> None:
    """Every point's cell, cache and printed label hold the number as it was written."""
    drawn = plot(ALL[name], FRAME)
    sheet = openpyxl.load_workbook(io.BytesIO(_workbook(drawn)), data_only=True)["Sheet1"]
    assert sheet["A1"].value == (drawn.chart.unit or None)
    nodes = {
        node.findtext("c:val/c:numRef/c:f", namespaces=C): node for node in part_of(ALL[name]).iterfind(".//c:ser", C)
    }
    for index, series in enumerate(drawn.columns):
        letter = column_letters(index + 1)
        reference = f"Sheet1!${letter}$2:${letter}${len(series.values) + 1}"
        node = nodes[reference]
        assert sheet[f"{letter}1"].value == (series.name or None)
        cached = {
            p.get("idx"): p.findtext("c:v", namespaces=C) for p in node.iterfind("c:val/c:numRef/c:numCache/c:pt", C)
        }
        for row, value in enumerate(series.values):
            cell = sheet[f"{letter}{row + 2}"].value
            assert cell == (value.number if value else None)
            assert (float(cached[str(row)] or "nan") if value else cached.get(str(row))) == (
                value.number if value else None
            )


def test_mixed_decimals_print_as_written() -> None:
    labels = part_of(AGES).find(".//c:ser/c:dLbls", C)
    assert labels is not None
    own = {_get(node, "c:idx"): _get(node, "c:numFmt", "formatCode") for node in labels.iterfind("c:dLbl", C)}
    shared = _get(labels, "c:numFmt", "formatCode")
    assert [own.get("0", shared), own.get("1", shared)] == ['0"%"', '0.0"%"']


def test_bars_run_from_zero_with_the_axis_hidden_and_the_first_on_top() -> None:
    part = part_of(AGES)
    axis = part.find(".//c:valAx", C)
    assert axis is not None
    assert _get(axis, "c:delete") == "1"
    assert _get(axis, "c:scaling/c:min") == "0"
    assert _get(axis, "c:scaling/c:max") == "70"
    assert _get(part, ".//c:catAx/c:scaling/c:orientation") == "maxMin"


def test_a_plan_is_an_outline_filled_like_the_page() -> None:
    look = part_of(TARGETS).find(".//c:ser/c:spPr", C)
    assert look is not None
    assert _get(look, "a:solidFill/a:schemeClr", "val", C) == "bg1"
    assert _get(look, "a:ln", "w", C) == "19050"
    assert _get(look, "a:ln/a:solidFill/a:schemeClr", "val", C) == "accent1"


def test_the_inner_plot_area_is_where_the_plot_says() -> None:
    drawn = plot(TARGETS, FRAME)
    layout = part_of(TARGETS).find(".//c:plotArea/c:layout/c:manualLayout", C)
    assert layout is not None and _get(layout, "c:layoutTarget") == "inner"
    x, y, w, h = (float(_get(layout, f"c:{name}")) for name in "xywh")
    assert x * FRAME.width + FRAME.x == pytest.approx(drawn.inner.x, abs=0.01)
    assert y * FRAME.height + FRAME.y == pytest.approx(drawn.inner.y, abs=0.01)
    assert (w * FRAME.width, h * FRAME.height) == pytest.approx((drawn.inner.width, drawn.inner.height), abs=0.01)


def test_series_names_come_with_the_first_labels() -> None:
    assert [node.get("val") for node in part_of(SHARES).iterfind(".//c:ser/c:dLbls/c:showSerName", C)] == ["1", "1"]
    assert _get(part_of(CHANNELS), ".//c:overlap") == "100"
    assert part_of(REGIONS).find(".//c:legend", C) is None
    assert part_of(ALL["legended"]).find(".//c:legend", C) is not None


def test_a_missing_value_has_no_point() -> None:
    second = part_of(REGIONS).findall(".//c:ser", C)[1]
    assert [node.get("idx") for node in second.iterfind("c:val//c:pt", C)] == ["0", "2"]


def test_a_donut_has_a_wide_hole() -> None:
    assert _get(part_of(RING), ".//c:holeSize") == "65"


def test_marked_up_text_is_escaped() -> None:
    chart = single("bar", {'R&D <"x">': "5", "其他": "3"}, lang="zh-CN")
    part = part_of(chart)
    assert part.findtext(".//c:cat//c:v", namespaces=C) == 'R&D <"x">'
    sheet = openpyxl.load_workbook(io.BytesIO(_workbook(plot(chart, FRAME))))["Sheet1"]
    assert sheet["A2"].value == 'R&D <"x">'


def test_the_workbook_shows_numbers_as_written() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(_workbook(plot(AGES, FRAME))))["Sheet1"]
    assert [(cell.value, cell.number_format) for cell in sheet["B"][1:]] == [(62, "0"), (7.1, "0.0")]


def test_equal_charts_make_equal_bytes_with_a_fixed_date() -> None:
    first, second = _workbook(plot(SHARES, FRAME)), _workbook(plot(SHARES, FRAME))
    assert first == second
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert chart_xml(plot(SHARES, FRAME), PALETTE, "rId1") == chart_xml(plot(SHARES, FRAME), PALETTE, "rId1")


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [column_letters(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_two_hundred_charts_are_quick() -> None:
    """A deck of 200 slides is to build in seconds; the bound leaves a busy machine room."""
    start = time.process_time()
    for _ in range(50):
        for chart in (AGES, TARGETS, SHARES, RING):
            drawn = plot(chart, FRAME)
            chart_xml(drawn, PALETTE, "rId1")
            _workbook(drawn)
    assert time.process_time() - start < 0.6


def test_a_label_on_hatching_has_a_plate_below_it() -> None:
    chart = several("stacked", ["2024", "2025"], {"a": ["40", "50"], "b": ["30", "60"]})
    rows = tuple(replace(row, values=(row.values[0], Value(50, "50", "forecast"))) for row in chart.series)
    part = part_of(replace(chart, series=rows))
    plates = part.findall(".//c:dLbls//c:spPr/a:solidFill/a:schemeClr", C)
    assert len(plates) == 2 and {plate.get("val") for plate in plates} == {"bg1"}
