"""How wide characters are: shipped tables of the faces decks name, one em for everything East Asian.

Fonts installed on the machine are never read, so that one outline gives the same deck everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import import_module

# The tables a face takes its widths from, the first one its own: the wider width counts. Where Georgia is not installed, as
# on most machines without Microsoft's fonts, programs show the narrower Times, but a few of its characters are wider.
_TABLES = {
    "arial": ("arial",),
    "liberation sans": ("arial",),
    "helvetica": ("arial",),
    "calibri": ("calibri",),
    "carlito": ("calibri",),
    "times new roman": ("times",),
    "liberation serif": ("times",),
    "times": ("times",),
    "georgia": ("georgia", "times"),
    "gelasio": ("georgia", "times"),
}

# The width of an unknown face, in relation to the widest shipped one. It covers Verdana and Segoe UI.
_CAUTION = 1.12


def measured_faces() -> list[str]:
    """Return the faces whose widths are shipped, by the names under which they are installed."""
    return ["Arial", "Calibri", "Times New Roman", "Georgia"]


def is_measured(face: str) -> bool:
    """Whether a table of a face's widths is shipped; any other face is taken to be wide."""
    return face.lower() in _TABLES


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
    names = _TABLES.get(face.lower())
    if names:
        own, *others = (_read(name, bold) for name in names)
        for other in others:
            own.update({some: max(width, other.get(some, 0.0)) for some, width in own.items()})
        return own
    known = [_read(name, bold) for name in sorted({names[0] for names in _TABLES.values()})]
    characters = dict.fromkeys(character for table in known for character in table)
    return Advances(
        {character: max(table.get(character, 0.0) for table in known) * _CAUTION for character in characters}
    )


@cache
def characters(face: str) -> frozenset[str]:
    """Return the characters a face has, as far as a shipped table tells; of an unknown one those any table lists."""
    own = _TABLES.get(face.lower())
    names = own[:1] if own else sorted({names[0] for names in _TABLES.values()})
    return frozenset(character for name in names for character in _read(name, False))


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
