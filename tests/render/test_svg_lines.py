"""The SVG of a slide breaks its lines where LibreOffice breaks them, and sets them at the same height."""

from __future__ import annotations

from statistics import quantiles

import pytest

from deckgen.compiler import compile_file
from tests.decks import DRAWN, FLAGSHIP
from tools.compare_lines import ENOUGH, Box, boxes, gallery, share

pytestmark = pytest.mark.render


@pytest.mark.parametrize("theme", DRAWN.values())
@pytest.mark.parametrize("deck", ["flagship", "gallery"])
def test_lines_are_those_libreoffice_draws(deck: str, theme: str) -> None:
    found = list(boxes(compile_file(FLAGSHIP, theme) if deck == "flagship" else gallery(theme)))
    unequal = [
        f"{box.slide}: {box.name}: {box.expected} instead of {box.found}" for box in found if box.equal < len(box.drawn)
    ]
    assert sum(len(box.drawn) for box in found) > 400
    assert share(found) >= ENOUGH, "\n".join(unequal)
    assert quantiles(off(found), n=20)[-1] < 0.15, "lines stand higher or lower than LibreOffice draws them"


def off(found: list[Box]) -> list[float]:
    """Return how far each line is from where LibreOffice draws it, in em."""
    return [
        abs(line.baseline - shown[0].y) / line.size
        for box in found
        if box.expected == box.found and "“" not in box.name  # in cells it sets lines further apart
        for line, shown in zip(box.drawn, box.shown, strict=True)
    ]


def test_the_measure_sees_a_line_that_breaks_elsewhere() -> None:
    """Guards the test above."""
    box = next(box for box in boxes(gallery("pulse")) if len(box.drawn) > 1)
    first, second, *rest = box.shown
    assert box._replace(shown=(first[:-1], (first[-1], *second), *rest)).equal == box.equal - 2
