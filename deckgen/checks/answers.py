"""Does every recommendation answer a cause, and every cause find an answer (`visual.md` §3.3, 38)?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from deckgen.checks.subjects import subjects_of
from deckgen.content import Text
from deckgen.outline.deck import DeckContent, SlideContent
from deckgen.problems import Kind, Problem

UNANSWERED = Kind(
    "unanswered-cause", "warning",
    "成因「{cause}」没有对应的对策：后面的行动都没有提到它。",
    "Nothing answers the cause “{cause}”: no action speaks of it.",
    "请加一项针对它的行动，或在行动的理由里点明它。", "Add an action against it, or name it in the reason of one.",
)  # fmt: skip
NO_ANSWER = Kind(
    "unanswered-cause", "warning",
    "这份文稿讲了成因，却没有说该怎么办。", "The deck tells causes and never says what to do about them.",
    "请写一张行动建议，或在封底写下一步。", "Write a slide of recommendations, or next steps on the closing slide.",
)  # fmt: skip
UNFOUNDED = Kind(
    "unfounded-recommendation", "warning",
    "行动「{action}」没有对应的成因：前面没有提到它要解决什么。",
    "The action “{action}” answers no cause: nothing before it says what it is for.",
    "请写明理由（why），点出它解决的成因，或删去这一项。",
    "Name the cause it answers in its reason (why), or drop it.",
)  # fmt: skip

UNREASONED = Kind(
    "unfounded-recommendation", "warning",
    "这些行动都没有写理由，前面也没有讲成因。", "None of these actions has a reason, and nothing before tells of a cause.",
    "请给每一项加 why:，说明为什么做。", "Give each one a why:.",
)  # fmt: skip

_LONG_DECK = 6
"""From how many slides on a deck that tells causes should say what to do."""

_TOLD_AGAIN = ("agenda", "summary")
"""Roles of slides that only say what others say."""


class _Told(NamedTuple):
    """A cause or an action: the slide it stands on, its texts, and what they speak of."""

    slide: SlideContent
    texts: Sequence[Text]
    subjects: frozenset[str]

    def at(self, kind: Kind, **facts: object) -> Problem:
        """Return the problem of it."""
        first = self.texts[0]
        return kind.at(first.span or self.slide.span, first.path or self.slide.path, **facts)


def check_answers(deck: DeckContent) -> Iterator[Problem]:
    """Yield a warning for each cause that no action shares a word with, and for each action that comes from nowhere.

    Texts that share nothing may belong together all the same: where no cause at all meets an action, the two are told in
    other words, and nothing is said.
    """
    causes = [
        _Told(slide, texts, subjects_of(texts)) for slide in deck.slides for texts in slide.layout.causes(slide.content)
    ]
    actions = [
        _Told(slide, texts, subjects_of(texts))
        for slide in deck.slides
        for texts in slide.layout.actions(slide.content)
    ]
    if not causes:
        yield from _without_reasons(actions)
    elif actions:
        yield from _unanswered(causes, actions)
        yield from _unfounded(deck, causes, actions)
    elif len(deck.slides) >= _LONG_DECK:
        yield causes[0].at(NO_ANSWER)


def _without_reasons(actions: Sequence[_Told]) -> Iterator[Problem]:
    for _, group in groupby(actions, key=lambda action: action.slide.path):
        told = list(group)
        if not told[0].slide.layout.brand and not any(text for action in told for text in action.texts[1:]):
            yield told[0].at(UNREASONED)


def _unanswered(causes: Sequence[_Told], actions: Sequence[_Told]) -> Iterator[Problem]:
    """A cause is answered by an action, or where another slide says more of it and that is answered."""
    spoken = _together(actions)
    answered = [cause for cause in causes if cause.subjects & spoken]
    unmet = {
        cause.texts[0].plain: cause for cause in reversed(causes) if cause.subjects and not cause.subjects & spoken
    }
    for name, cause in unmet.items() if answered else ():
        if not cause.subjects & _together(other for other in answered if other.slide.path != cause.slide.path):
            yield cause.at(UNANSWERED, cause=name)


def _unfounded(deck: DeckContent, causes: Sequence[_Told], actions: Sequence[_Told]) -> Iterator[Problem]:
    """An action is founded on a cause or on anything said before it; the next steps of a closing slide are held to nothing."""
    spoken = _together(causes)
    held = [action for action in actions if action.subjects and not action.slide.layout.brand]
    unmet = [action for action in held if not action.subjects & spoken]
    if len(unmet) == len(held):
        return
    for action in unmet:
        said = (
            slide for slide in deck.slides[: deck.slides.index(action.slide)] if slide.layout.role not in _TOLD_AGAIN
        )
        if not any(action.subjects & subjects_of(slide.texts) for slide in said):
            yield action.at(UNFOUNDED, action=action.texts[0].plain)


def _together(told: Iterable[_Told]) -> frozenset[str]:
    """Return what some causes or actions speak of together."""
    return frozenset[str]().union(*(each.subjects for each in told))
