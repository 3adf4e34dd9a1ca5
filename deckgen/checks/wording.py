"""Are the texts of a deck punctuated and spaced as Chinese and English are?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.checks.prose import proses
from deckgen.checks.punctuation import check_punctuation
from deckgen.checks.spacing import check_mixed, check_stray
from deckgen.checks.stops import check_stops
from deckgen.outline.deck import DeckContent
from deckgen.problems import Problem


def check_wording(deck: DeckContent, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield what the texts of a deck do not observe, each with the changes that mend it in the lines of its outline."""
    texts = list(proses(deck))
    for prose in texts:
        yield from check_punctuation(prose, lines)
        yield from check_stray(prose, lines)
    yield from check_mixed(texts, lines)
    yield from check_stops(deck, lines)
