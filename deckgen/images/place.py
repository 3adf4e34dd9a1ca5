"""Filling a frame with a picture: cropped around its focus, no larger than a screen can show."""

from __future__ import annotations

import functools
import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from deckgen.images.decode import JPEG, SVG, Source, decoded, read_source
from deckgen.images.picture import Picture
from deckgen.images.private import without_private
from deckgen.images.svg import png_size, rasterised

HIGHEST = 220
"""The most pixels per inch at placed size; more than a projector or a sharp screen shows."""

_EXTENSIONS = {"PNG": "png", "JPEG": "jpg"}
_MOST_COLORS = 4096
_QUALITY = 88
_WORTHWHILE = 0.75
"""The share of its sides below which a picture is shrunk: to write a photograph anew for less would only cost quality."""

_LONGEST = 4096
"""The most pixels along a side of a drawing."""


def place(path: Path, width: float, height: float, focus: tuple[float, float] = (0.5, 0.5)) -> Picture:
    """Return the picture of a file, made to fill a frame of `width` by `height` points.

    The whole picture is kept and the crop is only stated, so that it can be moved in PowerPoint. Equal files give
    equal bytes.

    Raises:
        Unusable: the file is not a picture that can be used.
    """
    state = path.stat()
    return _placed(path, state.st_mtime_ns, state.st_size, width, height, focus)


@functools.lru_cache(maxsize=16)  # a deck with continued slides is drawn twice
def _placed(path: Path, changed: int, size: int, width: float, height: float, focus: tuple[float, float]) -> Picture:
    source = read_source(path)
    crop = crop_to_fill(source.size, width / height, focus)
    whole = Picture(source.data, _EXTENSIONS.get(source.format, ""), crop, source.size, origin=str(path))
    fine = whole.resolution(width, height)
    if source.format == SVG:
        sides = tuple(min(_LONGEST, max(1, round(side * HIGHEST / fine))) for side in source.size)
        data = rasterised(source.data, source.name, (sides[0], sides[1]))
        return replace(whole, data=data, extension="png", pixels=png_size(data), svg=source.data)
    shrink = HIGHEST / fine if HIGHEST / fine < _WORTHWHILE else 1.0
    if shrink == 1.0 and whole.extension and source.mode != "CMYK" and not source.turned and not source.tinted:
        return replace(whole, data=without_private(source.data, whole.extension))
    target = tuple(max(1, round(side * shrink)) for side in source.size)
    image = decoded(source, (2 * target[0], 2 * target[1]))
    lossless = _is_lossless(source, image)
    if image.size != target:
        image = image.resize((target[0], target[1]), Image.Resampling.LANCZOS)
    data = _encoded(image, lossless)
    return replace(whole, data=data, extension="png" if lossless else "jpg", pixels=image.size)


def crop_to_fill(
    size: tuple[int, int], ratio: float, focus: tuple[float, float] = (0.5, 0.5)
) -> tuple[float, float, float, float]:
    """Return what to cut from the left, top, right and bottom of a picture to give it a ratio of width to height.

    The part that stays lies around the focus, as far as the edges allow.
    """
    own = size[0] / size[1]
    if own > ratio:
        left, right = _margins(ratio / own, focus[0])
        return (left, 0, right, 0)
    top, bottom = _margins(own / ratio, focus[1])
    return (0, top, 0, bottom)


def _margins(shown: float, focus: float) -> tuple[float, float]:
    before = min(max(focus - shown / 2, 0.0), 1 - shown)
    return before, max(0.0, 1 - shown - before)


def _is_lossless(source: Source, image: Image.Image) -> bool:
    """A JPEG stays one; drawings, screenshots and what is transparent are kept sharp, photographs small."""
    if source.format in JPEG:
        return False
    return source.format == "PNG" or image.mode == "RGBA" or image.getcolors(_MOST_COLORS) is not None


def _encoded(image: Image.Image, lossless: bool) -> bytes:
    image.info.clear()  # nothing private goes along, and no profile: the colours are those of every screen
    stream = io.BytesIO()
    if lossless:
        image.save(stream, "PNG")
    else:
        image.save(stream, "JPEG", quality=_QUALITY, optimize=True)
    return stream.getvalue()
