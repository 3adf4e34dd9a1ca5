"""One chart across the slide: many categories or several series, with up to three remarks on values.

Use it when the chart alone proves the title and needs the width: seven categories and more, three series and more. For
few values beside what follows from them use `chart-takeaway`, for exact values `table`.
"""

from collections.abc import Iterator

from pydantic import model_validator

from deckgen.content import Chart, Claim, Content, Text, slot
from deckgen.content.chart import Callout
from deckgen.content.mistake import mistake
from deckgen.scene import Item, Page
from deckgen.scene.chart import chart_items
from deckgen.style import replace

NAME_ZH = "全幅图表"
SUMMARY_ZH = "占满一页的图表：类别多或系列多，最多标注三个数值。"
FAMILY = "data"
ROOMIER = "bullets"
EXAMPLE = """
layout: chart-full
title: 即时零售三年长成第一大渠道，明年预计再多18亿元
subtitle: 各渠道成交额，单位：亿元，2019–2026年
chart:
  type: line
  categories: ['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']
  series:
    - {name: 商超, values: [62, 60, 57, 55, 52, 50, {value: 48, status: forecast}, {value: 46, status: forecast}]}
    - {name: 传统电商, values: [31, 40, 46, 51, 54, 55, {value: 56, status: forecast}, {value: 57, status: forecast}]}
    - {name: 即时零售, values: [3, 8, 15, 27, 44, 63, {value: 81, status: forecast}, {value: 98, status: forecast}]}
  unit: 亿元
  emphasis: 即时零售
callouts:
  - {at: ['2021', 即时零售], text: 全国仓网建成}
  - {at: ['2024', 即时零售], text: 首次成为第一大渠道}
source: 示例数据，2024年；2025年起为预测
"""


class ChartFull(Content):
    title: Claim = slot("The claim that the chart proves.", "图表所证明的论断。", zh="结论标题", at_most=56)
    subtitle: Text = slot(
        "What is shown: measure, unit, scope and date.", "图里画的是什么：指标、单位、范围和时间。",
        zh="图表说明", at_most=54,
    )  # fmt: skip
    chart: Chart = slot("The chart.", "图表。", zh="图表")
    callouts: list[Callout] = slot("Remarks on values.", "对某些数值的标注。", zh="标注", at_most=3, default=[])

    @model_validator(mode="after")
    def _anchored(self) -> "ChartFull":
        for callout in self.callouts:
            for line, known in zip(callout.at, (self.chart.names, self.chart.series_names), strict=False):
                if line.plain not in known:
                    raise mistake(
                        "unknown-category", f"图表里没有「{line}」，标注没有落点。",
                        f"The chart has no “{line}” for the callout to point at.",
                        f"at: 请写类别，或 [类别, 系列]。可选：{'、'.join(known)}",
                        f"Write a category, or [category, series]. Choose one of: {', '.join(known)}", line.span,
                    )  # fmt: skip
        return self


def draw(content: ChartFull, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.body
    yield page.text(content.subtitle, replace(page.style("label"), color="muted"), area.with_height(24))
    yield from chart_items(page, content.chart, area.below(area.y + 30), content.title.plain, callouts=content.callouts)
