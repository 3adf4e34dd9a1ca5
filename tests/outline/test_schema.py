"""The JSON Schema of the outline language: what it lets through and what it catches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from deckgen.layouts import Layout, find_layout, layout_names
from deckgen.outline.chinese import say_in_english
from deckgen.outline.read import parse
from deckgen.outline.schema import outline_schema, slide_schema, written
from deckgen.outline.schema_file import SCHEMA_FILE
from deckgen.outline.validate import validate
from tests.decks import LIMITS, OUTLINES
from tests.outline.chinese import gallery_in_chinese

SCHEMA = outline_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


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
    return [error.message for error in VALIDATOR.iter_errors(outline)]


def codes(text: str) -> set[str]:
    """Return the codes of what the validator says of an outline."""
    root = parse(text, "o.yaml").root
    return {problem.code for problem in (*say_in_english(root), *validate(root)[1])}


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


def test_what_an_author_calls_by_its_chinese_name_is_the_same() -> None:
    items = [{"数值": 1, "指标": "月活"}, {"value": 2, "label": "下载"}]
    for title in ("title", "结论标题", "标题"):
        for layout in ({"layout": "KPI 指标组"}, {"版式": "kpi-row"}, {"版式": "KPI指标组"}):
            assert faults({"文稿": {"标题": "复盘"}, "幻灯片": [{**layout, title: "一", "指标": items}]}) == []
    assert len(faults(deck({"版式": "KPI 指标组", "标题": "一", "指标": items[:1]}))) == 1
    assert "副标题" in faults(deck({"版式": "KPI 指标组", "标题": "一", "指标": items, "副标题": "二"}))[0]
    assert faults(deck({"版式": "封页", "标题": "一"})) != []


def test_the_gallery_in_chinese_passes() -> None:
    assert faults(yaml.safe_load(gallery_in_chinese())) == []


def test_the_file_of_the_package_is_the_schema() -> None:
    told = "a field or a layout has changed; renew the file with: deckgen schema -o deckgen/outline.schema.json"
    assert SCHEMA_FILE.read_text(encoding="utf-8") == written(SCHEMA), told


SLIDES = {
    f"{name}-{'zh' if zh else 'en'}": (layout, zh)
    for name in layout_names()
    for layout in [find_layout(name)]
    for zh in (False, True)
}


@pytest.mark.parametrize(("layout", "zh"), SLIDES.values(), ids=SLIDES)
def test_schema_and_validator_agree_on_fields(layout: Layout, zh: bool) -> None:
    """Each field of an example left out, or misspelt, in English and in Chinese, at every depth."""
    example = read(gallery_in_chinese(layout.name))["幻灯片"][0] if zh else read(layout.example)
    for slide in changed(example):
        found = codes(yaml.safe_dump(deck(slide), allow_unicode=True))
        counted = found & {"unknown-field", "missing-field", "unknown-layout", "not-group", "not-list", "too-few"}
        assert VALIDATOR.is_valid(deck(slide)) == (not counted), (slide, found)


def changed(node: Any) -> Iterator[Any]:
    """Yield a slide with each of its keys left out, and with each of them misspelt; what is keyed freely stays."""
    if isinstance(node, list):
        for index, item in enumerate(node[:1]):
            for other in changed(item):
                yield [*node[:index], other, *node[index + 1 :]]
    elif isinstance(node, dict):
        for key in node:
            rest = {name: value for name, value in node.items() if name != key}
            yield rest
            yield {**rest, f"{key}x": node[key]}
            if key not in ("data", "数据"):
                for other in changed(node[key]):
                    yield {**node, key: other}


def test_aliases_of_a_layout_pass_with_its_fields() -> None:
    items = [{"icon": "物流", "head": "准时送达"}, {"icon": "退货", "head": "上门换货"}]
    assert faults(deck({"layout": "three-cards", "title": "两件事", "items": items})) == []
    assert faults(deck({"layout": "three-cards", "title": "两件事", "cards": items})) != []
