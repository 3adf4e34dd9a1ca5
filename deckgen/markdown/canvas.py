"""A picture that must not be cropped, such as a plot or a page: as large as its shape allows, words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.content.grid import COLUMNS
from deckgen.frame import COLUMN, GUTTER, ROW
from deckgen.markdown.talk import Form
from deckgen.outline.write import Data

_TOP, _ROWS, _LEAST = 21, 57, 8
"""The first row below the title, how many rows there are down to the footer, and the fewest a picture takes."""
_TALLEST, _FEW = 15, 3
"""How many rows a text beside a picture has at most, and how many texts are few enough to be large."""
_BESIDE = 8
"""How many columns a picture takes at most with words beside it."""


def uncropped(title: str, image: dict[str, Data], ratio: float, texts: Sequence[str]) -> Form:
    """Return a slide with the whole of a picture whose width is `ratio` times its height, and with texts on its right."""
    columns, rows = _cells(ratio, _BESIDE if texts else COLUMNS)
    first = 1 if texts else 1 + (COLUMNS - columns) // 2
    top = _TOP + (0 if texts else (_ROWS - rows) // 2)
    place = f"c{first}-{first + columns - 1} r{top}:{top + rows}"
    elements: list[Data] = [{"type": "image", "at": place, "image": image}]
    share = min(_TALLEST, _ROWS // max(1, len(texts)))
    style: Form = {"style": "head"} if len(texts) <= _FEW else {}
    for number, text in enumerate(texts):
        at = _TOP + number * share
        place = f"c{columns + 1}-{COLUMNS} r{at}:{at + share - 1}"
        elements.append({"type": "text", "at": place, **style, "text": text})
    return {"layout": "blank-canvas", "title": title, "elements": elements}


def _cells(ratio: float, most: int) -> tuple[int, int]:
    """Return the columns and rows that a picture fills without being cropped by much: the largest that fit."""
    fitting = []
    for columns in range(2, most + 1):
        width = columns * (COLUMN + GUTTER) - GUTTER
        rows = round(width / ratio / ROW)
        if _LEAST <= rows <= _ROWS - 1:
            fitting.append((columns, rows))
    return max(fitting, default=(most, _LEAST) if ratio > 1 else (2, _ROWS - 1))
