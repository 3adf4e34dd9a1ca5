"""Axes: the categories along one side, the values along the other, whose axis is hidden as every mark is labelled."""

from __future__ import annotations

from deckgen.charts.geometry import Plot
from deckgen.charts.numbers import PERCENT, plain
from deckgen.charts.scale import Scale
from deckgen.writers.pptx.chart.ink import AXIS_BODY, Ink
from deckgen.writers.xml import quoted

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222
"""The ids of the axes; a family that crosses other axes numbers those on from here."""

AXIS_IDS = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
"""The axes a chart names after its series."""


def category_axis(
    plot: Plot, ink: Ink, *, horizontal: bool = False, line: str = "muted", deleted: bool = False, ruled: bool = False
) -> str:
    """Return the axis of the categories; `horizontal` bars run down its side, `line` is the role of its line.

    A `ruled` one has a line at each category.
    """
    place = "none" if plot.named else "low" if plot.minimum < 0 else "nextTo"
    rules = f"<c:majorGridlines><c:spPr>{ink.palette.line('hairline', 0.75)}<a:effectLst/></c:spPr></c:majorGridlines>"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if horizontal else "minMax"}"/></c:scaling><c:delete val="{int(deleted)}"/>'
        f'<c:axPos val="{"l" if horizontal else "b"}"/>{rules if ruled else ""}<c:numFmt formatCode="General" sourceLinked="1"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{place}"/>'
        f"<c:spPr><a:noFill/>{ink.palette.line(line, 0.75)}<a:effectLst/></c:spPr>"
        f"{ink.text(AXIS_BODY, plot.category_size)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def value_axis(plot: Plot, ink: Ink, *, horizontal: bool = False) -> str:
    """Return the axis of the values: hidden, but where they have no labels; then light lines carry its numbers across."""
    if plot.scale:
        return _seen_axis(plot, plot.scale, ink)
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{plain(plot.maximum)}"/><c:min val="{plain(plot.minimum)}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{"t" if horizontal else "l"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{"midCat" if plot.edged else "between"}"/></c:valAx>'
    )


def _seen_axis(plot: Plot, scale: Scale, ink: Ink) -> str:
    code = scale.code + ('"%"' if plot.chart.unit in PERCENT else "")
    code = f'{code};"−"{code}' if plot.minimum < 0 else code
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{plain(plot.maximum)}"/><c:min val="{plain(plot.minimum)}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/><c:majorGridlines><c:spPr>{ink.palette.line("hairline", 0.75)}<a:effectLst/></c:spPr>'
        f'</c:majorGridlines><c:numFmt formatCode={quoted(code)} sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln><a:effectLst/></c:spPr>"
        f'{ink.text(AXIS_BODY, 12, color="muted")}<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{plain(scale.step)}"/></c:valAx>'
    )
