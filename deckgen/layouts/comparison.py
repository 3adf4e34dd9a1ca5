"""Two sides compared point by point, what is compared running down the middle.

Use it for two options or markets over the same two to five dimensions. For the same thing at two times use
`before-after`; for more than two sides use `table`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from deckgen.content import Content, Line, Part, Run, Text, slot
from deckgen.scene import Frame, Insets, Item, Page
from deckgen.scene.page import Words

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

_HEAD = 42.0
_INSETS = Insets(16, 6, 16, 6)
_MOST_ROW = 96.0
_NUMBER_SCALE = 1.5
"""Size of a bold number in relation to its sentence: 24 points in one of 16."""


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
    left, spine, right = (page.cells(*span, 0, 1) for span in ((1, 5), (6, 7), (8, 12)))
    pitch = min(_MOST_ROW, 6 * ((area.height - _HEAD) // count // 6))
    bottom = area.y + _HEAD + count * pitch
    for side, column in ((content.left, left), (content.right, right)):
        frame = Frame(column.x, area.y, column.width, _HEAD)
        if side.tone == "focus":
            panel = Frame(column.x, frame.bottom, column.width, bottom - frame.bottom)
            yield page.shape(panel, page.card_look("surface", corners="bottom"))
    middle = spine.x + spine.width / 2
    for side, column in ((content.left, left), (content.right, right)):
        focus = side.tone == "focus"
        look = page.card_look("accent" if focus else "grey", corners="top" if focus else "all")
        head = replace(page.style("head"), color="on-accent", after=0)
        yield page.text(side.name, head, Frame(column.x, area.y, column.width, _HEAD), anchor="middle", insets=_INSETS,
                        look=look)
    for index, row in enumerate(content.rows):
        y = area.y + _HEAD + index * pitch
        if index:
            yield page.rule(left.x, y, left.width)
            yield page.rule(right.x, y, right.width)
        yield _cell(row.left, page, Frame(left.x, y, left.width, pitch), "left", row.hi)
        dim = replace(page.style("label"), bold=True, align="center")
        yield page.text(row.dim, dim, Frame(spine.x, y + pitch / 2 - 15, spine.width, 30), anchor="middle",
                        insets=Insets(6, 3, 6, 3), look=page.card_look("surface"))
        yield _cell(row.right, page, Frame(right.x, y, right.width, pitch), "right", row.hi)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _cell(words: Text, page: Page, frame: Frame, side: str, hi: str) -> Item:
    style = replace(page.style("detail"), after=0)
    return page.box([(_numbered(words), style)], frame, anchor="middle", insets=_INSETS, role="cell")


def _numbered(words: Text) -> Words:
    """Return words with their bold numbers set large."""
    if not any(run.bold for run in words.runs):
        return words
    return tuple(
        run._replace(scale=_NUMBER_SCALE) if run.bold and any(map(str.isdigit, run.text)) else run for run in words.runs
    )
