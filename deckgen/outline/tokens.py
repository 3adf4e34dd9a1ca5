"""The tokens of `{…}` and `[…]`: signs, words and quotes, each with its place in the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from deckgen.outline.signs import after_blanks

_COLON = re.compile(r":(?=[ \t,\[\]{}]|$)")
_TEXT = re.compile(r"(?:[^\s,\[\]{}:]|:(?![\s,\[\]{}]|$)|[^\S\n]+(?=[^\s,\[\]{}:#]))+")
_QUOTE_ENDS = {'"': re.compile(r'(?:[^"\\]|\\(?:.|$))*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}
_BLOCK_LINE = re.compile(r"[ \t]*(?:- |-$|[^\s\"'{\[#,][^\s,{\[]*:(?:\s|$))")

WORDS = ("text", "sign", "hash")
"""The kinds of tokens that are part of a text."""


class Token(NamedTuple):
    """A piece of a flow collection in one row; a quote of several lines ends in a later one."""

    kind: Literal["open", "close", "comma", "colon", "text", "sign", "hash", "quote", "node"]
    row: int
    start: int
    end_row: int
    end: int


def tokens(lines: Sequence[str], row: int, start: int, parent: int) -> Iterator[Token]:
    """Yield what stands in the lines from `start` on, until a line begins the next key or list item of a block.

    The collection belongs to a key or dash in column `parent`.
    """
    column, previous = start, ""
    while row < len(lines):
        line = lines[row]
        column = after_blanks(line, column)
        if column >= len(line) or (line[column] == "#" and line[column + 1 : column + 2] in ("", " ", "\t", "#")):
            row, column = row + 1, 0
            if row < len(lines) and _begins_block(lines[row], parent) and not _goes_on(lines[row], previous):
                return
            continue
        token = _token(lines, row, column, parent, previous)
        yield token
        row, column, previous = token.end_row, token.end, token.kind


def _token(lines: Sequence[str], row: int, column: int, parent: int, previous: str) -> Token:
    line, sign = lines[row], lines[row][column]
    if sign in "{[":
        return Token("open", row, column, row, column + 1)
    if sign in "}]":
        return Token("close", row, column, row, column + 1)
    if sign == ",":
        return Token("comma", row, column, row, column + 1)
    if sign == ":" and (previous == "quote" or _COLON.match(line, column)):
        return Token("colon", row, column, row, column + 1)
    if sign in "\"'" and previous not in WORDS:
        end = end_of_quote(lines, row, column, parent)
        if end:
            return Token("quote", row, column, *end)
    match = _TEXT.match(line, column)
    return Token("hash" if sign == "#" else "text", row, column, row, match.end() if match else column + 1)


def end_of_quote(lines: Sequence[str], row: int, start: int, parent: int) -> tuple[int, int] | None:
    """Return where the quoted text that begins at `start` ends, or None when it never does.

    A line that is indented no deeper than `parent` and begins a key or a list item is not part of it.
    """
    sign = lines[row][start]
    match = _QUOTE_ENDS[sign].match(lines[row], start + 1)
    if match:
        return row, match.end()
    for later in range(row + 1, len(lines)):
        line = lines[later]
        if _begins_block(line, parent):
            return None
        match = _QUOTE_ENDS[sign].match(line)
        if match:
            return later, match.end()
    return None


def _goes_on(line: str, previous: str) -> bool:
    """Return whether a line that looks like a block's is the next entry of a collection all the same."""
    return previous in ("open", "comma") and line.rstrip()[-1:] in tuple(",{}[]")


def _begins_block(line: str, parent: int) -> bool:
    match = _BLOCK_LINE.match(line)
    return bool(match) and len(line) - len(line.lstrip()) <= parent
