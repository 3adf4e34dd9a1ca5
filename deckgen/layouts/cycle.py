"""Three to six steps on a ring, the last leading back to the first.

Use it only where the loop truly closes. For steps that end use `process`, for elements around a core without an order use
`hub-spoke`.
"""

from collections.abc import Iterator
from math import asin, cos, degrees, radians, sin

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.frame import ROW
from deckgen.scene import Entry, Frame, Insets, Item, Look, Page, Stroke, TextStyle, tinted
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "循环"
SUMMARY_ZH = "三到六个步骤排成一圈，最后一步又回到第一步。"
FAMILY = "process"
ROOMIER = "process"
EXAMPLE = """
layout: cycle
title: 评价带来复购，复购又带来评价，四环首尾相接
center: 复购飞轮
source: 示例数据，2024年
steps:
  - {head: 老客下单, text: 会员价和提前购，让老客户先买}
  - {head: 晒单评价, text: 七天内晒单，返下次优惠券}
  - {head: 新客转化, text: 新客先看评价，再看价格}
  - {head: 入会沉淀, text: 首单入会，第二单起享会员价}
"""

_RADIUS = 126.0
"""From the middle of the ring to the middle of a step, in points."""

_NODE, _SMALL_NODE = 90.0, 84.0
_OFF_NODE = 6.0
"""From a step to the arc that leads on, in points."""

_SIDE_OF_TWO, _SIDE_OF_THREE = 7.0, 10.0
"""From the edge of a node to its words of two lines or three: where these end, the circle is about as wide."""

_BESIDE = 16.0
"""From a step to its words beside it, in points."""

_TOP_WORDS = 48.0
"""What words beside the top or bottom step may take, so that they stay clear of the arcs, in points."""

_LEFT_RING, _LIST = 225.0, Frame(456, 0, 456, 0)
"""The middle of the ring where its words stand in a list, and the list."""


class Step(Part):
    head: Line = slot("The step in a few words.", "用几个字说出这一步。", zh="步骤", at_most=6)
    text: Text = slot(
        "What happens in it and leads to the next.", "这一步做什么，怎样引出下一步。", zh="说明", at_most=30, default=""
    )


class Cycle(Content):
    title: Claim = slot("The claim that the cycle proves.", "整个循环所证明的论断。", zh="结论标题", at_most=56)
    steps: list[Step] = slot(
        "The steps, clockwise from the top.", "各个步骤，从最上面起按顺时针排列。", zh="步骤", at_least=3, at_most=6
    )
    center: Line = slot("What the cycle is called.", "这个循环叫什么。", zh="中心", at_most=8, default="")


def draw(content: Cycle, page: Page) -> Iterator[Item]:
    steps, count = content.steps, len(content.steps)
    page.variant = f"×{count}"
    yield page.title(content.title)
    beside = count < 5 or not any(step.text for step in steps)
    size = _NODE if count < 5 else _SMALL_NODE
    angles = [index * 360 / count - 90 for index in range(count)]
    lowest = max(_RADIUS, _RADIUS * max(sin(radians(angle)) for angle in angles) + size / 2)
    x, y = 480.0 if beside else _LEFT_RING, page.body.y + (page.body.height + _RADIUS + size / 2 - lowest) / 2
    ring = Frame(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
    nodes = [
        Frame(x + _RADIUS * cos(radians(a)) - size / 2, y + _RADIUS * sin(radians(a)) - size / 2, size, size)
        for a in angles
    ]

    if content.center:
        yield _center(content.center, page, ring, size)
    off = degrees(2 * asin((size / 2 + _OFF_NODE) / (2 * _RADIUS)))
    for number, angle in enumerate(angles):
        span = (("adj1", _angle(angle + off)), ("adj2", _angle(angle + 360 / count - off)))
        look = Look("arc", stroke=Stroke("grey", 3), adjust=span)
        yield page.shape(ring, look, key=f"steps[{number}] arc", shared=False)._replace(tail="triangle")
    for number, node in enumerate(nodes):
        yield page.shape(node, Look("ellipse", "brand"), key=f"steps[{number}] node", shared=False)
    yield from _heads(steps, page, nodes, numbered=not beside)
    if beside:
        for index, (step, node, angle) in enumerate(zip(steps, nodes, angles, strict=True)):
            if step.text:
                yield _words(step, page, node, angle, key=f"steps[{index}].text")
    else:
        yield from _listed(steps, page)


def _angle(degree: float) -> int:
    """Return an angle as DrawingML counts it: clockwise from the right, in 60 000ths of a degree."""
    return round(degree % 360 * 60000)


def _center(words: Line, page: Page, ring: Frame, size: float) -> Item:
    """Return the name of the cycle within the ring."""
    room = ring.width - size - 32
    style = replace(page.style("head"), sizes=(24, 22, 20, 18), color="text", align="center", after=0)
    style = page.unbroken([words], style, room)
    spare = room - eased(words, style, page, room)
    edge = (ring.width - room) / 2
    return page.text(words, style, ring.inset(edge + spare / 2, edge, edge + spare / 2, edge), anchor="middle")


def _heads(steps: list[Step], page: Page, nodes: list[Frame], *, numbered: bool) -> Iterator[Item]:
    """Yield what the steps are called, within their nodes; with its number where a list tells more of them."""
    side = _SIDE_OF_THREE if numbered else _SIDE_OF_TWO
    style = replace(
        page.style("head"), sizes=(18, 17, 16, 15, 14), color="on-brand", align="center", after=0, tight_after=0
    )
    number = replace(page.style("caption"), color="on-brand-accent", bold=True, align="center")
    inner = nodes[0].width - 2 * side
    style = page.unbroken([step.head for step in steps], style, inner)
    while len(style.sizes) > 1 and any(page.lines(step.head, style, inner) > 2 for step in steps):
        style = replace(style, sizes=style.sizes[1:])
    for index, (step, node) in enumerate(zip(steps, nodes, strict=True)):
        frame = node.inset(side, 6, side, 6)
        spare = inner - eased(step.head, style, page, inner)
        entries: list[Entry] = [*([(str(index + 1), number)] if numbered else []), (step.head, style)]
        insets = Insets(left=spare / 2, right=spare / 2)
        yield page.box(entries, frame, key=f"steps[{index}].head", role="node", anchor="middle", insets=insets)


def _words(step: Step, page: Page, node: Frame, angle: float, key: str) -> Item:
    """Return the words of a step beside its node: at the outer side, at the right of the top one, left of the bottom one."""
    across, down = cos(radians(angle)), sin(radians(angle))
    style = replace(page.style("detail"), sizes=(17, 16, 15, 14))
    if abs(across) < 0.1:  # clear of the arcs, which leave the node at its sides
        right = down < 0
        top, height = (node.y if right else node.bottom - _TOP_WORDS), _TOP_WORDS
    else:
        right = across > 0
        top, height = node.y - 2 * ROW, node.height + 4 * ROW
    x, end = (node.right + _BESIDE, 912.0) if right else (48.0, node.x - _BESIDE)
    spare = end - x - eased(step.text, style, page, end - x)
    if not right:
        style = replace(style, align="right")
    insets = Insets(right=spare) if right else Insets(left=spare)
    return page.text(step.text, style, Frame(x, top, end - x, height), key=key, anchor="middle", insets=insets)


def _listed(steps: list[Step], page: Page) -> Iterator[Item]:
    """Yield the steps as a list at the right of the ring."""
    styles = (
        replace(page.style("head"), sizes=(18, 17, 16), after=2, tight_after=1),
        replace(page.style("label"), sizes=(16, 15, 14)),
    )
    area = page.body
    heights = [page.height(_entries(step, index, styles), _LIST.width) for index, step in enumerate(steps)]
    gap = min(24.0, max(0.0, (area.height - max(heights) * len(steps)) / len(steps)))
    height = min(max(heights), area.height / len(steps))
    taken = len(steps) * (height + gap) - gap
    top = area.y + (area.height - taken) / 2
    for index, step in enumerate(steps):
        frame = _LIST._replace(y=top + index * (height + gap), height=height)
        yield page.box(_entries(step, index, styles), frame, key=f"steps[{index}]", role="step")


def _entries(step: Step, index: int, styles: tuple[TextStyle, TextStyle]) -> list[tuple[Text, TextStyle]]:
    head = step.head.restyled((*tinted(f"{index + 1}  ", "accent-text"), *step.head.runs))
    return [(head, styles[0]), (step.text, styles[1])]
