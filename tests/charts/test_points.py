"""Scatter and bubbles: names touch nothing, scales are round, the workbook holds every measure."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deckgen.charts.geometry import Guide, Label
from deckgen.charts.model import Chart, ChartType, Reference, Series, Value, describe
from deckgen.charts.plot import plot
from deckgen.charts.points import PointPlot
from deckgen.charts.scale import scale_of
from deckgen.frame import Frame
from deckgen.writers.pptx.chart import chart_workbook, chart_xml
from tests.charts.specimens import FRAME, PALETTE, C, part_of, stated, value

NAMES = (
    "英国",
    "法国",
    "德国",
    "意大利",
    "西班牙",
    "捷克共和国",
    "Netherlands",
    "比利时",
    "瑞典",
    "奥地利",
    "葡萄牙",
    "波兰",
)


def points_of(rows: Mapping[str, tuple[str, ...]], **options: Any) -> Chart:
    titles = ("时效（天）", "复购率（%）", "GMV（亿元）")
    columns = [tuple(map(value, texts)) for texts in zip(*rows.values(), strict=True)]
    series = tuple(Series(title, values) for title, values in zip(titles, columns, strict=False))
    kind: ChartType = "bubble" if len(series) == 3 else "scatter"
    return Chart(kind, tuple(rows), series, **options)


MARKETS = points_of(
    {"英国": ("3.1", "42"), "法国": ("4.2", "35"), "德国": ("3.4", "24"), "波兰": ("6.8", "19")}, emphasis="德国"
)
SIZES = points_of(
    {"英国": ("3.1", "42", "20"), "法国": ("4.2", "35", "80"), "德国": ("3.4", "24", "5")}, emphasis="德国"
)


def drawn(chart: Chart, frame: Frame = FRAME) -> PointPlot:
    found = plot(chart, frame)
    assert isinstance(found, PointPlot)
    return found


def _apart(one: Frame, other: Frame) -> bool:
    return (
        one.right <= other.x + 0.01 or other.right <= one.x + 0.01
        or one.bottom <= other.y + 0.01 or other.bottom <= one.y + 0.01
    )  # fmt: skip


spots = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 25)), min_size=3, max_size=12, unique=True
)  # fmt: skip


@settings(deadline=None, max_examples=20)
@given(spots)
def test_names_touch_neither_names_nor_points_and_stay_in_the_plot(places: list[tuple[int, int]]) -> None:
    chart = points_of({name: (str(x), str(y)) for name, (x, y) in zip(NAMES, places, strict=False)})
    found = drawn(chart)
    dots = [mark.frame for mark in found.marks[0] if mark]
    for one, other in combinations(found.names, 2):
        assert _apart(one, other)
    for index, name in enumerate(found.names):
        assert all(_apart(name, dot) for n, dot in enumerate(dots) if n != index)
        assert name.x >= FRAME.x and name.right <= FRAME.right and name.y >= FRAME.y and name.bottom <= FRAME.bottom


@settings(deadline=None, max_examples=20)
@given(spots)
def test_points_stand_where_their_values_are(places: list[tuple[int, int]]) -> None:
    chart = points_of({name: (str(x), str(y)) for name, (x, y) in zip(NAMES, places, strict=False)})
    found = drawn(chart)
    for mark, (x, y) in zip(found.marks[0], places, strict=False):
        assert mark
        across = (mark.frame.x + mark.frame.width / 2 - found.inner.x) / found.inner.width
        up = (found.inner.bottom - mark.frame.y - mark.frame.height / 2) / found.inner.height
        assert found.x.minimum + across * found.x.span == pytest.approx(x, abs=1e-6)
        assert found.y.minimum + up * found.y.span == pytest.approx(y, abs=1e-6)
        assert 0 <= across <= 1 and 0 <= up <= 1


@given(
    st.lists(st.decimals(-1_000_000, 1_000_000, places=3).map(float), min_size=1, max_size=9),
    st.sampled_from([0.02, 0.1]),
)
def test_a_scale_is_round_and_holds_its_values(numbers: list[float], padding: float) -> None:
    scale = scale_of(numbers, padding, 6)
    slack = 1e-6 * (abs(scale.minimum) + abs(scale.maximum))
    assert scale.minimum <= min(numbers) + slack and scale.maximum >= max(numbers) - slack
    assert len(scale.ticks) <= 7
    leading = f"{scale.step:.6e}".partition("e")[0].rstrip("0").rstrip(".")
    assert leading in ("1", "2", "2.5", "5")


def test_positive_values_near_zero_start_there_and_never_below() -> None:
    assert scale_of([1.0, 20.0], 0.02, 6).minimum == 0
    assert scale_of([16.0, 20.0], 0.02, 6).minimum > 0
    assert scale_of([0.5, 0.6], 0.1, 6).minimum >= 0
    assert scale_of([2.6, 10.0], 0.3, 6).minimum == 0, "not even where the padding would reach below"


def test_one_point_is_the_accent() -> None:
    found = drawn(MARKETS)
    assert found.chart.categories == ("英国", "法国", "波兰", "德国"), "drawn last, in front of the others"
    assert [mark.fill.role for mark in found.marks[0] if mark] == ["grey", "grey", "grey", "accent"]
    assert [mark.label.bold for mark in found.marks[0] if mark] == [False, False, False, True]


def test_the_area_of_a_bubble_tells_and_the_smallest_is_in_front() -> None:
    found = drawn(SIZES)
    assert found.chart.categories == ("法国", "英国", "德国")
    areas = [mark.frame.width**2 for mark in found.marks[0] if mark]
    assert areas[0] / areas[1] == pytest.approx(80 / 20)
    assert areas[0] / areas[2] == pytest.approx(80 / 5)
    texts = [overlay.text for overlay in found.overlays if isinstance(overlay, Label)]
    assert texts == ["圆面积：GMV（亿元），最大 80"]


def test_crowded_names_are_led_to_their_points() -> None:
    rows = {name: (str(10 + n % 3), str(10 + n // 3)) for n, name in enumerate(NAMES[:9])} | {"远": ("300", "300")}
    found = drawn(points_of(rows))
    assert any(isinstance(overlay, Guide) for overlay in found.overlays)


def test_what_is_no_fact_says_so_in_its_name() -> None:
    first = MARKETS.series[1].values[0]
    assert first
    planned = (Value(first.number, first.text, "plan"), *MARKETS.series[1].values[1:])
    chart = replace(MARKETS, series=(MARKETS.series[0], Series("复购率", planned)))
    found = drawn(chart)
    assert found.chart.categories[0] == "英国（目标）"
    mark = found.marks[0][0]
    assert mark and mark.fill.pattern == "outlined"


@pytest.mark.parametrize(("chart", "roles"), [(MARKETS, "xVal yVal"), (SIZES, "xVal yVal bubbleSize")])
def test_cells_caches_and_labels_agree(chart: Chart, roles: str) -> None:
    found = drawn(chart)
    sheet = openpyxl.load_workbook(io.BytesIO(chart_workbook(found)))["Sheet1"]
    part = part_of(chart)
    assert [cell.value for cell in sheet["A"][1:]] == list(found.chart.categories)
    assert [node.text for node in part.iterfind(".//c15:dlblRangeCache/c:pt/c:v", C)] == list(found.chart.categories)
    for role, letter, series in zip(roles.split(), "BCD", found.chart.series, strict=False):
        assert (
            part.findtext(f".//c:{role}/c:numRef/c:f", namespaces=C)
            == f"Sheet1!${letter}$2:${letter}${len(series.values) + 1}"
        )
        cached = [float(node.text or "nan") for node in part.iterfind(f".//c:{role}//c:pt/c:v", C)]
        assert cached == [cell.value for cell in sheet[letter][1:]] == [v.number for v in series.values if v]
        assert sheet[f"{letter}1"].value == series.name


@pytest.mark.parametrize(
    ("chart", "order"),
    [
        (MARKETS, "idx order tx spPr marker dPt dLbls xVal yVal smooth extLst"),
        (SIZES, "idx order tx spPr invertIfNegative dPt dLbls xVal yVal bubbleSize bubble3D extLst"),
    ],
)
def test_the_order_of_the_schema(chart: Chart, order: str) -> None:
    series = part_of(chart).find(".//c:ser", C)
    assert series is not None
    assert [etree.QName(child).localname for child in series] == order.split()


def test_axes_cross_at_the_reference_and_divide_the_plane() -> None:
    part = part_of(replace(MARKETS, reference=Reference(3.8, 29.5, "中位数")))
    along, up = part.findall(".//c:valAx", C)
    # an axis says where it crosses the other one
    assert stated(along, "c:crossesAt") == "29.5"
    assert stated(up, "c:crossesAt") == "3.8"
    assert part.find(".//c:majorGridlines", C) is None
    found = drawn(replace(MARKETS, reference=Reference(3.8, 29.5, "中位数")))
    assert [overlay.text for overlay in found.overlays if isinstance(overlay, Label)] == ["中位数"] * 2


def test_axes_are_titled_with_their_units_and_colours_are_the_themes() -> None:
    xml = chart_xml(plot(SIZES, FRAME), PALETTE, "rId1").decode()
    part = part_of(SIZES)
    assert [node.text for node in part.iterfind(".//c:valAx/c:title//a:t", C)] == ["时效（天）", "复购率（%）"]
    assert "srgbClr" not in xml


def test_a_description_of_points() -> None:
    assert describe(MARKETS, "德国是例外") == (
        "散点图：德国是例外。时效（天） × 复购率（%），英国（3.1，42），法国（4.2，35），德国（3.4，24），波兰（6.8，19）。"
    )
