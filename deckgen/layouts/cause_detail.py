"""One cause from what brings it about, over what shows it, to what it does.

Use it to prove a cause that a `cause-cards` slide names. For steps in time use `process`; for several causes at once
use `cause-cards`.
"""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.content import Content, Flag, Line, Part, Run, Text, slot
from deckgen.frame import on_grid
from deckgen.scene import Entry, Frame, Insets, Item, Page, Stroke, TextStyle

NAME_ZH = "归因详解"
ROOMIER = "bullets"
EXAMPLE = """
layout: cause-detail
title: 低门槛换来的低价竞争，正在同时赶走买家、商家和主播
source: 示例数据
cause:
  - 入驻只需本地退货仓、绑定账户与商品
  - 中小卖家以超低价抢市场
evidence:
  - {text: 0.99包邮与大牌破价, flag: true}
  - 山寨、名不副实、空盒包装
  - 部分博主称几乎没有收入
effect:
  - 本土商家竞争力与入驻意愿下降
  - 卖家不赚钱，买家忧售后
takeaway: 早期流量爆发没有变成理想的业绩
"""

_NAMES = ("cause", "evidence", "effect")
_INSETS = Insets(16, 16, 16, 16)
_ARROW = Frame(6, 0, 12, 24)
"""An arrow in its gutter, measured from the panel on its left: it touches neither panel."""

_ROOMY, _MOST_AIR = 0.8, 96.0
"""Items are set large while they fill less than this share of the zone; a panel may be so much higher than its text."""


class Point(Part):
    MAIN = "text"

    text: Text = slot("What brings the cause about, or what it does.", zh="要点", at_most=30)


class Proof(Part):
    MAIN = "text"

    text: Text = slot("What shows the cause.", zh="证据", at_most=34)
    flag: Flag = slot("Whether its scope or origin is in doubt; it is then marked so.", zh="口径存疑", default=False)


class CauseDetail(Content):
    title: Line = slot("What the cause does, as a claim.", zh="结论标题", at_most=56)
    cause: list[Point] = slot("What brings it about.", zh="成因", at_least=2, at_most=4)
    evidence: list[Proof] = slot("What shows it.", zh="证据", at_least=2, at_most=4)
    effect: list[Point] = slot("What it leads to.", zh="影响", at_least=2, at_most=4)
    takeaway: Line = slot("What follows from it.", zh="小结", at_most=40, default="")


def draw(content: CauseDetail, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    frames = page.above(content.takeaway).columns(3)
    zone = frames[0].height
    panels, needed = _measured(content, page, 20, frames[0].width)
    if needed > _ROOMY * zone:
        panels, needed = _measured(content, page, 18, frames[0].width)
    height = min(zone, on_grid(needed) + _MOST_AIR)
    looks = (page.card_look("surface"), page.card_look("page", Stroke("accent", 1)), page.card_look("brand"))
    for name, entries, frame, look in zip(_NAMES, panels, frames, looks, strict=True):
        yield page.box(entries, frame.with_height(height), key=name, role="panel", insets=_INSETS, look=look)
        if name != _NAMES[-1]:
            middle = frame.y + (height - _ARROW.height) / 2
            yield page.arrow(_ARROW._replace(x=frame.right + _ARROW.x, y=middle), shared=False)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _measured(content: CauseDetail, page: Page, size: int, width: float) -> tuple[list[list[Entry]], float]:
    """Return the texts of the panels and the height the highest of them takes."""
    panels = _panels(content, page, size)
    return panels, max(page.height(entries, width, _INSETS) for entries in panels)


def _styles(page: Page, size: int, color: str = "text") -> tuple[TextStyle, TextStyle]:
    """Return the styles of head and items; items shrink from `size` points."""
    sizes = tuple(n for n in (20, 18, 16, 15, 14) if n <= size)
    item = replace(page.style("body"), sizes=sizes, color=color, marker_color="grey", after=20, tight_after=10)
    return replace(page.style("head"), color=color, after=14, tight_after=8), page.marked(item)


def _panels(content: CauseDetail, page: Page, size: int) -> list[list[Entry]]:
    """Return the texts of the three panels, their items at `size` points."""
    zh = page.setting.zh
    head, item = _styles(page, size)
    tagged, tag = replace(item, after=2, tight_after=2), replace(page.style("caption"), color="text", bold=True)
    tag = replace(tag, indent=item.indent, after=item.after, tight_after=item.tight_after)
    cause: list[Entry] = [("成因" if zh else "Causes", head), *((point.text, item) for point in content.cause)]
    evidence: list[Entry] = [("证据" if zh else "Evidence", head)]
    for proof in content.evidence:
        evidence.append((proof.text, tagged if proof.flag else item))
        if proof.flag:
            evidence.append(((Run("口径存疑" if zh else "Unverified", ground="hairline"),), tag))
    head, item = _styles(page, size, "on-brand")
    effect: list[Entry] = [("影响" if zh else "Effects", head), *((point.text, item) for point in content.effect)]
    return [cause, evidence, effect]
