"""Names of categories where the axis cannot hold all of them: labels of a line nobody sees.

An axis names every n-th category at best, and programs disagree on which and how to break them.
"""

from __future__ import annotations

from deckgen.charts.geometry import Plot
from deckgen.charts.numbers import plain
from deckgen.writers.pptx.chart import data
from deckgen.writers.pptx.chart.axes import AXIS_IDS
from deckgen.writers.pptx.chart.ink import LABEL_BODY, NOTHING, Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS

_FLAGS = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="1"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def category_names(plot: Plot, ink: Ink) -> str:
    """Return the line along the foot of the plot whose points are named; nothing where the axis names them all."""
    if not plot.named:
        return ""
    index, count = len(plot.chart.series) + (plot.totals is not None), len(plot.chart.categories)
    look = f'{NOTHING}{ink.text(LABEL_BODY, plot.category_size)}<c:dLblPos val="b"/>{_FLAGS}'
    own = "".join(f'<c:dLbl><c:idx val="{i}"/>{look}</c:dLbl>' for i in plot.named)
    points = "".join(f'<c:pt idx="{i}"><c:v>{plain(plot.minimum)}</c:v></c:pt>' for i in range(count))
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="none"/></c:marker><c:dLbls>{own}{NO_LABELS}</c:dLbls>{data.categories(plot.chart)}'
        f'<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{points}</c:numLit></c:val>'
        f'<c:smooth val="0"/></c:ser><c:dLbls>{NO_LABELS}</c:dLbls><c:marker val="1"/>{AXIS_IDS}</c:lineChart>'
    )
