"""The outlines of shapes: what the preset geometries of DrawingML look like in a frame."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import cos, radians, sin

from deckgen.frame import Frame
from deckgen.scene.geometry import point
from deckgen.scene.items import Freeform, Look
from deckgen.writers.svg.paint import number

_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")


def outline(look: Look, frame: Frame) -> str:
    """Return the element that draws the body of a look, open: its paint and the end of the tag are to follow."""
    if look.freeform:
        return f'<path d="{_drawn(look.freeform, frame)}"'
    if look.geometry in ("rect", "roundRect"):
        return _rectangle(look, frame)
    if look.geometry == "ellipse":
        across, down = frame.width / 2, frame.height / 2
        return (
            f'<ellipse cx="{number(frame.x + across)}" cy="{number(frame.y + down)}" rx="{number(across)}"'
            f' ry="{number(down)}"'
        )
    return f'<path d="{_PATHS[look.geometry](look, frame)}"'


def rectangle(frame: Frame, radius: float = 0) -> str:
    """Return an open `rect` element."""
    rounded = f' rx="{number(radius)}"' if radius else ""
    return (
        f'<rect x="{number(frame.x)}" y="{number(frame.y)}" width="{number(frame.width)}"'
        f' height="{number(frame.height)}"{rounded}'
    )


def is_open(look: Look) -> bool:
    """Whether an outline is a line that encloses nothing."""
    return look.geometry == "arc"


def arc(look: Look, frame: Frame) -> tuple[float, float, float, float]:
    """Return centre and start and end angle of an arc or pie, in degrees clockwise from the right."""
    start, end = (dict(look.adjust).get(f"adj{n}", usual) / 60000 for n, usual in ((1, 16200000), (2, 0)))
    return frame.x + frame.width / 2, frame.y + frame.height / 2, start, end


def on_ellipse(frame: Frame, degrees: float) -> tuple[float, float]:
    """Return the point of the ellipse in a frame at an angle clockwise from the right."""
    return (
        frame.x + frame.width / 2 * (1 + cos(radians(degrees))),
        frame.y + frame.height / 2 * (1 + sin(radians(degrees))),
    )


def turn(frame: Frame, start: float, end: float) -> str:
    """Return the step of a path along the ellipse in a frame, clockwise from one angle to another."""
    large = int((end - start) % 360 > 180)
    x, y = on_ellipse(frame, end)
    return f"A{number(frame.width / 2)} {number(frame.height / 2)} 0 {large} 1 {number(x)} {number(y)}"


def _rectangle(look: Look, frame: Frame) -> str:
    short = min(frame.width, frame.height)
    radius = min(look.radius, short / 2) if look.corners != "none" else 0.0
    if look.geometry == "roundRect":
        radius = short * dict(look.adjust).get("adj", 16667) / 100000
    if radius and look.corners in ("top", "bottom"):
        return f'<path d="{_half_rounded(frame, radius, look.corners == "top")}"'
    return rectangle(frame, radius)


def _half_rounded(frame: Frame, radius: float, top: bool) -> str:
    """A rectangle round at its top or at its bottom, against the clock from the top left."""
    left, right, up, down = frame.x, frame.right, frame.y, frame.bottom
    above, below = (radius, 0.0) if top else (0.0, radius)

    def corner(amount: float, x: float, y: float) -> str:
        return f"A{number(amount)} {number(amount)} 0 0 0 {number(x)} {number(y)}" if amount else ""

    return (
        f"M{number(left + above)} {number(up)}{corner(above, left, up + above)}V{number(down - below)}"
        f"{corner(below, left + below, down)}H{number(right - below)}{corner(below, right, down - below)}"
        f"V{number(up + above)}{corner(above, right - above, up)}Z"
    )


def polygon(*points: tuple[float, float]) -> str:
    """Return the path of a closed figure."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def _diamond(look: Look, frame: Frame) -> str:
    middle, centre = frame.y + frame.height / 2, frame.x + frame.width / 2
    return polygon((frame.x, middle), (centre, frame.y), (frame.right, middle), (centre, frame.bottom))


def _plate(look: Look, frame: Frame) -> str:
    """A rectangle with a point at its right; that of a chevron is cut into its left, too."""
    middle, start = frame.y + frame.height / 2, frame.right - point(look, frame)
    notch = [(frame.x + point(look, frame), middle)] if look.geometry == "chevron" else []
    return polygon(
        (frame.x, frame.y),
        (start, frame.y),
        (frame.right, middle),
        (start, frame.bottom),
        (frame.x, frame.bottom),
        *notch,
    )


def _trapezoid(look: Look, frame: Frame) -> str:
    slope = min(frame.width, frame.height) * dict(look.adjust).get("adj", 25000) / 100000
    slope = min(slope, frame.width / 2)
    return polygon(
        (frame.x, frame.bottom), (frame.x + slope, frame.y), (frame.right - slope, frame.y), (frame.right, frame.bottom)
    )


def _teardrop(look: Look, frame: Frame) -> str:
    middle = number(frame.y + frame.height / 2)
    x, y = number(frame.x + frame.width * 0.75), number(frame.y + frame.height * 0.25)
    left, top, right = number(frame.x), number(frame.y), number(frame.right)
    return (
        f"M{left} {middle}{turn(frame, 180, 270)}Q{x} {top} {right} {top}Q{right} {y} {right} {middle}"
        f"{turn(frame, 0, 90)}{turn(frame, 90, 180)}Z"
    )


def _arc(look: Look, frame: Frame) -> str:
    _, _, start, end = arc(look, frame)
    x, y = on_ellipse(frame, start)
    return f"M{number(x)} {number(y)}{turn(frame, start, end)}"


def _pie(look: Look, frame: Frame) -> str:
    x, y, _, _ = arc(look, frame)
    return f"{_arc(look, frame)}L{number(x)} {number(y)}Z"


def _drawn(freeform: Freeform, frame: Frame) -> str:
    """Return the path of a drawing, brought to the place and size of its frame."""
    across, down = frame.width / freeform.width, frame.height / freeform.height
    steps = []
    for letter, numbers in _STEP.findall(freeform.steps):
        values = [float(value) for value in numbers.split()]
        places = [
            f"{number(frame.x + x * across)} {number(frame.y + y * down)}"
            for x, y in zip(values[::2], values[1::2], strict=True)
        ]
        steps.append(letter + " ".join(places))
    return "".join(steps)


_PATHS: Mapping[str, Callable[[Look, Frame], str]] = {
    "diamond": _diamond,
    "chevron": _plate,
    "homePlate": _plate,
    "trapezoid": _trapezoid,
    "teardrop": _teardrop,
    "arc": _arc,
    "pie": _pie,
}
"""By the name of the geometry; a layout that draws a further one adds its path here."""
