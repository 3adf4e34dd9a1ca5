"""The donut."""

from __future__ import annotations

from deckgen.charts.donut import HOLE
from deckgen.charts.geometry import Fill, Plot
from deckgen.writers.pptx.chart import data
from deckgen.writers.pptx.chart.ink import Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS, labels


def doughnut_chart(plot: Plot, ink: Ink) -> str:
    """Return a ring of one series, each segment with a look of its own."""
    series, marks = plot.chart.series[0], plot.marks[0]
    fills = [mark.fill for mark in marks if mark]
    common = max(fills, key=fills.count) if fills else Fill("grey")
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/>{ink.area(mark.fill, True)}</c:dPt>'
        for i, mark in enumerate(marks)
        if mark
    )
    return (
        '<c:doughnutChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f"{data.series_name(series, 0)}{ink.area(common, True)}{points}{labels(plot, marks, ink)}"
        f"{data.categories(plot.chart)}{data.values(series, 0)}</c:ser>"
        f'<c:dLbls>{NO_LABELS}<c:showLeaderLines val="0"/></c:dLbls><c:firstSliceAng val="0"/>'
        f'<c:holeSize val="{HOLE}"/></c:doughnutChart>'
    )
