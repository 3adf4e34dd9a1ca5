"""The data of a series: references to the embedded workbook, and the cache a program shows without opening it."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.charts.model import Chart, Series
from deckgen.charts.numbers import format_code, plain
from deckgen.writers.pptx.workbook import SHEET, Cell, Number, column_letters
from deckgen.writers.xml import escaped, quoted


def series_name(series: Series, index: int) -> str:
    """Return the name of a series; nothing where it has none."""
    if not series.name:
        return ""
    return (
        f"<c:tx><c:strRef><c:f>{SHEET}!${column_letters(index + 1)}$1</c:f>{strings((series.name,))}</c:strRef></c:tx>"
    )


def categories(chart: Chart) -> str:
    """Return the categories, which every series repeats."""
    names = chart.categories
    return f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${len(names) + 1}</c:f>{strings(names)}</c:strRef></c:cat>"


def values(series: Series, index: int, role: str = "val") -> str:
    """Return the values of a series, each with the number format that prints it as written.

    `role` is what they are in the words of DrawingML: `xVal`, `yVal` and `bubbleSize` for those of points.
    """
    column = column_letters(index + 1)
    codes = [format_code(value.text) if value else "" for value in series.values]
    common = next(filter(None, codes), "General")
    points = "".join(
        f'<c:pt idx="{i}"{"" if codes[i] == common else " formatCode=" + quoted(codes[i])}>'
        f"<c:v>{plain(value.number)}</c:v></c:pt>"
        for i, value in enumerate(series.values)
        if value
    )
    return (
        f"<c:{role}><c:numRef><c:f>{SHEET}!${column}$2:${column}${len(series.values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>{escaped(common)}</c:formatCode><c:ptCount val="{len(series.values)}"/>{points}'
        f"</c:numCache></c:numRef></c:{role}>"
    )


def column(rows: Sequence[Sequence[Cell]], index: int) -> tuple[str, str]:
    """Return the name and the values of a series that stands in one column of a sheet, blank cells left out."""
    letters, (head, *cells) = column_letters(index), (row[index] for row in rows)
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{plain(cell.number)}</c:v></c:pt>'
        for i, cell in enumerate(cells)
        if isinstance(cell, Number)
    )
    return (
        f"<c:tx><c:strRef><c:f>{SHEET}!${letters}$1</c:f>{strings((str(head),))}</c:strRef></c:tx>",
        f"<c:val><c:numRef><c:f>{SHEET}!${letters}$2:${letters}${len(rows)}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(cells)}"/>{points}'
        "</c:numCache></c:numRef></c:val>",
    )


def strings(texts: tuple[str, ...]) -> str:
    """Return the cache of some texts."""
    points = "".join(f'<c:pt idx="{i}"><c:v>{escaped(text)}</c:v></c:pt>' for i, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
