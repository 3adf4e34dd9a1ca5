"""Shapes and connectors."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, sin

from deckgen.frame import Frame
from deckgen.scene.items import Connector, Look, Shape, Stroke
from deckgen.writers.svg.geometry import arc, is_open, on_ellipse, outline, polygon
from deckgen.writers.svg.paint import Paint, number

_STRAIGHT = 0.5
"""Up to this distance a step in a line cannot be seen, in points."""

_HEAD, _THINNEST = 3.0, 2.0
"""Length and width of an arrowhead in widths of its line, which counts as no thinner than so many points for that."""


def body(look: Look, frame: Frame, paint: Paint) -> str:
    """Return fill and outline of a shape; nothing where it has neither."""
    if not look.fill and not look.stroke:
        return ""
    if is_open(look):
        fill = "none"
    else:
        fill = paint.fade(look.fill, look.fade, frame) if look.fade and look.fill else paint.color(look.fill)
    return f'{outline(look, frame)} fill="{fill}"{paint.stroke(look.stroke)}/>'


def shape(item: Shape, paint: Paint) -> str:
    """Return a shape without text."""
    drawn = body(item.look, item.frame, paint)
    if item.tail and item.look.stroke and is_open(item.look):
        drawn = _arrowed_arc(item, item.look.stroke, paint)
    if not item.rotation and not item.flip:
        return drawn
    x, y = item.frame.x + item.frame.width / 2, item.frame.y + item.frame.height / 2
    turned = f"rotate({number(item.rotation)} {number(x)} {number(y)})" if item.rotation else ""
    mirrored = f"translate({number(2 * x)} 0) scale(-1 1)" if item.flip else ""
    return f'<g transform="{f"{turned} {mirrored}".strip()}">{drawn}</g>'


def _arrowed_arc(item: Shape, stroke: Stroke, paint: Paint) -> str:
    """Return an arc that ends in a head, along the direction it has there."""
    _, _, start, end = arc(item.look, item.frame)
    length = _head_length(stroke)
    back = degrees(length / (item.frame.width / 2))
    x, y = on_ellipse(item.frame, end)
    base_x, base_y = on_ellipse(item.frame, end - back)
    cut = (("adj1", round(start * 60000)), ("adj2", round((end - 0.8 * back) % 360 * 60000)))
    line = body(item.look._replace(adjust=cut), item.frame, paint)
    return line + _head(x, y, atan2(y - base_y, x - base_x), stroke, paint)


def connector(item: Connector, paint: Paint) -> str:
    """Return a line with its heads; one with a bend has a step halfway."""
    points = _course(item)
    stroke = item.stroke
    heads = ""
    if item.tail:
        heads += _head(*points[-1], _direction(points[-2], points[-1]), stroke, paint)
        points[-1] = _shortened(points[-2], points[-1], stroke)
    if item.head:
        heads += _head(*points[0], _direction(points[1], points[0]), stroke, paint)
        points[0] = _shortened(points[1], points[0], stroke)
    course = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f'<path d="M{course}" fill="none"{paint.stroke(stroke)}/>{heads}'


def _course(item: Connector) -> list[tuple[float, float]]:
    start, end = (item.x1, item.y1), (item.x2, item.y2)
    across, down = item.x2 - item.x1, item.y2 - item.y1
    if not item.bend or min(abs(across), abs(down)) <= _STRAIGHT:
        return [start, end]
    if item.bend == "across":
        middle = item.x1 + across / 2
        return [start, (middle, item.y1), (middle, item.y2), end]
    middle = item.y1 + down / 2
    return [start, (item.x1, middle), (item.x2, middle), end]


def _head_length(stroke: Stroke) -> float:
    return _HEAD * max(stroke.width, _THINNEST)


def _head(x: float, y: float, direction: float, stroke: Stroke, paint: Paint) -> str:
    """Return a triangle with its tip at a point."""
    length = _head_length(stroke)
    back_x, back_y = x - length * cos(direction), y - length * sin(direction)
    side_x, side_y = length / 2 * sin(direction), length / 2 * cos(direction)
    figure = polygon((x, y), (back_x - side_x, back_y + side_y), (back_x + side_x, back_y - side_y))
    return f'<path d="{figure}" fill="{paint.color(stroke.color)}"/>'


def _direction(start: tuple[float, float], end: tuple[float, float]) -> float:
    return atan2(end[1] - start[1], end[0] - start[0])


def _shortened(start: tuple[float, float], end: tuple[float, float], stroke: Stroke) -> tuple[float, float]:
    """Return where a line ends inside its head, whose tip it would blunt."""
    length, back = hypot(end[0] - start[0], end[1] - start[1]), 0.8 * _head_length(stroke)
    if length <= back:
        return start
    share = 1 - back / length
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
