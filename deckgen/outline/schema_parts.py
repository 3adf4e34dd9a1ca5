"""The fields of a model as JSON Schema: under all their names, each with what it may hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.fields import FieldInfo

from deckgen.content import Content, Icon, Part
from deckgen.content.slot import declared
from deckgen.layouts import parts_of
from deckgen.outline.chinese import names_of
from deckgen.outline.schema_snippets import field_snippet, is_plain, part_snippet
from deckgen.outline.schema_words import field_words

Json = dict[str, Any]

_SCALARS = ["string", "number"]

_TEXT, _MAYBE_TEXT, _FLAG, _ICON = "text", "maybe-text", "flag", "icon"
"""What many fields hold, by their names among the definitions: a text, one that may be left blank, yes or no, an icon."""

_BLANK: Json = {"title": "blank", "not": {"type": [*_SCALARS, "boolean", "object", "array"]}}
"""A field with nothing behind it, which is a field left out. Said in this roundabout way, editors do not offer it."""

_YES_NO = "|".join(
    "".join(f"[{char}{char.upper()}]" if char.isascii() else char for char in word)
    for word in ("true", "yes", "on", "是", "false", "no", "off", "否")
)


def reference(name: str) -> Json:
    """Return the schema that stands under a name among the definitions."""
    return {"$ref": f"#/$defs/{name}"}


def needs(name: str, *others: str) -> Json:
    """Return the schema of what has a field, under its name or another one; that it lacks is said by its name."""
    schema: Json = {"required": [name]}
    for other in others:
        schema = {"if": {"required": [other]}, "else": schema}
    return schema


def offers(values: Mapping[str, str]) -> Json:
    """Return the schema of what may be anything, of which an editor offers some values, each with what it means.

    The values stand in an alternative that nothing meets: an editor offers them all the same. Of one that is met it would
    show the whole list where the pointer rests on a value; and as long as none before the last is met, it would note at
    each value that it is not that one, which takes seconds in a long outline.
    """
    listed = {"enum": list(values), "enumDescriptions": list(values.values())}
    return {"anyOf": [{"title": ""}, {**listed, "errorMessage": "-", "not": {}}]}


def definition_of(model: type[Part], zh: bool) -> str:
    """Return the name of a model among the definitions: parts of different layouts may have equal names."""
    *_, room, file = model.__module__.split(".")
    owner = file.strip("_").replace("_", "-")
    name = model.__name__ if room != "layouts" else owner if issubclass(model, Content) else f"{owner}.{model.__name__}"
    return f"{name}.zh" if zh else name


class Definitions:
    """The named pieces of a schema.

    What has fields stands there twice, offering their English or their Chinese names; the other names are let through.
    The Chinese ones refer to the English ones for what both have in common.
    """

    def __init__(self) -> None:
        # what YAML takes for true or false is text too: said with `type`, editors would offer it
        self.all: Json = {
            name: {"anyOf": [{"if": {"type": others}, "else": {"type": _SCALARS}}]}
            for name, others in ((_TEXT, ["boolean"]), (_MAYBE_TEXT, ["boolean", "null"]))
        }
        words = {"if": {"type": "null"}, "else": {"type": "string", "pattern": f"^(?:{_YES_NO})$"}}
        self.add(_FLAG, {"anyOf": [{"type": "boolean"}, {"title": "yes", **words}]})

    def add(self, name: str, schema: Json) -> Json:
        """Name a schema, and return the reference to it."""
        self.all[name] = schema
        return reference(name)

    def part(self, model: type[Part], zh: bool) -> Json:
        """Return the schema of a part; one with a main field may be written as that alone."""
        name = definition_of(model, zh)
        if name not in self.all:
            whole: Json = {"type": "object", **self.fields(model, zh), "additionalProperties": False}
            snippet = part_snippet(model, zh)
            if snippet:
                whole["defaultSnippets"] = [snippet]
            if is_plain(model):
                main = model.model_fields[model.MAIN]
                self.add(name, {"anyOf": [whole, self._shape(_fields_of(model)[model.MAIN], main, zh)]})
            else:
                self.add(name, whole)
        return reference(name)

    def fields(self, model: type[Part], zh: bool, splits: str = "") -> Json:
        """Return the fields of a model, and which of them must be there. The list `splits` may be as long as it likes."""
        if zh:
            self.part(model, False)
        within = f"#/$defs/{definition_of(model, False)}{'/anyOf/0' if is_plain(model) else ''}/properties/"
        raw, names = _fields_of(model), names_of((model,))
        offered, others = Json(), Json()
        needed = []
        for name, field in model.model_fields.items():
            english = {"$ref": within + name}
            shown, *hidden = words = [names[name][1], name, *names[name][2:]] if zh else names[name]
            whole = not zh or parts_of(field.annotation)
            offered[shown] = self._field(name, field, raw[name], zh, name == splits) if whole else english
            others |= {word: {"allOf": [english], "doNotSuggest": True} for word in hidden}
            if field.is_required():
                needed.append(needs(*words))
        return {"properties": offered | others, **({"allOf": needed} if needed else {})}

    def _field(self, name: str, field: FieldInfo, raw: Json, zh: bool, splits: bool) -> Json:
        """Return a field: what it is called, what it may hold, what an editor writes into it first."""
        told, shape = field_words(name, field, splits), self._shape(raw, field, zh)
        if declared(field).examples:
            told["examples"] = list(declared(field).examples)
        if "enum" in shape and isinstance(field.default, str) and field.default:
            shape["default"] = field.default
        if splits:
            shape.pop("maxItems", None)
        if not field.is_required() and field.annotation is not bool:
            shape = _or_blank(shape, told["title"])
        elif parts_of(field.annotation) and "$ref" in shape:
            shape = {"anyOf": [shape]}  # referred to directly, an editor would unfold every field of it
        snippet = field_snippet(field, zh)
        return told | shape | ({"defaultSnippets": [snippet]} if snippet else {})

    def _shape(self, raw: Json, field: FieldInfo, zh: bool) -> Json:
        """Return what a field may hold, given what pydantic says of it."""
        shape = self._told(raw, field, zh)
        if shape.get("type") == "array":
            stated = declared(field)
            limits = {"minItems": stated.at_least, "maxItems": stated.at_most}
            shape |= {name: limit for name, limit in limits.items() if limit is not None}
        return shape

    def _told(self, raw: Json, field: FieldInfo, zh: bool) -> Json:
        if field.annotation is bool:
            return reference(_FLAG)
        if field.annotation is Icon:
            return self._icon()
        if "$ref" in raw:
            return self.part(parts_of(field.annotation)[0], zh)
        if raw.get("type") == _SCALARS:
            return reference(_TEXT)
        told: Json = {key: raw[key] for key in ("type", "enum", "minItems", "maxItems") if key in raw}
        if "enum" in told:
            # an outline need not quote them: `weight: 3`
            numbers = [int(value) for value in told["enum"] if isinstance(value, str) and value.isdigit()]
            words = [value for value in told["enum"] if value]
            told = {"enum": words + numbers}
            meanings = declared(field).choices
            if meanings:
                told["enumDescriptions"] = [
                    f"{meanings[word]} · {word}" if word in meanings else word for word in words
                ]
        for key in ("items", "additionalProperties"):
            if key in raw:
                told[key] = self._told(raw[key], field, zh)
        if "anyOf" in raw:
            # a text among other kinds has no anyOf of its own: editors would take its title from another field
            kinds = [
                kind if kind.get("type") == _SCALARS else self._told(kind, field, zh)
                for kind in raw["anyOf"]
                if kind != {"type": "null"}
            ]
            # of equal descriptions, or none, editors take all kinds to be met where one is
            others = [{"description": ""} | kind for kind in kinds[1:]]
            told |= {"anyOf": [kinds[0], *others]} if others else kinds[0]
        return told

    def _icon(self) -> Json:
        """Return the icons by their names and the first of their words in Chinese; any other word of theirs is let through."""
        if _ICON not in self.all:
            from deckgen.icons import symbols

            meanings = {symbol.name: "、".join(symbol.words_zh) for symbol in symbols().values()}
            for symbol in symbols().values():
                meanings.setdefault(symbol.words_zh[0], symbol.name)  # of icons that share a word it means the first
            self.add(_ICON, {"type": "string", **offers(meanings)})
        return reference(_ICON)


def _or_blank(shape: Json, title: str) -> Json:
    """Return what may hold the same, or nothing."""
    if shape == reference(_TEXT):
        return reference(_MAYBE_TEXT)
    if shape.get("type") == "array":  # stated as a type, editors would offer to write null
        listed = {key: value for key, value in shape.items() if key != "type"}
        return listed | {"if": {"type": "null"}, "else": {"type": "array"}}
    # alternatives without titles are confused by editors, which then show the title of none or of several
    return {"anyOf": [{"title": title} | shape, _BLANK]}


def _fields_of(model: type[Part]) -> dict[str, Json]:
    """Return the fields of a model in pydantic's words."""
    schema = model.model_json_schema()
    while "properties" not in schema:  # of a part with a main field it says what else it may be
        schema = schema["anyOf"][-1] if "anyOf" in schema else schema["$defs"][model.__name__]
    fields: dict[str, Json] = schema["properties"]
    return fields
