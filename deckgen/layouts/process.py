"""Three to six steps in a row of arrows, with what happens in each below it.

Use it for steps that follow one another. For events with dates use `timeline`, for work that spans periods use `roadmap`,
for steps that begin anew after the last use `cycle`, for the same questions to every step use `chain-matrix`.
"""

from collections.abc import Iterator

from pydantic import model_validator

from deckgen.content import Claim, Content, Flag, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import on_grid
from deckgen.scene import Frame, Insets, Item, Look, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "流程"
SUMMARY_ZH = "三到六个步骤排成一行箭头，下面写每一步做什么。"
FAMILY = "process"
SHOWS = "steps"
ROOMIER = "chain-matrix"
EXAMPLE = """
layout: process
title: 新品从立项到上架要走五步，眼下卡在第三步的小批量试产
takeaway: 试产的良率达到95%，才放行铺货
source: 示例数据，2024年12月
steps:
  - {head: 选题立项, text: 梳理退货与搜索记录，找出缺口, owner: 产品部}
  - {head: 样品打样, text: 三家工厂打样，请老客户盲测, owner: 研发部}
  - {head: 小批试产, text: 首批500件，会员群内发售, owner: 供应链, emphasis: true}
  - {head: 渠道铺货, text: 先上自营商城，再进直播间, owner: 渠道部}
  - {head: 复盘定型, text: 看首月评价，定全年产量, owner: 产品部}
"""

_POINT, _GUTTER = 12.0, 8.0
"""Depth of the point of an arrow, and what parts two arrows and two cards, in points."""

_ABOVE, _BELOW = 12.0, 8.0
"""What stands free above the arrows and from them to the cards, in points."""

_LOWER = 0.45
"""The share of what the drawing leaves free that stands above it."""

_INSETS, _FOOT = Insets(20, 16, 12, 8), Insets(20, 8, 12, 14)
"""Of a card and of its foot, where the owner stands; arrows begin like cards, so that words stand on one line."""

_SIZES = (
    (96.0, 24, 18),
    (84.0, 20, 16),
    (72.0, 18, 14),
    (72.0, 17, 14),
    (72.0, 16, 14),
    (72.0, 15, 14),
    (72.0, 14, 14),
)
"""Heights of the arrows with the largest sizes of text and owner that go with them."""

_LEAST_CARD, _MOST_AIR = 96.0, 48.0
"""The least height of a card, and how much higher than its words it may be, in points."""


class Step(Part):
    head: Line = slot("The step in a few words.", "用几个字说出这一步。", zh="步骤", at_most=8)
    text: Text = slot("What happens in it.", "这一步做什么。", zh="说明", at_most=40, default="")
    owner: Line = slot("Who answers for it.", "这一步由谁负责。", zh="负责人", at_most=8, default="")
    emphasis: Flag = slot(
        "Whether this is the step the work stands at.", "工作是不是正进行到这一步。", zh="当前步骤", default=False
    )


class Process(Content):
    title: Claim = slot("The claim that the steps prove.", "整个流程所证明的论断。", zh="结论标题", at_most=56)
    steps: list[Step] = slot("The steps, in their order.", "各个步骤，按先后顺序。", zh="步骤", at_least=3, at_most=6)
    takeaway: Line = slot("What follows from the steps.", "由这些步骤得出什么。", zh="小结", at_most=40, default="")

    @model_validator(mode="after")
    def _one_current(self) -> "Process":
        current = [step for step in self.steps if step.emphasis]
        if len(current) > 1:
            raise mistake(
                "one-current",
                f"有 {len(current)} 个步骤标了 emphasis，当前步骤只能有一个。",
                f"{len(current)} steps are marked as the current one; only one can be.",
                "请只给眼下进行到的步骤写 emphasis: true。",
                "Write emphasis: true at the step the work stands at, and nowhere else.",
                current[1].head.span,
            )
        return self


def draw(content: Process, page: Page) -> Iterator[Item]:
    steps, count = content.steps, len(content.steps)
    current = next((index for index, step in enumerate(steps) if step.emphasis), None)
    page.variant = f"×{count}" + ("" if current is None else f" #{current + 1}")
    yield page.title(content.title)
    area = page.above(content.takeaway).inset(top=_ABOVE, bottom=12 if content.takeaway else 0)
    columns = area.columns(count, _GUTTER)
    width = columns[0].width
    high, card, foot, text, owner = _measured(steps, page, area, width)
    free = area.height - high - (_BELOW + card if card else 0)
    top = area.y + _LOWER * max(0.0, free)
    columns = [column.below(top) for column in columns]
    for index, column in enumerate(columns):
        # its point lies in the notch of the next; the last ends where its card does
        reach = _POINT if index < count - 1 else 0.0
        yield _arrow(index, current, column.inset(right=-reach).with_height(high), page)
    head = _head_style(steps, page, width)
    head = replace(head, color="on-brand" if current is None else "on-accent")
    for step, column in zip(steps, columns, strict=True):
        inner = column.inset(right=_POINT).with_height(high)
        yield page.text(step.head, head, inner, role="arrow", anchor="middle", insets=Insets(_INSETS.left, 4, 0, 4))
    for index, (step, column) in enumerate(zip(steps, columns, strict=True) if card else ()):
        frame = column.below(top + high + _BELOW).with_height(card)
        yield from _card(step, index, page, frame, foot, text, owner)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _arrow(index: int, current: int | None, frame: Frame, page: Page) -> Item:
    """An arrow of the brand colour; where a step is the current one, that one in the accent and the others grey."""
    fill = "brand" if current is None else "accent" if index == current else "grey"
    look = Look("chevron" if index else "homePlate", fill, adjust=(("adj", round(1e5 * _POINT / frame.height)),))
    return page.shape(frame, look, key=f"steps[{index}] arrow")


def _head_style(steps: list[Step], page: Page, width: float) -> TextStyle:
    """The style of the heads: as large as lets the longest stand on one line."""
    inner = width - _POINT - _INSETS.left
    style = replace(page.style("head"), after=0, tight_after=0)
    return page.fitted([step.head for step in steps], style, (24, 22, 20, 18, 17, 16), inner)


def _measured(
    steps: list[Step], page: Page, area: Frame, width: float
) -> tuple[float, float, float, TextStyle, TextStyle]:
    """Return the heights of arrows, cards and the feet of cards and the styles of text and owner: the largest that fit.

    Cards are 0 high where no step says more than its head, feet where nobody answers for a step.
    """
    count, told = len(steps), any(step.text or step.owner for step in steps)
    text, owner = page.style("detail"), replace(page.style("label"), color="muted")
    high, card, foot = 96.0, 0.0, 0.0
    for high, most, small in _SIZES:
        most = min(most, {3: 24, 4: 20, 5: 18}.get(count, 16))
        # no more than two smaller: what fits is not to shrink step by step for the sake of a last line
        sizes = tuple(n for n in (24, 22, 20, 18, 17, 16, 15, 14) if n <= most)[:3]
        text = replace(text, sizes=sizes, after=0, tight_after=0)
        owner = replace(owner, sizes=tuple(n for n in (18, 16, 15, 14) if n <= min(small, max(14, most - 2))))
        foot = max(page.height([(_answers(step, page), owner)], width, _FOOT) if step.owner else 0 for step in steps)
        tallest = max(page.height([(step.text, text)], width, _INSETS) for step in steps) + foot
        card = min(area.height - high - _BELOW, on_grid(max(_LEAST_CARD, tallest + _MOST_AIR))) if told else 0.0
        if not told or high + _BELOW + tallest <= (0.92 if most > 16 else 1) * area.height:
            break
    return high, card, foot, text, owner


def _card(
    step: Step, index: int, page: Page, frame: Frame, foot: float, text: TextStyle, owner: TextStyle
) -> Iterator[Item]:
    """What happens in a step, and at the foot who answers for it."""
    upper, inner = frame.with_height(frame.height - foot), frame.width - _INSETS.left - _INSETS.right
    insets = _INSETS._replace(right=_INSETS.right + inner - eased(step.text, text, page, inner, lines=1))
    if page.height([(step.text, text)], frame.width, insets) > upper.height:  # no better break is worth a smaller size
        insets = _INSETS
    if not step.owner:
        yield page.text(step.text, text, frame, key=f"steps[{index}].text", insets=insets, look=page.card_look())
        return
    look = page.card_look(corners="top")
    yield page.text(step.text, text, upper, key=f"steps[{index}].text", insets=insets, look=look)
    look, place = page.card_look(corners="bottom"), frame.below(upper.bottom).with_height(foot)
    yield page.text(_answers(step, page), owner, place, key=f"steps[{index}].owner", insets=_FOOT, look=look)
    rule = place.inset(left=_FOOT.left, right=_FOOT.right)
    yield page.rule(rule.x, rule.y, rule.width, shared=False)


def _answers(step: Step, page: Page) -> Text:
    label = "负责：" if page.setting.zh else "Owner: "
    return step.owner.restyled((*page.runs(label), *step.owner.runs))
