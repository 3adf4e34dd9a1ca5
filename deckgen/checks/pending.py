"""Is anything left to be decided?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.checks.places import problem_in
from deckgen.problems import Kind, Problem
from deckgen.scene.items import Scene, TableBox

PENDING = Kind(
    "pending", "warning",
    "第 {page} 页{place_zh}里还有 {count} 处待定。", "Slide {page}: {place_en} leaves {cells_en} to be decided.",
    "定下来后请填上。", "Fill them in once they are decided.",
)  # fmt: skip

_OPEN = re.compile(
    r"tb[acd]|to be (?:agreed|announced|confirmed|decided|defined|determined)|not (?:yet )?decided|xx|\?{2,}"
    r"|待(?:补充?|填写?|定|商定|确定|确认|公布|议)|未定|尚未(?:决定|确定)|？{2,}",
    re.IGNORECASE,
)
"""What a cell holds that says nothing else, in either language; one that goes on says who decides, or when."""

_AROUND = " \t()（）[]【】<>「」*.。…-—–"
"""What such a word may stand in."""


def check_pending(scene: Scene, page: int) -> Iterator[Problem]:
    """Yield a warning for a slide whose table says that something is to be decided."""
    for item in scene.items:
        if isinstance(item, TableBox):
            count = sum([bool(_OPEN.fullmatch(cell.plain.strip(_AROUND))) for row in item.rows for cell in row])
            if count:
                cells = f"{count} cell{'s' * (count > 1)}"
                yield problem_in(item, scene, page, PENDING, count=count, cells_en=cells)
