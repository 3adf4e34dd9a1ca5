"""The outline language as JSON Schema, derived from the layout files: what editors complete and check."""

from __future__ import annotations

import re
from typing import Any

from deckgen.content import Part
from deckgen.layouts import Layout, find_layout, layout_names
from deckgen.outline.deck import DeckInfo, SlideInfo, SourceInfo

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_REFERENCES = "#/$defs/{model}"


def outline_schema() -> dict[str, Any]:
    """Return the JSON Schema of an outline.

    A slide is an enum of layouts and, per layout, an `if`/`then` that allows its fields and no others: editors then
    complete the fields of the layout that was chosen, and complain about a misspelt one instead of about the whole slide.
    """
    layouts = [find_layout(name) for name in layout_names()]
    definitions: dict[str, Any] = {}
    slide = {
        "type": "object",
        "required": ["layout"],
        "properties": {
            "layout": {
                "enum": [name for layout in layouts for name in _names(layout)],
                "description": "The slide's layout.",
            }
        },
        "allOf": [_fields_of(layout, definitions) for layout in layouts],
    }
    return {
        "$schema": DIALECT,
        "title": "deckgen outline",
        "type": "object",
        "required": ["deck", "slides"],
        "additionalProperties": False,
        "properties": {
            "deck": _schema(DeckInfo, "deck", definitions),
            "sources": {"type": "object", "additionalProperties": _schema(SourceInfo, "source", definitions)},
            "slides": {"type": "array", "minItems": 1, "items": slide},
        },
        "$defs": definitions,
    }


def slide_schema(layout: Layout) -> dict[str, Any]:
    """Return the JSON Schema of one slide of a layout, complete in itself."""
    definitions: dict[str, Any] = {}
    then = _fields_of(layout, definitions)["then"]
    return {"$schema": DIALECT, "title": layout.name, "type": "object", **then, "$defs": definitions}


def _fields_of(layout: Layout, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the condition of one layout: where it is named, its fields and those of every slide are allowed."""
    own = _schema(layout.model, layout.name, definitions)
    if layout.splits:  # goes on on further slides
        own["properties"][layout.splits].pop("maxItems", None)
    common = _schema(SlideInfo, "slide", definitions)
    properties = {"layout": {"enum": _names(layout), "description": layout.summary}, **common["properties"]}
    return {
        "if": {"properties": {"layout": {"enum": _names(layout)}}, "required": ["layout"]},
        "then": {
            "properties": {**properties, **own["properties"]},
            "required": ["layout", *own.get("required", [])],
            "additionalProperties": False,
        },
    }


def _names(layout: Layout) -> list[str]:
    return [layout.name, *layout.aliases]


def _schema(model: type[Part], owner: str, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a model; what it refers to goes into `definitions`, under names of its `owner`."""
    # parts of different layouts have equal names: each layout keeps its own
    prefix = f"{owner}."
    schema = model.model_json_schema(ref_template=_REFERENCES)
    inner = schema.pop("$defs", {})
    definitions |= {prefix + name: _told(some, prefix) for name, some in inner.items()}
    told = _told(schema, prefix)
    assert isinstance(told, dict)
    return told


def _told(node: Any, prefix: str) -> Any:
    """Return a piece of pydantic's schema in the words of an outline: references, names, limits, plain numbers."""
    if isinstance(node, list):
        return [_told(inner, prefix) for inner in node]
    if not isinstance(node, dict):
        return node
    told = {key: _told(inner, prefix) for key, inner in node.items() if key not in ("title", "default", "properties")}
    if "properties" in node:  # its keys are the fields of an outline, one of which may well be called `title`
        told["properties"] = {name: _told(inner, prefix) for name, inner in node["properties"].items()}
    if "$ref" in told:
        told["$ref"] = re.sub(r"^#/\$defs/", f"#/$defs/{prefix}", told["$ref"])
    if "zh" in told:
        told["title"] = told.pop("zh")
    most, least, each = (told.pop(name, None) for name in ("at_most", "at_least", "each_at_most"))
    if told.get("type") == "array":
        told |= {name: limit for name, limit in (("minItems", least), ("maxItems", most)) if limit is not None}
        most = each
    if most is not None and "description" in told:
        told["description"] += f" At most {most} full-width characters are advised."
    if "enum" in told:
        # an outline need not quote them: `weight: 3`
        told["enum"] += [int(value) for value in told["enum"] if isinstance(value, str) and value.isdigit()]
    return told
