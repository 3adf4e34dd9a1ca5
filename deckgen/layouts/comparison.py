"""Two sides compared point by point, what is compared running down the middle.

Use it for two options or markets over the same two to five dimensions. For the same thing at two times use
`before-after`; for more than two sides use `table`.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from deckgen.content import Claim, Content, Line, Part, Run, Text, slot
from deckgen.scene import Frame, Insets, Item, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "对比"
SUMMARY_ZH = "两方逐项对比，比较的维度排在中间。"
FAMILY = "comparison"
SHOWS = "contrast"
ROOMIER = "table"
EXAMPLE = """
layout: comparison
title: 海外用户为消遣打开短视频，真正要买东西时另有去处
source: 示例数据，2024年
left: {name: 国内}
right: {name: 海外, tone: focus}
rows:
  - {dim: 购买动机, left: 刷到感兴趣的内容便冲动下单, right: 打开是为消遣，“我需要”才会买}
  - {dim: 购物入口, left: 从推荐的内容点进商品, right: 去综合电商平台主动搜索}
  - {dim: 交易渠道, left: "**95%+**的网购在电商平台成交", right: "**50%+**的网购在品牌官网等处成交"}
takeaway: 先进他们下单的渠道，再谈直播转化
"""

FOCUS = "focus"

_HEAD, _INSET = 36.0, 16.0
_LEAST_AIR, _MOST_ROW = 4.0, 120.0
"""Between a text and the line above or below it, and the height of a row, in points."""

_END = 408.0
"""Where the last row ends above a takeaway."""

_SIZES = (18, 17, 16, 15, 14)
_LARGE, _FEW_ROWS, _SURELY = 20, 3, 0.95
"""The size of short texts that stand in few rows, one line each, and the share of a width they then take at most."""

_NUMBER_SCALES = {2: 4 / 3, 3: 4 / 3, 4: 5 / 4, 5: 1.0}
"""Size of a bold number in relation to its sentence, by the number of rows: 24 points in one of 18."""

_PITCH, _ASCENT = 1.2, 0.98
"""Height of a line and of its baseline as programs show them, in em; what is reserved is more."""


class Side(Part):
    MAIN = "name"

    name: Line = slot("What stands on this side.", "这一侧是谁、是什么。", zh="名称", at_most=10)
    tone: Literal["neutral", "focus"] = slot(
        "`focus` for the side the title speaks of.", "标题说的是哪一侧，哪一侧就写 `focus`。",
        zh="重点", choices={"neutral": "一般", "focus": "重点"}, default="neutral",
    )  # fmt: skip


class Row(Part):
    dim: Line = slot("What is compared, in a word or two.", "比的是什么，用一两个词。", zh="维度", at_most=6)
    left: Text = slot(
        "What holds on the left; a **bold** number is set large.", "左侧的情况；写成 **粗体** 的数字会放大。",
        zh="左", at_most=36,
    )  # fmt: skip
    right: Text = slot(
        "What holds on the right; a **bold** number is set large.", "右侧的情况；写成 **粗体** 的数字会放大。",
        zh="右", at_most=36,
    )  # fmt: skip
    hi: Literal["left", "right"] | None = slot(
        "The side that stands out in this row.", "这一行里突出哪一侧。",
        zh="突出", choices={"left": "左侧", "right": "右侧"}, default=None,
    )  # fmt: skip


class Comparison(Content):
    title: Claim = slot("What the comparison shows.", "对比说明了什么。", zh="结论标题", at_most=56)
    left: Side = slot("The left side.", "左边的一方。", zh="左侧")
    right: Side = slot("The right side.", "右边的一方。", zh="右侧")
    rows: list[Row] = slot("The points of comparison.", "逐项对比的内容。", zh="对比项", at_least=2, at_most=5)
    takeaway: Line = slot("What follows from it.", "由此得出什么。", zh="小结", at_most=40, default="")


def draw(content: Comparison, page: Page) -> Iterator[Item]:
    count = len(content.rows)
    page.variant = f"×{count}"
    yield page.title(content.title)
    area = page.body.until(_END) if content.takeaway else page.body
    pitch = min(_MOST_ROW, 6 * ((area.height - _HEAD) // count // 6))
    area = area.centred(_HEAD + count * pitch)
    spans = ((1, 5), (6, 7), (8, 12))
    left, spine, right = (page.cells(*span, 0, 1)._replace(y=area.y, height=_HEAD) for span in spans)
    heads, panels = [], []
    for side, place in ((content.left, left), (content.right, right)):
        heads.append(_head(side, page, place))
        if side.tone == FOCUS:
            look = page.card_look("surface", corners="none")
            panels.append(page.shape(place.below(place.bottom).with_height(count * pitch), look, shared=False))
    yield from (*panels, *heads)
    rows, style = _settled(content, page, left.width - 2 * _INSET, pitch)
    for index, row in enumerate(rows):
        top = left.bottom + index * pitch
        if index:
            yield page.rule(left.x, top, right.right - left.x, shared=False)
        cells = []
        for words, place, above in zip((row.left, row.right), (left, right), row.tops, strict=True):
            frame = Frame(place.x + _INSET, top + above, place.width - 2 * _INSET, pitch - above)
            frame = frame._replace(width=eased(words, style, page, frame.width))
            cells.append(page.text(words, style, frame, role="cell"))
        dim = content.rows[index].dim
        label = page.style("detail" if len(rows) <= _FEW_ROWS else "label")
        label = replace(label, bold=True, align="center")
        place = spine._replace(y=top + row.baseline - _baseline(label, label.sizes[0]))
        yield cells[0]
        yield page.text(dim, label, place.with_height(page.height([(dim, label)], spine.width)), role="dim")
        yield cells[1]
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _head(side: Side, page: Page, frame: Frame) -> Item:
    look = page.card_look("accent" if side.tone == FOCUS else "grey", corners="none")
    style = replace(page.style("head"), color="on-accent")
    insets = Insets(_INSET, 2, _INSET, 2)
    return page.text(side.name, style, frame, role="side", anchor="middle", insets=insets, look=look)


class _Placed(NamedTuple):
    """A row with its first lines on one baseline; `tops` and `baseline` are measured from its upper edge."""

    left: Text
    right: Text
    tops: tuple[float, float]
    baseline: float


def _settled(content: Comparison, page: Page, width: float, pitch: float) -> tuple[list[_Placed], TextStyle]:
    """Return the rows at the largest size at which all texts fit `width` and `pitch`, and that size."""
    pairs = [(_dressed(row.left, content, row, "left"), _dressed(row.right, content, row, "right"))
             for row in content.rows]  # fmt: skip
    style = replace(page.style("detail"), sizes=_SIZES, after=0)
    large = replace(style, sizes=(_LARGE, *_SIZES))
    if len(pairs) <= _FEW_ROWS and all(page.width(text, large) < _SURELY * width for pair in pairs for text in pair):
        style = large
    while True:
        rows, tallest = [], 0.0
        for pair in pairs:
            lines = [_baseline(style, style.sizes[0] * max(run.scale for run in text.runs)) for text in pair]
            shifts = [max(lines) - line for line in lines]
            height = max(page.height([(text, style)], width) + down for text, down in zip(pair, shifts, strict=True))
            count = max(page.lines(text, style, width) for text in pair)
            shown = max(lines) + (count - 1) * _PITCH * style.line * style.sizes[0]
            above = max(_LEAST_AIR, min((pitch - shown) / 2, pitch - height))
            rows.append(_Placed(*pair, (above + shifts[0], above + shifts[1]), above + max(lines)))
            tallest = max(tallest, height)
        if tallest <= pitch - _LEAST_AIR or len(style.sizes) == 1:
            return rows, style
        style = replace(style, sizes=style.sizes[1:])


def _baseline(style: TextStyle, size: float) -> float:
    """Return how far below the top of a text the baseline of its first line stands."""
    return (_PITCH * (style.line - 1) + _ASCENT) * size


def _dressed(words: Text, content: Comparison, row: Row, name: str) -> Text:
    """Return one side of a row, its bold numbers large and what stands out bold."""
    stands_out = row.hi == name
    side = content.left if name == "left" else content.right
    scale = _NUMBER_SCALES[len(content.rows)]
    color = "" if not (side.tone == FOCUS or stands_out) else "accent" if scale > 1 else "accent-text"
    runs: list[Run] = []
    for run in words.runs:
        if run.bold and any(map(str.isdigit, run.text)):
            run = run._replace(scale=scale, color=color)
        elif run.mark and runs:  # as large as the number it qualifies
            run = run._replace(scale=runs[-1].scale)
        elif stands_out:
            run = run._replace(bold=True)
        runs.append(run)
    return words.restyled(runs)
