"""What the preset geometries of DrawingML say of themselves: where their text stands and where connectors dock."""

from __future__ import annotations

from math import sqrt

from deckgen.frame import Frame
from deckgen.scene.items import Insets, Look

_CORNER = (1 - sqrt(0.5)) / 2
"""Where the square inscribed in a circle begins, as a share of the diameter."""


def text_insets(look: Look, frame: Frame) -> Insets:
    """Return what a geometry keeps free of text at its edges, besides the insets of the box."""
    if look.geometry == "ellipse":
        across, down = _CORNER * frame.width, _CORNER * frame.height
        return Insets(across, down, across, down)
    if look.geometry == "homePlate":
        return Insets(right=point(look, frame) / 2)
    if look.geometry == "chevron":
        return Insets(point(look, frame), 0, point(look, frame), 0)
    return Insets()


def point(look: Look, frame: Frame) -> float:
    """Return the depth of the point of a `homePlate` or `chevron`, in points."""
    share = dict(look.adjust).get("adj", 50000)
    return min(frame.width, frame.height) * share / 100000


def sites(look: Look, frame: Frame) -> tuple[tuple[float, float], ...]:
    """Return the connection sites of a geometry in the order of their indexes, in points on the slide.

    Rectangles and diamonds have top, left, bottom, right; an ellipse runs from the top by the left around.
    """
    left, top, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    middle, centre = frame.y + frame.height / 2, frame.x + frame.width / 2
    if look.geometry == "ellipse":
        near, far = frame.x + _CORNER * frame.width, frame.right - _CORNER * frame.width
        high, low = frame.y + _CORNER * frame.height, frame.bottom - _CORNER * frame.height
        return (
            (centre, top), (near, high), (left, middle), (near, low),
            (centre, bottom), (far, low), (right, middle), (far, high),
        )  # fmt: skip
    return ((centre, top), (left, middle), (centre, bottom), (right, middle))
