"""Texts that stand in curly quotes as a whole: YAML knows only plain ones, and shows these on the slide."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content.tree import Mapping, Node, Scalar
from deckgen.problems import Kind, Problem

CURLY = Kind(
    "curly-quotes", "warning",
    "这段文字整个放在弯引号里，引号会原样出现在幻灯片上。",
    "The whole text stands in curly quotes, which will show on the slide.",
    "不想显示引号，就把两头的 {opening} 和 {closing} 换成半角的 \"；想显示，就在它们外面再加一对 \"。",
    "To show no quotes, put \" in the place of {opening} and {closing}; to show them, put another pair of \" around them.",
)  # fmt: skip

_PAIRS = {"“": "”", "‘": "’"}
_QUOTING = ("statement", "quote")
"""Layouts whose texts may be what somebody said."""


def check_curly(root: Mapping) -> Iterator[Problem]:
    """Yield a warning for each text of a deck that was put into curly quotes without plain ones around them."""
    for name in ("deck", "slides"):
        if name in root:
            yield from _within(root[name])


def _within(node: Node) -> Iterator[Problem]:
    if isinstance(node, Scalar):
        closing = _PAIRS.get(node[:1])
        if closing and not node.quoted and len(node) > 2 and node.find(closing) == len(node) - 1:
            yield CURLY.at(node.span, node.path, opening=node[0], closing=closing)
    elif not (isinstance(node, Mapping) and node.get("layout") in _QUOTING):
        for inner in node.values() if isinstance(node, Mapping) else node:
            yield from _within(inner)
