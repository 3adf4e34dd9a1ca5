"""A problem and the three to five causes behind it, one card each.

Use it as the overview of a diagnosis; give every cause that needs proof a `cause-detail` slide and link its card to it.
For parallel ideas that explain nothing use `cards`; for one cause with its evidence use `cause-detail`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckgen.content import Content, Line, Part, Text, slot
from deckgen.frame import on_grid
from deckgen.scene import Frame, Insets, Item, Page, TextStyle
from deckgen.scene.page import Entry

NAME_ZH = "归因卡片"
SPLITS = "causes"
ROOMIER = "cause-detail"
EXAMPLE = """
layout: cause-cards
title: 四类障碍叠加，让高流量难以变成高成交
problem: 直播流量大，转化却低
source: 示例数据
causes:
  - {head: 价格内卷, claim: 低价抢量，买家、商家、主播三方都不讨好, evidence: 包邮、山寨、空盒}
  - {head: 文化差异, claim: 用户来消遣，不是来购物, evidence: 购买由“我需要”驱动}
  - {head: 四环节短板, claim: 货源、物流、支付、售后互相掣肘, evidence: 退货运费可能高过货价}
  - {head: 认知隔阂, claim: 管理方式与海外职场冲突, evidence: 离职潮、本地人才流失}
takeaway: 四类问题分属价格、需求、供给、组织，须同时推进
"""

_BAND, _GAP = 42.0, 12.0
_INSETS = Insets(16, 14, 16, 14)
_MOST_AIR = 48.0
"""How much higher than its text a card may be, in points: a card is never stretched around two lines."""


class Cause(Part):
    head: Line = slot("The cause in a few words.", zh="成因", at_most=8)
    claim: Text = slot("How it leads to the problem.", zh="判断", at_most=30)
    evidence: Text = slot("What shows it.", zh="证据", at_most=30, default="")
    link: Line = slot("The id of the slide that shows more; the card jumps there.", zh="链接", default="")


class CauseCards(Content):
    title: Line = slot("The claim that the causes explain.", zh="结论标题", at_most=56)
    problem: Line = slot("The problem that all causes lead to.", zh="问题", at_most=16)
    causes: list[Cause] = slot("The causes, the weightiest first.", zh="成因", at_least=3, at_most=5)
    takeaway: Line = slot("What follows from the causes.", zh="小结", at_most=40, default="")


def links(content: CauseCards) -> Iterable[Line]:
    return [cause.link for cause in content.causes if cause.link]


def draw(content: CauseCards, page: Page) -> Iterator[Item]:
    causes = content.causes
    page.variant = f"×{len(causes)}"
    yield page.title(content.title)
    area = page.above(content.takeaway)
    problem = replace(page.style("head"), color="on-brand")
    band = Insets(16, 6, 16, 6)
    look = page.card_look("brand")
    yield page.text(content.problem, problem, area.with_height(_BAND), anchor="middle", insets=band, look=look)
    frames = area.below(area.y + _BAND + _GAP).columns(len(causes))
    styles = _styles(causes, page, frames[0].width)
    evidence_style = replace(page.style("detail-small"), color="muted")
    entries = [_entries(cause, page.slide.first + number, styles) for number, cause in enumerate(causes, 1)]
    width = frames[0].width
    feet = [page.height([(cause.evidence, evidence_style)], width, _INSETS) for cause in causes if cause.evidence]
    foot = on_grid(max(feet, default=0))
    text = on_grid(max(page.height(entry, width, _INSETS) for entry in entries))
    top = min(frames[0].height - foot, text + _MOST_AIR)
    for cause, entry, frame in zip(causes, entries, frames, strict=True):
        upper, lower = frame.with_height(top), Frame(frame.x, frame.y + top, width, foot)
        if not cause.evidence:
            upper = upper.until(lower.bottom)
        corners = page.card_look("surface", corners="top" if cause.evidence else "all")
        yield page.box(entry, upper, insets=_INSETS, look=corners, target=cause.link.plain)
        if cause.evidence:
            look = page.card_look("surface", corners="bottom")
            yield page.text(cause.evidence, evidence_style, lower, insets=_INSETS, look=look, target=cause.link.plain)
            yield page.rule(lower.x + 16, lower.y, width - 32, shared=False)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _styles(causes: list[Cause], page: Page, width: float) -> tuple[TextStyle, TextStyle, TextStyle]:
    """Return the styles of number, head and claim; every head stands on one line where a size allows it."""
    heads = [cause.head for cause in causes]
    head = page.fitted(heads, replace(page.style("head"), after=8), (20, 18, 16), width - _INSETS.left - _INSETS.right)
    sizes = (18, 17, 16, 15, 14) if head.sizes[0] == 20 else (16, 15, 14)
    return page.style("number"), head, replace(page.style("detail"), sizes=sizes)


def _entries(cause: Cause, number: int, styles: tuple[TextStyle, TextStyle, TextStyle]) -> list[Entry]:
    return list(zip((f"{number:02d}", cause.head, cause.claim), styles, strict=True))
