"""Rows of a table as an outline writes them."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.content.mistake import mistake
from deckgen.content.text import Text


def check_cells(cells: Sequence[Text], wanted: int) -> None:
    """Check that a row has as many cells as its table has columns.

    Raises:
        PydanticCustomError: it has more or fewer.
    """
    if len(cells) != wanted:
        count = f"{len(cells)} cell{'s' * (len(cells) != 1)}"
        raise mistake(
            "uneven-row",
            f"这一行有 {len(cells)} 格，表格却有 {wanted} 列。",
            f"The row has {count}, but the table {wanted} columns.",
            '请补上缺的格（空格写成 ""），或删去多的。',
            'Add what is missing (write "" for an empty cell) or drop what is not needed.',
            cells[0].span if cells else None,
        )
