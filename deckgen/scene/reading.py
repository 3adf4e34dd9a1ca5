"""What follows from a drawing, in one to three sentences beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content.text import Text
from deckgen.frame import Frame
from deckgen.scene.easing import eased_together
from deckgen.scene.items import Insets, Item, Look
from deckgen.scene.page import CARD_INSET, Page
from deckgen.style import replace

_APART, _MOST_APART, _BAR = 24.0, 72.0, 3.0
"""Space between two sentences, at least and at most, and width of the line at their left, in points."""

_INSETS = Insets(CARD_INSET + _BAR, CARD_INSET, CARD_INSET, CARD_INSET)


def reading(page: Page, texts: Sequence[Text], frame: Frame, key: str) -> Iterator[Item]:
    """Yield the sentences on a panel as tall as the drawing, spread over it, beside a line of the emphasis colour."""
    inner = frame.width - _INSETS.left - _INSETS.right
    style = replace(page.style("body"), sizes=(18, 17, 16, 15, 14), after=_APART, tight_after=_APART / 2)
    style = page.unbroken(texts, style, inner)
    insets = _INSETS._replace(right=_INSETS.right + inner - eased_together(texts, style, page, inner))
    free = frame.height - page.height([(text, style) for text in texts], frame.width, insets)
    style = replace(style, after=_APART + max(0.0, min(_MOST_APART - _APART, free / len(texts))))
    yield page.shape(frame, Look("rect", "surface"), key=f"{key} ground", shared=False)
    yield page.shape(frame._replace(width=_BAR), Look("rect", "accent"), key=f"{key} line", shared=False)
    yield page.box([(text, style) for text in texts], frame, key=key, anchor="middle", insets=insets)
