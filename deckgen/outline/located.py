"""Where each character of a value stands in the lines of its outline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.problems import Span

Places = Sequence["tuple[int, int] | None"]
"""A row and a column, from 0, for each character; None for one that is not written as it reads: `\\n`, a folded line end."""

_BLOCK = re.compile(r"[|>][1-9]?[+-]?[1-9]?[ \t]*(?:#.*)?$")
_ENDED = re.compile(r"[ \t]*(?:$|[,:\]}]|#)")
_BEHIND = ("", *" \t\n,:]}")
"""What may stand behind a value."""
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", " ": " "}


def located(value: str, span: Span, lines: Sequence[str]) -> Places | None:
    """Return the place of every character of a value that begins at `span`; None where it does not stand there as it reads.

    A value that was mended while it was read, or that came from a data file, has no places.
    """
    row, column = span.line - 1, span.column - 1
    line = lines[row] if row < len(lines) else ""
    sign = line[column : column + 1]
    if sign in ("'", '"'):
        column += 1
        if line.startswith(value + sign, column) and not ("\\" in value and sign == '"'):
            return _in_row(row, column, value)
    elif line.startswith(value, column) and _ENDED.match(line, column + len(value)):
        return _in_row(row, column, value)
    elif _BLOCK.match(line, column):
        return _matched(value, _in_block(lines, row + 1))
    return _matched(value, _in_flow(lines, row, column, sign if sign in ("'", '"') else ""))


def _in_row(row: int, column: int, value: str) -> Places:
    return [(row, column + offset) for offset in range(len(value))]


_Written = Iterator[tuple[str, "tuple[int, int] | None"]]
"""Characters with their places; "" where a line ends, and blank ones behind it, which reads as a space or line breaks."""


def _in_block(lines: Sequence[str], row: int) -> _Written:
    """Yield the lines of a block text without their indentation."""
    indent = -1
    for here in range(row, len(lines)):
        line = lines[here]
        found = len(line) - len(line.lstrip(" "))
        if found == len(line):
            continue
        if indent >= 0:
            yield "", None
        indent = found if indent < 0 else indent
        if found < indent:
            return
        yield from ((line[column], (here, column)) for column in range(indent, len(line)))


def _in_flow(lines: Sequence[str], row: int, column: int, quote: str) -> _Written:
    """Yield a text, quoted or not, that goes on over several lines or holds escapes."""
    for here in range(row, len(lines)):
        line = lines[here].rstrip(" \t")
        if here > row:
            column = len(line) - len(line.lstrip(" \t"))
            if column == len(line):
                continue
            yield "", None
        while column < len(line):
            char, following = line[column], line[column + 1 : column + 2]
            if quote == "'" and char == following == "'":
                yield "'", None
                column += 1
            elif quote == '"' and char == "\\":
                yield _ESCAPES.get(following, "\0"), None
                column += 1
            elif char == quote:
                return
            else:
                yield char, (here, column)
            column += 1


def _matched(value: str, written: _Written) -> Places | None:
    """Return the places of a value held against what is written; None where the two part."""
    places: list[tuple[int, int] | None] = []
    ended = len(value.rstrip("\n"))  # a block text ends in line breaks that no character stands for
    for char, place in written:
        position = len(places)
        if position >= ended:
            if char not in _BEHIND:
                return None
            break
        if char:
            if value[position] != char:
                return None
            places.append(place)
        elif value[position] in " \n":
            breaks = len(value) - position - len(value[position:].lstrip("\n"))
            places += [None] * max(breaks, 1)
        else:
            return None
    return [*places, *[None] * (len(value) - len(places))] if len(places) >= ended else None
