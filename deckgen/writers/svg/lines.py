"""Where the lines of a text stand: broken by the typesetter that fitted them, stacked as LibreOffice stacks them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.content.run import Paragraph, Run
from deckgen.frame import Frame
from deckgen.scene.geometry import text_insets
from deckgen.scene.items import TextBox
from deckgen.style import Anchor, TextStyle
from deckgen.typesetting import Typesetter
from deckgen.typesetting.pieces import Piece
from deckgen.writers.pptx.text import mark_size

PITCH, ASCENT = 1.2, 1.0
"""Em from line to line and from the top of a line to its baseline, at 100 % spacing (measured in LibreOffice)."""


class Line(NamedTuple):
    """A line of a box: its pieces, where they start and end, its baseline, and how it is set."""

    pieces: list[Piece]
    left: float
    right: float
    baseline: float
    style: TextStyle
    size: float
    marker: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join([piece.run.text for piece in self.pieces])

    @property
    def width(self) -> float:
        """How much of the line its characters take, in points."""
        return self.size * sum([piece.gap + piece.width for piece in self.pieces])

    @property
    def start(self) -> float:
        """Where the first character stands."""
        spare = self.right - self.left - self.width
        return self.left + {"left": 0.0, "center": spare / 2, "right": spare}[self.style.align]


def laid(box: TextBox, typesetter: Typesetter) -> list[Line]:
    """Return the lines of a box whose text runs across it."""
    kept, insets = text_insets(box.look, box.frame), box.insets
    inner = box.frame.inset(
        insets.left + kept.left, insets.top + kept.top, insets.right + kept.right + box.narrowing,
        insets.bottom + kept.bottom,
    )  # fmt: skip
    return laid_in(box, inner, typesetter)


def laid_in(box: TextBox, inner: Frame, typesetter: Typesetter) -> list[Line]:
    """Return the lines of a box as if they stood in another frame."""
    return set_in(box.paragraphs, box.styles, inner, typesetter, box.anchor, step=box.step, tight=box.tight)


def set_in(
    paragraphs: Sequence[Paragraph],
    styles: Sequence[TextStyle],
    inner: Frame,
    typesetter: Typesetter,
    anchor: Anchor = "top",
    *,
    step: int = 0,
    tight: bool = False,
    pitch: float = PITCH,
) -> list[Line]:
    """Return the lines of some paragraphs in a frame, `pitch` em apart at 100 % spacing."""
    lines: list[Line] = []
    y = 0.0
    for index, (runs, level) in enumerate(paragraphs):
        style = styles[min(level, len(styles) - 1)]
        size, left = style.size(step), inner.x + style.indent
        if index:
            y += style.before
        broken = typesetter.set_lines(runs, size, inner.right - left, bold=style.bold, major=style.major)
        for number, pieces in enumerate(broken):
            tallest = max([_height(piece.run, size) for piece in pieces], default=size)
            baseline = y + tallest * (ASCENT + (pitch - PITCH) / 2 + pitch * (style.line - 1))
            lines.append(Line(pieces, left, inner.right, baseline, style, size, not number and bool(style.marker)))
            y += tallest * pitch * style.line
        if index < len(paragraphs) - 1:
            y += style.tight_after if tight else style.after
    spare = inner.height - y
    top = inner.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[anchor]
    return [line._replace(baseline=line.baseline + top) for line in lines]


def _height(run: Run, size: float) -> float:
    """Return the size that a run gives its line; a note mark stands so high that it counts as what it is made from."""
    return mark_size(round(size)) if run.mark else run.scale * size
