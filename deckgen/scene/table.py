"""Tables on a page: column widths, row heights and the size at which every cell fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.content.run import Paragraph, Run
from deckgen.frame import Frame
from deckgen.scene.items import Cell, TableBox
from deckgen.scene.page import Page, Words
from deckgen.scene.style import Align, TextStyle

CELL_MARGIN_X, CELL_MARGIN_Y = 6.0, 5.0
"""Margins of a cell at the sides and at top and bottom, in points."""


class Column(NamedTuple):
    """The head of a column, its share of the width and how its cells are aligned."""

    head: Words
    weight: float = 1.0
    align: Align = "left"


def cell(
    page: Page,
    words: Words,
    *,
    align: Align = "left",
    fill: str = "",
    color: str = "",
    bold: bool = False,
    accent_bar: bool = False,
) -> Cell:
    """Return a table cell; newlines in the words begin a new paragraph."""
    runs = page.runs(words)
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        for text in more:
            lines.append([run._replace(text=text)])
    paragraphs = tuple(Paragraph(tuple(run for run in line if run.text)) for line in lines)
    return Cell(paragraphs, align, fill, color, bold, accent_bar)


def table(
    page: Page,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    frame: Frame,
    *,
    key: str,
    alt: str,
    head: str | TextStyle = "table-head",
    body: str | TextStyle = "table-cell",
    least_row: float = 30.0,
    stretch: bool = False,
    first_column: bool = True,
    total_row: bool = False,
    banded: bool = False,
) -> TableBox:
    """Return a table at the largest size at which it fits its frame.

    Rows are as high as their text needs, at least `least_row` points; `stretch` spreads what is left of the frame over
    the rows. What does not fit at the smallest size is told by the table's excess.
    """
    head_style, body_style = page.style(head), page.style(body)
    total = sum(column.weight for column in columns)
    widths = [frame.width * column.weight / total for column in columns]
    header = [cell(page, column.head, align=column.align) for column in columns]
    step, heights = 0, [0.0]
    for step in range(max(len(head_style.sizes), len(body_style.sizes))):
        heights = [max(24.0, _height(page, header, widths, head_style, step, True, first_column))]
        for row in rows:
            heights.append(max(least_row, _height(page, row, widths, body_style, step, False, first_column)))
        if sum(heights) <= frame.height:
            break
    excess = max(0.0, sum(heights) - frame.height)
    if stretch and not excess and rows:
        spare = (frame.height - sum(heights)) / len(rows)
        heights = [heights[0], *(height + spare for height in heights[1:])]
    line = body_style.size(step) * 1.32 * body_style.line
    widest = max(widths, default=frame.width)
    return TableBox(
        key=key,
        frame=frame.with_height(sum(heights)),
        widths=tuple(widths),
        heights=tuple(heights),
        rows=(tuple(header), *(tuple(row) for row in rows)),
        head=head_style,
        body=body_style,
        alt=alt,
        path=f"{page.slide.path}.{key}",
        span=page.slide.span,
        prompt=page.slide.prompts.get(key, ""),
        step=step,
        excess=excess,
        excess_chars=excess / line * widest / body_style.size(step),
        first_column=first_column,
        total_row=total_row,
        banded=banded,
    )


def _height(
    page: Page, row: Sequence[Cell], widths: Sequence[float], style: TextStyle, step: int, head: bool, first_column: bool
) -> float:
    """Return the height a row needs, margins included."""
    tallest = 0.0
    for index, (some, width) in enumerate(zip(row, widths, strict=True)):
        bold = head or some.bold or (first_column and index == 0)
        lines = sum(
            len(
                page.setting.typesetter.wrap(
                    paragraph.runs, style.size(step), 0.99 * (width - 2 * CELL_MARGIN_X), bold=bold
                ).lines
            )
            for paragraph in some.paragraphs
        )
        tallest = max(tallest, lines * style.size(step) * 1.32 * style.line)
    return tallest + 2 * CELL_MARGIN_Y
