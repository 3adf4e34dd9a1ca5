"""Are there spaces that nobody meant, and does the deck set Chinese and Latin apart in one way?

What the author typed is kept (`visual.md` §1.4, Z5): a deck may use spaces between the two or none. Names such as
`iPhone 15` have spaces of their own, and spaces between Chinese words separate them: both stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.checks.prose import DATE, HAN, Prose, Spot, problem_at
from deckgen.problems import Kind, Problem

STRAY = Kind(
    "stray-space", "warning",
    "这里多了空格：「{found}」{more_zh}。", "There is a space too many: “{found}”{more_en}.",
    "请改成「{wanted}」。", "Write “{wanted}”.",
)  # fmt: skip
MIXED = Kind(
    "mixed-spacing", "warning",
    "汉字与{sign_zh}之间有 {spaced} 处空格，另外 {tight} 处不空。",
    "Chinese and {sign_en} are sometimes set apart by a space and sometimes not ({spaced} to {tight}).",
    "请统一成一种，如「{wanted}」。", "Choose one way, such as “{wanted}”.",
)  # fmt: skip

_DOUBLE = r"(?<=[^\s\u2e80-\uffef])  (?=\S)|(?<=\S)  (?=[^\s\u2e80-\uffef])"
"""Two spaces; between Chinese characters they may be a gap that was meant. Few texts have any, so it waits for one."""
_BESIDE = re.compile(r"(?<=[，。；：！？、（]) +(?=\S)|(?<=[^\s，。；：！？、（]) +(?=[，。；：！？、（）])")
"""Spaces beside a sign that is wide enough; a space behind a bracket that closes may part two words."""

_BEFORE_DIGIT, _BEHIND_DIGIT = rf"(?=\d)(?!\d+ ?[{DATE}])", rf"(?={HAN})(?! ?[{DATE}])"


class _Seams(NamedTuple):
    """How Chinese meets what else a text is made of, with a space between the two and without one."""

    spaced: re.Pattern[str]
    tight: re.Pattern[str]
    zh: str
    en: str


_SEAMS = (
    _Seams(
        re.compile(rf" (?:(?<={HAN} )(?=[A-Za-z])|(?<=[A-Za-z] )(?={HAN}))"),
        re.compile(rf"(?<={HAN})(?=[A-Za-z])|(?<=[A-Za-z])(?={HAN})"),
        "西文字母", "Latin letters",
    ),
    _Seams(
        re.compile(rf" (?:(?<={HAN} ){_BEFORE_DIGIT}|(?<=[\d%] ){_BEHIND_DIGIT})"),
        re.compile(rf"(?<={HAN}){_BEFORE_DIGIT}|(?<=[\d%]){_BEHIND_DIGIT}"),
        "数字", "digits",
    ),
)  # fmt: skip
"""Letters and digits; dates are often written tight where other numbers are not."""

Seam = tuple[Prose, Spot]
"""A place where Chinese meets a letter or a digit, and what would stand there in the other way."""

_CLEAR = 2
"""One way is that of the deck when it is met this many times as often as the other."""


def check_stray(prose: Prose, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for a text with doubled spaces, or with spaces beside full-width punctuation."""
    words = prose.words
    if " " not in words:
        return
    spots = [Spot(*found.span(), " ") for found in re.finditer(_DOUBLE, words)] if "  " in words else []
    if prose.has_chinese:
        spots += [Spot(*found.span(), "") for found in _BESIDE.finditer(words)]
    if spots and (problem := problem_at(STRAY, prose, sorted(spots), lines)):
        yield problem


def check_mixed(proses: Sequence[Prose], lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for letters, and one for digits, that stand apart from Chinese here and tight there.

    The warning stands at the first place that is not as most of them; its changes mend all such places.
    """
    with_spaces = [prose for prose in proses if " " in prose.words]
    for seams in _SEAMS:
        spaced = list(_found(seams.spaced, "", with_spaces))
        if spaced and lines:  # a line that was folded is no typed space
            spaced = [(prose, spot) for prose, spot in spaced if not prose.text.span or prose.change(spot, lines)]
        tight = list(_found(seams.tight, " ", proses)) if spaced else []
        if tight:
            fewer, more = sorted((tight, spaced), key=len)
            first = fewer[0][0]
            spots = [spot for prose, spot in fewer if prose is first]
            clear = len(more) >= _CLEAR * len(fewer)
            facts = {"sign_zh": seams.zh, "sign_en": seams.en, "spaced": len(spaced), "tight": len(tight)}
            if problem := problem_at(MIXED, first, spots, lines, as_example=True, **facts):
                changes = [change for prose, spot in fewer if (change := prose.change(spot, lines))]
                yield problem.fixed_by(*changes if clear else ())


def _found(pattern: re.Pattern[str], wanted: str, proses: Sequence[Prose]) -> Iterator[Seam]:
    """Yield the seams of one way in Chinese texts, and what would stand there in the other way."""
    for prose in proses:
        if prose.has_chinese and pattern.search(prose.shape) and prose.is_chinese:
            for found in pattern.finditer(prose.shape):
                yield prose, Spot(*found.span(), wanted)
