"""Two charts side by side that tell one story, to one scale where they share a unit.

Use it to set two views of the same thing against each other: two markets, or volume and margin. For one chart and what
follows from it use `chart-takeaway`; for two sets of words `comparison`.
"""

from collections.abc import Iterator
from typing import Literal

from deckgen.charts.scales import plots
from deckgen.content import Chart, Claim, Content, Line, Part, slot
from deckgen.scene import Item, Page
from deckgen.scene.chart import plot_items
from deckgen.style import replace

NAME_ZH = "双图对照"
SUMMARY_ZH = "两张图表并排讲同一件事，单位相同时用同一刻度。"
FAMILY = "data"
ROOMIER = "table"
EXAMPLE = """
layout: chart-two
title: 华南三年涨到2.3倍，华东只多出17万单
charts:
  - head: 华东订单量，单位：万单
    chart:
      type: column
      data: {2021年: 104, 2022年: 115, 2023年: 118, 2024年: 121}
      unit: 万单
      emphasis: none
  - head: 华南订单量，单位：万单
    chart:
      type: column
      data: {2021年: 38, 2022年: 42, 2023年: 58, 2024年: 87}
      unit: 万单
      emphasis: 2024年
      difference: {start: 2021年, end: 2024年}
takeaway: 明年的仓配预算应先投给华南
source: 示例数据，2021—2024年
"""

_SPANS = {"6/6": (6, 7), "7/5": (7, 8), "5/7": (5, 6)}
"""The last column of the left and the first of the right chart."""

_HEAD = 24.0


class Side(Part):
    head: Line = slot(
        "What this chart shows: measure, unit, scope.", "这张图画的是什么：指标、单位、范围。",
        zh="图表说明", at_most=18,
    )  # fmt: skip
    chart: Chart = slot("The chart.", "图表。", zh="图表")


class ChartTwo(Content):
    title: Claim = slot(
        "The claim that both charts prove together.", "两张图表共同证明的论断。", zh="结论标题", at_most=56
    )
    charts: list[Side] = slot("The two charts.", "两张图表。", zh="图表", at_least=2, at_most=2)
    ratio: Literal["6/6", "7/5", "5/7"] = slot(
        "The columns of each.", "两张图表各占多宽。",
        zh="比例", choices={"6/6": "一样宽", "7/5": "左宽右窄", "5/7": "左窄右宽"}, default="6/6",
    )  # fmt: skip
    takeaway: Line = slot("What follows from them.", "由两张图表得出什么。", zh="小结", at_most=40, default="")


def draw(content: ChartTwo, page: Page) -> Iterator[Item]:
    page.variant = "" if content.ratio == "6/6" else content.ratio
    yield page.title(content.title)
    area = page.above(content.takeaway)
    last, first = _SPANS[content.ratio]
    spans = (page.cells(1, last, 0, 1), page.cells(first, 12, 0, 1))
    sides = [span._replace(y=area.y, height=area.height) for span in spans]
    drawn = plots(
        [side.chart.plotted(page.setting.lang) for side in content.charts],
        [side.below(side.y + _HEAD + 6) for side in sides],
    )
    style = replace(page.style("label"), bold=True)
    for index, (side, frame, shown) in enumerate(zip(content.charts, sides, drawn, strict=True)):
        yield page.text(side.head, style, frame.with_height(_HEAD), role="chart head")
        conclusion = f"{content.title} — {side.head}" if index else content.title.plain
        yield from plot_items(page, shown, conclusion, f"charts[{index}].chart")
    if content.takeaway:
        yield page.takeaway(content.takeaway)
