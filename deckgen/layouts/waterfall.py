"""How one level became another: the changes between them in order, rises and falls apart.

Use it when the parts of a change add up to it: revenue from one year to the next, price to profit. For levels over time
use `chart-takeaway` with columns; for parts of one whole a donut or a 100 % bar there.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import model_validator

from deckgen.charts.model import Chart, Series, Step
from deckgen.charts.numbers import exact_sum, number_in
from deckgen.charts.plot import plot
from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.content.figure import Figure, Numbers
from deckgen.content.mistake import mistake
from deckgen.scene import Item, Page
from deckgen.scene.chart import plot_items
from deckgen.scene.reading import reading
from deckgen.style import replace

NAME_ZH = "瀑布图"
SUMMARY_ZH = "一个数怎样变成另一个数：按顺序画出其间的增减，升降分明。"
FAMILY = "data"
ROOMIER = "table"
EXAMPLE = """
layout: waterfall
title: 单均利润多出1.5元：客单价涨1.4元，仓配省下的抵掉了其余
subtitle: 单均利润变化，全国仓，2023年至2024年
unit: 元/单
items:
  - {label: 2023年, value: 3.2, type: start}
  - {label: 客单价, value: 1.4}
  - {label: 仓配费, value: 1.9}
  - {label: 包材, value: -0.6}
  - {label: 补贴, value: -1.2}
  - {label: 2024年, value: 4.7, type: end}
takeaways:
  - {head: 仓配贡献最大, text: 配送距离缩短了三成，因为仓离买家近了}
  - {head: 补贴仍在吃利润, text: 新城市首单都有优惠，平均每单1.2元}
source: 示例数据，2024年
"""

_FEW = 6
"""So many columns leave room beside them for sentences as broad as those beside other charts."""


class Entry(Part):
    label: Line = slot("What the column is, in a word.", "这一项是什么，用一个词。", zh="名称", at_most=6)
    value: Numbers | None = slot(
        "The change or the level; a level reached may be left to be computed.",
        "变化量或达到的水平；小计和终点可以不写，自动算出。",
        zh="数值", default=None,
    )  # fmt: skip
    type: Literal["", "start", "delta", "subtotal", "end"] = slot(
        "start, delta, subtotal or end; the first is the start and all others changes.",
        "这一项是起点、变化、小计还是终点；不写时第一项是起点，其余是变化。",
        zh="类型", choices={"start": "起点", "delta": "变化", "subtotal": "小计", "end": "终点"}, default="",
    )  # fmt: skip


class Takeaway(Part):
    MAIN = "text"

    head: Line = slot("What follows, in a few words.", "用几个字说出结论。", zh="结论", at_most=12, default="")
    text: Text = slot("Why, or what it means.", "为什么，或意味着什么。", zh="说明", at_most=40)


class Waterfall(Content):
    title: Claim = slot("The claim that the changes prove.", "这些变化所证明的论断。", zh="结论标题", at_most=56)
    subtitle: Line = slot(
        "What is shown: measure, scope and dates.", "图里画的是什么：指标、范围和时间。",
        zh="图表说明", at_most=30, default="",
    )  # fmt: skip
    items: list[Entry] = slot(
        "Start, changes and the levels reached, in order.", "起点、各项变化和达到的水平，按顺序。",
        zh="项", at_least=3, at_most=9,
    )  # fmt: skip
    unit: Line = slot("The unit of all values.", "所有数值的单位。", zh="单位", at_most=8)
    takeaways: list[Takeaway] = slot("What follows from it.", "由图表得出的结论。", zh="结论", at_most=2, default=[])

    @property
    def steps(self) -> tuple[Step, ...]:
        """What each item is."""
        return tuple(item.type or ("delta" if index else "start") for index, item in enumerate(self.items))

    @model_validator(mode="after")
    def _adds_up(self) -> "Waterfall":
        so_far: list[str] = []
        for item, step in zip(self.items, self.steps, strict=True):
            if step == "start" and so_far:
                raise mistake(
                    "late-start", f"「{item.label}」是 start，但前面已经有数值。",
                    f"“{item.label}” is a start, but values stand before it.",
                    "start 只能是第一项；中途的合计请写 type: subtotal。",
                    "Only the first item is a start; write type: subtotal for a level reached on the way.",
                    item.label.span,
                )  # fmt: skip
            if step in ("start", "delta"):
                if item.value is None:
                    raise mistake(
                        "no-value", f"「{item.label}」没有数值。", f"“{item.label}” has no value.",
                        "请写 value；只有 subtotal 和 end 可以不写，由前面各项相加。",
                        "Write its value; only a subtotal or an end may be left to be computed.", item.label.span,
                    )  # fmt: skip
                so_far.append(item.value.value.plain)
            elif item.value is not None and so_far:
                reached = exact_sum(so_far)
                if number_in(reached) != number_in(item.value.value.plain):
                    raise mistake(
                        "no-sum", f"「{item.label}」写的是 {item.value.value}，前面各项相加是 {reached}。",
                        f"“{item.label}” says {item.value.value}, but the items before it add up to {reached}.",
                        "请改其中的数值，或删去 value 由程序计算。", "Correct the figures, or leave its value out.",
                        item.value.value.span,
                    )  # fmt: skip
        return self

    def plotted(self, lang: str) -> Chart:
        """Return the chart, levels that were left out computed."""
        so_far: list[str] = []
        values = []
        for item, step in zip(self.items, self.steps, strict=True):
            if step in ("start", "delta") and item.value:
                so_far.append(item.value.value.plain)
            figure = item.value or Figure.model_validate({"value": exact_sum(so_far)})
            values.append(figure.plotted())
        names = tuple(item.label.plain for item in self.items)
        series = (Series(self.unit.plain, tuple(values)),)
        return Chart("waterfall", names, series, self.unit.plain, steps=self.steps, lang=lang)


def draw(content: Waterfall, page: Page) -> Iterator[Item]:
    last = 12 if not content.takeaways else 8 if len(content.items) <= _FEW else 9
    page.variant = {12: "↔", 8: "", 9: "9:3"}[last]
    yield page.title(content.title)
    area = page.body
    shown = area._replace(width=page.cells(1, last, 0, 1).width)
    unit = f"单位：{content.unit}" if page.setting.zh else f"unit: {content.unit}"
    comma = "，" if page.setting.zh else ", "
    words = page.joined([content.subtitle, unit], comma) if content.subtitle else unit
    style = replace(page.style("label"), color="muted")
    yield page.text(words, style, shown.with_height(24), key="subtitle")
    drawn = plot(content.plotted(page.setting.lang), shown.below(shown.y + 30))
    yield from plot_items(page, drawn, content.title.plain)
    if content.takeaways:
        beside = page.cells(last + 1, 12, 0, 1)._replace(y=area.y, height=area.height)
        yield from reading(
            page, [(takeaway.head, takeaway.text) for takeaway in content.takeaways], beside, "takeaways"
        )
