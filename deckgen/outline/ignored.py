"""Warnings that an outline does not want to hear of: `ignore: [no-source]` on a slide or, for all of it, in `deck:`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.outline.deck import Code, DeckContent
from deckgen.outline.places import slide_path
from deckgen.outline.spelling import with_value_spelt
from deckgen.problems import Kind, Problem, suggest
from deckgen.problems.codes import WARNINGS

NOT_IGNORED = Kind(
    "not-ignored", "warning",
    "「{code}」不是警告的代号，这里没有忽略任何东西。", "“{code}” is the code of no warning; nothing is ignored here.",
    "{help_zh}", "{help_en}",
)  # fmt: skip


def check_ignored(deck: DeckContent) -> Iterator[Problem]:
    """Yield a warning for each code that names no warning: errors cannot be ignored, a misspelt code ignores nothing."""
    for code in _codes(deck):
        word = str(code)
        if word not in WARNINGS:
            near = suggest(word, WARNINGS)
            problem = NOT_IGNORED.at(
                code.span, code.path, code=word,
                help_zh=f"是不是「{near}」？" if near else "代号写在报告的方括号里；错误要改好，不能忽略。",
                help_en=f"Did you mean “{near}”?"
                if near
                else "The report has the codes in brackets; errors are to be mended, not ignored.",
            )  # fmt: skip
            yield with_value_spelt(problem, word, dict.fromkeys(WARNINGS, ""))


def without_ignored(problems: Iterable[Problem], deck: DeckContent) -> list[Problem]:
    """Return the problems without the warnings that their slide or the deck does not want to hear of."""
    ignored: dict[str, set[str]] = {}
    for code in _codes(deck):
        ignored.setdefault(slide_path(code.path), set()).add(str(code))
    if not ignored:
        return list(problems)
    everywhere = ignored.get("", set())
    return [
        problem
        for problem in problems
        if problem.severity == "error" or problem.code not in everywhere | ignored.get(slide_path(problem.path), set())
    ]


def _codes(deck: DeckContent) -> Iterator[Code]:
    yield from deck.info.ignore
    for info in (*(slide.info for slide in deck.slides), *deck.faulty):
        yield from info.ignore
