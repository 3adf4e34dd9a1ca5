"""Does a title say something once: on one slide, and in one place of it?"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content.text import Claim
from deckgen.outline.deck import DeckContent, SlideContent
from deckgen.outline.places import place_of, steps_of
from deckgen.problems import Kind, Problem

SAME_TITLE = Kind(
    "same-title", "warning",
    "标题「{title}」和第 {first} 张幻灯片的一样。", "The title “{title}” is that of slide {first} as well.",
    "请写出这一张多说了什么；翻目录、听读屏的人只靠标题认页。",
    "Say what this one adds: readers of an outline, and of a screen reader, tell slides by their titles.",
)  # fmt: skip
ECHO = Kind(
    "echoed-title", "warning",
    "{place_zh}把标题又说了一遍。", "{Place_en} says the title once more.",
    "请写标题之外的话：图表说明写指标、单位和时间，小结写由此该做什么；或者删去。",
    "Say what the title does not: a chart's measure, unit and date, or what follows from it. Or drop it.",
)  # fmt: skip

_SHORTEST = 6
"""From how many letters on two texts are equal by intent and not by chance."""


def check_repeats(deck: DeckContent) -> Iterator[Problem]:
    """Yield a warning for a title that two slides have, and for a text that says nothing but the title of its slide."""
    seen: dict[str, int] = {}
    for slide in deck.slides:
        title = slide.claim
        if not title:
            continue
        said = _letters(title.plain)
        if said in seen:
            yield SAME_TITLE.at(title.span or slide.span, title.path or slide.path, title=title.plain, first=seen[said])
        elif said:
            seen[said] = slide.number
        if len(said) >= _SHORTEST:
            yield from _echoes(slide, said, title)


def _echoes(slide: SlideContent, said: str, title: Claim) -> Iterator[Problem]:
    for text in slide.texts:
        # a text as long as the title may be the same; most are not
        if text is not title and abs(len(text.plain) - len(title.plain)) <= _SHORTEST and _letters(text.plain) == said:
            place = place_of(slide.layout.model, steps_of(text.path.removeprefix(slide.path)))
            yield ECHO.at(text.span or slide.span, text.path or slide.path, **place.facts)


def _letters(text: str) -> str:
    """Return a text without signs, spaces and case."""
    return "".join(filter(str.isalnum, text)).casefold()
