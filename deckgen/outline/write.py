"""Content as an outline that a person would have written: what parses into the same texts, with as few signs as it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from deckgen.content.text import half_width_length
from deckgen.outline.signs import quoted

Data: TypeAlias = "str | Sequence[Data] | Mapping[str, Data]"
"""What an outline is made of: texts, lists and mappings."""

WIDEST = 110
"""The longest line that braces and brackets may make, in half-width characters."""

_WIDEST_LIST = 80
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=]"
_PLAIN = re.compile(rf"{_FIRST}[^:#\"'：]*(?:(?<=[^\s]):(?=[^\s])[^:#\"'：]*)*")
_NUMBER = re.compile(r"[+-]?\d[\d.]*[%+]?")
_IN_BRACES = re.compile(r"[,\[\]{}：]|:")
_RESERVED = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff\u2028\u2029]+")


def outline_text(blocks: Mapping[str, Data]) -> str:
    """Return an outline: its blocks, of `slides` one after another with a blank line between."""
    lines: list[str] = []
    for name, value in blocks.items():
        if name != "slides" or isinstance(value, str | Mapping):
            lines += _entry(name, value, 0)
            continue
        lines.append("slides:")
        for number, slide in enumerate(value):
            lines += [""] * bool(number)
            lines += _item(slide, 2, open=True)
    return "\n".join(lines) + "\n"


def plain_or_quoted(text: str, *, in_braces: bool = False, behind_key: bool = False) -> str:
    """Return a text of one line as an outline writes it: in quotes where YAML would read it as something else.

    Where a key may stand, a full-width colon could be meant to end one; `behind_key` it is nothing but text.
    """
    text = " ".join(_CONTROL.sub(" ", text).split())
    asked = text.replace("：", "，") if behind_key else text
    if text.lower() in _RESERVED or not (_PLAIN.fullmatch(asked) or _NUMBER.fullmatch(text)):
        return quoted(text)
    return quoted(text) if in_braces and _IN_BRACES.search(text) else text


def _entry(name: str, value: Data, indent: int) -> list[str]:
    """Return the lines of a key with its value."""
    lead = " " * indent + name + ":"
    if isinstance(value, str):
        return _text(lead, value, indent)
    short = None
    if isinstance(value, Mapping) and indent > 0:
        short = _in_one_line(value, WIDEST - len(lead))
    elif not isinstance(value, Mapping) and all(isinstance(item, str) for item in value):
        short = _in_one_line(value, _WIDEST_LIST - len(lead))
    if short is not None:
        return [f"{lead} {short}"]
    if isinstance(value, Mapping):
        return [lead, *(line for key, inner in value.items() for line in _entry(key, inner, indent + 2))]
    return [lead, *(line for item in value for line in _item(item, indent + 2))]


def _text(lead: str, value: str, indent: int) -> list[str]:
    if "\n" not in value:
        return [f"{lead} {plain_or_quoted(value, behind_key=lead.endswith(':'))}"]
    rows = [_CONTROL.sub(" ", row).replace("\t", "    ").rstrip() for row in value.strip("\n").split("\n")]
    # a text whose first line is indented says so, lest YAML take that for the indentation of all
    sign = "|2-" if rows[0].startswith(" ") else "|-"
    return [f"{lead} {sign}", *(" " * (indent + 2) + row if row else "" for row in rows)]


def _item(value: Data, indent: int, *, open: bool = False) -> list[str]:
    """Return the lines of an item of a list; an `open` one is never set in braces."""
    dash = " " * indent + "- "
    if isinstance(value, str):
        return _text(dash[:-1], value, indent)
    short = None if open else _in_one_line(value, WIDEST - len(dash))
    if short is not None:
        return [dash + short]
    if isinstance(value, Mapping):
        lines = [line for key, inner in value.items() for line in _entry(key, inner, indent + 2)]
    else:
        lines = [line for item in value for line in _item(item, indent + 2)]
    return [dash + lines[0][indent + 2 :], *lines[1:]]


def _in_one_line(value: Data, room: int) -> str | None:
    """Return a list or mapping in brackets or braces; None where it would be too long or hold paragraphs."""
    try:
        text = "".join(_flow(value))
    except _Paragraphs:
        return None
    return text if half_width_length(text) <= room else None


class _Paragraphs(Exception):
    """A text of several lines cannot stand in braces."""


def _flow(value: Data) -> Iterator[str]:
    if isinstance(value, str):
        if "\n" in value:
            raise _Paragraphs
        yield plain_or_quoted(value, in_braces=True)
        return
    mapping = isinstance(value, Mapping)
    yield "{" if mapping else "["
    pairs = value.items() if isinstance(value, Mapping) else (("", item) for item in value)
    for number, (key, inner) in enumerate(pairs):
        yield ", " * bool(number) + f"{key}: " * bool(key)
        yield from _flow(inner)
    yield "}" if mapping else "]"
