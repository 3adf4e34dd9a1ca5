"""What follows from a drawing, in one to three sentences beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content.text import Text
from deckgen.frame import Frame
from deckgen.scene.easing import eased_together
from deckgen.scene.items import Insets, Item, Look
from deckgen.scene.page import CARD_INSET, Page
from deckgen.style import replace

_APART, _BAR = 24.0, 3.0
"""Space between two sentences and width of the line at their left, in points."""


def reading(page: Page, texts: Sequence[Text], frame: Frame, key: str) -> Iterator[Item]:
    """Yield the sentences, level with the head of the drawing, beside a line of the emphasis colour."""
    style = replace(page.style("body"), after=_APART, tight_after=_APART / 2)
    inner = frame.width - CARD_INSET
    insets = Insets(left=CARD_INSET, right=inner - eased_together(texts, style, page, inner))
    entries = [(text, style) for text in texts]
    height = min(frame.height, page.height(entries, frame.width, insets))
    yield page.shape(frame._replace(width=_BAR, height=height), Look("rect", "accent"), key=f"{key} line", shared=False)
    yield page.box(entries, frame, key=key, insets=insets)
