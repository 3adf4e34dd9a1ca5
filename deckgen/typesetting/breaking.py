"""Breaks text into lines the way LibreOffice and PowerPoint do: UAX #14 with the Chinese rules, as observed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from deckgen.typesetting import classes
from deckgen.typesetting.ruler import Cluster

_LETTER = rf"[^+\-|\n{classes.SPACE}{classes.EAST_ASIAN}{classes.MARK}]"
_JOINT = "[’‘…\u2100-\u2bff]"

# A Latin word stays whole. It ends after a hyphen, an en dash or a bar; a plus sign that follows another sign begins a
# new one (95%|+).
_WORD = rf"(?:\+|{_LETTER})(?:{_LETTER}+|(?<![%+])\+|{_JOINT}+(?={_LETTER}))*[\-–|]*"

_CLUSTER = re.compile(
    rf"[{classes.OPENING}]*"
    rf"(?:{_WORD}(?:(?<=[+/$¥£€])[{classes.HAN}])?|—+|[^\n{classes.SPACE}])"
    rf"[{classes.CLOSING}\-|]*[{classes.SPACE}]*"
    rf"|[{classes.SPACE}]+"
)


# Pairs that LibreOffice keeps together where a line overflows inside Latin text.
_FIRM = re.compile(
    r".[“‘]|[”’].|[，、。．）〉》」』】〕〗］｝％·!%),.:;?\]}①-⓿][0-9A-Za-z]|[0-9A-Za-z①-⓿][（《〈「『【〔〖［｛]"
)


class Line(NamedTuple):
    """Where a line begins and ends in its text, spaces at its end included, and its width in em without them."""

    start: int
    end: int
    width: float


def cut(text: str) -> list[str]:
    """Cut a text without newlines into the pieces that a line break does not enter."""
    return _CLUSTER.findall(text)


class Broken:
    """The lines of a text, the same for every limit from `least` em up to, but not including, `most`."""

    __slots__ = ("least", "lines", "most")

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.least, self.most = 0.0, inf

    def note(self, limit: float, *widths: float) -> None:
        """Note widths that were held against the limit: within the range of limits each stays within it or beyond it."""
        for width in widths:
            if width <= limit:
                self.least = max(self.least, width)
            else:
                self.most = min(self.most, width)


def fill(text: str, pieces: Sequence[Cluster], limit: float) -> Broken:
    """Break the measured clusters of a text into lines of at most `limit` em.

    A cluster wider than that is broken by force.
    """
    broken = Broken()
    start = 0
    while pieces:
        pieces, start = _fill(text, pieces, limit, start, broken)
    broken.lines = broken.lines or [Line(0, 0, 0.0)]
    return broken


def _fill(
    text: str, pieces: Sequence[Cluster], limit: float, start: int, broken: Broken
) -> tuple[Sequence[Cluster], int]:
    """Add lines up to the first break inside or before another cluster than the one that overflows.

    Return the clusters that are left and the offset of the first.
    """
    first, position = 0, start
    width = space = 0.0
    for index, piece in enumerate(pieces):
        reach = width + space + piece.gap + piece.width
        if reach > limit and width:
            taken, tear = width + space, piece.tear
            room = limit - taken
            broken.note(limit, width, reach, taken + piece.lead, taken + tear.reach if tear else reach)
            if tear and room >= tear.reach:
                end = position + tear.length
                broken.lines.append(Line(start, end, width + space + piece.gap + tear.width))
                rest = Cluster(piece.length - tear.length, 0.0, piece.width - tear.width, piece.space)
                return [rest, *pieces[index + 1 :]], end
            if room >= piece.lead:
                steps = _steps_back(text, pieces[first:index], position)
                kept = pieces[first : index - steps]
                if not kept:
                    return [*pieces[first:index], *_shatter(text, position, piece), *pieces[index + 1 :]], start
                if steps:
                    end = start + sum([cluster.length for cluster in kept])
                    broken.lines.append(Line(start, end, natural_width(kept)))
                    return pieces[index - steps :], end
            broken.lines.append(Line(start, position, width))
            first, start, width = index, position, 0.0
        if width:
            width = reach
        elif piece.width > limit and len(text[position : position + piece.length].rstrip(classes.SPACE)) > 1:
            broken.note(limit, piece.width)
            return [*pieces[first:index], *_shatter(text, position, piece), *pieces[index + 1 :]], start
        else:
            width = piece.width
        position += piece.length
        space = piece.space
    broken.note(limit, width)
    broken.lines.append(Line(start, position, width))
    return (), position


def natural_width(pieces: Sequence[Cluster]) -> float:
    """Return the width in em of clusters on one line."""
    if not pieces:
        return 0.0
    return sum([piece.gap + piece.width + piece.space for piece in pieces]) - pieces[0].gap - pieces[-1].space


def _steps_back(text: str, line: Sequence[Cluster], position: int) -> int:
    """Return how many clusters at the end of a line go to the next one by LibreOffice's Latin rules.

    `position` is the offset where the line ends. All of them go where these rules hold the line together.
    """
    for steps, cluster in enumerate(reversed(line)):
        if not _FIRM.match(text, position - 1):
            return steps
        position -= cluster.length
    return len(line)


def _shatter(text: str, position: int, cluster: Cluster) -> list[Cluster]:
    """Return the characters of a cluster, between which a line is broken by force; their widths are estimates."""
    characters = text[position : position + cluster.length].rstrip(classes.SPACE)
    shares = [1.0 if classes.is_east_asian(character) else 0.55 for character in characters]
    em = cluster.width / sum(shares)
    letters = [Cluster(1, 0.0, share * em, 0.0) for share in shares]
    letters[0] = replace(letters[0], gap=cluster.gap)
    letters[-1] = replace(letters[-1], length=1 + cluster.length - len(characters), space=cluster.space)
    return letters
