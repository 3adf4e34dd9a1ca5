"""The workbook behind a chart: the smallest xlsx that opens and edits everywhere, always the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.charts.model import Value
from deckgen.charts.numbers import format_code, plain
from deckgen.writers.pptx.archive import archive
from deckgen.writers.xml import escaped, quoted

SHEET = "Sheet1"
"""The name of the only sheet; categories stand in column A, series from column B, their names in row 1."""

_PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_CONTENT_TYPES = (
    f'{_PROLOG}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SPREADSHEET}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SPREADSHEET}.sharedStrings+xml"/></Types>'
)
_PACKAGE_RELATIONSHIPS = (
    f'{_PROLOG}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_WORKBOOK = (
    f'{_PROLOG}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_WORKBOOK_RELATIONSHIPS = (
    f'{_PROLOG}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
_FIXED_PARTS = (
    ("[Content_Types].xml", _CONTENT_TYPES),
    ("_rels/.rels", _PACKAGE_RELATIONSHIPS),
    ("xl/workbook.xml", _WORKBOOK),
    ("xl/_rels/workbook.xml.rels", _WORKBOOK_RELATIONSHIPS),
)
_STYLES = (
    f'{_PROLOG}<styleSheet xmlns="{_MAIN}">%s<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>%s'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_FIRST_FORMAT = 164
"""Number formats below are Excel's own."""


def column_letters(index: int) -> str:
    """Return the letters of a column, counted from 0: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Number(NamedTuple):
    """A number, the format it is shown in, and the formula it comes from where it is computed."""

    number: float
    code: str = "General"
    formula: str = ""


Cell = str | Number | None


def workbook(
    categories: Sequence[str],
    names: Sequence[str],
    values: Sequence[Sequence[Value | None]],
    unit: str,
    summed: bool = False,
) -> bytes:
    """Return the xlsx with one row per category and one column per series; the unit stands in A1.

    Where the last series is `summed` it is written as the sums of those before it, so that it follows what is edited.
    Each number is stored as it is and shown as it was written.
    """
    rows: list[list[Cell]] = [[unit, *names]]
    last = len(names) if summed else 0
    for row, category in enumerate(categories):
        formulas = [
            f"SUM(B{row + 2}:{column_letters(n - 1)}{row + 2})" if n == last else "" for n in range(1, len(names) + 1)
        ]
        found = ((series[row], formula) for series, formula in zip(values, formulas, strict=True))
        rows.append(
            [category, *(Number(v.number, format_code(v.text), formula) if v else None for v, formula in found)]
        )
    return workbook_of(rows)


def workbook_of(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Return the xlsx with these cells; all rows are equally long. Equal arguments give equal bytes."""
    codes: dict[str, int] = {}
    strings: list[str] = []

    def xml(reference: str, cell: Cell) -> str:
        if not cell:
            return ""
        if isinstance(cell, str):
            strings.append(cell)
            return f'<c r="{reference}" t="s"><v>{len(strings) - 1}</v></c>'
        style = f' s="{codes.setdefault(cell.code, len(codes) + 1)}"' if cell.code != "General" else ""
        formula = f"<f>{escaped(cell.formula)}</f>" if cell.formula else ""
        return f'<c r="{reference}"{style}>{formula}<v>{plain(cell.number)}</v></c>'

    written = [
        _row(number, [xml(f"{column_letters(column)}{number}", cell) for column, cell in enumerate(row)])
        for number, row in enumerate(rows, 1)
    ]
    last = f"{column_letters(len(rows[0]) - 1)}{len(rows)}"
    sheet = (
        f'{_PROLOG}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/>'
        '<cols><col min="1" max="1" width="18" customWidth="1"/></cols>'
        f"<sheetData>{''.join(written)}</sheetData></worksheet>"
    )
    parts = (
        *_FIXED_PARTS,
        ("xl/styles.xml", _styles(codes)),
        ("xl/sharedStrings.xml", _shared(strings)),
        ("xl/worksheets/sheet1.xml", sheet),
    )
    # stored, as the deck around it compresses the workbook whole
    return archive(((name, xml_text.encode()) for name, xml_text in parts), stored=("",))


def _row(number: int, cells: list[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _shared(strings: Sequence[str]) -> str:
    items = "".join(f'<si><t xml:space="preserve">{escaped(text)}</t></si>' for text in strings)
    return f'{_PROLOG}<sst xmlns="{_MAIN}" count="{len(strings)}" uniqueCount="{len(strings)}">{items}</sst>'


def _styles(codes: dict[str, int]) -> str:
    formats = "".join(
        f'<numFmt numFmtId="{_FIRST_FORMAT + index}" formatCode={quoted(code)}/>' for code, index in codes.items()
    )
    number_formats = f'<numFmts count="{len(codes)}">{formats}</numFmts>' if codes else ""
    cells = "".join(
        f'<xf numFmtId="{_FIRST_FORMAT + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for index in codes.values()
    )
    plain_format = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    cell_formats = f'<cellXfs count="{len(codes) + 1}">{plain_format}{cells}</cellXfs>'
    return _STYLES % (number_formats, cell_formats)
