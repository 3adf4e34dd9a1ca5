"""Every field and every layout says in both languages what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args, get_origin

import pytest

from deckgen.content import Part
from deckgen.content.slot import declared
from deckgen.layouts import find_layout, layout_names, parts_of
from deckgen.outline.deck import DeckInfo, SlideInfo, SourceInfo
from deckgen.outline.theme_file import ThemeFile

_CODE = re.compile("`[^`]*`")
_HALF_WIDTH = re.compile("[\u4e00-\u9fff][,.;:!?()]")
"""A sign that no Chinese text has behind a character."""


def models(*roots: type[Part]) -> Iterator[type[Part]]:
    """Yield some models and all that their fields hold, each once."""
    seen: dict[type[Part], None] = {}
    waiting = list(roots)
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen[model] = None
            waiting += [part for field in model.model_fields.values() for part in parts_of(field.annotation)]
    yield from seen


MODELS = list(models(DeckInfo, SourceInfo, SlideInfo, ThemeFile, *(find_layout(name).model for name in layout_names())))


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: f"{model.__module__}.{model.__name__}")
def test_a_field_says_in_both_languages_what_to_write(model: type[Part]) -> None:
    for name, field in model.model_fields.items():
        stated = declared(field)
        assert field.description and field.description.endswith("."), name
        assert is_chinese(stated.zh) and is_chinese(stated.doc_zh) and stated.doc_zh.endswith("。"), name
        assert not _HALF_WIDTH.search(_CODE.sub("", stated.doc_zh)), name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: f"{model.__module__}.{model.__name__}")
def test_every_choice_is_explained_in_chinese(model: type[Part]) -> None:
    for name, field in model.model_fields.items():
        kinds = (field.annotation, *get_args(field.annotation))
        choices = next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())
        words = {choice for choice in choices if choice and not choice.isdigit()}
        if words and model is not ThemeFile:
            assert set(declared(field).choices) == words, name


@pytest.mark.parametrize("name", layout_names())
def test_a_layout_is_summed_up_in_chinese(name: str) -> None:
    summary = find_layout(name).summary_zh
    assert is_chinese(summary)
    assert summary.endswith("。")
    assert len(summary) <= 40
