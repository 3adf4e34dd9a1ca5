"""Filling a frame with a picture: cropped around its focus, no larger than a screen can show."""

from __future__ import annotations

import functools
import io
from pathlib import Path

from PIL import Image

from deckgen.images.decode import JPEG, Source, decoded, read_source
from deckgen.images.picture import Picture

HIGHEST = 220
"""The most pixels per inch at placed size; more than a projector or a sharp screen shows."""

_EXTENSIONS = {"PNG": "png", "JPEG": "jpg"}
_MOST_COLORS = 4096
_QUALITY = 88


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
    whole = Picture(source.data, _EXTENSIONS.get(source.format, ""), crop, source.size)
    shrink = min(1.0, HIGHEST / whole.resolution(width, height))
    if shrink == 1.0 and whole.extension and source.mode != "CMYK" and not source.turned:
        return whole
    target = tuple(max(1, round(side * shrink)) for side in source.size)
    image = decoded(source, (2 * target[0], 2 * target[1]))
    lossless = _is_lossless(source, image)
    if image.size != target:
        image = image.resize((target[0], target[1]), Image.Resampling.LANCZOS)
    data = _encoded(image, source, lossless)
    return Picture(data, "png" if lossless else "jpg", crop, image.size)


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


def _encoded(image: Image.Image, source: Source, lossless: bool) -> bytes:
    # a colour profile says nothing about colours that were converted
    same_colors = image.mode.startswith("RGB") == source.mode.startswith("RGB")
    profile = image.info.get("icc_profile") if same_colors else None
    image.info.clear()
    stream = io.BytesIO()
    if lossless:
        image.save(stream, "PNG", icc_profile=profile)
    else:
        image.save(stream, "JPEG", quality=_QUALITY, optimize=True, icc_profile=profile)
    return stream.getvalue()
