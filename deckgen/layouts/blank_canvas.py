"""A title and native elements placed on the grid by hand: texts, shapes, pictures, charts.

Use it where no other layout fits, and only then: here nobody but you sees to balance and rhythm. What is checked all the
same: that every element lies on the canvas, that none covers another, that all can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from deckgen.content import Chart, Claim, Content, Image, Line, Part, Text, slot
from deckgen.content.grid import Cells, cells_at
from deckgen.content.mistake import mistake
from deckgen.scene import PLAIN, Fade, Frame, Insets, Item, Look, Page, TextStyle
from deckgen.scene.chart import chart_items
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "自由画布"
SUMMARY_ZH = "一个标题，加上自己按网格摆放的文字、形状、图片和图表。"
FAMILY = "other"
EXAMPLE = """
layout: blank-canvas
title: 先备5000台试销三个月，卖完六成再开新模具
source: 示例数据，2025年3—5月试销计划
elements:
  - {type: image, at: c1-4 r21:58, image: {file: assets/lantern-packaging.jpg, alt: 纸箱与提灯音箱, focus: [0.5, 0.5]}}
  - {type: text, at: c5-7 r21:32, style: number, text: 5000台}
  - {type: text, at: c5-7 r34:58, style: body, text: 首批备货量，卖不到三成就只留砂色一款}
  - {type: text, at: c8-12 r21:25, style: caption, text: 每月备货，单位：台}
  - type: chart
    at: c8-12 r26:58
    chart:
      type: column
      data: {三月: {value: 1200, status: plan}, 四月: {value: 1800, status: plan}, 五月: {value: 2000, status: plan}}
      unit: 台
  - {type: shape, at: c1-4 r64:76, shape: arrow, fill: surface, text: 三月：两城门店试销}
  - {type: shape, at: c5-8 r64:76, shape: arrow, fill: surface, text: 四月：线上开售}
  - {type: shape, at: c9-12 r64:76, shape: arrow, fill: brand, text: 五月：复盘并定模具}
"""

TOP, BOTTOM = 21, 78
"""The rows of the canvas."""

_LEAST = {"text": (1, 4), "shape": (1, 1), "image": (2, 8), "chart": (4, 20)}
"""The fewest columns and rows of an element of each kind: less can be neither read nor grasped."""

_INK = {
    "": "text",
    "surface": "text",
    "accent": "on-accent",
    "grey": "on-accent",
    "brand": "on-brand",
    "scrim": "on-scrim",
}
"""The colour of words by that of their ground."""

_GEOMETRIES = {"rect": "rect", "ellipse": "ellipse", "arrow": "homePlate"}
_POINT = 18.0
_OPACITY = 0.8
"""How opaque the ground of words on a picture is."""

_STYLES = {"head": "head", "body": "body", "detail": "detail", "caption": "caption", "number": "kpi"}
_NUMBERS = (80, 72, 66, 60, 54, 48, 40, 36, 28)
_KINDS = {"text": "文字", "shape": "形状", "image": "图片", "chart": "图表"}


class Element(Part):
    type: Literal["text", "shape", "image", "chart"] = slot(
        "text, shape, image or chart.", "这个元素是什么。",
        zh="种类", choices={"text": "文字", "shape": "形状", "image": "图片", "chart": "图表"},
    )  # fmt: skip
    at: Line = slot(
        "Its place on the grid: c1-6 r21:50 is columns 1 to 6, rows 21 to 50.",
        "在网格上的位置：c1-6 r21:50 是第 1 至 6 列、第 21 至 50 行。",
        zh="位置",
    )  # fmt: skip
    text: Text = slot("Its words, for a text or a shape.", "文字或形状里的话。", zh="文字", default="")
    style: Literal["head", "body", "detail", "caption", "number"] = slot(
        "How a text is set.", "文字用哪一级字号。",
        zh="字号", choices={"head": "小标题", "body": "正文", "detail": "说明", "caption": "图注", "number": "数字"},
        default="body",
    )  # fmt: skip
    shape: Literal["rect", "ellipse", "arrow"] = slot(
        "The outline of a shape.", "形状的外形。",
        zh="外形", choices={"rect": "矩形", "ellipse": "椭圆", "arrow": "箭头"}, default="rect",
    )  # fmt: skip
    fill: Literal["surface", "accent", "grey", "brand"] | None = slot(
        "The ground of a text or shape.", "文字或形状的底色。",
        zh="底色", choices={"surface": "卡片底色", "accent": "强调色", "grey": "灰色", "brand": "品牌底色"},
        default=None,
    )  # fmt: skip
    image: Image | None = slot("The picture of an image.", "种类为 image 时，放哪张图片。", zh="图片", default=None)
    chart: Chart | None = slot("The chart of a chart.", "种类为 chart 时，画什么图表。", zh="图表", default=None)

    @cached_property
    def cells(self) -> Cells:
        """Where it stands."""
        return cells_at(self.at, TOP, BOTTOM)

    @property
    def ground(self) -> str:
        """The colour role behind its words; nothing for a text that has none."""
        return self.fill or ("surface" if self.type == "shape" else "")

    @model_validator(mode="after")
    def _whole(self) -> Element:
        wanted = {"text": self.text, "image": self.image, "chart": self.chart}
        if self.type in wanted and not wanted[self.type]:
            raise mistake(
                "empty-element", f"{_KINDS[self.type]}元素没有写 {self.type}:。", f"The {self.type} element has no {self.type}:.",
                f"请补上 {self.type}:，或改 type:。", f"Add {self.type}:, or change its type:.", self.at.span,
            )  # fmt: skip
        for name, span in (
            ("image", self.image.file.span if self.image else None),
            ("chart", self.at.span if self.chart else None),
        ):
            if span and self.type != name:
                raise mistake(
                    "unlike-element", f"{_KINDS[self.type]}元素里不能有 {name}:。",
                    f"A {self.type} element has no room for {name}:.",
                    f"请另写一个 type: {name} 的元素。", f"Write a further element of type: {name}.", span,
                )  # fmt: skip
        columns, rows = _LEAST[self.type]
        if self.cells.columns < columns or self.cells.rows < rows:
            raise mistake(
                "element-too-small",
                f"{_KINDS[self.type]}元素太小：{self.cells.columns} 列 × {self.cells.rows} 行，至少要 {columns} 列 × {rows} 行。",
                f"The {self.type} element is too small: {self.cells.columns} columns × {self.cells.rows} rows, "
                f"at least {columns} × {rows} are needed.",
                "请放大它的位置。", "Give it more room.", self.at.span,
            )  # fmt: skip
        return self


class BlankCanvas(Content):
    title: Claim = slot("What the slide says.", "这一页要说的话。", zh="结论标题", at_most=56)
    elements: list[Element] = slot(
        "The elements, in the order to read them; one that lies inside an earlier shape or picture stands on it.",
        "各个元素，按阅读的顺序；落在前一个形状或图片里的，叠在它上面。",
        zh="元素", at_least=1, at_most=20,
    )  # fmt: skip

    @model_validator(mode="after")
    def _apart(self) -> BlankCanvas:
        for index, element in enumerate(self.elements):
            for number, below in enumerate(self.elements[:index], 1):
                if element.cells.overlaps(below.cells) and not _stands_on(element, below):
                    raise _overlap(index + 1, element, number, below)
        return self


def _stands_on(element: Element, below: Element) -> bool:
    """Whether one element lies on another as words lie on a card."""
    return below.type in ("shape", "image") and not below.text and element.cells.within(below.cells)


def _overlap(number: int, element: Element, other: int, below: Element) -> PydanticCustomError:
    return mistake(
        "elements-overlap",
        f"第 {number} 个元素（{element.at}）压住了第 {other} 个（{below.at}）。",
        f"Element {number} ({element.at}) covers a part of element {other} ({below.at}).",
        "请把两者的位置错开；要叠放，就整个放进前面没有文字的形状或图片里。",
        "Move them apart; to stand on a shape or picture without words, an element has to lie inside it.",
        element.at.span,
    )


def draw(content: BlankCanvas, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    for index, element in enumerate(content.elements):
        place = page.cells(*element.cells)
        if element.image:
            yield page.picture(element.image, place, look=page.card_look(""))
        elif element.chart:
            yield from chart_items(page, element.chart, place, content.title.plain, key=f"elements[{index}].chart")
        elif element.type == "shape":
            yield from _shape(element, place, page, f"elements[{index}]")
        else:
            yield _text(element, place, page, content.elements[:index])


def _shape(element: Element, place: Frame, page: Page, key: str) -> Iterator[Item]:
    """A shape with or without words; only the words of a rectangle keep to its own box in every program."""
    style = replace(page.style("detail"), sizes=(18, 17, 16, 15, 14), color=_INK[element.ground], bold=True,
                    align="center", after=0)  # fmt: skip
    if element.shape == "rect" and element.text:
        look = page.card_look(element.ground)
        yield page.text(element.text, style, place, anchor="middle", insets=Insets(12, 8, 12, 8), look=look)
        return
    look = (
        page.card_look(element.ground) if element.shape == "rect" else Look(_GEOMETRIES[element.shape], element.ground)
    )
    if element.shape == "arrow":
        look = look._replace(adjust=(("adj", round(1e5 * _POINT / min(place.width, place.height))),))
    yield page.shape(place, look, key=f"{key} shape", shared=False)
    if element.text:
        aside, above = (0.15 * place.width, 0.15 * place.height) if element.shape == "ellipse" else (16.0, 0.0)
        yield page.text(element.text, style, place.inset(aside, above, aside, above), anchor="middle")


def _text(element: Element, place: Frame, page: Page, earlier: Sequence[Element]) -> Item:
    """Words on their own ground, or on that of what they stand on."""
    below = next((other for other in reversed(earlier) if element.cells.overlaps(other.cells)), None)
    look, ground = page.card_look(element.ground) if element.fill else PLAIN, element.ground
    if below and not element.fill:
        ground = below.ground
        if below.type == "image":
            look, ground = page.card_look("scrim")._replace(fade=Fade(((0, _OPACITY), (1, _OPACITY)))), "scrim"
    boxed = bool(element.fill or below)
    insets = Insets(16, 12, 16, 12) if boxed else Insets()
    inner = place.width - insets.left - insets.right
    style = _style(element, page, inner, ground)
    insets = insets._replace(right=insets.right + inner - eased(element.text, style, page, inner))
    anchor: Literal["middle", "top"] = "middle" if boxed else "top"
    return page.text(element.text, style, place, role=f"text {element.style}", anchor=anchor, insets=insets, look=look)


def _style(element: Element, page: Page, width: float, ground: str) -> TextStyle:
    style = page.style(_STYLES[element.style])
    color = style.color if not ground and element.style == "caption" else _INK[ground]
    if element.style == "number":
        style = page.fitted([element.text], replace(style, after=0), _NUMBERS, width)
        color = "accent" if ground in ("", "surface") else color
    on_accent = color == "on-accent"  # only bold words of 14 points or more stand out from it
    sizes = tuple(size for size in style.sizes if size >= 14) or (14,) if on_accent else style.sizes
    return replace(style, color=color, bold=style.bold or on_accent, sizes=sizes)
