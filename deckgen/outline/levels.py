"""The open mappings and lists of a text under scan, and the indentation that puts a line into one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckgen.outline import mistakes
from deckgen.outline.draft import Draft, Edit, Fault
from deckgen.outline.signs import DASH

_TAB_WIDTHS = (2, 4, 1, 8)


@dataclass
class Level:
    """An open mapping or list and the column its keys or dashes stand in."""

    column: int
    kind: Literal["mapping", "list"]


@dataclass
class Moved:
    """A misplaced line: the column it was found in, how far it moves to the right, and the fault that tells of it.

    Lines that are indented deeper move with it where they would belong to another line otherwise. `last` is the row of
    the last line that moved, None once one in between has stayed.
    """

    column: int
    by: int
    with_deeper: bool
    fault: Fault | None
    row: int
    last: int | None


class Levels:
    """Where a scan stands. Columns of levels count the corrected indentation, positions the written one."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lines = draft.lines
        self.row = 0
        self.levels: list[Level] = []
        self.last: Literal["nothing", "text", "mended", "closed"] = "nothing"
        """What the last key or dash has for a value so far; a mended text leaves out the lines that continue it."""
        self.mended: Fault | None = None
        """The fault of the last text that was mended."""
        self.moved: Moved | None = None
        """Lines indented at least this deep belong to a misplaced line and move with it."""
        self.dropped: int | None = None
        """Lines indented deeper than this belong to a line that was left out."""
        self.strayed: int | None = None
        """The column of the last dash that was left out because no list can stand there."""
        self.tab = 0
        """How wide the tabs of the lines just above are taken to be; 0 where they are indented by spaces."""
        self.tabbed: Fault | None = None
        """The fault that told of them."""

    def base(self) -> int:
        """Return the column that the lines of a value have to be indented deeper than."""
        return self.levels[-1].column if self.levels else -1

    def returns_to(self, column: int, kind: Literal["mapping", "list"]) -> bool:
        """Return whether the innermost level in this column is of this kind; those that are deeper then end here."""
        for depth in reversed(range(len(self.levels))):
            level = self.levels[depth]
            if level.column <= column:
                if level.column == column and level.kind == kind:
                    del self.levels[depth + 1 :]
                    return True
                break
        return False

    def fits(self, column: int, line: str, position: int) -> bool:
        """Return whether a line can stand in this column beside the lines of an open level."""
        kind = "list" if DASH.match(line, position) else "mapping"
        return any(level.column == column and level.kind == kind for level in self.levels)

    def open(self, column: int, kind: Literal["mapping", "list"]) -> None:
        """Make sure that the innermost level is of this kind and stands in this column."""
        level = Level(column, kind)
        if not self.levels or self.levels[-1] != level:
            self.levels.append(level)

    def indentation(self, line: str, position: int, in_text: bool = False) -> int:
        """Return the column that the line's first character should have, and mend what stands before it."""
        lead = line[:position]
        column = position
        plain = len(lead) - len(lead.lstrip(" "))
        if plain == position or (self.last == "text" and plain > self.base()):
            self.tab = 0
        else:
            again = self.tab > 0
            self.tab = self._tab_width(line, position)
            column = _width(lead, self.tab)
            edit = Edit(0, position, " " * column)
            kind = mistakes.TAB_INDENT if "\t" in lead else mistakes.WIDE_SPACE_INDENT
            if again:
                self.draft.mend(self.row, edit, fault=self.tabbed)
            else:
                self.tabbed = self.draft.report(kind, self.row, 0, position, (edit,), wanted=column)
        if self.moved is not None:
            start, by, fault = self.moved.column, self.moved.by, self.moved.fault
            beside = DASH.match(line, position) is not None and self.fits(column, line, position)
            if (column == start and not beside) or (
                column > start and (in_text or not self.fits(column, line, position))
            ):
                if column == start and fault:
                    fault.certain = False  # of two lines in one column it may be the others that are misplaced
                if column == start or self.moved.with_deeper:
                    column += by
                    self.draft.mend(self.row, Edit(0, position, " " * column), fault=fault)
                    self._tell_together(self.moved)
                else:
                    self.moved.last = None
            else:
                self.moved = None
        return column

    def _tell_together(self, moved: Moved) -> None:
        """Say of a misplaced line that this one moves with it, while all lines between the two do."""
        if moved.fault and moved.last is not None:
            moved.last = self.row
            zh, en = how_to_move(moved.column + moved.by, moved.row, moved.last, moved.by)
            moved.fault.facts |= {"how_zh": zh, "how_en": en}

    def _tab_width(self, line: str, position: int) -> int:
        """Return how wide tabs and wide spaces are: as in the line above, else so that the line fits a level."""
        lead = line[:position]
        if self.tab:
            return self.tab
        below = self.content_below()
        wanted = len(below) - len(below.lstrip(" "))
        if self.last == "nothing" and wanted > self.base() and not below.startswith("\t", wanted):
            for tab in (0, *_TAB_WIDTHS):
                if _width(lead, tab) == wanted:
                    return tab
        fitting = [tab for tab in _TAB_WIDTHS if self.fits(_width(lead, tab), line, position)]
        if fitting and self.last != "nothing":
            return max(fitting)
        deeper = [tab for tab in _TAB_WIDTHS if _width(lead, tab) > self.base()]
        return next(iter(deeper if self.last == "nothing" and deeper else fitting or _TAB_WIDTHS))

    def leave_out(self) -> None:
        """Go on without this line."""
        line = self.lines[self.row]
        self.draft.mend(self.row, Edit(0, len(line), ""))
        self.row += 1

    def leave_out_of_text(self) -> None:
        """Go on without this line, which may have been meant to continue the mended text above it."""
        if self.mended:
            self.mended.certain = False
        self.leave_out()

    def next_line(self, column: int) -> str:
        """Return the next line with content, without its indentation, when it stands in this column, else ""."""
        line = self.content_below()
        text = line.lstrip(" ")
        return text if len(line) - len(text) == column else ""

    def content_below(self) -> str:
        """Return the next line with content, or "" when none is near."""
        for line in self.lines[self.row + 1 : self.row + 50]:
            if line.strip() and not line.lstrip().startswith("#"):
                return line
        return ""


def _width(lead: str, tab: int) -> int:
    return sum(1 if blank == " " else tab for blank in lead)


def how_to_move(wanted: int, first: int, last: int, by: int) -> tuple[str, str]:
    """Return what to do about misplaced lines, in Chinese and in English: the first is to be indented by `wanted`."""
    if first == last:
        return f"请把缩进改为 {wanted} 格", f"Indent it by {wanted}"
    side_zh, side_en = ("右", "right") if by > 0 else ("左", "left")
    lines = f"{first + 1}–{last + 1}"
    return (
        f"请把第 {lines} 行一起{side_zh}移 {abs(by)} 格，第 {first + 1} 行缩进 {wanted} 格",
        f"Move lines {lines} by {abs(by)} to the {side_en}, so that line {first + 1} is indented by {wanted}",
    )
