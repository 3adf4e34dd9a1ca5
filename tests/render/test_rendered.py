"""What LibreOffice draws: every glyph inside the frame it was given, none over another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from deckgen import theme_names
from deckgen.compiler import compile_file, pptx_of
from deckgen.frame import Frame
from deckgen.scene.items import ChartBox, Item, Scene, TableBox, TextBox
from tests.decks import DRAWN, FLAGSHIP, LIMITS, OUTLINES, gallery_outline, prepared
from tools.drawing import render

pytestmark = pytest.mark.render

# Ink may leave its frame by this share of the glyph's height: side bearings and descenders of stand-in fonts.
TOLERANCE = 0.12

# In table cells LibreOffice sets lines at the stand-in font's own pitch, 1.448 em for Noto Sans CJK, where the decks'
# Microsoft YaHei needs the 1.32 em that deckgen reserves: rows grow by as much in the picture, not in PowerPoint.
TABLE_GROWTH = 1.448 / 1.32


class Glyph(NamedTuple):
    char: str
    left: float
    top: float
    right: float
    bottom: float


def glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """Return the visible characters of a page in slide points."""
    text, scale = page.get_textpage(), 960 / page.get_width()
    height = page.get_height()
    found = []
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if char.strip():
            left, bottom, right, top = text.get_charbox(index)
            found.append(Glyph(char, left * scale, (height - top) * scale, right * scale, (height - bottom) * scale))
    return found


def frames(items: tuple[Item, ...]) -> Iterator[Frame]:
    for item in items:
        if isinstance(item, TableBox):
            yield item.frame.with_height(item.frame.height * TABLE_GROWTH)
        elif isinstance(item, TextBox | ChartBox):
            yield item.frame


def outside(scene: Scene, drawn: list[Glyph]) -> list[Glyph]:
    """Return the glyphs that stand in no frame of the slide."""
    allowed = list(frames(scene.items))

    def fits(glyph: Glyph, frame: Frame) -> bool:
        slack = max(1.0, TOLERANCE * (glyph.bottom - glyph.top))
        return (
            glyph.left >= frame.x - slack
            and glyph.right <= frame.right + slack
            and glyph.top >= frame.y - slack
            and glyph.bottom <= frame.bottom + slack
        )

    return [glyph for glyph in drawn if not any(fits(glyph, frame) for frame in allowed)]


def collisions(drawn: list[Glyph]) -> list[tuple[Glyph, Glyph]]:
    """Return the pairs of glyphs drawn over each other."""
    found = []
    ordered = sorted(drawn, key=lambda glyph: glyph.left)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.left >= one.right:
                break
            wide = min(one.right, other.right) - other.left
            high = min(one.bottom, other.bottom) - max(one.top, other.top)
            small = min(one.right - one.left, other.right - other.left)
            if wide > 0.5 * small > 0 and high > 0.4 * min(one.bottom - one.top, other.bottom - other.top):
                found.append((one, other))
    return found


DECKS = [
    *((outline, theme_names()) for outline in (FLAGSHIP, gallery_outline())),
    *((outline, ("",)) for outline in OUTLINES if outline != FLAGSHIP),
    *((outline, tuple(DRAWN.values())) for outline in LIMITS),
]


@pytest.mark.parametrize(("outline", "themes"), DECKS, ids=[outline.stem for outline, _ in DECKS])
def test_no_glyph_leaves_its_frame_or_covers_another(outline: Path, themes: tuple[str, ...]) -> None:
    outline = prepared(outline)
    compiled = [compile_file(outline, theme) for theme in themes]
    for theme, deck, pdf in zip(themes, compiled, render(*map(pptx_of, compiled)), strict=True):
        document = pypdfium2.PdfDocument(pdf)
        assert len(document) == len(deck.scenes)
        for number, (scene, page) in enumerate(zip(deck.scenes, document, strict=True), 1):
            at = f"{theme} slide {number} ({scene.layout})"
            drawn = glyphs(page)
            stray = "".join(glyph.char for glyph in outside(scene, drawn))
            assert not stray, f"{at}: {stray!r} stands outside its frame"
            over = [one.char + other.char for one, other in collisions(drawn)]
            assert not over, f"{at}: {over} are drawn over each other"


def test_the_measure_sees_overflow() -> None:
    """Guards the test above: text moved out of its frame must be found."""
    compiled = compile_file(FLAGSHIP, "pulse")
    (pdf,) = render(pptx_of(compiled))
    page = pypdfium2.PdfDocument(pdf)[1]
    moved = [glyph._replace(top=glyph.top + 200, bottom=glyph.bottom + 200) for glyph in glyphs(page)]
    assert outside(compiled.scenes[1], moved)
    assert collisions([*moved, *moved])
