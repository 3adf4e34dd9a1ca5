"""Slides known from one reading of an outline to the next: one that stands there as before is not checked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.problems import Problem

_Content = TypeVar("_Content")


class _Checked(NamedTuple, Generic[_Content]):
    """A slide as it was written, and what it holds."""

    written: Node
    content: _Content


class Known(Generic[_Content]):
    """What the slides of an outline without mistakes hold, by their paths."""

    def __init__(self) -> None:
        self._slides: dict[str, _Checked[_Content]] = {}

    def content(self, node: Node, path: str, problems: list[Problem], check: Callable[[], _Content]) -> _Content:
        """Return what a slide holds: what is known of it, else what `check` finds, which adds its `problems`."""
        known = self._slides.get(path)
        if known and _alike(known.written, node):
            return known.content
        before = len(problems)
        content = check()
        if len(problems) == before:
            self._slides[path] = _Checked(node, content)
        return content


def _alike(one: Node, other: Node) -> bool:
    """Whether two trees hold the same at the same places of the same file."""
    if type(one) is not type(other) or one.span != other.span or len(one) != len(other):
        return False
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return str.__eq__(one, other) and one.quoted == other.quoted
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.key_spans == other.key_spans and all(
            mine == yours and _alike(one[mine], other[yours]) for mine, yours in zip(one, other, strict=True)
        )
    return (
        isinstance(one, Sequence)
        and isinstance(other, Sequence)
        and all(_alike(mine, yours) for mine, yours in zip(one, other, strict=True))
    )
