"""Tables as native `a:tbl`, and the table style of the deck."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from deckgen.scene.items import Cell, TableBox
from deckgen.scene.table import CELL_MARGIN_X, CELL_MARGIN_Y
from deckgen.style import Anchor
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.names import MAIN, PROLOG, emu
from deckgen.writers.pptx.shape import named, transform
from deckgen.writers.pptx.text import TextWriter, mark_size
from deckgen.writers.xml import escaped

STYLE_ID = "{6E1C2A5B-3D47-4F0E-9A61-5B7C8D2E4F10}"
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}


def table_styles_part(palette: Palette) -> bytes:
    """Return the deck's table style: no vertical rules, hairlines between rows, a strong line under the header."""

    def line(side: str, role: str, width: float) -> str:
        return f"<a:{side}>{palette.line(role, width)}</a:{side}>"

    def none(*sides: str) -> str:
        return "".join(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in sides)

    def font(bold: str, role: str = "") -> str:
        color = palette.color(role) if role else ""
        return f'<a:tcTxStyle b="{bold}"><a:fontRef idx="minor"/>{color}</a:tcTxStyle>'

    return (
        f'{PROLOG}<a:tblStyleLst xmlns:a="{MAIN}" def="{STYLE_ID}"><a:tblStyle styleId="{STYLE_ID}" styleName="deckgen">'
        f"<a:wholeTbl>{font('off', 'text')}<a:tcStyle><a:tcBdr>{none('left', 'right', 'top')}"
        f"{line('bottom', 'hairline', 0.75)}{line('insideH', 'hairline', 0.75)}{none('insideV')}</a:tcBdr>"
        "<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        f"<a:band1H><a:tcStyle><a:tcBdr/><a:fill>{palette.fill('surface')}</a:fill></a:tcStyle></a:band1H>"
        f"<a:firstCol>{font('on')}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:lastRow>{font('on', 'text')}<a:tcStyle><a:tcBdr>{line('top', 'text', 1.5)}</a:tcBdr></a:tcStyle></a:lastRow>"
        f"<a:firstRow>{font('on', 'muted')}<a:tcStyle><a:tcBdr>{line('bottom', 'text', 1.5)}</a:tcBdr></a:tcStyle>"
        "</a:firstRow></a:tblStyle></a:tblStyleLst>"
    ).encode()


def table(item: TableBox, number: int, ph: str, palette: Palette, text: TextWriter, link: Callable[[str], str]) -> str:
    """Return the graphic frame of a table in its placeholder."""
    flags = 'firstRow="1"' + (' firstCol="1"' if item.first_column else "") + (' lastRow="1"' if item.total_row else "")
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in item.widths)
    rows = "".join(
        f'<a:tr h="{emu(height)}">{"".join(_cell(cell, item, index == 0, palette, text, link) for cell in row)}</a:tr>'
        for index, (height, row) in enumerate(zip(item.heights, item.rows, strict=True))
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named(number, item.key, alt=item.alt)}<p:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvGraphicFramePr>'
        f"{transform(item.frame, 'p')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f"<a:tblPr {flags}><a:tableStyleId>{STYLE_ID}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(
    cell: Cell, item: TableBox, head: bool, palette: Palette, text: TextWriter, link: Callable[[str], str]
) -> str:
    style = item.head if head else item.body
    size = style.size(item.step)
    bold = ' b="1"' if cell.bold else ""
    color = palette.fill(cell.color) if cell.color else ""
    align = f' algn="{_ALIGNS[cell.align]}"' if cell.align != "left" else ""
    paragraphs = ""
    for paragraph in cell.paragraphs:
        runs = ""
        for run in paragraph.runs:
            own = palette.fill(run.color) if run.color else color
            linked = f'<a:hlinkClick r:id="{link(run.link)}"/>' if run.link else ""
            weight = ' b="1"' if run.bold else bold
            mark = ' baseline="30000"' if run.mark else ""
            own_size = mark_size(size) if run.mark else round(size * run.scale)
            runs += (
                f'<a:r><a:rPr {text.lang(run.text)} sz="{own_size * 100}"{weight}{mark}>{own}{linked}'
                f"</a:rPr><a:t>{escaped(run.text)}</a:t></a:r>"
            )
        end = "" if runs else f'<a:endParaRPr lang="en-US" sz="{size * 100}"/>'
        paragraphs += f"<a:p><a:pPr{align}>{_spacing(style.line)}</a:pPr>{runs}{end}</a:p>"
    bar = f'<a:lnL w="38100">{palette.fill("accent")}</a:lnL>' if cell.accent_bar else ""
    fill = palette.fill(cell.fill) if cell.fill else ""
    place = _place(cell.flush, cell.narrowing, item.head_anchor if head else "middle")
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs or '<a:p/>'}</a:txBody>"
        f"<a:tcPr {place}>{bar}{fill}</a:tcPr></a:tc>"
    )


@lru_cache(maxsize=256)
def _spacing(line: float) -> str:
    return f'<a:lnSpc><a:spcPct val="{round(line * 100000)}"/></a:lnSpc>'


@lru_cache(maxsize=256)
def _place(flush: bool, narrowing: float, anchor: Anchor) -> str:
    """Return where text stands in a cell, as attributes: alike in most cells of a deck."""
    x, y = emu(CELL_MARGIN_X), emu(CELL_MARGIN_Y)
    return (
        f'marL="{0 if flush else x}" marR="{emu(CELL_MARGIN_X + narrowing)}" marT="{y}" marB="{y}" '
        f'anchor="{_ANCHORS[anchor]}"'
    )
