"""What a chart type can show: data it cannot are a mistake, with the type that can in the hint."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from deckgen.charts.numbers import exact_sum, number_in
from deckgen.content.mistake import mistake
from deckgen.content.text import Line

AIMED = ("bar", "column", "line", "area", "stacked", "combo")
"""The types with a value axis along which a target can lie."""

_FEWEST_NAMED, _MOST_NAMED = 3, 15

_MOST_RATES = 12
"""How many bars there is room for on every slide."""


def check_type(kind: str, categories: int, series: int, numbers: Sequence[float], standings: Collection[str]) -> None:
    """Complain about counts, signs or standings that a type cannot show."""
    if kind == "slope" and categories != 2:
        raise mistake(
            "slope-periods", f"斜率图比较两个时期，这里有 {categories} 个类别。",
            f"A slope chart compares two periods; this one has {categories} categor{'y' if categories == 1 else 'ies'}.",
            "请只留首尾两个时期，或改用 type: line。", "Keep the first and the last period, or write type: line.",
        )  # fmt: skip
    if kind in ("line", "area") and categories < 2:
        raise mistake(
            "too-few-points", "一个点连不成线。", "One point makes no line.",
            "请至少写两个类别，或改用 type: column。", "Write two categories at least, or type: column.",
        )  # fmt: skip
    if kind == "donut" and series > 1:
        raise mistake(
            "several-wholes", f"圆环图只画一个整体，这里有 {series} 个系列。",
            f"A donut shows one whole; this one has {series} series.",
            "几个整体相比请用 type: stacked100。", "To compare several wholes write type: stacked100.",
        )  # fmt: skip
    if kind in ("stacked", "stacked100", "area", "donut") and any(number < 0 for number in numbers):
        raise mistake(
            "negative-part", "整体的一部分不能是负数。", "A part of a whole cannot be negative.",
            "请改用 type: column，或用 waterfall 版式。", "Write type: column, or use the layout waterfall.",
        )  # fmt: skip
    if kind == "area" and set(standings) - {"actual"}:
        raise mistake(
            "area-standing", "面积图画不出预测、目标一类的数值。", "An area cannot show values that are no facts.",
            "请改用 type: line，预测部分会画成虚线。", "Write type: line: what is no fact is dashed there.",
        )  # fmt: skip


def check_lines(kind: str, series: Sequence[tuple[str, bool, bool]]) -> None:
    """Complain about columns and lines that do not go together; `series` are name, whether a line, whether on axis two."""
    if kind != "combo":
        raise mistake(
            "not-combo", "只有组合图的系列能写 type 和 axis。", "Only the series of a combo have a type and an axis.",
            "请写图表的 type: combo，或去掉系列的 type、axis。", "Write type: combo for the chart, or drop both in the series.",
        )  # fmt: skip
    lines = sum(line for _, line, _ in series)
    if not 0 < lines < len(series):
        raise mistake(
            "no-line" if not lines else "no-column", "组合图要有柱，也要有线。", "A combo has columns and lines.",
            "请给画成线的系列写 type: line，其余不写。", "Write type: line in the series that are lines, nothing in the others.",
        )  # fmt: skip
    for name, line, second in series:
        if second and not line:
            raise mistake(
                "column-axis", f"「{name}」是柱，柱总在第一数值轴上。", f"“{name}” are columns, which keep to the first axis.",
                "请把 axis: second 写在线上。", "Write axis: second for a line.",
            )  # fmt: skip


def check_shares(shares: Sequence[str]) -> None:
    """Complain about the shares of one whole that are not the whole together."""
    total = exact_sum(shares).rstrip("%％")
    raise mistake(
        "shares-sum", f"圆环图的各部分加起来是 {total}%，不是 100%。",
        f"The parts of the donut add up to {total}%, not to 100%.",
        "请核对数字；若可以多选，请改用 type: bar。", "Check the figures; where several answers were possible, write type: bar.",
    )  # fmt: skip


def check_rates(kind: str, categories: int, top: Line) -> None:
    """Complain about rates of which some would have to become one bar, although they have no sum."""
    if top or (kind == "bar" and categories > _MOST_RATES):
        raise mistake(
            "rates-sum", "这些百分比不是一个整体的各部分，不能加成「其他」。",
            "These percentages are no parts of one whole, so that some of them cannot become one bar.",
            f"请去掉 top，只写要比较的几项，最多 {_MOST_RATES} 项。",
            f"Drop top, and write only what is to be compared, {_MOST_RATES} bars at most.", top.span if top else None,
        )  # fmt: skip


def check_top(top: Line, kind: str, series: int) -> None:
    """Complain about a number of bars that cannot be shown by name."""
    number = number_in(top.plain)
    if number is None or number != int(number) or not _FEWEST_NAMED <= number <= _MOST_NAMED:
        raise mistake(
            "not-top", f"「top」（前几名）不能是「{top}」。", f"“top” cannot be “{top}”.",
            f"请写 {_FEWEST_NAMED} 到 {_MOST_NAMED} 的整数。", f"Write a whole number from {_FEWEST_NAMED} to {_MOST_NAMED}.",
            top.span,
        )  # fmt: skip
    if kind not in ("bar", "column") or series > 1:
        raise mistake(
            "top-series", "「top」只用于单系列的条形图。", "“top” is for bars of a single series.",
            "请去掉 top，或把数据写成 data: {类别: 数值}。", "Drop top, or write data: {category: value}.", top.span,
        )  # fmt: skip
