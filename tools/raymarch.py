"""Draws small scenes of soft bodies in soft light: the camera of the example pictures.

A body is a function from points to their distance from its surface; rays walk along by that distance until they touch.
Needs numpy, which nothing else here does: `pip install numpy`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

Array = Any
"""A numpy array; numpy need not be installed to check the types of this project."""

Point = tuple[float, float, float]
Distance = Callable[[Array, Array, Array], Array]
Paint = Callable[[Array, Array, Array], Array]

_BAND = 120_000
"""Rays walked together; more do not fit the caches."""


def linear(color: str) -> Array:
    """Return a hex colour as linear red, green and blue."""
    parts = np.array([int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4).astype(np.float32)


# bodies


def sphere(at: Point, radius: float) -> Distance:
    return lambda x, y, z: np.sqrt((x - at[0]) ** 2 + (y - at[1]) ** 2 + (z - at[2]) ** 2) - radius


def ellipsoid(at: Point, radii: Point) -> Distance:
    def distance(x: Array, y: Array, z: Array) -> Array:
        u, v, w = ((x - at[0]) / radii[0], (y - at[1]) / radii[1], (z - at[2]) / radii[2])
        near = np.sqrt(u * u + v * v + w * w)
        slope = np.sqrt((u / radii[0]) ** 2 + (v / radii[1]) ** 2 + (w / radii[2]) ** 2) + 1e-6
        return near * (near - 1) / slope

    return distance


def box(at: Point, half: Point, rounding: float = 0.0) -> Distance:
    def distance(x: Array, y: Array, z: Array) -> Array:
        u, v, w = (abs(c - a) - (h - rounding) for c, a, h in zip((x, y, z), at, half, strict=True))
        outside = np.sqrt(np.maximum(u, 0) ** 2 + np.maximum(v, 0) ** 2 + np.maximum(w, 0) ** 2)
        return outside + np.minimum(np.maximum(u, np.maximum(v, w)), 0) - rounding

    return distance


def cylinder(at: Point, radius: float, half: float, rounding: float = 0.0) -> Distance:
    """An upright one."""

    def distance(x: Array, y: Array, z: Array) -> Array:
        u = np.sqrt((x - at[0]) ** 2 + (z - at[2]) ** 2) - (radius - rounding)
        v = abs(y - at[1]) - (half - rounding)
        return np.minimum(np.maximum(u, v), 0) + np.hypot(np.maximum(u, 0), np.maximum(v, 0)) - rounding

    return distance


def capsule(start: Point, end: Point, radius: float) -> Distance:
    along = [b - a for a, b in zip(start, end, strict=True)]
    square = sum(a * a for a in along) or 1.0

    def distance(x: Array, y: Array, z: Array) -> Array:
        u, v, w = x - start[0], y - start[1], z - start[2]
        share = np.clip((u * along[0] + v * along[1] + w * along[2]) / square, 0, 1)
        return np.sqrt((u - along[0] * share) ** 2 + (v - along[1] * share) ** 2 + (w - along[2] * share) ** 2) - radius

    return distance


def ring(at: Point, radius: float, thickness: float, *, lying: bool = False, from_y: float = -1e9) -> Distance:
    """A ring that stands facing the viewer or lies flat; of a standing one only what is above `from_y`."""

    def distance(x: Array, y: Array, z: Array) -> Array:
        u, v, w = x - at[0], y - at[1], z - at[2]
        if lying:
            v, w = w, v
        whole = np.hypot(np.hypot(u, v) - radius, w) - thickness
        return whole if from_y < -1e8 else np.maximum(whole, from_y - y)

    return distance


def floor(height: float = 0.0) -> Distance:
    return lambda x, y, z: y - height


def wall(depth: float) -> Distance:
    return lambda x, y, z: z - depth


def merged(first: Distance, second: Distance, softness: float) -> Distance:
    """Two bodies that melt into each other."""

    def distance(x: Array, y: Array, z: Array) -> Array:
        a, b = first(x, y, z), second(x, y, z)
        blend = np.maximum(softness - abs(a - b), 0) / softness
        return np.minimum(a, b) - blend * blend * softness / 4

    return distance


def without(body: Distance, taken: Distance) -> Distance:
    return lambda x, y, z: np.maximum(body(x, y, z), -taken(x, y, z))


def within(body: Distance, bounds: Distance) -> Distance:
    return lambda x, y, z: np.maximum(body(x, y, z), bounds(x, y, z))


def moved(body: Distance, by: Point, turn: float = 0.0, scale: float = 1.0) -> Distance:
    """A body turned about its upright axis by `turn` degrees, then moved."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def distance(x: Array, y: Array, z: Array) -> Array:
        u, v, w = (x - by[0]) / scale, (y - by[1]) / scale, (z - by[2]) / scale
        return body(cos * u - sin * w, v, sin * u + cos * w) * scale

    return distance


def chance(*cells: Array) -> Array:
    """Return a number from 0 to 1 that looks random but is the same for the same cell."""
    mixed = np.zeros_like(cells[0], np.float64)
    for index, cell in enumerate(cells):
        mixed = mixed + np.asarray(cell, np.float64) * (12.9898, 78.233, 37.719, 4.581)[index]
    return (np.abs(np.sin(mixed + 1.3) * 43758.5453) % 1.0).astype(np.float32)


# scenes


@dataclass(frozen=True)
class Body:
    """What it is made of: `paint` a colour or a colour per point, `gloss` 0..1, `glow` light it gives off.

    `relief` is a height per point, which only its shading shows.
    """

    distance: Distance
    paint: str | Paint
    gloss: float = 0.0
    glow: float = 0.0
    relief: Distance | None = None
    casts: bool = True


@dataclass(frozen=True)
class Lamp:
    """A light within the scene, that reaches about `reach` far and casts no shadow."""

    at: Point
    color: str
    strength: float
    reach: float


@dataclass(frozen=True)
class Scene:
    """Bodies, a camera and light; `sky` runs from the horizon up and is what distance fades into."""

    bodies: Sequence[Body]
    eye: Point
    target: Point
    lens: float
    """Half the picture's height at distance 1."""
    sky: tuple[str, str] = ("EFE7DC", "D9CFC3")
    sun: Point = (-0.5, 0.8, 0.6)
    sun_color: str = "FFF1DF"
    sun_strength: float = 2.2
    ambient: float = 0.75
    lamps: Sequence[Lamp] = ()
    fog: float = 0.0
    far: float = 40.0
    caution: float = 0.95
    bloom: float = 0.25
    shade: float = 9.0
    """How sharp shadows are."""
    steps: int = 110

    def picture(self, width: int, height: int) -> Image.Image:
        """Return the scene as a picture, edges smoothed."""
        rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
        light = self._colors(columns.ravel() + 0.5, rows.ravel() + 0.5, width, height).reshape(height, width, 3)
        seen = _toned(light)
        edges = np.zeros((height, width), bool)
        for axis in (0, 1):
            rough = np.abs(np.diff(seen, axis=axis)).max(axis=2) > 0.03
            first, second = [slice(None)] * 2, [slice(None)] * 2
            first[axis], second[axis] = slice(None, -1), slice(1, None)
            edges[tuple(first)] |= rough
            edges[tuple(second)] |= rough
        where = np.nonzero(edges)
        shifts = ((0.125, 0.375), (0.375, 0.875), (0.625, 0.125), (0.875, 0.625))
        if len(where[0]):
            # what is mixed are the colours seen: a bright point must not outshine its whole pixel
            mixed = sum(
                _toned(self._colors(where[1] + np.float32(u), where[0] + np.float32(v), width, height))
                for u, v in shifts
            )
            seen[where] = mixed / len(shifts)
        image = Image.fromarray((np.clip(seen, 0, 1) * 255 + 0.5).astype(np.uint8))
        return self._bloomed(image, light) if self.bloom else image

    def _bloomed(self, image: Image.Image, light: Array) -> Image.Image:
        """Return the picture with a halo around what is brighter than white."""
        bright = np.clip(light - 1.1, 0, 1.5) / 1.5
        halo = Image.fromarray((bright * 255).astype(np.uint8))
        small = halo.resize((max(1, image.width // 8), max(1, image.height // 8)), Image.Resampling.BOX)
        total = np.zeros((image.height, image.width, 3), np.float32)
        for radius, share in ((2, 0.9), (8, 0.8), (22, 0.8)):
            soft = small.filter(ImageFilter.GaussianBlur(radius * image.width / 2000))
            total += share * np.asarray(soft.resize(image.size, Image.Resampling.BICUBIC), np.float32) / 255
        seen = np.asarray(image, np.float32) / 255
        seen = 1 - (1 - seen) * (1 - np.clip(self.bloom * total, 0, 1))
        return Image.fromarray((np.clip(seen, 0, 1) * 255 + 0.5).astype(np.uint8))

    def _colors(self, across: Array, down: Array, width: int, height: int) -> Array:
        eye, target = np.array(self.eye, np.float32), np.array(self.target, np.float32)
        ahead = (target - eye) / np.linalg.norm(target - eye)
        right = np.cross(ahead, np.array([0, 1, 0], np.float32))
        right /= np.linalg.norm(right)
        up = np.cross(right, ahead)
        found = []
        for start in range(0, len(across), _BAND):
            u = (2 * across[start : start + _BAND] - width) / height * self.lens
            v = (height - 2 * down[start : start + _BAND]) / height * self.lens
            ways = ahead[None] + u[:, None] * right[None] + v[:, None] * up[None]
            ways /= np.linalg.norm(ways, axis=1, keepdims=True)
            found.append(self._traced(ways.astype(np.float32).T))
        return np.concatenate(found)

    def _distance(self, x: Array, y: Array, z: Array, casting: bool = False) -> Array:
        least: Array = None
        for body in self.bodies:
            if not casting or body.casts:
                distance = body.distance(x, y, z)
                least = distance if least is None else np.minimum(least, distance)
        return least

    def _traced(self, way: Array) -> Array:
        """Return the light that comes in along some ways from the eye."""
        count = way.shape[1]
        gone, live, hit = np.zeros(count, np.float32), np.arange(count), np.zeros(count, bool)
        for _ in range(self.steps):
            if not len(live):
                break
            reach = gone[live]
            x, y, z = (self.eye[axis] + way[axis, live] * reach for axis in range(3))
            distance = self._distance(x, y, z) * self.caution
            touching = distance < 0.0006 * (1 + reach)
            hit[live[touching]] = True
            gone[live] = reach + np.where(touching, 0, distance)
            live = live[~touching & (gone[live] < self.far)]
        light = self._sky(way)
        at = np.nonzero(hit)[0]
        if len(at):
            distance = gone[at]
            x, y, z = (self.eye[axis] + way[axis, at] * distance for axis in range(3))
            shown = self._shaded(x, y, z, way[:, at])
            if self.fog:
                clear = np.exp(-((self.fog * distance) ** 2))[:, None]
                shown = shown * clear + light[at] * (1 - clear)
            light[at] = shown
        return light

    def _sky(self, way: Array) -> Array:
        low, high = linear(self.sky[0]), linear(self.sky[1])
        share = np.clip(way[1] * 1.6, 0, 1)[:, None]
        return low * (1 - share) + high * share

    def _shaded(self, x: Array, y: Array, z: Array, way: Array) -> Array:
        normal = self._normal(x, y, z)
        nearest = np.argmin(np.stack([body.distance(x, y, z) for body in self.bodies]), axis=0)
        color, gloss, glow = np.zeros((len(x), 3), np.float32), np.zeros(len(x), np.float32), np.zeros_like(x)
        for index, body in enumerate(self.bodies):
            here = nearest == index
            if not here.any():
                continue
            p = x[here], y[here], z[here]
            color[here] = linear(body.paint) if isinstance(body.paint, str) else body.paint(*p)
            gloss[here], glow[here] = body.gloss, body.glow
            if body.relief:
                step = 0.004
                slopes = [
                    (body.relief(*(c + step * (axis == n) for n, c in enumerate(p))) - body.relief(*p)) / step
                    for axis in range(3)
                ]
                bent = normal[:, here] - np.stack(slopes)
                normal[:, here] = bent / np.sqrt((bent * bent).sum(axis=0))
        sun = np.array(self.sun, np.float32)
        sun /= np.linalg.norm(sun)
        facing = np.clip((normal * sun[:, None]).sum(axis=0), 0, 1)
        lit = facing * self._shadow(x + 0.01 * normal[0], y + 0.01 * normal[1], z + 0.01 * normal[2], sun)
        open_ = self._openness(x, y, z, normal)
        above = linear(self.sky[1]) * 0.5 + 0.5
        around = above[None] * (0.62 + 0.38 * normal[1])[:, None]
        light = lit[:, None] * linear(self.sun_color) * self.sun_strength + around * (self.ambient * open_)[:, None]
        for lamp in self.lamps:
            to = np.stack([lamp.at[0] - x, lamp.at[1] - y, lamp.at[2] - z])
            square = (to * to).sum(axis=0)
            wrapped = np.clip((normal * to).sum(axis=0) / np.sqrt(square) * 0.75 + 0.25, 0, 1)
            fall = lamp.strength * wrapped / (1 + square / lamp.reach**2) ** 2 * (0.35 + 0.65 * open_)
            light += fall[:, None] * linear(lamp.color)
        half = sun[:, None] - way
        half /= np.sqrt((half * half).sum(axis=0))
        shine = np.clip((normal * half).sum(axis=0), 0, 1)
        rim = np.clip(1 + (normal * way).sum(axis=0), 0, 1) ** 4
        back = self._sky(way - 2 * (normal * way).sum(axis=0) * normal)
        total = color * light + (gloss * (0.9 * shine**60 + 0.25 * shine**12) * (0.3 + 0.7 * (lit > 0.05)))[:, None]
        total += (gloss * (0.06 + 0.55 * rim) * open_)[:, None] * back
        return total * (1 - np.minimum(glow, 1))[:, None] + color * glow[:, None]

    def _normal(self, x: Array, y: Array, z: Array) -> Array:
        step = np.float32(0.0012)
        total = np.zeros((3, len(x)), np.float32)
        for corner in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
            found = self._distance(x + corner[0] * step, y + corner[1] * step, z + corner[2] * step)
            for axis in range(3):
                total[axis] += corner[axis] * found
        return total / (np.sqrt((total * total).sum(axis=0)) + 1e-9)

    def _shadow(self, x: Array, y: Array, z: Array, sun: Array) -> Array:
        clear, gone, live = np.ones_like(x), np.full_like(x, 0.03), np.arange(len(x))
        for _ in range(34):
            if not len(live):
                break
            reach = gone[live]
            near = self._distance(x[live] + sun[0] * reach, y[live] + sun[1] * reach, z[live] + sun[2] * reach, True)
            clear[live] = np.minimum(clear[live], np.clip(0.5 + 0.5 * self.shade * near / reach, 0, 1))
            gone[live] = reach + np.clip(near * self.caution, 0.03, 0.5)
            live = live[(clear[live] > 0.002) & (gone[live] < 9)]
        return clear * clear * (3 - 2 * clear)

    def _openness(self, x: Array, y: Array, z: Array, normal: Array) -> Array:
        """Return how open to the sky points are: 0 in a corner, 1 in the open."""
        closed, weight = np.zeros_like(x), 1.0
        for reach in (0.03, 0.1, 0.24, 0.5):
            near = self._distance(x + normal[0] * reach, y + normal[1] * reach, z + normal[2] * reach)
            closed += weight * np.clip(reach - near, 0, None) / reach
            weight *= 0.75
        return np.clip(1 - 0.42 * closed, 0.08, 1)


def _toned(light: Array) -> Array:
    """Return light as a picture shows it: highlights rolled off, in the steps of a screen."""
    rolled = light * (1 + light * 0.12) / (1 + light * 0.38)
    return np.where(rolled <= 0.0031308, rolled * 12.92, 1.055 * np.clip(rolled, 1e-6, None) ** (1 / 2.4) - 0.055)


def several(*groups: Sequence[Body] | Body) -> list[Body]:
    """Return some groups of bodies as one list."""
    return list(_flat(groups))


def _flat(groups: Sequence[Sequence[Body] | Body]) -> Iterator[Body]:
    for group in groups:
        yield from [group] if isinstance(group, Body) else group
