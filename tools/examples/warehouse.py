"""A warehouse where robots carry cartons between the racks."""

from __future__ import annotations

import numpy as np

from tools.raymarch import Array, Body, Scene, box, chance, floor, linear, several


def warehouse() -> Scene:
    bay, rise = 2.2, 1.5
    cartons = np.stack([linear(c) for c in ("C79A6B", "B98A5C", "D4AE82", "A9784C", "D9694F", "E5D5BD")])

    def rack(x: Array, y: Array, z: Array) -> Array:
        u, w, v = abs(abs(x) - 3.3), z - bay * np.round(z / bay), y - rise * np.round(y / rise)
        posts = np.maximum(abs(abs(abs(x) - 3.3) - 0.85) - 0.06, abs(w) - 0.06)
        beams = np.maximum(abs(abs(abs(x) - 3.3) - 0.85) - 0.05, abs(v) - 0.08)
        decks = np.maximum(u - 0.85, abs(v) - 0.03)
        return np.maximum(np.minimum(np.minimum(posts, beams), decks), np.maximum(y - 6.2, -y))

    def goods(x: Array, y: Array, z: Array) -> Array:
        # the boxes beside this one count too: a ray must not step into a higher one
        here = np.round((z - bay / 4) / (bay / 2))
        return np.minimum.reduce([stacked(x, y, z, here + step) for step in (-1, 0, 1)])

    def stacked(x: Array, y: Array, z: Array, column: Array) -> Array:
        side, row = np.sign(x), np.clip(np.floor(y / rise), 0, 3)
        height = np.where(chance(row, column, side * 2) < 0.12, 0.1, 0.36 + 0.24 * chance(column, row, side))
        u, v = abs(x) - 3.3, y - row * rise - 0.08
        w = z - bay / 4 - column * bay / 2
        a, b, c = abs(u) - 0.68, abs(v - height) - height + 0.02, abs(w) - 0.4 - 0.06 * chance(column, row)
        return np.sqrt(np.maximum(a, 0) ** 2 + np.maximum(b, 0) ** 2 + np.maximum(c, 0) ** 2) - 0.02

    def carton(x: Array, y: Array, z: Array) -> Array:
        column, row = np.round((z - bay / 4) / (bay / 2)), np.clip(np.floor(y / rise), 0, 3)
        chosen = cartons[np.minimum((chance(column, row, np.sign(x)) * 6.2).astype(int), 5)]
        tape = abs(z - bay / 4 - column * bay / 2) < 0.035
        return np.where(tape[:, None], 0.5 * chosen + 0.5 * linear("F2E4CC"), chosen)

    def ground(x: Array, y: Array, z: Array) -> Array:
        line = abs(abs(x) - 1.75) < 0.06
        dash = (abs(x) < 0.05) & ((z % 2.0) < 1.1)
        return np.where((line | dash)[:, None], linear("E2A94E"), linear("8E9499"))

    def strips(x: Array, y: Array, z: Array) -> Array:
        w = z - 3.2 * np.round(z / 3.2)
        return np.maximum(np.maximum(abs(x) - 0.9, abs(y - 7.2) - 0.05), abs(w) - 0.12)

    def robot(x0: float, z0: float, load: str) -> list[Body]:
        return [
            Body(box((x0, 0.26, z0), (0.62, 0.18, 0.72), 0.1), "E9E6E0", 0.3),
            Body(box((x0, 0.26, z0 + 0.73), (0.34, 0.03, 0.02), 0.01), "FFB070", glow=1.3),
            Body(box((x0, 0.1, z0), (0.5, 0.1, 0.6), 0.04), "2F3136", 0.2),
            Body(box((x0, 0.86, z0), (0.5, 0.4, 0.55), 0.03), load, 0.03),
            Body(box((x0, 0.86, z0), (0.505, 0.405, 0.05), 0.03), "E9DBC2", 0.03),
        ]  # fmt: skip

    return Scene(
        several(
            Body(floor(), ground, 0.25), Body(rack, "35546A", 0.12), Body(goods, carton, 0.03),
            Body(strips, "FFF3DF", glow=1.8, casts=False), robot(-0.75, 2.2, "C79A6B"), robot(0.8, -4.5, "D9694F"),
        ),
        eye=(0.55, 2.05, 10.2), target=(-0.1, 2.0, 0), lens=0.42, sky=("D8D4CC", "C2C4C6"), sun=(0.25, 0.9, 0.5),
        sun_strength=1.1, ambient=0.72, fog=0.03, far=60, caution=0.6, steps=170, bloom=0.3,
    )  # fmt: skip
