"""A core in the middle and three to six elements around it that it holds together.

Use it when every element hangs on the core and their order means nothing. For steps that lead to each other use `process`
or `cycle`, for a question and its parts use `logic-tree`.
"""

from collections.abc import Iterator

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.frame import on_grid
from deckgen.scene import Entry, Frame, Insets, Item, Look, Page, Stroke, TextStyle
from deckgen.scene.easing import eased
from deckgen.scene.geometry import text_insets
from deckgen.style import replace

NAME_ZH = "中心辐射"
SUMMARY_ZH = "中间一个核心，连着周围的三到六个要素。"
FAMILY = "process"
ROOMIER = "table"
EXAMPLE = """
layout: hub-spoke
title: 一份会员数据带动五个环节，断开任何一个都要重复建设
hub: 会员数据
spokes:
  - {head: 选品, text: 按复购和搜索决定做什么}
  - {head: 定价, text: 老客与新客看到不同的优惠}
  - {head: 备货, text: 用预订量倒推每座仓的库存}
  - {head: 内容, text: 直播间只讲买家问过的问题}
  - {head: 售后, text: 退货原因当天回到产品部}
"""

_SIDE = 272.0
"""The width of a spoke, four columns of the grid, in points."""

_HUB, _LEAST_HUB = 168.0, 132.0
"""The diameter of the hub, and its least where five spokes share the zone, in points."""

_INSETS = Insets(16, 10, 16, 10)
_MOST_AIR, _LEAST_CARD = 24.0, 72.0
"""What a spoke may be higher than its words, and its least height, in points."""

_LEAST_GAP, _SIDE_GAP, _MOST_GAP = 12.0, 36.0, 96.0
"""Between the spokes of one side: at least, at most where one stands below, at most elsewhere, in points."""

_STEM = 36.0
"""From the hub to the spoke below it, in points."""


class Spoke(Part):
    head: Line = slot("The element in a few words.", "用几个字说出这个要素。", zh="要素", at_most=8)
    text: Text = slot("What the core does for it.", "核心为它做了什么。", zh="说明", at_most=28, default="")


class HubSpoke(Content):
    title: Claim = slot("The claim that the core proves.", "整张图所证明的论断。", zh="结论标题", at_most=56)
    hub: Line = slot("The core.", "居中的核心。", zh="核心", at_most=8)
    spokes: list[Spoke] = slot("What hangs on it.", "围绕核心的要素。", zh="要素", at_least=3, at_most=6)


def draw(content: HubSpoke, page: Page) -> Iterator[Item]:
    count = len(content.spokes)
    page.variant = f"×{count}"
    yield page.title(content.title)
    styles, height = _measured(content.spokes, page)
    hub, cards, sites = (_odd if count % 2 else _even)(page.body, height, count)

    circle = page.shape(hub, Look("ellipse", "accent"), key="hub circle", shared=False)
    yield circle
    style = replace(page.style("head"), sizes=(26, 24, 22, 20, 18), color="on-accent", align="center", after=0)
    kept = text_insets(circle.look, hub)
    inner = hub.inset(kept.left, kept.top, kept.right, kept.bottom)
    style = page.unbroken([content.hub], style, inner.width)
    spare = inner.width - eased(content.hub, style, page, inner.width)
    yield page.text(content.hub, style, inner.inset(left=spare / 2, right=spare / 2), anchor="middle")
    lines = []
    for index, (spoke, (frame, ends)) in enumerate(zip(content.spokes, zip(cards, sites, strict=True), strict=True)):
        key = f"spokes[{index}]"
        spare = _SIDE - _INSETS.left - _INSETS.right
        spare -= eased(spoke.text, styles[1], page, spare) if spoke.text else spare
        insets = _INSETS._replace(right=_INSETS.right + spare)
        card = page.box(_entries(spoke, styles), frame, key=key, anchor="middle", insets=insets, look=page.card_look())
        yield card
        lines.append(page.connector(f"{key} line", circle, ends[0], card, ends[1], Stroke("grey", 1.5)))
    yield from lines


def _measured(spokes: list[Spoke], page: Page) -> tuple[tuple[TextStyle, TextStyle], float]:
    """Return the styles of head and text and the height of the spokes: larger where fewer stand on a side."""
    rows = 3 if len(spokes) > 4 else 2
    room = (page.body.height - _LEAST_GAP * (rows - 1)) / rows
    if len(spokes) == 3:
        room = page.body.height - _HUB - _STEM
    head, text = page.style("head"), page.style("detail")
    tallest = 0.0
    for most, large in ((22, 18), (20, 16), (20, 14)):
        head = replace(head, sizes=tuple(n for n in (22, 20, 18, 17, 16) if n <= most))
        text = replace(text, sizes=tuple(n for n in (18, 17, 16, 15, 14) if n <= large))
        tallest = max(page.height(_entries(spoke, (head, text)), _SIDE, _INSETS) for spoke in spokes)
        if tallest <= room:
            break
    return (head, text), min(room, on_grid(max(_LEAST_CARD, tallest + _MOST_AIR)))


def _entries(spoke: Spoke, styles: tuple[TextStyle, TextStyle]) -> list[Entry]:
    return [(spoke.head, styles[0]), (spoke.text, styles[1])]


def _odd(area: Frame, height: float, count: int) -> tuple[Frame, list[Frame], list[tuple[int, int]]]:
    """Return hub and spokes: one or two at each side, left and right in turn, the last one below."""
    rows = count // 2
    size = _HUB if rows == 1 else min(_HUB, max(_LEAST_HUB, area.height - _STEM - 2 * height))
    # the lower spokes of the sides end above the one below, so that no line crosses a card
    least = max(size, rows * height + (rows - 1) * _LEAST_GAP)
    gap = min(_SIDE_GAP, max(_LEAST_GAP, (area.height - height - rows * height) / rows))
    high = max(least, rows * height + (rows - 1) * gap)
    stem = max(_LEAST_GAP, min(_STEM, area.height - high - height))
    below = max((high + size) / 2 + stem, high + gap if rows > 1 else 0)
    top = area.y + max(0.0, 0.45 * (area.height - below - height))
    hub = Frame(area.x + (area.width - size) / 2, top + (high - size) / 2, size, size)
    first = top + (high - rows * height - (rows - 1) * gap) / 2
    cards, sites = [], []
    for row in range(rows):
        left = Frame(area.x, first + row * (height + gap), _SIDE, height)
        cards += [left, left._replace(x=area.right - _SIDE)]
        sites += [(2, 3), (6, 1)] if rows == 1 else [(1, 3), (7, 1)] if row == 0 else [(3, 3), (5, 1)]
    bottom = min(top + below, area.bottom - height)
    return hub, [*cards, Frame(area.x + (area.width - _SIDE) / 2, bottom, _SIDE, height)], [*sites, (4, 0)]


def _even(area: Frame, height: float, count: int) -> tuple[Frame, list[Frame], list[tuple[int, int]]]:
    """Return hub and spokes: two or three at each side, left and right in turn."""
    rows = count // 2
    gap = min(_MOST_GAP if rows == 2 else 30.0, (area.height - rows * height) / (rows - 1))
    taken = rows * height + (rows - 1) * gap
    top = area.y + 0.45 * (area.height - taken)
    hub = Frame(area.x + (area.width - _HUB) / 2, top + (taken - _HUB) / 2, _HUB, _HUB)
    left = [Frame(area.x, top + row * (height + gap), _SIDE, height) for row in range(rows)]
    cards = [card for frame in left for card in (frame, frame._replace(x=area.right - _SIDE))]
    return hub, cards, [ends for site in ((1, 3) if rows == 2 else (1, 2, 3)) for ends in ((site, 3), (8 - site, 1))]
