"""Lines that belong to no outline: the marks of a merge, the fence and the chat around it, separators, bullets of Word.

They are taken out, or put right, before the lines are read, so that each stays one mistake and all others are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.outline.places import BLOCKS_ZH
from deckgen.outline.signs import KEY_END
from deckgen.outline.tokens import end_of_quote
from deckgen.problems import Change, Kind, Problem, Span

MERGE_CONFLICT = Kind(
    "merge-conflict", "error",
    "第 {first}–{last} 行：两个人改了同一处，合并文件时两种写法都留了下来。",
    "Lines {first}–{last}: two people changed the same place, and when the files were merged both versions stayed.",
    "请留下一种写法，删去另一种，再删去以 <<<<<<<、=======、>>>>>>> 开头的几行。",
    "Keep one version, take the other out, and with it the lines that begin with <<<<<<<, ======= and >>>>>>>.",
)  # fmt: skip
MERGE_MARK = Kind(
    "merge-conflict", "error",
    "这一行是合并文件时留下的记号，不是大纲的内容。",
    "This line is a mark that merging files left behind, no part of the outline.",
    "请删去这一行，再看看它上下两段是不是重复的。",
    "Take the line out, and see whether what stands above and below it is there twice.",
)  # fmt: skip
FENCE = Kind(
    "markdown-fence", "error",
    "``` 和框外的文字不属于大纲，常见于从聊天工具或网页复制的内容。",
    "The ``` and what stands outside of it are no part of an outline; they come along when it is copied from a chat or a page.",
    "请删去{rows_zh}。", "Take out {rows_en}.",
)  # fmt: skip
SEPARATOR = Kind(
    "second-document", "error",
    "幻灯片之间不能有 --- 这一行：它后面的内容会读不到。",
    "No --- line may stand between slides: what follows it would not be read.",
    "请删去这一行；每张幻灯片以「- layout: …」开头就够了。",
    "Take the line out; a slide begins with “- layout: …” and needs no more.",
)  # fmt: skip
BULLET = Kind(
    "bullet-sign", "error",
    "列表项要以半角短横线开头，这里是「{sign}」。", "A list item begins with a plain hyphen; here stands “{sign}”.",
    "请改成「- 」：{fixed}", "Write “- ” instead: {fixed}",
)  # fmt: skip

_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARK = re.compile(r"(?:<{7}|\|{7}|>{7})(?: |$)|={7}$")
_FENCE = re.compile(r"(?:```|~~~)[\w-]*\s*$")
_BLOCK = re.compile(rf"(?:{'|'.join([*BLOCKS_ZH, *BLOCKS_ZH.values()])})\s*[:：]")
_BULLET = re.compile(r"(?P<indent>[ \t\u00a0\u3000]*)(?P<sign>[•●▪■◦‣∙·*–—])(?P<blank>[ \t\u00a0\u3000]+)(?=\S)")
_BLOCK_TEXT = re.compile(r"(?:[:：]|-)[ \t]*[|>][\d+-]*[ \t]*(?:#.*)?$")
_OPENING = re.compile(r"(?:^|[:：,\[{-])[ \t\u00a0\u3000]*[\"']")
"""A quote at the beginning of a text."""
_BLANKS = " \t\u00a0\u3000"
_SHOWN = 200


def without_strangers(lines: tuple[str, ...], file: str) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the lines, empty where they belong to no outline, and what is to be told of them; columns stay."""
    found = _Strangers(list(lines), file)
    problems = [*found.merges(), *found.fences(), *found.separators(), *found.bullets()]
    return (tuple(found.lines), problems) if problems else (lines, [])


class _Strangers:
    def __init__(self, lines: list[str], file: str) -> None:
        self.lines = lines
        self.file = file

    def _span(self, row: int, column: int = 0, length: int = 0) -> Span:
        return Span(self.file, row + 1, column + 1, length or max(len(self.lines[row].rstrip()), 1))

    def merges(self) -> Iterator[Problem]:
        """Take out the marks of merges, and of two versions the second."""
        marks = [(row, line[:7]) for row, line in enumerate(self.lines) if line[:1] in "<|=>" and _MARK.match(line)]
        while marks:
            row, sign = marks.pop(0)
            signs = [other for _, other in marks[:3]]
            length = 3 if signs == [_BASE, _MIDDLE, _THEIRS] else 2 if signs[:2] == [_MIDDLE, _THEIRS] else 0
            if sign == _OURS and length:
                second, last = marks[0][0], marks[length - 1][0]
                del marks[:length]
                yield MERGE_CONFLICT.at(self._span(row), first=row + 1, last=last + 1)
                self._empty(row, row + 1)
                self._empty(second, last + 1)
            else:
                yield MERGE_MARK.at(self._span(row))
                self._empty(row, row + 1)

    def fences(self) -> Iterator[Problem]:
        """Take out the fence of Markdown around an outline and what stands outside of it."""
        fences = [row for row, line in enumerate(self.lines) if line[:1] in "`~" and _FENCE.match(line)]
        if not fences:
            return
        begins = next((row for row, line in enumerate(self.lines) if _BLOCK.match(line)), len(self.lines))
        inside, rows, start = begins < fences[0], [], 0
        for fence in fences:
            if inside:
                start = fence
            else:
                rows.append((start, fence + 1))
            inside = not inside
        if not inside:
            rows.append((start, len(self.lines)))
        counted = [(first + 1, last) for first, last in rows]
        yield FENCE.at(
            self._span(fences[0]),
            rows_zh="和".join(f"第 {_range(*pair)} 行" for pair in counted),
            rows_en=" and ".join(f"line{'s' * (pair[0] != pair[1])} {_range(*pair)}" for pair in counted),
        )
        for first, last in rows:
            self._empty(first, last)

    def separators(self) -> Iterator[Problem]:
        """Take out the lines that part the slides in Markdown."""
        written = False
        for row, line in enumerate(self.lines):
            if line.rstrip() == "---" and written and self._goes_on(row):
                yield SEPARATOR.at(self._span(row)).fixed_by(Change(row, 0, len(line), ""))
                self._empty(row, row + 1)
            written = written or (line.strip() not in ("", "---") and line[:1] not in "#%")

    def _goes_on(self, row: int) -> bool:
        """Return whether what follows belongs to what stands above."""
        following = next((line for line in self.lines[row + 1 :] if line.strip() and not line.startswith("#")), "")
        return following[:1] in (" ", "\t") or following.startswith("- ")

    def bullets(self) -> Iterator[Problem]:
        """Put the dash of a list item where a bullet stands."""
        if not any(_BULLET.match(line) for line in self.lines):
            return
        text = -1  # the lines of a block text are indented deeper than this; there a bullet is a bullet
        quote = -1  # and so it is up to this row, in which a quoted text ends
        for row, line in enumerate(self.lines):
            content = line.lstrip(_BLANKS)
            indent = len(line) - len(content)
            if not content or row <= quote:
                continue
            if text >= 0 and indent > text:
                continue
            text = indent if _BLOCK_TEXT.search(line) else -1
            quote = self._end_of_quotes(row, indent)
            match = _BULLET.match(line)
            if not match or not self._is_in_list(row, indent):
                continue
            start, end = match.start("sign"), match.end("blank")
            plain = match["blank"] == " "
            self.lines[row] = f"{line[:start]}-{' ' * (end - start - 1)}{line[end:]}"
            fixed = f"- {line[end:].rstrip()}"
            yield BULLET.at(
                self._span(row, start, 1),
                sign=match["sign"],
                fixed=fixed if len(fixed) <= _SHOWN else fixed[:_SHOWN] + "…",
            ).fixed_by(Change(row, start, start + 1 if plain else end, "-" if plain else "- "))

    def _end_of_quotes(self, row: int, indent: int) -> int:
        """Return the row in which the quoted texts that begin in a row end."""
        position = 0
        while opening := _OPENING.search(self.lines[row], position):
            end = end_of_quote(self.lines, row, opening.end() - 1, indent)
            if end and end[0] > row:
                return end[0]
            position = end[1] if end else opening.end()
        return row

    def _is_in_list(self, row: int, indent: int) -> bool:
        """Return whether a list item may stand in a row: below a key without a value, or below another item."""
        beside = behind_more = False
        for line in reversed(self.lines[:row]):
            content = line.strip(_BLANKS)
            column = len(line) - len(line.lstrip(_BLANKS))
            if not content or content.startswith("#"):
                continue
            if column > indent:
                behind_more = True
                continue
            if column == indent and content.startswith("- "):
                beside = True
                continue
            if beside:  # where the list stands in the column of its key, a line with a colon may be the next key
                return column < indent or not KEY_END.search(self.lines[row])
            has_value = behind_more and column == indent
            return content.endswith((":", "：")) and not has_value
        return beside

    def _empty(self, first: int, last: int) -> None:
        self.lines[first:last] = [""] * (last - first)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
