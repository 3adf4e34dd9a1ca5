"""Does every text stand out from what is below it?

A theme is held against its roles when it is read (`deckgen.theme.legibility`); this check holds the finished slide against
what is really drawn, run by run: a text takes its own fill for its ground, else the shapes under its words, else the slide.
Text over a picture is not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from deckgen.checks.places import problem_in
from deckgen.content.run import Run
from deckgen.content.text import full_width_length
from deckgen.frame import Frame
from deckgen.problems import Kind, Problem
from deckgen.scene.items import ChartBox, PictureBox, Scene, Shape, TableBox, TextBox
from deckgen.scene.table import CELL_MARGIN_X, CELL_MARGIN_Y
from deckgen.scene.variants import own_items, shared_items
from deckgen.style import Align, Anchor
from deckgen.theme import Theme, contrast
from deckgen.theme.legibility import LARGE_BOLD_SIZE, LARGE_SIZE
from deckgen.theme.roles import LARGE, TEXT

FAINT = Kind(
    "contrast", "error",
    "第 {page} 页{place_zh}看不清：{role} 色的字在 {ground} 色的底上，对比度只有 {found}:1，至少要 {least}:1。",
    "Slide {page}: {place_en} is hard to read: text of the colour {role} on {ground} has a contrast of {found}:1, "
    "at least {least}:1 is needed.",
    "请换一个主题，或在自己的主题里把这两种颜色拉开。", "Take another theme, or set the two colours of your own farther apart.",
)  # fmt: skip

_TOUCHED, _COVERED = 0.25, 0.95
"""The share of some words from which a shape below them counts, and from which nothing under it shows."""

_PICTURE = ""

Ground = tuple[Frame, str]
Said = tuple[str, str, float]
"""A colour role, the role of its ground and the least contrast they need."""


_LABEL = Run("")
"""The run that a label of a chart is made of, as far as its contrast goes."""


class Eye:
    """Sees which colour roles of one theme stand out from which."""

    def __init__(self, theme: Theme) -> None:
        self._hex = cache(theme.hex)
        self.contrast = cache(lambda role, ground: contrast(self._hex(role), self._hex(ground)))

        self._found: dict[frozenset[Said], tuple[str, str, float, float] | None] = {}

    def faint(self, said: Iterable[Said]) -> tuple[str, str, float, float] | None:
        """Return the first pair of roles that is too close, with the contrast it has and the one it needs."""
        asked = frozenset(said)  # few texts of a deck ask what no other asks
        if asked not in self._found:
            self._found[asked] = self._first_faint(asked)
        return self._found[asked]

    def _first_faint(self, said: Iterable[Said]) -> tuple[str, str, float, float] | None:
        for role, ground, least in sorted(said):
            found: float = self.contrast(role, ground) if ground != _PICTURE else least
            if found < least:
                return role, ground, found, least
        return None


def check_contrast(scene: Scene, page: int, eye: Eye) -> Iterator[Problem]:
    """Yield an error for each text that is too close to its ground."""
    below: list[Ground] = []
    for item in (*shared_items(scene.items), *own_items(scene.items)):
        said: Iterable[Said] = ()
        if isinstance(item, TextBox):
            said = _in_box(item, below, scene.background)
        elif isinstance(item, TableBox):
            said = _in_table(item, below, scene.background)
        elif isinstance(item, ChartBox):
            said = _in_chart(item, scene.background)
        found = eye.faint(said)
        if found and isinstance(item, TextBox | TableBox | ChartBox):
            role, ground, ratio, least = found
            facts = {"role": role, "ground": ground, "found": f"{ratio:.1f}", "least": least}
            yield problem_in(item, scene, page, FAINT, **facts)
        if isinstance(item, PictureBox):
            below.append((item.frame, _PICTURE))
        elif isinstance(item, TextBox | Shape) and item.look.fill:
            below.append((item.frame, item.look.fill))


def _in_box(box: TextBox, below: list[Ground], background: str) -> set[Said]:
    if not box.paragraphs:  # the footer of a deck that lacks a title
        return set()
    grounds = [box.look.fill]
    if not box.look.fill:
        near = _near(box.frame, below)
        grounds = list(_under(_words(box), near, background)) if near else [background]
    said: set[Said] = set()
    for paragraph in box.paragraphs:
        style = box.styles[paragraph.level]
        for run in paragraph.runs:
            for ground in [run.ground] if run.ground else grounds:
                said.add(_said(run, style.bold, style.size(box.step), run.color or style.color, ground))
        if style.marker:
            said.update((style.marker_color, ground, LARGE) for ground in grounds)
    return said


def _in_table(table: TableBox, below: list[Ground], background: str) -> set[Said]:
    said: set[Said] = set()
    near, top = _near(table.frame, below), table.frame.y
    for index, (row, height) in enumerate(zip(table.rows, table.heights, strict=True)):
        style, left = table.body if index else table.head, table.frame.x
        size = style.size(table.step)
        for cell, width in zip(row, table.widths, strict=True):
            bold = style.bold or cell.bold
            grounds = [cell.fill or background]
            if near and not cell.fill:
                inner = Frame(left, top, width, height).inset(
                    CELL_MARGIN_X, CELL_MARGIN_Y, CELL_MARGIN_X, CELL_MARGIN_Y
                )
                line = cell.paragraphs[0].plain if len(cell.paragraphs) == 1 else ""
                grounds = list(_under(_set(inner, inner.height, line, size, cell.align, "middle"), near, background))
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    color = run.color or cell.color or style.color
                    said.update(_said(run, bold, size, color, ground) for ground in grounds)
            left += width
        top += height
    return said


def _words(box: TextBox) -> Frame:
    """Return where in its box a text stands."""
    inner, style = box.frame.inset(*box.insets), box.styles[0]
    line = box.plain if box.lines == 1 else ""
    return _set(inner, box.height or inner.height, line, style.size(box.step), style.align, box.anchor)


def _set(inner: Frame, height: float, line: str, size: float, align: Align, anchor: Anchor) -> Frame:
    """Return where text `height` points high stands in a frame; a single `line` takes only its own width."""
    height = min(inner.height, height)
    top = {"top": inner.y, "middle": inner.y + (inner.height - height) / 2, "bottom": inner.bottom - height}[anchor]
    width = min(inner.width, full_width_length(line) * size * 1.1) if line else inner.width
    left = {"left": inner.x, "center": inner.x + (inner.width - width) / 2, "right": inner.right - width}[align]
    return Frame(left, top, width, height)


def _near(frame: Frame, below: list[Ground]) -> list[Ground]:
    """Return what a frame overlaps at all."""
    return [ground for ground in below if _overlap(frame, ground[0])]


def _under(words: Frame, below: list[Ground], background: str) -> Iterator[str]:
    """Yield the roles of what shows under some words, from the top down."""
    whole = max(1.0, words.width * words.height)
    for frame, role in reversed(below):
        share = _overlap(words, frame) / whole
        if share >= _TOUCHED:
            yield role
        if share >= _COVERED:
            return
    yield background


def _overlap(one: Frame, other: Frame) -> float:
    """Return the area that two frames share."""
    x1, y1, width1, height1 = one
    x2, y2, width2, height2 = other
    wide = min(x1 + width1, x2 + width2) - max(x1, x2)
    high = min(y1 + height1, y2 + height2) - max(y1, y2)
    return wide * high if wide > 0 and high > 0 else 0.0


def _in_chart(chart: ChartBox, background: str) -> set[Said]:
    """Return the labels of the marks: those inside stand on the mark's colour."""
    plot = chart.plot
    said: set[Said] = set()
    for mark in chain.from_iterable(plot.marks):
        if mark and mark.label.shown:
            inside = mark.label.place in ("inEnd", "inBase", "ctr", "") and mark.fill.pattern == "solid"
            ground = mark.fill.role if inside else background
            said.add(_said(_LABEL, mark.label.bold, plot.label_size, mark.label.color, ground))
    return said


def _said(run: Run, bold: bool, size: float, color: str, ground: str) -> Said:
    """Return what one run of a text asks for; the weight of its style counts where it has the size of its style."""
    shown = size * run.scale
    bold = run.bold or (bold and run.scale == 1)
    large = shown >= LARGE_SIZE or (bold and shown >= LARGE_BOLD_SIZE)
    return color, ground, LARGE if large else TEXT
