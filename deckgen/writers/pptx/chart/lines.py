"""Lines: trends and slopes."""

from __future__ import annotations

from deckgen.charts.geometry import Fill, Mark, Plot, Trace
from deckgen.writers.pptx.chart import data
from deckgen.writers.pptx.chart.axes import AXIS_IDS, category_axis, value_axis
from deckgen.writers.pptx.chart.ink import NOTHING, Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS, labels
from deckgen.writers.pptx.chart.names import category_names

_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'
_LABELLED = 7.0
"""Marker of a labelled point on a line whose points have none."""


def line_chart(plot: Plot, ink: Ink) -> str:
    """Return a chart of lines and its axes."""
    base = "muted" if plot.minimum <= 0 and plot.type != "slope" else ""
    return (
        f"{lines(plot, range(len(plot.chart.series)), ink)}{category_names(plot, ink)}"
        f"{category_axis(plot, ink, line=base, ruled=plot.type == 'slope')}{value_axis(plot, ink)}"
    )


def lines(plot: Plot, which: range | list[int], ink: Ink, axes: str = AXIS_IDS) -> str:
    """Return a line chart of some series."""
    series = "".join(line_series(plot, index, ink) for index in which)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:dLbls>{NO_LABELS}</c:dLbls>'
        f'<c:marker val="1"/>{axes}</c:lineChart>'
    )


def line_series(plot: Plot, index: int, ink: Ink) -> str:
    """Return one line; a line of values that are no facts is dashed, its markers hollow."""
    series, marks, trace = plot.chart.series[index], plot.marks[index], plot.traces[index]
    assert trace
    fills = [mark.fill for mark in marks if mark]
    look = next((fill for fill in fills if fill.pattern != "solid"), fills[0] if fills else Fill("grey"))
    line = _line(look, trace, ink)
    shared = _marker(look, trace.marker, ink) if trace.marker else _NO_MARKER
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{data.series_name(series, index)}{line}{shared}'
        f"{''.join(_point(i, mark, look, trace, line, ink) for i, mark in enumerate(marks) if mark)}"
        f"{labels(plot, marks, ink)}{data.categories(plot.chart)}{data.values(series, index)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _point(index: int, mark: Mark, look: Fill, trace: Trace, line: str, ink: Ink) -> str:
    """Return what differs at a point: where a dashed line leaves a fact, and where a line without markers is labelled."""
    if mark.fill != look:
        marker = _NO_MARKER
    elif not trace.marker and mark.label.shown:
        marker = _marker(look, _LABELLED, ink)
    else:
        return ""
    return f'<c:dPt><c:idx val="{index}"/>{marker}<c:bubble3D val="0"/>{line}</c:dPt>'


def _line(look: Fill, trace: Trace, ink: Ink) -> str:
    if not look.role:
        return NOTHING
    dash = '<a:prstDash val="sysDash"/>' if look.pattern != "solid" else ""
    return (
        f'<c:spPr><a:ln w="{round(trace.width * 12700)}" cap="rnd">{ink.palette.fill(look.role)}{dash}<a:round/></a:ln>'
        "<a:effectLst/></c:spPr>"
    )


def _marker(look: Fill, size: float, ink: Ink) -> str:
    inside = ink.palette.fill(look.role if look.pattern == "solid" else "page")
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{round(size)}"/><c:spPr>{inside}'
        f"{ink.palette.line(look.role, 1.5)}<a:effectLst/></c:spPr></c:marker>"
    )
