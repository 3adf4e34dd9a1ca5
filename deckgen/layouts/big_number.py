"""One number that carries the slide, with what it counts and what puts it into perspective.

Use it where a single figure makes the point. For two to six figures use `kpi-row`; for figures to compare by size or
over time use `chart-takeaway`.
"""

from collections.abc import Iterator

from deckgen.content import Claim, Content, Line, Text, slot
from deckgen.frame import Frame
from deckgen.scene import Entry, Item, Page
from deckgen.scene.easing import eased
from deckgen.scene.quantity import quantity
from deckgen.style import Align, replace

NAME_ZH = "核心数字"
SUMMARY_ZH = "用一个数字撑起整页，写明它统计什么、该怎么看。"
FAMILY = "numbers"
EXAMPLE = """
layout: big-number
title: 次日达开通一年，老客户买走了近四成的订单
value: 38
unit: "%"
label: 订单来自一年内再次购买的客户
comparator: 开通前为24%
context:
  - 再次购买平均相隔**47天**，比开通前早三周
  - 老客户退货率**6.2%**，不到新客户的一半
  - 每单配送成本只多出**1.8元**
source: 示例数据，2024年1—12月
"""

_UNIT = 0.4
"""Size of the unit in relation to the number: 48 points beside 120."""

_SIZES = (180, 160, 144, 120, 104, 88, 72, 60, 54, 48)

_NOTES, _NOTE_LINES = (24, 22, 20), 2
"""Sizes of what stands beside the number, and how many lines of it a large one takes at most."""

_APART = 12.0
"""What that keeps off the panel besides the gutter, in points."""

_INSET = 32.0
"""What the panel keeps its words off its edges, in points."""

_LIFT = 0.06
"""How much more room a number has above its digits than its label below, in em."""


class BigNumber(Content):
    title: Claim = slot(
        "What the number means, as a claim.", "这个数字说明了什么，写成论断。", zh="结论标题", at_most=56
    )
    value: Line = slot("The number as it should appear.", "要显示的数字。", zh="数值", at_most=6)
    unit: Line = slot("Its unit, set smaller.", "数值的单位，字号较小。", zh="单位", at_most=4, default="")
    label: Text = slot("What the number counts.", "这个数字统计的是什么。", zh="指标", at_most=24)
    comparator: Line = slot(
        "What to compare it with, such as the year before.", "拿什么来比，如上一年。", zh="参照", at_most=16, default=""
    )
    context: list[Text] = slot(
        "What puts the number into perspective.", "帮读者看懂这个数字的背景。",
        zh="背景", at_most=3, each_at_most=36, default=[],
    )  # fmt: skip


def draw(content: BigNumber, page: Page) -> Iterator[Item]:
    count = len(content.context)
    page.variant = f"×{count}" if count else ""
    yield page.title(content.title)
    left, right = page.cells(1, 6, 0, 0), page.cells(7, 12, 0, 0).inset(left=_APART)
    panel = left if count else page.cells(1, 12, 0, 0)
    inner = panel.inset(left=_INSET, right=_INSET)
    align: Align = "left" if count else "center"
    number = quantity(content.value, content.unit, _UNIT)
    hero = replace(page.fitted([number], "hero", _SIZES, inner.width), color="on-brand-accent", align=align)
    label = replace(page.style("claim"), color="on-brand", after=6, align=align)
    comparator = replace(page.style("body"), color="on-brand-muted", align=align)
    words: list[Entry] = [(content.label, label), (content.comparator, comparator)]
    high, low = page.height([(number, hero)], inner.width), page.height(words, inner.width)
    panel = panel._replace(y=page.body.y, height=page.body.height)
    yield page.shape(panel, page.card_look("brand"), key="panel")
    top = panel.y + (panel.height - high - low) / 2 - _LIFT * hero.sizes[0]
    yield page.text(number, hero, inner._replace(y=top, height=high), key="value")
    width = eased(content.label, label, page, inner.width) if count else inner.width
    yield page.box(words, inner._replace(y=top + high, width=width, height=low), key="label")
    yield from _context(content.context, right._replace(y=panel.y, height=panel.height), page)


def _context(notes: list[Text], column: Frame, page: Page) -> Iterator[Item]:
    """Notes spread over the height of the panel, a line between one and the next."""
    if not notes:
        return
    style = page.style("body")
    for size in _NOTES:
        if all(page.lines(note, replace(style, sizes=(size,)), column.width) <= _NOTE_LINES for note in notes):
            style = replace(style, sizes=(size, *style.sizes))
            break
    for index, (note, row) in enumerate(zip(notes, column.rows(len(notes)), strict=True)):
        if index:
            yield page.rule(row.x, row.y, row.width)
        frame = row._replace(width=eased(note, style, page, row.width, far=True))
        yield page.text(note, style, frame, role="context", anchor="middle")
