"""Somebody's own words as evidence, with who said them and what follows.

Use it for the voice of a customer or an expert. For a sentence of your own use `statement`; for what several people say
use `cards`.
"""

from collections.abc import Iterator

from deckgen.content import Content, Image, Line, Text, slot
from deckgen.frame import Frame, on_grid
from deckgen.scene import Entry, Item, Look, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "引言"
FAMILY = "text"
EXAMPLE = """
layout: quote
title: 采购看重的不是报价，而是出了问题谁来负责
text: “报价单我只看三分钟，其余时间都在问：坏了谁来换，多久能到，产线要不要停。”
name: 林建国
role: 某装备集团采购总监（示例）
so_what: 把到场时限写进合同，比再让两个点更有用
"""

_LEFT, _RIGHT, _ABOVE = 96.0, 32.0, 20.0
"""What the panel keeps its words off its edges, in points; the mark stands at the left."""

_BYLINE = 18.0
"""Between the words and who said them, in points."""

_DROP, _APART = 26.0, 4.0
"""Size of each half of the quotation mark and the space between them, in points."""

_SHARE = 0.8
"""Share of the zone that the panel fills at least where nothing stands below it."""

_SPARE = 0.06
"""Half of what is reserved for lines beyond what programs show, as a share."""

_MARK_TOP = 32.0
"""How far below the top of the panel the mark stands, in points."""

_LARGE, _FEW_LINES = 36, 3
"""Size of short words, and the lines they then take at most."""


class Quote(Content):
    title: Line = slot("What the words prove, as a claim.", zh="结论标题", at_most=56)
    text: Text = slot("The words as they were said, in quotation marks.", zh="引言", at_most=70)
    name: Line = slot("Who said them.", zh="姓名", at_most=16)
    role: Line = slot("What gives the words weight: position, company.", zh="身份", at_most=20, default="")
    so_what: Line = slot("What follows from the words.", zh="小结", at_most=36, default="")
    portrait: Image | None = slot("A picture of the person.", zh="肖像", default=None)


def draw(content: Quote, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.above(content.so_what).inset(bottom=12 if content.so_what else 0)
    panel = area._replace(width=page.cells(1, 9 if content.portrait else 12, 0, 0).width)
    inner = panel.inset(_LEFT, _ABOVE, _RIGHT, _ABOVE)
    byline: list[Entry] = [(content.name, replace(page.style("body"), bold=True, after=2, tight_after=2)),
                           (content.role, replace(page.style("detail"), color="muted"))]  # fmt: skip
    low = page.height(byline, inner.width)
    style, high = _set(content.text, page, inner, inner.height - _BYLINE - low)
    if not content.so_what:
        panel = panel.with_height(max(on_grid(_SHARE * area.height), on_grid(high + _BYLINE + low + 2 * _ABOVE)))
    top = panel.y + (panel.height - high - _BYLINE - low) / 2
    width = eased(content.text, style, page, inner.width)
    yield page.shape(panel, page.card_look("surface"), key="panel")
    yield from _mark(panel.x + (_LEFT - 2 * _DROP - _APART) / 2, panel.y + _MARK_TOP, page)
    # the words end above the byline, whatever room they have to spare
    foot = top + high + _BYLINE - min(top - inner.y, _SPARE * high)
    words = inner._replace(width=width).until(foot - _BYLINE)
    yield page.text(content.text, style, words, anchor="bottom")
    yield page.box(byline, inner._replace(y=foot, height=low), key="byline")
    if content.portrait:
        page.variant = "＋肖像" if page.setting.zh else "with portrait"
        beside = page.cells(10, 12, 0, 0)
        yield page.picture(content.portrait, beside._replace(y=panel.y, height=panel.height))
    if content.so_what:
        yield page.takeaway(content.so_what)


def _set(words: Text, page: Page, inner: Frame, room: float) -> tuple[TextStyle, float]:
    """Return the largest style in which some words take at most `room` points, and the height they then take."""
    style = page.style("quote")
    large = replace(style, sizes=(_LARGE, *style.sizes))
    if page.lines(words, large, inner.width) <= _FEW_LINES:
        style = large
    while len(style.sizes) > 1 and page.height([(words, style)], inner.width) > room:
        style = replace(style, sizes=style.sizes[1:])
    return style, min(room, page.height([(words, style)], inner.width))


def _mark(left: float, top: float, page: Page) -> Iterator[Item]:
    """An opening quotation mark of two drops."""
    for index in range(2):
        frame = Frame(left + index * (_DROP + _APART), top, _DROP, _DROP)
        yield page.shape(frame, Look("teardrop", "accent"))
