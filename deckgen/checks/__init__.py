"""Checks: one question to a finished deck per file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.checks.answers import check_answers
from deckgen.checks.contrast import Eye, check_contrast
from deckgen.checks.fillers import check_fillers
from deckgen.checks.labels import check_label
from deckgen.checks.lengths import check_lengths
from deckgen.checks.messages import check_messages
from deckgen.checks.motion import check_build
from deckgen.checks.overflow import check_overflow
from deckgen.checks.pending import check_pending
from deckgen.checks.repeats import check_repeats
from deckgen.checks.resolution import check_resolution
from deckgen.checks.rhythm import check_numbers, check_rhythm
from deckgen.checks.single import check_single
from deckgen.checks.sources import check_sources
from deckgen.checks.torn import check_torn
from deckgen.checks.trends import check_trends
from deckgen.outline.deck import DeckContent
from deckgen.problems import Problem
from deckgen.scene.items import Scene
from deckgen.scene.setting import Setting


def check_deck(deck: DeckContent, scenes: Sequence[Scene], setting: Setting, whole: bool = True) -> Iterator[Problem]:
    """Yield everything that the checks find.

    Where the deck is not `whole`, as slides with mistakes are missing, pages are counted as the outline counts slides.
    """
    spilled: set[str] = set()
    eye = Eye(setting.theme)
    places = {slide.path: slide.number for slide in deck.slides}
    for number, scene in enumerate(scenes, 1):
        page = number if whole else places[scene.path]
        for problem in check_overflow(scene, page):
            spilled.add(problem.path)
            yield problem
        yield from check_single(scene, page)
        yield from check_torn(scene, page, setting.typesetter)
        yield from check_resolution(scene, page)
        yield from check_pending(scene, page)
        yield from check_numbers(scene, page)
        yield from check_contrast(scene, page, eye)
    drawn = {scene.path: scene for scene in scenes}
    for slide in deck.slides:
        yield from check_build(slide, drawn[slide.path])
        yield from check_label(slide)
        yield from check_fillers(slide)
        yield from check_messages(slide)
        yield from check_trends(slide, drawn[slide.path])
        yield from check_sources(slide, drawn[slide.path])
        yield from check_lengths(slide, spilled)
        yield from slide.layout.warnings(slide.content)
    yield from check_repeats(deck)
    if whole:
        yield from check_rhythm(deck, scenes)
        yield from check_answers(deck)
