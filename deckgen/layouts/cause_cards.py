"""A problem and the three to five causes behind it, one card each.

Use it as the overview of a diagnosis; give every cause that needs proof a `cause-detail` slide and link its card to it.
For parallel ideas that explain nothing use `cards`; for one cause with its evidence use `cause-detail`.
"""

from collections.abc import Iterable, Iterator, Sequence

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.scene import Entry, Frame, Insets, Item, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.scene.page import TAKEAWAY_TOP
from deckgen.style import replace

NAME_ZH = "归因卡片"
SUMMARY_ZH = "一个问题和它背后的三到五个成因，每个成因一张卡片。"
FAMILY = "diagnosis"
SPLITS = "causes"
ROOMIER = "cause-detail"
EXAMPLE = """
layout: cause-cards
title: 四类障碍叠加，让高流量难以变成高成交
problem: 场均百万人看，下单不足三千
source: 示例数据，2024年
causes:
  - {head: 价格内卷, claim: 靠低价抢量，商家不赚钱, evidence: 包邮、山寨、空盒}
  - {head: 文化差异, claim: 用户来消遣，不是来购物, evidence: 购买由“我需要”驱动}
  - {head: 四环节短板, claim: 四环互相掣肘，只补一环没有用, evidence: 退货运费可能高过货价}
  - {head: 认知隔阂, claim: 管理方式与海外职场冲突, evidence: 离职潮、本地人才流失}
takeaway: 四类问题分属价格、需求、供给、组织，须同时推进
"""

_BAND = 36.0
_GAPS = (24.0, 18.0, 12.0)
"""Between band, cards and takeaway: the first that leaves room for the text at its base size, else the last."""

_UPPER, _LOWER = Insets(16, 16, 16, 8), Insets(16, 8, 16, 16)
_SQUEEZE = 6.0
"""What the insets at the upper and lower edge of a card give up where its text has to shrink, in points."""

_MOST_AIR = 40.0
"""How much higher than its text a card may be, in points: a card is never stretched around two lines."""


Styles = tuple[TextStyle, TextStyle, TextStyle, TextStyle]


class Cause(Part):
    head: Line = slot("The cause in a few words.", "用几个字说出成因。", zh="成因", at_most=8)
    claim: Text = slot("How it leads to the problem.", "它怎样造成了这个问题。", zh="判断", at_most=30)
    evidence: Text = slot("What shows it.", "有什么能证明。", zh="证据", at_most=30, default="")
    link: Line = slot(
        "The id of the slide that shows more; the card jumps there.", "点卡片跳到哪张幻灯片看详情，写它的编号。",
        zh="链接", default="",
    )  # fmt: skip


class CauseCards(Content):
    title: Claim = slot("The claim that the causes explain.", "由这些成因解释的论断。", zh="结论标题", at_most=56)
    problem: Line = slot("The problem that all causes lead to.", "这些成因共同导致的问题。", zh="问题", at_most=16)
    causes: list[Cause] = slot(
        "The causes, the weightiest first.", "各个成因，分量最重的放在最前。", zh="成因", at_least=3, at_most=5
    )
    takeaway: Line = slot("What follows from the causes.", "由这些成因得出什么。", zh="小结", at_most=40, default="")


def links(content: CauseCards) -> Iterable[Line]:
    """Return the slides that the cards jump to."""
    return [cause.link for cause in content.causes if cause.link]


def causes(content: CauseCards) -> Iterable[Sequence[Text]]:
    """Return each cause in the words of its card."""
    return [(cause.head, cause.claim, cause.evidence) for cause in content.causes]


def draw(content: CauseCards, page: Page) -> Iterator[Item]:
    causes = content.causes
    page.variant = f"×{len(causes)}"
    yield page.title(content.title)
    area = page.above(content.takeaway)
    band = area.with_height(_BAND)
    yield page.text(content.problem, "head", band, anchor="middle", insets=Insets(0, 0, 0, 6))
    yield page.rule(band.x, band.bottom, band.width, color="text", weight=1.5)
    for gap in _GAPS:
        zone = area.below(band.bottom + gap)
        frames = (zone.until(TAKEAWAY_TOP - gap) if content.takeaway else zone).columns(len(causes))
        styles, upper, lower = _styles(causes, page, frames[0])
        roomy = upper + lower <= frames[0].height
        if roomy:
            break
    squeeze = 0.0 if roomy else _SQUEEZE
    lower = min(lower - squeeze, frames[0].height / 2)
    upper = min(frames[0].height - lower, upper + _MOST_AIR)
    inner = frames[0].width - _UPPER.left - _UPPER.right
    for number, (cause, frame) in enumerate(zip(causes, frames, strict=True), page.slide.first + 1):
        entries, evidence = _entries(cause, number, styles)
        head = page.width(cause.head, styles[1]) / 0.98
        spare = inner - eased(cause.claim, styles[2], page, inner, least=head) if roomy else 0.0
        insets = _UPPER._replace(top=_UPPER.top - squeeze, right=_UPPER.right + spare)
        card, foot = frame.with_height(upper), Frame(frame.x, frame.y + upper, frame.width, lower)
        if not evidence:
            look = page.card_look("surface")
            yield page.box(entries, card.until(foot.bottom), insets=insets, look=look, target=cause.link.plain)
            continue
        look = page.card_look("surface", corners="top")
        yield page.box(entries, card, insets=insets, look=look, target=cause.link.plain)
        look = page.card_look("surface", corners="bottom")
        insets = _LOWER._replace(bottom=_LOWER.bottom - squeeze)
        yield page.box(evidence, foot, insets=insets, look=look, target=cause.link.plain)
        yield page.rule(foot.x + 16, foot.y, foot.width - 32, shared=False)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _styles(causes: list[Cause], page: Page, frame: Frame) -> tuple[Styles, float, float]:
    """Return the styles of number, head, claim and evidence and the heights the two parts of a card need.

    Words grow where the cards leave room. Every head stands on one line where a size allows it.
    """
    inner = frame.width - _UPPER.left - _UPPER.right
    heads = [cause.head for cause in causes]
    number = replace(page.style("number"), after=4, tight_after=2)
    claim = page.style("detail")
    evidence = replace(page.style("detail-small"), color="muted")
    for most, text, small, figure in ((24, 20, 16, 32), (20, 18, 14, 32), (20, 16, 14, 28)):
        head = page.fitted(
            heads, replace(page.style("head"), after=6), [n for n in (24, 20, 18, 16) if n <= most], inner
        )
        text = min(text, head.sizes[0])
        styles: Styles = (
            replace(number, sizes=(figure,)),
            head,
            replace(claim, sizes=tuple(n for n in (20, 18, 17, 16, 15, 14) if n <= text)),
            replace(evidence, sizes=tuple(n for n in (16, 15, 14) if n <= small)),
        )
        upper, lower = _heights(causes, page, styles, frame.width)
        if head.sizes[0] == most and upper + lower <= frame.height:
            break
    return styles, upper, lower


def _heights(causes: list[Cause], page: Page, styles: Styles, width: float) -> tuple[float, float]:
    """Return what the highest text of both parts of the cards takes; 0 where there is no evidence."""
    texts = [_entries(cause, 1, styles) for cause in causes]
    upper = max(page.height(entries, width, _UPPER) for entries, _ in texts)
    lower = max((page.height(evidence, width, _LOWER) for _, evidence in texts if evidence), default=0)
    return upper, lower


def _entries(cause: Cause, number: int, styles: Styles) -> tuple[list[Entry], list[Entry]]:
    """Return the texts of the two parts of a card: number, head and claim, and the evidence where there is some."""
    above, below = styles[:3], styles[3]
    entries: list[Entry] = list(zip((f"{number:02d}", cause.head, cause.claim), above, strict=True))
    return entries, [(cause.evidence, below)] if cause.evidence else []
