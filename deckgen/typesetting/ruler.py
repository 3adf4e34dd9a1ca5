"""Measures clusters: the smallest pieces of text that a line break does not enter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from deckgen.content.run import Run
from deckgen.typesetting import classes
from deckgen.typesetting.metrics import Advances, advances, characters

GAP = 0.24
"""Em that LibreOffice adds where the script changes between East Asian and anything else (measured)."""

SUPERSCRIPT = 0.66
"""Size of a source or note mark in relation to its paragraph (measured in LibreOffice)."""

LATIN, EAST_ASIAN, OPENING = 0, 1, 2
"""What stands before a cluster: text in the Latin font, in the East Asian one, or nothing and then the latter."""


class Tear(NamedTuple):
    """Where LibreOffice tears a Latin word that two East Asian closing marks follow, as in `（F036）。`.

    It does so where a line holds `reach` em of the cluster, all but the last marks: the line then ends after `length`
    characters and `width` em.
    """

    length: int
    width: float
    reach: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """A piece of text that stays whole; widths in em.

    `gap` comes before it unless it begins a line, `space` after it unless it ends one. A line that has room for `lead`
    em of it, up to its first Latin character, is broken by LibreOffice's Latin rules, any other by its Chinese ones.
    """

    length: int
    gap: float
    width: float
    space: float
    lead: float = inf
    tear: Tear | None = None


_TORN = re.compile(f"(?<=[^{classes.OPENING}])([!-~])[{classes.CLOSING_EAST_ASIAN}][{classes.CLOSING}]+$")


class Ruler:
    """Widths of clusters in one face and weight.

    `spaced` rulers measure as LibreOffice sets Chinese text: with a gap between the scripts, and neutral marks in the
    font of the text before them. Others measure as PowerPoint does: no gap; in a `chinese` paragraph quotation marks
    and dashes take one em.
    """

    def __init__(self, widths: Advances, *, spaced: bool, chinese: bool) -> None:
        self._widths = widths
        self._spaced = spaced
        self._chinese = chinese
        self._known: tuple[dict[str, tuple[Cluster, int]], ...] = ({}, {}, {})

    def measure(self, texts: Iterable[str], before: int) -> list[Cluster]:
        """Return the clusters of one uniform stretch of text; `before` is what stands before the first."""
        known = self._known
        clusters = []
        for text in texts:
            try:
                cluster, before = known[before][text]
            except KeyError:
                cluster, before = self.measure_one(text, before)
            clusters.append(cluster)
        return clusters

    def measure_one(self, text: str, before: int) -> tuple[Cluster, int]:
        """Return one cluster and what stands before the next."""
        found = self._known[before].get(text)
        if not found:
            found = self._known[before][text] = self._measure(text, before)
        return found

    def _measure(self, text: str, before: int) -> tuple[Cluster, int]:
        body = text.rstrip(classes.SPACE)
        space = sum(self._widths[character] for character in text[len(body) :])
        if not self._spaced:
            return Cluster(len(text), 0.0, sum(map(self._plain_width, body)), space), before
        gap, lead = 0.0, inf
        script = EAST_ASIAN if before else LATIN
        # LibreOffice sees a change of script after neutral characters that begin a paragraph.
        width = GAP if before == OPENING and classes.is_neutral(text[0]) else 0.0
        reaches: list[float] = []
        for character in body:
            if not classes.is_neutral(character) and classes.is_east_asian(character) == (script == LATIN):
                script = LATIN if script else EAST_ASIAN
                if reaches:
                    width += GAP
                elif before != OPENING:
                    gap = GAP
            width += 1.0 if script and character not in classes.SPACE else self._widths[character]
            reaches.append(width)
            if script == LATIN and lead == inf:
                lead = gap + width
        torn = _TORN.search(body)
        tear = Tear(torn.start(), reaches[torn.start() - 1], gap + reaches[torn.end(1)]) if torn else None
        return Cluster(len(text), gap, width, space, lead, tear), script if body else before

    def _plain_width(self, character: str) -> float:
        if classes.is_east_asian(character) or (self._chinese and character in classes.FULL_WIDTH_IN_CHINESE):
            return 1.0
        return self._widths[character]


class Rulers:
    """The rulers of one face, made when first needed."""

    def __init__(self, face: str) -> None:
        self._face = face
        self._made: dict[tuple[bool, bool, bool], Ruler] = {}

    def ruler(self, *, bold: bool, spaced: bool, chinese: bool) -> Ruler:
        """Return the ruler for a weight and a way of setting."""
        key = bold, spaced, chinese
        if key not in self._made:
            self._made[key] = Ruler(advances(self._face, bold), spaced=spaced, chinese=chinese)
        return self._made[key]

    def widths(self, *, bold: bool) -> Advances:
        """Return how wide the characters of a weight are."""
        return advances(self._face, bold)

    @property
    def characters(self) -> frozenset[str]:
        """The characters the face has."""
        return characters(self._face)

    def measure(
        self, runs: Sequence[Run], texts: Sequence[str], *, bold: bool, spaced: bool, chinese: bool, before: int
    ) -> list[Cluster]:
        """Return the clusters of a paragraph whose runs may differ in weight and size."""
        scales = [run.scale * SUPERSCRIPT if run.mark else run.scale for run in runs]
        if len(runs) == 1 and scales[0] == 1.0:
            return self.ruler(bold=bold or runs[0].bold, spaced=spaced, chinese=chinese).measure(texts, before)
        rulers = [self.ruler(bold=bold or run.bold, spaced=spaced, chinese=chinese) for run in runs]
        ends = []
        end = 0
        for run in runs:
            end += len(run.text)
            ends.append(end)
        clusters = []
        number = position = 0
        for text in texts:
            pieces = []
            taken = 0
            while taken < len(text):
                while ends[number] <= position:
                    number += 1
                length = min(len(text) - taken, ends[number] - position)
                piece, before = rulers[number].measure_one(text[taken : taken + length], before)
                pieces.append((piece, scales[number]))
                taken += length
                position += length
            clusters.append(_join(pieces))
        return clusters


def _join(pieces: Sequence[tuple[Cluster, float]]) -> Cluster:
    head, scale = pieces[0]
    length, gap, width, space, lead = head.length, head.gap * scale, head.width * scale, head.space * scale, head.lead
    for piece, scale in pieces[1:]:
        if piece.width:
            width += space + (piece.gap + piece.width) * scale
            space = 0.0
        space += piece.space * scale
        length += piece.length
    return Cluster(length, gap, width, space, lead * pieces[0][1])
