"""The chart part: head, plot area, legend, text and the way to the workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckgen.charts.geometry import Plot
from deckgen.frame import Frame
from deckgen.writers.pptx.chart.areas import area_chart
from deckgen.writers.pptx.chart.bars import bar_chart
from deckgen.writers.pptx.chart.combos import combo_chart
from deckgen.writers.pptx.chart.ink import AXIS_BODY, NOTHING, PLAIN_BODY, Ink
from deckgen.writers.pptx.chart.lines import line_chart
from deckgen.writers.pptx.chart.points import bubble_chart, scatter_chart
from deckgen.writers.pptx.chart.rings import doughnut_chart
from deckgen.writers.pptx.chart.waterfall import bridge, waterfall_chart
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.workbook import workbook, workbook_of

FAMILIES: Mapping[str, Callable[[Plot, Ink], str]] = {
    "bar": bar_chart,
    "column": bar_chart,
    "stacked100": bar_chart,
    "donut": doughnut_chart,
    "line": line_chart,
    "scatter": scatter_chart,
    "bubble": bubble_chart,
    "waterfall": waterfall_chart,
    "slope": line_chart,
    "area": area_chart,
    "combo": combo_chart,
    "stacked": bar_chart,
    "stacked-bar": bar_chart,
}
"""What writes the charts and axes of a plot, by its type."""

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<c:date1904 val="0"/><c:lang val="{lang}"/><c:roundedCorners val="0"/>'
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="c14" xmlns:c14="http://schemas.microsoft.com/office/drawing/2007/8/2/chart">'
    '<c14:style val="102"/></mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent>'
)


def chart_xml(plot: Plot, palette: Palette, workbook_rid: str) -> bytes:
    """Return the chart part of a plot; `workbook_rid` is its relationship to the embedded workbook."""
    ink = Ink(palette, plot.chart.lang)
    return (
        f'{_HEAD.format(lang=ink.lang)}<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_layout(plot.inner, plot.frame)}{FAMILIES[plot.type](plot, ink)}{NOTHING}</c:plotArea>{_legend(plot, ink)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/><c:showDLblsOverMax val="0"/></c:chart>'
        f"{NOTHING}{ink.text(PLAIN_BODY, plot.label_size)}"
        f'<c:externalData r:id="{workbook_rid}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def chart_workbook(plot: Plot) -> bytes:
    """Return the workbook a plot refers to."""
    if plot.type == "waterfall":
        return workbook_of(bridge(plot))
    names, values = [series.name for series in plot.columns], [series.values for series in plot.columns]
    return workbook(plot.chart.categories, names, values, plot.chart.unit, summed=plot.totals is not None)


def _legend(plot: Plot, ink: Ink) -> str:
    if not plot.legend:
        return ""
    layout = _layout(plot.legend, plot.frame, inner=False)
    # sums and the names of categories are series too, which a legend would list; lines are named at their ends
    count = len(plot.chart.series)
    lines = (index for index, series in enumerate(plot.chart.series) if series.line)
    hidden = (*lines, *range(count, count + (plot.totals is not None) + bool(plot.named)))
    entries = "".join(f'<c:legendEntry><c:idx val="{i}"/><c:delete val="1"/></c:legendEntry>' for i in hidden)
    return f'<c:legend><c:legendPos val="t"/>{entries}{layout}<c:overlay val="0"/>{NOTHING}{ink.text(AXIS_BODY, 12)}</c:legend>'


def _layout(place: Frame, frame: Frame, inner: bool = True) -> str:
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    x, y = (place.x - frame.x) / frame.width, (place.y - frame.y) / frame.height
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.6f}"/>'
        f'<c:y val="{y:.6f}"/><c:w val="{place.width / frame.width:.6f}"/><c:h val="{place.height / frame.height:.6f}"/>'
        "</c:manualLayout></c:layout>"
    )
