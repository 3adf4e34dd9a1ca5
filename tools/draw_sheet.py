"""Draw the README's pictures: slides of the flagship and of the gallery side by side, as LibreOffice shows them.

    PYTHONPATH=. python tools/draw_sheet.py

It needs soffice, pdftoppm and the preview fonts, which `.ci/run` installs.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

import deckgen
from deckgen.compiler import compile_outline, pptx_of
from deckgen.gallery import gallery_outline, picture_folder
from deckgen.outline.read import parse
from tools.drawing import pictures

ROOT = Path(__file__).parents[1]
FLAGSHIP = (1, 2, 5, 7, 10, 11, 12, 14, 18)
GROUND = (214, 214, 218)


def sheet(pages: Sequence[Path], columns: int, width: int, gap: int) -> Image.Image:
    """Return pages in rows, each `width` pixels wide, `gap` pixels apart."""
    height = width * 9 // 16
    rows = -(-len(pages) // columns)
    whole = Image.new("RGB", (columns * width + (columns + 1) * gap, rows * height + (rows + 1) * gap), GROUND)
    for index, file in enumerate(pages):
        row, column = divmod(index, columns)
        with Image.open(file) as page:
            small = page.resize((width, height), Image.Resampling.LANCZOS)
        whole.paste(small, (gap + column * (width + gap), gap + row * (height + gap)))
    return whole


def main() -> None:
    """Write `assets/flagship.png` and `assets/gallery.png`."""
    flagship = pictures(deckgen.load(ROOT / "outlines" / "tiktok-cross-border.yaml").to_bytes())
    chosen = [flagship[number - 1] for number in FLAGSHIP]
    sheet(chosen, 3, 560, 16).quantize(160).save(ROOT / "assets" / "flagship.png", optimize=True)
    gallery = compile_outline(parse(gallery_outline(), "gallery.yaml"), folder=picture_folder())
    sheet(pictures(pptx_of(gallery)), 7, 300, 10).quantize(200).save(ROOT / "assets" / "gallery.png", optimize=True)


if __name__ == "__main__":
    main()
