"""Can every picture of the outline be used?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from deckgen.content.image import images_of
from deckgen.outline.deck import DeckContent
from deckgen.problems import Problem


def check_images(deck: DeckContent, folder: Path | None = None, allow_outside: bool = False) -> Iterator[Problem]:
    """Yield an error for each picture that cannot be used; each file is decoded once, to its end.

    Paths start at `folder`, the working folder where it is None, and may lead out of it only with `allow_outside`.
    """
    known: dict[str, Problem | None] = {}
    for slide in deck.slides:
        for image in images_of(slide.content):
            written = image.file.source
            if not written:
                continue  # a name stands in its place
            if written not in known:
                known[written] = _trouble(written, folder or Path(), allow_outside)
            problem = known[written]
            if problem:
                yield replace(problem, span=image.file.span, path=image.file.path)


def _trouble(written: str, folder: Path, allow_outside: bool) -> Problem | None:
    # Pillow is imported only where there are pictures
    from deckgen.images.decode import decoded, read_source
    from deckgen.images.locate import locate
    from deckgen.images.unusable import Unusable

    try:
        decoded(read_source(locate(written, folder, allow_outside)))
    except Unusable as reason:
        return Problem(reason.kind, facts=reason.facts)
    return None
