"""Compares where lines break in the SVG of a slide and in LibreOffice's picture of the same slide.

    PYTHONPATH=. python -m tools.compare_lines [THEME …]     # the flagship and the gallery; needs soffice

Every text box and table cell is looked at. For each deck it prints the share of lines that are equal, and each box whose
lines are not; it ends with exit code 1 where the share of a deck is below 98 %.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from deckgen.compiler import Compiled, compile_file, compile_outline, pptx_of
from deckgen.frame import Frame
from deckgen.gallery import gallery_outline, picture_folder
from deckgen.outline.read import parse
from deckgen.scene.items import Scene, TableBox, TextBox
from deckgen.scene.setting import Setting
from deckgen.writers.svg.lines import Line, laid
from deckgen.writers.svg.table import cell_lines
from tools.drawing import render

FLAGSHIP = Path(__file__).parents[1] / "outlines" / "tiktok-cross-border.yaml"
ENOUGH = 0.98

_BELOW = 0.45
"""How far below the baseline of a line, in em, the next one begins at the earliest: note marks stand above it by less."""


_SMALLEST = 0.3
"""The share of the size of a line that its smallest characters have, such as the unit of a number."""


class Letter(NamedTuple):
    """A character of a page, at its origin in slide points, and its size."""

    character: str
    x: float
    y: float
    size: float


class Box(NamedTuple):
    """The lines of a text box or cell: as the SVG has them, and as LibreOffice drew them."""

    slide: int
    name: str
    drawn: tuple[Line, ...]
    shown: tuple[tuple[Letter, ...], ...]

    @property
    def expected(self) -> list[str]:
        return [_bare(line.text) for line in self.drawn]

    @property
    def found(self) -> list[str]:
        return [_bare("".join(letter.character for letter in line)) for line in self.shown]

    @property
    def equal(self) -> int:
        """How many lines of the SVG are lines of the picture, too."""
        found = self.found
        return sum(line in found for line in self.expected)


def boxes(compiled: Compiled) -> Iterator[Box]:
    """Yield every box of a deck whose text runs across it."""
    assert compiled.setting
    library: Any = import_module("pypdfium2")
    (pdf,) = render(pptx_of(compiled))
    document = library.PdfDocument(str(pdf))
    for number, (scene, page) in enumerate(zip(compiled.scenes, document, strict=True), 1):
        letters = list(read(page))
        for name, frame, every in written(scene, compiled.setting):
            if lines := [line for line in every if line.text]:
                yield Box(number, f"{scene.layout} {name}", tuple(lines), tuple(lines_in(frame, lines, letters)))


def written(scene: Scene, setting: Setting) -> Iterator[tuple[str, Frame, Sequence[Line]]]:
    """Yield the name, the frame and the lines of each text box and cell, as the SVG draws them."""
    for item in scene.items:
        if isinstance(item, TextBox) and item.flow == "across":
            yield item.key, item.frame, laid(item, setting.typesetter)
        elif isinstance(item, TableBox):
            for cell, frame, lines in cell_lines(item, setting.typesetter):
                yield f"{item.key} “{cell.plain[:8]}”", frame, lines


def read(page: Any) -> Iterator[Letter]:
    """Yield the characters of a page in the order they are drawn."""
    pdfium: Any = import_module("pypdfium2.raw")
    text, scale, height = page.get_textpage(), 960 / page.get_width(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text.raw)):
        character = chr(pdfium.FPDFText_GetUnicode(text.raw, index)).replace("\x02", "-")  # a hyphen at a line end
        if pdfium.FPDFText_IsGenerated(text.raw, index) == 1 or not character.strip("\0\ufffe \r\n\u200b"):
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        size = pdfium.FPDFText_GetFontSize(text.raw, index) * scale
        yield Letter(character, x.value * scale, (height - y.value) * scale, size)


def lines_in(frame: Frame, lines: Sequence[Line], letters: Sequence[Letter]) -> Iterator[tuple[Letter, ...]]:
    """Yield the lines that a picture shows in a frame."""
    size, least = (pick(line.size for line in lines) for pick in (max, min))
    markers = {line.style.marker for line in lines}
    left, right = min(line.left for line in lines) - 1, max(line.right for line in lines) + 0.25 * size
    current: list[Letter] = []
    for letter in letters:
        inside = left <= letter.x <= right and frame.y <= letter.y <= frame.bottom + 0.2 * size
        if not inside or letter.size < _SMALLEST * least:
            continue
        if current and (abs(letter.y - current[-1].y) > _BELOW * least or letter.x < current[-1].x - least):
            yield tuple(current)
            current = []
        if current or letter.character not in markers:
            current.append(letter)
    if current:
        yield tuple(current)


def _bare(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")


def gallery(theme: str) -> Compiled:
    """Return the deck of every layout's example."""
    return compile_outline(parse(gallery_outline(), "gallery.yaml"), theme, folder=picture_folder())


def share(found: Sequence[Box]) -> float:
    """Return the share of equal lines."""
    return sum(box.equal for box in found) / sum(len(box.drawn) for box in found)


def main() -> None:
    enough = True
    for theme in sys.argv[1:] or ["pulse"]:
        for name, compiled in (("flagship", compile_file(FLAGSHIP, theme)), ("gallery", gallery(theme))):
            found = list(boxes(compiled))
            for box in found:
                if box.equal < len(box.drawn):
                    print(f"  {box.slide}: {box.name}: {' | '.join(box.expected)} ≠ {' | '.join(box.found)}")
            several = [box for box in found if len(box.drawn) > 1]
            total, broken = (sum(len(box.drawn) for box in some) for some in (found, several))
            print(
                f"{name}, {theme}: {share(found):.1%} of {total} lines are equal; "
                f"of {broken} in boxes of several lines {share(several):.1%}"
            )
            enough = enough and share(found) >= ENOUGH
    raise SystemExit(0 if enough else 1)


if __name__ == "__main__":
    main()
