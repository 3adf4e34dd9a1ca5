"""Finds where a title of two lines should break: at a pause or a phrase, with two lines of like length."""

from __future__ import annotations

import re
from typing import NamedTuple

from deckgen.typesetting import classes
from deckgen.typesetting.breaking import natural_width
from deckgen.typesetting.paragraph import Stretch

RESERVE = 0.99
"""The share of the width that is filled: what is left over covers small differences between programs."""

SHORTEST = 0.35
"""The least share of the width that either line of a title fills (`visual.md` §1.2)."""

_FEWEST = 3  # characters on the second line
_GAIN = 0.15  # how much better than the program's own break ours must be, since it leaves a line break in the text

# What a break costs by what stands beside it; the difference in length of the lines adds up to half a point.
_AFTER_PAUSE, _AFTER_LIST_MARK, _AT_FUNCTION_WORD, _AT_SCRIPT, _ELSEWHERE = 0.0, 0.05, 0.2, 0.3, 0.5
_BEFORE_SMALL_WORD, _BETWEEN_WORDS, _AFTER_SMALL_WORD = 0.15, 0.3, 0.55
_INSIDE_QUOTES, _TOO_SHORT = 0.6, 1.0

_PAUSE = re.compile(rf"[，：；。！？,:;!?][{classes.SPACE}”’」』》）]*$|[—–][{classes.SPACE}]*$")
_LIST_MARK = re.compile(r"、$")
# Function words that end a phrase and those that begin one, unless they are part of a longer word.
_ENDS_PHRASE = re.compile(
    r"(?:的|[^罢为得明终不未除极受知]了|[^沿随接跟睡]着|以来|以后|之后|之前|之间|之中|同时|之外|以上|以下|[^中内外日前时]等|时候|[^经度通超透路]过|而言|来说)$"
)
_BEGINS_PHRASE = re.compile(
    r"(?:和(?![平谐解睦])|与(?![否会])|及其|以及|或(?!许)|但|而(?![已])|却|才(?![能华干艺])能?|就(?!业)|也(?!许)|仍|并(?![购存列])|且"
    r"|把(?![握控手关])|将(?![军领])|让|使得|从(?![事业容众])|向(?!导)|对(?![策手象比话等称应立外方])|为(?!止)了?|在于?(?!线)"
    r"|因(?![素此果])为?|所以|如果|通过|成为|难以|不再|正在|已经?|仅|靠|由(?!于)|比(?![例重赛较])|是否|随着|围绕|面向|带来|推动)"
)
_TIES_TO_NEXT = re.compile(r"[参普存现实内正因认成作行称]$")
_SMALL_WORD = (
    "a an the and or nor but so yet for of in on at by to from with without into over under after before between "
    "through as than that which who when where while because if is are"
).split()
_BEGINS_SMALL = re.compile(rf"(?:{'|'.join(_SMALL_WORD)})\b", re.IGNORECASE)
_ENDS_SMALL = re.compile(rf"\b(?:{'|'.join(_SMALL_WORD)})[{classes.SPACE}]+$", re.IGNORECASE)
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」|『[^』]*』|（[^）]*）|\([^)]*\)")


class _Break(NamedTuple):
    offset: int
    first: float
    second: float


def balance(stretch: Stretch, limit: float) -> int | None:
    """Return the offset where the second line of a title should begin, `limit` em being the width of its box.

    None where the title fits one line, needs more than two, or breaks well by itself.
    """
    ways = [stretch.lines(part, gap=gap) for gap in stretch.ways for part in (limit, limit * RESERVE)]
    if {len(lines) for lines in ways} not in ({2}, {1, 2}):
        return None
    forbidden = stretch.forbidden
    quoted = {offset for match in _QUOTED.finditer(stretch.text) for offset in range(match.start() + 1, match.end())}

    def cost(candidate: _Break) -> float:
        shape = 0.5 * abs(candidate.first - candidate.second) / (candidate.first + candidate.second)
        short = min(candidate.first, candidate.second) < SHORTEST * limit
        stub = len(stretch.text[candidate.offset :].strip()) < _FEWEST
        return (
            _phrase_cost(stretch.text, candidate.offset)
            + shape
            + _TOO_SHORT * (short + stub)
            + _INSIDE_QUOTES * (candidate.offset in quoted)
        )

    candidates = [
        candidate
        for candidate in _breaks(stretch)
        if max(candidate.first, candidate.second) <= limit * RESERVE and candidate.offset not in forbidden
    ]
    if not candidates:
        return None
    best = min(candidates, key=cost)
    natural = {lines[1].start for lines in ways if len(lines) == 2}
    if natural == {best.offset}:
        return None
    costs = {candidate.offset: cost(candidate) for candidate in candidates}
    worst = max(costs.get(offset, _TOO_SHORT * 2) for offset in natural)
    return best.offset if costs[best.offset] < worst - _GAIN else None


def _breaks(stretch: Stretch) -> list[_Break]:
    """Return every place for a break with the width of both lines, the wider of the two ways of setting."""
    offset = 0
    found = []
    spaced, typed = stretch.spaced, stretch.typed
    for index in range(len(spaced) - 1):
        offset += spaced[index].length
        first = max(natural_width(spaced[: index + 1]), natural_width(typed[: index + 1]))
        second = max(natural_width(spaced[index + 1 :]), natural_width(typed[index + 1 :]))
        found.append(_Break(offset, first, second))
    return found


def _phrase_cost(text: str, offset: int) -> float:
    before, after = text[:offset], text[offset:]
    if _PAUSE.search(before):
        return _AFTER_PAUSE
    if _LIST_MARK.search(before):
        return _AFTER_LIST_MARK
    if before[-1] in classes.SPACE and not classes.has_han(before[-2] + after[0]):
        if _ENDS_SMALL.search(before):
            return _AFTER_SMALL_WORD
        return _BEFORE_SMALL_WORD if _BEGINS_SMALL.match(after) else _BETWEEN_WORDS
    if _ENDS_PHRASE.search(before) or (_BEGINS_PHRASE.match(after) and not _TIES_TO_NEXT.search(before)):
        return _AT_FUNCTION_WORD
    if classes.has_han(before[-1]) != classes.has_han(after[0]):
        return _AT_SCRIPT
    return _ELSEWHERE
