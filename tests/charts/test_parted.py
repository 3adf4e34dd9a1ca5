"""Numbers that their own commas parted, told by where they stand or, in scripts, by their digits."""

from __future__ import annotations

import pytest

from deckgen.content.figure import Figure
from deckgen.content.parted import parted_numbers
from deckgen.content.text import Line
from deckgen.problems import Span


def figures(text: str, *, placed: bool) -> list[Figure]:
    """Return the values of a list as it is written, with their places or without."""
    values, column = [], 1
    for part in text.split(","):
        word = part.strip()
        start = column + len(part) - len(part.lstrip())
        span = Span("deck.yaml", 1, start, len(word)) if placed else None
        values.append(Figure(value=Line(word, span=span)))
        column += len(part) + 1
    return values


@pytest.mark.parametrize(
    ("text", "wanted", "meant"),
    [
        ("50, 71, 1,04", 3, [["104", "1.04"]]),
        ("1,204, 980, 1,310", 3, [["1204", '"1,204"', "1.204"], ["1310", '"1,310"', "1.310"]]),
        ("50,71,1,04", 3, [["104", "1.04"]]),
        ("7,5, 8, 9", 3, [["75", "7.5"]]),
        ("1,204.5, 980, 90", 3, [["1204.5", '"1,204.5"']]),
        ("-1,04%, 8%, 9%", 3, [["-104%", "-1.04%"]]),
    ],
)
def test_the_numbers_that_were_meant(text: str, wanted: int, meant: list[list[str]]) -> None:
    assert [parted.meant for parted in parted_numbers(figures(text, placed=True), wanted)] == meant


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("50,71,80,96", 3), ("50, 71, 80, 96", 3), ("50, 71", 3), ("50, 71, 1,04", 2), ("7,5, 8,5, 9", 4), ("5000,71", 1)],
)
def test_nothing_is_said_where_it_is_not_certain(text: str, wanted: int) -> None:
    assert parted_numbers(figures(text, placed=True), wanted) == []


def test_in_a_script_the_digits_tell() -> None:
    (parted,) = parted_numbers(figures("50, 71, 1,04", placed=False), 3)
    assert (parted.meant, parted.span) == (["104", "1.04"], None)
    assert parted_numbers(figures("7,5, 8, 9", placed=False), 3) == []
