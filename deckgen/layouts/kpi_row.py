"""Two to six big numbers in a row, each with a line that says what it means.

Use it to prove one claim with results. For one number that fills the slide use `big-number`; for numbers to compare by
size or over time use `chart-takeaway`; for more than six use `table`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from deckgen.content import Content, Flag, Line, Part, Run, Text, slot
from deckgen.scene import Item, Page
from deckgen.scene.page import tinted

NAME_ZH = "KPI 指标组"
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


class Figure(Part):
    value: Line = slot("The number as it should appear.", zh="数值", at_most=6)
    unit: Line = slot("Its unit, set smaller.", zh="单位", at_most=4, default="")
    label: Text = slot("What the number counts, in a few words.", zh="指标", at_most=14)
    delta: Line = slot("The change, with its sign: +6%.", zh="变化", at_most=8, default="")
    better: Literal["up", "down"] = slot("Which way the change is good.", zh="好的方向", default="up")
    as_of: Line = slot("The date of the number or what it changed against.", zh="时点", at_most=8, default="")
    note: Text = slot("What a reader must know of it.", zh="注解", at_most=30, default="")
    emphasis: Flag = slot("Whether this is the number to look at.", zh="强调", default=False)


class KpiRow(Content):
    title: Line = slot("The claim that the figures prove.", zh="结论标题", at_most=56)
    items: list[Figure] = slot("The figures, in the order to read them.", zh="指标", at_least=2, at_most=6)
    takeaway: Line = slot("What follows from the figures.", zh="小结", at_most=40, default="")


def draw(content: KpiRow, page: Page) -> Iterator[Item]:
    figures, count = content.items, len(content.items)
    emphasised = [str(number) for number, figure in enumerate(figures, 1) if figure.emphasis]
    page.variant = f"×{count}" + (f" #{','.join(emphasised)}" if emphasised else "")
    yield page.title(content.title)

    across = count if count <= 4 else (count + 1) // 2
    rows = 1 if across == count else 2
    area = page.above(content.takeaway)
    columns = area.columns(across, GUTTER)
    insets = Insets(CARD_INSET, 12, CARD_INSET, 16) if rows == 1 else Insets(CARD_INSET, 8, CARD_INSET, 8)
    styles = _Styles(figures, page, across, rows, columns[0].width - 2 * CARD_INSET)

    gap = 0 if rows == 1 else 16
    most = (area.height - gap) / rows
    needed = max(page.height(styles.entries(figure), columns[0].width, insets) for figure in figures)
    height = min(most, max(needed, LEAST_CARD if rows == 1 else 0))
    top = area.y + 0.4 * (area.height - rows * height - gap)
    for index, figure in enumerate(figures):
        frame = columns[index % across].below(top + index // across * (height + gap)).with_height(height)
        look = page.card_look("brand" if figure.emphasis else "surface")
        yield page.box(styles.entries(figure), frame, insets=insets, look=look)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


class _Styles:
    """How the figures are set: numbers and labels of one size, each as large as fits in one line of a card."""

    def __init__(self, figures: list[Figure], page: Page, across: int, rows: int, width: float) -> None:
        values, labels = [_number(figure) for figure in figures], [figure.label for figure in figures]
        sizes = (80, 72, 66, 60, 54, 48, 40) if rows == 1 else (40, 36)
        self.value = page.fitted(values, "kpi", sizes[min(across - 2, 2) * 2 :] if rows == 1 else sizes, width)
        self.label = page.fitted(labels, "head", (18, 16) if across < 4 else (16, 15, 14), width)
        self.note = replace(page.style("detail-small"), color="muted")
        self.lines = {label.plain: page.lines(label, self.label, width) for label in labels}

    def entries(self, figure: Figure) -> list[Entry]:
        """The paragraphs of one card; a shorter label leaves room, so that all notes begin level."""
        value, label, note = self.value, self.label, self.note
        if figure.emphasis:
            value, label, note = (
                replace(style, color=color)
                for style, color in ((value, "on-brand-accent"), (label, "on-brand"), (note, "on-brand-muted"))
            )
        missing = max(self.lines.values()) - self.lines[figure.label.plain]
        if missing:
            label = replace(label, after=label.after + missing * LINE * label.sizes[0] * label.line)
        return [(_number(figure), value), (figure.label, label), (_change(figure), note), (figure.note, note)]
