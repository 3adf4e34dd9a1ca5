"""Tables: the lines, grounds and weights that the deck's table style gives them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from deckgen.frame import Frame
from deckgen.scene.items import Cell, Stroke, TableBox
from deckgen.scene.table import CELL_MARGIN_X, CELL_MARGIN_Y
from deckgen.style import TextStyle, replace
from deckgen.typesetting import Typesetter
from deckgen.typesetting.fit import PITCH
from deckgen.writers.svg.geometry import rectangle
from deckgen.writers.svg.lines import Line, set_in
from deckgen.writers.svg.paint import Paint, number
from deckgen.writers.svg.text import TextWriter

_HAIRLINE, _STRONG = Stroke("hairline", 0.75), Stroke("text", 1.5)
_BAR = 3.0
"""Width of the bar at the left of an accented cell."""


def table(item: TableBox, paint: Paint, text: TextWriter) -> str:
    """Return a table: grounds, then lines, then words."""
    cells = list(cell_lines(item, text.typesetter))
    grounds = "".join(
        [f'{rectangle(frame)} fill="{paint.color(cell.fill)}"/>' for cell, frame, _ in cells if cell.fill]
    )
    bars = "".join(
        [
            f'{rectangle(frame._replace(x=frame.x - _BAR / 2, width=_BAR))} fill="{paint.color("accent")}"/>'
            for cell, frame, _ in cells
            if cell.accent_bar
        ]
    )
    words = "".join([text.lines(lines) for _, _, lines in cells])
    return f"{grounds}{''.join(_rules(item, paint))}{bars}{words}"


def cell_lines(item: TableBox, typesetter: Typesetter) -> Iterator[tuple[Cell, Frame, list[Line]]]:
    """Yield the cells of a table with their frames and lines."""
    lefts = accumulate(item.widths, initial=item.frame.x)
    columns = list(zip(lefts, item.widths, strict=False))
    tops = accumulate(item.heights, initial=item.frame.y)
    for row, (cells, top, height) in enumerate(zip(item.rows, tops, item.heights, strict=False)):
        for column, (cell, (left, width)) in enumerate(zip(cells, columns, strict=True)):
            frame = Frame(left, top, width, height)
            inner = frame.inset(
                0 if cell.flush else CELL_MARGIN_X, CELL_MARGIN_Y, CELL_MARGIN_X + cell.narrowing, CELL_MARGIN_Y
            )
            anchor = item.head_anchor if row == 0 else "middle"
            style = _style(item, cell, row, column)
            yield cell, frame, set_in(cell.paragraphs, (style,), inner, typesetter, anchor, pitch=PITCH)


def _style(item: TableBox, cell: Cell, row: int, column: int) -> TextStyle:
    """Return how a cell is set: what the table style gives its row and column, and what the cell says itself."""
    style = item.body if row else item.head
    strong = row == 0 or (item.first_column and column == 0) or (item.total_row and row == len(item.rows) - 1)
    return replace(
        style,
        sizes=(style.size(item.step),),
        bold=cell.bold or strong,
        color=cell.color or ("text" if row else "muted"),
        align=cell.align,
        after=0,
        before=0,
        marker="",
        indent=0,
        major=False,
    )


def _rules(item: TableBox, paint: Paint) -> Iterator[str]:
    """Yield the lines below the rows: a strong one below the head and above a row of sums."""
    count = len(item.rows)
    for row, y in enumerate(accumulate(item.heights, initial=item.frame.y)):
        if not row:
            continue
        strong = row == 1 or (item.total_row and row == count - 1)
        stroke = paint.stroke(_STRONG if strong else _HAIRLINE)
        yield f'<path d="M{number(item.frame.x)} {number(y)}H{number(item.frame.right)}" fill="none"{stroke}/>'
