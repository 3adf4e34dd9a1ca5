"""Two to six parallel ideas, a card each, with an icon or a number.

Use it for what stands side by side: pillars, offers, principles, findings. For steps in an order use `process`; for
causes of one problem use `cause-cards`; for arguments that need a line of proof use `numbered-points`; for a plain list use
`bullets`.
"""

import re
from collections.abc import Iterator
from math import ceil
from typing import Literal, NamedTuple

from pydantic import model_validator

from deckgen.content import Claim, Content, Icon, Line, Part, Run, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import on_grid
from deckgen.scene import Entry, Frame, Insets, Item, Look, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "卡片组"
SUMMARY_ZH = "两到六个并列的想法，各占一张卡片，配图标或编号。"
FAMILY = "text"
SHOWS = "ideas"
ALIASES = ("three-cards", "four-cards")
SPLITS = "items"
ROOMIER = "numbered-points"
EXAMPLE = """
layout: cards
title: 复购靠三件事：送得准、换得快、记得住
items:
  - {icon: 物流, head: 准时送达, text: 前置仓开进18座城市，九成订单次日就能送到，晚到补运费券}
  - {icon: 退货, head: 上门换货, text: 尺码不合当天上门取件，新货随车一起送到家中，不用再等退款}
  - {icon: 会员, head: 会员记忆, text: 记住肤质、尺码与忌口，快用完的提前三天提醒，再也不会断货}
takeaway: 三件事都做到的城市，90天复购率高出11个百分点
source: 示例数据，2024年18城会员抽样
"""

_MOST = 6
_LEDE = 30.0
_AIR = {1: 20.0, 2: 24.0}
"""By the number of rows: how much higher than its words a card may be, in points."""

_LEAST = 156.0
"""How high a card in one row is at least, in points."""


class Card(Part):
    icon: Icon = slot(
        "An icon, by an English or a Chinese word; `deckgen icons` finds them.",
        "图标，写中文词或英文词都行；用 `deckgen icons` 查找。",
        zh="图标", default=Icon(),
    )  # fmt: skip
    no: Line = slot(
        "A number or letter instead of an icon.", "代替图标的数字或字母。", zh="编号", at_most=2, default=""
    )
    head: Line = slot("The idea in a few words.", "用几个字说出这个想法。", zh="小标题", at_most=10)
    text: Text = slot("What it means.", "它的含义。", zh="说明", at_most=60, default="")


class Cards(Content):
    title: Claim = slot("The claim that the cards add up to.", "各张卡片合起来说明的论断。", zh="结论标题", at_most=56)
    lede: Line = slot("A sentence that leads in.", "引出卡片的一句话。", zh="导语", at_most=40, default="")
    items: list[Card] = slot(
        "The ideas, parallel in wording.", "并列的想法，句式尽量一致。", zh="卡片", at_least=2, at_most=6
    )
    takeaway: Line = slot("What follows from them.", "由此得出什么。", zh="小结", at_most=40, default="")

    @model_validator(mode="after")
    def _marked_alike(self) -> "Cards":
        for name, zh, en in (("icon", "图标", "an icon"), ("no", "编号", "a number")):
            lacking = [number for number, card in enumerate(self.items, 1) if not getattr(card, name)]
            if 0 < len(lacking) < len(self.items):
                raise mistake(
                    "uneven-marks", f"有的卡片有{zh}，第 {lacking[0]} 张没有。",
                    f"Some cards have {en}, but card {lacking[0]} has none.",
                    f"请给每张卡片都写 {name}:，或都不写。", f"Write {name}: for every card, or for none.",
                    self.items[lacking[0] - 1].head.span,
                )  # fmt: skip
        if self.items and self.items[0].icon and self.items[0].no:
            raise mistake(
                "two-marks", "卡片同时写了图标和编号。", "The cards have both an icon and a number.",
                "请只留 icon: 或 no: 之一。", "Keep either icon: or no:.", self.items[0].no.span,
            )  # fmt: skip
        return self


_EDGES = {2: 28.0, 3: 24.0, 4: 20.0, 5: 16.0, 6: 16.0}
"""By the number of cards: how far their words keep off the edges, in points."""

_SIZES = {
    2: ((64, 24, 20), (56, 24, 18), (48, 20, 18)),
    3: ((56, 24, 20), (56, 24, 18), (48, 20, 18), (48, 20, 16), (40, 20, 16)),
    4: ((48, 20, 18), (48, 20, 16), (40, 20, 16)),
    5: ((48, 20, 18), (48, 20, 16), (40, 18, 16), (36, 18, 15)),
    6: ((40, 20, 18), (40, 20, 16), (32, 18, 15)),
}
"""By the number of cards: side of an icon, sizes of head and text. The first that every card has room for is taken."""

_GAP = 16.0
_LATIN_WORD = re.compile(r"[!-~]+")
_BAR = Frame(0, 0, 32, 4)


class _Plan(NamedTuple):
    """How the cards of a slide are set.

    `mark` says what is at their head, `side` is how large an icon is and `gap` how far above the words. Six cards stand in
    two rows, and their icons `beside` the words.
    """

    mark: Literal["icon", "no", "bar"]
    side: float
    gap: float
    beside: bool
    number: TextStyle
    head: TextStyle
    text: TextStyle
    insets: Insets


def draw(content: Cards, page: Page) -> Iterator[Item]:
    cards, count = content.items, min(len(content.items), _MOST)  # more are drawn only to find that they continue
    yield page.title(content.title)
    area = page.above(content.takeaway)
    if content.lede:
        yield page.text(content.lede, "lede", area.with_height(_LEDE))
        area = area.below(area.y + _LEDE + 12)
    columns = area.columns(count if count < _MOST else 3)
    rows = ceil(len(cards) / len(columns))
    room = (area.height - _GAP * (rows - 1)) / rows
    for sizes in _SIZES[count]:
        plan = _plan(cards, page, sizes, columns[0].width)
        words = _words(cards, page, plan, columns[0])
        needed = max(page.height(entries, columns[0].width, plan.insets) for entries in words)
        if needed <= room:
            break
    height = min(room, max(_LEAST / rows, on_grid(needed + _AIR[min(rows, 2)])))
    plan = _aired(plan, height - needed)
    if not content.lede:
        area = area.centred(rows * height + (rows - 1) * _GAP, nearly=0)
    page.variant = f"×{count}{_kind(plan, page)}"
    inner = columns[0].width - plan.insets.left - plan.insets.right - plan.text.indent
    for index, entries in enumerate(_words(cards, page, plan, columns[0])):
        column = columns[index % len(columns)]
        frame = column.below(area.y + index // len(columns) * (height + _GAP)).with_height(height)
        spare = _spare(cards[index], page, plan, inner) if needed <= room else 0.0
        insets = plan.insets._replace(right=plan.insets.right + spare)
        yield page.box(entries, frame, key=f"items[{index}]", insets=insets, look=page.card_look())
        yield from _mark(cards[index], page, plan, frame)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _plan(cards: list[Card], page: Page, sizes: tuple[int, int, int], width: float) -> _Plan:
    """Return the setting of cards of a width for the side of an icon and the sizes of head and text."""
    side, head, text = sizes
    mark: Literal["icon", "no", "bar"] = "icon" if cards[0].icon else "no" if cards[0].no else "bar"
    edge, beside = _EDGES[min(len(cards), _MOST)], len(cards) >= _MOST
    above = 0.0 if beside or mark == "no" else _GAP + (side if mark == "icon" else _BAR.height)
    indent = side + 14 if beside and mark == "icon" else 0.0
    heads = replace(page.style("head"), sizes=tuple(n for n in (24, 20, 18) if n <= head), after=8, indent=indent)
    words = [word for card in cards for word in _LATIN_WORD.findall(card.head.plain)]
    if words:  # none of them is broken in a narrow card
        heads = page.fitted(words, heads, (*heads.sizes, 16), width - 2 * edge - indent)
    texts = tuple(n for n in (20, 18, 17, 16, 15, 14) if n <= text)
    return _Plan(
        mark=mark,
        side=side,
        gap=_GAP,
        beside=beside,
        number=replace(page.style("number"), sizes=(round(0.75 * side),), after=10, tight_after=4),
        head=heads,
        text=replace(page.style("detail"), sizes=texts, indent=indent),
        insets=Insets(edge, edge + above, edge, edge),
    )


def _aired(plan: _Plan, air: float) -> _Plan:
    """Return the plan with part of what the cards have to spare set below their marks, or above the words beside them.

    It grows in whole steps, so that slides with texts of different length share a layout.
    """
    step = 6.0 if plan.beside else 12.0
    more = step * int((0.3 if plan.beside or plan.mark == "bar" else 0.2) * max(0.0, air) / step)
    if plan.mark == "no" and not plan.beside:
        return plan._replace(number=replace(plan.number, after=plan.number.after + more))
    gap = plan.gap + (0 if plan.beside else more)
    return plan._replace(gap=gap, insets=plan.insets._replace(top=plan.insets.top + more))


def _words(cards: list[Card], page: Page, plan: _Plan, column: Frame) -> list[list[Entry]]:
    """Return the texts of every card. A head of fewer lines than others leaves room: all texts begin level."""
    width = column.width - plan.insets.left - plan.insets.right
    heads = [_head(card, plan) for card in cards]
    lines = [page.lines(head, plan.head, width - plan.head.indent) for head in heads]
    words: list[list[Entry]] = []
    for card, head, own in zip(cards, heads, lines, strict=True):
        after = plan.head.after + (max(lines) - own) * 1.2 * plan.head.sizes[0]
        number = [(card.no, plan.number)] if plan.mark == "no" and not plan.beside else []
        words.append([*number, (head, replace(plan.head, after=after)), (card.text, plan.text)])
    return words


def _head(card: Card, plan: _Plan) -> Text:
    """Return the head of a card, its number before it where there is no room above."""
    if not (plan.beside and card.no):
        return card.head
    number = tuple(run._replace(color="accent") for run in card.no.runs)
    return card.head.restyled((*number, Run("  "), *card.head.runs))


def _spare(card: Card, page: Page, plan: _Plan, width: float) -> float:
    """Return how much narrower than `width` a card is set for the sake of its breaks; its head keeps its lines."""
    head = _head(card, plan)
    if page.lines(head, plan.head, width) == 1:
        return width - eased(card.text, plan.text, page, width, least=page.width(head, plan.head) / 0.98)
    narrowed = eased(head, plan.head, page, width)
    same = page.lines(card.text, plan.text, narrowed) == page.lines(card.text, plan.text, width)
    return width - narrowed if same else 0.0


def _mark(card: Card, page: Page, plan: _Plan, frame: Frame) -> Iterator[Item]:
    """Yield the icon or the bar of a card."""
    left, top = frame.x + plan.insets.left, frame.y + plan.insets.top
    if plan.mark == "icon":
        top -= 0.1 * plan.side if plan.beside else plan.gap + plan.side
        # what is drawn of an icon keeps off the edge of its field: moved out, it stands in line with the words
        yield page.icon(card.icon, Frame(left - plan.side / 24, top, plan.side, plan.side))
    elif plan.mark == "bar" and not plan.beside:
        bar = _BAR._replace(x=left, y=top - plan.gap - _BAR.height)
        yield page.shape(bar, Look("rect", "accent"), key=f"{page.key(card.head.path)} bar", shared=False)


def _kind(plan: _Plan, page: Page) -> str:
    zh, en = {"icon": ("＋图标", " with icons"), "no": ("＋编号", " numbered"), "bar": ("", "")}[plan.mark]
    return zh if page.setting.zh else en
