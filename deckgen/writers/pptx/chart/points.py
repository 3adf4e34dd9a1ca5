"""Scatter and bubble charts: one series, two value axes, names printed from the cells of the workbook."""

from __future__ import annotations

from deckgen.charts.geometry import Mark, Plot
from deckgen.charts.numbers import plain
from deckgen.charts.points import PointPlot
from deckgen.charts.scale import Scale
from deckgen.frame import Frame
from deckgen.writers.pptx.chart import data
from deckgen.writers.pptx.chart.axes import AXIS_IDS, CATEGORY_AXIS, VALUE_AXIS
from deckgen.writers.pptx.chart.cell_labels import cell_labels
from deckgen.writers.pptx.chart.ink import AXIS_BODY, NOTHING, Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS
from deckgen.writers.pptx.workbook import SHEET
from deckgen.writers.xml import escaped, quoted

_TITLE_BODY = '<a:bodyPr rot="0" vert="horz" wrap="none" anchor="ctr" anchorCtr="1"/>'


def scatter_chart(plot: Plot, ink: Ink) -> str:
    """Return points without lines, and their axes."""
    assert isinstance(plot, PointPlot)
    labels, tail = _names(plot, ink)
    looks = [_marker(mark, ink) for mark in plot.marks[0] if mark]
    common = max(looks, key=looks.count)
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/>{look}<c:bubble3D val="0"/></c:dPt>'
        for i, look in enumerate(looks)
        if look != common
    )
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/><c:ser><c:idx val="0"/>'
        f'<c:order val="0"/>{data.series_name(plot.chart.series[1], 1)}<c:spPr><a:ln w="19050"><a:noFill/></a:ln>'
        f"<a:effectLst/></c:spPr>{common}{points}{labels}"
        f"{data.values(plot.chart.series[0], 0, 'xVal')}{data.values(plot.chart.series[1], 1, 'yVal')}"
        f'<c:smooth val="0"/>{tail}</c:ser><c:dLbls>{NO_LABELS}</c:dLbls>{AXIS_IDS}</c:scatterChart>{_axes(plot, ink)}'
    )


def bubble_chart(plot: Plot, ink: Ink) -> str:
    """Return bubbles whose area tells a third measure, and their axes."""
    assert isinstance(plot, PointPlot)
    labels, tail = _names(plot, ink)
    fills = [mark.fill for mark in plot.marks[0] if mark]
    common = max(fills, key=fills.count)
    inverted = '<c:invertIfNegative val="0"/>'
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/>{inverted}<c:bubble3D val="0"/>{ink.area(mark.fill, True)}</c:dPt>'
        for i, mark in enumerate(plot.marks[0])
        if mark and mark.fill != common
    )
    return (
        f'<c:bubbleChart><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f"{data.series_name(plot.chart.series[1], 1)}{ink.area(common, True)}{inverted}{points}{labels}"
        f"{data.values(plot.chart.series[0], 0, 'xVal')}{data.values(plot.chart.series[1], 1, 'yVal')}"
        f'{data.values(plot.chart.series[2], 2, "bubbleSize")}<c:bubble3D val="0"/>{tail}</c:ser>'
        f'<c:dLbls>{NO_LABELS}</c:dLbls><c:bubbleScale val="100"/><c:showNegBubbles val="0"/>'
        f'<c:sizeRepresents val="area"/>{AXIS_IDS}</c:bubbleChart>{_axes(plot, ink)}'
    )


def _marker(mark: Mark, ink: Ink) -> str:
    """Return the look of a point: filled for a fact, a ring for what is none."""
    look = ink.area(mark.fill)
    if mark.fill.pattern != "solid":
        # LibreOffice fills a marker that has no fill in the colour of its line: a page-coloured one would not be seen
        look = f"<c:spPr><a:noFill/>{ink.palette.line(mark.fill.role, 2)}<a:effectLst/></c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{round(mark.frame.width)}"/>{look}</c:marker>'


def _names(plot: PointPlot, ink: Ink) -> tuple[str, str]:
    names = plot.chart.categories
    return cell_labels(plot, names, f"{SHEET}!$A$2:$A${len(names) + 1}", ink)


def _axes(plot: PointPlot, ink: Ink) -> str:
    """Return both axes; where there is a reference, they cross there and divide the plane."""
    reference = plot.chart.reference
    along, up = (reference.x, reference.y) if reference else (None, None)
    titles = [series.name for series in plot.chart.series]
    return _axis(plot, ink, CATEGORY_AXIS, VALUE_AXIS, "b", plot.x, titles[0], plot.x_title, up) + _axis(
        plot, ink, VALUE_AXIS, CATEGORY_AXIS, "l", plot.y, titles[1], plot.y_title, along
    )


def _axis(
    plot: PointPlot, ink: Ink, own: int, other: int, side: str, scale: Scale, title: str, place: Frame, at: float | None
) -> str:
    """Return one axis; it crosses the other one's scale `at` a value, at its lower end where there is none."""
    crossing = '<c:crosses val="min"/>' if at is None else f'<c:crossesAt val="{plain(at)}"/>'
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/><c:max val="{plain(scale.maximum)}"/>'
        f'<c:min val="{plain(scale.minimum)}"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        f'{_title(plot, ink, title, place)}<c:numFmt formatCode={quoted(scale.code)} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:noFill/>{ink.palette.line('muted', 0.75)}<a:effectLst/></c:spPr>"
        f'{ink.text(AXIS_BODY, plot.category_size, color="muted")}<c:crossAx val="{other}"/>{crossing}'
        f'<c:crossBetween val="midCat"/><c:majorUnit val="{plain(scale.step)}"/></c:valAx>'
    )


def _title(plot: PointPlot, ink: Ink, text: str, place: Frame) -> str:
    if not place.width:
        return ""
    frame = plot.frame
    x, y = (place.x - frame.x) / frame.width, (place.y - frame.y) / frame.height
    return (
        f"<c:title><c:tx><c:rich>{_TITLE_BODY}<a:lstStyle/><a:p><a:pPr>"
        f"{ink.letters('defRPr', plot.category_size, color='muted')}</a:pPr><a:r>"
        f"{ink.letters('rPr', plot.category_size, color='muted', lang=ink.lang)}<a:t>{escaped(text)}</a:t></a:r></a:p>"
        '</c:rich></c:tx><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.6f}"/><c:y val="{y:.6f}"/></c:manualLayout></c:layout><c:overlay val="0"/>{NOTHING}</c:title>'
    )
