"""Three to six stages that fewer and fewer pass, with the share that goes on from each to the next.

Use it to show where most are lost. For steps that nobody drops out of use `process`; for a level built on another use
`pyramid`; for the parts of a change use `waterfall`.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import NamedTuple

from pydantic import model_validator

from deckgen.charts.numbers import number_in, quantity_in
from deckgen.content import Claim, Content, Flag, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import Frame
from deckgen.scene import Connector, Insets, Item, Look, Page, Stroke, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "漏斗"
SUMMARY_ZH = "三到六个逐级收窄的阶段，标出每一步有多少人留下来。"
FAMILY = "process"
ROOMIER = "table"
EXAMPLE = """
layout: funnel
title: 进了结算页只有四成付款，先改支付再买流量
source: 示例数据，2024年11月，移动端
stages:
  - {label: 进入直播间, value: 48.0万人, note: 六成来自推荐流}
  - {label: 点开商品, value: 28.8万人, note: 价格前置后点击率升4个百分点}
  - {label: 加入购物车, value: 17.3万人, note: 尺码表缺失是首要疑虑}
  - {label: 进入结算, value: 12.1万人, note: 满减门槛带动凑单}
  - {label: 完成支付, value: 4.8万人, note: 运费与支付方式不足是两大离开原因, hi: true}
takeaway: 结算页每挽回一成用户，月成交即增加1.2万单
"""

_LEAST_GAP, _MOST_GAP, _BARE_GAP = 21.0, 30.0, 10.0
_MOST_BAR = 66.0
_CAPTION = 18.0
_THINNEST = 3.0
"""Between two bars with a rate and without, height of a bar, the line below, width of the smallest bar, in points."""

_LOW_ROW = 48.0
"""The height of a stage, bar and gap, below which its words are set smaller, in points."""

_LEAST_STEP = 0.4
"""Width of the last bar in relation to the first where no values are given."""

_RATE_OFF = 6.0
"""From the words of a rate to the edges of its wedge, within or outside, in points."""

_LEADER, _LEADER_OFF = 24.0, 8.0
"""Length of the shortest line that joins words to a bar, and what keeps it from both, in points."""


class Stage(Part):
    MAIN = "label"

    label: Line = slot("The stage in a few words.", "用几个字说出这个阶段。", zh="阶段", at_most=8)
    value: Line = slot(
        "How many reach it: 12.4万人. Bars are as wide as their values.",
        "有多少到了这一步，如 12.4万人；条的宽度与数值成比例。",
        zh="数值", at_most=8, default="",
    )  # fmt: skip
    note: Text = slot("What explains it.", "原因或说明。", zh="说明", at_most=26, default="")
    hi: Flag = slot(
        "Whether this is the stage to look at; by default the one most are lost before.",
        "是不是要看的那个阶段；不写就突出在它之前流失最多的阶段。",
        zh="突出", default=False,
    )  # fmt: skip

    @property
    def amount(self) -> Decimal:
        """What the value states, 万 and the like multiplied out."""
        return quantity_in(self.value.plain) or Decimal(0)


class Funnel(Content):
    title: Claim = slot("The claim that the funnel proves.", "漏斗所证明的论断。", zh="结论标题", at_most=56)
    stages: list[Stage] = slot(
        "The stages from wide to narrow.", "各个阶段，从宽到窄。", zh="阶段", at_least=3, at_most=6
    )
    rates: list[Line] = slot(
        "The share that goes on from each stage to the next, where it is not to be computed.",
        "每一步到下一步的转化率；不想自动计算时才填。",
        zh="转化率", at_most=5, each_at_most=5, default=[],
    )  # fmt: skip
    takeaway: Line = slot("What follows from it.", "由此得出什么。", zh="小结", at_most=40, default="")

    @property
    def measured(self) -> bool:
        """Whether the stages have values."""
        return any(stage.value for stage in self.stages)

    @model_validator(mode="after")
    def _narrowing(self) -> "Funnel":
        if self.measured:
            for stage in self.stages:
                _check_value(stage)
            for before, after in pairwise(self.stages):
                if after.amount > before.amount:
                    raise mistake(
                        "funnel-widens",
                        f"「{after.label}」（{after.value}）比上一级「{before.label}」（{before.value}）还多。",
                        f"“{after.label}” ({after.value}) is more than “{before.label}” ({before.value}) before it.",
                        "漏斗从上到下只减不增：请核对数值与顺序，或改用 process 版式。",
                        "A funnel only narrows: check values and order, or use the layout process.",
                        after.value.span,
                    )
        if self.rates and len(self.rates) != len(self.stages) - 1:
            raise mistake(
                "rates-uneven",
                f"有 {len(self.stages)} 个阶段，转化率却写了 {len(self.rates)} 个。",
                f"There are {len(self.stages)} stages and {len(self.rates)} rate{'s' * (len(self.rates) != 1)}.",
                f"转化率在相邻两级之间，应写 {len(self.stages) - 1} 个；不写则按数值计算。",
                f"Rates stand between stages: write {len(self.stages) - 1}, or none to have them computed.",
                self.rates[0].span,
            )
        return self


def _check_value(stage: Stage) -> None:
    if not stage.value:
        raise mistake(
            "value-missing",
            f"「{stage.label}」没有数值，其他阶段却有。",
            f"“{stage.label}” has no value, other stages have one.",
            "请补上数值；都没有数据时全部不写，图上会标明“示意”。",
            "Add it; without data leave all values out, and the funnel says that it is illustrative.",
            stage.label.span,
        )
    if stage.amount <= 0:
        raise mistake(
            "not-number",
            f"「{stage.value}」不是大于 0 的数字。",
            f"“{stage.value}” is no number above 0.",
            "请写成 12.4万人、3,200 或 62% 这样的数字。",
            "Write it like 12.4m, 3,200 or 62%.",
            stage.value.span,
        )


class _Step(NamedTuple):
    """What goes on to a stage: the share as printed and what it is worth, None where nobody knows."""

    printed: Line | str
    worth: float | None


def draw(content: Funnel, page: Page) -> Iterator[Item]:
    stages, count = content.stages, len(content.stages)
    noted = any(stage.note for stage in stages)
    page.variant = f"×{count}" + ("" if noted else " −")
    yield page.title(content.title)
    area = page.above(content.takeaway)
    caption = _caption(content, page)
    room = area.height - (_CAPTION + 10 if caption else 0)
    steps = _steps(content)
    gap = max(_LEAST_GAP, min(_MOST_GAP, 0.09 * room)) if any(step.printed for step in steps) else _BARE_GAP
    pitch = min(_MOST_BAR + gap, room / count)
    note = replace(page.style("detail"), after=0)
    zone, beside = _zones(page, [page.width(stage.note, note) for stage in stages if stage.note])
    rows = zone._replace(y=area.y + 0.4 * (room - count * pitch), height=count * pitch).rows(count)
    bars = [
        Frame(row.x + (row.width - width) / 2, row.y + gap / 2, width, row.height - gap)
        for width, row in zip(_widths(content, zone.width), rows, strict=True)
    ]
    focus = _focus(stages, steps)
    for number, (upper, lower) in enumerate(pairwise(bars), 1):
        yield _wedge(page, upper, lower, number)
    names = page.cells(1, 2, 0, 1)
    head, value = _styles(content, page, names.width, pitch)
    ends = names.x + max(max(page.width(s.label, head), page.width(s.value, value)) for s in stages)
    for index, (stage, row, bar) in enumerate(zip(stages, rows, bars, strict=True)):
        color = "accent" if index == focus else "grey"
        middle = row.y + row.height / 2
        yield from _leader(f"stages[{index}] leader", ends, bar.x, middle)
        if stage.note:
            yield from _leader(f"stages[{index}] note leader", bar.right, beside.x, middle)
        yield page.shape(bar, Look("rect", color), key=f"stages[{index}] bar", shared=False)
        place = names._replace(y=row.y, height=row.height)
        yield page.box(
            [(stage.label, head), (stage.value, value)], place, key=f"stages[{index}]", role="stage", anchor="middle"
        )
        if stage.note:
            width = eased(stage.note, note, page, beside.width)
            place = beside._replace(y=row.y, height=row.height, width=width)
            style = replace(note, color="text" if index == focus else "muted")
            yield page.text(stage.note, style, place, anchor="middle")
        if index and steps[index - 1].printed:
            yield _rate(page, steps[index - 1], bars[index - 1], bar, index, index == focus)
    if caption:
        place = Frame(area.x, area.bottom - _CAPTION, page.cells(1, 6, 0, 1).width if noted else area.width, _CAPTION)
        yield page.text(caption, "caption", place, key="caption", anchor="bottom")
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _zones(page: Page, notes: Sequence[float]) -> tuple[Frame, Frame]:
    """Return where the bars and the notes stand; bars take what notes of some widths do not need."""
    if not notes:
        return page.cells(3, 10, 0, 1), page.cells(11, 12, 0, 1)
    # notes of half a line keep three columns, so that the drawing never crowds them out
    last = next((column for column in (8, 7) if max(notes) <= 0.96 * page.cells(column + 1, 12, 0, 1).width), 6)
    return page.cells(3, last, 0, 1), page.cells(last + 1, 12, 0, 1)


def _styles(content: Funnel, page: Page, width: float, pitch: float) -> tuple[TextStyle, TextStyle]:
    """Return the styles of stage and value, each stage on one line where a size allows it; the value leads.

    In low rows both are smaller, so that a value stands nearer to its own stage than to the next.
    """
    low = pitch < _LOW_ROW
    value = replace(page.style("head"), sizes=(16, 14) if low else (18, 16, 14), after=0, tight_after=0)
    sizes = ((12,) if low else (14, 13, 12)) if content.measured else (18, 17, 16, 15, 14)
    head = replace(page.style("label"), bold=True, after=0, color="muted" if content.measured else "text")
    return page.fitted([stage.label for stage in content.stages], head, sizes, width), value


def _widths(content: Funnel, most: float) -> list[float]:
    """Return the widths of the bars: as their values, or in even steps where there are none."""
    if content.measured:
        first = content.stages[0].amount
        return [max(_THINNEST, most * float(stage.amount / first)) for stage in content.stages]
    last = len(content.stages) - 1
    return [most * (1 - (1 - _LEAST_STEP) * index / last) for index in range(last + 1)]


def _steps(content: Funnel) -> list[_Step]:
    if content.rates:
        return [_Step(rate, number_in(rate.plain)) for rate in content.rates]
    if not content.measured:
        return [_Step("", None)] * (len(content.stages) - 1)
    shares = [after.amount / before.amount for before, after in pairwise(content.stages)]
    return [_Step(_percent(share), float(share)) for share in shares]


def _percent(share: Decimal) -> str:
    """Return a share as a percentage of two digits: 48%, 5.2%, 0.66%."""
    percent = 100 * share
    return f"{percent.quantize(Decimal(1).scaleb(min(0, percent.adjusted() - 1)), ROUND_HALF_UP)}%"


def _focus(stages: Sequence[Stage], steps: Sequence[_Step]) -> int:
    """Return the stage to look at: the one that says so, else the one most are lost before, else the last."""
    marked = [index for index, stage in enumerate(stages) if stage.hi]
    known = [(step.worth, index) for index, step in enumerate(steps, 1) if step.worth is not None]
    return marked[0] if marked else min(known)[1] if known else len(stages) - 1


def _caption(content: Funnel, page: Page) -> str:
    """Return what a reader must know of the drawing: how shares were found, or that widths mean nothing."""
    zh = page.setting.zh
    if not content.measured:
        return "示意：宽度不代表数量" if zh else "Illustrative: widths are not to scale"
    total = _percent(content.stages[-1].amount / content.stages[0].amount)
    if content.rates:
        return f"总转化率{total}，按图中数值推算" if zh else f"Overall {total}, computed from the values shown"
    return (
        f"转化：占上一级的比例；总转化率{total}；均按图中数值推算"
        if zh
        else f"Shares of the stage above; overall {total}; computed from these values"
    )


def _wedge(page: Page, upper: Frame, lower: Frame, number: int) -> Item:
    """Return the pale body of the funnel between two bars: a trapezoid, wide side up."""
    frame = Frame(upper.x, upper.bottom, upper.width, lower.y - upper.bottom)
    adjust = round(100000 * (lower.x - upper.x) / min(frame.width, frame.height))
    look = Look("trapezoid", "surface", adjust=(("adj", adjust),))
    return page.shape(frame, look, key=f"wedge {number}", shared=False, rotation=180)


def _rate(page: Page, step: _Step, upper: Frame, lower: Frame, index: int, focus: bool) -> Item:
    """Return what goes on from a bar to the next: within the wedge between them, or beside one too narrow for it."""
    style = replace(page.style("label"), bold=focus, color="accent-text" if focus else "text")
    # no ▼: beside a share it would read as a fall by so much
    words = page.joined(["转化", step.printed] if page.setting.zh else [step.printed, " go on"], "")
    written, height = page.width(words, style) / 0.98, lower.y - upper.bottom
    foot = (height + style.sizes[0]) / 2 / height  # the wedge is narrowest where the words end
    if written + 2 * _RATE_OFF <= upper.width + foot * (lower.width - upper.width):
        style, x, width = replace(style, align="center"), upper.x, upper.width
    else:
        x, width = upper.right + _RATE_OFF, written + 2
    place = Frame(x, upper.bottom, width, height)
    return page.text(words, style, place, key=f"rates[{index - 1}]", role="rate", anchor="middle", insets=Insets())


def _leader(key: str, start: float, end: float, y: float) -> Iterator[Connector]:
    """Yield the line between two things that stand far enough apart for one."""
    if end - start >= _LEADER + 2 * _LEADER_OFF:
        yield Connector(key, start + _LEADER_OFF, y, end - _LEADER_OFF, y, Stroke("hairline", 0.75))
