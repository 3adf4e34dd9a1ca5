"""Snippets: what an editor writes where a slide, a card or a list begins, with a stop at each place to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from deckgen.content import Chart, Part
from deckgen.content.slot import declared
from deckgen.layouts import Layout, parts_of
from deckgen.outline.places import LAYOUT_ZH

_Stops = Iterator[int]

_FIRST = " "
"""Sorts a snippet before the fields it fills in."""


def slide_snippet(layout: Layout, zh: bool) -> dict[str, Any]:
    """Return the snippet of a new slide: its layout and what that needs, or, where it needs no more, what its example has."""
    key, name, other = (LAYOUT_ZH, layout.name_zh, layout.name) if zh else ("layout", layout.name, layout.name_zh)
    return {
        "label": f"{name} · {other}",
        "description": f"{layout.summary_zh}\n\n{layout.summary}",
        "body": {key: name, **_body(layout.model, zh, count(1), yaml.safe_load(layout.example))},
    }


def part_snippet(model: type[Part], zh: bool) -> dict[str, Any] | None:
    """Return the snippet that writes all fields a model needs; None where they are fewer than two."""
    if len(_needed(model)) < 2:
        return None
    body = _body(model, zh, count(1), None)
    words = ("必填字段", "Required fields")
    return {"label": words[0 if zh else 1], "sortText": _FIRST, "description": "\n\n".join(words), "body": body}


def field_snippet(field: FieldInfo, zh: bool) -> dict[str, Any] | None:
    """Return the snippet of a field that holds values by category, or one part which must be written in full."""
    parts, kind = parts_of(field.annotation), get_origin(field.annotation)
    if kind is dict:
        category, value = ("类别", "数值") if zh else ("category", "value")
        return {"label": f"{category}: {value}", "body": {f"${{1:{category}}}": "$2"}}
    return part_snippet(parts[0], zh) if parts and kind is not list and not is_plain(parts[0]) else None


def is_plain(model: type[Part]) -> bool:
    """Whether a part may be written as its main field alone."""
    return bool(model.MAIN) and set(_needed(model)) <= {model.MAIN}


def _needed(model: type[Part]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


def _body(model: type[Part], zh: bool, stops: _Stops, example: Any) -> dict[str, Any]:
    """Return the fields a model needs, with their stops; where it needs at most a title, those that its example has."""
    given = example if isinstance(example, dict) else {}
    fields = model.model_fields
    names = _needed(model)
    if not set(names) - {"title"}:
        names += [name for name in given or fields if name in fields and name not in names]
    return {
        declared(fields[name]).zh if zh else name: _value(fields[name], zh, stops, given.get(name)) for name in names
    }


def _value(field: FieldInfo, zh: bool, stops: _Stops, example: Any) -> Any:
    """Return what is written behind a field, a stop for each text; a chart shows how its data are written."""
    annotation, parts = field.annotation, parts_of(field.annotation)
    if Chart in parts:
        return {
            ("类型" if zh else "type"): f"${{{next(stops)}:column}}",
            ("数据" if zh else "data"): {
                f"${{{next(stops)}:{year}}}": f"${{{next(stops)}:{value}}}" for year, value in ((2024, 10), (2025, 20))
            },
        }
    if get_origin(annotation) is list:
        items = example if isinstance(example, list) else []
        return [_item(parts, zh, stops, items[0] if items else None) for _ in range(declared(field).at_least or 1)]
    choices = next((get_args(kind) for kind in (annotation, *get_args(annotation)) if get_origin(kind) is Literal), ())
    if choices:
        return f"${{{next(stops)}|{','.join(choices)}|}}"
    return _item(parts, zh, stops, example)


def _item(parts: list[type[Part]], zh: bool, stops: _Stops, example: Any) -> Any:
    if parts and is_plain(parts[0]) and get_origin(parts[0].model_fields[parts[0].MAIN].annotation) is list:
        return f"[${next(stops)}, ${next(stops)}]"
    if not parts or is_plain(parts[0]):
        return f"${next(stops)}"
    return _body(parts[0], zh, stops, example)
