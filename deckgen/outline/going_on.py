"""Texts that go on in further lines: what to do about a line that was meant to continue the one above, or may have been."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.outline.signs import DASH, KEY_END, after_blanks, after_indent, full_width

_EDGE = 4
"""How many characters of a text without spaces name its beginning or its end."""
_LONGEST = 16
"""How long a word may be that names it as a whole."""


class _Entry(NamedTuple):
    """A line with a field or a list item: the field's name, "" for an item, its column, and where its value begins."""

    name: str
    column: int
    value: int


def how_to_join(lines: Sequence[str], row: int, base: int) -> tuple[str, str]:
    """Return what to do about a colon within a text of several lines, in Chinese and in English.

    `row` is one of its further lines, which are all indented deeper than `base`.
    """
    wide = full_width(lines[row].strip())
    if wide:
        return f"请改用全角冒号：{wide}", f"Use a full-width colon: {wide}"
    first, last = row - 1, row
    while first > 0 and (not lines[first].strip() or after_indent(lines[first]) > base):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip() and after_indent(lines[last + 1]) > base:
        last += 1
    entry = _entry(lines[first])
    key = f"{entry.name}:" if entry.name else "-"
    if any('"' in line or "\\" in line for line in lines[first : last + 1]):
        return (
            f"请在第 {first + 1} 行「{key}」后面只写 |，这段文字都从下一行写起，缩进 {entry.column + 2} 格。",
            f"Write only | behind “{key}” in line {first + 1}, and the whole text in the lines below, "
            f"indented by {entry.column + 2}.",
        )
    at = first if lines[first][entry.value :].strip() else first + 1
    begin, end = _begin(lines[at][entry.value if at == first else 0 :].strip()), _end(lines[last].strip())
    return (
        f'这段文字从第 {at + 1} 行开始：请在「{begin}」前面和第 {last + 1} 行「{end}」后面各加一个 "。',
        f'The text begins in line {at + 1}: put one " before “{begin}” there '
        f"and one behind “{end}” in line {last + 1}.",
    )


def how_to_place(lines: Sequence[str], row: int) -> tuple[str, str]:
    """Return what to do about a line that belongs nowhere, in Chinese and in English."""
    line = lines[row]
    if DASH.match(line, after_indent(line)):
        return (
            "列表项要写在它的字段下面：请在上面补一行「字段名:」，或删去这些列表项。",
            "List items stand below their field: put a line “field:” above them, or take them out.",
        )
    above = next((other for other in range(row - 1, -1, -1) if _is_content(lines[other])), None)
    entry = _entry(lines[above]) if above is not None else _Entry("", 0, 0)
    value = lines[above][entry.value :].strip() if above is not None else ""
    if above is not None and value[:1] == "{" and value[-1:] == "}" and KEY_END.search(line):
        return (
            f"若它属于第 {above + 1} 行那一组字段，请移到那一行的 }} 里面，前面加逗号；若不是，请与同一级的字段对齐。",
            f"If it belongs to the group in line {above + 1}, move it inside the }} there, behind a comma; "
            "if not, align it with the fields beside it.",
        )
    if above is None or not value or value[0] in "{[|>" or KEY_END.search(line):
        return (
            "请写成「字段名: 内容」，与同一级的字段对齐；若是多余的，请删去。",
            "Write it as “field: value”, aligned with the fields beside it; if nobody needs it, take it out.",
        )
    zh, en = f"第 {above + 1} 行", f"line {above + 1}"
    if entry.name:
        zh, en = f"{zh}的「{entry.name}」", f"“{entry.name}” in {en}"
    if value[0] in "\"'":
        move_zh, move_en = "请移到那一行的引号里面", "move it inside the quotes there"
    else:
        wanted = entry.column + 2
        move_zh, move_en = f"请在它前面空 {wanted} 格", f"begin it with {wanted} spaces"
    return (
        f"若是接着{zh}写的，{move_zh}；若是另一个字段，请在前面补上字段名和冒号。",
        f"If it continues {en}, {move_en}; if it is a field of its own, put its name and a colon before it.",
    )


def _is_content(line: str) -> bool:
    text = line.strip()
    return bool(text) and not text.startswith("#")


def _entry(line: str) -> _Entry:
    column = after_indent(line)
    while DASH.match(line, column):
        column = after_blanks(line, column + 1)
    colon = None if line[column : column + 1] in "{[\"'" else KEY_END.search(line, column)
    if not colon:
        return _Entry("", column, column)
    return _Entry(line[column : colon.start()], column, after_blanks(line, colon.end()))


def _begin(text: str) -> str:
    word = text.split()[0]
    return word if len(word) <= _LONGEST else word[:_EDGE]


def _end(text: str) -> str:
    word = text.split()[-1]
    return word if len(word) <= _LONGEST else word[-_EDGE:]
