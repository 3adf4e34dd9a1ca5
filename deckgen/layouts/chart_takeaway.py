"""One chart beside what follows from it: the default slide for data.

Use it when up to six values or shares prove the title. For a single number use `big-number`, for exact values of many
kinds `table`, for a chart with many categories `chart-full`.
"""

from collections.abc import Iterator
from typing import Literal

from deckgen.content import Chart, Claim, Content, Line, Part, Text, slot
from deckgen.scene import Item, Page
from deckgen.scene.chart import chart_items
from deckgen.scene.reading import reading
from deckgen.style import replace

NAME_ZH = "图表＋结论"
SUMMARY_ZH = "一张图表配上由它得出的结论，是展示数据的首选。"
FAMILY = "data"
ROOMIER = "bullets"
EXAMPLE = """
layout: chart-takeaway
title: 冷链订单已过半数，比常温多出23万单
subtitle: 各温区订单量，单位：万单，2024年
chart:
  type: bar
  data: {冷链: 84, 常温: 61, 恒温: 19}
  unit: 万单
  emphasis: 冷链
  difference: {start: 常温, end: 冷链, label: +23万单}
takeaways:
  - {head: 增长来自生鲜, text: 新增的冷链订单中，有七成来自生鲜电商}
  - {head: 产能已到上限, text: 旺季有两成订单需要外包}
source: 示例数据，2024年
"""


class Takeaway(Part):
    MAIN = "text"

    head: Line = slot("What follows, in a few words.", "用几个字说出结论。", zh="结论", at_most=12, default="")
    text: Text = slot("Why, or what it means.", "为什么，或意味着什么。", zh="说明", at_most=40)


class ChartTakeaway(Content):
    title: Claim = slot("The claim that the chart proves.", "图表所证明的论断。", zh="结论标题", at_most=56)
    subtitle: Line = slot(
        "What is shown: measure, unit, scope and date.", "图里画的是什么：指标、单位、范围和时间。",
        zh="图表说明", at_most=30,
    )  # fmt: skip
    chart: Chart = slot("The chart.", "图表。", zh="图表")
    takeaways: list[Takeaway] = slot("What follows from it.", "由图表得出的结论。", zh="结论", at_least=1, at_most=3)
    side: Literal["left", "right"] = slot(
        "The side the chart stands on.", "图表放在哪一边。",
        zh="图表位置", choices={"left": "左边", "right": "右边"}, default="left",
    )  # fmt: skip


def draw(content: ChartTakeaway, page: Page) -> Iterator[Item]:
    page.variant = "" if content.side == "left" else "↔"
    yield page.title(content.title)
    area = page.body
    wide, narrow = page.cells(1, 8, 0, 1).width, page.cells(1, 4, 0, 1).width
    shown = area._replace(width=wide, x=area.x if content.side == "left" else area.right - wide)
    beside = area._replace(width=narrow, x=area.x if content.side == "right" else area.right - narrow)
    said = [(takeaway.head, takeaway.text) for takeaway in content.takeaways]
    if content.side == "right":
        yield from reading(page, said, beside, "takeaways")
    yield page.text(content.subtitle, replace(page.style("label"), color="muted"), shown.with_height(24))
    yield from chart_items(page, content.chart, shown.below(shown.y + 30), content.title.plain)
    if content.side == "left":
        yield from reading(page, said, beside, "takeaways")
