"""Does every text fit at a size a reader can read?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckgen.problems import Kind, Problem
from deckgen.scene.items import Scene, TableBox
from deckgen.scene.settle import text_boxes

OVERFLOW = Kind(
    "overflow", "error",
    "「{name}」太长，缩到最小字号仍放不下。", "“{name}” is too long, even at the smallest size.",
    "请删约 {chars} 字，或换更宽的版式。", "Cut about {chars} full-width characters, or use a roomier layout.",
)  # fmt: skip


def check_overflow(scene: Scene) -> Iterator[Problem]:
    """Yield an error for each box whose text does not fit."""
    for box in text_boxes(scene.items):
        if box.excess > 0:
            yield OVERFLOW.at(box.span or scene.span, box.path, name=box.path or box.key, chars=math.ceil(box.excess_chars))
    for item in scene.items:
        if isinstance(item, TableBox) and item.excess > 0:
            yield OVERFLOW.at(item.span or scene.span, item.path, name=item.path or item.key,
                              chars=math.ceil(item.excess_chars))  # fmt: skip
