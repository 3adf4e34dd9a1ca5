"""A theme: colours, fonts, radius, motif and what colour a movement has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from deckgen.theme.color import ThemeColor, hex_of
from deckgen.theme.roles import is_dark, roles_of, slots_of

BUILTIN = Path(__file__).parent / "builtin"

Semantics = Literal["western", "cn-finance"]
Motif = Literal["block", "beat", "double-rule", "horizon"]


@dataclass(frozen=True, slots=True)
class Theme:
    """What gives a deck its look; `colors` are hex values by use, `fonts` typefaces by use.

    `semantics` says which colour a rise has: that of what is good (western), or red as in Chinese markets (cn-finance).
    """

    name: str
    name_zh: str
    summary: str
    summary_zh: str
    colors: Mapping[str, str]
    fonts: Mapping[str, str]
    radius: float
    motif: Motif
    semantics: Semantics = "western"
    roles: Mapping[str, ThemeColor] = field(init=False)

    def __post_init__(self) -> None:
        """Find the roles: they follow from the colours."""
        object.__setattr__(self, "roles", roles_of(self.colors, self.semantics))

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark page."""
        return is_dark(self.colors)

    @property
    def slots(self) -> dict[str, str]:
        """The hex values by the names shapes use, as the slide master maps them."""
        return slots_of(self.colors)

    def hex(self, role: str) -> str:
        """Return what a program shows for a colour role."""
        color = self.roles[role]
        return hex_of(color, self.slots[color.slot])


def names() -> list[str]:
    """Return the names of the built-in themes."""
    return sorted(path.stem for path in BUILTIN.glob("*.yaml"))


@cache
def load_theme(name: str) -> Theme:
    """Return a built-in theme.

    Raises:
        KeyError: there is no theme of that name.
    """
    path = BUILTIN / f"{name}.yaml"
    if name not in names():
        raise KeyError(name)
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return Theme(**{**data, "radius": float(data["radius"])})
