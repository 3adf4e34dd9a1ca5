"""Draws the picture of the examples and tests: hills in mist at sunrise, a picture of our own.

python tools/draw_picture.py [OUTPUT]
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from PIL import Image, ImageDraw

OUTPUT = Path(__file__).resolve().parent.parent / "assets" / "hills.jpg"
WIDTH, HEIGHT, FINENESS = 2160, 1440, 2
"""Size in pixels; drawn `FINENESS` times as large, so that edges come out smooth."""

Color = tuple[int, int, int]
SKY: tuple[Color, Color] = (250, 236, 220), (178, 205, 216)
"""From the horizon up."""
HILLS: tuple[Color, Color] = (150, 186, 198), (16, 46, 68)
"""From the farthest to the nearest."""
SUN: Color = (250, 178, 128)


def blend(start: Color, end: Color, share: float) -> Color:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return red, green, blue


def ridge(x: float, layer: int) -> float:
    """Return the height of a ridge at `x` in 0..1, as waves that differ from layer to layer."""
    turn = 2 * math.pi
    return (
        0.55 * math.sin(turn * (x * (0.8 + 0.11 * layer) + 0.37 * layer))
        + 0.30 * math.sin(turn * (x * (1.9 + 0.23 * layer) + 0.71 * layer))
        + 0.12 * math.sin(turn * (x * 4.3 + 0.53 * layer))
    )


def draw() -> Image.Image:
    width, height = WIDTH * FINENESS, HEIGHT * FINENESS
    image = Image.new("RGB", (width, height))
    pen = ImageDraw.Draw(image)
    for y in range(height):
        pen.line([(0, y), (width, y)], fill=blend(SKY[1], SKY[0], min(1.0, y / (0.62 * height))))
    radius, centre = 0.105 * height, (0.60 * width, 0.33 * height)
    pen.ellipse([centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius], fill=SUN)
    layers = 6
    for layer in range(layers):
        share = layer / (layers - 1)
        base, swing = (0.46 + 0.40 * share) * height, (0.050 + 0.035 * share) * height
        outline = [(x, base - swing * ridge(x / width, layer)) for x in range(0, width + 1, 4)]
        pen.polygon([(0, height), *outline, (width, height)], fill=blend(HILLS[0], HILLS[1], share**0.85))
    return image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def main() -> None:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT
    draw().save(output, "JPEG", quality=88, optimize=True)


if __name__ == "__main__":
    main()
