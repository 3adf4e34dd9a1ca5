"""What follows from a chart, beside it: heads and texts along a line of the emphasis colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content.text import Text
from deckgen.frame import Frame
from deckgen.scene.items import Insets, Item, Look
from deckgen.scene.page import CARD_INSET, Page
from deckgen.style import TextStyle, replace

_APART, _FILLED = 24.0, 0.75
"""Space between two takeaways, in points, doubled at most to fill this share of the zone."""

Takeaways = Sequence[tuple[Text, Text]]


def takeaway_items(takeaways: Takeaways, page: Page, frame: Frame) -> Iterator[Item]:
    """Yield takeaways, each a head and a text, level with the head of the chart; a head may be empty."""
    insets = Insets(left=CARD_INSET)
    entries = _entries(takeaways, page, _APART)
    needed = page.height(entries, frame.width, insets)
    if needed > frame.height:
        entries = _entries(takeaways, page, _APART / 2)
    elif len(takeaways) > 1:
        apart = _APART + (_FILLED * frame.height - needed) / (len(takeaways) - 1)
        entries = _entries(takeaways, page, max(_APART, min(apart, 2 * _APART)))
    box = page.box(entries, frame, key="takeaways", insets=insets)
    height = min(frame.height, page.height(entries, frame.width, insets))
    yield page.shape(frame._replace(width=3, height=height), Look("rect", "accent"), key="takeaways line", shared=False)
    yield box


def _entries(takeaways: Takeaways, page: Page, apart: float) -> list[tuple[Text, TextStyle]]:
    """A head and a text each; the pairs stand further `apart` than what belongs together."""
    head = replace(page.style("head"), sizes=(20, 18, 17, 16), after=4, tight_after=2)
    first_head, first_text = takeaways[0]
    if len(takeaways) == 1 and not first_head:
        return [(first_text, head)]
    text = replace(page.style("detail"), sizes=(16, 15, 14), after=apart, tight_after=apart / 2)
    return [entry for said, why in takeaways for entry in ((said, head), (why, text))]
