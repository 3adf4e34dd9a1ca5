"""Is Chinese punctuated in full width, English in half width, and are letters and digits plain ones?

Sentences are held against `visual.md` §1.4, Z6. Numbers, times, addresses and code stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from deckgen.checks.prose import HAN, OPAQUE, Prose, Spot, problem_at
from deckgen.problems import Kind, Problem

HALF_WIDTH = Kind(
    "half-width-punctuation", "warning",
    "中文里用了半角标点：「{found}」{more_zh}。", "Half-width punctuation in Chinese: “{found}”{more_en}.",
    "请改成「{wanted}」。", "Write “{wanted}”.",
)  # fmt: skip
FULL_WIDTH = Kind(
    "full-width-punctuation", "warning",
    "英文或时间里用了全角标点：「{found}」{more_zh}。", "Full-width punctuation in English or a time: “{found}”{more_en}.",
    "请改成「{wanted}」。", "Write “{wanted}”.",
)  # fmt: skip
FULL_WIDTH_LETTER = Kind(
    "full-width-letter", "warning",
    "字母或数字是全角的：「{found}」{more_zh}。", "Full-width letters or digits: “{found}”{more_en}.",
    "请改成半角：「{wanted}」。", "Write them plain: “{wanted}”.",
)  # fmt: skip

_WIDE = str.maketrans(",;:!?().", "，；：！？（）。")
_NARROW = {"，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "。": ".", "（": "(", "）": ")"}

_BEFORE, _BEHIND = rf"(?:{HAN}|[”》）】」』])", rf"(?:{HAN}|[“《（【「『])"
_PAUSE = re.compile(
    rf"(?<={_BEFORE}) *[,;:] *(?=\n?(?:{_BEHIND}|[A-Za-z0-9]))|(?<={_BEFORE}) *[!?]+(?= *(?:{_BEHIND}|$))", re.M
)
_END = re.compile(rf"(?<={HAN}{{2}})\.(?=[ {OPAQUE}]*$)", re.M)
_BRACKETS = re.compile(
    rf"(?:(?<={_BEFORE})(?P<space> ?)|(?<![^\n]))(?P<open>\()[^()（）\n]*{HAN}[^()（）\n]*(?P<close>\))(?P<after> (?={HAN}))?"
)
_ANY_HALF = re.compile(r"[,;:!?(.]")

_TIME = re.compile(r"(?<![\d：:])(?:[01]?\d|2[0-4])(?P<colon>：)[0-5]\d(?![\d：:%万亿.])")
_ENGLISH = re.compile(r"[A-Za-z]{2,}(?:[^A-Za-z\u2e80-\u2fff\u3040-\u33ff]+[A-Za-z]+){3,}")
_FULL_MARK = re.compile(r"(?P<lead>(?<=[^\s（“‘]) *)?（|[，；：！？。）]")

_LETTERS = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?％?")


def check_punctuation(prose: Prose, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each kind of sign in a text that has the wrong width."""
    words = prose.words
    if words.isascii():
        return
    for kind, spots in (
        (HALF_WIDTH, _half_width(prose)),
        (FULL_WIDTH, _full_width(prose)),
        (FULL_WIDTH_LETTER, _letters(words)),
    ):
        if spots and (problem := problem_at(kind, prose, spots, lines)):
            yield problem if kind is not FULL_WIDTH else prose.in_quotes(problem, lines)


def _half_width(prose: Prose) -> list[Spot]:
    words = prose.words
    if not _ANY_HALF.search(words) or not prose.is_chinese:
        return []
    spots = [Spot(*found.span(), found[0].strip().translate(_WIDE)) for found in _PAUSE.finditer(prose.shape)]
    spots += [Spot(*found.span(), "。") for found in _END.finditer(prose.shape)]
    for found in _BRACKETS.finditer(prose.shape):
        first, last = found.span("open")[0], found.span("close")[1]
        if found["space"]:  # typed on either side, as half-width brackets are set
            first, last = first - 1, last + len(found["after"] or "")
        spots += [Spot(first, found.end("open"), "（"), Spot(found.start("close"), last, "）")]
    return sorted(spots)


def _full_width(prose: Prose) -> list[Spot]:
    words = prose.words
    if _ENGLISH.search(words) and not prose.has_chinese:
        return [Spot(*found.span(), _narrow(words, found)) for found in _FULL_MARK.finditer(words)]
    return [Spot(*found.span("colon"), ":") for found in _TIME.finditer(words)] if "：" in words else []


def _narrow(words: str, found: re.Match[str]) -> str:
    """Return a sign of an English sentence with the space that belongs beside it."""
    mark = found[0][-1]
    if mark == "（":
        return " (" if found["lead"] is not None else "("
    before, following = words[found.start() - 1 : found.start()], words[found.end() : found.end() + 1]
    is_tight = not following.isalnum() or (before.isdigit() and following.isdigit())
    return _NARROW[mark] + ("" if is_tight else " ")


def _letters(words: str) -> list[Spot]:
    return [Spot(*found.span(), unicodedata.normalize("NFKC", found[0])) for found in _LETTERS.finditer(words)]
