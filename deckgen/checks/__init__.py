"""Checks: one question to a finished deck per file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.checks.overflow import check_overflow
from deckgen.checks.single import check_single
from deckgen.checks.sources import check_sources
from deckgen.outline.deck import DeckContent
from deckgen.problems import Problem
from deckgen.scene.items import Scene


def check_deck(deck: DeckContent, scenes: Sequence[Scene]) -> Iterator[Problem]:
    """Yield everything that the checks find."""
    for slide in deck.slides:
        yield from check_sources(slide)
    for page, scene in enumerate(scenes, 1):
        yield from check_overflow(scene, page)
        yield from check_single(scene, page)
