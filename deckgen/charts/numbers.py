"""Numbers as they are written: what they are worth, and how a format code prints them so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

_NUMBER = re.compile(r"[-−–+]?\s*(\d[\d,]*(?:\.\d+)?|\.\d+)")
_MINUS = "-−–"


def number_in(text: str) -> float | None:
    """Return the number a text states (`62%`, `95%+`, `1,234.5`, `−3`), None where there is not exactly one."""
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    digits = float(found[0][1].replace(",", ""))
    return -digits if found[0][0][0] in _MINUS else digits


_TIMES = {"万": 10**4, "亿": 10**8, "k": 10**3, "m": 10**6, "bn": 10**9, "million": 10**6, "billion": 10**9}
_QUANTITY = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万亿|[万亿]|bn\b|k\b|m\b|million|billion)?", re.IGNORECASE)


def quantity_in(text: str) -> Decimal | None:
    """Return the exact quantity a text states, its 万, 亿, k, m or bn multiplied out; None where there is not exactly one."""
    found = list(_QUANTITY.finditer(text))
    if len(found) != 1:
        return None
    digits, word = Decimal(found[0][1].replace(",", "")), (found[0][2] or "").lower()
    return digits * (10**12 if word == "万亿" else _TIMES.get(word, 1))


def exact_sum(texts: Sequence[str]) -> str:
    """Return the sum of numbers as they are written, with the most decimals any has and `,` where one has it.

    Every text states one number.
    """
    total, decimals = Decimal(0), 0
    for text in texts:
        found = _NUMBER.search(text)
        assert found
        digits = Decimal(found[1].replace(",", ""))
        total += -digits if found[0][0] in _MINUS else digits
        decimals = max(decimals, len(found[1].partition(".")[2]))
    grouped = "," if any("," in text for text in texts) else ""
    return f"{total:{grouped}.{decimals}f}"


PERCENT = ("%", "％")
"""Units of shares and rates."""

_HYPHEN = re.compile("^[-–]")
"""What keyboards write for a minus."""

_ROUNDING = 0.5
"""How far rounding takes each share from what it is, in per cent."""


def adds_up(texts: Sequence[str], unit: str) -> bool:
    """Return whether the sum of some numbers means anything: that of percentages only where they are parts of one whole."""
    shares = texts if unit in PERCENT else [text for text in texts if text.endswith(PERCENT)]
    whole = sum(number_in(text) or 0.0 for text in shares)
    return not shares or abs(whole - 100) <= _ROUNDING * len(shares)


def as_shown(text: str, unit: str) -> str:
    """Return a number as labels show it: as written but for a true minus, with the sign of a percentage."""
    shown = _HYPHEN.sub("−", text)
    return shown + unit if unit in PERCENT and unit not in shown else shown


def plain(number: float) -> str:
    """Return the shortest decimal that is the number: `62`, `7.1`."""
    return str(int(number)) if number == int(number) else repr(number)


@lru_cache(maxsize=1024)
def format_code(text: str) -> str:
    """Return the number format that prints the number in `text` exactly as `text` does.

    `7.1` becomes `0.0`, `1,234` `#,##0`, `95%+` `0"%+"`: the percent sign is quoted because a bare one multiplies.
    """
    found = _NUMBER.search(text)
    if not found:
        return "General"
    digits, sign = found[1], found[0][0]
    decimals = len(digits.partition(".")[2])
    body = ("#,##0" if "," in digits else "0") + ("." + "0" * decimals if decimals else "")
    before, after = text[: found.start()], text[found.end() :]
    if sign in _MINUS:
        return f"{_quoted(before)}{body}{_quoted(after)};{_quoted(before + sign)}{body}{_quoted(after)}"
    return f"{_quoted(before + ('+' if sign == '+' else ''))}{body}{_quoted(after)}"


_SECTION = re.compile(r'(?:\\.|"[^"]*"|[^;"\\])+')
_PRINTED = re.compile(r'\\(.)|"([^"]*)"|([#,0.]+)')


def formatted(number: float, code: str) -> str:
    """Return a number as a format code of deckgen prints it: `0.0"%"`, or one for each of above, below and at zero."""
    if code == "General":
        return plain(number)
    sections = _SECTION.findall(code)
    section = (
        sections[1 if number < 0 else 2 if not number else 0] if len(sections) > 2 else sections[-1 * (number < 0)]
    )
    sign = "-" if number < 0 and len(sections) == 1 else ""

    def part(found: re.Match[str]) -> str:
        if found[3] is None:
            return found[1] or found[2]
        decimals = len(found[3].partition(".")[2])
        return f"{abs(number):{',' if ',' in found[3] else ''}.{decimals}f}"

    return sign + _PRINTED.sub(part, section)


def _quoted(literal: str) -> str:
    return '"' + literal.replace('"', '"\\""') + '"' if literal else ""
