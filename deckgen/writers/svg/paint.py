"""Colours, strokes and shared definitions of one slide."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, radians, sin

from deckgen.frame import Frame
from deckgen.scene.items import Fade, Stroke
from deckgen.theme import Theme

_DASHES: Mapping[str, tuple[int, int]] = {
    "dash": (4, 3),
    "sysDash": (3, 1),
    "sysDot": (1, 1),
    "dot": (1, 3),
    "lgDash": (8, 3),
}
"""Dash patterns of DrawingML: dashes and gaps in line widths."""


def number(value: float) -> str:
    """Return a length or coordinate as it is written: at most two decimals."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


class Paint:
    """What a slide is drawn with: the colours of its theme, and gradients, patterns and clips that items refer to."""

    def __init__(self, theme: Theme, prefix: str) -> None:
        self.theme = theme
        self._prefix = prefix
        self._colors: dict[str, str] = {}
        self._defined: dict[str, str] = {}

    def color(self, role: str) -> str:
        """Return the colour of a role as SVG writes it; `none` for an empty one."""
        if not role:
            return "none"
        if role not in self._colors:
            self._colors[role] = f"#{self.theme.hex(role)}"
        return self._colors[role]

    def stroke(self, stroke: Stroke | None) -> str:
        """Return the attributes of a line."""
        if not stroke or not stroke.color:
            return ""
        dash, gap = _DASHES[stroke.dash] if stroke.dash else (0, 0)
        if stroke.round:  # the ends reach into the gaps
            dash, gap = dash - 1, gap + 1
        dashes = f"{number(dash * stroke.width)},{number(gap * stroke.width)}" if stroke.dash else ""
        return (
            f' stroke="{self.color(stroke.color)}" stroke-width="{number(stroke.width)}"'
            + (f' stroke-dasharray="{dashes}"' if dashes else "")
            + (' stroke-linecap="round" stroke-linejoin="round"' if stroke.round else "")
        )

    def fade(self, role: str, fade: Fade, frame: Frame) -> str:
        """Return the fill of a shape in a frame that lets through what is behind it."""
        across, down = cos(radians(fade.angle)), sin(radians(fade.angle))
        half = (abs(frame.width * across) + abs(frame.height * down)) / 2
        x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
        ends = (x - half * across, y - half * down, x + half * across, y + half * down)
        places = " ".join(f'{name}="{number(end)}"' for name, end in zip(("x1", "y1", "x2", "y2"), ends, strict=True))
        stops = "".join(
            f'<stop offset="{number(place)}" stop-color="{self.color(role)}" stop-opacity="{number(opacity)}"/>'
            for place, opacity in fade.stops
        )
        return self.reference(f'<linearGradient {{}} gradientUnits="userSpaceOnUse" {places}>{stops}</linearGradient>')

    def hatching(self, role: str) -> str:
        """Return a fill of lines that rise to the right, on the colour of the page."""
        return self.reference(
            '<pattern {} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect width="6" height="6" fill="{self.color("page")}"/>'
            f'<rect width="1.8" height="6" fill="{self.color(role)}"/></pattern>'
        )

    def reference(self, definition: str) -> str:
        """Return `url(#…)` for something defined; `{}` in it is where its id stands. Equal ones are defined once."""
        name = self._defined.setdefault(definition, f"{self._prefix}{len(self._defined) + 1}")
        return f"url(#{name})"

    @property
    def definitions(self) -> str:
        """The `defs` of the slide."""
        if not self._defined:
            return ""
        filled = (text.replace("{}", f'id="{name}"', 1) for text, name in self._defined.items())
        return f"<defs>{''.join(filled)}</defs>"
