"""Does every text fit at a size a reader can read?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckgen.content.text import full_width_length
from deckgen.layouts import find_layout
from deckgen.problems import Kind, Problem
from deckgen.scene.items import Scene, TableBox, TextBox
from deckgen.scene.settle import text_boxes

OVERFLOW = Kind(
    "overflow", "error",
    "第 {page} 页「{name}」太长：{count} 字，这里最多放 {limit} 字（已缩到最小 {size} pt）。",
    "Slide {page}: “{name}” is too long: {count} characters where {limit} fit (already at the smallest size, {size} pt).",
    "请删约 {over} 字{instead_zh}。", "Cut about {over}{instead_en}.",
)  # fmt: skip
TABLE_OVERFLOW = Kind(
    "overflow", "error",
    "第 {page} 页「{name}」放不下：表格高出 {excess} pt（已缩到最小 {size} pt）。",
    "Slide {page}: “{name}” does not fit: the table is {excess} pt too high (already at the smallest size, {size} pt).",
    "请删约 {over} 字或减少行数{instead_zh}。", "Cut about {over} characters or some rows{instead_en}.",
)  # fmt: skip


def check_overflow(scene: Scene, page: int) -> Iterator[Problem]:
    """Yield an error for each box or table whose text does not fit."""
    instead = find_layout(scene.layout).roomier
    hints = {
        "instead_zh": f"，或改用 {instead} 版式" if instead else "",
        "instead_en": f", or use the layout {instead}" if instead else "",
    }
    for box in text_boxes(scene.items):
        if box.excess > 0:
            yield _box_problem(box, scene, page, hints)
    for item in scene.items:
        if isinstance(item, TableBox) and item.excess > 0:
            yield TABLE_OVERFLOW.at(
                item.span or scene.span,
                item.path,
                page=page,
                name=item.key,
                excess=math.ceil(item.excess),
                size=item.body.size(item.step),
                over=math.ceil(item.excess_chars),
                **hints,
            )


def _box_problem(box: TextBox, scene: Scene, page: int, hints: dict[str, str]) -> Problem:
    count, over = full_width_length(box.plain), max(1, math.ceil(box.excess_chars))
    return OVERFLOW.at(
        box.span or scene.span,
        box.path,
        page=page,
        name=box.key,
        count=count,
        limit=max(0, count - over),
        size=min(style.size(box.step) for style in box.styles),
        over=over,
        **hints,
    )
