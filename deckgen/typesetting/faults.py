"""Finds what a careful typesetter would not let stand: single last characters, parted numbers, stray marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.typesetting import classes
from deckgen.typesetting.breaking import Line

_DIGITS = r"\d[\d.,:/]*[%％]?"
_COUNT = rf"[-+–−±≥≤≈<>]?[$¥£€￥]?{_DIGITS}(?:[-–—~～至]{_DIGITS})*"
_UNITS = (
    "个?百分点|美元|欧元|英镑|日元|港元|人民币|元|块|角|分钟|分|岁|周年|年|个?月|日|号|天|周|个?小时|秒|时|点|个|次|款|项|家|人|名|位|条|类|种|件|台|套"
    "|部|张|页|章|节|步|届|期|轮|级|层|倍|成|折|亩|吨|公斤|千克|克|平方米|平方公里|公里|厘米|毫米|米|升|辆|座|艘|场|季度|季"
    "|[％%‰℃+＋]|(?:kg|km|cm|mm|m|GB|MB|TB|kW|MW|pp|bn|mn|million|billion|trillion)\\b"
)
_SPACES = f"[{classes.SPACE}]?"
_NUMBER = re.compile(
    rf"{_DIGITS}[-–—~～]{_DIGITS}(?![\d百千万亿])(?!{_SPACES}(?:{_UNITS}))|第{_SPACES}\d+{_SPACES}(?:{_UNITS})?"
    rf"|{_COUNT}{_SPACES}(?:[多余]?[百千万亿]+[+＋多余]?{_SPACES}(?:{_UNITS})?|[多余]?(?:{_UNITS}))[+＋]?"
)
_STRAY = re.compile(f"[{classes.STRAY}]")
_LATIN_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]{2,}")
_WHOLE_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+(?:[.,]\d+)*")
_WORD_CHARACTER = re.compile(r"[^\W_]|[%％]")
_SHORT_WORD = re.compile(r"\W*\w{1,3}\W*")

SINGLE = 1.0
"""How much a last line of a single character counts; a parted number and a stray mark count as much."""

SHORT_WORD = 0.25
"""How much a last line of one short English word counts."""


def forbidden_breaks(text: str, *, chinese: bool) -> frozenset[int]:
    """Return the offsets where no line should begin although a program may break there (`visual.md` §1.4).

    They lie inside a number with its unit (20|亿美元, 第|5个), inside a range, inside a Latin word, and in Chinese
    before dashes and ellipses.
    """
    found = {match.start() for match in _STRAY.finditer(text)} if chinese else set()
    for match in _LATIN_WORD.finditer(text):
        found.update(range(match.start() + 1, match.end()))
    for match in _NUMBER.finditer(text):
        found.update(range(match.start() + 1, match.end()))
    return frozenset(found)


def parted(lines: Sequence[Line], forbidden: frozenset[int]) -> int:
    """Return how many lines begin where none should."""
    return sum(line.start in forbidden for line in lines[1:])


def torn_word(text: str, lines: Sequence[Line]) -> str:
    """Return the first Latin word or number that a line ends within, as no line holds it; empty where there is none."""
    starts = {line.start for line in lines[1:]}
    return next((m[0] for m in _WHOLE_WORD.finditer(text) if starts.intersection(range(m.start() + 1, m.end()))), "")


def last_line_fault(text: str, lines: Sequence[Line], chinese: bool) -> float:
    """Return how bad the last line is: SINGLE for one character, SHORT_WORD for one short English word, else 0."""
    if len(lines) < 2:
        return 0.0
    last = text[lines[-1].start :]
    if chinese:
        return SINGLE if len(_WORD_CHARACTER.findall(last)) < 2 else 0.0
    return SHORT_WORD if _SHORT_WORD.fullmatch(last) else 0.0
