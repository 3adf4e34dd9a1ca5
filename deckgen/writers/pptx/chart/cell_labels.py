"""Data labels that print the text of cells, as PowerPoint has written them since 2013: they follow the workbook."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from deckgen.charts.geometry import DataLabel, Plot
from deckgen.writers.pptx.chart.data import strings
from deckgen.writers.pptx.chart.ink import LABEL_BODY, NOTHING, Ink
from deckgen.writers.pptx.chart.labels import NO_LABELS
from deckgen.writers.xml import escaped

_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_LABEL_URI, _RANGE_URI = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"


def cell_labels(plot: Plot, texts: Sequence[str], cells: str, ink: Ink) -> tuple[str, str]:
    """Return the labels of the first marks of a plot and the extension that names the cells they print.

    `cells` is their range in the workbook, `texts` what it shows.
    """
    labels = [mark.label for mark in plot.marks[0] if mark]
    own = "".join(_label(plot, i, text, label, ink) for i, (text, label) in enumerate(zip(texts, labels, strict=True)))
    return (
        f"<c:dLbls>{own}{NOTHING}{ink.text(LABEL_BODY, plot.label_size)}{NO_LABELS}<c:extLst>"
        f'<c:ext uri="{_LABEL_URI}" xmlns:c15="{_C15}"><c15:showLeaderLines val="0"/>'
        "</c:ext></c:extLst></c:dLbls>",
        f'<c:extLst><c:ext uri="{_RANGE_URI}" xmlns:c15="{_C15}"><c15:datalabelsRange><c15:f>{cells}</c15:f>'
        f"{strings(tuple(texts)).replace('c:strCache', 'c15:dlblRangeCache')}</c15:datalabelsRange></c:ext></c:extLst>",
    )


def _label(plot: Plot, index: int, text: str, label: DataLabel, ink: Ink) -> str:
    """Return one label: a field that PowerPoint fills from the cell; other programs show the text it was filled with."""
    field = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{index} {text}")).upper()
    letters = plot.label_size, label.bold, label.color
    across, down = label.shift[0] / plot.frame.width, label.shift[1] / plot.frame.height
    moved = f'<c:layout><c:manualLayout><c:x val="{across:.6f}"/><c:y val="{down:.6f}"/></c:manualLayout></c:layout>'
    return (
        f'<c:dLbl><c:idx val="{index}"/>{moved if label.shift != (0.0, 0.0) else ""}<c:tx><c:rich>{LABEL_BODY}'
        f"<a:lstStyle/><a:p><a:pPr>{ink.letters('defRPr', *letters)}</a:pPr>"
        f'<a:fld id="{{{field}}}" type="CELLRANGE">{ink.letters("rPr", *letters, ink.lang)}'
        f"<a:pPr>{ink.letters('defRPr', *letters)}</a:pPr><a:t>{escaped(text)}</a:t></a:fld>"
        f'<a:endParaRPr lang="{ink.lang}"/></a:p></c:rich></c:tx>{NOTHING}'
        f'<c:dLblPos val="{label.place}"/>{NO_LABELS}<c:extLst><c:ext uri="{_LABEL_URI}" xmlns:c15="{_C15}">'
        '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>'
    )
