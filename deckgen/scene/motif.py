"""The theme's ornament on cover and section slides; it never stands under text."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.frame import Frame
from deckgen.scene.items import Look, Shape
from deckgen.scene.page import Page

_BEAT = (0.34, 0.62, 0.46, 0.86, 0.58, 0.28)
"""Heights of the bars, as shares of the slide: a pulse that rises and falls."""


def motif(page: Page) -> Iterator[Shape]:
    """Yield the ornament of the page's theme."""
    yield from {"beat": _beat, "block": _block}[page.setting.theme.motif](page)


def _beat(page: Page) -> Iterator[Shape]:
    """Staggered vertical bars at the right edge, centred on the slide's middle."""
    width, gap = 18.0, 12.0
    left = 960 - 48 - len(_BEAT) * width - (len(_BEAT) - 1) * gap
    for index, share in enumerate(_BEAT):
        height = round(540 * share / 6) * 6
        frame = Frame(left + index * (width + gap), (540 - height) / 2, width, height)
        role = "accent" if share == max(_BEAT) else "on-brand-faint"
        yield page.shape(frame, Look("rect", role, radius=page.setting.theme.radius), key=f"motif {index + 1}")


def _block(page: Page) -> Iterator[Shape]:
    """One block of the emphasis colour at the left edge."""
    yield page.shape(Frame(0, 144, 12, 132), Look("rect", "accent"), key="motif 1")
