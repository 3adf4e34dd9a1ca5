"""Does a title or a single-sentence point end in a full stop (`visual.md` §1.2, 2 and 5)?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.checks.prose import Prose, Spot, bullets, problem_at
from deckgen.content import Text
from deckgen.outline.deck import DeckContent
from deckgen.problems import Kind, Problem

STOP_IN_TITLE = Kind(
    "closing-stop", "warning",
    "标题末尾有句号：「{found}」。", "The title ends in a full stop: “{found}”.",
    "请改成「{wanted}」。", "Write “{wanted}”.",
)  # fmt: skip
STOP_IN_POINT = Kind(
    "closing-stop", "warning",
    "要点只有一句话，末尾却有句号：「{found}」。", "The point is a single sentence and ends in a full stop: “{found}”.",
    "请改成「{wanted}」。", "Write “{wanted}”.",
)  # fmt: skip

_STOP = re.compile(r"(?<=[^。！？；…])。(?=[\s\ufffc]*$)")
_MARKED_STOP = "**。**"
"""A bold full stop: without it the marks would stand empty."""
_SENTENCES = re.compile(r"[。！？；](?=.*\S)", re.DOTALL)


def check_stops(deck: DeckContent, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for each title and each point that ends in a full stop.

    Points beside one of several sentences keep theirs: entries of one list are set alike.
    """
    yield from _stop(STOP_IN_TITLE, deck.info.title, lines)
    for slide in deck.slides:
        if not any("。" in text.source for text in slide.texts):
            continue
        title = getattr(slide.content, "title", None)
        if isinstance(title, Text):
            yield from _stop(STOP_IN_TITLE, title, lines)
        for points in bullets(slide.content):
            if not any(_SENTENCES.search(point.plain) for point in points):
                for point in points:
                    yield from _stop(STOP_IN_POINT, point, lines)


def _stop(kind: Kind, text: Text, lines: Sequence[str]) -> Iterator[Problem]:
    if "。" not in text.source or _MARKED_STOP in text.source:
        return
    prose = Prose(text)
    found = _STOP.search(prose.words)
    if (
        found
        and not _SENTENCES.search(prose.words[: found.start()] + "。")
        and (problem := problem_at(kind, prose, [Spot(*found.span(), "")], lines))
    ):
        yield problem
