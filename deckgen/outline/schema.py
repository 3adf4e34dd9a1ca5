"""The outline language as JSON Schema, derived from the layout files: what editors complete, explain and check."""

from __future__ import annotations

import json
import re
from typing import Any

from deckgen.layouts import Layout, find_layout, layout_names
from deckgen.outline.chinese import names_of
from deckgen.outline.deck import DeckInfo, SlideInfo, SourceInfo
from deckgen.outline.places import BLOCKS_ZH, LAYOUT_ZH
from deckgen.outline.schema_parts import Definitions, Json, needs, offers, reference
from deckgen.outline.schema_snippets import part_snippet, slide_snippet
from deckgen.outline.schema_words import layout_words, told

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_BLOCKS = {
    "deck": ("这份文稿是什么：标题、语言、主题。", "What the deck is: its title, language and theme."),
    "sources": ("文稿引用的来源，每个自取一个名字，幻灯片用这个名字引用它。",
                "What the deck rests on, each under a name of your own that slides refer to."),
    "slides": ("一张张幻灯片，按放映的顺序。", "The slides, in their order."),
}  # fmt: skip
_LAYOUT = ("幻灯片的版式：先选它，再填它的字段。", "The slide's layout: choose it first, then fill its fields.")
_LAYOUT_TITLE = f"{LAYOUT_ZH} · layout"
_NO_LAYOUT = "没有这种版式。There is no such layout."
_SLIDE, _LAYOUTS = "slide", "layout"


def outline_schema() -> Json:
    """Return the JSON Schema of an outline.

    A slide that names its layout is held, by one `if`/`then` per layout, against the fields of that layout and no
    others: editors then complete the fields of the layout that was chosen, and complain about a misspelt one instead of
    about the whole slide. A slide that names none is offered the layouts, each as a slide to fill in. Every field goes
    by its English and by its Chinese name; a slide that began in one language is offered the names of that language.
    """
    layouts = [find_layout(name) for name in layout_names()]
    definitions = Definitions()
    for zh in (False, True):
        definitions.add(_layout_of(zh), _layout_names(layouts, zh))
    blocks: Json = {}
    for zh in (False, True):
        shapes: dict[str, Json] = {
            "deck": definitions.part(DeckInfo, zh),
            "sources": {"type": "object", "additionalProperties": definitions.part(SourceInfo, zh)},
            "slides": {"type": "array", "minItems": 1, "allOf": [{"items": _slide(layouts, definitions, zh)}]},
        }
        for name, shape in shapes.items():
            blocks[BLOCKS_ZH[name] if zh else name] = told(name, BLOCKS_ZH[name], *_BLOCKS[name]) | shape
    return {
        "$schema": DIALECT,
        "title": "deckgen",
        "description": "PowerPoint 文稿的大纲\n\nThe outline of a PowerPoint deck",
        "type": "object",
        "properties": blocks,
        "allOf": [needs(name, BLOCKS_ZH[name]) for name in ("deck", "slides")],
        "additionalProperties": False,
        "$defs": definitions.all,
    }


def slide_schema(layout: Layout) -> Json:
    """Return the JSON Schema of one slide of a layout, complete in itself, by its English names."""
    definitions = Definitions()
    definitions.add(_SLIDE, definitions.fields(SlideInfo, False))
    fields = _fields(layout, definitions, False)
    return {
        "$schema": DIALECT,
        "title": layout.name,
        "type": "object",
        "required": ["layout"],
        "properties": {"layout": _named(layout)},
        "allOf": [reference(_SLIDE), fields],
        "$defs": definitions.all,
    }


def written(schema: Json) -> str:
    """Return the text of a schema, a definition a line, so that a change of it can be read."""
    head = {key: value for key, value in schema.items() if key != "$defs"}
    lines = ",\n".join(f"{_written(name)}: {_written(value)}" for name, value in schema["$defs"].items())
    return f'{_written(head)[:-1]}, "$defs": {{\n{lines}\n}}}}\n'


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _slide(layouts: list[Layout], definitions: Definitions, zh: bool) -> Json:
    """Return a slide of a block by its English or its Chinese name, which differ in what they offer where one begins."""
    begun = [_begun(layouts, definitions, chinese) for chinese in (False, True)]
    new = {
        "type": "object",  # else an editor takes it for a value, and offers the snippets twice
        "properties": {_key(chinese): _choice(chinese) for chinese in ((True, False) if zh else (False, True))},
        "allOf": [needs(_key(zh))],
        "defaultSnippets": [slide_snippet(layout, zh) for layout in layouts],
    }
    return {
        "title": f"{BLOCKS_ZH['slides']} · slide",
        "type": "object",
        **_where("layout", begun[0], _where(LAYOUT_ZH, begun[1], new)),
    }


def _where(key: str, then: Json, otherwise: Json) -> Json:
    # only a mapping has keys: where the type is left open, a dash with nothing behind it would pass
    return {"if": {"type": "object", "required": [key]}, "then": then, "else": otherwise}


def _begun(layouts: list[Layout], definitions: Definitions, zh: bool) -> Json:
    """Return a slide that names its layout under the English or the Chinese name of that field."""
    name, key = f"{_SLIDE}.zh" if zh else _SLIDE, _key(zh)
    if name not in definitions.all:
        conditions = [
            {"if": {"properties": {key: _named(layout)}}, "then": _fields(layout, definitions, zh)}
            for layout in layouts
        ]
        # an editor explains a field in the words it finds first: the layout says them, the choice of one comes last
        choice = {"properties": {key: _choice(zh)}}
        definitions.add(name, {**definitions.fields(SlideInfo, zh), "allOf": [*conditions, choice]})
    return reference(name)


def _fields(layout: Layout, definitions: Definitions, zh: bool) -> Json:
    """Return the fields of a layout by name; those of every slide are let through, being described elsewhere."""
    name = f"{layout.name}.zh" if zh else layout.name
    if name not in definitions.all:
        own = names_of((layout.model, SlideInfo))
        fields = definitions.fields(layout.model, zh, splits=layout.splits)
        common = [word for field in SlideInfo.model_fields for word in own[field]]
        known = [word for word in common if word not in fields["properties"]]
        snippet = part_snippet(layout.model, zh)
        definitions.add(
            name,
            {"type": "object", **fields}
            | {"properties": {_key(zh): {"description": layout_words(layout)}, **fields["properties"]}}
            | {"patternProperties": {f"^(?:{'|'.join(map(re.escape, known))})$": True}, "additionalProperties": False}
            | ({"defaultSnippets": [snippet]} if snippet else {}),
        )
    return reference(name)


def _key(zh: bool) -> str:
    return LAYOUT_ZH if zh else "layout"


def _layout_of(zh: bool) -> str:
    return f"{_LAYOUTS}.zh" if zh else _LAYOUTS


def _choice(zh: bool) -> Json:
    """Return the field that names the layout."""
    return told("layout", LAYOUT_ZH, *_LAYOUT) | reference(_layout_of(zh))


def _layout_names(layouts: list[Layout], zh: bool) -> Json:
    """Return the names of the layouts; Chinese ones are offered last, or alone."""
    english = {name: layout for layout in layouts for name in (layout.name, *layout.aliases)}
    names = ({} if zh else english) | {layout.name_zh: layout for layout in layouts}
    pattern = f"^(?:{'|'.join(map(_spellings, layouts))})$"
    offered = {name: layout_words(layout) for name, layout in names.items()}
    return {"type": "string", "pattern": pattern, "patternErrorMessage": _NO_LAYOUT, **offers(offered)}


def _named(layout: Layout) -> Json:
    """Return the schema of a layout's name, in any way it may be written."""
    # the title is what an editor shows above the words of whichever layout it is
    return {"title": _LAYOUT_TITLE, "type": "string", "pattern": f"^(?:{_spellings(layout)})$"}


def _spellings(layout: Layout) -> str:
    return "|".join([layout.name, *layout.aliases, "".join(map(_spelling, layout.name_zh))])


def _spelling(char: str) -> str:
    """Return the pattern of one character of a layout's name in Chinese: signs may be left out, case does not matter."""
    if char == "×":
        return "[×xX]"
    if char.isascii() and char.isalpha():
        return f"[{char.upper()}{char.lower()}]"
    return char if char.isalnum() else "[^0-9A-Za-z一-鿿]*"
