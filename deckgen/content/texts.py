"""All values of one kind in a content model: its texts, its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeVar, get_args, get_origin

from pydantic import BaseModel

from deckgen.content.text import Text

_Kind = TypeVar("_Kind")


def values_of(content: BaseModel, kind: type[_Kind]) -> Iterator[_Kind]:
    """Yield every value of a kind, in the order of the fields."""
    for name in _fields_with(type(content), kind):  # type: ignore[arg-type]  # to mypy a type[_Kind] is not hashable
        value = getattr(content, name)
        if isinstance(value, kind):
            yield value
        elif value:
            yield from _inside(value, kind)


def texts_of(content: BaseModel) -> Iterator[Text]:
    """Yield every text of a content model, in the order of its fields."""
    return values_of(content, Text)


def _inside(value: object, kind: type[_Kind]) -> Iterator[_Kind]:
    if isinstance(value, BaseModel):
        yield from values_of(value, kind)
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, kind):
                yield item
            else:
                yield from _inside(item, kind)


@cache
def _fields_with(model: type[BaseModel], kind: type) -> tuple[str, ...]:
    """Return the fields of a model that can hold values of a kind, as they are declared: most hold no pictures."""
    return tuple(name for name, field in model.model_fields.items() if _can_hold(field.annotation, kind))


def _can_hold(annotation: object, kind: type) -> bool:
    if get_origin(annotation) is None and isinstance(annotation, type):
        return issubclass(annotation, kind) or (
            issubclass(annotation, BaseModel) and bool(_fields_with(annotation, kind))
        )
    return any(_can_hold(argument, kind) for argument in get_args(annotation))
