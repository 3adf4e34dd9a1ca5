"""Makes deckgen/icons/paths.txt: the drawings of the icons in deckgen/icons/names.txt, taken from Lucide.

    npm pack lucide-static && tar xf lucide-static-*.tgz
    python tools/draw_icons.py package/icons

Lucide draws on a field of 24 units with a margin of one. The margin is left out and a unit is cut into a hundred, so that
a drawing is 2200 wide and high. Circles, rectangles, lines and arcs become what a freeform of PowerPoint is made of:
moves, straight lines and cubic curves, in absolute whole numbers. Lucide's strokes are twice as wide as ours: what its
stroke alone makes a dot, a line of no length or a tiny circle, is drawn as a circle small enough to become one again.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ICONS = Path(__file__).parents[1] / "deckgen" / "icons"
MARGIN, UNIT, SIZE = 1.0, 100, 2200
ROUND = 4 / 3 * (math.sqrt(2) - 1)
"""How far the handles of a quarter circle reach, as a share of its radius."""

DOT = 0.5
"""The radius of a dot before its stroke, in units."""

Point = tuple[float, float]
Step = tuple[str, list[Point]]

_TOKEN = re.compile(r"[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def path(data: str) -> Iterator[Step]:
    """Yield the steps of a path, whatever shorthand it is written in."""
    here = start = control = (0.0, 0.0)
    before = ""
    for letter, numbers in _commands(data):
        kind, dx, dy = letter.upper(), *(here if letter.islower() else (0.0, 0.0))
        points = [(x + dx, y + dy) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        if kind == "Z":
            yield "Z", []
            here = control = start
        elif kind == "M":
            here = start = control = points[0]
            yield "M", [here]
        elif kind in "LHV":
            across, down = (numbers[0] + dx, here[1]), (here[0], numbers[0] + dy)
            here = {"H": across, "V": down}.get(kind) or points[0]
            control = here
            yield "L", [here]
        elif kind in "CS":
            first = points[0] if kind == "C" else _mirrored(control, here) if before in "CS" else here
            second, end = points[-2:]
            yield "C", [first, second, end]
            here, control = end, second
        elif kind in "QT":
            handle = points[0] if kind == "Q" else _mirrored(control, here) if before in "QT" else here
            end = points[-1]
            yield "C", [_between(here, handle, 2 / 3), _between(end, handle, 2 / 3), end]
            here, control = end, handle
        else:
            rx, ry, turn, large, sweep, x, y = numbers
            end = (x + dx, y + dy)
            yield from _arc(here, rx, ry, math.radians(turn), bool(large), bool(sweep), end)
            here = control = end
        before = kind


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; flags of arcs may be written without a space."""
    data = re.sub(
        r"([aA])([^a-zA-Z]*)", lambda found: found[1] + " ".join(_arc_numbers(found[2])), data.replace(",", " ")
    )
    tokens, letter, position = _TOKEN.findall(data), "", 0
    while position < len(tokens):
        if tokens[position].isalpha():
            letter, position = tokens[position], position + 1
        elif letter in "mM":
            letter = "l" if letter == "m" else "L"  # further points of a move are lines
        count = _COUNTS[letter.upper()]
        yield letter, [float(token) for token in tokens[position : position + count]]
        position += count


def _arc_numbers(text: str) -> Iterator[str]:
    number = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+))")
    flag = re.compile(r"\s*([01])")
    position, field = 0, 0
    while text[position:].strip():
        found = (flag if field % 7 in (3, 4) else number).match(text, position)
        assert found, text
        yield found[1]
        position, field = found.end(), field + 1


def _mirrored(point: Point, center: Point) -> Point:
    return (2 * center[0] - point[0], 2 * center[1] - point[1])


def _between(start: Point, end: Point, share: float) -> Point:
    return (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))


def _arc(start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point) -> Iterator[Step]:
    """Yield an elliptical arc as curves of a quarter turn at most (SVG 1.1, appendix F.6)."""
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, -sin * dx + cos * dy
    grown = math.hypot(x / rx, y / ry)
    rx, ry = rx * max(1.0, grown), ry * max(1.0, grown)
    rest = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1
    share = (-1 if large == sweep else 1) * math.sqrt(max(0.0, rest))
    cx, cy = share * rx * y / ry, -share * ry * x / rx
    mx, my = (start[0] + end[0]) / 2 + cos * cx - sin * cy, (start[1] + end[1]) / 2 + sin * cx + cos * cy
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    angle = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    angle += 2 * math.pi * ((angle < 0) - (angle > 0)) if (angle < 0) == sweep and angle else 0.0
    count = math.ceil(abs(angle) / (math.pi / 2) - 1e-6)
    reach = 4 / 3 * math.tan(angle / count / 4)

    def placed(px: float, py: float) -> Point:
        return (mx + cos * rx * px - sin * ry * py, my + sin * rx * px + cos * ry * py)

    for index in range(count):
        a, b = first + angle * index / count, first + angle * (index + 1) / count
        yield (
            "C",
            [
                placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                placed(math.cos(b), math.sin(b)) if index < count - 1 else end,
            ],
        )


def element(node: ElementTree.Element) -> Iterator[Step]:
    """Yield the steps of one element of a drawing."""
    tag = node.tag.rpartition("}")[2]
    get = {name: float(value) for name, value in node.attrib.items() if re.fullmatch(r"[-\d.]+", value)}
    if tag == "path":
        yield from path(node.attrib["d"])
    elif tag == "circle" and get["r"] <= 2 * DOT:
        yield from _dot(get["cx"], get["cy"])
    elif tag in ("circle", "ellipse"):
        rx, ry = get.get("rx", get.get("r", 0)), get.get("ry", get.get("r", 0))
        yield from _rounded(get["cx"] - rx, get["cy"] - ry, 2 * rx, 2 * ry, rx, ry)
    elif tag == "rect":
        rx = get.get("rx", get.get("ry", 0.0))
        yield from _rounded(get.get("x", 0), get.get("y", 0), get["width"], get["height"], rx, get.get("ry", rx))
    elif tag == "line":
        yield "M", [(get["x1"], get["y1"])]
        yield "L", [(get["x2"], get["y2"])]
    elif tag in ("polyline", "polygon"):
        numbers = [float(number) for number in re.findall(r"[-\d.]+", node.attrib["points"])]
        for index, point in enumerate(zip(numbers[::2], numbers[1::2], strict=True)):
            yield "L" if index else "M", [point]
        if tag == "polygon":
            yield "Z", []
    else:
        raise SystemExit(f"no way to draw <{tag}>")


def _rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Iterator[Step]:
    """Yield a rectangle with round corners; with the largest radius it is an ellipse."""
    right, bottom, hx, hy = x + width, y + height, rx * (1 - ROUND), ry * (1 - ROUND)
    yield "M", [(x + rx, y)]
    for edge, curve in (
        ((right - rx, y), [(right - hx, y), (right, y + hy), (right, y + ry)]),
        ((right, bottom - ry), [(right, bottom - hy), (right - hx, bottom), (right - rx, bottom)]),
        ((x + rx, bottom), [(x + hx, bottom), (x, bottom - hy), (x, bottom - ry)]),
        ((x, y + ry), [(x, y + hy), (x + hx, y), (x + rx, y)]),
    ):
        if 2 * rx < width or 2 * ry < height:
            yield "L", [edge]
        if rx and ry:
            yield "C", curve
    yield "Z", []


def _dotted(steps: list[Step]) -> Iterator[Step]:
    """Yield steps, every line of no length as a dot."""
    starts = [index for index, (letter, _) in enumerate(steps) if letter == "M"]
    for start, end in zip(starts, [*starts[1:], len(steps)], strict=True):
        stroke = steps[start:end]
        points = [point for _, placed in stroke for point in placed]
        if max(math.dist(points[0], point) for point in points) < 0.1:
            yield from _dot(*points[0])
        else:
            yield from stroke


def _dot(x: float, y: float) -> Iterator[Step]:
    return _rounded(x - DOT, y - DOT, 2 * DOT, 2 * DOT, DOT, DOT)


def drawing(file: Path) -> str:
    """Return an icon as moves, lines and curves in whole numbers."""
    words: list[str] = []
    here = (0, 0)
    for node in ElementTree.parse(file).getroot():
        for letter, points in _dotted(list(element(node))):
            placed = [(round((x - MARGIN) * UNIT), round((y - MARGIN) * UNIT)) for x, y in points]
            if letter == "L" and placed == [here]:
                continue
            assert all(0 <= value <= SIZE for value in (placed[-1] if placed else ())), f"{file.stem} leaves its field"
            words.append(" ".join([letter, *(f"{x} {y}" for x, y in placed)]))
            here = placed[-1] if placed else here
    return " ".join(words)


def main() -> None:
    """Write the drawings in the order of the names."""
    source = Path(sys.argv[1])
    version = re.search(r"lucide-static v([\d.]+)", (source / "truck.svg").read_text(encoding="utf-8"))
    assert version
    lines = [
        f"# Lucide {version[1]}, ISC License (parts from Feather, MIT License); see NOTICE. Made by tools/draw_icons.py."
    ]
    for entry in (ICONS / "names.txt").read_text(encoding="utf-8").splitlines():
        if entry and not entry.startswith("#"):
            name, drawn = entry.split(" | ")[:2]
            lines.append(f"{name} {drawing(source / f'{drawn}.svg')}")
    (ICONS / "paths.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} icons")


if __name__ == "__main__":
    main()
