"""Has a slide that is to be built one by one anything to build?"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.outline.deck import SlideContent
from deckgen.problems import Kind, Problem
from deckgen.scene.items import Scene

NO_BUILD = Kind(
    "no-build", "warning",
    "这张幻灯片写了 build: one-by-one，但没有可以逐个出现的内容。",
    "The slide is to be built one by one, but nothing on it appears in steps.",
    "请删去 build:，或改用由要点、卡片或步骤组成的版式。", "Drop build:, or use a layout of points, cards or steps.",
)  # fmt: skip


def check_build(slide: SlideContent, scene: Scene) -> Iterator[Problem]:
    """Yield a warning for a slide whose build has no steps."""
    if slide.info.build == "one-by-one" and not scene.build:
        yield NO_BUILD.at(slide.span, f"{slide.path}.build")
