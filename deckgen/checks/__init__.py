"""Checks: one question to a finished deck per file, asked of every scene."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.checks.overflow import check_overflow
from deckgen.outline.deck import DeckContent
from deckgen.problems import Problem
from deckgen.scene.items import Scene
from deckgen.scene.setting import Setting


def check_scenes(deck: DeckContent, scenes: Sequence[Scene], setting: Setting) -> Iterator[Problem]:
    """Yield everything that the checks find."""
    for scene in scenes:
        yield from check_overflow(scene)
