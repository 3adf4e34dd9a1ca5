"""What charts are drawn with: fills and lines of marks, and words at places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.charts.geometry import Fill
from deckgen.scene.items import Stroke
from deckgen.style import Align
from deckgen.writers.svg.paint import Paint, number
from deckgen.writers.svg.text import TextWriter

_PITCH, _MIDDLE = 1.2, 0.36
"""Em from line to line, and from the middle of a line to its baseline."""


class Pen(NamedTuple):
    """The colours and words of one slide."""

    paint: Paint
    text: TextWriter

    def fill(self, fill: Fill, bordered: bool = False) -> str:
        """Return the attributes of a bar or segment; `bordered` ones are parted by a page-coloured line."""
        match fill.pattern:
            case "solid":
                line = Stroke("page", 1.5) if bordered else None
                return f' fill="{self.paint.color(fill.role)}"{self.paint.stroke(line)}'
            case "outlined":
                return f' fill="{self.paint.color("page")}"{self.paint.stroke(Stroke(fill.role, 1.5))}'
            case "dashed":
                return f' fill="{self.paint.color("page")}"{self.paint.stroke(Stroke(fill.role, 1.5, "dash"))}'
            case "hatched":
                return f' fill="{self.paint.hatching(fill.role)}"{self.paint.stroke(Stroke(fill.role, 1.5))}'

    def line(self, x1: float, y1: float, x2: float, y2: float, role: str, width: float = 0.75) -> str:
        """Return a straight line."""
        course = f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"
        return f'<path d="{course}" fill="none"{self.paint.stroke(Stroke(role, width))}/>'

    def circle(self, x: float, y: float, diameter: float, look: str) -> str:
        """Return a circle; `look` are its attributes."""
        return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(diameter / 2)}"{look}/>'

    def words(
        self,
        lines: Sequence[str],
        x: float,
        middle: float,
        size: float,
        *,
        bold: bool = False,
        color: str = "text",
        align: Align = "center",
    ) -> str:
        """Return lines of text around a level."""
        first = middle - (len(lines) - 1) / 2 * _PITCH * size + _MIDDLE * size
        return "".join(
            [
                self.text.label(line, x, first + index * _PITCH * size, size, bold=bold, color=color, align=align)
                for index, line in enumerate(lines)
                if line
            ]
        )
