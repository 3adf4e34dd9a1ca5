"""Does every text fit at a size a reader can read?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckgen.checks.places import place_in, problem_in
from deckgen.content import Text
from deckgen.content.text import full_width_length, half_width_length
from deckgen.layouts import find_layout
from deckgen.outline.places import steps_of
from deckgen.problems import Kind, Problem
from deckgen.scene.items import Scene, TableBox, TextBox
from deckgen.scene.settle import text_boxes
from deckgen.typesetting.fit import PITCH

OVERFLOW = Kind(
    "overflow", "error",
    "第 {page} 页{place_zh}太长：{count_zh} 字，这里最多放 {limit_zh} 字（已缩到最小的 {size} pt）。",
    "Slide {page}: {place_en} is too long: {count_en} characters where {limit_en} fit "
    "(already at the smallest size, {size} pt).",
    "请删约 {over_zh} 字{instead_zh}。", "Cut about {over_en}{instead_en}.",
)  # fmt: skip
TABLE_OVERFLOW = Kind(
    "overflow", "error",
    "第 {page} 页{place_zh}太高：多出约 {lines} 行文字（已缩到最小的 {size} pt）。",
    "Slide {page}: {place_en} is too high by about {lines_en} of text (already at the smallest size, {size} pt).",
    "请删约 {over_zh} 字，或减少行数{instead_zh}。", "Cut about {over_en} characters or some rows{instead_en}.",
)  # fmt: skip


def check_overflow(scene: Scene, page: int) -> Iterator[Problem]:
    """Yield an error for each box or table whose text does not fit."""
    for box in text_boxes(scene.items):
        if box.excess > 0:
            yield _box_problem(box, scene, page)
    for item in scene.items:
        if isinstance(item, TableBox) and item.excess > 0:
            yield _table_problem(item, scene, page)


def _box_problem(box: TextBox, scene: Scene, page: int) -> Problem:
    over = max(1, math.ceil(box.excess_chars))
    count, letters = full_width_length(box.plain), half_width_length(box.plain)
    return OVERFLOW.at(
        box.span or scene.span, box.path or f"{scene.path}.{box.key}", page=page,
        **place_in(box, scene).facts,
        count_zh=count, limit_zh=max(0, count - over), over_zh=over,
        count_en=letters, limit_en=max(0, letters - 2 * over), over_en=2 * over,
        size=min(style.size(box.step) for style in box.styles),
        **_instead(scene, box.path),
    )  # fmt: skip


def _table_problem(table: TableBox, scene: Scene, page: int) -> Problem:
    size, over = table.body.size(table.step), math.ceil(table.excess_chars)
    lines = math.ceil(table.excess / (size * PITCH * table.body.line))
    return problem_in(
        table, scene, page, TABLE_OVERFLOW,
        lines=lines, lines_en=f"{lines} line{'s' * (lines != 1)}", over_zh=over, over_en=2 * over, size=size,
        **_instead(scene, table.path),
    )  # fmt: skip


def _instead(scene: Scene, path: str) -> dict[str, str]:
    """Return the layout that would hold the text; none holds a longer title or takeaway."""
    layout = find_layout(scene.layout)
    steps = steps_of(path.removeprefix(scene.path))
    field = layout.model.model_fields.get(str(steps[0])) if steps else None
    single = field is None or (isinstance(field.annotation, type) and issubclass(field.annotation, Text))
    if single or not layout.roomier:
        return {"instead_zh": "", "instead_en": ""}
    return {"instead_zh": f"，或改用版式 {layout.roomier}", "instead_en": f", or use the layout {layout.roomier}"}
