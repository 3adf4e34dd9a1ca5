"""Where a value stands in the outline it was read from."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one line of an outline; line and column count from 1."""

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        """Return the place as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"
