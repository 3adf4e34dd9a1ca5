"""Two sides compared point by point, what is compared running down the middle.

Use it for two options or markets over the same two to five dimensions. For the same thing at two times use
`before-after`; for more than two sides use `table`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from deckgen.content import Content, Line, Part, Text, slot
from deckgen.scene import PLAIN, Connector, Frame, Insets, Item, Page, Stroke
from deckgen.scene.items import Corners

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

_HEAD, _CHIP = 36.0, 30.0
_INSETS = Insets(16, 2, 16, 2)
_MOST_ROW = 120.0
_NUMBER_SCALES = {2: 1.5, 3: 1.5, 4: 1.25, 5: 1.0}
"""Size of a bold number in relation to its sentence, by the number of rows: 27 points in one of 18."""


class Side(Part):
    MAIN = "name"

    name: Line = slot("What stands on this side.", zh="名称", at_most=10)
    tone: Literal["neutral", "focus"] = slot("`focus` for the side the title speaks of.", zh="重点", default="neutral")


class Row(Part):
    dim: Line = slot("What is compared, in a word or two.", zh="维度", at_most=6)
    left: Text = slot("What holds on the left; a **bold** number is set large.", zh="左", at_most=36)
    right: Text = slot("What holds on the right; a **bold** number is set large.", zh="右", at_most=36)
    hi: Literal["left", "right"] | None = slot("The side that stands out in this row.", zh="突出", default=None)


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
    tops = [left.bottom + index * pitch for index in range(count)]
    x, first, last = spine.x + spine.width / 2, tops[0] + pitch / 2, tops[-1] + pitch / 2
    yield Connector("spine", x, first, x, last, Stroke("hairline", 1.5), shared=True)
    yield _head(content.left, page, left)
    yield _head(content.right, page, right)
    dim = replace(page.style("label"), bold=True, align="center")
    for row, top in zip(content.rows, tops, strict=True):
        corners: Corners = "bottom" if top == tops[-1] else "none"
        cell = Frame(left.x, top, left.width, pitch)
        yield _cell(row.left, content.left, row.hi == "left", page, cell, count, corners)
        chip = Frame(spine.x + 12, top + (pitch - _CHIP) / 2, spine.width - 24, _CHIP)
        look = page.card_look("surface")
        yield page.text(row.dim, dim, chip, anchor="middle", insets=Insets(6, 3, 6, 3), look=look)
        yield _cell(row.right, content.right, row.hi == "right", page, cell._replace(x=right.x), count, corners)
    for top in tops[1:]:
        yield page.rule(left.x, top, left.width, shared=False)
        yield page.rule(right.x, top, right.width, shared=False)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _head(side: Side, page: Page, frame: Frame) -> Item:
    focus = side.tone == FOCUS
    look = page.card_look("accent", corners="top") if focus else page.card_look("grey")
    style = replace(page.style("head"), color="on-accent")
    return page.text(side.name, style, frame, role="side", anchor="middle", insets=_INSETS, look=look)


def _cell(words: Text, side: Side, stands_out: bool, page: Page, frame: Frame, count: int, corners: Corners) -> Item:
    """Return one side of a row; the cells of the focus side are filled and form one panel below their head."""
    focus, scale = side.tone == FOCUS, _NUMBER_SCALES[count]
    color = "" if not (focus or stands_out) else "accent" if scale == max(_NUMBER_SCALES.values()) else "accent-text"
    runs = []
    for run in words.runs:
        number = run.bold and any(map(str.isdigit, run.text))
        if number:
            run = run._replace(scale=scale, color=color)
        elif stands_out:
            run = run._replace(bold=True)
        runs.append(run)
    style = replace(page.style("detail"), sizes=(18, 17, 16, 15, 14), after=0)
    look = page.card_look("surface", corners=corners) if focus else PLAIN
    return page.text(words.restyled(runs), style, frame, role="cell", anchor="middle", insets=_INSETS, look=look)
