"""Does any paragraph end in a line of a single character (孤字)?"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.checks.places import problem_in
from deckgen.problems import Kind, Problem
from deckgen.scene.items import Scene
from deckgen.scene.settle import text_boxes

SINGLE = Kind(
    "single-character", "warning",
    "第 {page} 页{place_zh}的最后一行只有一个字。", "Slide {page}: the last line of {place_en} holds a single character.",
    "请删去或添上一两个字。", "Add or drop a word or two.",
)  # fmt: skip


def check_single(scene: Scene, page: int) -> Iterator[Problem]:
    """Yield a warning for each box that fitting could not rid of a single last character."""
    for box in text_boxes(scene.items):
        if box.single and not box.excess:
            yield problem_in(box, scene, page, SINGLE)
