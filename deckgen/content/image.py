"""The picture of an outline: its file, what it shows, and the point that must stay in view."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, WithJsonSchema, model_validator

from deckgen.content.mistake import mistake
from deckgen.content.slot import Part, slot
from deckgen.content.text import Line
from deckgen.content.texts import values_of


class Focus(NamedTuple):
    """A point of a picture, in shares of its width from the left and of its height from the top."""

    x: float = 0.5
    y: float = 0.5


_WORDS = {
    "left": (0.0, None), "right": (1.0, None), "top": (None, 0.0), "bottom": (None, 1.0), "center": (None, None),
    "左": (0.0, None), "右": (1.0, None), "上": (None, 0.0), "下": (None, 1.0), "中": (None, None),
}  # fmt: skip
_WORD = re.compile(r"[a-z]+|[左右上下中]|[^\s-]+")


def _focus(value: Any) -> Any:
    """Read `[0.5, 0.3]`, `top left` or `左上`."""
    point = _named(value) if isinstance(value, str) else _measured(value)
    if point is None:
        written = value if isinstance(value, str) else ", ".join(map(str, value)) if isinstance(value, list) else "…"
        raise mistake(
            "not-focus", f"「{written}」不是图片上的一点。", f"“{written}” is no point of a picture.",
            "请写 top、bottom、left、right、center（可两个连用，如 top left），或 [0.5, 0.3]：从左、从上的比例。",
            "Write top, bottom, left, right or center (two together, as in top left), or shares from the left and "
            "the top, as in [0.5, 0.3].",
        )  # fmt: skip
    return point


def _named(text: str) -> Focus | None:
    found = [_WORDS.get(word) for word in _WORD.findall(text.strip().lower())]
    across = {x for place in found if place for x in place[:1] if x is not None}
    down = {y for place in found if place for y in place[1:] if y is not None}
    if not found or None in found or len(found) > 2 or len(across) > 1 or len(down) > 1:
        return None
    return Focus(*across or {0.5}, *down or {0.5})


def _measured(value: Any) -> Focus | None:
    try:
        x, y = map(float, value)
    except (TypeError, ValueError):
        return None
    return Focus(x, y) if 0 <= x <= 1 and 0 <= y <= 1 else None


FocusPoint = Annotated[
    Focus,
    BeforeValidator(_focus),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"type": ["string", "number"]}, "minItems": 2, "maxItems": 2},
            ]
        }
    ),
]


class Image(Part):
    """A picture from a file beside the outline."""

    MAIN = "file"

    file: Line = slot(
        "The file, as a path from the folder of the outline: PNG, JPEG or SVG.",
        "图片文件，路径从大纲所在的文件夹写起；PNG、JPEG 或 SVG。",
        zh="图片文件",
    )  # fmt: skip
    alt: Line = slot(
        "What the picture shows, for those who cannot see it.", "图片上有什么，讲给看不见图的人听。", zh="替代文字"
    )
    focus: FocusPoint = slot(
        "The point that stays in view when it is cropped.",
        "裁切时一定要留在画面里的那一点：左、右上，或 `[0.5, 0.3]`。",
        zh="焦点", default=Focus(),
    )  # fmt: skip

    @model_validator(mode="after")
    def _written(self) -> Image:
        if not self.file:
            raise mistake(
                "no-file", "图片的「file」（文件名）是空的。", "The “file” of the picture is empty.",
                "请写图片的文件名。", "Name its file.", self.file.span,
            )  # fmt: skip
        if not self.alt:
            raise mistake(
                "no-alt", "图片的「alt」（替代文字）是空的。", "The “alt” of the picture is empty.",
                "请写图片上有什么，供看不见的人听。", "Say what the picture shows, for those who cannot see it.",
                self.alt.span,
            )  # fmt: skip
        return self


def images_of(content: BaseModel) -> Iterator[Image]:
    """Yield every picture of a content model, in the order of its fields."""
    return values_of(content, Image)
