"""Traps inside `{…}` and `[…]`: what YAML takes apart although it was meant as one text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from deckgen.outline import mistakes
from deckgen.outline.draft import Draft, Edit
from deckgen.outline.signs import full_width, is_label, is_one_text, is_text, leading_sign, quoted, reference, requoted
from deckgen.outline.spelling import field_names, swapped_colon
from deckgen.outline.tokens import WORDS, Token, tokens
from deckgen.problems import Kind

_ESCAPE = re.compile(r"\\(?!$|[0abt\tnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})(.)|\\.")
_WIDE_COLONS = re.compile(r"(?:^|(?P<comma>，)\s*)[^\s：，:]+\s*(?P<colon>：\s*)")
_WIDE_COMMA = re.compile(r"，\s*(?=(?P<name>\w[\w-]*)$)")
_NAME = re.compile(r"(?P<name>\w[\w-]*)\s*：")
_TIGHT_COLON = re.compile(r"[^\s:\"']+:(?=\S)")
_KEY = re.compile(r"[A-Za-z_][\w-]*(?:\s+[\d\"'\[{].*)?")
"""A key that lost its value, or its colon."""
_COMMA = re.compile(r"\s*,\s*")
_NUMBER = re.compile(r"(\d+),(\d+)")
_GAP = re.compile(r"(?P<gap>，\s*|\s+)(?P<name>\w[\w-]*)$")
"""What stands between a text and the name of the field behind it."""
MOST_TOKENS = 200_000
"""How much of braces and brackets is looked at; what holds more is data, and too much for an outline."""

_CLOSERS = {"{": "}", "[": "]"}


@dataclass
class _Frame:
    """An open collection."""

    opened: Token
    sign: str
    is_text: bool
    entry: list[Token] = field(default_factory=list)
    value: list[Token] = field(default_factory=list)
    bare: list[tuple[list[Token], list[Token]]] = field(default_factory=list)
    entries: int = 0

    def ends_in_words(self) -> bool:
        """Return whether a bracket that opens now stands inside a text."""
        return self.is_text or (bool(self.entry) and self.entry[-1].kind in WORDS)


def check_escapes(draft: Draft, row: int, start: int, end_row: int, end: int) -> None:
    """Report the backslashes in a double-quoted text that mean nothing to YAML."""
    for here in range(row, end_row + 1):
        line = draft.lines[here]
        first, last = (start + 1 if here == row else 0), (end - 1 if here == end_row else len(line))
        wrong = [match.start() for match in _ESCAPE.finditer(line, first, last) if match.group(1)]
        if wrong:
            edits = tuple(Edit(column, column + 1, "\\\\") for column in wrong)
            draft.report(mistakes.BAD_ESCAPE, here, wrong[0], wrong[0] + 2, edits)


class Flow:
    """One collection that begins at `start`; `closed` says whether it ends, and `end_row`, `end` where.

    `size` counts its tokens; at `MOST_TOKENS` reading stops.
    """

    def __init__(self, draft: Draft, row: int, start: int, parent: int) -> None:
        self.draft = draft
        self.closed = False
        self.missing = ""
        self.end_row, self.end = row, start
        self._tokens: list[Token] = []
        open_signs: list[str] = []
        for token in tokens(draft.lines, row, start, parent):
            sign = draft.lines[token.row][token.start]
            if token.kind == "open":
                open_signs.append(_CLOSERS[sign])
            elif token.kind == "close":
                if open_signs[-1] != sign:
                    self._tokens.append(token._replace(kind="sign"))
                    continue
                open_signs.pop()
            self._tokens.append(token)
            if self.size >= MOST_TOKENS:
                return
            self.end_row, self.end = token.end_row, token.end
            if not open_signs:
                self.closed = True
                return
        self.missing = "".join(reversed(open_signs))

    @property
    def size(self) -> int:
        """How many tokens have been read."""
        return len(self._tokens)

    def torn(self) -> int | None:
        """Return where the comma stands behind which an unclosed group of fields breaks off within a name, if it does."""
        kinds = [token.kind for token in self._tokens]
        last = max((place for place, kind in enumerate(kinds) if kind in ("comma", "open")), default=0)
        comma = self._tokens[last]
        whole = "colon" in kinds[last:] or comma.kind == "open" or not self.missing.startswith("}")
        return None if whole or comma.row != self.end_row else comma.start

    def looks_structured(self) -> bool:
        """Return whether it holds a colon or a comma and no odd bracket, so that a bracket at its end mends it."""
        kinds = {token.kind for token in self._tokens}
        return bool(kinds & {"colon", "comma"}) and "sign" not in kinds

    def check(self) -> None:
        """Report the traps inside a closed collection."""
        frames: list[_Frame] = []
        for token in self._tokens:
            if token.kind == "open":
                is_text = bool(frames) and frames[-1].ends_in_words()
                frames.append(_Frame(token, self._written([token]), is_text))
                continue
            frame = frames[-1]
            if token.kind == "comma":
                self._finish_entry(frame)
            elif token.kind == "close":
                self._finish_entry(frame)
                frames.pop()
                kind: Literal["sign", "node"] = "sign" if frame.is_text else "node"
                node = frame.opened._replace(kind=kind, end_row=token.row, end=token.end)
                self._finish(frame, node)
                if frames:
                    frames[-1].entry.append(node)
            else:
                frame.entry.append(token)
                if token.kind == "quote" and self.draft.lines[token.row][token.start] == '"':
                    check_escapes(self.draft, token.row, token.start, token.end_row, token.end)

    def _finish_entry(self, frame: _Frame) -> None:
        entry, frame.entry = frame.entry, []
        if frame.is_text or not entry:
            return
        frame.entries += 1
        colon = next((place for place, token in enumerate(entry) if token.kind == "colon"), None)
        if frame.sign == "[":
            self._check_value(entry, "item")
        elif colon is None:
            if not self._check_pair(entry, is_key=False):
                frame.bare.append((frame.value, entry))
        else:
            before, key, frame.value = frame.value, entry[:colon], entry[colon + 1 :]
            if self._check_pair(key, is_key=True):
                frame.value = []
            elif self._written(key) == "<<":
                self._drop(mistakes.NO_MERGE, before, entry)
                frame.value = []
            else:
                self._check_value(key, "key")
                self._check_value(frame.value, "value")

    def _finish(self, frame: _Frame, node: Token) -> None:
        if frame.bare and len(frame.bare) == frame.entries:
            self._quote(mistakes.BRACES_AS_TEXT, [node])
            return
        for value, entry in frame.bare:
            if value and all(token.kind in WORDS for token in value):
                self._check_comma(value, entry)
            else:
                self._drop(mistakes.ENTRY_WITHOUT_VALUE, value, entry)

    def _check_comma(self, value: list[Token], entry: list[Token]) -> None:
        """Report a comma that ends a text before its author did; which figure one was meant for, only she knows."""
        tokens = [*value, *entry]
        written = self._written(tokens)
        number = _NUMBER.fullmatch(written)
        certain = not _KEY.fullmatch(self._written(entry))
        wide = full_width(written) if certain and written[0] not in "'\"" else ""
        if number:
            facts = {"joined": number[1] + number[2], "pointed": f"{number[1]}.{number[2]}", "written": written}
            self._quote(mistakes.COMMA_IN_NUMBER, tokens, certain=False, **facts)
        else:
            self._quote(mistakes.COMMA_IN_CHINESE if wide else mistakes.COMMA_IN_TEXT, tokens, wide, certain=certain)

    def _drop(self, kind: Kind, value: list[Token], entry: list[Token]) -> None:
        """Report an entry that cannot stand here, and go on without it and the comma beside it."""
        row, start, end = entry[0].row, entry[0].start, self._end(entry)
        comma = _COMMA.match(self.draft.lines[row], end)
        if value and value[-1].end_row == row:
            edit = Edit(value[-1].end, end, "")
        else:
            edit = Edit(start, comma.end() if comma else end, "")
        name = self.draft.lines[row][start:end]
        self.draft.report(kind, row, start, end, (edit,), entry=name)

    def _check_pair(self, tokens: list[Token], is_key: bool) -> bool:
        """Report a pair whose colon is full-width or stands tight; return whether there was one."""
        if not tokens or tokens[0].kind != "text":
            return False
        token = tokens[0]
        text = self._written([token])
        if "：" in text and (not is_key or _is_field(_NAME.match(text))):
            edits = []
            for match in _WIDE_COLONS.finditer(text):
                if match["comma"]:
                    edits.append(Edit(*_shifted(match.span("comma"), token.start), ", "))
                edits.append(Edit(*_shifted(match.span("colon"), token.start), ": "))
            comma = _WIDE_COMMA.search(text) if is_key else None
            if comma and _is_field(comma):
                edits.append(Edit(*_shifted(comma.span(), token.start), ", "))
            if edits:
                at = token.start + text.index("：")
                certain = (
                    is_key or text[: at - token.start].isascii()
                )  # behind a comma Chinese words may go on with the text
                self.draft.report(mistakes.FULLWIDTH_COLON, token.row, at, at + 1, tuple(edits), certain=certain)
                return True
        tight = None if is_key else _TIGHT_COLON.match(text)
        swapped = swapped_colon(text, 0, tight.end() - 1) if tight else 0
        if tight and swapped:
            at, letter = token.start + tight.end() - 1, text[tight.end()]
            self.draft.report(mistakes.COLON_SWAPPED, token.row, at, at + 2, (Edit(at, at + 2, f"{letter}:"),))
        elif tight:
            at = token.start + tight.end()
            certain = text[tight.end() : tight.end() + 1] != "#"  # a space would make a comment of it
            self.draft.report(
                mistakes.NO_SPACE_AFTER_COLON, token.row, at - 1, at, (Edit(at, at, " "),), certain=certain
            )
        return bool(tight)

    def _check_value(self, tokens: list[Token], role: Literal["item", "key", "value"]) -> None:
        if not tokens:
            return
        first = tokens[0]
        is_key = role == "key"
        kinds = [token.kind for token in tokens]
        sign = leading_sign(self.draft.lines[first.row], first.start) if first.kind == "text" else ""
        name = reference(self.draft.lines[first.row], first.start) if sign in ("&", "*") else ""
        opening = self.draft.lines[first.row][first.start]
        if "colon" in kinds:
            self._check_colons(tokens, in_braces=role == "value")
        elif name:
            self._quote(mistakes.NO_ALIAS, tokens, sign=name)
        elif sign:
            certain = not is_key and is_text(self.draft.lines[first.row], first.start)
            self._quote(mistakes.LEADING_SIGN, tokens, certain=certain, sign=sign)
        elif first.kind == "text" and opening in "\"'":
            self._quote(mistakes.UNCLOSED_QUOTE, tokens, self._written(tokens) + opening, certain=False)
        elif "hash" in kinds:
            self._quote(mistakes.HASH_IN_TEXT if first.kind == "hash" else mistakes.HASH_BEHIND_TEXT, tokens)
        elif first.kind == "quote" and len(tokens) > 1:
            self._quote(mistakes.TEXT_AFTER_QUOTE, tokens, requoted(self._written(tokens)), certain=not is_key)
        elif first.kind == "node" and len(tokens) > 1:
            self._quote(mistakes.TEXT_AFTER_BRACKET, tokens, certain=is_label(self._written(tokens)) and not is_key)
        elif "sign" in kinds or "node" in kinds[1:]:
            self._quote(mistakes.BRACKET_IN_TEXT, tokens, certain=not is_key)

    def _check_colons(self, tokens: list[Token], in_braces: bool) -> None:
        """Report a value with colons in it: pairs between which the comma is full-width or missing, or else one text."""
        before = [token for token, colon in pairwise(tokens) if colon.kind == "colon"]
        gaps = [(_GAP.search(self._written([token])), token) for token in before if token.kind == "text"]
        found = [(gap, token) for gap, token in gaps if gap and _is_gap(gap, in_braces)]
        if len(found) == sum(token.kind == "colon" for token in tokens) and tokens[0].row == tokens[-1].row:
            gap, token = found[0]
            edits = tuple(Edit(*_shifted(gap.span("gap"), token.start), ", ") for gap, token in found)
            if "，" in gap["gap"]:
                self.draft.report(mistakes.FULLWIDTH_COMMA, token.row, edits[0].start, edits[0].start + 1, edits)
            else:
                name = _shifted(gap.span("name"), token.start)
                self.draft.report(mistakes.COMMA_MISSING, token.row, *name, edits, name=gap["name"])
            return
        text = self._written(tokens)
        wide = full_width(text) if all(token.kind in ("text", "colon") for token in tokens) else ""
        kind = mistakes.COLON_IN_CHINESE if wide else mistakes.COLON_IN_TEXT
        self._quote(kind, tokens, wide, certain=is_one_text(text))

    def _quote(
        self, kind: Kind, tokens: list[Token], instead: str = "", *, certain: bool = True, **facts: object
    ) -> None:
        """Report a text in one row, mended by quotes or by what is given instead; one in several rows stays."""
        row, start, end = tokens[0].row, tokens[0].start, self._end(tokens)
        edit = Edit(start, end, instead or quoted(self.draft.lines[row][start:end]))
        edits = (edit,) if tokens[-1].end_row == row else ()
        self.draft.report(kind, row, start, end, edits, certain=certain, **facts)

    def _written(self, tokens: list[Token]) -> str:
        return self.draft.lines[tokens[0].row][tokens[0].start : self._end(tokens)] if tokens else ""

    def _end(self, tokens: list[Token]) -> int:
        """Return the column in the first token's row where they end."""
        return tokens[-1].end if tokens[-1].end_row == tokens[0].row else len(self.draft.lines[tokens[0].row])


def _is_field(match: re.Match[str] | None) -> bool:
    """Return whether a word that was found looks like the name of a field: in English any may, in Chinese those there are."""
    return match is not None and (match["name"].isascii() or match["name"] in field_names())


def _is_gap(match: re.Match[str], in_braces: bool) -> bool:
    """Return whether a comma was meant between two words; behind a mere blank the second has to be a field there is."""
    return _is_field(match) if "，" in match["gap"] else in_braces and match["name"] in field_names()


def _shifted(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by
