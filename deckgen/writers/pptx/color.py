"""Colour roles as DrawingML: theme slots only, never a fixed colour."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.scene.items import Fade
from deckgen.theme.color import ThemeColor


class Palette:
    """The XML of every colour role of one theme, made once."""

    def __init__(self, roles: Mapping[str, ThemeColor]) -> None:
        self._roles = roles
        self._colors = {role: _color(color) for role, color in roles.items()}
        self._fills = {role: f"<a:solidFill>{xml}</a:solidFill>" for role, xml in self._colors.items()}

    def color(self, role: str) -> str:
        """Return the `a:schemeClr` of a role."""
        return self._colors[role]

    def fill(self, role: str) -> str:
        """Return the solid fill of a role; no fill for an empty one."""
        return self._fills[role] if role else "<a:noFill/>"

    def fade(self, role: str, fade: Fade) -> str:
        """Return a fill of one role that lets through what is behind it, by the stops of `fade`."""
        stops = "".join(
            f'<a:gs pos="{round(place * 100000)}">{_color(self._roles[role], opacity)}</a:gs>'
            for place, opacity in fade.stops
        )
        return (
            f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>'
            f'<a:lin ang="{round(fade.angle * 60000)}" scaled="0"/></a:gradFill>'
        )

    def line(self, role: str, width: float, dash: str = "", round_: bool = False, *, ends: str = "") -> str:
        """Return a stroke of `width` points; `ends` holds head and tail elements."""
        if not role:
            return "<a:ln><a:noFill/></a:ln>"
        dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
        cap, join = (' cap="rnd"', "<a:round/>") if round_ else ("", "")
        return f'<a:ln w="{round(width * 12700)}"{cap}>{self._fills[role]}{dashed}{join}{ends}</a:ln>'


def _color(color: ThemeColor, opacity: float = 1) -> str:
    shifts = (
        (f'<a:lumMod val="{color.mod}000"/>' if color.mod != 100 else "")
        + (f'<a:lumOff val="{color.off}000"/>' if color.off else "")
        + (f'<a:satMod val="{color.sat}000"/>' if color.sat != 100 else "")
        + (f'<a:alpha val="{round(opacity * 100000)}"/>' if opacity != 1 else "")
    )
    return f'<a:schemeClr val="{color.slot}">{shifts}</a:schemeClr>' if shifts else f'<a:schemeClr val="{color.slot}"/>'
