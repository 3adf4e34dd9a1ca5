"""What a chart says: its values with their wording and standing, and its description for those who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["actual", "plan", "forecast", "derived", "disputed"]
ChartType = Literal[
    "bar", "column", "stacked", "stacked100", "donut", "line", "area", "combo", "slope", "scatter", "bubble"
]  # fmt: skip
Step = Literal["start", "delta", "subtotal", "end"]
"""What an item of a waterfall is: where it starts, a change, or the level reached by then."""

TYPE_NAMES: dict[str, tuple[str, str]] = {
    "bar": ("条形图", "Bar chart"),
    "column": ("柱形图", "Column chart"),
    "stacked100": ("百分比堆积条形图", "100% stacked bar chart"),
    "donut": ("圆环图", "Donut chart"),
    "line": ("折线图", "Line chart"),
    "area": ("面积图", "Area chart"),
    "stacked": ("堆积图", "Stacked chart"),
    "combo": ("柱线组合图", "Column and line chart"),
    "slope": ("斜率图", "Slope chart"),
    "scatter": ("散点图", "Scatter chart"),
    "bubble": ("气泡图", "Bubble chart"),
    "waterfall": ("瀑布图", "Waterfall chart"),
}
"""The name of each chart type in Chinese and in English."""

STATUS_NAMES: dict[Status, tuple[str, str]] = {
    "plan": ("目标", "target"),
    "forecast": ("预测", "forecast"),
    "derived": ("推算", "derived"),
    "disputed": ("存争议", "disputed"),
}
"""How a value that is not an established fact is called, in Chinese and in English."""

_MOST_VALUES_TOLD = 8


@dataclass(frozen=True, slots=True)
class Value:
    """A number, the text it was written as, and whether it is a fact.

    The text decides what is printed (`62` stays 62, `7.1` stays 7.1, `95%+` stays a bound), the number what is drawn.
    """

    number: float
    text: str
    status: Status = "actual"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, one per category; None where there is none.

    In a chart of columns and lines, `line` tells which it is; a line on the `second` axis has a unit of its own. `told`
    says that the name of the series tells the standing of its values.
    """

    name: str
    values: tuple[Value | None, ...]
    line: bool = False
    second: bool = False
    unit: str = ""
    told: bool = False

    @property
    def known(self) -> list[Value]:
        """The values there are."""
        return [value for value in self.values if value]


@dataclass(frozen=True, slots=True)
class Difference:
    """The step from the level of one category to that of another, and what to call it."""

    start: str
    end: str
    label: str


@dataclass(frozen=True, slots=True)
class Target:
    """A level to reach, and what it is called."""

    value: Value
    label: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A level on one axis or on both that points are seen against, such as a median, and what it is called."""

    x: float | None
    y: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark on a value; without a series, on the strong one of its category."""

    category: str
    series: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart, independent of how it is drawn.

    `unit` belongs to all values; `%` is printed with each, every other unit stands in the subtitle of the chart.
    `emphasis` names the category or series to look at; without it nothing is set back but earlier series. A name that the
    chart does not have (`none`) sets all bars of one series or parts of a donut back.
    `maximum` ends the hidden value axis. `center` says what the whole of a donut or single 100 % bar is. `difference`
    is drawn on bars and columns, `target` on all that have a value axis. `top` is the number of bars that are shown by
    name, the rest in one; 0 shows all that fit. `lang` is `zh-CN` or `en-US`.

    Points of a scatter or bubble chart are the categories; its series are what stands along x, along y and, for bubbles,
    what their area means, each named as its axis is titled. `reference` is drawn across them. A waterfall has one series
    and one of `steps` per category.
    """

    type: ChartType | Literal["waterfall"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    emphasis: str = ""
    maximum: float | None = None
    center: str = ""
    difference: Difference | None = None
    cagr: Difference | None = None
    target: Target | None = None
    callouts: tuple[Callout, ...] = ()
    top: int = 0
    reference: Reference | None = None
    steps: tuple[Step, ...] = ()
    lang: str = "zh-CN"

    @property
    def chinese(self) -> bool:
        """Whether words that are added to the chart are Chinese."""
        return self.lang.startswith("zh")

    @property
    def known(self) -> list[Value]:
        """The values there are, series by series."""
        return [value for series in self.series for value in series.known]

    @property
    def strong(self) -> int:
        """The series to look at: the named one, else the last."""
        names = [series.name for series in self.series]
        return names.index(self.emphasis) if self.emphasis in names else len(names) - 1


def status_name(status: Status, chinese: bool) -> str:
    """Return what to call a value that is not an established fact; empty for one that is."""
    return STATUS_NAMES[status][0 if chinese else 1] if status in STATUS_NAMES else ""


def with_standing(text: str, status: Status, chinese: bool) -> str:
    """Return a text with, in brackets, what its value is where it is no established fact."""
    standing = status_name(status, chinese)
    if not standing:
        return text
    return f"{text}（{standing}）" if chinese else f"{text} ({standing})"


def value_text(value: Value, unit: str, chinese: bool) -> str:
    """Return a value as it is read in a sentence: with its unit and standing."""
    spaced = "" if chinese or unit.startswith("%") else " "
    text = value.text if not unit or unit in value.text else f"{value.text}{spaced}{unit}"
    return with_standing(text, value.status, chinese)


def describe(chart: Chart, conclusion: str) -> str:
    """Return the alt text: type, conclusion and key values, in the chart's language (`visual.md` §1.9).

    Charts of many values tell the emphasised one, the highest and the lowest.
    """
    zh = chart.chinese
    kind = TYPE_NAMES[chart.type][0 if zh else 1]
    values = _told_points(chart) if chart.type in ("scatter", "bubble") else _told_values(chart)
    values += [f"{step.start}→{step.end} {step.label}" for step in (chart.difference, chart.cagr) if step]
    sentence = conclusion.rstrip("。.；; ")
    stop, comma, colon, end = ("。", "，", "：", "。") if zh else (". ", ", ", ": ", ".")
    head = f"{kind}{colon}{sentence}{stop}" if sentence else f"{kind}{colon}"
    return f"{head}{comma.join(values)}{end}"


def _told_values(chart: Chart) -> list[str]:
    zh = chart.chinese
    told = [
        (series.name, category, value)
        for series in chart.series
        for category, value in zip(chart.categories, series.values, strict=True)
        if value is not None
    ]
    if len(told) > _MOST_VALUES_TOLD:
        highest, lowest = (pick(told, key=lambda entry: entry[2].number) for pick in (max, min))
        told = [entry for entry in told if entry in (highest, lowest) or chart.emphasis in entry[:2]]
    named = len(chart.series) > 1
    return [
        " ".join(part for part in (series if named else "", category, value_text(value, chart.unit, zh)) if part)
        for series, category, value in told
    ]


def _told_points(chart: Chart) -> list[str]:
    """Return the axes and the points; of many, the emphasised one and those at the ends of either axis."""
    zh = chart.chinese
    rows = [[value for value in values if value] for values in zip(*(s.values for s in chart.series), strict=True)]
    told = list(range(len(rows)))
    if len(rows) > _MOST_VALUES_TOLD:
        ends = {pick(told, key=lambda i: rows[i][axis].number) for pick in (max, min) for axis in (0, 1)}
        told = [i for i in told if i in ends or chart.categories[i] == chart.emphasis]
    axes = " × ".join(series.name for series in chart.series)
    between, opened, closed = ("，", "（", "）") if zh else (", ", " (", ")")
    points = (f"{chart.categories[i]}{opened}{between.join(v.text for v in rows[i])}{closed}" for i in told)
    return [axes, *points]
