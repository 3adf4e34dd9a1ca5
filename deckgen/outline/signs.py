"""The signs that YAML reads in a line: where they stand, and how a text that holds them is quoted."""

from __future__ import annotations

import re

DASH = re.compile(r"-(?=[ \t]|$)")
"""The dash of a list item."""

KEY_END = re.compile(r":(?=[ \t]|$)")
"""The colon that ends a key."""

HASH = re.compile(r"[ \t]#(?=[^ \t#])")
"""What begins a comment to YAML and looks like text to a person."""

_ALIAS = re.compile(r"\*[A-Za-z0-9_-]+(?=\s*(?:$|[,}\]]|\s#))")
_ANCHOR = re.compile(r"&[A-Za-z0-9_-]+(?:\s+&[A-Za-z0-9_-]+)*(?=\s|$)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?= )")
_BRACKET = re.compile(r"[{}\[\]]")
_HAN = r"[\u4e00-\u9fff]"
_NAME_IN_TEXT = re.compile(r"(?:^|[\s，,])[a-z_]+:")
"""What looks like a field within a Chinese text."""
_PAUSE = r"(?<=[\u4e00-\u9fff”》）】」』]) *([:,]) *(?=[\u4e00-\u9fff“《（【「『A-Za-z0-9])"
"""A half-width colon or comma behind a Chinese word. Only mistakes ask for it, so it is not made ready for them."""
_SIGNED = re.compile(r"[@%&*!`]+[^\s,\]}]|[%&] \w|> ?\d")
_NEVER_ALONE = "-?:"
_NEVER_FIRST = "@%&*!|>`,]}"


def quoted(text: str) -> str:
    """Return the text in quotes that keep it as it is."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def requoted(text: str) -> str:
    """Return a text with something behind its closing quote in quotes that keep it.

    Of `'this year's plan'` the outer quotes were meant as such, for the inner one is an apostrophe.
    """
    inner = text[1:-1]
    apostrophes = text[:1] == text[-1:] == "'" and _APOSTROPHE.sub("", inner).count("'") == 0
    return quoted(inner if apostrophes else text)


def full_width(text: str) -> str:
    """Return a Chinese text with the colons and commas between its words in full width, which YAML leaves alone.

    It is "" where one is left that takes the text apart all the same.
    """
    wide = re.sub(_PAUSE, lambda found: "：" if found[1] == ":" else "，", text)
    return "" if KEY_END.search(wide) or "," in wide else wide


def reference(line: str, start: int) -> str:
    """Return the YAML anchors or the alias that stand at `start`, or ""."""
    match = _ALIAS.match(line, start) or _ANCHOR.match(line, start)
    return match.group() if match else ""


def leading_sign(line: str, start: int) -> str:
    """Return the sign that a plain text may not begin with, when the one at `start` does, or ""."""
    sign = line[start]
    if sign in _NEVER_FIRST or (sign in _NEVER_ALONE and line[start + 1 : start + 2] in ("", " ", "\t")):
        return sign
    return ""


def is_text(line: str, start: int) -> bool:
    """Return whether a sign that YAML cannot read here surely begins a text: `@所有人`, `>90%`, `**2026**`.

    `- 甲` may have been meant for a list, `> 今天` for a block text.
    """
    return bool(_SIGNED.match(line, start))


def is_label(text: str) -> bool:
    """Return whether a text that begins with a bracket surely is one, such as `[新] 会员日`, and no list gone wrong."""
    return text[:1] == "[" and not re.search(r"[,:]", text)


def is_one_text(text: str) -> bool:
    """Return whether a text with colons in it surely is one, and not entries that lost a bracket, a comma or a line end."""
    begins_or_ends = text[:1] == ":" or text[-1:] == ":"
    return (
        not begins_or_ends and not _BRACKET.search(text) and not (re.search(_HAN, text) and _NAME_IN_TEXT.search(text))
    )


def after_blanks(line: str, position: int) -> int:
    """Return where the blanks that begin at a position end."""
    while line[position : position + 1] in (" ", "\t"):
        position += 1
    return position


def after_indent(line: str) -> int:
    """Return where the indentation ends; wide and no-break spaces, which people type by mistake, count as part of it."""
    return len(line) - len(line.lstrip(" \t\u3000\u00a0"))
