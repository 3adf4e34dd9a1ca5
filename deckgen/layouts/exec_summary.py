"""The whole answer on one page: two to four bands, each a label, its claim and what supports it.

Use it as the second slide, the claims read from top to bottom being the story of the deck. For parallel ideas without
support use `cards`; for one sentence use `statement`.
"""

from collections.abc import Iterator

from deckgen.content import Content, Line, Part, Text, slot
from deckgen.frame import ROW
from deckgen.scene import Entry, Frame, Insets, Item, Page, TextStyle

NAME_ZH = "执行摘要"
EXAMPLE = """
layout: exec-summary
title: 流量已经足够，补齐信任短板后直播电商才能跑通
bands:
  - label: 机会
    claim: 用户规模大、群体年轻，渠道值得投入评估
    support: [用户多在移动端, 年轻人愿意尝试新品牌]
  - label: 障碍
    claim: 四类障碍叠加，高流量没有换来高转化
    support: [价格内卷与习惯差异, 货源、物流、支付、售后短板]
  - label: 对策
    claim: 先建立信任，再放大流量
    support: [质量第一做品牌, 与当地伙伴合作]
"""


class Band(Part):
    label: Line = slot("The part of the story, in a word.", zh="标签", at_most=6)
    claim: Text = slot("What is true of it.", zh="论断", at_most=34)
    support: list[Text] = slot("What proves it, each in a line of about 22 characters.", zh="支撑", at_most=3, default=[])


class ExecSummary(Content):
    title: Line = slot("The answer in one sentence.", zh="结论标题", at_most=56)
    bands: list[Band] = slot("The parts of the story, in order.", zh="要点", at_least=2, at_most=4)


_FILLS = ("accent-deep", "accent-text", "accent", "accent")
"""One hue, the first band darkest."""


def draw(content: ExecSummary, page: Page) -> Iterator[Item]:
    count = len(content.bands)
    page.variant = f"×{count}"
    yield page.title(content.title)
    support = page.marked("detail" if count < 4 else "detail-small", "•")
    gap = 3 * ROW
    room = (page.body.height - gap * (count - 1)) / count
    last = 7 if any(band.support for band in content.bands) else 12
    needed = max(_height(band, last, support, page) for band in content.bands) + 2 * ROW
    height = min(room, max(needed, 0.8 * room))
    top = page.body.y + 0.45 * (page.body.height - count * height - gap * (count - 1))
    for index, band in enumerate(content.bands):
        yield from _band(band, index, Frame(48, top + index * (height + gap), 864, height), last, support, page)


def _height(band: Band, last: int, support: TextStyle, page: Page) -> float:
    claim = page.height([(band.claim, "claim")], page.cells(3, last, 0, 1).width)
    return max(claim, page.height([(line, support) for line in band.support], page.cells(8, 12, 0, 1).width))


def _band(band: Band, index: int, frame: Frame, last: int, support: TextStyle, page: Page) -> Iterator[Item]:
    """Label, claim up to column `last`, and support of one band, a hairline above all but the first."""

    def at(first: int, last: int) -> Frame:
        return page.cells(first, last, 0, 1)._replace(y=frame.y, height=frame.height)

    if index:
        left = at(3, 12)
        yield page.rule(left.x, frame.y - 1.5 * ROW, left.width)
    yield page.text(band.label, "band-label", at(1, 2), anchor="middle", insets=Insets(6, 6, 6, 6),
                    look=page.card_look(_FILLS[index]))  # fmt: skip
    yield page.text(band.claim, "claim", at(3, last), anchor="middle")
    entries: list[Entry] = [(line, support) for line in band.support]
    if entries:
        yield page.box(entries, at(8, 12), key=f"bands[{index}].support", anchor="middle")
