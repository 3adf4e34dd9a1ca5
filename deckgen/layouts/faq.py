"""Two to six questions, each with its answer.

Use it to meet objections before they are raised. For problems and the actions that solve them use `problem-solution`;
for arguments in an order use `numbered-points`.
"""

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.frame import Frame, on_grid
from deckgen.scene import Entry, Insets, Item, Look, Page, TextStyle
from deckgen.style import replace

NAME_ZH = "问答"
SUMMARY_ZH = "两到六个问题，各附回答。"
FAMILY = "text"
SPLITS = "items"
ROOMIER = "table"
EXAMPLE = """
layout: faq
title: 加盟商最担心的四件事，合同里都写明了答案
items:
  - q: 三公里内会不会再开一家？
    a: 不会，每家店在合同期内都享有独家保护，违约由总部赔付半年租金
  - q: 总部供货会不会涨价？
    a: 总部每年一月定价，此后整一年不再变动；原料涨价全由总部承担
  - q: 做不下去能不能退出？
    a: 满六个月就可以退出，设备按八成价回购；保证金在三十天之内退回
  - q: 店员培训谁来承担？
    a: 开业前两周总部派人驻店，之后每季一次；费用都由总部承担
"""

_MOST_AIR = 40.0
"""What a card may be higher than its words, in points."""


_DISC = 28.0
"""Size of the disc beside a question, in points."""

_PITCH = 1.25
"""Height of a line between what programs show and what is reserved, in em."""


class Question(Part):
    q: Line = slot("The question, as it is asked.", "问题，照别人问的原话写。", zh="问题", at_most=24)
    a: Text = slot("The answer, its core first.", "回答，先说最要紧的。", zh="回答", at_most=70)


class Faq(Content):
    title: Claim = slot(
        "What the answers come to, as a claim.", "这些回答归结起来说明什么，写成论断。", zh="结论标题", at_most=56
    )
    items: list[Question] = slot(
        "The questions, the hardest first.", "各个问题，最难的放在最前。", zh="问答", at_least=2, at_most=6
    )


class _Setting(NamedTuple):
    """How cards are set: how many side by side, their insets, the space between them, the largest question."""

    across: int
    insets: Insets
    gap: float
    largest: int


_WIDE = _Setting(1, Insets(72, 8, 96, 8), 12, 20)
_PAIRS = _Setting(2, Insets(60, 12, 16, 12), 24, 20)
_DENSE = _Setting(2, Insets(44, 8, 8, 8), 12, 18)

_SIZES = ((20, 18), (20, 17), (18, 17), (18, 16), (17, 16), (17, 15), (16, 15), (16, 14), (15, 14))
"""Sizes of question and answer, the largest first."""


def draw(content: Faq, page: Page) -> Iterator[Item]:
    count = len(content.items)
    page.variant = f"×{count}"
    yield page.title(content.title)
    setting = _WIDE if count <= 3 else _PAIRS if count == 4 else _DENSE
    rows = ceil(count / setting.across)
    columns = page.body.columns(setting.across)
    room = (page.body.height - setting.gap * (rows - 1)) / rows
    question, answer, needed = _styles(content.items, setting, columns[0].width, room, page)
    height = min(room, on_grid(needed + _MOST_AIR))
    insets = setting.insets._replace(top=setting.insets.top + max(0.0, height - needed) / 2)
    area = page.body.centred(rows * height + (rows - 1) * setting.gap, nearly=0)
    for index, item in enumerate(content.items):
        row, column = divmod(index, setting.across)
        frame = columns[column].below(area.y + row * (height + setting.gap)).with_height(height)
        card: list[Entry] = [(item.q, question), (item.a, answer)]
        yield page.box(card, frame, insets=insets, look=page.card_look("surface"))
        yield _mark(index, frame, insets, question.sizes[0], page)


def _styles(
    items: list[Question], setting: _Setting, width: float, room: float, page: Page
) -> tuple[TextStyle, TextStyle, float]:
    """Return the largest styles of question and answer at which every card fits `room`, and the height it needs."""
    question = page.style("head")
    answer = replace(page.style("detail"), after=0, tight_after=0)
    needed = 0.0
    for large, small in _SIZES:
        if large <= setting.largest:
            question, answer = replace(question, sizes=(large,)), replace(answer, sizes=(small,))
            needed = max(page.height([(item.q, question), (item.a, answer)], width, setting.insets) for item in items)
            if needed <= room:
                break
    return question, answer, needed


def _mark(index: int, card: Frame, insets: Insets, size: int, page: Page) -> Item:
    """A disc with a Q beside the first line of a card, as far from its edge as from the words."""
    left, top = card.x + (insets.left - _DISC) / 2, card.y + insets.top + (_PITCH * size - _DISC) / 2
    style = replace(page.style("label"), sizes=(14,), bold=True, color="on-accent", align="center")
    frame, look = Frame(left, top, _DISC, _DISC), Look("ellipse", "accent")
    return page.label("Q", style, frame, f"items[{index}].mark", look=look, decorative=True)
