"""Outlines said in Chinese: every layout and every field by its name in Chinese."""

from __future__ import annotations

from typing import Any, get_origin

import yaml

from deckgen.content import Part
from deckgen.content.slot import declared
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.gallery import gallery_outline
from deckgen.layouts import find_layout, parts_of
from deckgen.outline.deck import DeckInfo, SlideInfo, SourceInfo
from deckgen.outline.places import BLOCKS_ZH, LAYOUT_ZH
from deckgen.outline.read import parse


def gallery_in_chinese(*names: str) -> str:
    """Return the outline of every layout's example, or of those named, in Chinese, as text."""
    root = parse(gallery_outline(names or None), "o.yaml").root
    slides = root["slides"]
    assert isinstance(slides, Sequence)
    for slide in slides:
        assert isinstance(slide, Mapping)
        say_slide_in_chinese(slide)
    say_in_chinese(root["deck"], (DeckInfo,))
    sources = root.get("sources")
    for source in sources.values() if isinstance(sources, Mapping) else ():
        say_in_chinese(source, (SourceInfo,))
    said = {BLOCKS_ZH[name]: _plain(block) for name, block in root.items()}
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False)


def say_slide_in_chinese(slide: Mapping) -> None:
    """Rename the layout of a slide and every field of it."""
    layout = find_layout(str(slide["layout"]))
    say_in_chinese(slide, (layout.model, SlideInfo))
    slide[LAYOUT_ZH] = Scalar(layout.name_zh)
    del slide["layout"]


def say_in_chinese(node: Node, models: tuple[type[Part], ...]) -> None:
    """Rename every field of a tree; categories and texts stay."""
    if isinstance(node, Sequence):
        for item in node:
            say_in_chinese(item, models)
    if not isinstance(node, Mapping):
        return
    for key, value in list(node.items()):
        model = next((model for model in models if key in model.model_fields), None)
        if model is None:
            continue
        field = model.model_fields[key]
        if get_origin(field.annotation) is not dict:
            say_in_chinese(value, tuple(parts_of(field.annotation)))
        del node[key]
        node[declared(field).zh] = value


def _plain(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.items()}
    return [_plain(item) for item in node] if isinstance(node, Sequence) else str(node)
