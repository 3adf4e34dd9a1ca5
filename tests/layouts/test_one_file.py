"""Adding a layout touches one file: everything else finds it there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen import layouts
from deckgen.cli import commands
from deckgen.compiler import compile_outline
from deckgen.gallery import gallery_outline
from deckgen.layouts import find_layout, layout_names
from deckgen.outline.read import parse
from deckgen.outline.schema import outline_schema
from docs.pages import write_pages

FILE = '''
"""One word in the middle of the slide.

Use it to test that a layout is one file.
"""

from collections.abc import Iterator

from deckgen.content import Content, Line, slot
from deckgen.scene import Item, Page

NAME_ZH = "一个词"
SUMMARY_ZH = "一页只写一个词。"
FAMILY = "text"
EXAMPLE = """
layout: one-word
title: 今年只有一个关键词
word: 信任
"""


class OneWord(Content):
    title: Line = slot("The claim.", "论断。", zh="结论标题", at_most=56)
    word: Line = slot("The word.", "那个词。", zh="关键词", at_most=8)


def draw(content: OneWord, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    yield page.text(content.word, "statement", page.body, anchor="middle")
'''


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A layout in a folder of its own."""
    (tmp_path / "one_word.py").write_text(FILE.lstrip(), encoding="utf-8")
    monkeypatch.setattr(layouts, "__path__", [*layouts.__path__, str(tmp_path)])
    yield "one-word"
    find_layout.cache_clear()


def test_a_layout_is_found_by_its_file(added: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert added in layout_names()

    listed = json.loads(CliRunner().invoke(commands, ["layouts", "--format", "json"]).output)
    (entry,) = (layout for layout in listed if layout["name"] == added)
    assert [field["name"] for field in entry["fields"]] == ["title", "word"]

    definitions = outline_schema()["$defs"]
    assert added in definitions["layout"]["anyOf"][1]["enum"]
    assert definitions[added]["properties"]["word"]["title"] == "关键词 · word"
    assert {"关键词", "word"} <= set(definitions[f"{added}.zh"]["properties"])

    scenes = compile_outline(parse(gallery_outline([added]), "gallery.yaml")).scenes
    assert [(scene.layout, scene.title) for scene in scenes] == [(added, "今年只有一个关键词")]

    monkeypatch.setattr("docs.pages.can_draw", lambda: False)
    monkeypatch.delenv("DECKGEN_RENDER", raising=False)
    write_pages(tmp_path / "pages")
    page = (tmp_path / "pages" / "layouts" / f"{added}.md").read_text(encoding="utf-8")
    assert "一个词" in page
    assert "| **`word`** | 关键词 | The word. | ≤ 8 |" in page
