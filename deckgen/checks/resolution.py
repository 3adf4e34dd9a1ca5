"""Is every picture sharp at the size it is placed at?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckgen.checks.places import problem_in
from deckgen.problems import Kind, Problem
from deckgen.scene.items import PictureBox, Scene

LOWEST = 150
"""The fewest pixels per inch at placed size (`visual.md` §1.7)."""

COARSE = Kind(
    "picture-coarse", "warning",
    "第 {page} 页{place_zh}像素不够，放在这里会发虚：每英寸 {found} 像素，至少要 {lowest}。",
    "Slide {page}: {place_en} has {found} pixels per inch where {lowest} are needed, and will look blurred.",
    "请换一张更大的图片：这里要露出 {width} × {height} 像素以上。",
    "Use a larger picture: {width} × {height} pixels or more should show here.",
)  # fmt: skip


def check_resolution(scene: Scene, page: int) -> Iterator[Problem]:
    """Yield a warning for each picture of fewer than 150 pixels per inch."""
    for item in scene.items:
        if isinstance(item, PictureBox) and item.picture.data:
            found = item.picture.resolution(item.frame.width, item.frame.height)
            if found < LOWEST:
                yield problem_in(
                    item,
                    scene,
                    page,
                    COARSE,
                    lowest=LOWEST,
                    found=math.floor(found),
                    width=math.ceil(item.frame.width / 72 * LOWEST),
                    height=math.ceil(item.frame.height / 72 * LOWEST),
                )
