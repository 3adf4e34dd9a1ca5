"""The same thing before and after, an arrow between that says what was done.

Use it for the effect of a change: a redesign, a new process, a measure. For two things that exist side by side use
`comparison`; for several steps in time use `timeline`.
"""

from collections.abc import Iterator

from pydantic import model_validator

from deckgen.content import Claim, Content, Image, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import on_grid
from deckgen.scene import Entry, Frame, Insets, Item, Look, Page, PictureBox, TextBox
from deckgen.scene.page import CARD_INSET
from deckgen.scene.quantity import quantity
from deckgen.style import replace

NAME_ZH = "前后对比"
SUMMARY_ZH = "同一件事的前后两种样子，中间的箭头写明做了什么。"
FAMILY = "comparison"
EXAMPLE = """
layout: before-after
title: 货架按场景重排之后，顾客不问店员也能自己找到
before:
  label: 改造前
  image: {file: assets/shelf-before.jpg, alt: 灰暗的货架上商品大小不一，多处空位}
after:
  label: 改造后
  image: {file: assets/shelf-after.jpg, alt: 灯光下的货架按颜色成组陈列，没有空位}
bridge: 按场景分组、补齐灯光
takeaway: 试点店两周内询问减少四成，下月推广到同城八家店
source: 示例数据，2024年试点
"""

_HEAD = 36.0
_INSETS = Insets(CARD_INSET, CARD_INSET, CARD_INSET, CARD_INSET)
_NAMES = {"before": ("之前", "Before"), "after": ("之后", "After")}

_TALLEST = 0.85
"""Height of a picture in relation to its width, at most."""

_POINT, _LEAST_ARROW = 18.0, 84.0
"""Depth of the arrow's point and its least height, in points."""

_SURELY = 0.97
"""The share of a width that every program fills before it breaks a line."""

_VALUES = (88, 80, 72, 66, 60, 54, 48, 40, 36)
"""Sizes of the numbers, the largest first."""

_MOST_AIR = 40.0
"""What a card may be higher than its words, in points."""


class State(Part):
    label: Line = slot("What this side is called.", "这一侧叫什么。", zh="名称", at_most=8, default="")
    value: Line = slot("A number that sums it up.", "概括这一侧的一个数字。", zh="数值", at_most=6, default="")
    unit: Line = slot("Its unit, set smaller.", "数值的单位，字号较小。", zh="单位", at_most=4, default="")
    items: list[Text] = slot(
        "What is so, in short lines.", "这一侧的情况，用短句列出。", zh="要点", at_most=4, each_at_most=28, default=[]
    )
    image: Image | None = slot("A picture instead of words.", "用图片代替文字。", zh="图片", default=None)

    @property
    def kind(self) -> str:
        """What the side is made of."""
        return "image" if self.image else "value" if self.value else "items" if self.items else ""


class BeforeAfter(Content):
    title: Claim = slot("What the change did.", "改变带来了什么结果。", zh="结论标题", at_most=56)
    before: State = slot("How it was.", "原来是什么样。", zh="之前")
    after: State = slot("How it is now.", "现在是什么样。", zh="之后")
    bridge: Line = slot(
        "What was done; it stands in the arrow.", "做了什么，写在箭头里。", zh="举措", at_most=14, default=""
    )
    takeaway: Line = slot("What follows from it.", "由此得出什么。", zh="小结", at_most=40, default="")

    @model_validator(mode="after")
    def _alike(self) -> "BeforeAfter":
        kinds, counts = (self.before.kind, self.after.kind), (len(self.before.items), len(self.after.items))
        if "" in kinds or kinds[0] != kinds[1]:
            raise mistake(
                "unlike-sides", "前后两边要用同一种内容：都写 items、都写 value，或都放 image。",
                "Both sides need the same kind of content: items, a value or an image on each.",
                "请补上缺的一边，或把两边改成同一种。", "Add what is missing, or make both sides alike.",
            )  # fmt: skip
        if abs(counts[0] - counts[1]) > 1:
            raise mistake(
                "uneven-sides", f"之前有 {counts[0]} 个要点，之后有 {counts[1]} 个，相差超过一个。",
                f"There are {counts[0]} items before and {counts[1]} after: they differ by more than one.",
                "请让两边的要点一一对应。", "Let the items of both sides answer each other.",
            )  # fmt: skip
        for state in (self.before, self.after):
            if state.image and (state.items or state.value):
                raise mistake(
                    "image-and-words", "有 image 的一边不能再写 items 或 value。",
                    "A side with an image has no room for items or a value.",
                    "请去掉其中一种。", "Drop one of them.", state.image.file.span,
                )  # fmt: skip
        return self


def draw(content: BeforeAfter, page: Page) -> Iterator[Item]:
    kind = content.before.kind
    page.variant = {"image": ("＋图", "with pictures"), "value": ("＋数值", "with numbers")}.get(kind, ("", ""))[
        0 if page.setting.zh else 1
    ]
    yield page.title(content.title)
    heads, sides = (_pictures if kind == "image" else _cards)(content, page, page.above(content.takeaway))
    yield _head(content.before, page, heads[0], "before")
    yield sides[0]
    yield from _bridge(content.bridge, page, (heads[0].y + sides[0].frame.bottom) / 2)
    yield _head(content.after, page, heads[1], "after")
    yield sides[1]
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _pictures(content: BeforeAfter, page: Page, area: Frame) -> tuple[list[Frame], list[PictureBox]]:
    """Return where the labels stand, and the pictures below them."""
    heads = _heads(page, area.y)
    height = min(area.height - _HEAD, heads[0].width * _TALLEST)
    look = page.card_look("", corners="bottom")
    images = [state.image for state in (content.before, content.after) if state.image]
    return heads, [
        page.picture(image, head.below(head.bottom).with_height(height), look=look)
        for image, head in zip(images, heads, strict=True)
    ]


def _cards(content: BeforeAfter, page: Page, area: Frame) -> tuple[list[Frame], list[TextBox]]:
    """Return where the labels stand, and the cards below them, both as high as the longer one needs."""
    states, width = (content.before, content.after), _heads(page, 0)[0].width
    inner = width - _INSETS.left - _INSETS.right
    sizes = page.fitted([_number(state) for state in states], "kpi", _VALUES, inner).sizes
    words = [_words(state, page, sizes, color) for state, color in zip(states, ("muted", "text"), strict=True)]
    needed = max(page.height(entries, width, _INSETS) for entries in words)
    height = min(area.height - _HEAD, on_grid(needed + _MOST_AIR))
    insets = _INSETS._replace(top=_INSETS.top + 0.4 * max(0.0, height - needed))
    heads = _heads(page, area.centred(_HEAD + height).y)
    look = page.card_look("surface", corners="bottom")
    frames = [head.below(head.bottom).with_height(height) for head in heads]
    return heads, [
        page.box(entries, frame, key=key, role="side", insets=insets, look=look)
        for entries, frame, key in zip(words, frames, ("before", "after"), strict=True)
    ]


def _heads(page: Page, top: float) -> list[Frame]:
    return [page.cells(*span, 0, 1)._replace(y=top, height=_HEAD) for span in ((1, 5), (8, 12))]


def _head(state: State, page: Page, frame: Frame, key: str) -> Item:
    words = state.label or _NAMES[key][0 if page.setting.zh else 1]
    style = replace(page.style("head"), sizes=(20, 18, 16), color="on-accent")
    look = page.card_look("accent" if key == "after" else "grey", corners="top")
    insets = Insets(_INSETS.left, 2, _INSETS.right, 2)
    return page.text(words, style, frame, key=f"{key}.label", role="label", anchor="middle", insets=insets, look=look)


def _words(state: State, page: Page, sizes: tuple[int, ...], color: str) -> list[Entry]:
    """The number and the lines of one side: in greys before, in the emphasis colour after."""
    now = color == "text"
    value = replace(page.style("kpi"), sizes=sizes, color="accent" if now else "muted", after=10)
    line = replace(page.style("body"), sizes=(20, 18, 17, 16, 15, 14), color=color, after=12, tight_after=6)
    if state.value:
        line = replace(line, sizes=line.sizes[1:], after=6)
    else:
        line = replace(page.marked(line), marker_color="accent" if now else "grey")
    return [(_number(state), value), *((text, line) for text in state.items)]


def _number(state: State) -> Text:
    """The number with its unit, which is set at 45 % of its size."""
    return quantity(state.value, state.unit, 0.45)


def _bridge(words: Text, page: Page, middle: float) -> Iterator[Item]:
    """The arrow from one side to the other, with what was done in it."""
    column = page.cells(6, 7, 0, 1)
    if not words:
        yield page.arrow(Frame(column.x + column.width / 2 - 18, middle - 24, 36, 48), color="accent", shared=False)
        return
    inner = column.width - 12 - _POINT
    style = page.fitted([words], replace(page.style("label"), bold=True, color="on-accent"), (18, 16), inner)
    while len(style.sizes) == 1 and style.sizes[0] > 14 and page.lines(words, style, _SURELY * inner) > 2:
        style = replace(style, sizes=(style.sizes[0] - 1,))
    height = max(_LEAST_ARROW, on_grid(page.height([(words, style)], inner) + 18))
    frame = Frame(column.x, middle - height / 2, column.width, height)
    look = Look("homePlate", "accent", adjust=(("adj", round(1e5 * _POINT / height)),))
    yield page.shape(frame, look, key="arrow", shared=False)
    yield page.text(words, style, frame.inset(left=12, right=_POINT), anchor="middle")
