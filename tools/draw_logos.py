"""Draws the logos of made-up companies for examples and tests: SVG drawings and PNG pictures of them.

python -m tools.draw_logos        # from the folder of the repository; needs the font Liberation Sans

Names are set as outlines: drawings in decks hold no text.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from deckgen.images.svg import rasterised

OUTPUT = Path(__file__).resolve().parent.parent / "assets"
HEIGHT, GAP, WIDE = 64, 16, 800

LOGOS = {
    "paperlark": ("#1F6FEB", '<path d="M2 40 62 4 44 60 28 42ZM28 42 62 4" fill="{0}"/>'
                  '<path d="M28 42 62 4 32 58Z" fill="#0B3C8C"/>'),
    "suncrate": ("#E8590C", '<path d="M8 30a24 24 0 0 1 48 0Z" fill="{0}"/><path d="M4 36h56v22H4Z" fill="#F4A259"/>'),
    "moonferry": ("#243B6B", '<path d="M40 4a26 26 0 1 0 20 40A22 22 0 0 1 40 4Z" fill="{0}"/>'
                  '<path d="M4 52q8-7 15 0t15 0 15 0 13 0v9H4Z" fill="#6C8CD5"/>'),
    "tidelock": ("#0B7A75", '<circle cx="32" cy="32" r="25" fill="none" stroke="{0}" stroke-width="9"/>'
                 '<path d="M12 36q10-9 20 0t20 0" fill="none" stroke="{0}" stroke-width="7"/>'),
    "greenpane": ("#2B8A3E", '<path d="M4 4h26v26H4ZM34 34h26v26H34Z" fill="{0}"/>'
                  '<path d="M34 4h26v26H34ZM4 34h26v26H4Z" fill="#A3D9A5"/>'),
    "orbitree": ("#7048B6", '<path d="M28 32h8v28h-8Z" fill="#4A2C85"/><circle cx="32" cy="22" r="18" fill="{0}"/>'
                 '<circle cx="50" cy="38" r="8" fill="#B79CED"/>'),
    "bluecask": ("#1864AB", '<path d="M14 4h36q12 28 0 56H14Q2 32 14 4Z" fill="{0}"/>'
                 '<path d="M8 20h48v5H8ZM8 39h48v5H8Z" fill="#A5D8FF"/>'),
    "halvestone": ("#343A40", '<path d="M32 2 62 32H2Z" fill="{0}"/><path d="M2 36h60L32 62Z" fill="#ADB5BD"/>'),
}  # fmt: skip
"""The colour of each name, and its mark on a field of 64 by 64."""


def logo(name: str, color: str, mark: str, font: TTFont) -> str:
    """Return a logo: its mark, and its name as outlines."""
    glyphs, letters = font.getGlyphSet(), font.getBestCmap()
    scale = 40 / font["head"].unitsPerEm
    x, outlines = HEIGHT + GAP, []
    for letter in name.capitalize():
        glyph = glyphs[letters[ord(letter)]]
        pen = SVGPathPen(glyphs, lambda number: f"{number:.1f}".rstrip("0").rstrip("."))
        glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, x, 46)))
        outlines.append(pen.getCommands())
        x += glyph.width * scale
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {round(x)} {HEIGHT}">{mark.format(color)}'
        f'<path d="{"".join(outlines)}" fill="{color}"/></svg>\n'
    )


def main() -> None:
    """Write the drawings and pictures."""
    found = subprocess.run(
        ["fc-match", "-f", "%{file}", "Liberation Sans:bold"], check=True, capture_output=True, text=True
    )
    font = TTFont(found.stdout)
    for name, (color, mark) in LOGOS.items():
        drawn = logo(name, color, mark, font).encode()
        (OUTPUT / f"logo-{name}.svg").write_bytes(drawn)
        (OUTPUT / f"logo-{name}.png").write_bytes(rasterised(drawn, name, (WIDE, WIDE)))


if __name__ == "__main__":
    main()
