"""How the text of one level is set."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]

Flow = Literal["across", "up", "stacked"]
"""How lines run: across the box, upwards along its left side, or down it with Chinese characters upright."""


class TextStyle(NamedTuple):
    """Size and shape of one text level; sizes and distances in points.

    `sizes` runs from the base size to the smallest allowed (`visual.md` §1.3). `line` is the line spacing as a
    fraction of the natural pitch. `after` is the space below each paragraph, `tight_after` the same once tightened;
    `before` is the space above a paragraph that is not the first of its box. `indent` is the left edge of the text
    in its box, `marker` a bullet character that hangs `hang` points to the left of it, `marker_scale` times as large as the
    text. `major` takes the theme's heading font.
    """

    sizes: tuple[int, ...]
    bold: bool = False
    color: str = "text"
    line: float = 1.0
    before: float = 0
    after: float = 0
    tight_after: float = 0
    align: Align = "left"
    marker: str = ""
    marker_color: str = "accent"
    marker_scale: float = 0.7
    indent: float = 0
    hang: float = 18
    major: bool = False

    def size(self, step: int) -> int:
        """Return the size after `step` shrinks; the smallest one is the floor."""
        return self.sizes[step] if step < len(self.sizes) else self.sizes[-1]


def replace(style: TextStyle, **changes: Any) -> TextStyle:
    """Return a style that differs in some points."""
    return style._replace(**changes)
