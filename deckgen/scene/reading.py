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
"""Space between two sentences, doubled at most, and width of the line at their left, in points."""

_FILLED = 0.75
"""The share of the room beside a drawing that few sentences spread over."""


def reading(page: Page, texts: Sequence[Text], frame: Frame, key: str) -> Iterator[Item]:
    """Yield the sentences, level with the head of the drawing, beside a line of the emphasis colour."""
    inner = frame.width - CARD_INSET
    style = page.unbroken(texts, replace(page.style("body"), after=_APART, tight_after=_APART / 2), inner)
    insets = Insets(left=CARD_INSET, right=inner - eased_together(texts, style, page, inner))
    needed = page.height([(text, style) for text in texts], frame.width, insets)
    if len(texts) > 1:
        wider = (_FILLED * frame.height - needed) / (len(texts) - 1)
        style = replace(style, after=_APART + max(0.0, min(_APART, wider)))
    entries = [(text, style) for text in texts]
    height = min(frame.height, page.height(entries, frame.width, insets))
    yield page.shape(frame._replace(width=_BAR, height=height), Look("rect", "accent"), key=f"{key} line", shared=False)
    yield page.box(entries, frame, key=key, insets=insets)
