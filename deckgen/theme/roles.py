"""Colour roles: what a colour is for, as a slot of the theme with a shift, never as a fixed colour (`visual.md` §1.5)."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.theme.color import ThemeColor, contrast, hex_of, luminance, mixed, nearest
from deckgen.theme.ramp import ramp

TEXT, LARGE = 4.5, 3.0
"""The least contrast of text against its ground, and of large text and of marks (WCAG 2.2, 1.4.3 and 1.4.11)."""

_TINT = 0.2
"""How much of the emphasis colour shows in its tint, which looks as if it lay thinly on the page."""

_PAPER = 0.84
"""How much of the text colour is in what stands for paper on a dark page: a ground for logos that does not glare."""


def is_dark(colors: Mapping[str, str]) -> bool:
    """Whether light text stands on a dark page."""
    return luminance(colors["page"]) < luminance(colors["text"])


def slots_of(colors: Mapping[str, str]) -> dict[str, str]:
    """Return the hex values by the names shapes use.

    A dark theme has no slot for the brand colour: there the second ground is the surface, and the second text colour the
    muted one.
    """
    second = ("muted", "surface") if is_dark(colors) else ("brand", "surface")
    named = {"tx1": "text", "bg1": "page", "tx2": second[0], "bg2": second[1]}
    return {slot: colors[use] for slot, use in named.items()} | {
        f"accent{n}": colors[f"accent{n}"] for n in range(1, 7)
    }


def roles_of(colors: Mapping[str, str], semantics: str) -> dict[str, ThemeColor]:
    """Return every role as a slot with its shift."""
    roles = {
        "text": ThemeColor("tx1"),
        "page": ThemeColor("bg1"),
        "surface": ThemeColor("bg2"),
        "hairline": nearest("tx1", colors["text"], colors["hairline"]),
        "accent": ThemeColor("accent1"),
        "accent-tint": _tint(colors),
        "second": ThemeColor("accent2"),
        "grey": ThemeColor("accent3"),
        "support": ThemeColor("accent4"),
        "total": ThemeColor("tx2"),
        "positive": ThemeColor("accent5"),
        "negative": ThemeColor("accent6"),
        "on-accent": ThemeColor("bg1"),
        **(_dark(colors) if is_dark(colors) else _light(colors)),
        **ramp(colors, is_dark(colors)),
    }
    # in Chinese markets what rises is red, whether that is good or bad
    rise, fall = ("negative", "positive") if semantics == "cn-finance" else ("positive", "negative")
    return roles | {
        "rise": roles[rise],
        "fall": roles[fall],
        "rise-text": roles[f"{rise}-text"],
        "fall-text": roles[f"{fall}-text"],
    }


def _tint(colors: Mapping[str, str]) -> ThemeColor:
    return nearest("accent1", colors["accent1"], mixed(colors["page"], colors["accent1"], _TINT))


def _readable_emphasis(colors: Mapping[str, str]) -> ThemeColor:
    """Return the emphasis colour for small text on light grounds: as it is where that reads, as it tells best from the ink."""
    emphasis = colors["accent1"]
    grounds = (colors["page"], colors["surface"], hex_of(_tint(colors), emphasis))
    reads = all(contrast(emphasis, ground) >= TEXT for ground in grounds)
    return ThemeColor("accent1", 100 if reads else 75)


def _light(colors: Mapping[str, str]) -> dict[str, ThemeColor]:
    """Dark text on a light page; the brand ground is dark, and so are the variants that small text takes."""
    stands_out = contrast(colors["accent1"], colors["brand"]) >= LARGE
    return {
        "brand": ThemeColor("tx2"),
        "brand-ground": ThemeColor("tx2"),
        "muted": nearest("tx1", colors["text"], colors["muted"]),
        "accent-text": _readable_emphasis(colors),
        "accent-deep": ThemeColor("accent1", 55),
        "accent-mid": ThemeColor("accent1", 75),
        "grey-deep": ThemeColor("accent3", 65),
        "grey-tint": ThemeColor("accent3", 45, 55),
        "positive-text": ThemeColor("accent5", 75),
        "negative-text": ThemeColor("accent6", 75),
        "on-brand": ThemeColor("bg1"),
        "paper": ThemeColor("bg1"),
        "on-paper": nearest("tx1", colors["text"], colors["muted"]),
        "scrim": ThemeColor("tx1"),
        "on-scrim": ThemeColor("bg1"),
        "on-brand-muted": ThemeColor("bg1", 75, 0, 30),
        "on-brand-faint": ThemeColor("tx2", 60, 40, 60),
        "on-brand-accent": ThemeColor("accent1", 60, 40),
        "on-brand-surface": ThemeColor("tx2", 92, 8),
        "on-brand-line": ThemeColor("tx2", 80, 20),
        # the emphasis colour itself where it stands out from the brand ground, else its lighter variant
        "on-brand-mark": ThemeColor("accent1") if stands_out else ThemeColor("accent1", 60, 40),
    }


def _dark(colors: Mapping[str, str]) -> dict[str, ThemeColor]:
    """Light text on a dark page: the colours are light themselves, and what is near is lighter than what is far."""
    return {
        "brand": ThemeColor("bg2", 85, 15),
        "brand-ground": nearest("bg2", colors["surface"], colors["brand"]),
        "muted": ThemeColor("tx2"),
        "accent-text": ThemeColor("accent1"),
        "accent-deep": ThemeColor("accent1", 60, 40),
        "accent-mid": ThemeColor("accent1", 80, 20),
        "grey-deep": ThemeColor("accent3", 60, 40),
        "grey-tint": ThemeColor("accent3", 55),
        "positive-text": ThemeColor("accent5"),
        "negative-text": ThemeColor("accent6"),
        "on-brand": ThemeColor("tx1"),
        "paper": nearest("tx1", colors["text"], mixed(colors["page"], colors["text"], _PAPER)),
        "on-paper": ThemeColor("bg1"),
        "scrim": ThemeColor("bg1"),
        "on-scrim": ThemeColor("tx1"),
        "on-brand-muted": ThemeColor("tx2"),
        "on-brand-faint": ThemeColor("bg2", 60, 40, 60),
        "on-brand-accent": ThemeColor("accent1"),
        "on-brand-surface": ThemeColor("bg2", 92, 8),
        "on-brand-line": ThemeColor("bg2", 80, 20),
        "on-brand-mark": ThemeColor("accent1"),
    }
