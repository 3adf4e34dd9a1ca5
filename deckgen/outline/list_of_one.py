"""Lists in brackets whose entries only Chinese commas part: to YAML they are one entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.outline.write import plain_or_quoted
from deckgen.problems import Kind, Problem

LIST_OF_ONE = Kind(
    "list-of-one", "warning",
    "方括号里只有一项：「{mark}」不能把各项分开。", "The brackets hold one entry: “{mark}” does not part entries.",
    "要分成 {count} 项，请写 {parted}；本来就是一项，请给它加上双引号。",
    "For {count} entries write {parted}; if it is one, put it in double quotes.",
)  # fmt: skip

_CHINESE_COMMAS = re.compile("[，、；]")
_SENTENCES = ("footnotes", "notes")
"""Fields that often hold a single sentence."""


def check_lists_of_one(root: Mapping) -> Iterator[Problem]:
    """Yield a warning for each list in brackets that holds a single text with Chinese commas in it and no quotes."""
    for name in ("deck", "slides"):
        if name in root:
            yield from _within(root[name])


def _within(node: Node) -> Iterator[Problem]:
    if isinstance(node, Mapping):
        for name, inner in node.items():
            if name not in _SENTENCES:
                yield from _within(inner)
    elif isinstance(node, Sequence):
        for inner in node:
            if isinstance(inner, Scalar):
                if node.flow and len(node) == 1:
                    yield from _one(inner)
            else:
                yield from _within(inner)


def _one(entry: Scalar) -> Iterator[Problem]:
    marks = set(_CHINESE_COMMAS.findall(entry))
    if len(marks) != 1 or entry.quoted:  # entries are parted alike: where marks differ, it is a sentence
        return
    parts = [part.strip() for part in _CHINESE_COMMAS.split(entry) if part.strip()]
    if len(parts) > 1:
        parted = ", ".join(plain_or_quoted(part, in_braces=True) for part in parts)
        yield LIST_OF_ONE.at(entry.span, entry.path, mark=marks.pop(), count=len(parts), parted=f"[{parted}]")
