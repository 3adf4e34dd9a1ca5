"""A change that mends an outline: some characters of a line, and what stands there instead."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """Characters `start` to `end` of a line and the text that replaces them; rows and columns count from 0."""

    row: int
    start: int
    end: int
    text: str

    def touches(self, other: Change) -> bool:
        """Whether the two claim the same characters, or the same place between two."""
        if self.row != other.row:
            return False
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end
