"""Slides as pixels: their SVG drawn with the fonts of the machine."""

from __future__ import annotations

import io
from collections.abc import Sequence

from deckgen.frame import SLIDE_HEIGHT, SLIDE_WIDTH
from deckgen.writers.fonts import Fonts

_THUMBNAIL, _GAP, _GROUND = 480, 16, (214, 214, 218)
"""Width of a slide on a contact sheet, the space around each, and the colour of that."""


def png_of(svg: str, width: int, fonts: Fonts) -> bytes:
    """Return the SVG of a slide as a PNG so many pixels wide.

    Raises:
        ImportError: what draws it is not installed.
    """
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            height=round(width * SLIDE_HEIGHT / SLIDE_WIDTH),
            skip_system_fonts=True,
            font_files=list(fonts.files),
            font_family=fonts.sans,
            sans_serif_family=fonts.sans,
            serif_family=fonts.serif,
        )
    )


def contact_sheet(svgs: Sequence[str], fonts: Fonts) -> bytes:
    """Return all slides side by side on one PNG, in rows about as many as columns."""
    from PIL import Image

    columns = min(len(svgs), max(3, round(len(svgs) ** 0.5)))
    rows = -(-len(svgs) // columns)
    height = round(_THUMBNAIL * SLIDE_HEIGHT / SLIDE_WIDTH)
    whole = Image.new("RGB", (columns * (_THUMBNAIL + _GAP) + _GAP, rows * (height + _GAP) + _GAP), _GROUND)
    for index, svg in enumerate(svgs):
        row, column = divmod(index, columns)
        with Image.open(io.BytesIO(png_of(svg, _THUMBNAIL, fonts))) as slide:
            whole.paste(slide.convert("RGB"), (_GAP + column * (_THUMBNAIL + _GAP), _GAP + row * (height + _GAP)))
    stream = io.BytesIO()
    whole.save(stream, "PNG", optimize=True)
    return stream.getvalue()
