"""A city at dusk, windows lit."""

from __future__ import annotations

import numpy as np

from tools.raymarch import Array, Body, Scene, chance, floor, linear


def city() -> Scene:
    pitch = 2.2

    def cell(x: Array, z: Array) -> tuple[Array, Array]:
        return np.round(x / pitch), np.round(z / pitch)

    def tall(i: Array, k: Array) -> Array:
        centre = np.exp(-(((i - 2) / 5) ** 2) - ((k + 9) / 7) ** 2)
        return 0.7 + 1.8 * chance(i, k) + 6.5 * centre * chance(k, i) ** 1.3

    def towers(x: Array, y: Array, z: Array) -> Array:
        i, k = cell(x, z)
        half = 0.5 + 0.28 * chance(i * 2.0, k)
        u, w = abs(x - pitch * i) - half, abs(z - pitch * k) - half
        v = y - tall(i, k)
        outside = np.sqrt(np.maximum(u, 0) ** 2 + np.maximum(w, 0) ** 2 + np.maximum(v, 0) ** 2)
        return outside + np.minimum(np.maximum(u, np.maximum(v, w)), 0)

    def windows(x: Array, y: Array, z: Array) -> Array:
        i, k = cell(x, z)
        base = linear("2A3050") * (0.7 + 0.6 * chance(i, k * 3.0))[:, None]
        u, w = x - pitch * i, z - pitch * k
        half = 0.5 + 0.28 * chance(i * 2.0, k)
        along = np.where(abs(u) > abs(w), w, u)
        wall_ = np.maximum(abs(u), abs(w)) > half - 0.02
        col, row = np.floor(along / 0.13), np.floor(y / 0.2)
        pane = (abs(along / 0.13 - col - 0.5) < 0.3) & (abs(y / 0.2 - row - 0.5) < 0.28)
        on = chance(col + 31 * i, row, k) < 0.3 + 0.3 * chance(i, k)
        below = y < tall(i, k) - 0.12
        shine = np.where((chance(row, col, i) < 0.75)[:, None], linear("FFC981"), linear("CFE3FF"))
        return np.where((wall_ & pane & on & below)[:, None], shine * 1.9, base)

    def streets(x: Array, y: Array, z: Array) -> Array:
        u, w = x / pitch - np.floor(x / pitch) - 0.5, z / pitch - np.floor(z / pitch) - 0.5
        lane = np.exp(-((u / 0.05) ** 2)) + np.exp(-((w / 0.05) ** 2))
        return linear("1B2038") + (lane[:, None]) * linear("FF9A52") * 1.1

    return Scene(
        [Body(floor(), streets, glow=0.7), Body(towers, windows, 0.05, glow=0.62)],
        eye=(0.0, 6.4, 17.0), target=(0.6, 3.4, -6), lens=0.4, sky=("A9647C", "080C34"), sun=(-0.6, 0.5, -0.3),
        sun_color="C58AA0", sun_strength=0.9, ambient=0.8, fog=0.0125, far=120, caution=0.5, steps=220, bloom=0.55,
    )  # fmt: skip
