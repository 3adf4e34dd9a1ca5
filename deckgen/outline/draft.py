"""The outline's lines with their corrections: one text for the parser and for the hint of a problem."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.problems import Kind, Problem, Span

MOST_FAULTS = 200
"""How many problems of reading one outline can have; a file with more is something else than an outline."""

_SHOWN = 200


class Edit(NamedTuple):
    """Characters `start` to `end` of a line, counted from 0, and the text that replaces them."""

    start: int
    end: int
    text: str

    def replaces(self, other: Edit) -> bool:
        """Return whether the other edit lies inside this one; what it inserts before it stays."""
        before = other.start == other.end == self.start < self.end
        return self.start <= other.start <= other.end <= self.end and not before


class _Fault(NamedTuple):
    kind: Kind
    start: int
    end: int
    facts: dict[str, object]


class Draft:
    """Lines under correction. Rows and columns count from 0, in the lines as they were written."""

    def __init__(self, lines: tuple[str, ...], file: str) -> None:
        self.lines = lines
        self.file = file
        self.unrepaired = False
        """Whether a fault was found that no edit mends, so that the parser may stumble over it again."""
        self._edits: dict[int, list[Edit]] = {}
        self._faults: dict[int, list[_Fault]] = {}
        self._count = 0

    @property
    def full(self) -> bool:
        """Whether so many faults were found that looking on helps nobody."""
        return self._count >= MOST_FAULTS

    def report(self, kind: Kind, row: int, start: int, end: int, edits: tuple[Edit, ...] = (), **facts: object) -> None:
        """Note a fault from column `start` to `end` and the edits that mend it; its fact `fixed` is the mended line.

        A fault takes the place of those inside its stretch: the whole mistake is one.
        """
        if self.full:
            self.unrepaired = True
            return
        self._count += 1
        inside = self._faults.setdefault(row, [])
        inside[:] = [fault for fault in inside if not start <= fault.start <= fault.end <= end]
        inside.append(_Fault(kind, start, end, facts))
        if edits:
            self.mend(row, *edits)
        else:
            self.unrepaired = True

    def mend(self, row: int, *edits: Edit) -> None:
        """Correct a line without saying so: it suffers from a mistake reported elsewhere."""
        known = self._edits.setdefault(row, [])
        for edit in edits:
            known[:] = [other for other in known if not edit.replaces(other)]
            if any(edit.start < other.end and other.start < edit.end for other in known):
                self.unrepaired = True
            else:
                known.append(edit)
        known.sort()

    def line(self, row: int) -> str:
        """Return the line with its corrections."""
        line = self.lines[row]
        for edit in reversed(self._edits.get(row, [])):
            line = line[: edit.start] + edit.text + line[edit.end :]
        return line

    def text(self) -> str:
        """Return all lines with their corrections, for the parser."""
        lines = list(self.lines)
        for row in self._edits:
            lines[row] = self.line(row)
        return "\n".join(lines) + "\n"

    def is_mended(self, row: int) -> bool:
        """Whether a line has corrections."""
        return row in self._edits

    def column(self, row: int, column: int) -> int:
        """Return where a column of the corrected line stands in the line as it was written."""
        grown = 0
        for edit in self._edits.get(row, ()):
            start = edit.start + grown
            if column < start:
                break
            if column < start + len(edit.text):
                return min(edit.start + column - start, edit.end)
            grown += len(edit.text) - (edit.end - edit.start)
        return column - grown

    def problems(self) -> list[Problem]:
        """Return the faults as problems."""
        found = []
        for row, faults in self._faults.items():
            if not faults:
                continue
            fixed = self.line(row).strip()
            fixed = fixed if len(fixed) <= _SHOWN else fixed[:_SHOWN] + "…"
            for kind, start, end, facts in faults:
                span = Span(self.file, row + 1, start + 1, max(end - start, 1))
                found.append(Problem(kind, span, facts={"fixed": fixed, **facts}))
        return found
