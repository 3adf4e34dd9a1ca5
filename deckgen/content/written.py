"""A value that an outline writes as text: it remembers the place it was written at."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from deckgen.content.tree import Scalar
from deckgen.problems import Span


class Written:
    """What an outline wrote, as `source`; `path` and `span` say where.

    A kind of value reads from its source what it means; in Python it may be given as text or as a number.
    """

    __slots__ = ("path", "source", "span")

    def __init__(self, source: str = "", path: str = "", span: Span | None = None) -> None:
        self.source = str(source)
        self.path = path
        self.span = span

    def __str__(self) -> str:
        return self.source.strip()

    def __bool__(self) -> bool:
        return bool(str(self))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Written) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.source!r})"

    @classmethod
    def _validate(cls, value: object) -> Written:
        if isinstance(value, Scalar):
            return cls(value, value.path, value.span)
        if isinstance(value, Written):
            return value if isinstance(value, cls) else cls(value.source, value.path, value.span)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return cls(str(value))
        raise PydanticCustomError("not_text", "text wanted")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number"]}
