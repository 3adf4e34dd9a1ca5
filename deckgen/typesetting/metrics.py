"""How wide characters are: shipped tables of the faces decks name, one em for everything East Asian.

Fonts installed on the machine are never read, so that one outline gives the same deck everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import import_module

# Faces that share their widths with a shipped table.
_TABLES = {
    "arial": "arial",
    "liberation sans": "arial",
    "helvetica": "arial",
    "calibri": "calibri",
    "carlito": "calibri",
    "times new roman": "times",
    "liberation serif": "times",
    "times": "times",
}

# The width of an unknown face, in relation to the widest shipped one. It covers Georgia, Verdana and Segoe UI.
_CAUTION = 1.12


class Advances(dict[str, float]):
    """Advance widths in em of one face and weight; characters the face lacks get the width of their class."""

    def __missing__(self, character: str) -> float:
        """Remember and return the class width of a character the face lacks."""
        width = self[character] = class_width(character)
        return width


def class_width(character: str) -> float:
    """Return the width in em of a character that falls back to another font: one em, or none for combining ones."""
    return 0.0 if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc") else 1.0


@cache
def advances(face: str, bold: bool) -> Advances:
    """Return the widths of a face; of an unknown one, widths that are safely too large."""
    name = _TABLES.get(face.lower())
    if name:
        return _read(name, bold)
    known = [_read(name, bold) for name in sorted(set(_TABLES.values()))]
    characters = dict.fromkeys(character for table in known for character in table)
    return Advances(
        {character: max(table.get(character, 0.0) for table in known) * _CAUTION for character in characters}
    )


def _read(name: str, bold: bool) -> Advances:
    module = import_module(f"deckgen.typesetting.widths_{name}")
    table: tuple[tuple[int, str], ...] = module.BOLD if bold else module.REGULAR
    return Advances(
        {
            chr(first + index): int(width) / module.UNITS
            for first, widths in table
            for index, width in enumerate(widths.split())
        }
    )
