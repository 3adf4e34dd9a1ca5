"""The data of a series: references to the embedded workbook, and the cache a program shows without opening it."""

from __future__ import annotations

from deckgen.charts.model import Chart, Series
from deckgen.charts.numbers import format_code, plain
from deckgen.writers.pptx.workbook import SHEET, column_letters
from deckgen.writers.pptx.xml import escaped, quoted


def series_name(series: Series, index: int) -> str:
    """Return the name of a series; nothing where it has none."""
    if not series.name:
        return ""
    return (
        f"<c:tx><c:strRef><c:f>{SHEET}!${column_letters(index + 1)}$1</c:f>{_strings((series.name,))}</c:strRef></c:tx>"
    )


def categories(chart: Chart) -> str:
    """Return the categories, which every series repeats."""
    names = chart.categories
    return f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${len(names) + 1}</c:f>{_strings(names)}</c:strRef></c:cat>"


def values(series: Series, index: int) -> str:
    """Return the values of a series, each with the number format that prints it as written."""
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
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${len(series.values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>{escaped(common)}</c:formatCode><c:ptCount val="{len(series.values)}"/>{points}'
        "</c:numCache></c:numRef></c:val>"
    )


def _strings(texts: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escaped(text)}</c:v></c:pt>' for i, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
