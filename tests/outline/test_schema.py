"""The JSON Schema of the outline language: what it lets through and what it catches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from deckgen.layouts import find_layout, layout_names
from deckgen.outline.schema import outline_schema, slide_schema
from tests.decks import LIMITS, OUTLINES

SCHEMA = outline_schema()


class Loader(yaml.SafeLoader):
    """Reads YAML as JSON knows it, as editors do: a date is text, and so is `no`."""


Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:timestamp" and not (tag == "tag:yaml.org,2002:bool" and first in "yYnNoO")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return yaml.load(text, Loader)


def faults(outline: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(outline)]


def deck(slide: dict[str, Any]) -> dict[str, Any]:
    return {"deck": {"title": "Review"}, "slides": [slide]}


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", [*OUTLINES, *LIMITS], ids=lambda path: path.stem)
def test_outlines_that_build_pass(path: Path) -> None:
    assert faults(read(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", layout_names())
def test_every_example_passes_the_schema_of_its_layout(name: str) -> None:
    layout = find_layout(name)
    jsonschema.Draft202012Validator(slide_schema(layout)).validate(read(layout.example))


def test_an_unknown_layout_and_a_misspelt_field_are_caught() -> None:
    assert len(faults(deck({"layout": "bulets", "title": "Two things", "items": ["a", "b"]}))) == 1
    found = faults(deck({"layout": "bullets", "titel": "Two things", "title": "Two things", "items": ["a", "b"]}))
    assert len(found) == 1
    assert "titel" in found[0]


def test_a_missing_field_and_a_short_list_are_caught() -> None:
    assert any("'items'" in fault for fault in faults(deck({"layout": "bullets", "title": "Two things"})))
    assert faults(deck({"layout": "kpi-row", "title": "One", "items": [{"value": 1, "label": "only one"}]}))


def test_aliases_of_a_layout_pass_with_its_fields() -> None:
    items = [{"icon": "物流", "head": "准时送达"}, {"icon": "退货", "head": "上门换货"}]
    assert faults(deck({"layout": "three-cards", "title": "两件事", "items": items})) == []
    assert faults(deck({"layout": "three-cards", "title": "两件事", "cards": items})) != []
