"""Charts that the tests draw."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import etree

from deckgen.charts.model import Callout, Chart, ChartType, Difference, Series, Status, Target, Value
from deckgen.charts.numbers import number_in
from deckgen.charts.plot import plot
from deckgen.frame import Frame
from deckgen.theme.theme import load_theme
from deckgen.writers.pptx.chart import chart_xml
from deckgen.writers.pptx.color import Palette

FRAME = Frame(48, 156, 568, 312)

C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
     "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
     "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}  # fmt: skip
"""The prefixes of a chart part."""


PALETTE = Palette(load_theme("pulse").roles)


def part_of(chart: Chart, frame: Frame = FRAME) -> etree._Element:
    """Return the part of a chart that fills a frame."""
    return etree.fromstring(chart_xml(plot(chart, frame), PALETTE, "rId1"))


def stated(part: etree._Element, path: str) -> str:
    """Return what the first element at a path states as its `val`."""
    found = part.find(path, C)
    assert found is not None, path
    return found.get("val", "")


def value(text: str, status: Status = "actual") -> Value:
    number = number_in(text)
    assert number is not None
    return Value(number, text, status)


def single(kind: ChartType, data: dict[str, str], status: Status = "actual", **options: Any) -> Chart:
    series = Series("数值", tuple(value(text, status) for text in data.values()))
    return Chart(kind, tuple(data), (series,), **options)


def several(kind: ChartType, categories: list[str], data: dict[str, list[str]], **options: Any) -> Chart:
    series = tuple(Series(name, tuple(value(text) if text else None for text in texts)) for name, texts in data.items())
    return Chart(kind, tuple(categories), series, **options)


AGES = single("bar", {"10–29岁": "62", "50岁以上": "7.1"}, unit="%", emphasis="10–29岁", maximum=70)
TARGETS = single(
    "column",
    {"2022目标": "20", "2023目标": "230"},
    status="plan",
    unit="亿美元",
    difference=Difference("2022目标", "2023目标", "×11.5（推算）"),
)
SHARES = single("stacked100", {"短视频": "70", "直播": "30"}, unit="%", emphasis="直播", center="月GMV百万美元级")
RING = single("donut", {"短视频": "70", "直播": "30"}, unit="%", emphasis="直播", center="月GMV\n百万美元级")
REGIONS = several(
    "column", ["华东", "华南", "华北"], {"去年": ["12", "9", "7.5"], "今年": ["18", "", "11"]}, unit="亿元"
)
CHANNELS = several(
    "stacked100", ["2022", "2023"], {"线上": ["60", "72"], "线下": ["40", "28"]}, unit="%", emphasis="线上"
)
LOSSES = single("column", {"一季度": "12", "二季度": "-3.5", "三季度": "4"}, unit="亿元", emphasis="二季度")
LEGENDED = several("column", ["2022", "2023"], {name: ["3", "4"] for name in ("甲", "乙", "丙", "丁")})
DOUBTS = Chart(
    "bar",
    ("已确认", "余量", "口径A", "明年"),
    (Series("", (value("62"), value("30.9", "derived"), value("50", "disputed"), value("70", "forecast"))),),
    unit="%",
    emphasis="已确认",
    difference=Difference("已确认", "口径A", "−12个百分点"),
)
TREND = Chart(
    "line",
    ("2021", "2022", "2023", "2024", "2025"),
    (
        Series("国内", (*(value(text) for text in ("52", "58", "61", "66")), value("70", "forecast"))),
        Series("海外", (*(value(text) for text in ("8", "14", "35", "68")), value("88", "forecast"))),
    ),
    unit="亿元",
    emphasis="海外",
)
MONTHS = single("line", {f"2024年{n}月": str(100 + n * n) for n in range(1, 25)}, unit="万单")
CLOSE = several(
    "line", ["一季度", "二季度", "三季度"],
    {"甲": ["95.1", "94.2", "98.0"], "乙": ["97", "96", "97.9"], "丙": ["94", "", "97.8"]},
    unit="%",
)  # fmt: skip
FALLS = several("line", ["2022", "2023", "2024"], {"自营": ["-8.2", "-12.4", "6.8"], "平台": ["3.1", "3.5", "4.6"]})
YEARS = ["2021", "2022", "2023", "2024"]
PARTS = several(
    "stacked", YEARS, {"订阅": ["12", "18", "27", "41"], "广告": ["30", "32", "", "33"], "服务": ["5", "6", "8", "0.5"]},
    unit="亿元",
)  # fmt: skip
LONG_PARTS = several(
    "stacked", ["跨境物流与海外仓储服务费用的全年合计", "直播间主播与运营团队的全部薪酬"],
    {"去年": ["120", "80"], "今年": ["150", "130"]},
)  # fmt: skip
GROWTH = single("area", {f"{n}月": str(100 + n * n) for n in range(1, 10)}, unit="万人")
LAYERS = several(
    "area",
    YEARS,
    {"直播": ["5", "12", "34", "80"], "短视频": ["40", "44", "48", "58"], "图文": ["38", "35", "30", "26"]},
)
SLOPES = several(
    "slope", ["2022", "2024"], {"物流": ["62", "81"], "客服": ["70", "74"], "价格": ["71", "66"], "品质": ["69", "75"]},
    emphasis="物流",
)  # fmt: skip
_SALES = Series("销售额", tuple(value(text) for text in ("1200", "1100", "1350", "1420")))
_RATE = Series("退货率", tuple(value(text) for text in ("8.1", "8.4", "8.0", "7.7")), line=True)
MARGIN = Chart("combo", tuple(YEARS), (_SALES, replace(_RATE, second=True, unit="%")), unit="万元")
AIMS = Chart(
    "combo", tuple(YEARS), (_SALES, replace(_RATE, values=tuple(value(t) for t in ("1000", "1150", "1300", "1500"))))
)
RANKED = single("bar", {f"省份{n}": str(n) for n in range(1, 31)}, emphasis="省份2", unit="万单")
DAYS = single("column", {f"2024年{n}月": str(1000 + n) for n in range(1, 25)}, emphasis="2024年3月")
NOTED = replace(
    TREND,
    callouts=(
        Callout("2022", "海外", "海外仓建成"),
        Callout("2024", "", "首次超过国内，明年将占六成"),
        Callout("2021", "国内", "基准"),
    ),
)
AIMED = replace(PARTS, target=Target(value("70"), "年度目标"), callouts=(Callout("2022", "", "广告见顶"),))
ALL = {
    "parts": PARTS, "long parts": LONG_PARTS, "growth": GROWTH, "layers": LAYERS, "slopes": SLOPES, "margin": MARGIN,
    "aims": AIMS, "ranked": RANKED, "days": DAYS, "noted": NOTED, "aimed": AIMED,
    "trend": TREND, "months": MONTHS, "close": CLOSE, "falls": FALLS,
    "ages": AGES, "targets": TARGETS, "shares": SHARES, "ring": RING, "regions": REGIONS, "channels": CHANNELS,
    "losses": LOSSES, "legended": LEGENDED, "doubts": DOUBTS,
}  # fmt: skip
