"""The outline's lines with their corrections: one text for the parser and for the hint of a problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from deckgen.outline.mistakes import CERTAIN
from deckgen.problems import Change, Kind, Problem, Span

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


@dataclass(eq=False)
class Fault:
    """A mistake from column `start` to `end` of a line; `certain` says that its edits are the one way to mend it."""

    kind: Kind
    start: int
    end: int
    facts: dict[str, object]
    certain: bool


class _Mend(NamedTuple):
    """An edit and the fault it mends, if any is told of."""

    edit: Edit
    fault: Fault | None


class Draft:
    """Lines under correction. Rows and columns count from 0, in the lines as they were written."""

    def __init__(self, lines: tuple[str, ...], file: str) -> None:
        self.lines = lines
        self.file = file
        self.unrepaired = False
        """Whether a fault was found that no edit mends, so that the parser may stumble over it again."""
        self._mends: dict[int, list[_Mend]] = {}
        self._faults: dict[int, list[Fault]] = {}
        self._count = 0

    @property
    def full(self) -> bool:
        """Whether so many faults were found that looking on helps nobody."""
        return self._count >= MOST_FAULTS

    def report(
        self,
        kind: Kind,
        row: int,
        start: int,
        end: int,
        edits: tuple[Edit, ...] = (),
        *,
        certain: bool = True,
        **facts: object,
    ) -> Fault | None:
        """Note a fault from column `start` to `end` and the edits that mend it; its fact `fixed` is the mended line.

        A fault takes the place of those inside its stretch: the whole mistake is one. Its edits are certain where its kind
        mostly is and no exception is made. Returns it, unless there are too many.
        """
        if self.full:
            self.unrepaired = True
            return None
        self._count += 1
        inside = self._faults.setdefault(row, [])
        inside[:] = [fault for fault in inside if not start <= fault.start <= fault.end <= end]
        fault = Fault(kind, start, end, facts, certain and kind in CERTAIN)
        inside.append(fault)
        if edits:
            self.mend(row, *edits, fault=fault)
        else:
            self.unrepaired = True
        return fault

    def mend(self, row: int, *edits: Edit, fault: Fault | None = None) -> None:
        """Correct a line that suffers from a fault, which may stand elsewhere, or from something not worth telling."""
        known = self._mends.setdefault(row, [])
        for edit in edits:
            known[:] = [other for other in known if not edit.replaces(other.edit)]
            if any(edit.start < other.edit.end and other.edit.start < edit.end for other in known):
                self.unrepaired = True
            else:
                known.append(_Mend(edit, fault))
        known.sort(key=lambda mend: mend.edit)

    def line(self, row: int) -> str:
        """Return the line with its corrections."""
        line = self.lines[row]
        for edit, _ in reversed(self._mends.get(row, [])):
            line = line[: edit.start] + edit.text + line[edit.end :]
        return line

    def text(self) -> str:
        """Return all lines with their corrections, for the parser."""
        lines = list(self.lines)
        for row in self._mends:
            lines[row] = self.line(row)
        return "\n".join(lines) + "\n"

    def is_mended(self, row: int) -> bool:
        """Whether a line has corrections."""
        return row in self._mends

    def column(self, row: int, column: int) -> int:
        """Return where a column of the corrected line stands in the line as it was written."""
        grown = 0
        for edit, _ in self._mends.get(row, ()):
            start = edit.start + grown
            if column < start:
                break
            if column < start + len(edit.text):
                return min(edit.start + column - start, edit.end)
            grown += len(edit.text) - (edit.end - edit.start)
        return column - grown

    def problems(self) -> list[Problem]:
        """Return the faults as problems; one that is certain carries all edits made for its sake."""
        changes: dict[Fault, list[Change]] = {}
        for row, mends in self._mends.items():
            for edit, cause in mends:
                if cause is not None and cause.certain:
                    changes.setdefault(cause, []).append(Change(row, *edit))
        found = []
        for row, faults in self._faults.items():
            if not faults:
                continue
            fixed = self.line(row).strip()
            fixed = fixed if len(fixed) <= _SHOWN else fixed[:_SHOWN] + "…"
            for fault in faults:
                span = Span(self.file, row + 1, fault.start + 1, max(fault.end - fault.start, 1))
                problem = Problem(fault.kind, span, facts={"fixed": fixed, **fault.facts})
                found.append(problem.fixed_by(*changes.get(fault, ())))
        return found
