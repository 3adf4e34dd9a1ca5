"""Draw the README's picture: slides of the flagship deck side by side, as LibreOffice shows them.

    PYTHONPATH=. python tools/draw_sheet.py

It needs soffice, pdftoppm and the preview fonts, which `.ci/run` installs.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

import deckgen
from tests.decks import FLAGSHIP, ROOT, render

SLIDES = (1, 2, 5, 7, 10, 11, 12, 14, 18)
COLUMNS, WIDTH, GAP = 3, 560, 16
GROUND = (214, 214, 218)


def main() -> None:
    """Write `assets/flagship.png`."""
    pdf = render(deckgen.load(FLAGSHIP).to_bytes())
    folder = Path(tempfile.mkdtemp(prefix="deckgen-sheet-"))
    subprocess.run(["pdftoppm", "-png", "-r", "96", str(pdf), str(folder / "slide")], check=True)
    pages = sorted(folder.glob("slide-*.png"))
    height = WIDTH * 9 // 16
    rows = -(-len(SLIDES) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * WIDTH + (COLUMNS + 1) * GAP, rows * height + (rows + 1) * GAP), GROUND)
    for index, number in enumerate(SLIDES):
        row, column = divmod(index, COLUMNS)
        with Image.open(pages[number - 1]) as page:
            small = page.resize((WIDTH, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    sheet.quantize(160).save(ROOT / "assets" / "flagship.png", optimize=True)


if __name__ == "__main__":
    main()
