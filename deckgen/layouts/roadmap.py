"""Two to five lanes of work across three to six periods, with milestones and a line for today.

Use it for work that spans periods and runs in parallel. For events at points in time use `timeline`, for steps without
dates use `process`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pydantic import model_validator

from deckgen.content import Content, Flag, Line, Part, slot
from deckgen.content.mistake import mistake
from deckgen.content.when import When
from deckgen.frame import cells
from deckgen.scene import Connector, Frame, Insets, Item, Look, Page, Stroke, TextBox, TextStyle
from deckgen.style import replace

NAME_ZH = "路线图"
FAMILY = "process"
ROOMIER = "table"
BUILDS = ("lanes", "milestones")
EXAMPLE = """
layout: roadmap
title: 2025年三条线并行推进，会员小程序赶在大促之前上线
source: 示例数据，2025年5月
periods: [1季度, 2季度, 3季度, 4季度]
today: 2季度 60%
lanes:
  - name: 产品
    bars:
      - {text: 需求与原型, start: 1季度, end: 1季度}
      - {text: 会员小程序开发, start: 2季度, end: 3季度 30%, emphasis: true}
      - {text: 二期功能, start: 3季度 60%, end: 4季度}
  - name: 供应链
    bars:
      - {text: 前置仓选址, start: 1季度 50%, end: 2季度 50%}
      - {text: 三城建仓与试运行, start: 2季度 50%, end: 4季度 30%}
  - name: 组织
    bars:
      - {text: 招募会员运营团队, start: 1季度, end: 2季度 80%}
      - {text: 区域培训, start: 2季度 50%, end: 3季度}
milestones:
  - {text: 原型定稿, at: 1季度 100%}
  - {text: 小程序上线, at: 3季度 30%}
  - {text: 大促, at: 4季度 40%}
"""

_NAMES, _CHART = cells(1, 2, 0, 1), cells(3, 12, 0, 1)
_HEADS = 30.0
_MOST_ROWS = 8
"""How many rows of bars there is room for at their least height."""

_MARK, _BESIDE = 12.0, 6.0
"""The size of a milestone's diamond, and from a mark or bar to the words beside it, in points."""

_MILESTONE, _TODAY = 20.0, 20.0
"""The height of a row of milestones and of the word for today, in points."""

_TODAY_WIDTH = 64.0

_AROUND = 6.0
"""Above and below the rows of milestones, in points."""

_INSIDE = 8.0
"""From the ends of a bar to the words in it, in points."""

_MOST_AIR = 24.0
"""What a lane may be higher than its bars need, in points."""


class Bar(Part):
    text: Line = slot("What is done.", zh="工作", at_most=14)
    start: When = slot("The period it starts in, or how far into it: Q2 50%.", zh="开始")
    end: When = slot("The period it ends with, or how far into it: Q3 50%.", zh="结束")
    emphasis: Flag = slot("Whether this is the work to look at.", zh="强调", default=False)


class Lane(Part):
    name: Line = slot("What the work of the lane belongs to.", zh="泳道", at_most=8)
    bars: list[Bar] = slot("The work, each with its start and end.", zh="工作", at_least=1, at_most=4)


class Milestone(Part):
    text: Line = slot("What is reached.", zh="里程碑", at_most=10)
    at: When = slot("The period, or how far into it: Q3 50%.", zh="时间")


class Roadmap(Content):
    title: Line = slot("The claim that the roadmap proves.", zh="结论标题", at_most=56)
    periods: list[Line] = slot("The periods, in their order.", zh="时段", at_least=3, at_most=6, each_at_most=6)
    lanes: list[Lane] = slot("The lanes of work.", zh="泳道", at_least=2, at_most=5)
    milestones: list[Milestone] = slot("What is reached when.", zh="里程碑", at_most=5, default=[])
    today: When = slot("The period of today, or how far into it: Q2 50%.", zh="今天", default="")

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
        rows = sum(len(_stacked([_span(bar, names) for bar in lane.bars])) for lane in self.lanes)
        if rows > _MOST_ROWS:
            raise mistake(
                "too-many-rows",
                f"同时进行的工作太多：叠起来有 {rows} 行，最多放 {_MOST_ROWS} 行。",
                f"Too much work at the same time: {rows} rows where {_MOST_ROWS} fit.",
                "请合并重叠的条，或把泳道分到两张幻灯片。", "Join bars that overlap, or spread the lanes over two slides.",
                self.lanes[0].name.span,
            )  # fmt: skip
        return self


def draw(content: Roadmap, page: Page) -> Iterator[Item]:
    page.variant = f"{len(content.lanes)}×{len(content.periods)}"
    yield page.title(content.title)
    chart = _Chart(content, page)
    work = [item for index in range(len(content.lanes)) for item in chart.bars(index)]
    work += chart.milestones()
    yield from chart.ground()
    if content.today:
        yield from chart.line([item.frame for item in work if isinstance(item, TextBox)])
    yield from chart.names()
    yield from work


class _Size(NamedTuple):
    """How large bars are drawn: their height, the size of their words, the gap between rows and above the first."""

    height: float
    words: int
    gap: float
    above: float


_SIZES = (
    _Size(56, 20, 10, 20),
    _Size(44, 16, 8, 12),
    _Size(40, 14, 6, 9),
    _Size(30, 14, 6, 8),
    _Size(24, 14, 4, 5),
    _Size(20, 14, 2, 1),
)


class _Chart:
    """The chart of one roadmap: lanes as high as their rows of bars need, drawn as large as the page allows."""

    def __init__(self, content: Roadmap, page: Page) -> None:
        self.content, self.page = content, page
        area, names = page.body, [period.plain for period in content.periods]
        self.period_names = names
        self.scale = _CHART.width / len(content.periods)
        self.heads = Frame(_CHART.x, area.y, _CHART.width, _HEADS)
        self.today = _CHART.x + self.scale * content.today.among(names, 0.5) if content.today else 0.0
        marks = [_Mark(self.x(milestone.at.among(names, 0.5)), milestone) for milestone in content.milestones]
        label = replace(page.style("label"), color="text")
        self.label = label
        self.flags = _stacked([self.beside(m.x - _MARK / 2, m.x + _MARK / 2, m.milestone.text) for m in marks])
        self.marks = marks
        below = len(self.flags) * _MILESTONE + (2 * _AROUND if marks else 0)
        room = area.height - _HEADS - below - (_TODAY if content.today else 0)
        for self.size in _SIZES:
            for forced in (False, True) if self.size is _SIZES[-1] else (False,):
                self.forced = forced
                self.rows = [_stacked([self.taken(bar) for bar in lane.bars]) for lane in content.lanes]
                needed = sum(map(self.high, self.rows))
                if needed <= room:
                    break
            if needed <= room:
                break
        air = min(_MOST_AIR, (room - needed) / len(content.lanes))
        self.lanes: list[Frame] = []
        top = self.heads.bottom
        for rows in self.rows:
            self.lanes.append(Frame(_NAMES.x, top, _CHART.right - _NAMES.x, self.high(rows) + air))
            top = self.lanes[-1].bottom
        self.bottom = top + below

    def high(self, rows: Sequence[object]) -> float:
        """Return the height a lane needs."""
        return len(rows) * (self.size.height + self.size.gap) - self.size.gap + 2 * self.size.above

    def x(self, moment: float) -> float:
        """Return where a point in time stands."""
        return _CHART.x + self.scale * moment

    def body(self, bar: Bar) -> tuple[float, float]:
        """Return where a bar begins and ends, its neighbour a little off."""
        start, end = _span(bar, self.period_names)
        return self.x(start) + 1, self.x(end) - 1

    def style(self, color: str) -> TextStyle:
        """Return the style of the words in a bar: bold, as they stand on a colour."""
        style = replace(self.page.style("label"), sizes=tuple(n for n in (20, 18, 16, 14) if n <= self.size.words))
        return replace(style, bold=True, color=color, line=1.0)

    def holds(self, bar: Bar) -> bool:
        """Whether the words of a bar stand within it."""
        start, end = self.body(bar)
        inner, style = end - start - 2 * _INSIDE, self.style("text")
        if self.page.width(bar.text, style) <= 0.98 * inner:
            return True
        two = 2 * 1.32 * self.size.words <= self.size.height
        return self.forced or (two and inner > 64 and self.page.lines(bar.text, style, 0.96 * inner) <= 2)

    def beside(self, start: float, end: float, words: Line) -> tuple[float, float]:
        """Return what a mark from `start` to `end` takes with its words, which stand at its right if they can."""
        width = self.page.width(words, self.label) * 1.02 + 2 + _BESIDE
        right, left = (start, end + width), (start - width, end)
        if right[1] > _CHART.right or (self.crossed(end, right[1]) and not self.crossed(left[0], start)):
            return left if left[0] >= _CHART.x else right
        return right

    def crossed(self, start: float, end: float) -> bool:
        """Whether the line of today runs between two places."""
        return bool(self.today) and start - 2 < self.today < end + 2

    def taken(self, bar: Bar) -> tuple[float, float]:
        """Return what a bar takes with its words."""
        start, end = self.body(bar)
        return (start, end) if self.holds(bar) else self.beside(start, end, bar.text)

    def ground(self) -> Iterator[Item]:
        """Yield the periods and what runs behind the bars."""
        page, periods = self.page, self.content.periods
        head = replace(page.style("head"), sizes=(16, 15, 14), align="center", after=0, tight_after=0)
        for index in range(0, len(periods), 2):
            column = Frame(self.x(index), self.heads.y, self.scale, self.bottom - self.heads.y)
            yield page.shape(column, Look("rect", "surface"), key=f"period {index + 1}")
        for index, period in enumerate(periods):
            yield page.text(period, head, Frame(self.x(index), self.heads.y, self.scale, _HEADS), anchor="middle")
        yield page.rule(_NAMES.x, self.heads.bottom, _CHART.right - _NAMES.x, color="text", weight=1.5, shared=False)
        for lane in self.lanes[:-1] if not self.marks else self.lanes:
            yield page.rule(_NAMES.x, lane.bottom, lane.width, shared=False)

    def line(self, words: Sequence[Frame]) -> Iterator[Item]:
        """Yield the line of today, from gap to gap between the words it would cross, and below it what it means."""
        crossed = sorted((frame.y, frame.bottom) for frame in words if frame.x - 2 < self.today < frame.right + 2)
        top = self.heads.bottom
        for number, (start, end) in enumerate([*crossed, (self.bottom, self.bottom)], 1):
            if start - top > 2:
                key = f"today line {number}"
                yield Connector(key, self.today, top, self.today, start, Stroke("second", 1.5))
            top = max(top, end)
        style = replace(self.page.style("label"), sizes=(14,), bold=True, color="second", align="center")
        x = min(max(_CHART.x, self.today - _TODAY_WIDTH / 2), _CHART.right - _TODAY_WIDTH)
        place = Frame(x, self.bottom, _TODAY_WIDTH, _TODAY)
        yield self.page.label("今天" if self.page.setting.zh else "Today", style, place, "today")

    def names(self) -> Iterator[Item]:
        """Yield the names of the lanes."""
        style = replace(self.page.style("head"), sizes=(18, 17, 16, 15, 14), after=0, tight_after=0)
        for lane, place in zip(self.content.lanes, self.lanes, strict=True):
            yield self.page.text(
                lane.name, style, place._replace(width=_NAMES.width + 12), role="lane", anchor="middle"
            )
        if self.marks:
            words = "里程碑" if self.page.setting.zh else "Milestones"
            top = self.lanes[-1].bottom
            place = Frame(_NAMES.x, top, _NAMES.width + 12, self.bottom - top)
            yield self.page.text(
                words, replace(style, color="muted"), place, key="milestones", role="lane", anchor="middle"
            )

    def bars(self, index: int) -> Iterator[Item]:
        """Yield the bars of a lane, those that would collide in rows below each other."""
        lane, place, rows = self.content.lanes[index], self.lanes[index], self.rows[index]
        some = any(bar.emphasis for other in self.content.lanes for bar in other.bars)
        taken = len(rows) * (self.size.height + self.size.gap) - self.size.gap
        for number, row in enumerate(rows):
            top = place.y + (place.height - taken) / 2 + number * (self.size.height + self.size.gap)
            for position in row:
                bar = lane.bars[position]
                start, end = self.body(bar)
                frame = Frame(start, top, end - start, self.size.height)
                fill = "accent" if bar.emphasis else "grey" if some else "brand"
                yield from self.bar(bar, frame, Look("rect", fill), "on-brand" if fill == "brand" else "on-accent")

    def bar(self, bar: Bar, frame: Frame, look: Look, color: str) -> Iterator[Item]:
        """Yield a bar with its words within it, or beside it where it is too short."""
        if self.holds(bar):
            insets = Insets(_INSIDE, 0, 2 if self.forced else _INSIDE, 0)
            style = self.style(color)
            yield self.page.text(bar.text, style, frame, role="bar", anchor="middle", insets=insets, look=look)
            return
        yield self.page.shape(frame, look, key=f"{self.page.key(bar.text.path)} bar", shared=False)
        style = replace(self.label, bold=bar.emphasis)
        yield self.words(bar.text, frame, self.beside(frame.x, frame.right, bar.text), style)

    def milestones(self) -> Iterator[Item]:
        """Yield the milestones, each with its words beside it."""
        for number, row in enumerate(self.flags):
            top = self.lanes[-1].bottom + _AROUND + number * _MILESTONE
            for position in row:
                x, milestone = self.marks[position]
                frame = Frame(x - _MARK / 2, top + (_MILESTONE - _MARK) / 2, _MARK, _MARK)
                look = Look("diamond", "text")
                yield self.page.shape(frame, look, key=f"milestones[{position}] mark", shared=False)
                taken = self.beside(frame.x, frame.right, milestone.text)
                yield self.words(milestone.text, frame.inset(top=-4, bottom=-4), taken, self.label)

    def words(self, words: Line, mark: Frame, taken: tuple[float, float], style: TextStyle) -> Item:
        """Return the words beside a mark, on the side that was chosen for them."""
        if taken[1] > mark.right:
            frame = Frame(mark.right + _BESIDE, mark.y, taken[1] - mark.right - _BESIDE, mark.height)
        else:
            frame = Frame(taken[0], mark.y, mark.x - _BESIDE - taken[0], mark.height)
            style = replace(style, align="right")
        return self.page.text(words, style, frame, role="beside", anchor="middle")


class _Mark(NamedTuple):
    """A milestone and where its diamond stands."""

    x: float
    milestone: Milestone


def _stacked(spans: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Return rows of the indexes of some spans, the earliest first, such that no two of a row overlap."""
    rows: list[list[int]] = []
    for index in sorted(range(len(spans)), key=lambda index: spans[index]):
        for row in rows:
            if spans[row[-1]][1] <= spans[index][0] + 1e-6:
                row.append(index)
                break
        else:
            rows.append([index])
    return rows


def _span(bar: Bar, periods: Sequence[str]) -> tuple[float, float]:
    """Return where a bar starts and ends, in periods from the start of the first."""
    return bar.start.among(periods, 0.0), bar.end.among(periods, 1.0)
