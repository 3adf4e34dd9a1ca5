"""Somebody's own words as evidence, with who said them and what follows.

Use it for the voice of a customer or an expert. For a sentence of your own use `statement`; for what several people say
use `cards`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.content import Claim, Content, Image, Line, Text, slot
from deckgen.frame import OPTICAL_CENTRE, Frame, on_grid
from deckgen.scene import Entry, Item, Look, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "引言"
SUMMARY_ZH = "用别人的原话作证据，写明是谁说的、由此得出什么。"
FAMILY = "text"
EXAMPLE = """
layout: quote
title: 采购看重的不是报价，而是出了问题谁来负责
text: “报价单我只看三分钟，其余时间都在问：坏了谁来换，多久能到，产线要不要停。”
name: 林建国
role: 某装备集团采购总监（示例）
so_what: 把到场时限写进合同，比再让两个点更有用
"""

_APART = 4.0
"""Space between the halves of the quotation mark, in points."""

_MOST_AIR = 144.0
"""How much higher than its words the panel may be where nothing stands below it, in points."""

_SPARE = 0.06
"""Half of what is reserved for lines beyond what programs show, as a share."""

_LARGE, _FEW_LINES = (44, 40, 36), (2, 2, 3)
"""Sizes of short words, and the lines they then take at most."""

_PAIRS = {"“": "”", "「": "」", "『": "』", '"': '"'}
"""The marks that open and close somebody's words."""


class _Spacing(NamedTuple):
    """Distances in points.

    `side` and `end` are what the panel keeps its words off its edges, `drop` is the size of each half of the quotation mark,
    `below` stands between it and the words, `byline` between these and who said them.
    """

    side: float
    end: float
    drop: float
    below: float
    byline: float

    @property
    def taken(self) -> float:
        """The height that is neither words nor byline, within the panel's edges."""
        return self.drop + self.below + self.byline


_ROOMY, _TIGHT = _Spacing(48, 20, 28, 18, 24), _Spacing(32, 12, 20, 10, 12)


class Quote(Content):
    title: Claim = slot("What the words prove, as a claim.", "这段话说明了什么，写成论断。", zh="结论标题", at_most=56)
    text: Text = slot("The words as they were said, in quotation marks.", "原话，加上引号。", zh="引言", at_most=70)
    name: Line = slot("Who said them.", "说话人的姓名。", zh="姓名", at_most=16)
    role: Line = slot(
        "What gives the words weight: position, company.", "让这段话有分量的身份：职务、公司。",
        zh="身份", at_most=20, default="",
    )  # fmt: skip
    so_what: Line = slot("What follows from the words.", "由这段话得出什么。", zh="小结", at_most=36, default="")
    portrait: Image | None = slot("A picture of the person.", "说话人的照片。", zh="肖像", default=None)


def draw(content: Quote, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.above(content.so_what)
    panel = area._replace(width=page.cells(1, 9 if content.portrait else 12, 0, 0).width)
    byline: list[Entry] = [(content.name, replace(page.style("body"), bold=True, after=2, tight_after=2)),
                           (content.role, replace(page.style("detail"), color="muted"))]  # fmt: skip
    said = _unquoted(content.text)
    for spacing in (_ROOMY, _TIGHT):
        inner = panel.inset(spacing.side, spacing.end, spacing.side, spacing.end)
        low = page.height(byline, inner.width)
        room = inner.height - low - spacing.taken
        style, high = _set(said, page, inner.width, room)
        if high <= room:
            break
    high = min(room, high)
    shown = high * (1 - 2 * _SPARE)  # programs show the lines closer than they are reserved
    whole = shown + low + spacing.taken
    if not content.so_what:
        panel = panel.centred(min(area.height, on_grid(whole + _MOST_AIR)))
    top = panel.y + OPTICAL_CENTRE * (panel.height - whole)
    yield page.shape(panel, page.card_look("surface"), key="panel")
    yield from _mark(inner.x, top, spacing.drop, page)
    width = eased(said, style, page, inner.width, far=True)
    words = inner._replace(y=top + spacing.drop + spacing.below, width=width, height=high)
    yield page.text(said, style, words)
    yield page.box(byline, inner._replace(y=words.y + shown + spacing.byline, height=low), key="byline")
    if content.portrait:
        page.variant = "＋肖像" if page.setting.zh else "with portrait"
        beside = page.cells(10, 12, 0, 0)
        yield page.picture(content.portrait, beside._replace(y=panel.y, height=panel.height))
    if content.so_what:
        yield page.takeaway(content.so_what)


def _unquoted(words: Text) -> Text:
    """Return some words without the pair of marks around all of them, which the drawn mark stands for."""
    plain = words.plain
    closing = _PAIRS.get(plain[:1], "")
    if not closing or not plain.endswith(closing) or closing in plain[1:-1]:
        return words
    first, *rest = words.runs
    runs = [first._replace(text=first.text[1:]), *rest]
    last = runs.pop()
    return words.restyled(run for run in (*runs, last._replace(text=last.text[:-1])) if run.text)


def _set(words: Text, page: Page, width: float, room: float) -> tuple[TextStyle, float]:
    """Return the largest style in which some words take at most `room` points, and the height they take."""
    style = page.style("quote")
    for index, (size, most) in enumerate(zip(_LARGE, _FEW_LINES, strict=True)):
        large = replace(style, sizes=(*_LARGE[index:], *style.sizes))
        if page.lines(words, replace(large, sizes=(size,)), width) <= most:
            style = large
            break
    while len(style.sizes) > 1 and page.height([(words, style)], width) > room:
        style = replace(style, sizes=style.sizes[1:])
    return style, page.height([(words, style)], width)


def _mark(left: float, top: float, drop: float, page: Page) -> Iterator[Item]:
    """An opening quotation mark of two drops."""
    for index in range(2):
        frame = Frame(left + index * (drop + _APART), top, drop, drop)
        yield page.shape(frame, Look("teardrop", "accent"))
