"""How bright a picture is where words stand on it."""

from __future__ import annotations

import functools
import io

from PIL import Image

from deckgen.frame import Frame
from deckgen.images.picture import Picture

_BRIGHTEST = 0.05
"""The share of the pixels that words must stand out from: the brightest ones (`visual.md` §2, `image-full`)."""

_FINEST = 400
"""Pixels across that are looked at; finer specks no reader tells from their surroundings."""


@functools.lru_cache(maxsize=16)  # asked again when a deck is drawn twice
def brightest(picture: Picture, placed: Frame, under: Frame) -> str:
    """Return the mean colour, as hex, of the brightest pixels of a picture that lie `under` a frame of the slide.

    `placed` is where the picture stands. A picture without pixels is white: nothing darker can be promised.
    """
    if not picture.data:
        return "FFFFFF"
    image = Image.open(io.BytesIO(picture.data))
    image.draft("RGB", (_FINEST, _FINEST))
    left, top, right, bottom = picture.crop
    across, down = image.width * (1 - left - right) / placed.width, image.height * (1 - top - bottom) / placed.height
    x, y = image.width * left + (under.x - placed.x) * across, image.height * top + (under.y - placed.y) * down
    edges = (x, y, x + under.width * across, y + under.height * down)
    shown = image.convert("RGB").crop((round(edges[0]), round(edges[1]), round(edges[2]), round(edges[3])))
    shown.thumbnail((_FINEST, _FINEST))
    pixels = sorted(_triples(shown), key=_brightness)
    kept = pixels[-max(1, round(_BRIGHTEST * len(pixels))) :]
    return "".join(f"{round(sum(pixel[channel] for pixel in kept) / len(kept)):02X}" for channel in range(3))


def _triples(image: Image.Image) -> list[tuple[int, int, int]]:
    data = image.tobytes()
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))


def _brightness(pixel: tuple[int, int, int]) -> int:
    red, green, blue = pixel
    return 2126 * red + 7152 * green + 722 * blue
