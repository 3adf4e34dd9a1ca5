"""SVG drawings: held to what a slide can show and may carry, and drawn as pixels for programs that know no SVG.

A drawing goes into the deck as it is, so nothing in it may run, reach outside the file or grow when it is drawn. What
PowerPoint does not draw as other programs do is refused too, with a way out. Text is among it: it would be set in
whatever font a machine has.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from deckgen.images.unusable import BROKEN, Unusable
from deckgen.problems import Kind

LARGEST = 5_000_000
"""The most bytes of a drawing."""

MOST_SHAPES = 30_000
"""The most elements of a drawing, those that are used again counted each time."""

NO_RASTERISER = Kind(
    "picture-svg-extra", "error",
    "「{name}」是 SVG，还缺一个部件才能用。", "“{name}” is an SVG drawing, which needs one more package.",
    '请运行 pip install "deckgen[svg]"；或把它导出为 PNG。', 'Run pip install "deckgen[svg]", or export it as PNG.',
)  # fmt: skip
UNSAFE = Kind(
    "picture-svg-unsafe", "error",
    "SVG「{name}」里有{what_zh}，不能放进文稿。", "The SVG drawing “{name}” holds {what_en}; no deck may carry that.",
    "请从绘图软件重新导出为普通 SVG，或导出为 PNG。", "Export it again as plain SVG, or as PNG.",
)  # fmt: skip
BEYOND = Kind(
    "picture-svg-beyond", "error",
    "SVG「{name}」里有{what_zh}，各个程序画出来不一样。",
    "The SVG drawing “{name}” holds {what_en}, which every program draws in its own way.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
TOO_COMPLEX = Kind(
    "picture-svg-complex", "error",
    "SVG「{name}」太复杂，打开会很慢。", "The SVG drawing “{name}” is too complex to open quickly.",
    "请简化后再用，或导出为 PNG。", "Simplify it, or export it as PNG.",
)  # fmt: skip
NO_SIZE = Kind(
    "picture-svg-size", "error",
    "SVG「{name}」没有写明大小。", "The SVG drawing “{name}” does not state its size.",
    "请导出时带上 viewBox，或导出为 PNG。", "Export it with a viewBox, or as PNG.",
)  # fmt: skip

_NAMESPACE = "http://www.w3.org/2000/svg"
_DEEPEST = 100
_LONGEST = 50.0
"""How many times as long as high a drawing may be, or the other way round."""

_SCRIPT = ("脚本", "a script")
_REFERENCE = ("指向文件外面的引用", "a reference to something outside the file")
_ENTITIES = ("实体定义", "entity definitions")
_FOREIGN = ("网页内容", "parts of a web page")
_UNSAFE = dict.fromkeys(("script", "handler"), _SCRIPT) | dict.fromkeys(
    ("foreignobject", "iframe", "object", "embed", "audio", "video", "canvas"), _FOREIGN
)

_OUTLINES = (
    "请在绘图软件里把文字转成轮廓（路径）再导出。",
    "Convert its text to outlines (paths) in the drawing program.",
)
_PLAIN = ("请去掉后再导出，或导出为 PNG。", "Export it without, or as PNG.")
_BEYOND = (
    dict.fromkeys(("text", "tspan", "textpath", "tref", "font"), ("文字", "text", *_OUTLINES))
    | dict.fromkeys(("image", "feimage"), ("嵌入的位图", "an embedded picture", *_PLAIN))
    | {"filter": ("滤镜（阴影、模糊等）", "a filter such as a shadow or a blur", *_PLAIN)}
    | dict.fromkeys(
        ("animate", "animatemotion", "animatetransform", "animatecolor", "set", "discard"),
        ("动画", "an animation", *_PLAIN),
    )
)

_URL = re.compile(r"url\(\s*[\"']?\s*([^)\"']*)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d+\.?\d*|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*$")
_UNITS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def measured(data: bytes, name: str) -> tuple[float, float]:
    """Return width and height of a drawing in its own units, once nothing in it forbids its use.

    Raises:
        Unusable: it is damaged, hostile, too complex, or holds what programs draw differently.
    """
    if len(data) > LARGEST:
        raise Unusable(TOO_COMPLEX, name=name)
    size = _Inspection(name).of(data)
    if not 1 / _LONGEST <= size[0] / size[1] <= _LONGEST:
        raise Unusable(NO_SIZE, name=name)
    return size


def rasterised(data: bytes, name: str, size: tuple[int, int]) -> bytes:
    """Return a drawing that `measured` has let through as a PNG of `size` pixels; equal drawings give equal bytes.

    Raises:
        Unusable: what draws it is not installed, or stumbles over it.
    """
    try:
        import resvg_py
    except ImportError:
        raise Unusable(NO_RASTERISER, name=name) from None
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=data.decode("utf-8-sig"), width=size[0], height=size[1], skip_system_fonts=True
            )
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a fault inside it is not an Exception
        raise Unusable(BROKEN, name=name) from None


def png_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG in pixels; a drawing keeps its proportions, whatever size it is asked for."""
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


@dataclass(slots=True)
class _Element:
    """What drawing an element costs: itself, its children, and what it refers to, so many times each; not where it links."""

    link: bool = False
    children: list[_Element] = field(default_factory=list)
    references: list[tuple[str, int]] = field(default_factory=list)


class _Inspection:
    """One look at a drawing from its first byte to its last."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.size: tuple[float, float] | None = None
        self.root = _Element()
        self.stack = [self.root]
        self.known: dict[str, _Element] = {}
        self.style: list[str] = []
        self.in_style = False
        self.count = 0

    def of(self, data: bytes) -> tuple[float, float]:
        """Return the size of the drawing."""
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = lambda *_: self._refuse(_ENTITIES)
        parser.ProcessingInstructionHandler = lambda *_: self._refuse(_REFERENCE)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)
        except expat.ExpatError:
            raise Unusable(BROKEN, name=self.name) from None
        style = "".join(self.style)
        self._look_at_style(style)
        if self.size is None:
            raise Unusable(NO_SIZE, name=self.name)
        styled = sum(self._cost(self._referred(url), {}, ()) for url in _URL.findall(style)) * self.count
        if self._cost(self.root, {}, ()) + styled > MOST_SHAPES:
            raise Unusable(TOO_COMPLEX, name=self.name)
        return self.size

    def _doctype(self, name: str, system: str | None, public: str | None, has_internal_subset: bool) -> None:
        if has_internal_subset:
            self._refuse(_ENTITIES)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, local = tag.rpartition(" ")
        word = local.lower()
        if self.count == 0:
            if (space, local) != (_NAMESPACE, "svg"):
                raise Unusable(BROKEN, name=self.name)
            self.size = _size(attributes)
        if word in _UNSAFE:
            self._refuse(_UNSAFE[word])
        if word in _BEYOND and space == _NAMESPACE:
            what_zh, what_en, help_zh, help_en = _BEYOND[word]
            raise Unusable(BEYOND, name=self.name, what_zh=what_zh, what_en=what_en, help_zh=help_zh, help_en=help_en)
        self.count += 1
        if self.count > MOST_SHAPES or len(self.stack) > _DEEPEST:
            raise Unusable(TOO_COMPLEX, name=self.name)
        element = _Element(link=word == "a")
        for key, value in attributes.items():
            self._look_at(key.rpartition(" ")[2].lower(), value, attributes, element)
        if "id" in attributes:
            self.known.setdefault(attributes["id"], element)
        self.stack[-1].children.append(element)
        self.stack.append(element)
        self.in_style = word == "style"

    def _end(self, tag: str) -> None:
        self.stack.pop()
        self.in_style = False

    def _text(self, text: str) -> None:
        if self.in_style:
            self.style.append(text)

    def _look_at(self, key: str, value: str, attributes: Mapping[str, str], element: _Element) -> None:
        """Refuse an attribute that runs something or leads outside; note what it refers to."""
        if key.startswith("on"):
            self._refuse(_SCRIPT)
        if key in ("href", "src", "base") and value.strip():
            self._within(value)
            if not element.link:
                element.references.append((value.strip()[1:], 1))
        if key == "style":
            self._look_at_style(value)
        # a marker is drawn at every point of a line
        points = len(attributes.get("d", "") + attributes.get("points", "")) // 2 + 1 if key.startswith("marker") else 1
        for url in _URL.findall(value):
            self._within(url)
            element.references.append((url.strip()[1:], points))

    def _look_at_style(self, style: str) -> None:
        """Refuse a style that leads outside; an escaped letter could hide that."""
        if "\\" in style or "@import" in style.lower():
            self._refuse(_REFERENCE)
        for url in _URL.findall(style):
            self._within(url)

    def _within(self, url: str) -> None:
        if not url.strip().startswith("#"):
            self._refuse(_SCRIPT if "script:" in url.lower() else _REFERENCE)

    def _refuse(self, what: tuple[str, str]) -> None:
        raise Unusable(UNSAFE, name=self.name, what_zh=what[0], what_en=what[1])

    def _referred(self, url: str) -> _Element:
        return self.known.get(url.strip()[1:], _Element())

    def _cost(self, element: _Element, found: dict[int, int], above: tuple[int, ...]) -> int:
        """Return how many elements are drawn for one, with all that it uses; what uses itself is without end."""
        own = id(element)
        if own in above or len(above) > 2 * _DEEPEST:
            return MOST_SHAPES + 1
        if own not in found:
            within = (*above, own)
            found[own] = min(
                MOST_SHAPES + 1,
                1
                + sum(self._cost(child, found, within) for child in element.children)
                + sum(
                    times * self._cost(self.known[name], found, within)
                    for name, times in element.references
                    if name in self.known
                ),
            )
        return found[own]


def _size(attributes: Mapping[str, str]) -> tuple[float, float] | None:
    """Return width and height of a drawing as its root states them, else those of its view box."""
    lengths = [_LENGTH.match(attributes.get(name, "")) for name in ("width", "height")]
    sides = [float(found[1]) * _UNITS[found[2] or "px"] for found in lengths if found]
    if len(sides) < 2:
        try:
            sides = [float(number) for number in attributes.get("viewBox", "").replace(",", " ").split()][2:]
        except ValueError:
            return None
    return (sides[0], sides[1]) if len(sides) == 2 and min(sides) > 0 else None
