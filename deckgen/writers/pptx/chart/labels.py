"""Data labels: what most points of a series share, and each point that differs."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.charts.geometry import DataLabel, Mark, Plot
from deckgen.writers.pptx.chart.ink import LABEL_BODY, NOTHING, Ink
from deckgen.writers.xml import quoted

NO_LABELS = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
"""What PowerPoint writes after the series of a chart: no labels beyond those of the series."""


HIDDEN = DataLabel("General", shown=False)
DELETED = '<c:delete val="1"/>'


def labels(plot: Plot, marks: Sequence[Mark | None], ink: Ink) -> str:
    """Return the labels of one series."""
    shown = [(mark.label, mark.plated) for mark in marks if mark]
    if not shown:
        return ""
    # what all share has no place of its own: a label that is moved always stands for itself
    common, plated = max([look for look in shown if look[0].shift == (0.0, 0.0)] or [(HIDDEN, False)], key=shown.count)
    own = "".join(
        f'<c:dLbl><c:idx val="{i}"/>{_label(plot, mark.label, mark.plated, ink)}</c:dLbl>'
        for i, mark in enumerate(marks)
        if mark and (mark.label, mark.plated) != (common, plated) and (mark.label.shown or common.shown)
    )
    if common.shown:
        return f'<c:dLbls>{own}{_label(plot, common, plated, ink)}<c:showLeaderLines val="0"/></c:dLbls>'
    rest = f'{NO_LABELS}<c:showLeaderLines val="0"/>' if own else DELETED
    return f"<c:dLbls>{own}{rest}</c:dLbls>"


def _label(plot: Plot, label: DataLabel, plated: bool, ink: Ink) -> str:
    if not label.shown:
        return DELETED
    position = f'<c:dLblPos val="{label.place}"/>' if label.place else ""
    separator = f"<c:separator>{label.separator}</c:separator>" if label.named else ""
    ground = f"<c:spPr>{ink.palette.fill('page')}<a:ln><a:noFill/></a:ln><a:effectLst/></c:spPr>" if plated else NOTHING
    across, down = label.shift[0] / plot.frame.width, label.shift[1] / plot.frame.height
    layout = f'<c:layout><c:manualLayout><c:x val="{across:.6f}"/><c:y val="{down:.6f}"/></c:manualLayout></c:layout>'
    return (
        f'{layout if across or down else ""}<c:numFmt formatCode={quoted(label.format_code)} sourceLinked="0"/>{ground}'
        f"{ink.text(LABEL_BODY, plot.label_size, label.bold, label.color)}{position}"
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(label.named)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )
