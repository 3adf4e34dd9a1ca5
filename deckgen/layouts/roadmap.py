"""Two to five lanes of work across three to six periods, with milestones and a line for today.

Use it for work that spans periods and runs in parallel. For events at points in time use `timeline`, for steps without
dates use `process`.
"""

from collections.abc import Iterator, Sequence

from pydantic import model_validator

from deckgen.content import Claim, Content, Flag, Line, Part, slot
from deckgen.content.mistake import mistake
from deckgen.content.when import When
from deckgen.layouts._lanes import INSIDE, MOST_ROWS, NAMES_WIDTH, TODAY, Plan, Span, planned, stacked
from deckgen.scene import Connector, Frame, Insets, Item, Look, Page, Stroke, TextBox
from deckgen.style import replace

NAME_ZH = "路线图"
SUMMARY_ZH = "两到五条泳道的工作横跨三到六个时段，标出里程碑和今天。"
FAMILY = "process"
ROOMIER = "table"
BUILDS = ("lanes", "milestones")
EXAMPLE = """
layout: roadmap
title: 2025年三条线并行推进，会员小程序赶在大促之前上线
source: 示例数据，2025年5月
periods: [一季度, 二季度, 三季度, 四季度]
today: 二季度 60%
lanes:
  - name: 产品
    bars:
      - {text: 需求与原型, start: 一季度, end: 一季度}
      - {text: 会员小程序开发, start: 二季度, end: 三季度 30%, emphasis: true}
      - {text: 二期功能, start: 三季度 60%, end: 四季度}
  - name: 供应链
    bars:
      - {text: 前置仓选址, start: 一季度 50%, end: 二季度 50%}
      - {text: 三城建仓与试运行, start: 二季度 50%, end: 四季度 30%}
  - name: 组织
    bars:
      - {text: 招募会员运营团队, start: 一季度, end: 二季度 80%}
      - {text: 区域培训, start: 二季度 50%, end: 三季度}
milestones:
  - {text: 原型定稿, at: 一季度 100%}
  - {text: 小程序上线, at: 三季度 30%}
  - {text: 大促, at: 四季度 40%}
"""

_TODAY_WIDTH = 64.0
"""Of the word for today, in points."""


class Bar(Part):
    text: Line = slot("What is done.", "要做的工作。", zh="工作", at_most=14)
    start: When = slot(
        "The period it starts in, or how far into it: Q2 50%.", "从哪个时段开始，也可写到一半，如 Q2 50%。", zh="开始"
    )
    end: When = slot(
        "The period it ends with, or how far into it: Q3 50%.", "到哪个时段结束，也可写到一半，如 Q3 50%。", zh="结束"
    )
    emphasis: Flag = slot("Whether this is the work to look at.", "是不是要看的那项工作。", zh="强调", default=False)


class Lane(Part):
    name: Line = slot("What the work of the lane belongs to.", "这条泳道的工作属于什么。", zh="泳道", at_most=8)
    bars: list[Bar] = slot(
        "The work, each with its start and end.", "各项工作，写明起止。", zh="工作", at_least=1, at_most=4
    )


class Milestone(Part):
    text: Line = slot("What is reached.", "达成了什么。", zh="里程碑", at_most=10)
    at: When = slot("The period, or how far into it: Q3 50%.", "在哪个时段，也可写到一半，如 Q3 50%。", zh="时间")


class Roadmap(Content):
    title: Claim = slot("The claim that the roadmap proves.", "路线图所证明的论断。", zh="结论标题", at_most=56)
    periods: list[Line] = slot(
        "The periods, in their order.", "各个时段，按先后顺序。", zh="时段", at_least=3, at_most=6, each_at_most=6
    )
    lanes: list[Lane] = slot("The lanes of work.", "各条泳道。", zh="泳道", at_least=2, at_most=5)
    milestones: list[Milestone] = slot(
        "What is reached when.", "什么时候达成什么。", zh="里程碑", at_most=5, default=[]
    )
    today: When = slot(
        "The period of today, or how far into it: Q2 50%.", "今天在哪个时段，也可写到一半，如 Q2 50%。",
        zh="今天", default="",
    )  # fmt: skip

    @model_validator(mode="after")
    def _placed(self) -> "Roadmap":
        names = [period.plain for period in self.periods]
        for bar in (bar for lane in self.lanes for bar in lane.bars):
            start, end = _span(bar, names)
            if end <= start:
                raise mistake(
                    "ends-before-start", f"「{bar.text}」的结束不晚于开始。", f"“{bar.text}” does not end after its start.",
                    "请检查 start 和 end。", "Check start and end.", bar.end.span,
                )  # fmt: skip
        for moment in (*(milestone.at for milestone in self.milestones), *([self.today] if self.today else [])):
            moment.among(names, 0.5)
        rows = sum(len(stacked([_span(bar, names) for bar in lane.bars])) for lane in self.lanes)
        if rows > MOST_ROWS:
            raise mistake(
                "too-many-rows",
                f"同时进行的工作太多：叠起来有 {rows} 行，最多放 {MOST_ROWS} 行。",
                f"Too much work at the same time: {rows} rows where {MOST_ROWS} fit.",
                "请合并重叠的条，或把泳道分到两张幻灯片。", "Join bars that overlap, or spread the lanes over two slides.",
                self.lanes[0].name.span,
            )  # fmt: skip
        return self


def draw(content: Roadmap, page: Page) -> Iterator[Item]:
    page.variant = f"{len(content.lanes)}×{len(content.periods)}"
    yield page.title(content.title)
    names = [period.plain for period in content.periods]
    plan = planned(
        [[Span(bar.text, *_span(bar, names)) for bar in lane.bars] for lane in content.lanes],
        [Span(some.text, moment, moment) for some in content.milestones for moment in [some.at.among(names, 0.5)]],
        len(names),
        content.today.among(names, 0.5) if content.today else None,
        page,
    )
    work = [*_bars(content, plan, page), *_milestones(content, plan, page)]
    yield from _ground(content, plan, page)
    if plan.today is not None:
        yield from _today(plan, plan.today, [item.frame for item in work if isinstance(item, TextBox)], page)
    yield from _names(content, plan, page)
    yield from work


def _ground(content: Roadmap, plan: Plan, page: Page) -> Iterator[Item]:
    """Yield the periods and what runs behind the bars."""
    columns = plan.heads.columns(len(content.periods), 0)
    head = replace(page.style("head"), sizes=(16, 15, 14), align="center", after=0, tight_after=0)
    for index in range(0, len(columns), 2):
        yield page.shape(columns[index].until(plan.below.bottom), Look("rect", "surface"), key=f"period {index + 1}")
    for period, column in zip(content.periods, columns, strict=True):
        yield page.text(period, head, column, anchor="middle")
    yield page.rule(plan.below.x, plan.heads.bottom, plan.below.width, color="text", weight=1.5, shared=False)
    for lane in plan.lanes if content.milestones else plan.lanes[:-1]:
        yield page.rule(lane.x, lane.bottom, lane.width, shared=False)


def _today(plan: Plan, x: float, words: Sequence[Frame], page: Page) -> Iterator[Item]:
    """Yield the line of today, from gap to gap between the words it would cross, and below it what it means."""
    crossed = sorted((frame.y, frame.bottom) for frame in words if frame.x - 2 < x < frame.right + 2)
    top, foot = plan.heads.bottom, plan.below.bottom
    for number, (start, end) in enumerate([*crossed, (foot, foot)], 1):
        if start - top > 2:
            yield Connector(f"today line {number}", x, top, x, start, Stroke("second", 1.5))
        top = max(top, end)
    style = replace(page.style("label"), sizes=(14,), bold=True, color="second", align="center")
    left = min(max(plan.heads.x, x - _TODAY_WIDTH / 2), plan.heads.right - _TODAY_WIDTH)
    yield page.label("今天" if page.setting.zh else "Today", style, Frame(left, foot, _TODAY_WIDTH, TODAY), "today")


def _names(content: Roadmap, plan: Plan, page: Page) -> Iterator[Item]:
    """Yield the names of the lanes, and below them what the diamonds are."""
    style = replace(page.style("head"), sizes=(18, 17, 16, 15, 14), after=0, tight_after=0)
    for lane, place in zip(content.lanes, plan.lanes, strict=True):
        yield page.text(lane.name, style, place._replace(width=NAMES_WIDTH), role="lane", anchor="middle")
    if content.milestones:
        words, place = "里程碑" if page.setting.zh else "Milestones", plan.below._replace(width=NAMES_WIDTH)
        muted = replace(style, color="muted")
        yield page.text(words, muted, place, key="milestones", role="lane", anchor="middle")


def _bars(content: Roadmap, plan: Plan, page: Page) -> Iterator[Item]:
    """Yield the bars with their words: the emphasised in the accent among grey ones, else all in the brand colour."""
    some = any(bar.emphasis for lane in content.lanes for bar in lane.bars)
    for lane, places in zip(content.lanes, plan.bars, strict=True):
        for place in places:
            bar = lane.bars[place.number]
            fill = "accent" if bar.emphasis else "grey" if some else "brand"
            look = Look("rect", fill)
            if place.words:
                yield page.shape(place.frame, look, key=f"{page.key(bar.text.path)} bar", shared=False)
                yield _beside(bar.text, place.frame, place.words, page, bold=bar.emphasis)
                continue
            style = replace(plan.size.style(page), color="on-brand" if fill == "brand" else "on-accent")
            insets = Insets(INSIDE, 0, 2 if plan.size.crowded else INSIDE, 0)
            yield page.text(bar.text, style, place.frame, role="bar", anchor="middle", insets=insets, look=look)


def _milestones(content: Roadmap, plan: Plan, page: Page) -> Iterator[Item]:
    """Yield the milestones, each with its words beside it."""
    for number, frame, words in plan.milestones:
        yield page.shape(frame, Look("diamond", "text"), key=f"milestones[{number}] mark", shared=False)
        if words:
            yield _beside(content.milestones[number].text, frame, words, page)


def _beside(words: Line, mark: Frame, place: Frame, page: Page, *, bold: bool = False) -> Item:
    """Return the words beside a mark, flush with it on whichever side they stand."""
    style = replace(page.style("label"), color="text", bold=bold, align="right" if place.x < mark.x else "left")
    return page.text(words, style, place, role="beside", anchor="middle")


def _span(bar: Bar, periods: Sequence[str]) -> tuple[float, float]:
    """Return where a bar starts and ends, in periods from the start of the first."""
    return bar.start.among(periods, 0.0), bar.end.among(periods, 1.0)
