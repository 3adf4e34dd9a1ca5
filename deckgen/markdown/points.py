"""Anything a slide of a talk holds, as points with lines of support."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from deckgen.markdown.talk import Block, Columns, Heading, Listed, Paragraph, Quote, Table
from deckgen.markdown.wording import joined, length
from deckgen.outline.write import Data

Point: TypeAlias = "tuple[str, tuple[str, ...]]"
"""A point and the lines below it."""

_SUPPORT = 44
"""The longest line below a point, in full-width characters."""

_SENTENCE_END = re.compile(r"(?<=[。！？；])|(?<=[.!?;])\s+")


def points_of(blocks: Sequence[Block]) -> list[Point]:
    """Return blocks of any kind as points with what stands below them."""
    found: list[Point] = []
    head = ""
    for block in blocks:
        if isinstance(block, Heading):
            found += [(head, ())] if head else []
            head = block.text
            continue
        inner: list[Point] = []
        if isinstance(block, Paragraph):
            inner = [(text, ()) for text in _sentences(block.text)]
        elif isinstance(block, Listed):
            number = len(block.entries) > 1 and block.ordered
            inner = [
                (f"{at}. {entry.text}" if number else entry.text, entry.below)
                for at, entry in enumerate(block.entries, 1)
            ]
        elif isinstance(block, Quote):
            inner = [(f"{block.text} — {block.name}" if block.name else block.text, ())]
        elif isinstance(block, Table):
            inner = [(_row(row), ()) for row in (block.head, *block.rows)]
        elif isinstance(block, Columns):
            inner = [point for column in block.columns for point in points_of(column)]
        if head:
            found.append((head, tuple(text for point, below in inner for text in (point, *below))))
            head = ""
        else:
            found += inner
    return [*found, (head, ())] if head else found


def _row(cells: Sequence[str]) -> str:
    return " · ".join(cell for cell in cells if cell) or "–"


def _sentences(text: str) -> list[str]:
    """Return the sentences of a long paragraph, a short one whole."""
    if length(text) <= 44 or "**" in text or "](" in text:
        return [text]
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def bullets(points: Sequence[Point], *, below: bool = True) -> Iterator[Data]:
    """Yield points as a list takes them, with up to two lines below each; without `below` all are points of their own."""
    for text, lines in points:
        if not lines or not below:
            yield text
            yield from lines
            continue
        middle = (len(lines) + 1) // 2
        halves = [joined(lines[:middle]), joined(lines[middle:])] if len(lines) > 2 else list(lines)
        if any(length(half) > _SUPPORT for half in halves):
            yield {"text": text, "sub": list(lines[:2])}
            yield from lines[2:]
        else:
            yield {"text": text, "sub": halves}


def in_one(point: Point) -> str:
    """Return a point and what stands below it as one text."""
    return joined([point[0], *point[1]])
