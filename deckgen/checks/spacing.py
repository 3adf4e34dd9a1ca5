"""Are there spaces that nobody meant, and does the deck set Chinese and Latin apart in one way?

What the author typed is kept (`visual.md` §1.4, Z5): a deck may use spaces between the two or none. Names such as
`iPhone 15` have spaces of their own, and spaces between Chinese words separate them: both stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.checks.prose import HAN, Prose, Spot, problem_at
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

_DOUBLE = re.compile(r"(?<=[^\s\u2e80-\uffef])  (?=\S)|(?<=\S)  (?=[^\s\u2e80-\uffef])")
"""Two spaces; between Chinese characters they may be a gap that was meant."""
_BESIDE = re.compile(r"(?<=[，。；：！？、（]) +(?=\S)|(?<=[^\s，。；：！？、（]) +(?=[，。；：！？、（）])")
"""Spaces beside a sign that is wide enough; a space behind a bracket that closes may part two words."""

_DATE = "年月日号时点分秒"
_SEAMS = (
    (re.compile(rf"(?<={HAN}) ?(?=[A-Za-z])|(?<=[A-Za-z]) ?(?={HAN})"), "西文字母", "Latin letters"),
    (re.compile(rf"(?<={HAN}) ?(?=\d)(?!\d+ ?[{_DATE}])|(?<=[\d%]) ?(?={HAN})(?! ?[{_DATE}])"), "数字", "digits"),
)
"""Where Chinese meets what else a text is made of; dates are often written tight where other numbers are not."""

Seam = tuple[Prose, Spot]
"""A place where Chinese meets a letter or a digit, and what would stand there in the other way."""

_CLEAR = 2
"""One way is that of the deck when it is met this many times as often as the other."""


def check_stray(prose: Prose, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for a text with doubled spaces, or with spaces beside full-width punctuation."""
    words = prose.words
    if " " not in words:
        return
    spots = [Spot(*found.span(), " ") for found in _DOUBLE.finditer(words)]
    if re.search(HAN, words):
        spots += [Spot(*found.span(), "") for found in _BESIDE.finditer(words)]
    if spots and (problem := problem_at(STRAY, prose, sorted(spots), lines)):
        yield problem


def check_mixed(proses: Sequence[Prose], lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for letters, and one for digits, that stand apart from Chinese here and tight there.

    The warning stands at the first place that is not as most of them; its changes mend all such places.
    """
    for pattern, sign_zh, sign_en in _SEAMS:
        spaced, tight = list[Seam](), list[Seam]()
        for prose in proses:
            if not prose.words.isascii() and prose.is_chinese:
                for found in pattern.finditer(prose.words):
                    (spaced if found[0] else tight).append((prose, Spot(*found.span(), "" if found[0] else " ")))
        if lines and tight:  # a line that was folded is no typed space
            spaced = [(prose, spot) for prose, spot in spaced if not prose.text.span or prose.change(spot, lines)]
        if tight and spaced:
            fewer, more = sorted((tight, spaced), key=len)
            first = fewer[0][0]
            spots = [spot for prose, spot in fewer if prose is first]
            clear = len(more) >= _CLEAR * len(fewer)
            facts = {"sign_zh": sign_zh, "sign_en": sign_en, "spaced": len(spaced), "tight": len(tight)}
            if problem := problem_at(MIXED, first, spots, lines, **facts):
                changes = [change for prose, spot in fewer if (change := prose.change(spot, lines))]
                yield problem.fixed_by(*changes if clear else ())
