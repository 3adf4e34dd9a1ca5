"""All texts of a content model."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from deckgen.content.text import Text


def texts_of(content: BaseModel) -> Iterator[Text]:
    """Yield every text of a content model, in the order of its fields (a model keeps them in `__dict__`)."""
    for value in content.__dict__.values():
        yield from _texts_in(value)


def _texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        yield from texts_of(value)
    elif isinstance(value, list):
        for item in value:
            yield from _texts_in(item)
