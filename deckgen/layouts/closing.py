"""The last slide: what to remember and what happens next.

Use it instead of a slide that only says thank you. For the full plan with owners and measures use `recommendation`
before it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.frame import ROW, Frame, on_grid
from deckgen.scene import Entry, Insets, Item, Page, TextBox, Words
from deckgen.scene.easing import eased
from deckgen.scene.page import CARD_INSET
from deckgen.style import replace

NAME_ZH = "封底"
SUMMARY_ZH = "最后一页：请大家记住什么，接下来做什么。"
FAMILY = "structure"
BRAND = True
EXAMPLE = """
layout: closing
title: 信任先行，流量才会变成成交
next_steps:
  - {what: 先选一个品类，做透质量与售后, who: 品牌团队, when: 10月底}
  - {what: 找一家当地伙伴，签下仓配合作, who: 商务团队, when: 11月中}
  - {what: 按当地习惯试做短视频与直播组合, who: 内容团队, when: 12月起}
outlook: 三步走完，明年一月复盘转化率，再定是否加倍投入
contact: 增长策略组，growth@example.com
"""


class Step(Part):
    MAIN = "what"

    what: Text = slot("What is to be done.", "要做的事。", zh="行动", at_most=24)
    who: Line = slot("Who does it.", "由谁来做。", zh="责任方", at_most=8, default="")
    when: Line = slot("By when.", "什么时候之前完成。", zh="时间", at_most=8, default="")
    origin: Literal["source", "editor"] = slot(
        "Whether a source says so or the editor advises it.", "是来源里写明的，还是编者的建议。",
        zh="出处", choices={"source": "来源写明", "editor": "编者建议"}, default="source",
    )  # fmt: skip


class Closing(Content):
    title: Claim = slot("The sentence the room should remember.", "希望在场的人记住的一句话。", zh="结束语", at_most=28)
    next_steps: list[Step] = slot("What happens next.", "接下来要做的事。", zh="下一步", at_most=3, default=[])
    outlook: Text = slot("One sentence on what lies ahead.", "对今后的一句展望。", zh="展望", at_most=60, default="")
    contact: Line = slot("Whom to turn to.", "有问题找谁。", zh="联系方式", at_most=40, default="")


_INSETS = Insets(CARD_INSET, CARD_INSET, CARD_INSET, CARD_INSET)
_TOP, _BOTTOM = 162.0, 438.0
"""Where the cards begin and where the outlook ends at the latest, in points."""

_OUTLOOK = 96.0
"""Height of the outlook at most, in points: three lines."""


def actions(content: Closing) -> Iterable[Sequence[Text]]:
    """Return the next steps."""
    return [(step.what,) for step in content.next_steps]


def draw(content: Closing, page: Page) -> Iterator[Item]:
    steps = content.next_steps
    page.variant = f"×{len(steps)}"
    title = page.cells(1, 10, 4, 22) if steps else page.cells(1, 10, 22, 42)
    yield page.title(content.title, "section-title", title, anchor="bottom")
    outlook = page.cells(1, 9, 0, 0)
    outlook = outlook.with_height(min(_OUTLOOK, page.height([(content.outlook, "section-promise")], outlook.width)))
    below = title.bottom
    if steps:
        below = _BOTTOM - (outlook.height + 4 * ROW if content.outlook else 0)
        cards = page.cells(1, 12, 0, 0)._replace(y=_TOP).until(below)
        drawn = list(_cards(steps, cards, page))
        yield from drawn
        below = max(box.frame.bottom for box in drawn)
    if content.outlook:
        style, width = page.style("section-promise"), outlook.width
        if page.lines(content.outlook, style, width) < 3:  # the most lines have no width to spare
            width = eased(content.outlook, style, page, width, far=True)
        yield page.text(content.outlook, style, outlook._replace(y=below + 4 * ROW, width=width))
    if content.contact:
        line = page.cells(1, 9, 75, 84)
        yield page.rule(line.x, line.y, line.width, color="on-brand-line", weight=1.5)
        label = "联系" if page.setting.zh else "Contact"
        yield page.box([(label, "cover-label"), (content.contact, "cover-meta")], line.inset(top=9))


def _cards(steps: list[Step], area: Frame, page: Page) -> Iterator[TextBox]:
    """A card for each step: number, action, and on one line in all cards who does it by when."""
    frames = area.columns(max(2, len(steps)))
    inner = frames[0].width - _INSETS.left - _INSETS.right
    style = page.style("step")
    lines = [page.lines(step.what, style, inner) for step in steps]
    cards = [
        _entries(step, number, max(lines) - own, page)
        for number, (step, own) in enumerate(zip(steps, lines, strict=True), 1)
    ]
    height = min(area.height, on_grid(max(page.height(card, frames[0].width, _INSETS) for card in cards)))
    look = page.card_look("on-brand-surface")
    for index, (step, card, frame) in enumerate(zip(steps, cards, frames, strict=False)):
        insets = _INSETS._replace(right=_INSETS.right + _spare(step, inner, page))
        yield page.box(card, frame.with_height(height), key=f"next_steps[{index}]", insets=insets, look=look)


def _spare(step: Step, width: float, page: Page) -> float:
    """Return how much narrower than `width` a card is set for the sake of its breaks; its facts keep their lines."""
    narrowed, facts = eased(step.what, page.style("step"), page, width, far=True), _facts(step, page)
    same = page.lines(facts, "step-facts", narrowed) == page.lines(facts, "step-facts", width)
    return width - narrowed if same else 0.0


def _entries(step: Step, number: int, missing: int, page: Page) -> list[Entry]:
    """The texts of a card. An action `missing` lines against the longest leaves their room below it."""
    style, facts = page.style("step"), _facts(step, page)
    if facts and missing:
        style = replace(style, after=style.after + missing * 1.2 * style.sizes[0] * style.line)
    return [(str(number), "step-number"), (step.what, style), (facts, "step-facts")]


def _facts(step: Step, page: Page) -> Words:
    """Who does it by when, and whether the editor advises it."""
    advised = ("编者建议" if page.setting.zh else "Editor's advice") if step.origin == "editor" else ""
    return page.joined([words for words in (step.who, step.when, advised) if words], " · ")
