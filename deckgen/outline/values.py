"""Traps in what stands after a key or a dash: plain, quoted and block texts, braces and brackets."""

from __future__ import annotations

import re

from deckgen.outline import mistakes
from deckgen.outline.draft import Draft, Edit
from deckgen.outline.flow import MOST_TOKENS, Flow, check_escapes
from deckgen.outline.levels import Levels, how_to_move
from deckgen.outline.signs import (
    HASH,
    KEY_END,
    after_blanks,
    after_indent,
    full_width,
    is_label,
    is_one_text,
    is_text,
    leading_sign,
    quoted,
    reference,
    requoted,
)
from deckgen.outline.tokens import end_of_quote
from deckgen.problems import Kind

_COMMENT = re.compile(r"[ \t]+#(?=[ \t#]|$)")
_BLOCK_TEXT = re.compile(r"[|>](?:[1-9][+-]?|[+-][1-9]?)?[ \t]*(?:$|[ \t]#)")
_WORD = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`，：][^,\[\]{}:#]*"
_KEY = r"\w[\w-]*"
_FIELD = re.compile(r"[\s,，]*[^\s,，:{}\[\]]+:\s")
_PLAIN_FLOW = re.compile(rf"(?:\{{{_KEY}: {_WORD}(?:, {_KEY}: {_WORD})*\}}|\[{_WORD}(?:, {_WORD})*\])\s*$")
"""Pairs or words that hold no sign: most braces and brackets."""


class Values(Levels):
    """Reads values: each method takes where its value begins and leaves `row` behind its last line."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._tokens = 0

    def read_value(self, position: int) -> None:
        """Read the value that begins after this position, or on the next lines."""
        line = self.lines[self.row]
        start = after_blanks(line, position)
        self.last = "nothing"
        if start == len(line) or (line[start] == "#" and self._is_comment(start)):
            self.row += 1
            return
        sign = leading_sign(line, start)
        name = reference(line, start) if sign in ("&", "*") else ""
        if line[start] in "\"'":
            self._read_quoted(start)
        elif line[start] in "{[":
            self._read_flow(start)
        elif line[start] in "|>" and self._is_block_text(start):
            self._read_block_text(start)
        elif name.startswith("&"):
            end = after_blanks(line, start + len(name))
            self.draft.report(mistakes.NO_ALIAS, self.row, start, end, (Edit(start, end, ""),), sign=name.split()[0])
            self.read_value(end)
        elif name:
            self._quote(mistakes.NO_ALIAS, start, sign=name)
        elif sign:
            self._quote(mistakes.LEADING_SIGN, start, certain=is_text(line, start), sign=sign)
        else:
            self._read_text(start)

    def _is_comment(self, start: int) -> bool:
        line = self.lines[self.row]
        if line[start + 1 : start + 2] in ("", " ", "\t", "#"):
            return True
        below = self.content_below()
        indent = len(below) - len(below.lstrip())
        base = self.base()
        return indent > base or (indent == base and self.levels[-1].kind == "mapping" and below.lstrip()[:2] == "- ")

    def _read_text(self, start: int) -> None:
        line = self.lines[self.row]
        end = self._text_end(start)
        if line[start] == "#":
            self._quote(mistakes.HASH_IN_TEXT, start)
        elif HASH.search(line, start, end):
            self._quote(mistakes.HASH_BEHIND_TEXT, start)
        elif KEY_END.search(line, start, end):
            text = line[start:end].strip()
            wide = full_width(text)
            kind = mistakes.COLON_IN_CHINESE if wide else mistakes.COLON_IN_TEXT
            self._quote(kind, start, wide or quoted(text), certain=is_one_text(text))
        else:
            self.last = "text"
            self.row += 1

    def _read_quoted(self, start: int) -> None:
        line = self.lines[self.row]
        end = end_of_quote(self.lines, self.row, start, self.base())
        if end and self._is_over(*end):
            if line[start] == '"':
                check_escapes(self.draft, self.row, start, *end)
            self.last, self.row = "closed", end[0] + 1
        elif end and end[0] == self.row:
            self._quote(mistakes.TEXT_AFTER_QUOTE, start, requoted(line[start : self._text_end(start)]))
        else:
            last = self._text_end(start)
            apostrophe = line[start] == "'" and line[start + 1 : start + 2].isalnum()
            self.mended = self.draft.report(
                mistakes.UNCLOSED_QUOTE, self.row, start, last, (Edit(last, last, line[start]),), certain=not apostrophe
            )
            self.last = "mended"
            self.row += 1

    def _read_flow(self, start: int) -> None:
        if _PLAIN_FLOW.match(self.lines[self.row], start):
            self.last = "closed"
            self.row += 1
            return
        flow = Flow(self.draft, self.row, start, self.base())
        self._tokens += flow.size
        if self._tokens >= MOST_TOKENS:
            self.row = len(self.lines)
        elif flow.closed and self._is_over(flow.end_row, flow.end):
            flow.check()
            self.last, self.row = "closed", flow.end_row + 1
        elif flow.closed and flow.end_row == self.row and self._goes_on_with_field(flow.end):
            end, rest = self._text_end(start), self.lines[self.row][flow.end : self._text_end(start)]
            edit = Edit(flow.end - 1, end, f", {rest.strip(' ,，')}{self.lines[self.row][flow.end - 1]}")
            self.draft.report(mistakes.FIELD_AFTER_BRACKET, self.row, flow.end, end, (edit,))
            self.last, self.row = "closed", self.row + 1
        elif flow.closed and flow.end_row == self.row:
            certain = is_label(self.lines[self.row][start : self._text_end(start)])
            self._quote(mistakes.TEXT_AFTER_BRACKET, start, certain=certain)
        elif flow.closed:
            rest = self.lines[flow.end_row]
            edit = Edit(flow.end, len(rest), "")
            self.draft.report(mistakes.TEXT_AFTER_BRACKET, flow.end_row, flow.end, len(rest), (edit,), certain=False)
            self.last, self.row = "closed", flow.end_row + 1
        elif not flow.looks_structured():
            self._quote(mistakes.UNCLOSED_IN_TEXT, start)
        else:
            torn = flow.torn()
            rest = self.lines[flow.end_row][torn : flow.end] if torn is not None else ""
            kind = mistakes.TORN_BRACKET if rest else mistakes.UNCLOSED_BRACKET
            self.draft.mend(flow.end_row, Edit(flow.end - len(rest), flow.end, flow.missing))
            cut_zh, cut_en = (
                ("，文件到这里就断了", ", and the file ends here") if not self.content_below() else ("", "")
            )
            self.draft.report(
                kind, self.row, start, start + 1, (Edit(start, start, ""),),
                torn=rest.strip(", "), cut_zh=cut_zh, cut_en=cut_en,
            )  # fmt: skip
            self.last, self.row = "mended", flow.end_row + 1

    def _goes_on_with_field(self, end: int) -> bool:
        """Return whether a field follows the brace that ends here: one of the group, written behind it by mistake."""
        return self.lines[self.row][end - 1] == "}" and _FIELD.match(self.lines[self.row], end) is not None

    def _is_block_text(self, start: int) -> bool:
        """Return whether `|` or `>` begins a block text; with a digit behind it, lines have to follow.

        A line that begins with `#` is one of them where it is indented by as much as the digit says, else a comment.
        """
        match = _BLOCK_TEXT.match(self.lines[self.row], start)
        if not match:
            return False
        end = match.group().rstrip(" \t#")[-1]
        if not end.isdigit():
            return True
        following = (line for line in self.lines[self.row + 1 : self.row + 50] if line.strip())
        first, below = next(following, ""), self.content_below()
        return len(first) - len(first.lstrip()) >= self.base() + int(end) or (
            len(below) - len(below.lstrip()) > self.base()
        )

    def _read_block_text(self, start: int) -> None:
        """Read past the lines of a block text, which may hold anything but a wrong indentation."""
        base = self.base()
        counted = re.search(r"\d", self.lines[self.row][start + 1 : start + 3]) is not None
        body = 0
        self.last = "closed"
        self.row += 1
        while self.row < len(self.lines):
            line = self.lines[self.row]
            plain = len(line) - len(line.lstrip(" "))
            if plain == len(line) or (body and plain >= body and self.moved is None):
                self.row += 1
                continue
            position = plain if plain > base else after_indent(line)
            if position == len(line):
                self.draft.mend(self.row, Edit(0, position, ""))
                self.row += 1
                continue
            column = self.indentation(line, position, in_text=True)
            if column <= base:
                return
            if column < body:
                edit = Edit(0, position, " " * body)
                zh, en = how_to_move(body, self.row, self.row, body - column)
                self.draft.report(mistakes.INDENT, self.row, 0, position, (edit,), found=column, how_zh=zh, how_en=en)
            body = body or (1 if counted else column)
            self.row += 1

    def _is_over(self, row: int, end: int) -> bool:
        """Return whether nothing but a comment follows."""
        line = self.lines[row]
        return not line[end:].strip() or _COMMENT.match(line, end) is not None

    def _text_end(self, start: int) -> int:
        """Return where the text of this line ends, before its comment."""
        line = self.lines[self.row]
        comment = _COMMENT.search(line, start)
        return comment.start() if comment else len(line.rstrip())

    def _quote(self, kind: Kind, start: int, instead: str = "", *, certain: bool = True, **facts: object) -> None:
        """Report a value that has to stand in quotes, or to be written as is given instead, and read it as text."""
        end = max(self._text_end(start), start + 1)
        edit = Edit(start, end, instead or quoted(self.lines[self.row][start:end]))
        self.mended = self.draft.report(kind, self.row, start, end, (edit,), certain=certain, **facts)
        self.last = "mended"
        self.row += 1
