"""Colours, lines and text of a chart part: the theme's, named in the chart itself, as programs fall back without."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.charts.geometry import Fill
from deckgen.writers.pptx.color import Palette

NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln><a:effectLst/></c:spPr>"
"""The look of what is not to be seen."""

AXIS_BODY = (
    '<a:bodyPr rot="0" spcFirstLastPara="1" vertOverflow="ellipsis" vert="horz" wrap="square" anchor="ctr"'
    ' anchorCtr="1"/>'
)
LABEL_BODY = (
    '<a:bodyPr rot="0" spcFirstLastPara="1" vertOverflow="overflow" horzOverflow="overflow" vert="horz" wrap="none"'
    ' lIns="38100" tIns="19050" rIns="38100" bIns="19050" anchor="ctr" anchorCtr="1"><a:spAutoFit/></a:bodyPr>'
)
PLAIN_BODY = "<a:bodyPr/>"


class Ink(NamedTuple):
    """What a chart is written with: the colours of its theme and its language."""

    palette: Palette
    lang: str

    def text(self, body: str, size: int, bold: bool = False, color: str = "text") -> str:
        """Return the text properties of labels, axes or the whole chart."""
        return (
            f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{self.letters('defRPr', size, bold, color)}</a:pPr>"
            f'<a:endParaRPr lang="{self.lang}"/></a:p></c:txPr>'
        )

    def letters(self, name: str, size: int, bold: bool = False, color: str = "text", lang: str = "") -> str:
        """Return the properties of characters: `defRPr` of a paragraph, `rPr` of a run that says its language."""
        spoken = f'lang="{lang}" ' if lang else ""
        return (
            f'<a:{name} {spoken}sz="{size * 100}" b="{int(bold)}" i="0" u="none" strike="noStrike" kern="1200"'
            f' baseline="0">{self.palette.fill(color)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
            f'<a:cs typeface="+mn-cs"/></a:{name}>'
        )

    def area(self, fill: Fill, bordered: bool = False) -> str:
        """Return fill and outline of a bar or segment; `bordered` ones are parted by a page-coloured line."""
        palette = self.palette
        match fill.pattern:
            case "solid":
                line = palette.line("page", 1.5) if bordered else "<a:ln><a:noFill/></a:ln>"
                body = palette.fill(fill.role) + line
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
