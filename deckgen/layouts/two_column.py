"""Two topics side by side, each with points or a paragraph of its own.

Use it for topics that belong together without being opposed. For two sides compared point by point use `comparison`,
for what speaks for and against one option `pros-cons`, for more than two topics `cards`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import model_validator

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import ROW, on_grid
from deckgen.scene import Connector, Entry, Item, Page, Stroke, TextStyle
from deckgen.style import replace

NAME_ZH = "双栏"
SUMMARY_ZH = "两个话题并排，各有自己的要点或一段文字。"
FAMILY = "text"
ROOMIER = "table"
EXAMPLE = """
layout: two-column
title: 门店重开只差两件事：把人补齐，把货配准
columns:
  - head: 人：先补一线，再谈扩编
    items:
      - 四家店各缺两名店员，本月到岗
      - 老店员带教两周后才独立当班
      - 排班按客流高峰走，不再平均分
      - 离职预警从三十天提前到六十天
  - head: 货：先配准，再配多
    items:
      - 每家店只留最好卖的六百个单品
      - 补货由每周一次改为隔日一次
      - 临期品在到期前十天转到折扣区
      - 缺货满两小时，系统自动向邻店调货
"""

_SPANS = {"1-1": ((1, 6), (7, 12)), "2-1": ((1, 8), (9, 12)), "1-2": ((1, 4), (5, 12))}

_EDGE, _INNER, _ABOVE = 24.0, 12.0, 18.0
"""What the words keep off the sides of the panel, off the line between its halves less half a gutter, and off its top and
foot, in points; beside a narrow column the first two are smaller."""

_NARROW, _LEAST = 300.0, (18.0, 2.0)

_SHALLOWEST = 156.0
"""The least height of the panel, in points."""

_HEAD, _BELOW = 36.0, 18.0
"""Height of a head and the space below it, in points."""

_SIZES = (18, 17, 16, 15, 14)
_HEADS = (24, 22, 20, 18, 17, 16)

_FILL, _WIDEST = 0.94, 18.0
"""Share of the zone that short lists spread over, and what that adds between their points at most, in points."""


class Column(Part):
    head: Line = slot("The topic.", "话题。", zh="栏目标题", at_most=14, default="")
    items: list[Text] = slot("Parallel points.", "并列的要点。", zh="要点", at_most=5, each_at_most=30, default=[])
    text: Text = slot("A paragraph, in place of points.", "代替要点的一段文字。", zh="正文", at_most=150, default="")

    @model_validator(mode="after")
    def _filled(self) -> Column:
        if bool(self.items) == bool(self.text):
            raise mistake(
                "items-or-text", "每一栏写 items 或 text，二者取一。", "A column has either items or text.",
                "几个要点写 items:，一段话写 text:。", "Write items: for some points, text: for a paragraph.",
            )  # fmt: skip
        return self


class TwoColumn(Content):
    title: Claim = slot(
        "What both topics prove together, as a claim.", "两个话题共同证明的论断，写成一句话。",
        zh="结论标题", at_most=56,
    )  # fmt: skip
    columns: list[Column] = slot("The two topics.", "两个话题。", zh="栏目", at_least=2, at_most=2)
    ratio: Literal["1-1", "2-1", "1-2"] = slot(
        "How wide the columns are.", "两栏各占多宽。",
        zh="宽度比例", choices={"1-1": "一样宽", "2-1": "左宽右窄", "1-2": "左窄右宽"}, default="1-1",
    )  # fmt: skip


def draw(content: TwoColumn, page: Page) -> Iterator[Item]:
    page.variant = content.ratio if content.ratio != "1-1" else ""
    yield page.title(content.title)
    area = page.body
    headed = any(column.head for column in content.columns)
    halves = [page.cells(*span, 0, 0)._replace(y=area.y, height=area.height) for span in _SPANS[content.ratio]]
    edge, inner = _LEAST if min(half.width for half in halves) < _NARROW else (_EDGE, _INNER)
    left, right = halves
    frames = [left.inset(edge, _ABOVE, inner, _ABOVE), right.inset(inner, _ABOVE, edge, _ABOVE)]
    above = _HEAD + _BELOW if headed else 0
    body = [frame.inset(top=above) for frame in frames]
    item, text = _styles(content.columns, [frame.width for frame in body], body[0].height, page)
    # a panel around few words is as high as they need
    needed = max(
        page.height(_entries(column, item, text), frame.width)
        for column, frame in zip(content.columns, body, strict=True)
    )
    needed += above + 2 * _ABOVE
    area = area.centred(min(area.height, on_grid(max(_SHALLOWEST, needed))))
    air = _ABOVE + max(0.0, _SHALLOWEST - needed) / 2
    frames = [frame._replace(y=area.y + air, height=area.height - 2 * air) for frame in frames]
    body = [frame.inset(top=above) for frame in frames]
    # one panel for both: halves of one thing, where `pros-cons` sets sides against each other
    yield page.shape(area, page.card_look("surface"), key="panel")
    middle = (left.right + right.x) / 2
    yield Connector("divider", middle, area.y + _ABOVE, middle, area.bottom - _ABOVE, Stroke("hairline", 0.75),
                    shared=True)  # fmt: skip
    narrowest = min(frame.width for frame in frames)
    heads = page.fitted(
        [column.head for column in content.columns], replace(page.style("head"), color="accent-text"), _HEADS, narrowest
    )
    for index, (column, whole, frame) in enumerate(zip(content.columns, frames, body, strict=True)):
        if column.head:
            yield page.text(column.head, heads, whole.with_height(_HEAD), anchor="middle")
        yield page.box(_entries(column, item, text), frame, key=f"columns[{index}].text", role="column")


def _styles(columns: list[Column], widths: list[float], room: float, page: Page) -> tuple[TextStyle, TextStyle]:
    """Return the styles of points and paragraphs: few words are set larger, few points wider apart."""
    tallest, body = 0.0, page.style("body")
    for size, gap in ((20, 14.0), (18, 12.0), (18, 8.0)):
        sizes = (size, *(smaller for smaller in _SIZES if smaller < size))
        body = replace(body, sizes=sizes, after=gap, tight_after=6)
        tallest = max(
            page.height(_entries(column, page.marked(body), body), width)
            for column, width in zip(columns, widths, strict=True)
        )
        if tallest <= _FILL * room:
            break
    gaps = max(1, max(len(column.items) for column in columns) - 1)
    wider = max(0.0, min(_WIDEST, (_FILL * room - tallest) / gaps // ROW * ROW))
    return replace(page.marked(body), after=body.after + wider), body


def _entries(column: Column, item: TextStyle, text: TextStyle) -> list[Entry]:
    return [(column.text, text)] if column.text else [(point, item) for point in column.items]
