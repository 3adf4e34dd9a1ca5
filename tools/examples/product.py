"""The product of the example decks: a lantern that is a loudspeaker."""

from __future__ import annotations

import numpy as np

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
)

FABRICS = {"sand": "D8C4A6", "graphite": "3C3F47", "sage": "8FA189", "coral": "D9694F"}
WARM = "FFC27A"


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
