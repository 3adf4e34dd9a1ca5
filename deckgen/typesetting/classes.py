"""Classes of characters: what may open or close a line, what is Chinese, what takes its script from its neighbour.

The sets come from `visual.md` §1.4 (Z2) and from the breaks LibreOffice was seen to make; each string is the inside of
a regular expression's brackets.
"""

from __future__ import annotations

import re

HAN = "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, radicals and numerals."""

EAST_ASIAN = HAN + "\u1100-\u11ff\u3001-\u33ff\ua960-\ua97f\uac00-\ud7ff\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef"
"""Everything set in the East Asian font whatever stands beside it: Han, kana, Hangul, CJK marks, full-width forms."""

MARK = "\u2000-\u206f\u2100-\u2bff\U0001f000-\U0001ffff"
"""Quotation marks, dashes, arrows, enclosed numbers and other symbols."""

NEUTRAL = MARK + "\u20a0-\u20cf"
"""Marks and currency signs: set in the font of the text before them."""

SPACE = " \t\u3000\u200b"
"""Where a line may break and whose width vanishes at its end."""

OPENING = "（［｛〈《「『【〔〖“‘￥＄−" + r"(\[{$¥£€"
"""May not end a line."""

CLOSING_EAST_ASIAN = "！％），．：；？］｝、。〉》」』】〕〗"
"""May not begin a line, set in the East Asian font."""

CLOSING = CLOSING_EAST_ASIAN + "”’·" + r"!%),.:;?\]}"
"""May not begin a line, and no program lets it."""

STRAY = "—…～℃–"
"""May not begin a line either, but LibreOffice lets it."""

FULL_WIDTH_IN_CHINESE = frozenset("“”‘’—…·×")
"""One em wide in a Chinese paragraph."""

FULL_WIDTH_MARKS = frozenset(CLOSING_EAST_ASIAN + "（［｛〈《「『【〔〖￥＄")
"""Marks that bring white of their own."""

_HAN = re.compile(f"[{HAN}]")
_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
_OTHER = re.compile(f"[^{EAST_ASIAN}{SPACE}]")
_NEUTRAL = re.compile(f"[{NEUTRAL}{SPACE}]")
_LETTER = re.compile(r"[^\W\d_]")
_STRONG = re.compile(f"[^{NEUTRAL}{SPACE}]")


def has_han(text: str) -> bool:
    """Return whether a text holds a Han character."""
    return _HAN.search(text) is not None


def has_letters(text: str) -> bool:
    """Return whether a text holds a letter of any script."""
    return _LETTER.search(text) is not None


def mixes_scripts(text: str) -> bool:
    """Return whether a text needs both fonts."""
    return _EAST_ASIAN.search(text) is not None and _OTHER.search(text) is not None


def is_east_asian(character: str) -> bool:
    """Return whether a character is always set in the East Asian font."""
    return _EAST_ASIAN.match(character) is not None


def is_neutral(character: str) -> bool:
    """Return whether a character takes the font of the text before it."""
    return _NEUTRAL.match(character) is not None


def opens_east_asian(text: str) -> bool:
    """Return whether the first character with a script of its own is East Asian."""
    strong = _STRONG.search(text)
    return strong is not None and is_east_asian(strong[0])
