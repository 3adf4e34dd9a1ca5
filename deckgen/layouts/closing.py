"""The last slide: what to remember and what happens next.

Use it instead of a slide that only says thank you. For the full plan with owners and measures use `recommendation`
before it.
"""

from collections.abc import Iterator
from typing import Literal

from deckgen.content import Content, Line, Part, Text, slot
from deckgen.frame import ROW, Frame
from deckgen.scene import Entry, Insets, Item, Page

NAME_ZH = "封底"
BRAND = True
EXAMPLE = """
layout: closing
title: 信任先行，流量才会变成成交
next_steps:
  - {what: 选一个品类先做质量与售后, who: 品牌团队, when: 待定}
  - {what: 与一家当地伙伴启动合作, who: 商务团队, when: 待定}
  - {what: 按当地习惯试做短视频与直播组合, origin: editor}
outlook: 随人效与基础设施改善，行业前景可期
contact: 待填
"""


class Step(Part):
    MAIN = "what"

    what: Text = slot("What is to be done.", zh="行动", at_most=24)
    who: Line = slot("Who does it.", zh="责任方", at_most=8, default="")
    when: Line = slot("By when.", zh="时间", at_most=8, default="")
    origin: Literal["source", "editor"] = slot(
        "Whether a source says so or the editor advises it.", zh="出处", default="source"
    )


class Closing(Content):
    title: Line = slot("The sentence the room should remember.", zh="结束语", at_most=28)
    next_steps: list[Step] = slot("What happens next.", zh="下一步", at_most=3, default=[])
    outlook: Text = slot("One sentence on what lies ahead.", zh="展望", at_most=60, default="")
    contact: Line = slot("Whom to turn to.", zh="联系方式", at_most=40, default="")


_INSETS = Insets(20, 18, 20, 14)
_TOP, _BOTTOM = 186.0, 456.0
"""Where the cards begin and where the outlook ends at the latest, in points."""

_OUTLOOK = 96.0
"""Height of the outlook at most, in points: three lines."""


def draw(content: Closing, page: Page) -> Iterator[Item]:
    steps = content.next_steps
    page.variant = f"×{len(steps)}"
    title = page.cells(1, 10, 7, 27) if steps else page.cells(1, 10, 22, 42)
    yield page.title(content.title, "section-title", title, anchor="bottom")
    outlook = page.cells(1, 9, 0, 0)
    outlook = outlook.with_height(min(_OUTLOOK, page.height([(content.outlook, "section-promise")], outlook.width)))
    below = title.bottom
    if steps:
        room = _BOTTOM - _TOP - (outlook.height + 4 * ROW if content.outlook else 0)
        cards = [_entries(step, index, page) for index, step in enumerate(steps)]
        frames = page.cells(1, 12, 0, 0).columns(max(2, len(steps)))
        height = min(room, max(page.height(card, frames[0].width, _INSETS) for card in cards))
        for index, (card, frame) in enumerate(zip(cards, frames, strict=False)):
            placed = Frame(frame.x, _TOP, frame.width, height)
            yield page.box(card, placed, key=f"next_steps[{index}]", insets=_INSETS,
                           look=page.card_look("on-brand-surface"))  # fmt: skip
        below = _TOP + height
    if content.outlook:
        yield page.text(content.outlook, "section-promise", outlook._replace(y=below + 4 * ROW))
    if content.contact:
        line = page.cells(1, 9, 78, 87)
        yield page.rule(line.x, line.y, line.width, color="on-brand-line", weight=1.5)
        label = "联系" if page.setting.zh else "Contact"
        yield page.box([(label, "cover-label"), (content.contact, "cover-meta")], line.inset(top=9))


def _entries(step: Step, index: int, page: Page) -> list[Entry]:
    """Number, action, and who does it by when."""
    zh = page.setting.zh
    advised = ("编者建议" if zh else "Editor's advice") if step.origin == "editor" else ""
    facts = [words for words in (step.who, step.when, advised) if words]
    return [(str(index + 1), "step-number"), (step.what, "step"), (page.joined(facts, " · "), "step-facts")]
