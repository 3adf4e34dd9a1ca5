"""The chart of an outline: data in a mapping, in series or as points, each value as written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from deckgen.charts.model import Callout as PlottedCallout
from deckgen.charts.model import Chart as PlottedChart
from deckgen.charts.model import ChartType, Difference, Series, Target, Value
from deckgen.charts.numbers import adds_up, exact_sum, number_in
from deckgen.content.chart_type import AIMED, check_lines, check_rates, check_shares, check_top, check_type
from deckgen.content.figure import STATUSES, Figure, MaybeNumbers, Numbers, not_number
from deckgen.content.growth import cagr_label, change_label, check_cagr
from deckgen.content.mistake import mistake
from deckgen.content.parted import parted_numbers
from deckgen.content.points import AxisInfo, Plane, PointInfo, ReferenceInfo
from deckgen.content.slot import Part, slot
from deckgen.content.text import Line, Text

_TYPES_ZH: dict[str, str] = {
    "bar": "条形图", "column": "柱形图", "stacked": "堆积柱形图", "stacked100": "百分比堆积图", "donut": "环形图（即饼图 pie）",
    "line": "折线图", "area": "面积图", "combo": "柱线组合图", "slope": "斜率图", "scatter": "散点图", "bubble": "气泡图",
}  # fmt: skip

NONE = "none"
"""What an outline writes as the emphasis of a chart in which nothing is to stand out."""


def _unknown(line: Line, known: list[str]) -> PydanticCustomError:
    return mistake(
        "unknown-category", f"图表里没有「{line}」这个类别或系列。", f"The chart has no category or series “{line}”.",
        f"可选：{'、'.join(known)}", f"Choose one of: {', '.join(known)}", line.span,
    )  # fmt: skip


class SeriesInfo(Part):
    """One series of a chart with several."""

    name: Line = slot("Name of the series.", "系列的名称。", zh="名称")
    values: list[MaybeNumbers] = slot(
        "One value per category; — where there is none.", "每个类别一个值，没有值的写 —。", zh="数值"
    )
    type: Literal["column", "line"] | None = slot(
        "In a combo, what it is drawn as.", "组合图里这个系列画成柱还是线。",
        zh="画法", choices={"column": "柱形", "line": "折线"}, default=None,
    )  # fmt: skip
    axis: Literal["first", "second"] = slot(
        "The axis of a line; a second one is for another unit.", "折线所用的数值轴；单位不同时用第二条。",
        zh="数值轴", choices={"first": "主轴", "second": "次轴"}, default="first",
    )  # fmt: skip
    unit: Line = slot("The unit of a line on the second axis.", "次轴上折线的单位。", zh="单位", default="")


def _uneven(series: SeriesInfo, categories: Sequence[str]) -> PydanticCustomError:
    """Return the mistake of a series that has not one value per category; the commas of its numbers may be the cause."""
    count, wanted = len(series.values), len(categories)
    parted, lacking = parted_numbers(series.values, wanted), categories[count:]
    zh_hint, en_hint = "请给每个类别写一个值。", "Write one value for each category."
    if lacking:
        there = [str(figure.value) if figure else "—" for figure in series.values]
        full, none = (", ".join([*there, *[end] * len(lacking)]) for end in ("…", "—"))
        zh_hint = f"「{lacking[0]}」{'等类别' * (len(lacking) > 1)}还没有值：请补在最后，写成 [{full}]；没有数字的写 [{none}]。"
        who = " and others have" if len(lacking) > 1 else " has"
        en_hint = f"“{lacking[0]}”{who} no value. Add it at the end: [{full}], or [{none}] where there is no figure."
    if parted:
        first, second, _ = parted[0]
        *some, last = parted[0].meant
        zh, en = f"{'、'.join(some)} 或 {last}" if some else last, f"{', '.join(some)} or {last}" if some else last
        others = len(parted) > 1
        zh_hint = f"{first},{second} 里的逗号把它分成了 {first} 和 {second}；请写 {zh}{'，其余的数也一样' * others}。"
        en_hint = f"The comma in {first},{second} makes {first} and {second} of it. Write {en}{', the others likewise' * others}."
    return mistake(
        "uneven-series",
        f"系列「{series.name}」有 {count} 个值，类别却有 {wanted} 个。",
        f"The series “{series.name}” has {count} value{'s' * (count != 1)} for {wanted} categor{'y' if wanted == 1 else 'ies'}.",
        zh_hint, en_hint, (parted[0].span if parted else None) or series.name.span,
    )  # fmt: skip


class DifferenceInfo(Part):
    """The arrow from the level of one category to that of another."""

    start: Line = slot("The category it starts from.", "从哪个类别算起。", zh="起点")
    end: Line = slot("The category it leads to.", "算到哪个类别。", zh="终点")
    label: Line = slot(
        "What the step is called, such as ×11.5; computed when left out.",
        "箭头上的说法，如 ×11.5；不写就自动算出。",
        zh="说明", at_most=12, default="",
    )  # fmt: skip


class TargetInfo(Part):
    """A line at the level to reach."""

    value: Numbers = slot("The level.", "要达到的水平。", zh="数值")
    label: Line = slot("What the level is, such as 年度目标.", "这条线是什么，如：年度目标。", zh="说明", at_most=10)


def _places(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Places = Annotated[
    list[Line],
    BeforeValidator(_places),
    WithJsonSchema({"anyOf": [{"type": ["string", "number"]}, {"type": "array", "maxItems": 2}]}),
]


class Callout(Part):
    """A remark on one value of a chart."""

    at: Places = slot(
        "The category it belongs to, or [category, series].", "标注所指的类别；有几个系列时写 `[类别, 系列]`。",
        zh="位置", at_least=1, at_most=2,
    )  # fmt: skip
    text: Line = slot("The remark.", "标注的话。", zh="说明", at_most=18)

    def plotted(self) -> PlottedCallout:
        """Return the remark as the plotter takes it."""
        return PlottedCallout(self.at[0].plain, self.at[1].plain if len(self.at) > 1 else "", self.text.plain)


class Chart(Part):
    """A native chart: `data` for one series, `categories` and `series` for several, or a `file` that holds them; `points`
    for a scatter chart.
    """

    type: ChartType = slot("The kind of chart.", "图表的种类。", zh="类型", choices=_TYPES_ZH)
    data: dict[str, Numbers] = slot(
        "Values by category, for a single series.", "只有一个系列时，写 `类别: 数值`。", zh="数据", default={}
    )
    categories: list[Line] = slot(
        "The categories, where there are several series.", "有几个系列时，在这里列出类别。", zh="类别", default=[]
    )
    series: list[SeriesInfo] = slot("The series.", "各个系列，每个有名称和数值。", zh="系列", at_most=6, default=[])
    file: Line = slot(
        "A CSV file: line 1 names the columns, column 1 the categories.",
        "CSV 数据文件：第一行是列名，第一列是类别。",
        zh="数据文件", default="",
    )  # fmt: skip
    columns: list[Line] = slot(
        "The columns of the file to draw; all when left out.", "要画数据文件里的哪几列；不写就全画。",
        zh="列", default=[],
    )  # fmt: skip
    name: Line = slot(
        "What a single series counts, the head of its column in the workbook.",
        "单个系列统计的是什么，用作工作簿里的列名。",
        zh="系列名", default="",
    )  # fmt: skip
    unit: Line = slot("The unit of all values.", "所有数值的单位。", zh="单位", default="")
    emphasis: Line = slot(
        "The category or series to look at; none for bars, columns or a donut that only compare.",
        "要突出的类别或系列；条形、柱形、环形图只作比较时写 none。",
        zh="强调", default="",
    )  # fmt: skip
    center: Text = slot(
        "What the whole is, inside a donut or above a 100 % bar.", "总体是什么，写在环形图中间或百分比条上方。",
        zh="总体", at_most=16, default="",
    )  # fmt: skip
    max: Line = slot("Where the hidden value axis ends.", "（看不见的）数值轴到哪里为止。", zh="轴上限", default="")
    top: Line = slot(
        "How many bars are shown by name; all others become one.", "只列出前几名，其余并成一条。",
        zh="前几名", default="",
    )  # fmt: skip
    target: TargetInfo | None = slot(
        "A level to reach, as a line across the chart.", "横贯图表的目标线。", zh="目标线", default=None
    )
    difference: DifferenceInfo | None = slot(
        "A level-difference arrow.", "标出两个类别相差多少的箭头。", zh="差值箭头", default=None
    )
    cagr: DifferenceInfo | None = slot(
        "The yearly growth rate between two categories, two years or more apart.",
        "两个类别之间的年复合增长率，至少相隔两年。",
        zh="年复合增长率", default=None,
    )  # fmt: skip
    points: list[PointInfo] = slot(
        "The points of a scatter or bubble chart.", "散点图或气泡图上的点。", zh="点", default=[]
    )
    x: AxisInfo | None = slot("What stands along the x axis.", "横轴表示什么。", zh="横轴", default=None)
    y: AxisInfo | None = slot("What stands along the y axis.", "纵轴表示什么。", zh="纵轴", default=None)
    size: AxisInfo | None = slot("What the area of a bubble means.", "气泡的面积表示什么。", zh="面积", default=None)
    reference: ReferenceInfo | None = slot(
        "Lines that divide the points.", "把点分开的参考线。", zh="参考线", default=None
    )

    @property
    def names(self) -> list[str]:
        """The categories."""
        return list(self.data) or [line.plain for line in self.categories or (point.name for point in self.points)]

    @property
    def series_names(self) -> list[str]:
        """The names of the series."""
        return [some.name.plain for some in self.series]

    @property
    def _figures(self) -> list[Figure]:
        return [*self.data.values(), *(figure for some in self.series for figure in some.values if figure)]

    @model_validator(mode="after")
    def _consistent(self) -> Chart:
        self._check_data()
        self._check_names()
        numbers = [number_in(figure.value.plain) or 0.0 for figure in self._figures]
        standings = {STATUSES[figure.status.plain] for figure in self._figures}
        check_type(self.type, len(self.names), len(self.series) or 1, numbers, standings)
        if self.type == "combo" or any(some.type or some.axis == "second" for some in self.series):
            check_lines(
                self.type, [(some.name.plain, some.type == "line", some.axis == "second") for some in self.series]
            )
        self._check_additions()
        return self

    def _check_data(self) -> None:
        """Complain about data that are missing or do not go together."""
        if self.file and not self.file.plain.lower().endswith(".csv"):
            raise mistake(
                "no-csv", f"「{self.file}」不是 CSV 文件。", f"“{self.file}” is no CSV file.",
                "请在 Excel 里另存为「CSV UTF-8」。", "Save it as “CSV UTF-8” in Excel.", self.file.span,
            )  # fmt: skip
        count = len(self.names)
        if self.type in ("scatter", "bubble"):
            self._plane.check(self.type == "bubble")
        elif not count or not (self.data or self.series):
            raise mistake(
                "no-data", "图表没有数据。", "The chart has no data.",
                "请写 data: {类别: 数值}；有几个系列时写 categories: 和 series:。",
                "Write data: {category: value}, or categories: and series: where there are several series.",
            )  # fmt: skip
        for some in self.series:
            if len(some.values) != count:
                raise _uneven(some, self.names)

    def _check_names(self) -> None:
        """Complain about categories and series that are named and do not exist."""
        known = [*self.names, *self.series_names]
        if self.emphasis and self.emphasis.plain not in known:
            if self.emphasis.plain != NONE:
                raise _unknown(self.emphasis, known)
            if self.type not in ("bar", "column", "donut") or len(self.series) > 1:
                raise mistake(
                    "needs-emphasis", "这种图靠强调色区分系列或部分，不能写 emphasis: none。",
                    "A chart of this kind tells its series or parts apart by what is emphasised; none is no choice here.",
                    "请去掉 emphasis，或写一个系列或类别的名称。", "Drop emphasis, or name a series or category.",
                    self.emphasis.span,
                )  # fmt: skip
        for step in (self.difference, self.cagr):
            for line in (step.start, step.end) if step else ():
                if line.plain not in self.names:
                    raise _unknown(line, self.names)

    def _check_additions(self) -> None:
        """Complain about what cannot be added to a chart of this type and data."""
        if self.target and self.type not in AIMED:
            raise mistake(
                "no-level", "这种图没有数值轴，画不出目标线。", "A chart of this type has no value axis for a target to lie on.",
                f"请去掉 target，或改用：{'、'.join(AIMED)}", f"Drop target, or choose one of: {', '.join(AIMED)}",
                self.target.label.span,
            )  # fmt: skip
        if self.difference and self.type not in ("bar", "column", "stacked"):
            raise mistake(
                "no-difference", "差值箭头只画在条形、柱形和堆积图上。", "A difference is drawn on bars, columns and stacks.",
                "请去掉 difference，或改用 type: column。", "Drop the difference, or write type: column.",
                self.difference.start.span,
            )  # fmt: skip
        if self.cagr:
            levels = self._level(self.cagr.start.plain), self._level(self.cagr.end.plain)
            check_cagr(self.type, self.cagr.start, self.cagr.end, self.cagr.label, levels)
        if self.top:
            check_top(self.top, self.type, len(self.series))
        parts = self.data.values() if self.data else self.series[0].values if self.series else ()
        shares = [figure.value.plain for figure in parts if figure]
        if self.type == "donut" and not adds_up(shares, self.unit.plain):
            check_shares(shares)
        if self.data and not adds_up([figure.value.plain for figure in self.data.values()], self.unit.plain):
            check_rates(self.type, len(self.data), self.top)
        if self.max and number_in(self.max.plain) is None:
            raise not_number(self.max)

    @property
    def _plane(self) -> Plane:
        return Plane(self.points, self.x, self.y, self.size, self.reference)

    def _level(self, category: str) -> Value | None:
        """Return the value a step starts from or leads to: the total of stacked columns, else that of the strong series."""
        if category not in self.names:
            return None
        index = self.names.index(category)
        if self.data:
            return list(self.data.values())[index].plotted()
        rows = {some.name.plain: some.values[index] for some in self.series}
        if self.type == "stacked":
            total = exact_sum([figure.value.plain for figure in rows.values() if figure])
            return Value(float(total.replace(",", "")), total)
        figure = rows.get(self.emphasis.plain, list(rows.values())[-1])
        return figure.plotted() if figure else None

    def _step(self, step: DifferenceInfo | None, label: Callable[[Value, Value], str]) -> Difference | None:
        """Return a step as the plotter takes it, called by its `label` where the outline does not name it."""
        if step is None:
            return None
        start, end = self._level(step.start.plain), self._level(step.end.plain)
        name = step.label.plain or (label(start, end) if start and end else "")
        return Difference(step.start.plain, step.end.plain, name)

    def _cagr_label(self, first: Value, last: Value) -> str:
        assert self.cagr
        return cagr_label(self.cagr.start.plain, self.cagr.end.plain, first, last)

    def plotted(self, lang: str) -> PlottedChart:
        """Return the chart as the plotter takes it."""
        chinese = lang.startswith("zh")
        if self.type in ("scatter", "bubble"):
            categories = tuple(point.name.plain for point in self.points)
            series = self._plane.series(chinese, self.type == "bubble")
        elif self.data:
            categories = tuple(self.data)
            series = (
                Series(self.name.plain or self.unit.plain, tuple(figure.plotted() for figure in self.data.values())),
            )
        else:
            categories = tuple(line.plain for line in self.categories)
            series = tuple(
                Series(
                    s.name.plain,
                    tuple(figure.plotted() if figure else None for figure in s.values),
                    line=s.type == "line",
                    second=s.axis == "second",
                    unit=s.unit.plain,
                )
                for s in self.series
            )
        return PlottedChart(
            type=self.type,
            categories=categories,
            series=series,
            unit=self.unit.plain,
            emphasis=self.emphasis.plain,
            maximum=number_in(self.max.plain) if self.max else None,
            center=self.center.plain,
            top=int(number_in(self.top.plain) or 0) if self.top else 0,
            target=Target(self.target.value.plotted(), self.target.label.plain) if self.target else None,
            difference=self._step(
                self.difference, lambda start, end: change_label(start, end, self.unit.plain, chinese)
            ),
            cagr=self._step(self.cagr, self._cagr_label),
            reference=self._plane.drawn_reference(chinese) if self.points else None,
            lang=lang,
        )
