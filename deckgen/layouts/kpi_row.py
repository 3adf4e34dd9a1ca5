"""Two to six big numbers in a row, each with a line that says what it means.

Use it to prove one claim with results. For one number that fills the slide use `big-number`; for numbers to compare by
size or over time use `chart-takeaway`; for more than six use `table`.
"""

from collections.abc import Iterator
from typing import Literal

from deckgen.content import Claim, Content, Flag, Line, Part, Run, Text, slot
from deckgen.frame import on_grid
from deckgen.scene import Insets, Item, Page, TextStyle
from deckgen.scene.quantity import quantity
from deckgen.style import replace

NAME_ZH = "KPI 指标组"
SUMMARY_ZH = "两到六个大数字排成一排，各用一句话说明含义。"
FAMILY = "numbers"
SHOWS = "numbers"
ROOMIER = "table"
EXAMPLE = """
layout: kpi-row
title: 复购率升到38%，会员收入首次超过新客收入
takeaway: 明年的预算应从拉新转向会员
source: 示例数据，2024年1—12月
items:
  - {value: 38, unit: "%", label: 会员复购率, delta: +6个百分点, as_of: 比上年, emphasis: true}
  - {value: 5.2, unit: 亿元, label: 会员收入, delta: +41%, as_of: 比上年, note: 占总收入的53%}
  - {value: 92, unit: 元, label: 新客获取成本, delta: +18%, better: down, as_of: 比上年, note: 连续三年上升}
"""

_COMPACT = (54, 48, 40, 36)
SIZES = {2: (96, 80, 66, 54), 3: (80, 72, 62, 54, 48, 40), 4: (*_COMPACT, 32, 28), 5: _COMPACT, 6: _COMPACT}
"""Sizes of the numbers by how many there are, the largest first."""

_LABELS = {2: (20, 18, 16), 3: (20, 18, 16), 4: (16, 15, 14), 5: (18, 16), 6: (18, 16)}
"""Sizes of what the numbers count, likewise."""

_NOTES = (18, 16)
"""Sizes of changes and notes of up to three numbers: the larger where each has room on one line."""

_MOST_AIR = 48.0
"""What a card may be higher than its words, in points."""


class Figure(Part):
    value: Line = slot("The number as it should appear.", "要显示的数字。", zh="数值", at_most=6)
    unit: Line = slot("Its unit, set smaller.", "数值的单位，字号较小。", zh="单位", at_most=4, default="")
    label: Text = slot(
        "What the number counts, in a few words.", "这个数字统计的是什么，用几个字。", zh="指标", at_most=14
    )
    delta: Line = slot("The change, with its sign: +6%.", "带正负号，如 +6%。", zh="变化", at_most=8, default="")
    better: Literal["up", "down"] = slot(
        "Which way the change is good.", "往哪个方向变化是好事。",
        zh="好的方向", choices={"up": "升是好事", "down": "降是好事"}, default="up",
    )  # fmt: skip
    as_of: Line = slot(
        "The date of the number or what it changed against.", "数字是什么时候的，或与什么相比。",
        zh="时点", at_most=8, default="",
    )  # fmt: skip
    note: Text = slot("What a reader must know of it.", "读者需要知道的一点说明。", zh="注解", at_most=30, default="")
    emphasis: Flag = slot("Whether this is the number to look at.", "是不是要看的那个数字。", zh="强调", default=False)


class KpiRow(Content):
    title: Claim = slot("The claim that the figures prove.", "这些数字所证明的论断。", zh="结论标题", at_most=56)
    items: list[Figure] = slot(
        "The figures, in the order to read them.", "各个数字，按阅读的顺序。", zh="指标", at_least=2, at_most=6
    )
    takeaway: Line = slot("What follows from the figures.", "由这些数字得出什么。", zh="小结", at_most=40, default="")


def draw(content: KpiRow, page: Page) -> Iterator[Item]:
    figures, count = content.items, len(content.items)
    emphasised = [str(number) for number, figure in enumerate(figures, 1) if figure.emphasis]
    page.variant = f"×{count}" + (f" #{','.join(emphasised)}" if emphasised else "")
    yield page.title(content.title)

    across, rows = (count, 1) if count <= 4 else ((count + 1) // 2, 2)
    area = page.above(content.takeaway)
    columns = area.columns(across, 24)
    insets = Insets(16, 16, 16, 16) if rows == 1 else Insets(16, 8, 16, 8)
    width = columns[0].width - insets.left - insets.right
    value = replace(page.fitted(map(_number, figures), "kpi", SIZES[count], 0.95 * width), after=10 if rows == 1 else 2)
    label = page.fitted([figure.label for figure in figures], "head", _LABELS[count], width)
    lines = [page.lines(figure.label, label, width) for figure in figures]
    note = replace(page.style("detail" if count <= 3 else "detail-small"), color="muted")
    remarks = [text for figure in figures for text in (_change(figure, page.setting.zh), figure.note)]
    if count <= 3 and page.fitted(remarks, note, _NOTES, width).sizes == _NOTES:
        note = replace(note, sizes=(_NOTES[0], *note.sizes))

    gap = 0 if rows == 1 else 16
    room = (area.height - gap) // rows
    needed = max(
        page.height(_card(figure, value, label, note, max(lines) - own, page.setting.zh), columns[0].width, insets)
        for figure, own in zip(figures, lines, strict=True)
    )
    height = min(room, on_grid(needed + _MOST_AIR / rows))
    air = max(0.0, height - needed)
    if rows == 1:  # what a card has to spare goes above the number, below it and under the words
        value = replace(value, after=value.after + 0.3 * air)
    insets = insets._replace(top=insets.top + (0.3 if rows == 1 else 0.4) * air)
    area = area.centred(rows * height + (rows - 1) * gap, nearly=0)
    for index, (figure, own) in enumerate(zip(figures, lines, strict=True)):
        card = _card(figure, value, label, note, max(lines) - own, page.setting.zh)
        frame = columns[index % across].below(area.y + index // across * (height + gap)).with_height(height)
        look = page.card_look("brand" if figure.emphasis else "surface")
        yield page.box(card, frame, insets=insets, look=look)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _card(
    figure: Figure, value: TextStyle, label: TextStyle, note: TextStyle, missing: int, zh: bool
) -> list[tuple[Text, TextStyle]]:
    """The texts of one card. A label `missing` lines against the longest leaves room: all notes begin level."""
    if figure.emphasis:
        value, label, note = (
            replace(style, color=color)
            for style, color in ((value, "on-brand-accent"), (label, "on-brand"), (note, "on-brand-muted"))
        )
    label = replace(label, after=label.after + missing * 1.2 * label.sizes[0] * label.line)
    return [(_number(figure), value), (figure.label, label), (_change(figure, zh), note), (figure.note, note)]


def _number(figure: Figure) -> Text:
    """The number with its unit, which is set at 45 % of its size."""
    return quantity(figure.value, figure.unit, 0.45)


def _change(figure: Figure, zh: bool) -> Text:
    """The change and the date in one line."""
    falls = figure.delta.plain.startswith(("-", "−", "–"))
    # a movement has the colour of its market; one whose meaning the outline turns round has that of good or bad
    color = ("fall-text" if falls else "rise-text") if figure.better == "up" else (
        "positive-text" if falls else "negative-text"
    )  # fmt: skip
    told = f"{'▼' if falls else '▲'} {figure.delta}"
    if figure.better == "down":  # neither arrow nor colour alone says that this rise is bad
        told += (" 改善" if falls else " 变差") if zh else (" better" if falls else " worse")
    change = Run(told, bold=True, color="on-brand" if figure.emphasis else color)
    runs = [change] if figure.delta else []
    if figure.as_of:
        runs.append(Run(f"  {figure.as_of}" if runs else figure.as_of.plain))
    return (figure.delta or figure.as_of).restyled(tuple(runs))
