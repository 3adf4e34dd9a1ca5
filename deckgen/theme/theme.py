"""A theme: colours, fonts, radius and motif, read from a data file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from deckgen.theme.color import ThemeColor, contrast, hex_of, nearest

BUILTIN = Path(__file__).parent / "builtin"


@dataclass(frozen=True, slots=True)
class Theme:
    """What gives a deck its look; `colors` are hex values of the slots, `fonts` typefaces by use."""

    name: str
    name_zh: str
    summary: str
    summary_zh: str
    colors: Mapping[str, str]
    fonts: Mapping[str, str]
    radius: float
    motif: str
    roles: Mapping[str, ThemeColor]

    def hex(self, role: str) -> str:
        """Return what a program shows for a colour role."""
        color = self.roles[role]
        return hex_of(color, self.colors[_SLOTS[color.slot]])


_SLOTS = {"tx1": "text", "bg1": "page", "tx2": "brand", "bg2": "surface"} | {
    f"accent{n}": f"accent{n}" for n in range(1, 7)
}


def _roles(colors: Mapping[str, str]) -> dict[str, ThemeColor]:
    """Return every colour role of `visual.md` §1.5 as a theme slot, never as a fixed colour."""
    return {
        "text": ThemeColor("tx1"),
        "page": ThemeColor("bg1"),
        "brand": ThemeColor("tx2"),
        "surface": ThemeColor("bg2"),
        "muted": nearest("tx1", colors["text"], colors["muted"]),
        "hairline": nearest("tx1", colors["text"], colors["hairline"]),
        "accent": ThemeColor("accent1"),
        "accent-text": ThemeColor("accent1", 75),
        "accent-deep": ThemeColor("accent1", 55),
        "accent-tint": ThemeColor("accent1", 20, 80),
        "second": ThemeColor("accent2"),
        "grey": ThemeColor("accent3"),
        "support": ThemeColor("accent4"),
        "positive": ThemeColor("accent5"),
        "negative": ThemeColor("accent6"),
        "positive-text": ThemeColor("accent5", 75),
        "negative-text": ThemeColor("accent6", 75),
        "on-accent": ThemeColor("bg1"),
        "on-brand": ThemeColor("bg1"),
        "on-brand-muted": ThemeColor("bg1", 75),
        "on-brand-faint": ThemeColor("tx2", 60, 40, 60),
        "on-brand-accent": ThemeColor("accent1", 60, 40),
        "on-brand-surface": ThemeColor("tx2", 92, 8),
        "on-brand-line": ThemeColor("tx2", 80, 20),
        # the emphasis colour itself where it stands out from the brand ground, else its lighter variant
        "on-brand-mark": ThemeColor("accent1")
        if contrast(colors["accent1"], colors["brand"]) >= 3
        else (ThemeColor("accent1", 60, 40)),
    }


def names() -> list[str]:
    """Return the names of the built-in themes."""
    return sorted(path.stem for path in BUILTIN.glob("*.yaml"))


def load_theme(name: str) -> Theme:
    """Return a built-in theme.

    Raises:
        KeyError: there is no theme of that name.
    """
    path = BUILTIN / f"{name}.yaml"
    if name not in names():
        raise KeyError(name)
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return Theme(
        name=data["name"],
        name_zh=data["name_zh"],
        summary=data["summary"],
        summary_zh=data["summary_zh"],
        colors=data["colors"],
        fonts=data["fonts"],
        radius=float(data["radius"]),
        motif=data["motif"],
        roles=_roles(data["colors"]),
    )
