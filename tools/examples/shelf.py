"""A shelf of goods before and after it was put in order."""

from __future__ import annotations

import numpy as np

from tools.examples.product import WARM
from tools.raymarch import Array, Body, Lamp, Scene, box, chance, linear, several, wall

_LAST = 8
"""The last column of goods at either side of the middle."""


def _goods(tidy: bool) -> list[Body]:
    """Goods on four boards, each in a cell 0.62 wide; an untidy shelf has gaps, all sizes and all colours."""
    cell, pitch = 0.62, 1.3
    calm = np.stack([linear(c) for c in ("E8DCCB", "D9694F", "3F5C6B", "E2B07A", "8FA189")])
    loud = np.stack([linear(c) for c in ("7D7F83", "A59D92", "5E6A70", "8C8478", "B3ABA0", "6F6A66")])

    def which(x: Array, y: Array) -> tuple[Array, Array]:
        return np.clip(np.round(x / cell), -_LAST, _LAST), np.clip(np.round((y - 0.45) / pitch), 0, 3)

    def goods(x: Array, y: Array, z: Array) -> Array:
        # the goods beside this one count too: a ray must not step over the flank of one
        here, row = which(x, y)
        return np.minimum.reduce([good(x, y, z, np.clip(here + step, -_LAST, _LAST), row) for step in (-1, 0, 1)])

    def good(x: Array, y: Array, z: Array, column: Array, row: Array) -> Array:
        block = np.floor((column + _LAST) / 3)
        u, v = x - column * cell, y - row * pitch
        if tidy:
            height = 0.36 + 0.1 * chance(block, row) * np.ones_like(u)
            half = 0.25 * np.ones_like(u)
            missing = np.zeros_like(u)
        else:
            height = 0.16 + 0.32 * chance(column, row)
            half = 0.16 + 0.12 * chance(row, column)
            missing = (chance(column * 3.1, row * 1.7) < 0.34).astype(np.float32)
            # pushed aside, but never over the edge of its cell
            u = u - 2 * (cell / 2 - 0.03 - half) * (chance(column, row * 5.0) - 0.5)
        boxy = chance(block, row * 2.0) < 0.5 if tidy else chance(column, row * 2.0) < 0.6
        a, b, c = abs(u) - (half - 0.04), abs(v - height) - (height - 0.04), abs(z - 0.1) - (0.25 - 0.04)
        square = np.sqrt(np.maximum(a, 0) ** 2 + np.maximum(b, 0) ** 2 + np.maximum(c, 0) ** 2) - 0.04
        round_ = np.maximum(np.hypot(u, z - 0.1) - half, abs(v - height) - height + 0.02) - 0.02
        return np.minimum(np.where(boxy, square, round_) + 9 * missing, 0.25)

    def paint(x: Array, y: Array, z: Array) -> Array:
        column, row = which(x, y)
        v = y - row * pitch
        if tidy:
            chosen = calm[((np.floor((column + _LAST) / 3) + 2 * row) % 5).astype(int)]
            label = (v > 0.26) & (v < 0.46) & (z > 0.1)
            return np.where(label[:, None], 0.35 * chosen + 0.65 * linear("FBF5EA"), chosen)
        chosen = loud[np.minimum((chance(column, row * 3.0) * 6).astype(int), 5)]
        label = (v > 0.1) & (v < 0.1 + 0.2 * chance(row, column * 2.0)) & (z > 0.1)
        return np.where(label[:, None], 0.6 * chosen + 0.4 * linear("D8D2C8"), chosen)

    return [Body(goods, paint, 0.12 if tidy else 0.04)]


def shelf(tidy: bool) -> Scene:
    boards = [
        Body(box((0, -0.05 + 1.3 * n, 0), (5.4, 0.05, 0.62), 0.02), "E8D9C2" if tidy else "8B8A88", 0.05)
        for n in range(5)
    ]
    lights = (
        [Body(box((0, 1.17 + 1.3 * n, 0.45), (5.2, 0.025, 0.03), 0.01), "FFE2B0", glow=1.6) for n in range(4)]
        if tidy
        else []
    )
    lamps = [Lamp((x, 1.1 + 1.3 * n, 0.55), WARM, 0.55, 0.9) for n in range(4) for x in (-3.2, 0, 3.2)] if tidy else []
    tags = [
        Body(box((-4.6 + 1.86 * m, -0.05 + 1.3 * n, 0.63), (0.2, 0.055, 0.01)), "FBF5EA" if tidy else "C9C4BC")
        for n in range(4)
        for m in range(6)
    ]
    return Scene(
        several(
            Body(wall(-0.62), "5B4A44" if tidy else "77787A"), boards, lights, tags if tidy else [], _goods(tidy),
            [Body(box((x, 2.5, 0), (0.07, 2.65, 0.62)), "C9B294" if tidy else "7C7C7C") for x in (-5.45, 5.45)],
        ),
        eye=(2.4, 2.75, 9.2), target=(0.15, 2.45, 0), lens=0.29, sky=("E9DDCD", "CFC4B6") if tidy else ("9EA1A5", "8C9096"),
        sun=(-0.35, 0.8, 0.75), sun_color="FFEBD2" if tidy else "DCE4EA", sun_strength=1.3 if tidy else 1.5,
        ambient=0.5 if tidy else 0.75, lamps=lamps, caution=0.7, bloom=0.22, steps=130,
    )  # fmt: skip
