"""The whole answer on one page: two to four bands, each a label, its claim and what supports it.

Use it as the second slide, the claims read from top to bottom being the story of the deck. For parallel ideas without
support use `cards`; for one sentence use `statement`.
"""

from collections.abc import Iterator

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.frame import ROW
from deckgen.scene import Entry, Frame, Insets, Item, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "执行摘要"
SUMMARY_ZH = "一页讲完全部答案：两到四段，每段一个标签、一个论断和支撑它的事实。"
FAMILY = "structure"
ROLE = "summary"
ROOMIER = "bullets"
EXAMPLE = """
layout: exec-summary
title: 月活十亿不缺流量，补齐信任短板后直播电商才能跑通
source: 示例数据，2024年
bands:
  - label: 机会
    claim: 用户规模大、群体年轻，渠道值得投入评估
    support: [月活10亿，六成不到30岁, 七成愿意尝试新品牌]
  - label: 障碍
    claim: 四类障碍叠加，高流量没有换来高转化
    support: [每百次观看只成交0.3单, 货源、物流、支付、售后各有短板]
  - label: 对策
    claim: 先建立信任，再放大流量
    support: [一个品类先把退货率降到8%, 再与当地伙伴放大投放]
"""


class Band(Part):
    label: Line = slot("The part of the story, in a word.", "这一段讲什么，用一个词。", zh="标签", at_most=6)
    claim: Text = slot("What is true of it.", "关于它的判断。", zh="论断", at_most=34)
    support: list[Text] = slot(
        "What proves it, each in a line of about 22 characters.", "支撑论断的事实，每条写成一行，约 22 字。",
        zh="支撑", at_most=3, default=[],
    )  # fmt: skip


class ExecSummary(Content):
    title: Claim = slot("The answer in one sentence.", "用一句话说出答案。", zh="结论标题", at_most=56)
    bands: list[Band] = slot(
        "The parts of the story, in order.", "内容的各个部分，按叙述的顺序。", zh="要点", at_least=2, at_most=4
    )


_FILLS = ("accent-deep", "accent-mid", "accent", "accent")
"""One hue, the first band strongest."""

_INSETS = Insets(6, 6, 6, 6)
_GAP = 3 * ROW

_ROOMY = 144.0
"""How high a band is at most for the sake of filling the zone, in points."""

_CLAIMS, _SUPPORT = (24, 20, 18), (18, 16)
"""Sizes of claims and of what supports them where there are at most three bands: the larger where lines stay whole."""


def draw(content: ExecSummary, page: Page) -> Iterator[Item]:
    bands = content.bands
    page.variant = f"×{len(bands)}"
    yield page.title(content.title)
    names, claims = page.cells(1, 2, 0, 0), page.cells(3, 7 if any(band.support for band in bands) else 12, 0, 0)
    proofs, right = page.cells(8, 12, 0, 0), page.cells(3, 12, 0, 0)
    label = page.fitted([band.label for band in bands], "band-label", (20, 18), names.inset(*_INSETS).width)
    claim, support = _styles(bands, claims.width, proofs.width, page)
    proven: list[list[Entry]] = [[(line, support) for line in band.support] for band in bands]
    needed = max(
        max(page.height([(band.claim, claim)], claims.width), page.height(proof, proofs.width))
        for band, proof in zip(bands, proven, strict=True)
    )
    for index, (band, proof, row) in enumerate(zip(bands, proven, _rows(len(bands), needed, page), strict=True)):
        place = {"y": row.y, "height": row.height}
        if index:
            yield page.rule(right.x, row.y - _GAP / 2, right.width)
        yield page.text(band.label, label, names._replace(**place), anchor="middle", insets=_INSETS,
                        look=page.card_look(_FILLS[index]))  # fmt: skip
        width = eased(band.claim, claim, page, claims.width, far=True)
        yield page.text(band.claim, claim, claims._replace(width=width, **place), anchor="middle")
        if proof:
            yield page.box(proof, proofs._replace(**place), key=f"bands[{index}].support", anchor="middle")


def _rows(count: int, needed: float, page: Page) -> list[Frame]:
    """Return the frames of the bands: spread over the zone, or where they are few around its optical centre."""
    room = (page.body.height - _GAP * (count - 1)) / count
    height = min(room, max(needed + 2 * ROW, min(_ROOMY, room))) // ROW * ROW
    used = count * height + _GAP * (count - 1)
    return page.body.centred(used).rows(count, _GAP)


def _styles(bands: list[Band], width: float, beside: float, page: Page) -> tuple[TextStyle, TextStyle]:
    """Return the styles of claims and of their support: larger where no claim then takes a third line."""
    claim, support = page.style("claim"), page.marked("detail" if len(bands) < 4 else "detail-small")
    if len(bands) > 3:
        return claim, support
    large = replace(claim, sizes=_CLAIMS)
    if all(page.lines(band.claim, large, width) <= 2 for band in bands):
        claim = large
    lines = [line for band in bands for line in band.support]
    if page.fitted(lines, support, _SUPPORT, beside - support.indent).sizes == _SUPPORT:
        support = replace(support, sizes=(*_SUPPORT[:1], *support.sizes))
    return claim, support
