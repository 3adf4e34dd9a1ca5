"""What speaks for one option and what against it, with the judgement that follows.

Use it for a balanced view of a single option. For two options over the same dimensions use `comparison`, for several
options with scores `scorecard`, for two topics that are not opposed `two-column`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.content import Claim, Content, Icon, Line, Text, slot
from deckgen.frame import Frame, on_grid
from deckgen.scene import Insets, Item, Look, Page, TextStyle
from deckgen.scene.easing import eased_together
from deckgen.style import replace

NAME_ZH = "利弊"
SUMMARY_ZH = "列出一个方案的利与弊，再给出判断。"
FAMILY = "comparison"
ROOMIER = "table"
EXAMPLE = """
layout: pros-cons
title: 自建仓又快又可控，但日均不到两千单时回不了本
pros:
  - 次日达覆盖从六成提到九成
  - 错发漏发由自己管，不再与第三方扯皮
  - 旺季不必与别家争抢库位
cons:
  - 首年投入260万元，日均两千单才回本
  - 淡季会有三成库位空置
  - 要多养一支十二人的班组
verdict: 先签一年可退的短租仓，过了两千单再自建
source: 示例数据，2024年仓配测算
"""

_CIRCLE, _SIGN, _HEAD, _BELOW = 36.0, 24.0, 45.0, 6.0
"""Size of the circles and of the signs in them, height of the heads, and what stands below them, in points."""

_BAR, _GUTTER, _INSET = 4.0, 24.0, 16.0
"""Height of the bar over a side, between the sides, and what their words keep off their edges and the bar, in points."""

_FOOT, _ROOMY_FOOT = 2.0, 14.0
"""What words keep off the foot of a side, at least and where there is room, in points."""

_MARKER = 1.1
"""Size of the sign before a point in relation to it: a sign is thin and says which side the point is on."""

_ROOMY, _TIGHT = 14.0, 4.0
"""Between two points at most and at least, in points."""

_SIZES = ((20, _ROOMY), (18, _ROOMY), (18, 8.0), (17, 8.0), (16, 8.0), (15, _TIGHT), (14, _TIGHT))
"""Sizes of the points and what stands between them, the first that fits being taken; the last ones are set closer."""

_WIDEST, _LEAST = 14.0, 0.6
"""What few points stand wider apart at most, in points, and the least share of the zone that a side takes."""


class ProsCons(Content):
    title: Claim = slot("The judgement as a claim.", "判断，写成论断。", zh="结论标题", at_most=56)
    pros: list[Text] = slot(
        "What speaks for it, the weightiest first.", "支持的理由，分量最重的放在最前。",
        zh="利", at_least=2, at_most=5, each_at_most=32,
    )  # fmt: skip
    cons: list[Text] = slot("What speaks against it.", "反对的理由。", zh="弊", at_least=2, at_most=5, each_at_most=32)
    verdict: Line = slot("What to do in the light of both.", "权衡利弊之后怎么办。", zh="结论", at_most=40)


class _Side(NamedTuple):
    """One side: its field, its word in both languages, its sign as an icon and as a character, its colour."""

    field: str
    zh: str
    en: str
    icon: str
    sign: str
    color: str


_SIDES = (
    _Side("pros", "利", "Pros", "plus", "+", "positive"),
    _Side("cons", "弊", "Cons", "minus", "−", "negative"),
)


def draw(content: ProsCons, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.above(content.verdict)
    lists = (content.pros, content.cons)
    point, height = _measured(lists, area, page)
    halves = area.centred(height).columns(2, _GUTTER)
    insides = [half.inset(_INSET, _BAR + _INSET, _INSET, _FOOT) for half in halves]
    for side, points, half, inside in zip(_SIDES, lists, halves, insides, strict=True):
        yield page.shape(half, Look("rect", "surface"), key=f"{side.field} ground", shared=False)
        yield page.shape(half.with_height(_BAR), Look("rect", side.color), key=f"{side.field} bar", shared=False)
        yield from _head(side, inside.with_height(_HEAD), page)
        style = replace(point, marker=side.sign, marker_color="text", marker_scale=_MARKER)
        place = inside.inset(top=_HEAD + _BELOW)
        entries, inner = [(text, style) for text in points], place.width - style.indent
        insets = Insets(right=inner - eased_together(points, style, page, inner))
        yield page.box(entries, place, key=side.field, role="points", insets=insets)
    yield page.takeaway(content.verdict, ask=True)


def _head(side: _Side, frame: Frame, page: Page) -> Iterator[Item]:
    """The sign in a circle with the word beside it."""
    circle = Frame(frame.x, frame.y, _CIRCLE, _CIRCLE)
    edge = (_CIRCLE - _SIGN) / 2
    yield page.shape(circle, Look("ellipse", side.color), key=f"{side.field} circle", shared=False)
    yield page.icon(Icon(side.icon), circle.inset(edge, edge, edge, edge), "on-accent", key=f"{side.field} sign")
    word = side.zh if page.setting.zh else side.en
    style = replace(page.style("head"), sizes=(24,), color=f"{side.color}-text")
    yield page.text(word, style, frame.with_height(_CIRCLE).inset(left=_CIRCLE + 12), key=f"{side.field}.head",
                    anchor="middle")  # fmt: skip


def _measured(lists: tuple[list[Text], list[Text]], area: Frame, page: Page) -> tuple[TextStyle, float]:
    """Return the largest style in which both lists fit, few points standing wider apart, and how high the sides are."""
    width = area.columns(2, _GUTTER)[0].width - 2 * _INSET
    head = _BAR + _INSET + _HEAD + _BELOW + _FOOT

    def tallest(style: TextStyle) -> float:
        return max(page.height([(text, style) for text in points], width) for points in lists)

    base = page.style("detail")
    for size, gap in _SIZES:
        line = base.line if gap > _TIGHT else min(base.line, 1.05)
        style = page.marked(replace(base, sizes=(size,), line=line, after=gap, tight_after=gap))
        if head + tallest(style) <= area.height:
            break
    gaps = max(map(len, lists)) - 1
    needed = head + tallest(style)
    wider = max(0.0, min(_WIDEST, (area.height - needed) / gaps))
    height = on_grid(max(_LEAST * area.height, needed + gaps * wider + _ROOMY_FOOT - _FOOT))
    return replace(style, after=style.after + wider), min(area.height, height)
