"""Texts in XML stand for themselves, and leave out what would spoil the file."""

from __future__ import annotations

import pytest
from lxml import etree

from deckgen.compiler import compile_outline, pptx_of
from deckgen.outline.read import parse
from deckgen.writers.svg.slide import svg_of
from deckgen.writers.xml import escaped, quoted
from tests.decks import Package


@pytest.mark.parametrize("text", ["a < b & c > d", "中文“引号”", "]]>", "&amp;", "line\ntab\t", "𠮷野家"])
def test_texts_are_read_back_as_they_are(text: str) -> None:
    root = etree.fromstring(f"<a b={quoted(text)}>{escaped(text)}</a>")
    assert (root.text, root.get("b")) == (text, text)


def test_control_characters_spoil_neither_deck_nor_drawing() -> None:
    text = 'deck: {title: t}\nslides:\n  - {layout: statement, text: "one\\u0007two\\uFFFEthree"}\n'
    compiled = compile_outline(parse(text, "deck.yaml"))
    assert compiled.setting
    assert "onetwothree" in svg_of(compiled.scenes[0], compiled.setting)
    etree.fromstring(svg_of(compiled.scenes[0], compiled.setting).encode())
    package = Package(pptx_of(compiled))
    assert "onetwothree" in "".join(package.xml("ppt/slides/slide1.xml").itertext())
