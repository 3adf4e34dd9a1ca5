"""Three to ten items placed by two scales, in four fields that say what to do with them.

Use it to position or to prioritise. For options scored against many criteria use `scorecard`; for strengths and threats
use `swot`; for measured values on two axes use a scatter chart.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from pydantic import model_validator

from deckgen.charts import placing
from deckgen.charts.numbers import number_in
from deckgen.charts.placing import Placed, Point, place_labels
from deckgen.content import Claim, Content, Flag, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import Frame
from deckgen.scene import Connector, Insets, Item, Look, Page, Shape, Stroke, TextStyle
from deckgen.scene.reading import reading
from deckgen.style import Align, replace

NAME_ZH = "2×2 矩阵"
SUMMARY_ZH = "用两条坐标轴摆放三到十个项目，四个象限写明该怎么办。"
FAMILY = "comparison"
ROOMIER = "table"
EXAMPLE = """
layout: matrix-2x2
title: 先做会员分层与客服质检，两项见效快、改动小
source: 示例数据，2024年12月产品评审打分
x: {name: 实施难度, low: 低, high: 高}
y: {name: 预期收益, low: 低, high: 高}
quadrants:
  - {name: 立即做, hi: true}
  - 立项做
  - 顺手做
  - 暂缓
points:
  - {label: 会员分层, x: 0.22, y: 0.84, hi: true}
  - {label: 客服质检, x: 0.34, y: 0.71, hi: true}
  - {label: 智能补货, x: 0.78, y: 0.88}
  - {label: 门店数字化, x: 0.86, y: 0.66}
  - {label: 优惠券合并, x: 0.18, y: 0.3}
  - {label: 页面改版, x: 0.4, y: 0.42}
  - {label: 自建物流, x: 0.9, y: 0.24}
  - {label: 虚拟试衣, x: 0.66, y: 0.16}
takeaway_side:
  - 会员分层只需改标签规则，三周内可上线
  - 客服质检直接用现有模型，投入不到两人月
  - 智能补货收益最高，但要等仓储系统换代
"""

_DOT, _AXIS, _APART, _ARROW = 6.0, 24.0, 6.0, 14.0
"""Radius of a dot, width of the words beside an axis, between words and axis, and what the arrow adds, in points."""

_SLACK = 8.0
"""What the frame of an upright text is longer than its words, in points."""

_PAD = 10.0
"""What the centres of dots keep from the edges of the plot, in points."""

_CORNER = Insets(12, 8, 12, 8)
_LABEL_SIZES = (14, 13, 12)


class Axis(Part):
    MAIN = "name"

    name: Line = slot("What the scale measures.", "这条轴衡量什么。", zh="坐标轴", at_most=8)
    low: Line = slot("What its lower end means.", "低的一端是什么意思。", zh="低端", at_most=4, default="")
    high: Line = slot("What its upper end means.", "高的一端是什么意思。", zh="高端", at_most=4, default="")


class Quadrant(Part):
    MAIN = "name"

    name: Line = slot(
        "What items of this field have in common, or what to do with them.",
        "落在这个象限里的项目有什么共同点，或该怎么办。",
        zh="象限", at_most=8,
    )  # fmt: skip
    hi: Flag = slot("Whether this is the field to look at.", "是不是要看的那个象限。", zh="突出", default=False)


class Spot(Part):
    label: Line = slot("The name of the item.", "项目的名称。", zh="名称", at_most=8)
    x: Line = slot("Where it stands from left to right, from 0 to 1.", "从左到右的位置，0 到 1。", zh="横坐标")
    y: Line = slot("Where it stands from bottom to top, from 0 to 1.", "从下到上的位置，0 到 1。", zh="纵坐标")
    hi: Flag = slot("Whether this is an item to look at.", "是不是要看的项目。", zh="突出", default=False)

    @model_validator(mode="after")
    def _on_the_plot(self) -> "Spot":
        for name, value in (("x", self.x), ("y", self.y)):
            number = number_in(value.plain)
            if number is None or not 0 <= number <= 1:
                raise mistake(
                    "off-scale",
                    f"「{self.label}」的 {name} 是「{value}」，应在 0 与 1 之间。",
                    f"{name} of “{self.label}” is “{value}”; it must be from 0 to 1.",
                    "0 为最左（最下），1 为最右（最上），如 0.75。",
                    "0 is at the left or bottom, 1 at the right or top: 0.75.",
                    value.span,
                )
        return self

    @property
    def place(self) -> tuple[float, float]:
        """Where the item stands, both from 0 to 1."""
        return number_in(self.x.plain) or 0.0, number_in(self.y.plain) or 0.0


class Matrix(Content):
    title: Claim = slot(
        "What the placing shows, as a claim.", "这样摆放说明了什么，写成论断。", zh="结论标题", at_most=56
    )
    x: Axis = slot("The horizontal scale.", "横向的坐标轴。", zh="横轴")
    y: Axis = slot("The vertical scale.", "纵向的坐标轴。", zh="纵轴")
    quadrants: list[Quadrant] = slot(
        "The four fields: top left, top right, bottom left, bottom right.",
        "四个象限，依次是左上、右上、左下、右下。",
        zh="象限", at_least=4, at_most=4,
    )  # fmt: skip
    points: list[Spot] = slot("The items.", "要摆放的项目。", zh="项目", at_least=3, at_most=10)
    takeaway_side: list[Text] = slot(
        "What follows, beside the plot.", "由图得出什么，写在旁边。", zh="解读", at_most=3, each_at_most=36, default=[]
    )

    @model_validator(mode="after")
    def _apart(self) -> "Matrix":
        for one, other in combinations(self.points, 2):
            if one.place == other.place:
                raise mistake(
                    "same-place",
                    f"「{one.label}」与「{other.label}」在同一位置（{one.x}，{one.y}）。",
                    f"“{one.label}” and “{other.label}” stand in the same place ({one.x}, {one.y}).",
                    "请把其中一个略微移开，如 0.03。",
                    "Move one of them a little, by 0.03 or so.",
                    other.label.span,
                )
        return self


def draw(content: Matrix, page: Page) -> Iterator[Item]:
    beside = bool(content.takeaway_side)
    page.variant = "" if beside else "−"
    yield page.title(content.title)
    area = page.body
    last = 8 if beside else 12
    whole = page.cells(1, last, 0, 1)._replace(y=area.y, height=area.height)
    plot = whole.inset(left=_AXIS + _APART, bottom=_AXIS + _APART)
    fields = [Frame(column.x, row.y, column.width, row.height) for row in plot.rows(2) for column in plot.columns(2, 0)]
    inner = plot.inset(_PAD, _PAD, _PAD, _PAD)
    dots = [_dot(point, inner) for point in content.points]
    names = list(_quadrants(content, page, fields, dots))
    for index, (quadrant, field) in enumerate(zip(content.quadrants, fields, strict=True)):
        if quadrant.hi:
            yield page.shape(field, Look("rect", "surface"), key=f"quadrants[{index}] ground", shared=False)
    yield from _lines(page, plot)
    yield from _axis_words(content, page, whole, plot)
    yield from (name for name, _ in names)
    yield from _points(content, page, plot, dots, [taken for _, taken in names])
    if beside:
        place = page.cells(9, 12, 0, 1)._replace(y=plot.y, height=plot.height)
        yield from reading(page, [("", text) for text in content.takeaway_side], place, "takeaway_side")


def _lines(page: Page, plot: Frame) -> Iterator[Item]:
    """Yield the two axes with their arrows and the lines that part the four fields."""
    middle, centre = plot.y + plot.height / 2, plot.x + plot.width / 2
    split, axis = Stroke("hairline", 1.5), Stroke("grey", 1.5)
    yield Connector("middle", plot.x, middle, plot.right, middle, split)
    yield Connector("centre", centre, plot.y, centre, plot.bottom, split)
    yield Connector("x axis", plot.x, plot.bottom, plot.right, plot.bottom, axis, tail="triangle")
    yield Connector("y axis", plot.x, plot.bottom, plot.x, plot.y, axis, tail="triangle")


def _axis_words(content: Matrix, page: Page, whole: Frame, plot: Frame) -> Iterator[Item]:
    """Yield what the axes measure, in their middle, and what their ends mean."""
    name = replace(page.style("label"), bold=True, align="center")
    end = replace(page.style("label"), color="muted")
    below = Frame(plot.x, plot.bottom + _APART, plot.width, _AXIS).columns(4, 0)
    for words, style, place, align in (
        (content.x.low, end, below[0], "left"),
        (content.x.name, name, below[1]._replace(width=2 * below[1].width), "center"),
        (content.x.high, end, below[3], "right"),
    ):
        if words:
            yield page.text(words, replace(style, align=align), place, role="axis", anchor="middle")
    aside = Frame(whole.x, plot.y, _AXIS, plot.height).rows(4)
    high, low = (min(aside[0].height, page.width(words, end) + _SLACK) for words in (content.y.high, content.y.low))
    # the frames of the ends hug their words: programs do not agree where upright text begins
    for words, style, place in (
        (content.y.high, end, aside[0].with_height(high)),
        (content.y.name, name, aside[1].with_height(2 * aside[1].height)),
        (content.y.low, end, aside[3].below(plot.bottom - low)),
    ):
        if words:
            yield page.upright(words, replace(style, align="center"), place, role="axis")


def _quadrants(
    content: Matrix, page: Page, fields: Sequence[Frame], dots: Sequence[Frame]
) -> Iterator[tuple[Item, Frame]]:
    """Yield the names of the four fields with the room they take: in the outer corner, elsewhere where dots stand there."""
    for index, (quadrant, field) in enumerate(zip(content.quadrants, fields, strict=True)):
        right, lower = index % 2 == 1, index > 1
        style = replace(page.style("label"), bold=True, sizes=(16, 15, 14))
        style = replace(style, color="accent-text" if quadrant.hi else "muted")
        width = page.width(quadrant.name, style) + _CORNER.left + _CORNER.right + 4
        height = page.height([(quadrant.name, style)], field.width, _CORNER)
        row = field._replace(y=field.bottom - height if lower else field.y, height=height)
        places: dict[Align, Frame] = {
            "left": row._replace(width=width),
            "right": row._replace(x=row.right - width, width=width),
            "center": row._replace(x=row.x + (row.width - width) / 2, width=width),
        }
        order: tuple[Align, ...] = ("right", "left", "center") if right else ("left", "right", "center")
        align = min(order, key=lambda side: sum(_touch(places[side], dot) for dot in dots))
        yield (
            page.text(
                quadrant.name, replace(style, align=align), row, role="quadrant",
                anchor="bottom" if lower else "top", insets=_CORNER,
            ),
            places[align],
        )  # fmt: skip


def _touch(one: Frame, other: Frame) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _dot(item: Spot, inner: Frame) -> Frame:
    across, up = item.place
    return Frame(inner.x + across * inner.width - _DOT, inner.bottom - up * inner.height - _DOT, 2 * _DOT, 2 * _DOT)


def _points(content: Matrix, page: Page, plot: Frame, dots: Sequence[Frame], taken: Sequence[Frame]) -> Iterator[Item]:
    """Yield dots, labels, and lines to the labels that stand far from their dots."""
    middle, centre = plot.y + plot.height / 2, plot.x + plot.width / 2
    lines = [
        placing.Line(plot.x, middle, plot.right, middle), placing.Line(centre, plot.y, centre, plot.bottom),
    ]  # fmt: skip
    for size in _LABEL_SIZES:
        styles = [_label_style(page, item, size) for item in content.points]
        points = [_point(page, *of) for of in zip(content.points, styles, dots, strict=True)]
        placed = place_labels(points, plot.inset(4, 4, 4, 4), taken, lines)
        if all(label.clear and not label.leader for label in placed):
            break
    for index, (item, label, dot) in enumerate(zip(content.points, placed, dots, strict=True)):
        if label.leader:
            yield Connector(f"points[{index}] leader", *label.leader, Stroke("grey", 0.75))
        look = Look("ellipse", "accent" if item.hi else "grey", Stroke("page", 1))
        yield Shape(f"points[{index}] dot", dot, look, alt=_told(content, item, page))
    for index, (label, style) in enumerate(zip(placed, styles, strict=True)):
        yield _label(page, content.points[index], label, style, index)


def _point(page: Page, item: Spot, style: TextStyle, dot: Frame) -> Point:
    width = page.width(item.label, style) * 1.02 + 2
    height = page.height([(item.label, style)], 400)
    return Point(dot.x + _DOT, dot.y + _DOT, _DOT, width, height)


def _label_style(page: Page, item: Spot, size: int) -> TextStyle:
    return replace(page.style("label"), sizes=(size,), line=1.0, bold=item.hi, after=0)


def _label(page: Page, item: Spot, label: Placed, style: TextStyle, index: int) -> Item:
    align: Align = "left" if label.side > 0 else "right" if label.side < 0 else "center"
    return page.label(item.label, replace(style, align=align), label.frame, f"points[{index}]")


def _told(content: Matrix, item: Spot, page: Page) -> str:
    if page.setting.zh:
        return f"{item.label}：{content.x.name} {item.x}，{content.y.name} {item.y}（0 到 1）"
    return f"{item.label}: {content.x.name} {item.x}, {content.y.name} {item.y} (0 to 1)"
