"""Strengths, weaknesses, opportunities and threats in four fields: inner above outer, helpful beside harmful.

Use it for a strategic position, with a title that says what follows from it. For the arguments around one option use
`pros-cons`; for items weighed on two scales use `matrix-2x2`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.content import Claim, Content, Text, slot
from deckgen.frame import Frame, on_grid
from deckgen.scene import Entry, Insets, Item, Look, Page, TextStyle
from deckgen.scene.measures import Words
from deckgen.style import replace

NAME_ZH = "SWOT 分析"
SUMMARY_ZH = "优势、劣势、机会、威胁四格：上内下外，左利右弊。"
FAMILY = "comparison"
ROOMIER = "two-column"
EXAMPLE = """
layout: swot
title: 复购与自有产能是筹码，应趁县域扩容补上渠道短板
source: 示例数据，2024年内部评估
s:
  - 复购率38%，高于行业均值12个百分点
  - 自有工厂，打样周期只要7天
  - 核心团队平均从业9年
w:
  - 线下渠道只覆盖两个省
  - 品牌认知度不足一成
  - 新品一年只上两季
o:
  - 县域市场年增两成，尚无领先品牌
  - 平台扶持产业带，流量成本下降
t:
  - 两家头部品牌正在降价抢份额
  - 原材料价格连涨三个季度
  - 跨境合规要求趋严
"""

_AXIS, _APART = 24.0, 8.0
"""Width of the words at the edges, and what keeps them from the fields, in points."""

_LEAST_FIELD, _FOOT = 120.0, 6.0
"""The least height of a field, and what stands free below its points besides its inset, in points."""

_BAR, _LETTER = 3.0, 28
_INDENT = 14.0


class _Setting(NamedTuple):
    """How fields are set: what stands between two and at the sides of their words, the largest sizes of head and points,
    and what stands between two points, all in points."""

    gap: float
    head: int
    point: int
    after: float


_SETTINGS = (
    _Setting(16, 20, 18, 10),
    _Setting(16, 20, 18, 6),
    _Setting(16, 20, 17, 6),
    _Setting(16, 18, 16, 6),
    _Setting(16, 18, 15, 6),
    _Setting(16, 16, 14, 8),
    _Setting(12, 16, 14, 8),
    _Setting(16, 16, 14, 3),
    _Setting(12, 16, 14, 3),
)

_HELPFUL, _INNER = ("s", "o"), ("s", "w")
_WORDS = {
    "s": ("优势", "Strengths"), "w": ("劣势", "Weaknesses"), "o": ("机会", "Opportunities"), "t": ("威胁", "Threats"),
    "inner": ("内部", "Internal"), "outer": ("外部", "External"),
    "helpful": ("有利", "Helpful"), "harmful": ("不利", "Harmful"),
}  # fmt: skip


class Swot(Content):
    title: Claim = slot(
        "What follows from the position, as a claim.", "由这样的处境得出什么，写成论断。", zh="结论标题", at_most=56
    )
    s: list[Text] = slot(
        "Strengths: what is good within.", "优势：自身的长处。", zh="优势", at_least=1, at_most=4, each_at_most=26
    )
    w: list[Text] = slot(
        "Weaknesses: what is bad within.", "劣势：自身的短处。", zh="劣势", at_least=1, at_most=4, each_at_most=26
    )
    o: list[Text] = slot(
        "Opportunities: what helps from outside.", "机会：外部的有利条件。",
        zh="机会", at_least=1, at_most=4, each_at_most=26,
    )  # fmt: skip
    t: list[Text] = slot(
        "Threats: what harms from outside.", "威胁：外部的不利条件。", zh="威胁", at_least=1, at_most=4, each_at_most=26
    )


def draw(content: Swot, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.body
    fields = area.inset(left=_AXIS + _APART, top=_AXIS)
    setting, height = _measured(content, page, fields)
    gap = setting.gap
    area = area.centred(_AXIS + 2 * height + gap)
    fields = area.inset(left=_AXIS + _APART, top=_AXIS)
    axis = replace(page.style("label"), bold=True, color="muted", align="center")
    columns, rows = fields.columns(2, gap), fields.rows(2, gap)
    for name, column in zip(("helpful", "harmful"), columns, strict=True):
        head = column._replace(y=area.y, height=_AXIS - _APART / 2)
        yield page.text(_word(page, name), axis, head, key=name, role="axis", anchor="middle")
    for name, row in zip(("inner", "outer"), rows, strict=True):
        side = Frame(area.x, row.y, _AXIS, row.height)
        yield page.upright(_word(page, name), axis, side, key=name, role="axis")
    for name in "swot":
        column, row = columns[name not in _HELPFUL], rows[name not in _INNER]
        place = Frame(column.x, row.y, column.width, row.height)
        yield from _field(page, name, _entries(content, name, page, setting), place, _insets(gap))


def _field(page: Page, name: str, entries: Sequence[Entry], frame: Frame, insets: Insets) -> Iterator[Item]:
    """Yield one field: its name and points in one card under a bar, its letter large in the other corner."""
    color = "accent" if name in _HELPFUL else "grey"
    look = page.card_look("surface", corners="bottom")
    yield page.box(entries, frame, key=name, role="field", insets=insets, look=look)
    yield page.shape(frame.with_height(_BAR), Look("rect", color), key=f"{name} bar", shared=False)
    letter = replace(page.style("number"), sizes=(_LETTER,), color=color, align="right")
    place = Frame(frame.right - 60, frame.y + insets.top - 5, 60 - insets.right, 36)
    yield page.label(name.upper(), letter, place, f"{name} letter", anchor="top", decorative=True)


def _entries(content: Swot, name: str, page: Page, setting: _Setting) -> list[tuple[Words, TextStyle]]:
    """Return the texts of a field: its name and its points."""
    head = replace(page.style("head"), sizes=_upto(setting.head, (20, 18, 16)), after=8, tight_after=4)
    sizes = _upto(setting.point, (18, 17, 16, 15, 14))
    point = page.marked(replace(page.style("detail"), sizes=sizes, line=page.style("label").line))
    point = replace(point, indent=_INDENT, hang=_INDENT, marker_color="grey", after=setting.after, tight_after=3)
    points: list[Text] = getattr(content, name)
    return [(_word(page, name), head), *((text, point) for text in points)]


def _upto(most: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(size for size in sizes if size <= most)


def _insets(gap: float) -> Insets:
    return Insets(gap, gap + 1, gap, 6)


def _measured(content: Swot, page: Page, fields: Frame) -> tuple[_Setting, float]:
    """Return the roomiest setting in which every field holds its points, and the height of a field that needs no more."""
    for setting in _SETTINGS:
        width, height = fields.columns(2, setting.gap)[0].width, fields.rows(2, setting.gap)[0].height
        texts = [_entries(content, name, page, setting) for name in "swot"]
        tallest = max(page.height(some, width, _insets(setting.gap)) for some in texts)
        if tallest <= height:
            break
    return setting, min(height, on_grid(max(_LEAST_FIELD, tallest + _FOOT)))


def _word(page: Page, name: str) -> str:
    return _WORDS[name][0 if page.setting.zh else 1]
