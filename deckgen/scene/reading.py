"""What follows from a drawing, beside it: one to three sentences, each under a head where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content.text import Text
from deckgen.frame import Frame
from deckgen.scene.easing import eased_together
from deckgen.scene.items import Insets, Item, Look
from deckgen.scene.measures import Entry, Words
from deckgen.scene.page import CARD_INSET, Page
from deckgen.style import TextStyle, replace
from deckgen.typesetting.paragraph import RESERVE

_APART, _MOST_APART, _BAR = 24.0, 48.0, 3.0
"""Space between two sentences, at least and at most, and width of the line at their left, in points."""

_INSETS = Insets(CARD_INSET + _BAR, CARD_INSET, CARD_INSET, CARD_INSET)


def reading(page: Page, said: Sequence[tuple[Words, Text]], frame: Frame, key: str) -> Iterator[Item]:
    """Yield heads and sentences on a panel as tall as the drawing, spread over it, beside a line of the emphasis colour.

    A head may be empty; a single sentence without one is a claim, set as a head.
    """
    heads, texts = [head for head, _ in said if head], [text for _, text in said]
    inner = frame.width - _INSETS.left - _INSETS.right
    head = replace(page.style("head"), sizes=(20, 19, 18, 17, 16), after=4, tight_after=2)
    body = replace(page.style("body"), sizes=(18, 17, 16, 15, 14), after=_APART, tight_after=_APART / 2)
    if heads:
        body = replace(body, sizes=(16, 15, 14))
    elif len(texts) == 1:
        body = head = page.unbroken(texts, head, inner)
    head, body = page.fitted(heads, head, head.sizes, RESERVE * inner), page.unbroken(texts, body, inner)
    longest = max((page.width(some, head) / RESERVE for some in heads), default=0)
    eased = eased_together(texts, body, page, inner, min(inner, longest + 1), far=True)
    insets = _INSETS._replace(right=_INSETS.right + inner - eased)
    free = frame.height - page.height(_entries(said, head, body), frame.width, insets)
    if free < 0:  # what has to shrink needs the whole width, and breaks elsewhere
        insets = _INSETS
    body = replace(body, after=_APART + max(0.0, min(_MOST_APART - _APART, free / len(texts))))
    yield page.shape(frame, Look("rect", "surface"), key=f"{key} ground", shared=False)
    yield page.shape(frame._replace(width=_BAR), Look("rect", "accent"), key=f"{key} line", shared=False)
    yield page.box(_entries(said, head, body), frame, key=key, anchor="middle", insets=insets)


def _entries(said: Sequence[tuple[Words, Text]], head: TextStyle, body: TextStyle) -> list[Entry]:
    return [entry for claim, why in said for entry in ((claim, head), (why, body))]
