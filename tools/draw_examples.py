"""Draws the pictures of the example decks: a product, places and people, all of our own making.

python -m tools.draw_examples [NAME …]        # from the folder of the repository; needs numpy
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from tools.raymarch import (
    Array,
    Body,
    Distance,
    Lamp,
    Scene,
    box,
    capsule,
    chance,
    cylinder,
    ellipsoid,
    floor,
    linear,
    merged,
    moved,
    ring,
    several,
    sphere,
    wall,
    within,
    without,
)  # fmt: skip

OUTPUT = Path(__file__).resolve().parent.parent / "assets"
LARGEST = 190_000
"""The most bytes of a picture."""

FABRICS = {"sand": "D8C4A6", "graphite": "3C3F47", "sage": "8FA189", "coral": "D9694F"}
WARM = "FFC27A"


# the product: a lantern that is a loudspeaker


def lantern(fabric: str, at: tuple[float, float, float] = (0, 0, 0), turn: float = 0, lit: float = 1.0) -> list[Body]:
    """Fabric below, a frosted dome above, a metal ring between them and a handle to carry it by; 2.9 high."""

    def placed(body: Distance) -> Distance:
        return moved(body, at, turn)

    def weave(x: Array, y: Array, z: Array) -> Array:
        angle = np.arctan2(z - at[2], x - at[0])
        return 0.006 * np.sin(150 * angle) * np.sin(80 * (y - at[1]))

    def woven(x: Array, y: Array, z: Array) -> Array:
        angle = np.arctan2(z - at[2], x - at[0])
        thread = 0.5 + 0.5 * np.sin(150 * angle) * np.sin(80 * (y - at[1]))
        return linear(fabric) * (0.78 + 0.3 * thread)[:, None]

    dome = cylinder((0, 2.05, 0), 0.86, 0.62, 0.52)

    def shine(x: Array, y: Array, z: Array) -> Array:
        share = np.clip((y - at[1] - 1.45) / 1.2, 0, 1)[:, None]
        return (linear("FFD08A") * (1 - share) + linear("FFF3DC") * share) * (1.25 + 0.75 * share)

    glow = lit * 0.98
    return [
        Body(placed(cylinder((0, 0.05, 0), 0.93, 0.05, 0.03)), "25262B", 0.3),
        Body(placed(cylinder((0, 0.75, 0), 1.0, 0.66, 0.09)), woven, 0.03, relief=weave),
        Body(placed(cylinder((0, 1.43, 0), 0.95, 0.035, 0.02)), "C9A27A", 0.9),
        Body(placed(dome), shine if lit else "F1ECE4", 0.3, glow=glow, casts=False),
        Body(placed(ring((0, 1.5, 0), 1.32, 0.035, from_y=1.5)), "C9A27A", 0.9),
        Body(placed(merged(sphere((1.32, 1.5, 0), 0.08), capsule((0.9, 1.43, 0), (1.32, 1.5, 0), 0.04), 0.05)), "C9A27A", 0.9),
        Body(placed(merged(sphere((-1.32, 1.5, 0), 0.08), capsule((-0.9, 1.43, 0), (-1.32, 1.5, 0), 0.04), 0.05)), "C9A27A", 0.9),
        Body(placed(capsule((-0.13, 1.02, 0.985), (0.13, 1.02, 0.985), 0.035)), "C9A27A", 0.8),
    ]  # fmt: skip


def glow_of(at: tuple[float, float, float], strength: float = 1.6, reach: float = 2.2) -> Lamp:
    return Lamp((at[0], at[1] + 2.1, at[2]), WARM, strength, reach)


def hero() -> Scene:
    at = (0.0, 0.42, 0.0)
    return Scene(
        several(
            Body(floor(), "4A3F52", 0.15),
            Body(cylinder((0, 0.2, 0), 1.9, 0.2, 0.06), "6A4F5C", 0.12),
            Body(cylinder((-2.9, 0.65, -2.2), 1.05, 0.65, 0.06), "54465A", 0.1),
            Body(sphere((2.75, 0.62, -1.3), 0.62), "A2604E", 0.15),
            lantern(FABRICS["sand"], at, -18),
        ),
        eye=(0.4, 2.35, 9.2), target=(0.0, 1.72, 0), lens=0.275, sky=("4A3F5C", "1E1F3A"),
        sun=(-0.55, 0.6, 0.8), sun_color="FFD9B8", sun_strength=1.5, ambient=0.5, lamps=[glow_of(at, 5.0, 2.6)],
        fog=0.045, bloom=0.75,
    )  # fmt: skip


def studio(*bodies: Body, eye: tuple[float, float, float], target: tuple[float, float, float], lens: float,
           ground: str = "CFC2B2", fog: float = 0.032, lamps: tuple[Lamp, ...] = ()) -> Scene:  # fmt: skip
    return Scene(
        [Body(floor(), ground, 0.03), *bodies], eye=eye, target=target, lens=lens, sky=("E9DFD2", "DCD0C2"),
        fog=fog, lamps=lamps, sun_strength=1.6, ambient=0.68, bloom=0.3, shade=6,
    )  # fmt: skip


def detail() -> Scene:
    return studio(*lantern(FABRICS["sand"], (0, 0, 0), -24), eye=(1.7, 1.75, 4.4), target=(0.33, 1.42, 0.2), lens=0.215,
                  lamps=(glow_of((0, 0, 0), 1.0, 1.6),))  # fmt: skip


def variant(name: str) -> Scene:
    return studio(*lantern(FABRICS[name], (0, 0, 0), -18), eye=(0.3, 2.1, 9.5), target=(0, 1.38, 0), lens=0.205,
                  lamps=(glow_of((0, 0, 0), 0.8, 1.8),))  # fmt: skip


def variants() -> Scene:
    row = [lantern(color, (-4.5 + 3 * index, 0, 0), -18) for index, color in enumerate(FABRICS.values())]
    lamps = tuple(glow_of((-4.5 + 3 * index, 0, 0), 0.6, 1.6) for index in range(4))
    return studio(*several(*row), eye=(0, 2.4, 14.5), target=(0, 1.4, 0), lens=0.235, fog=0.022, lamps=lamps)


def packaging() -> Scene:
    def printed(x: Array, y: Array, z: Array) -> Array:
        cos, sin = np.cos(np.radians(24)), np.sin(np.radians(24))
        u, w = cos * (x + 1.55) - sin * z, sin * (x + 1.55) + cos * z
        color = np.broadcast_to(linear("C9B08D"), (len(x), 3)).copy()
        front, side = w > 1.22, abs(u) > 1.22
        color[front & (y < 0.62)] = linear("D9694F")
        color[side & (y < 0.62)] = linear("D9694F")
        dome = (np.hypot(u, np.maximum(y - 1.95, 0)) < 0.34) & (y > 1.62) & (y < 2.4)
        body = (abs(u) < 0.38) & (y > 1.0) & (y < 1.55)
        color[front & dome] = linear("FFF4E2")
        color[front & body] = linear("3C3F47")
        color[front & (abs(np.hypot(u, y - 1.6) - 0.52) < 0.022) & (y > 1.6)] = linear("3C3F47")
        return color

    carton = merged(box((0, 1.5, 0), (1.25, 1.5, 1.25), 0.04), box((0, 1.5, 0), (1.25, 1.5, 1.25), 0.04), 0.01)
    lid = box((0, 2.82, 0), (1.29, 0.2, 1.29), 0.04)
    return studio(
        Body(moved(carton, (-1.55, 0, 0), 24), printed, 0.02),
        Body(moved(lid, (-1.55, 0, 0), 24), "C2A780", 0.02),
        *lantern(FABRICS["sand"], (1.55, 0, 0.55), -18),
        eye=(0.5, 3.0, 12.0), target=(0.1, 1.42, 0), lens=0.215, lamps=(glow_of((1.55, 0, 0.55), 0.8, 1.8),),
    )  # fmt: skip


def in_use() -> Scene:
    at = (0.9, 0.0, 0.2)

    def wood(x: Array, y: Array, z: Array) -> Array:
        grain = 0.5 + 0.5 * np.sin(26 * z + 1.2 * np.sin(0.9 * x + 2 * np.floor(z / 1.1)))
        board = chance(np.floor(z / 1.1))
        return linear("8A5A3C") * (0.72 + 0.12 * grain + 0.3 * board)[:, None]

    def dusk(x: Array, y: Array, z: Array) -> Array:
        share = np.clip((y - 0.6) / 4.6, 0, 1)[:, None]
        color = (
            linear("E08A6A") * (1 - share) ** 2 + linear("4E4C7E") * share + linear("8A6D8C") * (share * (1 - share))
        )
        far = y < 1.35 + 0.35 * np.sin(0.8 * x + 0.4) + 0.12 * np.sin(2.3 * x)
        near = y < 0.85 + 0.28 * np.sin(0.6 * x - 1.1) + 0.1 * np.sin(1.9 * x + 2)
        color[far] = linear("5E5377")
        color[near] = linear("3B3A58")
        color[np.hypot(x + 2.6, y - 4.1) < 0.36] = linear("FFE9CC") * 1.15
        return color

    frame = without(box((0, 2.6, -3.0), (9, 6, 0.2)), box((-1.2, 3.1, -3.0), (4.4, 2.75, 1.0), 0.04))
    bars = [Body(box((x, 3.1, -3.05), (0.05, 2.8, 0.06)), "5B4E5E") for x in (-2.66, 0.26)]
    books = [
        Body(moved(box((0, 0.15 + 0.3 * n, 0), half, 0.04), (-2.0, 0, 0.1), turn), color, 0.06)
        for n, (half, turn, color) in enumerate(
            (((1.0, 0.15, 0.72), 12, "D9694F"), ((0.92, 0.15, 0.66), 2, "E4D6C0"), ((0.8, 0.15, 0.6), 20, "4C6B78"))
        )
    ]
    mug = without(cylinder((-1.0, 0.34, 1.75), 0.36, 0.34, 0.05), cylinder((-1.0, 0.5, 1.75), 0.29, 0.34, 0.05))
    ear = within(ring((-0.62, 0.36, 1.75), 0.19, 0.05), box((-0.3, 0.36, 1.75), (0.36, 0.4, 0.2)))
    vase = merged(sphere((3.65, 0.62, -0.9), 0.6), cylinder((3.65, 1.25, -0.9), 0.2, 0.35, 0.05), 0.3)
    leaves = [
        Body(capsule((3.65, 1.5, -0.9), (3.65 + dx, 1.5 + dy, -0.9 + dz), 0.035), "55664E")
        for dx, dy, dz in ((-0.5, 1.5, 0.1), (0.1, 1.9, 0), (0.75, 1.45, 0.1))
    ] + [
        Body(ellipsoid((3.65 + dx, 1.5 + dy, -0.9 + dz), (0.2, 0.42, 0.07)), "6B7F5F", 0.05)
        for dx, dy, dz in (
            (-0.55, 1.6, 0.1),
            (0.12, 2.05, 0),
            (0.82, 1.55, 0.1),
            (-0.3, 1.05, 0.15),
            (0.5, 0.95, 0.15),
            (-0.1, 1.45, 0.1),
        )
    ]
    return Scene(
        several(
            Body(box((0, -0.2, 0.4), (9, 0.2, 3.0), 0.05), wood, 0.12),
            Body(wall(-6.0), dusk, glow=0.9), Body(frame, "6D5A66", 0.02), bars, books,
            Body(mug, "E9DFD0", 0.25), Body(ear, "E9DFD0", 0.25), Body(vase, "3F4C5C", 0.3), leaves,
            lantern(FABRICS["sand"], at, -18),
        ),
        eye=(0.2, 2.1, 9.8), target=(0.35, 1.75, 0), lens=0.26, sky=("6A5A78", "4A4870"), sun=(-0.6, 0.7, 0.7),
        sun_color="E8C9C0", sun_strength=1.2, ambient=0.45, lamps=[glow_of(at, 5.0, 2.5)], bloom=0.7,
    )  # fmt: skip


# places


def _shelf_goods(tidy: bool) -> list[Body]:
    """Goods on four boards, each in a cell 0.62 wide; an untidy shelf has gaps, all sizes and all colours."""
    cell, pitch = 0.62, 1.3
    calm = np.stack([linear(c) for c in ("E8DCCB", "D9694F", "3F5C6B", "E2B07A", "8FA189")])
    loud = np.stack([linear(c) for c in ("7D7F83", "A59D92", "5E6A70", "8C8478", "B3ABA0", "6F6A66")])

    def which(x: Array, y: Array) -> tuple[Array, Array]:
        return np.round(np.clip(x, -4.9, 4.9) / cell), np.clip(np.round((y - 0.45) / pitch), 0, 3)

    def goods(x: Array, y: Array, z: Array) -> Array:
        column, row = which(x, y)
        block = np.floor((column + 8) / 3)
        u, v = x - column * cell, y - row * pitch
        if tidy:
            height = 0.36 + 0.1 * chance(block, row) * np.ones_like(u)
            half = 0.25 * np.ones_like(u)
            missing = np.zeros_like(u)
        else:
            height = 0.16 + 0.32 * chance(column, row)
            half = 0.16 + 0.12 * chance(row, column)
            missing = (chance(column * 3.1, row * 1.7) < 0.34).astype(np.float32)
            u = u - 0.12 * (chance(column, row * 5.0) - 0.5)
        boxy = chance(block, row * 2.0) < 0.5 if tidy else chance(column, row * 2.0) < 0.6
        a, b, c = abs(u) - (half - 0.04), abs(v - height) - (height - 0.04), abs(z - 0.1) - (0.25 - 0.04)
        square = np.sqrt(np.maximum(a, 0) ** 2 + np.maximum(b, 0) ** 2 + np.maximum(c, 0) ** 2) - 0.04
        round_ = np.maximum(np.hypot(u, z - 0.1) - half, abs(v - height) - height + 0.02) - 0.02
        return np.minimum(np.where(boxy, square, round_) + 9 * missing, 0.25)

    def paint(x: Array, y: Array, z: Array) -> Array:
        column, row = which(x, y)
        v = y - row * pitch
        if tidy:
            chosen = calm[((np.floor((column + 8) / 3) + 2 * row) % 5).astype(int)]
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
            Body(wall(-0.62), "5B4A44" if tidy else "77787A"), boards, lights, tags if tidy else [], _shelf_goods(tidy),
            [Body(box((x, 2.5, 0), (0.07, 2.65, 0.62)), "C9B294" if tidy else "7C7C7C") for x in (-5.45, 5.45)],
        ),
        eye=(2.4, 2.75, 9.2), target=(0.15, 2.45, 0), lens=0.29, sky=("E9DDCD", "CFC4B6") if tidy else ("9EA1A5", "8C9096"),
        sun=(-0.35, 0.8, 0.75), sun_color="FFEBD2" if tidy else "DCE4EA", sun_strength=1.3 if tidy else 1.5,
        ambient=0.5 if tidy else 0.75, lamps=lamps, caution=0.7, bloom=0.22, steps=130,
    )  # fmt: skip


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


# people


def person(
    skin: str, hair: str, cut: str, top: str, ground: str, *, glasses: bool = False, beard: bool = False
) -> Scene:
    """A bust: head, hair of one of five cuts, shoulders; seen slightly from the side."""
    head = merged(ellipsoid((0, 2.0, 0), (0.62, 0.76, 0.66)), ellipsoid((0, 1.66, 0.08), (0.47, 0.46, 0.5)), 0.22)
    nose = ellipsoid((0, 1.86, 0.65), (0.085, 0.12, 0.11))
    face = merged(merged(head, nose, 0.1), capsule((0, 1.3, -0.05), (0, 0.7, -0.08), 0.26), 0.16)
    ears = merged(
        ellipsoid((0.61, 1.86, -0.02), (0.09, 0.16, 0.12)), ellipsoid((-0.61, 1.86, -0.02), (0.09, 0.16, 0.12)), 0.01
    )
    shoulders = merged(
        ellipsoid((0, 0.12, -0.08), (1.08, 0.78, 0.55)), capsule((-0.78, 0.2, -0.08), (0.78, 0.2, -0.08), 0.42), 0.3
    )
    neckline = merged(ellipsoid((0, 0.92, 0.1), (0.3, 0.36, 0.36)), sphere((0, 0.72, 0.42), 0.18), 0.15)
    shirt = without(shoulders, neckline)
    front = box((0, 1.66, 0.86), (0.5, 0.72, 0.62), 0.3)
    cap = without(ellipsoid((0, 2.12, -0.06), (0.71, 0.78, 0.74)), front)
    if cut == "short":
        mane = without(cap, box((0, 1.1, 0), (2, 0.62, 2)))
    elif cut == "bob":
        mane = without(
            merged(cap, ellipsoid((0, 1.62, -0.2), (0.8, 0.68, 0.6)), 0.2), box((0, 1.62, 0.98), (0.5, 0.78, 0.75), 0.3)
        )
    elif cut == "bun":
        mane = merged(without(cap, box((0, 1.0, 0), (2, 0.6, 2))), sphere((0, 2.92, -0.22), 0.3), 0.12)
    elif cut == "long":
        fall = merged(ellipsoid((0, 1.3, -0.3), (0.86, 1.1, 0.48)), ellipsoid((0, 1.7, -0.25), (0.8, 0.7, 0.55)), 0.3)
        mane = without(merged(cap, fall, 0.25), box((0, 1.2, 1.08), (0.5, 1.2, 0.78), 0.3))
    else:  # curly
        tufts = [
            sphere((0.62 * np.cos(a), 2.28 + 0.42 * np.sin(a * 1.0), -0.12 + 0.3 * np.cos(2.3 * a)), 0.3)
            for a in np.linspace(0.1, 3.04, 8)
        ]
        mane = without(cap, box((0, 1.0, 0), (2, 0.7, 2)))
        for tuft in tufts:
            mane = merged(mane, tuft, 0.1)
        mane = without(mane, box((0, 1.66, 0.9), (0.48, 0.7, 0.58), 0.3))
    dark = "2B2326"
    smile = within(ring((0, 1.66, 0.0), 0.19, 0.028), box((0, 1.44, 0.6), (0.16, 0.12, 0.8)))
    features = [
        *(Body(ellipsoid((x, 1.98, 0.6), (0.06, 0.075, 0.05)), dark, 0.6) for x in (-0.23, 0.23)),
        *(Body(capsule((x - 0.09, 2.17, 0.6 - 0.02), (x + 0.09, 2.18, 0.6), 0.026), hair) for x in (-0.24, 0.24)),
        Body(moved(smile, (0, 0.0, 0.57)), "8C3F3A", 0.1),
    ]
    if glasses:
        features += [Body(ring((x, 1.97, 0.69), 0.19, 0.022), dark, 0.5) for x in (-0.24, 0.24)]
        features += [Body(capsule((-0.06, 2.0, 0.7), (0.06, 2.0, 0.7), 0.02), dark, 0.5)]
        features += [Body(capsule((s * 0.42, 1.99, 0.68), (s * 0.64, 1.98, 0.0), 0.02), dark, 0.5) for s in (-1, 1)]
    if beard:
        jaw = without(ellipsoid((0, 1.6, 0.06), (0.53, 0.44, 0.56)), box((0, 2.2, 0.3), (1, 0.52, 1), 0.2))
        features += [Body(without(jaw, ellipsoid((0, 1.52, 0.62), (0.2, 0.11, 0.3))), hair)]
    bodies = [Body(face, skin, 0.08), Body(ears, skin, 0.05), Body(mane, hair, 0.16), Body(shirt, top, 0.02), *features]
    return Scene(
        [*(Body(moved(body.distance, (0, 0, 0), 16), body.paint, body.gloss) for body in bodies), Body(wall(-7.0), ground)],
        eye=(0, 1.8, 7.4), target=(0, 1.6, 0), lens=0.228, sky=("F3ECE2", "E4DACD"), sun=(-0.65, 0.6, 0.8),
        sun_strength=1.55, ambient=0.72, bloom=0, shade=4,
    )  # fmt: skip


def pictures() -> dict[str, tuple[Scene, int, int]]:
    """Return every picture by name: its scene, its width and height in pixels."""
    wide = (2080, 1300)
    people = {
        "person-lin": person("E8B894", "2A2224", "bob", "3F5C6B", "D9CFC2"),
        "person-zhou": person("D9A27C", "241F22", "short", "D9694F", "CBD3D3", glasses=True),
        "person-chen": person("EFC6A4", "3A2A26", "long", "8FA189", "E3CDBD"),
        "person-amara": person("8A5A40", "1F1A1C", "curly", "E2B07A", "C9D0C4"),
        "person-he": person("E0AE88", "3B3536", "short", "3C3F47", "D8CBB8", beard=True),
        "person-su": person("F0C9A8", "4A2E26", "bun", "B65D4B", "CFD6DA"),
    }
    return {
        "lantern-hero": (hero(), *wide), "lantern-detail": (detail(), 1600, 1200), "lantern-in-use": (in_use(), *wide),
        "lantern-packaging": (packaging(), 1600, 1200), "lantern-variants": (variants(), 2080, 1170),
        **{f"lantern-{name}": (variant(name), 960, 960) for name in FABRICS},
        "shelf-before": (shelf(False), 1400, 1050), "shelf-after": (shelf(True), 1400, 1050),
        "warehouse": (warehouse(), *wide), "city-night": (city(), *wide),
        **{name: (scene, 600, 600) for name, scene in people.items()},
    }  # fmt: skip


def main() -> None:
    wanted = sys.argv[1:]
    for name, (scene, width, height) in pictures().items():
        if not wanted or name in wanted:
            (OUTPUT / f"{name}.jpg").write_bytes(encoded(scene.picture(width, height)))


def encoded(image: Image.Image) -> bytes:
    """Return a picture as a JPEG as good as its most bytes allow."""
    for quality in range(88, 40, -4):
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality, optimize=True, progressive=True)
        if stream.tell() <= LARGEST:
            break
    return stream.getvalue()


if __name__ == "__main__":
    main()
