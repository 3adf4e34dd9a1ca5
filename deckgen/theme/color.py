"""Colours: from hex to HSL, and a role as a theme slot with its luminance shift."""

from __future__ import annotations

import colorsys
import math
from typing import NamedTuple


class ThemeColor(NamedTuple):
    """A theme slot (`tx1`, `accent1` …) with luminance modulation and offset and saturation modulation in percent."""

    slot: str
    mod: int = 100
    off: int = 0
    sat: int = 100


def rgb(hex_color: str) -> tuple[float, float, float]:
    """Return red, green and blue from 0 to 1."""
    return (int(hex_color[0:2], 16) / 255, int(hex_color[2:4], 16) / 255, int(hex_color[4:6], 16) / 255)


def hex_of(color: ThemeColor, base: str) -> str:
    """Return the hex a program shows for `color` where its slot holds `base` (shifts in HSL, as in DrawingML)."""
    hue, light, saturation = colorsys.rgb_to_hls(*rgb(base))
    light = min(1.0, max(0.0, light * color.mod / 100 + color.off / 100))
    saturation = min(1.0, saturation * color.sat / 100)
    return "".join(f"{round(c * 255):02X}" for c in colorsys.hls_to_rgb(hue, light, saturation))


def nearest(slot: str, base: str, wanted: str) -> ThemeColor:
    """Return the shift of `slot` (which holds `base`) that comes closest to the hex `wanted`."""
    have, want = colorsys.rgb_to_hls(*rgb(base))[1], colorsys.rgb_to_hls(*rgb(wanted))[1]
    if want > have:
        mod = round(100 * (1 - want) / (1 - have))
        shifted = ThemeColor(slot, mod, 100 - mod)
    else:
        shifted = ThemeColor(slot, round(100 * want / have) if have else 100)
    shades = (shifted._replace(sat=sat) for sat in range(200, -1, -5))
    return min(shades, key=lambda shade: (difference(hex_of(shade, base), wanted), abs(shade.sat - 100)))


def luminance(hex_color: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    red, green, blue = _linear(hex_color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(hex_color: str) -> tuple[float, ...]:
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(hex_color))


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def difference(first: str, second: str) -> float:
    """Return how far apart two colours look: the distance in CIE L*a*b* (ΔE 1976), where 2 or 3 is hardly seen."""
    return math.dist(_lab(first), _lab(second))


def _lab(hex_color: str) -> tuple[float, float, float]:
    red, green, blue = _linear(hex_color)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def mixed(below: str, above: str, opacity: float) -> str:
    """Return the hex that shows where a colour of some opacity lies above another."""
    return "".join(f"{round((b + (a - b) * opacity) * 255):02X}" for b, a in zip(rgb(below), rgb(above), strict=True))
