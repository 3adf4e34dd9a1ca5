"""Tables on a page: column widths, row heights and the size at which every cell fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.content.run import Paragraph
from deckgen.frame import Frame
from deckgen.scene.easing import eased_together
from deckgen.scene.items import Cell, TableBox
from deckgen.scene.measures import Words, lines_of
from deckgen.scene.page import Page
from deckgen.style import Align, Anchor, TextStyle, replace
from deckgen.typesetting.fit import PITCH

CELL_MARGIN_X, CELL_MARGIN_Y = 6.0, 5.0
"""Margins of a cell at the sides and at top and bottom, in points.

The first column has none at the left, so that its words begin at the page's margin; only where a cell of it is filled or
marked with a bar do all keep theirs.
"""

_PARTING = 16.0
"""What keeps a column of numbers, which ends at its right edge, from the words beside it, in points."""

_SHORT = 0.08
"""The share of a table's width that even a column of short words gets."""

_TALLEST_ROW = 170.0


class Column(NamedTuple):
    """The head of a column, its share of the width, how its head is aligned, coloured and filled.

    A column without a weight is as wide as its words ask for.
    """

    head: Words
    weight: float = 0.0
    align: Align = "left"
    color: str = ""
    fill: str = ""


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
    lines = lines_of(page.runs(words))
    paragraphs = tuple([Paragraph(tuple([run for run in line if run.text])) for line in lines])
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
    most_row: float = 0.0,
    least_head: float = 24.0,
    head_anchor: Anchor = "bottom",
    first_column: bool = True,
    total_row: bool = False,
) -> TableBox:
    """Return a table at the largest size at which it fits its frame.

    Rows are as high as their text needs, at least `least_row` points; where the frame is higher, the lower rows grow
    until all are equal or `most_row` high. What does not fit at the smallest size is told by the table's excess.
    """
    body_style = page.style(body)
    head_style = _beside(page.style(head), body_style)
    # a filled head is told from its ground by its weight too: it keeps it under any table style a person picks
    heads = [
        cell(page, column.head, align=column.align, color=column.color, fill=column.fill, bold=bool(column.fill))
        for column in columns
    ]
    flush = not any(row[0].fill or row[0].accent_bar for row in rows)
    shown = _parted([heads, *rows], columns, flush)
    widths = _widths(page, columns, shown, frame.width, body_style)
    step, heights, lines = 0, list[float](), list[_Row]()
    for step in range(len(body_style.sizes)):
        head_pair, body_pair = _weights(head_style, step), _weights(body_style, step)
        lines = [
            _row(page, row, widths, body_pair if index else head_pair, first_column) for index, row in enumerate(shown)
        ]
        heights = [max(least_row if index else least_head, row.height) for index, row in enumerate(lines)]
        if sum(heights) <= frame.height:
            break
    # a row of more than half a page is an essay, not a row (`visual.md` §2, class OF-T)
    excess = max(0.0, sum(heights) - frame.height, max(heights[1:], default=0.0) - _TALLEST_ROW)
    heights[1:] = _evened(heights[1:], frame.height - heights[0], most_row)
    size, path = body_style.size(step), f"{page.slide.path}.{key}"
    return TableBox(
        key=key,
        frame=frame.with_height(sum(heights)),
        widths=tuple(widths),
        heights=tuple(heights),
        rows=tuple([_cured(page, row, widths, height) for row, height in zip(lines, heights, strict=True)]),
        head=head_style,
        body=body_style,
        alt=alt,
        path=path,
        span=page.slide.span,
        prompt=page.slide.prompt(path),
        step=step,
        excess=excess,
        excess_chars=excess / (size * PITCH * body_style.line) * max(widths) / size,
        head_anchor=head_anchor,
        first_column=first_column,
        total_row=total_row,
    )


def _parted(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], flush: bool) -> list[list[Cell]]:
    """Return the cells of all rows with what keeps them off their right edges besides the margin.

    A full-width bracket at the right edge hangs into the margin, so that what it closes ends where the numbers do.
    """
    following = [*(column.align for column in columns[1:]), "right"]
    parting = [_PARTING if after != "right" else 0.0 for after in following]
    right = [index for index, column in enumerate(columns) if column.align == "right"]
    parted = [list(row) for row in rows]
    for row in parted:
        for index in right:
            hung = CELL_MARGIN_X if _hangs(row[index]) else 0.0
            row[index] = row[index]._replace(narrowing=parting[index] - hung)
        row[0] = row[0]._replace(flush=flush)
    return parted


def _hangs(some: Cell) -> bool:
    return bool(some.paragraphs) and some.paragraphs[0].plain.endswith("）")


def _beside(head: TextStyle, body: TextStyle) -> TextStyle:
    """Return the style of a header that shrinks no sooner than the cells below it."""
    base, floor = head.sizes[0], head.sizes[-1]
    larger = max(0, base - body.sizes[0])
    return replace(head, sizes=tuple(max(floor, min(base, size + larger)) for size in body.sizes))


def _widths(
    page: Page, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: float, style: TextStyle
) -> list[float]:
    """Return the widths of the columns: by weight where one is given, else by what their words ask for.

    Columns that need less than an equal share get what they need; the others divide the rest.
    """
    if all(column.weight for column in columns):
        total = sum(column.weight for column in columns)
        return [width * column.weight / total for column in columns]
    measured = page.setting.typesetter.width
    needs = [
        max(measured(paragraph.runs, style.sizes[0], bold=True) for row in rows for paragraph in row[index].paragraphs)
        + 2 * CELL_MARGIN_X + rows[0][index].narrowing + 1
        for index in range(len(columns))
    ]  # fmt: skip
    needs = [max(need, width * _SHORT) for need in needs]
    if sum(needs) > width:
        fixed, rest, open_columns = [0.0] * len(needs), width, list(range(len(needs)))
        for index in sorted(open_columns, key=needs.__getitem__):
            if needs[index] > rest / len(open_columns):
                break
            fixed[index] = needs[index]
            rest -= needs[index]
            open_columns.remove(index)
        asked = sum(needs[index] ** 0.5 for index in open_columns)
        return [fixed[index] or rest * needs[index] ** 0.5 / asked for index in range(len(needs))]
    spare = (width - sum(needs)) / len(needs)
    return [need + spare for need in needs]


def _evened(heights: list[float], room: float, most: float) -> list[float]:
    """Return the heights with the lower ones raised to one level, as far as there is room, at most `most` points."""
    left, count = room, len(heights)
    for height in sorted(heights, reverse=True):
        if height * count <= left:
            break
        left -= height
        count -= 1
    level = min(most, left / count) if count else 0.0
    return [max(height, level) for height in heights]


class _Row(NamedTuple):
    """A row at one size: how each of its cells is set, which of them may take more than one line, the height it needs."""

    cells: Sequence[Cell]
    styles: list[TextStyle]
    long: list[int]
    height: float


def _weights(style: TextStyle, step: int) -> tuple[TextStyle, TextStyle]:
    """Return a style at one size, as it is and bold."""
    plain = replace(style, sizes=(style.size(step),))
    return plain, plain if plain.bold else replace(plain, bold=True)


def _row(
    page: Page, row: Sequence[Cell], widths: Sequence[float], weights: tuple[TextStyle, TextStyle], first_column: bool
) -> _Row:
    """Return how a row is set, its first column bold where it names the rows; its height includes the margins."""
    plain, strong = weights
    styles = [strong if some.bold or (first_column and index == 0) else plain for index, some in enumerate(row)]
    long = [
        index
        for index, (some, width, style) in enumerate(zip(row, widths, styles, strict=True))
        if not _is_one_line(page, some, _inner(some, width), style)
    ]
    least = plain.sizes[0] * PITCH * plain.line if len(long) < len(row) else 0.0
    fit = page.setting.typesetter
    needed = [fit.natural_height(row[n].paragraphs, (styles[n],), _inner(row[n], widths[n])) for n in long]
    return _Row(row, styles, long, max([least, *needed]) + 2 * CELL_MARGIN_Y)


def _is_one_line(page: Page, some: Cell, width: float, style: TextStyle) -> bool:
    """Whether a cell holds one line for certain, as most do: it needs no breaking and ends well."""
    measured = page.setting.typesetter.width
    return len(some.paragraphs) == 1 and (
        measured(some.paragraphs[0].runs, style.sizes[0], bold=style.bold) < 0.98 * width
    )


def _cured(page: Page, row: _Row, widths: Sequence[float], height: float) -> tuple[Cell, ...]:
    """Return the cells of a row, narrowed where a line would end badly."""
    cells = list(row.cells)
    for index in row.long:
        some, style = cells[index], row.styles[index]
        cells[index] = _cured_cell(page, some, _inner(some, widths[index]), style, height - 2 * CELL_MARGIN_Y)
    return tuple(cells)


def _cured_cell(page: Page, some: Cell, width: float, style: TextStyle, height: float) -> Cell:
    eased = eased_together([paragraph.runs for paragraph in some.paragraphs], style, page, width)
    fit = page.setting.typesetter.fit(some.paragraphs, (style,), eased, height)
    return some._replace(narrowing=some.narrowing + width - eased + fit.narrowing, torn=fit.torn)


def _inner(some: Cell, width: float) -> float:
    return width - (1 if some.flush else 2) * CELL_MARGIN_X - some.narrowing
