"""Damage as programs and slips of a finger do it: a line or a character gone, doubled, or swapped with its neighbour."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

WAYS = ("line gone", "line doubled", "lines swapped", "character gone", "character doubled", "characters swapped")


class Slip(NamedTuple):
    """One damage: the way it was done, and the line of the damaged outline, from 1, where it is."""

    way: str
    line: int


def damaged(outline: str, seed: int, count: int) -> tuple[str, list[Slip]]:
    """Return an outline with so many damages, no two within three lines, and what was done where."""
    chance = Random(seed)
    lines = outline.splitlines()
    rows: list[int] = []
    while len(rows) < count:
        row = chance.randrange(4, len(lines) - 1)
        if len(lines[row]) > 2 and all(abs(row - other) > 3 for other in rows):
            rows.append(row)
    done: list[tuple[str, int]] = []
    for row in sorted(rows, reverse=True):
        way = chance.choice(WAYS)
        before = len(lines)
        _damage(lines, row, way, chance)
        grown = len(lines) - before
        done = [(way, row), *((other, there + grown) for other, there in done)]
    return "\n".join(lines) + "\n", [Slip(way, row + 1) for way, row in done]


def _damage(lines: list[str], row: int, way: str, chance: Random) -> None:
    line = lines[row]
    column = chance.randrange(len(line) - 1)
    if way == "line gone":
        del lines[row]
    elif way == "line doubled":
        lines.insert(row, line)
    elif way == "lines swapped":
        lines[row : row + 2] = [lines[row + 1], line]
    elif way == "character gone":
        lines[row] = line[:column] + line[column + 1 :]
    elif way == "character doubled":
        lines[row] = line[: column + 1] + line[column:]
    else:
        lines[row] = line[:column] + line[column + 1] + line[column] + line[column + 2 :]
