"""The chart part: a plot as DrawingML, in the structure and order PowerPoint saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from deckgen.charts.donut import HOLE
from deckgen.charts.geometry import DataLabel, Fill, Mark, Plot
from deckgen.charts.model import Series
from deckgen.charts.numbers import format_code, plain
from deckgen.frame import Frame
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.workbook import SHEET, column_letters
from deckgen.writers.pptx.xml import escaped, quoted

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
_NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln><a:effectLst/></c:spPr>"
_NO_LABELS = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
_LABEL_BODY = (
    '<a:bodyPr rot="0" spcFirstLastPara="1" vertOverflow="overflow" horzOverflow="overflow" vert="horz" wrap="none"'
    ' lIns="38100" tIns="19050" rIns="38100" bIns="19050" anchor="ctr" anchorCtr="1"><a:spAutoFit/></a:bodyPr>'
)
_AXIS_BODY = (
    '<a:bodyPr rot="0" spcFirstLastPara="1" vertOverflow="ellipsis" vert="horz" wrap="square" anchor="ctr"'
    ' anchorCtr="1"/>'
)


def chart_xml(plot: Plot, palette: Palette, workbook_rid: str) -> bytes:
    """Return the chart part of a plot; `workbook_rid` is its relationship to the embedded workbook."""
    lang = plot.chart.lang
    text = partial(_text, palette, lang)
    legend = _legend(plot, text) if plot.legend else ""
    return (
        f'{_HEAD.format(lang=lang)}<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(plot.inner, plot.frame)}'
        f"{_BODIES[plot.type](plot, palette, text)}{_NOTHING}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/><c:showDLblsOverMax val="0"/></c:chart>'
        f"{_NOTHING}{text('<a:bodyPr/>', plot.label_size, False, 'text')}"
        f'<c:externalData r:id="{workbook_rid}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


TextOf = Callable[[str, int, bool, str], str]


def _bar_chart(plot: Plot, palette: Palette, text: TextOf) -> str:
    horizontal = plot.type != "column"
    grouping = "percentStacked" if plot.type == "stacked100" else "clustered"
    series = "".join(_series(plot, palette, text, index) for index in range(len(plot.chart.series)))
    return (
        f'<c:barChart><c:barDir val="{"bar" if horizontal else "col"}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:dLbls>{_NO_LABELS}</c:dLbls><c:gapWidth val="{plot.gap}"/>'
        f'<c:overlap val="{plot.overlap}"/><c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
        f"{_category_axis(plot, palette, text, horizontal)}{_value_axis(plot, horizontal)}"
    )


def _doughnut_chart(plot: Plot, palette: Palette, text: TextOf) -> str:
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{_series(plot, palette, text, 0)}<c:dLbls>{_NO_LABELS}'
        '<c:showLeaderLines val="0"/></c:dLbls><c:firstSliceAng val="0"/>'
        f'<c:holeSize val="{HOLE}"/></c:doughnutChart>'
    )


_BODIES: Mapping[str, Callable[[Plot, Palette, TextOf], str]] = {
    "bar": _bar_chart,
    "column": _bar_chart,
    "stacked100": _bar_chart,
    "donut": _doughnut_chart,
}


def _series(plot: Plot, palette: Palette, text: TextOf, index: int) -> str:
    series, marks = plot.chart.series[index], plot.marks[index]
    inverted = "" if plot.type == "donut" else '<c:invertIfNegative val="0"/>'
    fills = [mark.fill for mark in marks if mark]
    common = max(fills, key=fills.count) if fills else Fill("grey")
    bordered = plot.type in ("stacked100", "donut")
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/>{inverted}<c:bubble3D val="0"/>{_look(mark.fill, palette, bordered)}</c:dPt>'
        for i, mark in enumerate(marks)
        if mark and (mark.fill != common or plot.type == "donut")
    )
    column = column_letters(index + 1)
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{_name(series, column)}'
        f"{_look(common, palette, bordered)}{inverted}{points}{_labels(plot, text, marks)}"
        f"{_categories(plot)}{_values(series, column)}</c:ser>"
    )


def _name(series: Series, column: str) -> str:
    if not series.name:
        return ""
    return f"<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>{_strings((series.name,))}</c:strRef></c:tx>"


def _categories(plot: Plot) -> str:
    categories = plot.chart.categories
    return f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${len(categories) + 1}</c:f>{_strings(categories)}</c:strRef></c:cat>"


def _strings(texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escaped(text)}</c:v></c:pt>' for i, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _values(series: Series, column: str) -> str:
    codes = [format_code(value.text) if value else "" for value in series.values]
    common = next(filter(None, codes), "General")
    points = "".join(
        f'<c:pt idx="{i}"{"" if codes[i] == common else " formatCode=" + quoted(codes[i])}>'
        f"<c:v>{plain(value.number)}</c:v></c:pt>"
        for i, value in enumerate(series.values)
        if value
    )
    return (
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${len(series.values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>{escaped(common)}</c:formatCode><c:ptCount val="{len(series.values)}"/>{points}'
        "</c:numCache></c:numRef></c:val>"
    )


def _labels(plot: Plot, text: TextOf, marks: tuple[Mark | None, ...]) -> str:
    """Return the labels of a series: what most points share, and each point that differs."""
    labels = [mark.label for mark in marks if mark]
    if not labels:
        return ""
    common = max(labels, key=labels.count)
    own = "".join(
        f'<c:dLbl><c:idx val="{i}"/>{_label(plot, mark.label, text)}</c:dLbl>'
        for i, mark in enumerate(marks)
        if mark and mark.label != common
    )
    last = '<c:showLeaderLines val="0"/>' if common.shown else ""
    return f"<c:dLbls>{own}{_label(plot, common, text)}{last}</c:dLbls>"


def _label(plot: Plot, label: DataLabel, text: TextOf) -> str:
    if not label.shown:
        return '<c:delete val="1"/>'
    place = {"stacked100": "ctr", "donut": ""}.get(plot.type, "inEnd" if label.inside else "outEnd")
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    between = " " if plot.type == "bar" or (len(plot.chart.categories) > 1 and plot.type == "stacked100") else "\n"
    separator = f"<c:separator>{between}</c:separator>" if label.named else ""
    return (
        f'<c:numFmt formatCode={quoted(label.format_code)} sourceLinked="0"/>{_NOTHING}'
        f"{text(_LABEL_BODY, plot.label_size, label.bold, label.color)}{position}"
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(label.named)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )


def _category_axis(plot: Plot, palette: Palette, text: TextOf, horizontal: bool) -> str:
    lone = plot.type == "stacked100" and len(plot.chart.categories) == 1
    place = "low" if plot.minimum < 0 else "nextTo"
    line = "<a:ln><a:noFill/></a:ln>" if plot.type == "stacked100" else palette.line("muted", 0.75)
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if horizontal else "minMax"}"/></c:scaling><c:delete val="{int(lone)}"/>'
        f'<c:axPos val="{"l" if horizontal else "b"}"/><c:numFmt formatCode="General" sourceLinked="1"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{place}"/>'
        f"<c:spPr><a:noFill/>{line}<a:effectLst/></c:spPr>{text(_AXIS_BODY, plot.category_size, False, 'text')}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(plot: Plot, horizontal: bool) -> str:
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{plain(plot.maximum)}"/><c:min val="{plain(plot.minimum)}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{"t" if horizontal else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _legend(plot: Plot, text: TextOf) -> str:
    assert plot.legend
    layout = _layout(plot.legend, plot.frame, inner=False)
    return (
        f'<c:legend><c:legendPos val="t"/>{layout}<c:overlay val="0"/>{_NOTHING}'
        f"{text(_AXIS_BODY, 12, False, 'text')}</c:legend>"
    )


def _layout(place: Frame, frame: Frame, inner: bool = True) -> str:
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    x, y = (place.x - frame.x) / frame.width, (place.y - frame.y) / frame.height
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.6f}"/>'
        f'<c:y val="{y:.6f}"/><c:w val="{place.width / frame.width:.6f}"/><c:h val="{place.height / frame.height:.6f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _look(fill: Fill, palette: Palette, bordered: bool) -> str:
    """Return fill and outline of a mark; solid segments of a whole are parted by a page-coloured line."""
    match fill.pattern:
        case "solid":
            body = palette.fill(fill.role) + (palette.line("page", 1.5) if bordered else "<a:ln><a:noFill/></a:ln>")
        case "outlined":
            body = palette.fill("page") + palette.line(fill.role, 1.5)
        case "dashed":
            body = palette.fill("page") + palette.line(fill.role, 1.5, "dash")
        case "hatched":
            body = (
                f'<a:pattFill prst="wdUpDiag"><a:fgClr>{palette.color(fill.role)}</a:fgClr>'
                f"<a:bgClr>{palette.color('page')}</a:bgClr></a:pattFill>{palette.line(fill.role, 1.5)}"
            )
    return f"<c:spPr>{body}<a:effectLst/></c:spPr>"


def _text(palette: Palette, lang: str, body: str, size: int, bold: bool, color: str) -> str:
    return (
        f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size * 100}" b="{int(bold)}" i="0" u="none"'
        f' strike="noStrike" kern="1200" baseline="0">{palette.fill(color)}<a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr><a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
    )
