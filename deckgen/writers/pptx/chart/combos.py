"""Columns with lines, on one value axis or, where the outline asks for it, on two."""

from __future__ import annotations

from deckgen.charts.geometry import Plot
from deckgen.charts.numbers import plain
from deckgen.writers.pptx.chart.axes import AXIS_IDS, category_axis, value_axis
from deckgen.writers.pptx.chart.bars import bar_series
from deckgen.writers.pptx.chart.ink import NOTHING, Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS
from deckgen.writers.pptx.chart.lines import lines
from deckgen.writers.pptx.chart.names import category_names

_SECOND_CATEGORIES, _SECOND_VALUES = 333333333, 444444444
_SECOND_IDS = f'<c:axId val="{_SECOND_CATEGORIES}"/><c:axId val="{_SECOND_VALUES}"/>'


def combo_chart(plot: Plot, ink: Ink) -> str:
    """Return columns, lines and their axes."""
    rows = plot.chart.series
    bars = "".join(bar_series(plot, index, ink) for index, row in enumerate(rows) if not row.line)
    first = [index for index, row in enumerate(rows) if row.line and not row.second]
    second = [index for index, row in enumerate(rows) if row.second]
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{bars}'
        f'<c:dLbls>{NO_LABELS}</c:dLbls><c:gapWidth val="{plot.gap}"/><c:overlap val="{plot.overlap}"/>{AXIS_IDS}'
        f"</c:barChart>{lines(plot, first, ink) if first else ''}"
        f"{lines(plot, second, ink, _SECOND_IDS) if second else ''}{category_names(plot, ink)}"
        f"{category_axis(plot, ink)}{value_axis(plot, ink)}{_second_axes(plot) if second else ''}"
    )


def _second_axes(plot: Plot) -> str:
    """Return the second pair of axes, values first, neither of them seen.

    The value axis is there without line and names: LibreOffice draws lines of a deleted one on the first axis.
    """
    assert plot.second
    ends = f'<c:max val="{plain(round(plot.second[1], 6))}"/><c:min val="{plain(round(plot.second[0], 6))}"/>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    return (
        f'<c:valAx><c:axId val="{_SECOND_VALUES}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="r"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{ticks.replace('nextTo', 'none')}{NOTHING}"
        f'<c:crossAx val="{_SECOND_CATEGORIES}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>'
        f'<c:catAx><c:axId val="{_SECOND_CATEGORIES}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/>{ticks}'
        f'<c:crossAx val="{_SECOND_VALUES}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )
