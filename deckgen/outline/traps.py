"""YAML's own traps, found in the lines before the parser sees them, each mended so that reading can go on.

The scanner knows as much of YAML as it takes to tell keys, list items and values apart: indentation, comments, quoted
and block texts, and, through `flow`, braces and brackets. What it mends in its copy of the line is what it advises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from deckgen.outline import mistakes
from deckgen.outline.draft import Draft, Edit
from deckgen.outline.flow import MOST_TOKENS, Flow, check_escapes, end_of_quote
from deckgen.outline.mistakes import leading_sign, quoted, reference
from deckgen.problems import Kind

_SPACES = re.compile(r"[ \t]*")
_LEAD = re.compile(r"[ \t\u3000\u00a0]*")
_DASH = re.compile(r"-(?=[ \t]|$)")
_TIGHT_DASH = re.compile(r"-(?=[^\s-])")
_QUOTED_KEY = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*:(?=[ \t]|$)")
_KEY_END = re.compile(r":(?=[ \t]|$)")
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_GLUED = re.compile(r"(?P<key>[^\s:：\"'{\[][^:：]{0,39}?)\s*(?P<colon>：[ \t]*|:(?=[^\s/]))")
_PAIR = re.compile(r"[\w-]+\s*(?::(?=\s|$)|：)")
_COMMENT = re.compile(r"[ \t]+#(?=[ \t#]|$)")
_HASH = re.compile(r"[ \t]#(?=[^ \t#])")
_BLOCK_TEXT = re.compile(r"[|>](?:[1-9][+-]?|[+-][1-9]?)?[ \t]*(?:$|[ \t]#)")
_ANY_HASH = re.compile(r"[ \t]#")
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?=[ \t]|$)")
_PLAIN_PAIR = re.compile(r"( *)[A-Za-z_][\w-]*: [^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#]*$")
"""A key with a text that holds no sign: most lines of an outline."""
_WORD = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`，：][^,\[\]{}:#]*"
_PLAIN_FLOW = re.compile(rf"(?:\{{{_WORD}: {_WORD}(?:, {_WORD}: {_WORD})*\}}|\[{_WORD}(?:, {_WORD})*\])\s*$")
"""Pairs or words that hold no sign: most braces and brackets."""
_TAB_WIDTHS = (2, 4, 1, 8)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def find(draft: Draft) -> None:
    """Report every trap in the draft's lines to the draft."""
    for row, line in enumerate(draft.lines):
        if not line.isprintable():
            _check_characters(draft, row, line)
    _Scanner(draft).run()


def _check_characters(draft: Draft, row: int, line: str) -> None:
    """Report the first control character of a line, and take all of them for spaces."""
    places = [match.start() for match in _CONTROL.finditer(line)]
    if places:
        edits = tuple(Edit(place, place + 1, " ") for place in places[:8])
        name = f"U+{ord(line[places[0]]):04X}"
        draft.report(mistakes.CONTROL_CHARACTER, row, places[0], places[0] + 1, edits, name=name)


@dataclass
class _Level:
    """An open mapping or list and the column its keys or dashes stand in."""

    column: int
    kind: Literal["mapping", "list"]


class _Scanner:
    """One pass over the lines. Columns of levels count the corrected indentation, positions the written one."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lines = draft.lines
        self.row = 0
        self.levels: list[_Level] = []
        self.last: Literal["nothing", "text", "mended", "closed"] = "nothing"
        """What the last key or dash has for a value so far; a mended text leaves out the lines that continue it."""
        self.moved: tuple[int, int] | None = None
        """Lines indented at least this deep belong to a misplaced line and move with it."""
        self.dropped: int | None = None
        """Lines indented deeper than this belong to a line that was left out."""
        self.tokens = 0
        self.tab = 0
        """How wide the tabs of the lines just above are taken to be; 0 where they are indented by spaces."""

    def run(self) -> None:
        """Read all lines."""
        while self.row < len(self.lines) and not self.draft.full:
            self._read_line()

    # Lines and their indentation

    def _read_line(self) -> None:
        line = self.lines[self.row]
        plain = _PLAIN_PAIR.match(line)
        if plain and self.moved is None and self.dropped is None and self._is_mapping_at(plain.end(1)):
            self.last, self.tab = "text", 0
            self.row += 1
            return
        position = _LEAD.match(line).end()  # type: ignore[union-attr]
        if position == len(line) or line[position] == "#":
            if line[:position].strip(" "):
                self.draft.mend(self.row, Edit(0, position, " " * position))
            self.row += 1
            return
        if _DOCUMENT.match(line) or (line[0] == "%" and not self.levels):
            self.levels.clear()
            self.last, self.moved, self.dropped = "nothing", None, None
            self.row += 1
            return
        column = self._indentation(line, position)
        if self.dropped is not None:
            if column > self.dropped:
                self._leave_out()
                return
            self.dropped = None
        base = self.levels[-1].column if self.levels else -1
        if column <= base:
            self._place(position, column)
        elif self.last == "nothing":
            self._read_entry(position, column, is_sibling=not self.levels)
        elif self.last in ("text", "mended"):
            self._continue_text(position, column)
        else:
            self._too_deep(position, column)

    def _is_mapping_at(self, column: int) -> bool:
        """Return whether the innermost level is a mapping whose keys stand in this column."""
        return bool(self.levels) and self.levels[-1].column == column and self.levels[-1].kind == "mapping"

    def _indentation(self, line: str, position: int, in_text: bool = False) -> int:
        """Return the column that the line's first character should have, and mend what stands before it."""
        lead = line[:position]
        column = position
        plain = len(lead) - len(lead.lstrip(" "))
        if plain == position or (self.last == "text" and plain > self._base()):
            self.tab = 0
        else:
            again = self.tab > 0
            self.tab = self._tab_width(line, position)
            column = _width(lead, self.tab)
            edit = Edit(0, position, " " * column)
            kind = mistakes.TAB_INDENT if "\t" in lead else mistakes.WIDE_SPACE_INDENT
            if again:
                self.draft.mend(self.row, edit)
            else:
                self.draft.report(kind, self.row, 0, position, (edit,), wanted=column)
        if self.moved is not None:
            start, by = self.moved
            if column == start or (column > start and (in_text or not self._fits(column, line, position))):
                column += by
                self.draft.mend(self.row, Edit(0, position, " " * column))
            else:
                self.moved = None
        return column

    def _tab_width(self, line: str, position: int) -> int:
        """Return how wide tabs and wide spaces are: as in the line above, else so that the line fits a level."""
        lead = line[:position]
        if self.tab:
            return self.tab
        below = self._content_below()
        same = [tab for tab in (0, *_TAB_WIDTHS) if _width(lead, tab) == len(below) - len(below.lstrip(" "))]
        if self.last == "nothing" and same and not below.lstrip(" ").startswith("\t"):
            return same[0]
        fitting = [tab for tab in _TAB_WIDTHS if self._fits(_width(lead, tab), line, position)]
        if fitting and self.last != "nothing":
            return max(fitting)
        deeper = [tab for tab in _TAB_WIDTHS if _width(lead, tab) > self._base()]
        return next(iter(deeper if self.last == "nothing" and deeper else fitting or _TAB_WIDTHS))

    def _fits(self, column: int, line: str, position: int) -> bool:
        """Return whether a line can stand in this column beside the lines of an open level."""
        kind = "list" if _DASH.match(line, position) else "mapping"
        return any(level.column == column and level.kind == kind for level in self.levels)

    def _leave_out(self) -> None:
        line = self.lines[self.row]
        self.draft.mend(self.row, Edit(0, len(line), ""))
        self.row += 1

    # Where a line belongs

    def _place(self, position: int, column: int) -> None:
        """Find the level of a line that is indented no deeper than the innermost one."""
        line = self.lines[self.row]
        dash = _DASH.match(line, position) is not None
        left: list[_Level] = []
        while self.levels and self.levels[-1].column > column:
            left.insert(0, self.levels.pop())
        top = self.levels[-1] if self.levels else None
        if top is None or top.column < column:
            self._snap(position, column, left, dash)
            return
        under = self.levels[-2] if len(self.levels) > 1 else None
        if top.kind == "list" and not dash:
            compact = under is not None and under.column == column
            if _TIGHT_DASH.match(line, position) and not (compact and self._key_end(position) is not None):
                self._space_dash(position, column)
                return
            if compact:
                self.levels.pop()
                self._read_entry(position, column, is_sibling=True)
                return
            self._snap(position, column, left, dash)
        elif top.kind == "mapping" and dash and not left and self.last == "mended":
            self.dropped = column
            self._leave_out()
        elif top.kind == "mapping" and dash and (left or self.last != "nothing"):
            self._snap(position, column, left, dash)
        else:
            self._read_entry(position, column, is_sibling=not dash)

    def _snap(self, position: int, column: int, left: list[_Level], dash: bool) -> None:
        """Move a line that stands in no level's column to the nearest level of its kind, or leave it out."""
        kind = "list" if dash else "mapping"
        fitting = [level for level in [*reversed(left), *reversed(self.levels)] if level.kind == kind]
        pair = dash or self._key_end(position) is not None or _PAIR.match(self.lines[self.row], position)
        if not fitting or not pair:
            self._stray(position, column)
            return
        nearest = min(fitting, key=lambda level: abs(level.column - column))
        while left and nearest not in self.levels:
            self.levels.append(left.pop(0))
        while self.levels[-1] is not nearest:
            self.levels.pop()
        self._move(position, column, nearest.column)

    def _move(self, position: int, column: int, wanted: int) -> None:
        edit = Edit(0, position, " " * wanted)
        at = max(position, 1)
        self.draft.report(mistakes.INDENT, self.row, 0, at, (edit,), found=column, wanted=wanted)
        self.moved = (column, wanted - column)
        self._read_entry(position, wanted, is_sibling=not _DASH.match(self.lines[self.row], position))

    def _too_deep(self, position: int, column: int) -> None:
        """Deal with a line below a value that is already complete."""
        top = self.levels[-1] if self.levels else None
        dash = _DASH.match(self.lines[self.row], position) is not None
        key = self._key_end(position) is not None
        if top and ((dash and top.kind == "list") or (key and not dash and top.kind == "mapping")):
            self._move(position, column, top.column)
        else:
            self._stray(position, column)

    def _stray(self, position: int, column: int) -> None:
        line = self.lines[self.row]
        self.draft.report(mistakes.STRAY_LINE, self.row, position, len(line.rstrip()), (Edit(0, len(line), ""),))
        self.dropped = column
        self.row += 1

    def _continue_text(self, position: int, column: int) -> None:
        """Read a further line of a text without quotes."""
        line = self.lines[self.row]
        colon = self._key_end(position)
        dash = _DASH.match(line, position)
        hash_sign = _HASH.search(line, position)
        if not dash and colon is not None and self.levels and _NAME.fullmatch(line, position, colon):
            self._too_deep(position, column)
            return
        if self.last == "mended":
            self._leave_out()
            return
        whole = (self.row, position, len(line.rstrip()))
        if dash:
            self.draft.report(mistakes.TEXT_AND_LIST, *whole, (Edit(0, len(line), ""),))
            self.dropped = column - 1
        elif colon is not None:
            edits = tuple(Edit(match.start(), match.end(), "：") for match in _KEY_END.finditer(line, position))
            self.draft.report(mistakes.COLON_IN_PARAGRAPH, *whole, edits)
        elif hash_sign:
            at = hash_sign.end() - 1
            self.draft.report(mistakes.HASH_IN_PARAGRAPH, self.row, at, whole[2], (Edit(at, at + 1, "＃"),))
        self.row += 1

    # Entries: dashes, keys, values

    def _read_entry(self, position: int, column: int, is_sibling: bool) -> None:
        """Read what begins at a position: dashes, a key, a value. `is_sibling` says that a key has to stand here."""
        line = self.lines[self.row]
        while _DASH.match(line, position):
            self._open(column, "list")
            is_sibling = False
            inner = _SPACES.match(line, position + 1).end()  # type: ignore[union-attr]
            column += inner - position
            position = inner
        if not is_sibling and self._is_item(position, column):
            self._space_dash(position, column)
            return
        if position == len(line) or line[position] == "#":
            self._read_value(position)
            return
        value = self._read_key(position, column, is_sibling)
        if value is not None:
            self._read_value(value)
        elif is_sibling and (self.levels or line[position] not in "{["):
            self._read_keyless(position, column)
        else:
            self._read_value(position)

    def _is_item(self, position: int, column: int) -> bool:
        """Return whether a dash without its space was meant for a list item: the next line begins with one too."""
        line = self.lines[self.row]
        if not _TIGHT_DASH.match(line, position):
            return False
        below = self._next_line(column)
        if self._key_end(position) is None:
            return below.startswith("-")
        return below.startswith("- ") and not line.rstrip().endswith(":")

    def _space_dash(self, position: int, column: int) -> None:
        after = position + 1
        self.draft.report(mistakes.NO_SPACE_AFTER_DASH, self.row, position, after, (Edit(after, after, " "),))
        self._open(column, "list")
        self._read_entry(after, column + 2, is_sibling=False)

    def _read_keyless(self, position: int, column: int) -> None:
        """Deal with a line where a key has to stand and none does."""
        if self.levels or any(_PAIR.match(line) for line in self.lines):
            self._stray(position, column)
        else:
            self.row = len(self.lines)

    def _open(self, column: int, kind: Literal["mapping", "list"]) -> None:
        level = _Level(column, kind)
        if not self.levels or self.levels[-1] != level:
            self.levels.append(level)

    def _key_end(self, position: int) -> int | None:
        """Return where the colon of the key stands that begins at a position, or None when none does."""
        line = self.lines[self.row]
        if line[position] in "\"'":
            match = _QUOTED_KEY.match(line, position)
            return match.end() - 1 if match else None
        found = None if line[position] in "{[" else _KEY_END.search(line, position)
        if not found or _ANY_HASH.search(line, position, found.start()):
            return None
        return found.start()

    def _read_key(self, position: int, column: int, is_sibling: bool) -> int | None:
        """Open the mapping of the key at a position and return where its value begins; None when there is no key."""
        line = self.lines[self.row]
        colon = self._key_end(position)
        glued = _GLUED.match(line, position)
        if glued and self._is_key(glued, colon, column, is_sibling):
            start, end = glued.span("colon")
            if line[start] == ":":
                self.draft.report(mistakes.NO_SPACE_AFTER_COLON, self.row, start, end, (Edit(end, end, " "),))
            else:
                self.draft.report(mistakes.FULLWIDTH_COLON, self.row, start, start + 1, (Edit(start, end, ": "),))
            self._open(column, "mapping")
            return end
        if colon is None:
            return None
        self._open(column, "mapping")
        sign = leading_sign(line, position)
        name = reference(line, position) if sign in ("&", "*") else ""
        if line.startswith("<<", position) and line[position:colon].rstrip() == "<<":
            self.draft.report(mistakes.NO_MERGE, self.row, position, colon, (Edit(position, len(line), ""),))
            self.dropped = column
            return len(line)
        if name:
            edit = Edit(position, _SPACES.match(line, position + len(name)).end(), "")  # type: ignore[union-attr]
            self.draft.report(mistakes.NO_ALIAS, self.row, position, position + len(name), (edit,), sign=name)
        elif sign:
            edit = Edit(position, colon, quoted(line[position:colon].rstrip()))
            self.draft.report(mistakes.LEADING_SIGN, self.row, position, colon, (edit,), sign=sign)
        return colon + 1

    def _is_key(self, glued: re.Match[str], colon: int | None, column: int, is_sibling: bool) -> bool:
        """Return whether words with a full-width or tight colon were meant as a key rather than as text."""
        wide = glued["colon"][0] == "："
        named = _NAME.fullmatch(glued["key"]) is not None
        if colon is not None:
            return colon > glued.start("colon") and named and wide
        if is_sibling:
            return wide or " " not in glued["key"]
        following = _PAIR.match(self._next_line(column))
        return following is not None and (named or "：" not in following.group())

    def _next_line(self, column: int) -> str:
        """Return the next line with content, without its indentation, when it stands in this column, else ""."""
        line = self._content_below()
        text = line.lstrip(" ")
        return text if len(line) - len(text) == column else ""

    def _content_below(self) -> str:
        for line in self.lines[self.row + 1 : self.row + 50]:
            if line.strip() and not line.lstrip().startswith("#"):
                return line
        return ""

    # Values

    def _read_value(self, position: int) -> None:
        line = self.lines[self.row]
        start = _SPACES.match(line, position).end()  # type: ignore[union-attr]
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
            end = _SPACES.match(line, start + len(name)).end()  # type: ignore[union-attr]
            self.draft.report(mistakes.NO_ALIAS, self.row, start, end, (Edit(start, end, ""),), sign=name.split()[0])
            self._read_value(end)
        elif name:
            self._quote(mistakes.NO_ALIAS, start, sign=name)
        elif sign:
            self._quote(mistakes.LEADING_SIGN, start, sign=sign)
        else:
            self._read_text(start)

    def _is_comment(self, start: int) -> bool:
        line = self.lines[self.row]
        if line[start + 1 : start + 2] in ("", " ", "\t", "#"):
            return True
        below = self._content_below()
        indent = len(below) - len(below.lstrip())
        base = self._base()
        return indent > base or (indent == base and self.levels[-1].kind == "mapping" and below.lstrip()[:2] == "- ")

    def _read_text(self, start: int) -> None:
        line = self.lines[self.row]
        end = self._text_end(start)
        if line[start] == "#" or _HASH.search(line, start, end):
            self._quote(mistakes.HASH_IN_TEXT, start)
        elif _KEY_END.search(line, start, end):
            self._quote(mistakes.COLON_IN_TEXT, start)
        else:
            self.last = "text"
            self.row += 1

    def _read_quoted(self, start: int) -> None:
        line = self.lines[self.row]
        end = end_of_quote(self.lines, self.row, start, self._base())
        if end and self._is_over(*end):
            if line[start] == '"':
                check_escapes(self.draft, self.row, start, *end)
            self.last, self.row = "closed", end[0] + 1
        elif end and end[0] == self.row:
            self._quote(mistakes.TEXT_AFTER_QUOTE, start)
        else:
            last = self._text_end(start)
            self.draft.report(mistakes.UNCLOSED_QUOTE, self.row, start, last, (Edit(last, last, line[start]),))
            self.last = "mended"
            self.row += 1

    def _read_flow(self, start: int) -> None:
        if _PLAIN_FLOW.match(self.lines[self.row], start):
            self.last = "closed"
            self.row += 1
            return
        flow = Flow(self.draft, self.row, start, self._base())
        self.tokens += flow.size
        if self.tokens >= MOST_TOKENS:
            self.row = len(self.lines)
        elif flow.closed and self._is_over(flow.end_row, flow.end):
            flow.check()
            self.last, self.row = "closed", flow.end_row + 1
        elif flow.closed and flow.end_row == self.row:
            self._quote(mistakes.TEXT_AFTER_BRACKET, start)
        elif flow.closed:
            rest = self.lines[flow.end_row]
            edit = Edit(flow.end, len(rest), "")
            self.draft.report(mistakes.TEXT_AFTER_BRACKET, flow.end_row, flow.end, len(rest), (edit,))
            self.last, self.row = "closed", flow.end_row + 1
        elif flow.end_row == self.row and not flow.looks_structured():
            self._quote(mistakes.UNCLOSED_BRACKET, start)
        else:
            self.draft.mend(flow.end_row, Edit(flow.end, flow.end, flow.missing))
            self.draft.report(mistakes.UNCLOSED_BRACKET, self.row, start, start + 1, (Edit(start, start, ""),))
            self.last, self.row = "mended", flow.end_row + 1

    def _is_block_text(self, start: int) -> bool:
        """Return whether `|` or `>` begins a block text; with a digit behind it, lines have to follow."""
        line = self.lines[self.row]
        match = _BLOCK_TEXT.match(line, start)
        if not match:
            return False
        below = self._content_below()
        return not match.group().rstrip(" \t#")[-1].isdigit() or len(below) - len(below.lstrip()) > self._base()

    def _read_block_text(self, start: int) -> None:
        """Read past the lines of a block text, which may hold anything but a wrong indentation."""
        base = self._base()
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
            position = plain if plain > base else _LEAD.match(line).end()  # type: ignore[union-attr]
            if position == len(line):
                self.draft.mend(self.row, Edit(0, position, ""))
                self.row += 1
                continue
            column = self._indentation(line, position, in_text=True)
            if column <= base:
                return
            if column < body:
                edit = Edit(0, position, " " * body)
                self.draft.report(mistakes.INDENT, self.row, 0, position, (edit,), found=column, wanted=body)
            body = body or (1 if counted else column)
            self.row += 1

    def _base(self) -> int:
        """Return the column that the lines of a value have to be indented deeper than."""
        return self.levels[-1].column if self.levels else -1

    def _is_over(self, row: int, end: int) -> bool:
        """Return whether nothing but a comment follows."""
        line = self.lines[row]
        return not line[end:].strip() or _COMMENT.match(line, end) is not None

    def _text_end(self, start: int) -> int:
        """Return where the text of this line ends, before its comment."""
        line = self.lines[self.row]
        comment = _COMMENT.search(line, start)
        return comment.start() if comment else len(line.rstrip())

    def _quote(self, kind: Kind, start: int, **facts: object) -> None:
        """Report a value that has to stand in quotes, and read it as text."""
        end = max(self._text_end(start), start + 1)
        edit = Edit(start, end, quoted(self.lines[self.row][start:end]))
        self.draft.report(kind, self.row, start, end, (edit,), **facts)
        self.last = "mended"
        self.row += 1


def _width(lead: str, tab: int) -> int:
    return sum(1 if blank == " " else tab for blank in lead)
