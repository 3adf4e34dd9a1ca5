"""What form the points of a list have, where their words show it: steps, dates, numbers, two sides."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Our own patterns, from reading lists in decks.
_STEPS = re.compile(
    r"(?:第[一二三四五六七八九十\d]+[步阶]|步骤[一二三四五六\d]|首先|其次|然后|接着|接下来|再次|最后|随后|先|再|之后"
    r"|step \d|first\b|firstly|second(?:ly)?,|third(?:ly)?,|then\b|next\b|after that|finally|last(?:ly)?,)",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"(?:(?:19|20)\d\d\b|(?:19|20)\d\d年|\d{1,2}月|[上下]半年|第?[一二三四]季度|Q[1-4]\b|H[12]\b"
    r"|(?:in |by |from )?(?:(?:early |mid-?|late )?(?:19|20)\d\d|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d[\d,.]*\s?(?:[%％万亿倍元个天小时kmx×]|percent|million|billion|points)|[$¥€£]\s?\d|\d{3,}|\d\.\d", re.IGNORECASE
)
_SIDES = re.compile(
    r"(?:国内|海外|线上|线下|优势|劣势|优点|缺点|以前|过去|原来|现在|如今|之前|之后|改前|改后|我们|对手|竞品|传统|新|旧|before|after|today|then|now|pros?\b|cons?\b|old|new|us|them|online|offline|strengths?|weakness(?:es)?)"
    r"[^：:，,]{0,6}[：:，,]",
    re.IGNORECASE,
)


def form_of(texts: Sequence[str]) -> str:
    """Return the form of a title and its points: `steps`, `dates`, `contrast` or `numbers`; "" where none shows."""
    _, *points = texts
    if len(points) < 2:
        return ""
    for form, pattern, least in (("steps", _STEPS, 0.6), ("dates", _DATES, 0.75), ("contrast", _SIDES, 1.0)):
        if sum(bool(pattern.match(point)) for point in points) >= max(2, least * len(points)):
            return form
    return "numbers" if all(_NUMBER.search(point) for point in points) else ""
