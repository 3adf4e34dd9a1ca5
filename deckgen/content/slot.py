"""The words a layout file declares its fields with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from deckgen.content.tree import Mapping as Fields
from deckgen.content.tree import Node, Scalar

REQUIRED: Any = ...


def slot(
    doc: str,
    doc_zh: str,
    *,
    zh: str,
    at_most: int | None = None,
    at_least: int | None = None,
    each_at_most: int | None = None,
    choices: Mapping[str, str] | None = None,
    examples: Sequence[str] = (),
    default: Any = REQUIRED,
) -> Any:
    """Declare a field of a layout.

    `doc` and `doc_zh` say what to write there, `zh` is the name of the field in Chinese, shown as the prompt of its placeholder.
    `at_most` is the length a text should not exceed, in full-width characters (half-width ones count half), or the
    number of items a list may have; `at_least` is the fewest items, `each_at_most` the length of each text of a list.
    `choices` says in Chinese what each word means that may stand there, `examples` are values worth offering. A field
    without `default` must be written.
    """
    stated = {
        "at_most": at_most, "at_least": at_least, "each_at_most": each_at_most, "choices": choices, "examples": examples,
    }  # fmt: skip
    limits = {name: value for name, value in stated.items() if value}
    extra: dict[str, Any] = {"zh": zh, "doc_zh": doc_zh, **limits}
    if default is REQUIRED:
        return Field(description=doc, json_schema_extra=extra)
    if isinstance(default, list | dict):
        return Field(default_factory=type(default), description=doc, json_schema_extra=extra)
    return Field(default=default, validate_default=isinstance(default, str), description=doc, json_schema_extra=extra)


class Declared(NamedTuple):
    """What `slot` stated of a field: its name and its sentence in Chinese, its limits, and what may stand there."""

    zh: str = ""
    doc_zh: str = ""
    at_most: int | None = None
    at_least: int | None = None
    each_at_most: int | None = None
    choices: Mapping[str, str] = {}
    examples: Sequence[str] = ()


def declared(field: FieldInfo) -> Declared:
    """Return what was stated of a field; nothing of one that was declared without `slot`."""
    stated: Any = field.json_schema_extra
    return Declared(**stated) if isinstance(stated, dict) else Declared()


class Part(BaseModel):
    """A group of fields inside a layout, such as one card.

    `MAIN` names the field that a part written as plain text fills, or as a plain list where that field is a list; empty
    where a part must be written in full.
    """

    # a validator is built when it is first needed: parts inside others never need one of their own
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    MAIN: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _accept_plain(cls, value: Any) -> Any:
        if cls.MAIN and isinstance(value, str | list):
            return {cls.MAIN: value}
        if isinstance(value, Fields):
            # a field that holds nothing was left out: `title:` lacks a title, `takeaway:` takes its default
            return {name: inner for name, inner in value.items() if not (_blank(inner) and name in cls.model_fields)}
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        written = handler(schema)
        return {"anyOf": [{"type": ["string", "number", "array"]}, written]} if cls.MAIN else written


def _blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.blank


class Content(Part):
    """The fields of one layout."""


def _flag(value: object) -> object:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in ("true", "yes", "on", "是"):
            return True
        if word in ("false", "no", "off", "否", ""):
            return False
        raise PydanticCustomError("not_flag", "true or false wanted")
    return value


Flag = Annotated[bool, BeforeValidator(_flag)]
"""Yes or no: `true`/`false`, `yes`/`no`, `是`/`否`."""
