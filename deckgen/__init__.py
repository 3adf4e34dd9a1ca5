"""deckgen compiles a YAML outline into a native, editable PowerPoint deck, in correct Chinese and English.

    import deckgen

    deck = deckgen.load("outlines/tiktok-cross-border.yaml", theme="clarity")
    for problem in deck.check():
        print(problem)
    deck.save("tiktok.pptx")

Everything public is a name of this package; modules below it may move.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.deck import Deck, OutlineError, build, check, load
    from deckgen.layouts import Layout, find_layout, layout_names
    from deckgen.problems import Problem, Span
    from deckgen.theme import Theme
    from deckgen.theme import names as theme_names

__version__ = "0.1.0"

# Names are imported when they are first used, so that a command loads only what it needs.
_HOMES = {
    "Deck": "deckgen.deck",
    "OutlineError": "deckgen.deck",
    "build": "deckgen.deck",
    "check": "deckgen.deck",
    "load": "deckgen.deck",
    "Layout": "deckgen.layouts",
    "find_layout": "deckgen.layouts",
    "layout_names": "deckgen.layouts",
    "Problem": "deckgen.problems",
    "Span": "deckgen.problems",
    "Theme": "deckgen.theme",
    "theme_names": "deckgen.theme",
}

__all__ = [
    "Deck", "Layout", "OutlineError", "Problem", "Span", "Theme", "__version__", "build", "check", "find_layout",
    "layout_names", "load", "theme_names",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = importlib.import_module(_HOMES[name])
    return getattr(module, "names" if name == "theme_names" else name)
