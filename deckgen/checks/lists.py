"""Lists of words, written as rows."""

from __future__ import annotations


def words(*rows: str) -> frozenset[str]:
    """Return the words of some rows, which stand a space apart."""
    return frozenset(word for row in rows for word in row.split(" "))
