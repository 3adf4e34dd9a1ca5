"""A misspelt word of the outline language is mended where only one word can have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from deckgen.content import Part
from deckgen.content.slot import declared
from deckgen.layouts import find_layout, layout_names, parts_of
from deckgen.outline.deck import DeckInfo, SlideInfo, SourceInfo
from deckgen.outline.places import BLOCKS_ZH
from deckgen.problems import Change, Problem, Span
from deckgen.problems.suggest import only_one_meant

_WORD = re.compile(r"[\w-]+(?: [\w-]+)*")


def with_field_spelt(problem: Problem, word: str, known: Mapping[str, str]) -> Problem:
    """Return the problem of an unknown field with the change that mends its spelling, where that is certain.

    `known` are the fields it may be, with their names in Chinese. A word that names a field elsewhere is no slip of the
    pen: it stands in the wrong place.
    """
    meant = word_meant(word, known)
    return _respelt(problem, word, meant) if meant and word not in field_names() else problem


def with_value_spelt(problem: Problem, word: str, known: Mapping[str, str]) -> Problem:
    """Return the problem of an unknown value with the change that mends its spelling, where that is certain."""
    meant = word_meant(word, known)
    return _respelt(problem, word, meant) if meant else problem


def word_meant(word: str, known: Mapping[str, str]) -> str:
    """Return the word to write, in the language that it was misspelt in, or "" where none is certain.

    What holds other signs than letters is no word.
    """
    if not _WORD.fullmatch(word):
        return ""
    spellings = {zh: name for name, zh in known.items() if zh}
    return only_one_meant(word, spellings | {name: name for name in known})


def _respelt(problem: Problem, word: str, meant: str) -> Problem:
    change = _change(word, problem.span, meant)
    return problem.fixed_by(change) if change else problem


def _change(word: str, span: Span | None, meant: str) -> Change | None:
    """Return the change of a word in its place; quotes around it stay."""
    if span is None or span.length not in (len(word), len(word) + 2):
        return None
    start = span.column - 1 + (span.length - len(word)) // 2
    return Change(span.line - 1, start, start + len(word), meant)


def swapped_colon(line: str, start: int, colon: int) -> int:
    """Return where a colon ends that changed places with the last letter of the field it follows (`titl:e 复盘`), or 0."""
    letter, behind = line[colon + 1 : colon + 2], line[colon + 2 : colon + 3]
    names = field_names() | {"layout", *BLOCKS_ZH}
    swapped = letter.isalpha() and behind in ("", " ") and line[start:colon] not in names
    return colon + 2 if swapped and line[start:colon] + letter in names else 0


@cache
def field_names() -> frozenset[str]:
    """Return the names, in both languages, of all fields there are."""
    models: list[type[Part]] = [DeckInfo, SlideInfo, SourceInfo]
    models += [find_layout(name).model for name in layout_names()]
    return frozenset(word for model in models for word in _names_in(model))


def _names_in(model: type[Part]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        yield declared(field).zh
        for inner in parts_of(field.annotation):
            yield from _names_in(inner)
