"""Can everything that a theme sets be read? Every role against every ground it is used on (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.theme.color import contrast, difference
from deckgen.theme.ramp import STEPS
from deckgen.theme.roles import LARGE, TEXT
from deckgen.theme.theme import Theme

LARGE_SIZE, LARGE_BOLD_SIZE = 18, 14
"""From which size text counts as large, in points; bold text from a smaller one."""

FARTHEST = 3.0
"""How far a shade may lie from the colour the theme asks for (ΔE)."""

_PAGES = ("page", "surface")
_BRANDS = ("brand", "brand-ground")
_ACCENTS = ("accent", "second", "grey", "support", "positive", "negative")

TEXTS = {
    "text": (*_PAGES, "accent-tint", "grey-tint"),
    "muted": _PAGES,
    "accent-text": (*_PAGES, "accent-tint"),
    "positive-text": _PAGES,
    "negative-text": _PAGES,
    "on-brand": (*_BRANDS, "on-brand-surface"),
    "on-brand-muted": (*_BRANDS, "on-brand-surface"),
    "on-brand-accent": _BRANDS,
    **{f"on-ramp-{step}": (f"ramp-{step}",) for step in range(1, STEPS + 1)},
    "on-scrim": ("scrim",),
    "on-paper": ("paper",),
}
"""Roles of small text, each with the grounds it stands on."""

GRAPHICS = {
    **dict.fromkeys((*_ACCENTS, "grey-deep", "total"), _PAGES),
    "on-accent": (*_ACCENTS, "accent-text", "accent-mid", "accent-deep", "grey-deep"),
    "on-brand-accent": ("on-brand-surface",),
    "on-brand-mark": _BRANDS,
    "on-brand-faint": ("brand-ground",),
}
"""Roles of marks and of text that is always large."""

SHADES = {"muted": "muted", "hairline": "hairline", "brand-ground": "brand"}
"""Roles that are written as the shade of a slot, with the colour the theme asks for."""


class Faint(NamedTuple):
    """A role that does not stand out from a ground it is used on."""

    role: str
    ground: str
    found: float
    least: float


def faint(theme: Theme) -> Iterator[Faint]:
    """Yield each pair of a theme's roles with too little contrast."""
    for roles, least in ((TEXTS, TEXT), (GRAPHICS, LARGE)):
        for role, grounds in roles.items():
            for ground in grounds:
                found = contrast(theme.hex(role), theme.hex(ground))
                if found < least:
                    yield Faint(role, ground, found, least)


def strayed(theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield the colours that no shade of their slot comes near to, each with the nearest shade there is."""
    for role, name in SHADES.items():
        nearest = theme.hex(role)
        if difference(nearest, theme.colors[name]) > FARTHEST:
            yield name, nearest
