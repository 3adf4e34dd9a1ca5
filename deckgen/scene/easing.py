"""Finds the width at which the lines of a text end between words rather than within them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from deckgen.scene.measures import Words
from deckgen.scene.page import Page
from deckgen.style import TextStyle
from deckgen.typesetting.faults import SINGLE, forbidden_breaks
from deckgen.typesetting.paragraph import RESERVE
from deckgen.typesetting.phrases import phrase_cost

_NARROWINGS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5)
"""How much narrower a text may be set, in em."""

_FAR = (*_NARROWINGS, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0)
"""The same for a short claim, which reads better in two even lines than with a word left over."""

_ONE_MORE = 0.1
"""What a further line costs, where one may be taken, beside what breaks cost."""

_WAYS = ((True, RESERVE), (False, 1.0))
"""With a gap between scripts and the earliest breaks that a program may choose; without one and the latest."""

_WORD_CHARACTER = re.compile(r"[^\W_]")


def eased(
    words: Words, style: TextStyle, page: Page, width: float, least: float = 0, *, far: bool = False, lines: int = 0
) -> float:
    """Return a width in points, a little less but not below `least`, at which the lines of a text break best.

    It is measured at its base size and takes as many lines as at `width`, or some `lines` more where that keeps words
    whole. Both ways of breaking count: with a gap between scripts and without one. A short claim may be narrowed `far`.
    """
    return eased_together([words], style, page, width, least, far=far, lines=lines)


def eased_together(
    texts: Sequence[Words],
    style: TextStyle,
    page: Page,
    width: float,
    least: float = 0,
    *,
    far: bool = False,
    lines: int = 0,
) -> float:
    """Return the width at which the lines of some texts in one box break best, as `eased` does for one."""
    return width - _best(texts, style, page, width, least, far=far, lines=lines).narrowing


def parting(words: Words, style: TextStyle, page: Page, width: float) -> float:
    """Return how much the line ends of a text disturb its reading even where it is eased: 0 on a single line.

    Whoever is free to set a text larger asks this first: a larger size is no gain where it parts what belongs together.
    """
    return _best([words], style, page, width).cost


class _Found(NamedTuple):
    """What a narrowing, in points, leads to: how many lines, and what their ends cost."""

    lines: int
    cost: float
    narrowing: float


def _best(
    texts: Sequence[Words],
    style: TextStyle,
    page: Page,
    width: float,
    least: float = 0,
    *,
    far: bool = False,
    lines: int = 0,
) -> _Found:
    """Return the narrowing of fewest lines at which their ends cost least, the smallest where several do."""
    if all(page.lines(words, style, width) <= 1 for words in texts):
        return _Found(len(texts), 0.0, 0.0)
    size = style.sizes[0]
    measured = [(runs, "".join(run.text for run in runs)) for runs in map(page.runs, texts)]
    forbidden = [forbidden_breaks(plain, chinese=page.setting.zh) for _, plain in measured]
    known: dict[tuple[str, ...], float] = {}  # lines seldom change from one width to the next
    found: list[_Found] = []
    for narrowing in _FAR if far else _NARROWINGS:
        if narrowing and width - narrowing * size < least:
            break
        count, cost = 0, 0.0
        for (runs, plain), never in zip(measured, forbidden, strict=True):
            for gap, share in _WAYS:
                within = share * (width - narrowing * size)
                wrapped = page.setting.typesetter.wrap(runs, size, within, bold=style.bold, gap=gap)
                count += len(wrapped.lines)
                if wrapped.lines not in known:
                    known[wrapped.lines] = _disturbance(plain, wrapped.lines, never)
                cost += known[wrapped.lines]
        if found:
            more = max(0, count - found[0].lines)
            allowed = min(more, 2 * lines * len(texts))
            count, cost = count - allowed, cost + _ONE_MORE * allowed
        found.append(_Found(count, cost, narrowing * size))
    return min(found)


def _disturbance(plain: str, lines: Sequence[str], never: frozenset[int]) -> float:
    """Return how much the ends of its lines disturb the reading of a text.

    What disturbs most is a single last character, and a line that begins where `never` one should: within a number and its
    unit.
    """
    cost, end = SINGLE * (len(_WORD_CHARACTER.findall(lines[-1])) < 2), 0
    for line in lines[:-1]:
        end = plain.index(line, end) + len(line)
        end = len(plain) - len(plain[end:].lstrip())
        cost += SINGLE if end in never else phrase_cost(plain, end)
    return cost
