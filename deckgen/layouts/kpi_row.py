"""Two to six big numbers in a row, each with a line that says what it means.

Use it to prove one claim with results. For one number that fills the slide use `big-number`; for numbers over time use
`chart-takeaway`.
"""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.content import Content, Flag, Line, Part, Text, slot
from deckgen.content.run import Run
from deckgen.scene import Frame, Item, Page, TextStyle

NAME_ZH = "KPI 指标组"
EXAMPLE = """
layout: kpi-row
title: 月活超 12 亿、下载破 30 亿，渠道值得评估
source: 示例数据
items:
  - {value: 30, unit: 亿+, label: 全球下载量}
  - {value: 12, unit: 亿+, label: 全球月活用户, emphasis: true}
"""


class Figure(Part):
    value: Line = slot("The number as it should appear.", zh="数值", at_most=6)
    unit: Line = slot("Its unit, set smaller.", zh="单位", at_most=4, default="")
    label: Text = slot("What the number means, in a few words.", zh="说明", at_most=14)
    note: Text = slot("What a reader must know of it.", zh="注解", at_most=48, default="")
    emphasis: Flag = slot("Whether this is the number to look at.", zh="强调", default=False)


class KpiRow(Content):
    title: Line = slot("The claim that the figures prove.", zh="结论标题", at_most=56)
    items: list[Figure] = slot("The figures, the strongest first.", zh="指标", at_least=2, at_most=6)
    takeaway: Line = slot("What follows from the figures.", zh="小结", at_most=40, default="")


def draw(content: KpiRow, page: Page) -> Iterator[Item]:
    page.variant = f"×{len(content.items)}"
    yield page.title(content.title)
    area = page.above(content.takeaway)
    count = len(content.items)
    sizes = {2: (72, 64, 54), 3: (54, 48, 40), 4: (48, 40)}.get(count, (40, 36))
    number = replace(page.style("kpi"), sizes=sizes)
    frames = area.columns(count) if count <= 4 else [f for row in area.rows(2, 24) for f in row.columns((count + 1) // 2)]
    height = max(page.height(_entries(figure, number), frame.width) for figure, frame in zip(content.items, frames))
    for figure, frame in zip(content.items, frames, strict=False):
        placed = Frame(frame.x, frame.y + max(0.0, 0.4 * (frame.height - height)), frame.width, frame.height)
        placed = placed.until(frame.bottom)
        color, weight = ("accent", 3.0) if figure.emphasis else ("hairline", 1.5)
        yield page.rule(placed.x, placed.y - 12, placed.width, color=color, weight=weight, shared=False)
        yield page.box(_entries(figure, number), placed)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _entries(figure: Figure, number: TextStyle) -> list[tuple[Text | tuple[Run, ...], str | TextStyle]]:
    color = "accent" if figure.emphasis else ""
    value = (Run(figure.value.plain, color=color), Run(figure.unit.plain, scale=0.45, color=color))
    return [(value, number), (figure.label, "head"), (figure.note, "detail-small")]

