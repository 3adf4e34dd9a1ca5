"""All values of one kind in a content model: its texts, its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel

from deckgen.content.text import Text

_Kind = TypeVar("_Kind")


def values_of(content: BaseModel, kind: type[_Kind]) -> Iterator[_Kind]:
    """Yield every value of a kind, in the order of the fields (a model keeps them in `__dict__`)."""
    for value in content.__dict__.values():
        yield from _inside(value, kind)


def texts_of(content: BaseModel) -> Iterator[Text]:
    """Yield every text of a content model, in the order of its fields."""
    return values_of(content, Text)


def _inside(value: object, kind: type[_Kind]) -> Iterator[_Kind]:
    if isinstance(value, kind):
        yield value
    elif isinstance(value, BaseModel):
        yield from values_of(value, kind)
    elif isinstance(value, list):
        for item in value:
            yield from _inside(item, kind)
