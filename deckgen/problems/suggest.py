"""Did you mean: the nearest of the words that would have been right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

_LONGEST = 48


def suggest(word: str, candidates: Iterable[str]) -> str:
    """Return the candidate that `word` was most likely meant to be, or "" when nothing is near.

    Case, width, spaces and the difference between `-` and `_` do not count. A slip of a letter, a swap of two
    neighbours and a shortened form (`sub` for `subtitle`) are near; for Chinese one character of two is.
    """
    wanted = folded(word)
    if not wanted or len(word) > _LONGEST:
        return ""
    best, best_score = "", 1.0
    for candidate in candidates:
        score = _unlikeness(wanted, folded(candidate))
        if score < best_score:
            best, best_score = candidate, score
    return best


def only_one_meant(word: str, candidates: Mapping[str, str]) -> str:
    """Return the candidate that a word is certainly a slip of the pen for, or "".

    `candidates` say what each of them stands for: it is certain when nothing else is as near. Case, width, spaces and the
    difference between `-` and `_` are slips, and so is a letter of four or two of seven; the shorter a word, the more a
    letter says, and of a Chinese word every character says something.
    """
    wanted = folded(word)
    if not wanted or len(word) > _LONGEST:
        return ""
    plain = {candidate: folded(candidate) for candidate in candidates}
    same = [candidate for candidate in candidates if plain[candidate] == wanted]
    near = same or [candidate for candidate in candidates if _is_slip(wanted, plain[candidate])]
    return near[0] if near and len({candidates[candidate] for candidate in near}) == 1 else ""


def _is_slip(word: str, other: str) -> bool:
    chinese = not (word + other).isascii()
    longer = max(len(word), len(other))
    allowed = int(longer >= 4) + int(longer >= 7 and not chinese)
    return abs(len(word) - len(other)) <= allowed and _distance(word, other) <= allowed


def folded(word: str) -> str:
    """Return a word without what does not count in it: case, width, spaces, `-` and `_`."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    return "".join(letter for letter in plain if letter not in "-_ ")


def _unlikeness(word: str, other: str) -> float:
    """Return 0 for the same word, 1 or more for words that have nothing to do with each other."""
    if word == other:
        return 0.0
    chinese = any("\u3400" <= letter <= "\u9fff" for letter in word)
    shorter, longer = sorted((word, other), key=len)
    allowed = 1 if chinese and len(longer) <= 3 else len(longer) // 3
    if len(shorter) < (1 if chinese else 2):
        return 1.0
    distance = _distance(word, other) if len(longer) - len(shorter) <= allowed else allowed + 1
    if distance <= allowed:
        return 0.1 + 0.7 * distance / len(longer)
    if len(shorter) >= (2 if chinese else 3) and shorter in longer:
        return 0.8 if longer.startswith(shorter) else 0.9
    return 1.0


def _distance(left: str, right: str) -> int:
    """Return how many letters to insert, drop, change or swap with their neighbour."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        line = [row]
        for column, other in enumerate(right, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other
            if swapped:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
