"""Layouts and fields named in Chinese become the names they stand for: `版式: 封面` is read as `layout: cover`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, get_origin

from deckgen.content import Part
from deckgen.content.slot import declared
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.layouts import find_layout, parts_of
from deckgen.outline.deck import DeckInfo, SlideInfo, SourceInfo
from deckgen.outline.places import BLOCKS_ZH, LAYOUT_ZH
from deckgen.problems import Kind, Problem

TWICE = Kind(
    "duplicate-key", "error",
    "「{key}」和上面的「{other}」是同一个字段。", "“{key}” and “{other}” above are the same field.",
    "请删去一个。", "Take one of them out.",
)  # fmt: skip


class _Field(NamedTuple):
    """A field by its name in English: the parts it holds, and whether their keys are the author's own (categories)."""

    name: str
    parts: tuple[type[Part], ...] = ()
    keyed: bool = False


def say_in_english(root: Mapping) -> Iterator[Problem]:
    """Give every field of a tree, and every layout it names, its English name; paths follow. What is English stays.

    Yields a problem for each field that stands there under both its names.
    """
    yield from _rename(root, {zh: _Field(name) for name, zh in BLOCKS_ZH.items()})
    yield from say_fields_in_english(root.get("deck"), (DeckInfo,))
    sources = root.get("sources")
    for source in sources.values() if isinstance(sources, Mapping) else ():
        yield from say_fields_in_english(source, (SourceInfo,))
    slides = root.get("slides")
    for slide in slides if isinstance(slides, Sequence) else ():
        if isinstance(slide, Mapping):
            yield from _slide(slide)


def _slide(slide: Mapping) -> Iterator[Problem]:
    yield from _rename(slide, {LAYOUT_ZH: _Field("layout")})
    name = slide.get("layout")
    try:
        own = (find_layout(name).model,) if isinstance(name, Scalar) else ()
    except KeyError:
        own = ()
    yield from say_fields_in_english(slide, (*own, SlideInfo))


def say_fields_in_english(node: Node | None, models: tuple[type[Part], ...]) -> Iterator[Problem]:
    """Rename the fields of the parts that a node is, or that are its items; what is in English already stays."""
    if isinstance(node, Sequence):
        for item in node:
            yield from say_fields_in_english(item, models)
    elif isinstance(node, Mapping):
        fields = fields_of(models)
        yield from _rename(node, fields)
        for key, value in node.items():
            field = fields.get(key)
            if field is None or not field.parts:
                continue
            for inner in value.values() if field.keyed and isinstance(value, Mapping) else (value,):
                yield from say_fields_in_english(inner, field.parts)


def _rename(mapping: Mapping, fields: dict[str, _Field]) -> Iterator[Problem]:
    """Give the keys of one mapping their English names; they keep their places and their order."""
    if all(key.isascii() for key in mapping):
        return
    written, spans = dict(mapping), dict(mapping.key_spans)
    mapping.clear()
    mapping.key_spans.clear()
    first: dict[str, str] = {}
    for key, value in written.items():
        name = fields[key].name if key in fields else key
        if name in mapping:
            yield TWICE.at(spans.get(key), _path(mapping, name), key=key, other=first[name])
            continue
        if name != key:
            _move(value, value.path, _path(mapping, name))
        mapping[name] = value
        first[name] = key
        if key in spans:
            mapping.key_spans[name] = spans[key]


def _path(mapping: Mapping, name: str) -> str:
    return f"{mapping.path}.{name}" if mapping.path else name


def _move(node: Node, old: str, new: str) -> None:
    """Let every path within a node begin anew."""
    node.path = new + node.path[len(old) :]
    for inner in () if isinstance(node, Scalar) else node.values() if isinstance(node, Mapping) else node:
        _move(inner, old, new)


@cache
def fields_of(models: tuple[type[Part], ...]) -> dict[str, _Field]:
    """Return the fields of some models by both their names; of two of one name that of the first model counts."""
    fields: dict[str, _Field] = {}
    for model in models:
        for name, stated in model.model_fields.items():
            kind = stated.annotation
            field = _Field(name, tuple(parts_of(kind)), get_origin(kind) is dict)
            fields.setdefault(name, field)
            fields.setdefault(declared(stated).zh, field)
    if "title" in fields:  # whatever kind of title a layout calls it
        fields.setdefault("标题", fields["title"])
    return fields


def names_of(models: tuple[type[Part], ...]) -> dict[str, list[str]]:
    """Return the fields of some models, each with all its names: the English one first, then the Chinese ones."""
    names: dict[str, list[str]] = {}
    for word, field in fields_of(models).items():
        names.setdefault(field.name, []).append(word)
    return names
