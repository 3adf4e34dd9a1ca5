"""Points of a scatter or bubble chart: what stands along its axes, and the lines the points are seen against."""

from __future__ import annotations

from statistics import mean, median
from typing import Literal, NamedTuple

from deckgen.charts.model import Reference, Series
from deckgen.content.figure import Figure, Numbers
from deckgen.content.mistake import mistake
from deckgen.content.slot import Part, slot
from deckgen.content.text import Line


class AxisInfo(Part):
    """What stands along a side of a scatter chart, or what the area of a bubble means."""

    MAIN = "name"

    name: Line = slot("The measure.", "衡量的是什么。", zh="指标", at_most=14)
    unit: Line = slot("Its unit.", "它的单位。", zh="单位", at_most=6, default="")

    def titled(self, chinese: bool) -> str:
        """Return the measure with its unit, as an axis is titled."""
        if not self.unit:
            return self.name.plain
        return f"{self.name}（{self.unit}）" if chinese else f"{self.name} ({self.unit})"


class PointInfo(Part):
    """One point of a scatter chart; one of a bubble chart has a `size`."""

    name: Line = slot("What the point is.", "这个点是什么。", zh="名称", at_most=12)
    x: Numbers = slot("Its value along the x axis.", "在横轴上的值。", zh="横轴值")
    y: Numbers = slot("Its value along the y axis.", "在纵轴上的值。", zh="纵轴值")
    size: Numbers | None = slot("What the area of its bubble tells.", "气泡的大小所代表的值。", zh="大小", default=None)


class ReferenceInfo(Part):
    """Lines the points are seen against: `median`, `mean`, or levels of `x` and `y` with a label."""

    MAIN = "kind"

    kind: Literal["", "median", "mean"] = slot(
        "`median` or `mean` of the points.", "取各点的中位数还是平均值。",
        zh="类型", choices={"median": "中位数", "mean": "平均值"}, default="",
    )  # fmt: skip
    x: Numbers | None = slot("A level of x.", "横轴上的一个水平。", zh="横轴值", default=None)
    y: Numbers | None = slot("A level of y.", "纵轴上的一个水平。", zh="纵轴值", default=None)
    label: Line = slot("What the lines are called.", "参考线的名称。", zh="说明", at_most=10, default="")


class Plane(NamedTuple):
    """The points of a chart with their axes."""

    points: list[PointInfo]
    x: AxisInfo | None
    y: AxisInfo | None
    size: AxisInfo | None
    reference: ReferenceInfo | None

    def check(self, bubbles: bool) -> None:
        """Raise the mistake of a chart that lacks points, an axis or the size of a bubble."""
        if not (self.points and self.x and self.y and (self.size or not bubbles)):
            sizes_zh, sizes_en = ("和 size:（面积表示什么）", ", size: (what the area means)") if bubbles else ("", "")
            raise mistake(
                "no-points", "散点图要有点和两条轴。", "A chart of points needs points and two axes.",
                f"请写 points: [{{name, x, y{', size' if bubbles else ''}}}]、x:（横轴）、y:（纵轴）{sizes_zh}。",
                f"Write points: [{{name, x, y{', size' if bubbles else ''}}}], x: and y: (the axes){sizes_en}.",
            )  # fmt: skip
        for point in self.points:
            if bubbles and not (point.size and point.size.plotted().number > 0):
                raise mistake(
                    "no-size", f"「{point.name}」没有大于零的 size，画不出气泡。",
                    f"“{point.name}” has no size above zero to draw a bubble from.",
                    "请写 size，或把 type 改为 scatter。", "Write its size, or use type: scatter.", point.name.span,
                )  # fmt: skip

    def series(self, chinese: bool, bubbles: bool) -> tuple[Series, ...]:
        """Return what stands along x, along y and, for bubbles, the sizes."""
        columns: list[tuple[AxisInfo | None, list[Figure]]] = [
            (self.x, [point.x for point in self.points]),
            (self.y, [point.y for point in self.points]),
        ]
        if bubbles:
            columns.append((self.size, [point.size for point in self.points if point.size]))
        return tuple(
            Series(axis.titled(chinese), tuple(figure.plotted() for figure in figures))
            for axis, figures in columns
            if axis
        )

    def drawn_reference(self, chinese: bool) -> Reference | None:
        """Return the reference lines, median and mean computed."""
        stated = self.reference
        if stated is None:
            return None
        if not stated.kind:
            x, y = (figure.plotted().number if figure else None for figure in (stated.x, stated.y))
            return Reference(x, y, stated.label.plain)
        middle, name = (median, ("中位数", "Median")) if stated.kind == "median" else (mean, ("平均值", "Mean"))
        x, y = (float(middle(v.number for v in some.values if v)) for some in self.series(chinese, False))
        return Reference(x, y, stated.label.plain or name[0 if chinese else 1])
