"""Two sides compared point by point, what is compared running down the middle.

Use it for two options or markets over the same two to five dimensions. For the same thing at two times use
`before-after`; for more than two sides use `table`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from deckgen.content import Content, Line, Part, Run, Text, slot
from deckgen.scene import Connector, Frame, Insets, Item, Page, Stroke
from deckgen.scene.items import PLAIN

NAME_ZH = "对比"
ROOMIER = "table"
EXAMPLE = """
layout: comparison
title: 海外用户为消遣打开短视频，真正要买东西时另有去处
source: 示例数据
left: {name: 国内}
right: {name: 海外, tone: focus}
rows:
  - {dim: 购买动机, left: 看到感兴趣的内容便冲动下单, right: 由“我需要”驱动，冲动消费较少}
  - {dim: 购物入口, left: 内容激发需求, right: 更习惯在综合电商平台主动搜索}
  - {dim: 交易渠道, left: "**95%+**来自电商平台", right: "**50%+**来自品牌官网或零售商网站"}
takeaway: 普通人打开社交媒体并不是为了购物
"""

FOCUS = "focus"

_HEAD, _CHIP = 42.0, 30.0
_INSETS = Insets(16, 4, 16, 4)
_MOST_ROW = 96.0
_NUMBER_SCALE = 1.5
"""Size of a bold number in relation to its sentence: 27 points in one of 18."""


class Side(Part):
    MAIN = "name"

    name: Line = slot("What stands on this side.", zh="名称", at_most=10)
    tone: Literal["neutral", "focus"] = slot("`focus` for the side the title speaks of.", zh="重点", default="neutral")


class Row(Part):
    dim: Line = slot("What is compared, in a word or two.", zh="维度", at_most=6)
    left: Text = slot("What holds on the left; a **bold** number is set large.", zh="左", at_most=36)
    right: Text = slot("What holds on the right; a **bold** number is set large.", zh="右", at_most=36)
    hi: Literal["", "left", "right"] = slot("The side that stands out in this row.", zh="突出", default="")


class Comparison(Content):
    title: Line = slot("What the comparison shows.", zh="结论标题", at_most=56)
    left: Side = slot("The left side.", zh="左侧")
    right: Side = slot("The right side.", zh="右侧")
    rows: list[Row] = slot("The points of comparison.", zh="对比项", at_least=2, at_most=5)
    takeaway: Line = slot("What follows from it.", zh="小结", at_most=40, default="")


def draw(content: Comparison, page: Page) -> Iterator[Item]:
    count = len(content.rows)
    page.variant = f"×{count}"
    yield page.title(content.title)
    area = page.above(content.takeaway)
    spans = ((1, 5), (6, 7), (8, 12))
    left, spine, right = (page.cells(*span, 0, 1)._replace(y=area.y, height=_HEAD) for span in spans)
    pitch = min(_MOST_ROW, 6 * ((area.height - _HEAD) // count // 6))
    top, bottom = left.bottom, left.bottom + count * pitch
    middle = spine.x + spine.width / 2
    yield Connector("spine", middle, top + pitch / 2, middle, bottom - pitch / 2, Stroke("hairline", 1.5), shared=True)
    yield _head(content.left, page, left)
    yield _head(content.right, page, right)
    for index, row in enumerate(content.rows):
        y, last = top + index * pitch, index == count - 1
        chip = Frame(spine.x + 12, y + (pitch - _CHIP) / 2, spine.width - 24, _CHIP)
        yield _cell(row.left, page, Frame(left.x, y, left.width, pitch), content.left, row.hi == "left", last)
        yield page.text(
            row.dim, replace(page.style("label"), bold=True, align="center"), chip,
            anchor="middle", insets=Insets(6, 3, 6, 3), look=page.card_look("surface"),
        )  # fmt: skip
        yield _cell(row.right, page, Frame(right.x, y, right.width, pitch), content.right, row.hi == "right", last)
    for index in range(1, count):
        yield page.rule(left.x, top + index * pitch, left.width, shared=False)
        yield page.rule(right.x, top + index * pitch, right.width, shared=False)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _head(side: Side, page: Page, frame: Frame) -> Item:
    focus = side.tone == FOCUS
    look = page.card_look("accent", corners="top") if focus else page.card_look("grey")
    style = replace(page.style("head"), color="on-accent")
    return page.text(side.name, style, frame, role="side", anchor="middle", insets=_INSETS, look=look)


def _cell(words: Text, page: Page, frame: Frame, side: Side, stands_out: bool, last: bool) -> Item:
    """Return one side of a row; the cells of the focus side are filled and form one panel below their head."""
    focus = side.tone == FOCUS
    style = replace(page.style("detail"), sizes=(18, 17, 16, 15, 14), after=0)
    look = page.card_look("surface", corners="bottom" if last else "none") if focus else PLAIN
    runs = [_number(run, "accent" if focus else "") for run in words.runs]
    if stands_out:
        runs = [run._replace(bold=True, color=run.color or "accent-text") for run in runs]
    return page.text(words.restyled(runs), style, frame, role="cell", anchor="middle", insets=_INSETS, look=look)


def _number(run: Run, color: str) -> Run:
    """Return a bold number set large, anything else as it is."""
    return run._replace(scale=_NUMBER_SCALE, color=color) if run.bold and any(map(str.isdigit, run.text)) else run
