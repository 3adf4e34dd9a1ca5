"""A number that its own comma parted in a list: `[50, 71, 1,04]` holds four values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.content.figure import Figure
from deckgen.problems import Span

_FIRST, _SECOND = re.compile(r"[-−–+]?\d{1,3}"), re.compile(r"(\d{1,3})(?:\.\d+)?%?")


class Parted(NamedTuple):
    """The two halves of a number, and where they stand."""

    first: str
    second: str
    span: Span | None

    @property
    def meant(self) -> list[str]:
        """The numbers it may have been: with a comma for thousands, which is kept in quotes, or with one for decimals."""
        thousands = [f'"{self.first},{self.second}"'] if len(_digits(self.second)) == 3 else []
        whole = [self.first + self.second]
        return [*whole, *thousands, *([f"{self.first}.{self.second}"] if "." not in self.second else [])]


def parted_numbers(values: Sequence[Figure | None], wanted: int) -> list[Parted]:
    """Return the numbers that were parted, where that explains why there are more values than wanted; else none.

    Where some commas have a space behind them and others have none, those without are inside of numbers; else numbers go on
    with a zero that begins no number, or with three digits.
    """
    pairs = [_pair(*pair) for pair in pairwise(values)]
    joined = [pair for pair in pairs if pair and pair.span]
    likely = [pair for pair in pairs if pair and _goes_on(pair.second)]
    return next((found for found in (joined, likely) if found and len(found) == len(values) - wanted), [])


def _pair(first: Figure | None, second: Figure | None) -> Parted | None:
    """Return two neighbours as the halves of one number, with its span where nothing but a comma stands between them."""
    if not first or not second or not (_FIRST.fullmatch(str(first.value)) and _SECOND.fullmatch(str(second.value))):
        return None
    start, end = first.value.span, second.value.span
    close = start and end and start.line == end.line and start.column + start.length + 1 == end.column
    span = start._replace(length=end.column + end.length - start.column) if start and end and close else None
    return Parted(str(first.value), str(second.value), span)


def _goes_on(second: str) -> bool:
    digits = _digits(second)
    return len(digits) == 3 or (len(digits) == 2 and digits[0] == "0")


def _digits(second: str) -> str:
    found = _SECOND.fullmatch(second)
    return found[1] if found else ""
