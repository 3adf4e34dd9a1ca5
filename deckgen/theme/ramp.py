"""Five steps of the emphasis colour from weak to strong, each with the text colour that can be read on it."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from deckgen.theme.color import ThemeColor, contrast, hex_of, rgb

STEPS = 5

_READABLE = 4.5
"""The least contrast of a label on its step (WCAG 2.2, 1.4.3)."""

_SEEN = 1.35
"""The least contrast of the first step against the page: a weak region is a tile all the same."""

_PALEST, _DARKEST = 0.9, 0.2
"""Lightness (HSL) of the first step on a light page and on a dark one."""

_NO_DARKER = 0.75
"""How dark the strongest step on a light page is in relation to a bright emphasis colour."""

_BRIGHT = 0.4
_CALM = 60
"""Above this lightness a colour is bright. The tints of a deep one would glare: they keep this share of their saturation."""


def ramp(colors: Mapping[str, str], dark: bool) -> dict[str, ThemeColor]:
    """Return the roles `ramp-1` to `ramp-5`, even steps of lightness, and `on-ramp-1` to `on-ramp-5`.

    A step on which neither the text colour nor the page colour can be read moves as far as it must.
    """
    base = colors["accent1"]
    own = _lightness(base)
    first, last = (_DARKEST, own) if dark else (_PALEST, _NO_DARKER * own if own > _BRIGHT else own)
    away = 0.01 if dark else -0.01
    while contrast(hex_of(_shade(first, own), base), colors["page"]) < _SEEN and (last - first) * away > 0:
        first += away
    roles: dict[str, ThemeColor] = {}
    for step in range(STEPS):
        wanted = first + (last - first) * step / (STEPS - 1)
        nearby = (wanted + sign * moved / 100 for moved in range(30) for sign in (1, -1))
        shades = (_shade(lightness, own) for lightness in nearby if 0 <= lightness <= 1)
        shade = next((one for one in shades if _label(one, colors)[1] >= _READABLE), _shade(wanted, own))
        roles[f"ramp-{step + 1}"] = shade
        roles[f"on-ramp-{step + 1}"] = ThemeColor(_label(shade, colors)[0])
    return roles


def _label(shade: ThemeColor, colors: Mapping[str, str]) -> tuple[str, float]:
    """Return the slot of the text that stands out most from a shade of the emphasis colour, and how much it does."""
    ground = hex_of(shade, colors["accent1"])
    found = {slot: contrast(ground, colors[use]) for slot, use in (("tx1", "text"), ("bg1", "page"))}
    slot = max(found, key=found.__getitem__)
    return slot, found[slot]


def _shade(wanted: float, own: float) -> ThemeColor:
    """Return the emphasis colour, whose lightness is `own`, at another lightness."""
    if wanted > own + 0.005:
        mod = round(100 * (1 - wanted) / (1 - own))
        return ThemeColor("accent1", mod, 100 - mod, 100 if own > _BRIGHT else _CALM)
    return ThemeColor("accent1", round(100 * wanted / own) if own else 100)


def _lightness(color: str) -> float:
    return colorsys.rgb_to_hls(*rgb(color))[1]
