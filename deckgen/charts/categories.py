"""Categories: which of them are named where not all can be, and those too small to be shown by themselves."""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil

from deckgen.charts.geometry import text_width
from deckgen.charts.model import Chart, Series, Status, Value
from deckgen.charts.numbers import adds_up, exact_sum

_TIME = re.compile(
    r"""(?ix) ^ (?:
        (?:fy|cy)?\s?['’]?\d{2,4} (?: [-/.年]\s?\d{1,2} (?: [-/.月]\s?\d{1,2} )? )? [年月日]? [aefp]?
        | (?:fy\s?)?\d{2,4}[\s-]?[年]?\s?(?: [qh]\d | 第?[一二三四1-4]季度? | [上下]半年 )
        | [qhw]\d{1,2} (?:[\s-]?['’]?\d{2,4})?
        | \d{1,2}\s?[月日周时点] | 第?[一二三四五六七八九十\d]+[周天月年]| [一二三四]季度
        | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s?['’]?\d{2,4})?
    ) (?: 实际|预测|目标|计划 )? $"""
)
_OTHERS = ("其他", "其它", "其余", "other", "others")
_CLEAR = 12.0


def in_time(chart: Chart) -> bool:
    """Return whether the categories are points in time, which keep their order and may be named now and then."""
    return all(_TIME.match(name.strip()) for name in chart.categories)


def named_categories(chart: Chart, size: int, band: float) -> tuple[int, ...]:
    """Return which categories are named where names have to stand apart on one line; nothing where all can be.

    The first, the last and the emphasised one are, and of the others every n-th.
    """
    names = chart.categories
    halves = [text_width(name, size) / 2 for name in names]
    step = max(1, ceil((2 * max(halves) + _CLEAR) / band)) if len(names) > 1 else 1
    if step == 1:
        return ()
    last = len(names) - 1
    step = next((n for n in range(step, 2 * step) if last % n == 0), step)
    kept: list[int] = []
    for index in dict.fromkeys(
        [0, last, *(n for n in range(len(names)) if names[n] == chart.emphasis), *range(0, last, step)]
    ):
        if all(abs(index - other) * band >= halves[index] + halves[other] + _CLEAR for other in kept):
            kept.append(index)
    return tuple(sorted(kept))


def has_rest(chart: Chart) -> bool:
    """Return whether the values of one series can become one: they have a sum."""
    return adds_up([value.text for value in chart.series[0].values if value], chart.unit)


def with_rest(chart: Chart, count: int) -> Chart:
    """Return the chart of one series with its `count` largest values, the largest first, and the sum of all others."""
    (series,) = chart.series
    entries = [(name, value) for name, value in zip(chart.categories, series.values, strict=True) if value]
    rest = [(name, value) for name, value in entries if name.lower() in _OTHERS]
    ranked = sorted((entry for entry in entries if entry not in rest), key=lambda entry: -entry[1].number)
    # what is to be looked at is never among the others
    ends = (end for step in (chart.difference, chart.cagr) if step for end in (step.start, step.end))
    spoken = {chart.emphasis, *(callout.category for callout in chart.callouts), *ends}
    named = [entry for entry in ranked if entry[0] in spoken]
    largest = [entry for entry in ranked if entry not in named][: max(0, count - len(named))]
    shown = [entry for entry in ranked if entry in named or entry in largest]
    rest = [*(entry for entry in ranked if entry not in shown), *rest]
    if rest:
        shown.append((rest[-1][0] if rest[-1][0].lower() in _OTHERS else _rest_name(chart), _sum([v for _, v in rest])))
    names, values = zip(*shown, strict=True)
    return replace(chart, categories=tuple(names), series=(replace(series, values=tuple(values)),), top=0)


def _rest_name(chart: Chart) -> str:
    return _OTHERS[0] if chart.chinese else "Other"


def _sum(values: list[Value]) -> Value:
    """Return the sum of values, as precise as the most precise and as certain as the least certain of them."""
    text = exact_sum([value.text for value in values])
    status: Status = next((value.status for value in values if value.status != "actual"), "actual")
    return Value(float(text.replace(",", "")), text, status)


def total(chart: Chart, category: int) -> Value | None:
    """Return the sum of the values of a category; None where there is none."""
    values = [value for series in chart.series if (value := series.values[category])]
    return _sum(values) if values else None


def summed(chart: Chart) -> Series:
    """Return the sums of all categories as a series."""
    name = "合计" if chart.chinese else "Total"
    return Series(name, tuple(total(chart, index) for index in range(len(chart.categories))))
