"""The theme's ornament on cover and section slides; it never stands under text."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.frame import MARGIN, SLIDE_HEIGHT, SLIDE_WIDTH, Frame, cells
from deckgen.scene.items import Look, Shape
from deckgen.scene.page import Page

_BEAT = (0.04, 0.08, 0.05, 0.12, 0.22, 0.14, 0.34, 0.56, 0.28, 0.16, 0.24, 0.1, 0.06, 0.04)
"""Heights of the bars, as shares of the slide: a pulse that rises to one beat and dies away."""

_BAR, _PITCH = 4.0, 18.0


def motif(page: Page, beside: Frame) -> Iterator[Shape]:
    """Yield the ornament of the page's theme; `beside` is the frame of the slide's main words."""
    if page.setting.theme.motif == "beat":
        yield from _beat(page)
    else:
        yield from _block(page, beside)


def _beat(page: Page) -> Iterator[Shape]:
    """Thin bars that run out of the slide at the right, the highest in the emphasis colour."""
    left, middle = cells(10, 12, 0, 1).x, SLIDE_HEIGHT / 2
    for index, share in enumerate(_BEAT):
        height = round(SLIDE_HEIGHT * share / 6) * 6.0
        frame = Frame(left + index * _PITCH, middle - height / 2, _BAR, height)
        role = "on-brand-mark" if share == max(_BEAT) else "on-brand-line"
        yield page.shape(frame, Look("rect", role, radius=_BAR / 2), key=f"motif {index + 1}")


def _block(page: Page, beside: Frame) -> Iterator[Shape]:
    """A quiet panel at the right, and in the margin a block of the emphasis colour as high as the words beside it."""
    left = cells(10, 12, 0, 1).x
    panel = Frame(left, 0, SLIDE_WIDTH - left, SLIDE_HEIGHT)
    yield page.shape(panel, Look("rect", "on-brand-surface"), key="motif 1")
    block = Frame(MARGIN / 2, beside.y, 6, beside.height)
    yield page.shape(block, Look("rect", "on-brand-mark"), key="motif 2")
