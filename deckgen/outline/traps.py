"""YAML's own traps, found in the lines before the parser sees them, each mended so that reading can go on.

The scanner knows as much of YAML as it takes to tell keys, list items and values apart: indentation, comments, quoted
and block texts, and, through `flow`, braces and brackets. What it mends in its copy of the line is what it advises.
"""

from __future__ import annotations

import re

from deckgen.outline import mistakes
from deckgen.outline.draft import Draft, Edit
from deckgen.outline.going_on import how_to_join, how_to_place
from deckgen.outline.levels import Level, Moved, how_to_move
from deckgen.outline.signs import (
    DASH,
    HASH,
    KEY_END,
    after_blanks,
    after_indent,
    leading_sign,
    quoted,
    reference,
)
from deckgen.outline.spelling import swapped_colon
from deckgen.outline.values import Values

_TIGHT_DASH = re.compile(r"-(?=[^\s-])")
_WORD = re.compile(r"[\w%+–-]+")
_BEGINS = re.compile(r"[^\W\d]|[\"'{\[“‘《（「]")
"""What surely begins a list item: with a digit behind it the dash may make a number negative."""
_QUOTED_KEY = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*:(?=[ \t]|$)")
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_GLUED = re.compile(r"(?P<key>[^\s:：\"'{\[][^:：]{0,39}?)\s*(?P<colon>：[ \t]*|:(?=[^\s/]))")
_PAIR = re.compile(r"[\w-]+\s*(?::(?=\s|$)|：)")
_ANY_HASH = re.compile(r"[ \t]#")
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?=[ \t]|$)")
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
_QUOTED = r"(?P<closed>'[^']*'|\"[^\"\\]*\")"
_PLAIN_PAIR = re.compile(rf"( *)(?P<dash>- )?\w[\w-]*:(?: (?:(?P<text>{_FIRST}[^:#]*)|{_QUOTED}))?$")
"""A key with a text that holds no sign, with one in quotes or with nothing, maybe behind a dash: most lines of an outline."""
_PLAIN_ITEM = re.compile(rf"( *)- (?:(?P<text>{_FIRST}[^:：#]*)|{_QUOTED})$")
"""A dash with such a text."""
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


class _Scanner(Values):
    """One pass over the lines: finds where each belongs, and reads its dashes, its key and its value."""

    def run(self) -> None:
        """Read all lines."""
        while self.row < len(self.lines) and not self.draft.full:
            self._read_line()

    def _read_line(self) -> None:
        line = self.lines[self.row]
        if self.moved is None and self.dropped is None:
            pair = _PLAIN_PAIR.match(line)
            plain = pair or _PLAIN_ITEM.match(line)
            if plain and self.returns_to(plain.end(1), "mapping" if pair and not pair["dash"] else "list"):
                if pair and pair["dash"]:
                    self.open(pair.end("dash"), "mapping")
                self.last = "text" if plain["text"] else "closed" if plain["closed"] else "nothing"
                self.tab = 0
                self.row += 1
                return
        position = after_indent(line)
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
        column = self.indentation(line, position)
        if self.dropped is not None:
            if column > self.dropped:
                self.leave_out()
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

    def _place(self, position: int, column: int) -> None:
        """Find the level of a line that is indented no deeper than the innermost one."""
        line = self.lines[self.row]
        dash = DASH.match(line, position) is not None
        left: list[Level] = []
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
            self.leave_out_of_text()
        elif top.kind == "mapping" and dash and (left or self.last != "nothing"):
            self._snap(position, column, left, dash)
        else:
            self._read_entry(position, column, is_sibling=not dash)

    def _snap(self, position: int, column: int, left: list[Level], dash: bool) -> None:
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
        alone = sum(abs(level.column - column) == abs(nearest.column - column) for level in fitting) == 1
        self._move(position, column, nearest.column, certain=alone and abs(nearest.column - column) == 1)

    def _move(self, position: int, column: int, wanted: int, certain: bool) -> None:
        edit = Edit(0, position, " " * wanted)
        at = max(position, 1)
        begins = self.lines[self.row][position]
        certain = certain and (begins in "-\"'" or begins.isalpha()) and self._is_settled(wanted)
        zh, en = how_to_move(wanted, self.row, self.row, wanted - column)
        fault = self.draft.report(
            mistakes.INDENT, self.row, 0, at, (edit,), certain=certain, found=position, how_zh=zh, how_en=en
        )
        dash = DASH.match(self.lines[self.row], position) is not None
        self.moved = Moved(column, wanted - column, dash or wanted > column, fault, self.row, self.row)
        self._read_entry(position, wanted, is_sibling=not dash)

    def _is_settled(self, wanted: int) -> bool:
        """Return whether more than one line, or one with a dash, says that entries stand in this column."""
        count = 0
        for line in reversed(self.lines[: self.row]):
            column = after_indent(line)
            if column == len(line) or line[column] == "#" or column > wanted:
                continue
            if column < wanted:
                return DASH.match(line, column) is not None and after_blanks(line, column + 1) == wanted
            count += 1
            if count == 2:
                return True
        return wanted == 0

    def _too_deep(self, position: int, column: int) -> None:
        """Deal with a line below a value that is already complete."""
        top = self.levels[-1] if self.levels else None
        dash = DASH.match(self.lines[self.row], position) is not None
        key = self._key_end(position) is not None
        if top and ((dash and top.kind == "list") or (key and not dash and top.kind == "mapping")):
            self._move(position, column, top.column, certain=column - top.column == 1)
        else:
            self._stray(position, column)

    def _stray(self, position: int, column: int) -> None:
        line = self.lines[self.row]
        dashed = DASH.match(line, position) is not None
        if dashed and column == self.strayed:  # of a list that has no place here the first item is told of
            self.dropped = column
            self.leave_out()
            return
        self.strayed = column if dashed else None
        zh, en = how_to_place(self.lines, self.row)
        edit = Edit(0, len(line), "")
        self.draft.report(mistakes.STRAY_LINE, self.row, position, len(line.rstrip()), (edit,), how_zh=zh, how_en=en)
        self.dropped = column
        self.row += 1

    def _continue_text(self, position: int, column: int) -> None:
        """Read a further line of a text without quotes."""
        line = self.lines[self.row]
        colon = self._key_end(position)
        dash = DASH.match(line, position)
        hash_sign = HASH.search(line, position)
        if not dash and colon is not None and self.levels and _NAME.fullmatch(line, position, colon):
            self._too_deep(position, column)
            return
        if self.last == "mended":
            self.leave_out_of_text()
            return
        whole = (self.row, position, len(line.rstrip()))
        if dash:
            self.draft.report(mistakes.TEXT_AND_LIST, *whole, (Edit(0, len(line), ""),))
            self.dropped = column - 1
        elif colon is not None:
            edits = tuple(Edit(match.start(), match.end(), "：") for match in KEY_END.finditer(line, position))
            zh, en = how_to_join(self.lines, self.row, self.base())
            self.draft.report(mistakes.COLON_IN_PARAGRAPH, *whole, edits, how_zh=zh, how_en=en)
        elif hash_sign:
            at = hash_sign.end() - 1
            self.draft.report(mistakes.HASH_IN_PARAGRAPH, self.row, at, whole[2], (Edit(at, at + 1, "＃"),))
        self.row += 1

    def _read_entry(self, position: int, column: int, is_sibling: bool) -> None:
        """Read what begins at a position: dashes, a key, a value. `is_sibling` says that a key has to stand here."""
        line = self.lines[self.row]
        while DASH.match(line, position):
            self.open(column, "list")
            is_sibling = False
            inner = after_blanks(line, position + 1)
            if "\t" in line[position:inner]:
                self.draft.mend(self.row, Edit(position + 1, inner, " " * (inner - position - 1)))
            column += inner - position
            position = inner
        if not is_sibling and self._is_item(position, column):
            self._space_dash(position, column)
            return
        if position == len(line) or line[position] == "#":
            self.read_value(position)
            return
        value = self._read_key(position, column, is_sibling)
        if value is not None:
            self.read_value(value)
        elif is_sibling and (self.levels or line[position] not in "{["):
            self._read_keyless(position, column)
        else:
            self.read_value(position)

    def _is_item(self, position: int, column: int) -> bool:
        """Return whether a dash without its space was meant for a list item: the next line begins with one too."""
        line = self.lines[self.row]
        if not _TIGHT_DASH.match(line, position):
            return False
        below = self.next_line(column)
        if self._key_end(position) is None:
            return below.startswith("-")
        return below.startswith("- ") and not line.rstrip().endswith(":")

    def _space_dash(self, position: int, column: int) -> None:
        after = position + 1
        self.draft.report(
            mistakes.NO_SPACE_AFTER_DASH, self.row, position, after, (Edit(after, after, " "),),
            certain=_BEGINS.match(self.lines[self.row], after) is not None,
        )  # fmt: skip
        self.open(column, "list")
        self._read_entry(after, column + 2, is_sibling=False)

    def _read_keyless(self, position: int, column: int) -> None:
        """Deal with a line where a key has to stand and none does."""
        if self.levels or any(_PAIR.match(line) for line in self.lines):
            self._stray(position, column)
        else:
            self.row = len(self.lines)

    def _key_end(self, position: int) -> int | None:
        """Return where the colon of the key stands that begins at a position, or None when none does."""
        line = self.lines[self.row]
        if line[position] in "\"'":
            match = _QUOTED_KEY.match(line, position)
            return match.end() - 1 if match else None
        found = None if line[position] in "{[" else KEY_END.search(line, position)
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
            following = line[end : end + 1]
            whole = _WORD.fullmatch(glued["key"]) is not None and (colon is None or following in ("{", "[", '"', "'"))
            certain = whole and following != "#"
            swapped = swapped_colon(line, glued.start("key"), start)
            if swapped:
                self.draft.report(
                    mistakes.COLON_SWAPPED, self.row, start, swapped, (Edit(start, swapped, f"{following}:"),)
                )
                end = swapped
            elif line[start] == ":":
                edit, kind = Edit(end, end, " "), mistakes.NO_SPACE_AFTER_COLON
                self.draft.report(kind, self.row, start, end, (edit,), certain=certain)
            else:
                edit, kind = Edit(start, end, ": " if end < len(line) else ":"), mistakes.FULLWIDTH_COLON
                self.draft.report(kind, self.row, start, start + 1, (edit,), certain=certain)
            self.open(column, "mapping")
            return end
        if colon is None:
            return None
        self.open(column, "mapping")
        sign = leading_sign(line, position)
        name = reference(line, position) if sign in ("&", "*") else ""
        if line.startswith("<<", position) and line[position:colon].rstrip() == "<<":
            self.draft.report(mistakes.NO_MERGE, self.row, position, colon, (Edit(position, len(line), ""),))
            self.dropped = column
            return len(line)
        if name:
            edit = Edit(position, after_blanks(line, position + len(name)), "")
            self.draft.report(mistakes.NO_ALIAS, self.row, position, position + len(name), (edit,), sign=name)
        elif sign:
            edit = Edit(position, colon, quoted(line[position:colon].rstrip()))
            self.draft.report(mistakes.LEADING_SIGN, self.row, position, colon, (edit,), certain=False, sign=sign)
        return colon + 1

    def _is_key(self, glued: re.Match[str], colon: int | None, column: int, is_sibling: bool) -> bool:
        """Return whether words with a full-width or tight colon were meant as a key rather than as text."""
        wide = glued["colon"][0] == "："
        named = _NAME.fullmatch(glued["key"]) is not None
        if colon is not None:
            return colon > glued.start("colon") and named and wide
        if is_sibling:
            return wide or " " not in glued["key"]
        following = _PAIR.match(self.next_line(column))
        return following is not None and (named or "：" not in following.group())
