"""Finds where a title of two lines should break: at a pause or a phrase, with two lines of like length."""

from __future__ import annotations

import re
from itertools import pairwise

from deckgen.typesetting.breaking import natural_width
from deckgen.typesetting.paragraph import RESERVE, Stretch
from deckgen.typesetting.phrases import INSIDE_WORD, phrase_cost
from deckgen.typesetting.ruler import Cluster

SHORTEST = 0.35
"""The least share of the width that either line of a title fills (`visual.md` §1.2)."""

FEWEST = 3
"""The fewest characters that stand on the second line."""

# How much better than a program's own break ours must be, since it leaves a line break in the text; what a difference
# in length, a line that is too short and a break inside a quotation cost beside the cost of the phrase.
_GAIN, _SHAPE, _TOO_SHORT, _INSIDE_QUOTES = 0.15, 0.5, 1.0, 0.6

_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」|『[^』]*』|（[^）]*）|\([^)]*\)")


_PAUSE = re.compile(r"[，；：。！？]|[,;:] ")


def balance(stretch: Stretch, limit: float) -> int | None:
    """Return the offset where the second line of a title should begin, `limit` em being the width of its box.

    None where the title fits one line, needs more than two, or breaks well by itself.
    """
    renderings = stretch.renderings(limit)
    if {len(lines) for lines in renderings} not in ({2}, {1, 2}):
        return None
    shapes = _shapes(stretch, limit)
    if not shapes:
        return None
    best, least = 0, float("inf")
    for offset in sorted(shapes, key=shapes.__getitem__):
        if shapes[offset] >= least:
            break  # a phrase never costs less than nothing, so what follows cannot be better
        cost = shapes[offset] + phrase_cost(stretch.text, offset)
        if cost < least:
            best, least = offset, cost
    own = {lines[1].start for lines in renderings if len(lines) == 2}
    if own == {best}:
        return None
    worst = max(
        shapes[offset] + phrase_cost(stretch.text, offset) if offset in shapes else 2 * _TOO_SHORT for offset in own
    )
    return best if least < min(worst - _GAIN, INSIDE_WORD) else None


def clauses(stretch: Stretch, limit: float) -> tuple[int, ...]:
    """Return the offsets where lines begin if each is a clause, `limit` em being the width of the box.

    Empty where a clause does not fit one line or would fill too little of it.
    """
    offsets = [match.end() for match in _PAUSE.finditer(stretch.text) if match.end() < len(stretch.text)]
    bounds = [0, *offsets, len(stretch.text)]
    widths = []
    for gap in (True, False):
        clusters, position = stretch.clusters(gap=gap), 0
        lines: list[list[Cluster]] = [[] for _ in bounds[1:]]
        for cluster in clusters:
            lines[sum(position >= offset for offset in offsets)].append(cluster)
            position += cluster.length
        widths += [natural_width(line) for line in lines]
    if all(SHORTEST * limit <= width <= RESERVE * limit for width in widths):
        return tuple(offsets)
    return ()


def _shapes(stretch: Stretch, limit: float) -> dict[int, float]:
    """Return what the shape of both lines costs for every break that leaves two lines that fit, by its offset.

    Their widths are those in the program that sets them wider.
    """
    quoted = {offset for match in _QUOTED.finditer(stretch.text) for offset in range(match.start() + 1, match.end())}
    forbidden, room, shortest = stretch.forbidden, limit * RESERVE, limit * SHORTEST
    ways = [_line_widths(stretch.clusters(gap=gap)) for gap in stretch.ways]
    shapes: dict[int, float] = {}
    offset = 0
    for cluster, *widths in zip(stretch.clusters(gap=True), *ways, strict=False):
        offset += cluster.length
        first, second = widths[0] if len(widths) == 1 else map(max, *widths)
        if first > room or second > room or offset in forbidden:
            continue
        cost = _SHAPE * abs(first - second) / (first + second)
        if min(first, second) < shortest:
            cost += _TOO_SHORT
        if len(stretch.text) - offset < FEWEST:
            cost += _TOO_SHORT
        if offset in quoted:
            cost += _INSIDE_QUOTES
        shapes[offset] = cost
    return shapes


def _line_widths(clusters: list[Cluster]) -> list[tuple[float, float]]:
    """Return the widths of both lines for a break after each cluster but the last, by running sums."""
    total = natural_width(clusters)
    widths, before = [], -clusters[0].gap if clusters else 0.0
    for cluster, following in pairwise(clusters):
        before += cluster.gap + cluster.width + cluster.space
        widths.append((before - cluster.space, total - before - following.gap))
    return widths
