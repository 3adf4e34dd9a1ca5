"""Texts, pictures and limits of a content, found by what its model declares."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from deckgen.content.image import Image, images_of
from deckgen.content.text import Text
from deckgen.content.texts import texts_of
from deckgen.gallery import gallery_outline
from deckgen.layouts import layout_names
from deckgen.outline.read import parse
from deckgen.outline.validate import validate


def everything(value: object) -> Iterator[object]:
    """Look into every field of a content, whatever it is declared to hold."""
    yield value
    if isinstance(value, BaseModel):
        for inner in value.__dict__.values():
            yield from everything(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from everything(inner)


@pytest.mark.parametrize("name", layout_names())
def test_no_text_or_picture_is_overlooked(name: str) -> None:
    deck, _ = validate(parse(gallery_outline([name]), "gallery.yaml").root)
    contents = [slide.content for slide in deck.slides]
    assert contents
    for content in contents:
        found = list(everything(content))
        assert list(texts_of(content)) == [value for value in found if isinstance(value, Text)]
        assert list(images_of(content)) == [value for value in found if isinstance(value, Image)]
