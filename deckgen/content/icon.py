"""The icon of an outline: one of the catalogue, by an English or a Chinese word."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from deckgen.content.mistake import mistake
from deckgen.content.tree import Scalar
from deckgen.problems import Span


class Icon:
    """An icon by name, with the place it was written at; empty where there is none.

    `written` is the word the outline uses, `name` what the catalogue calls the icon.
    """

    __slots__ = ("name", "path", "span", "written")

    def __init__(self, written: str = "", path: str = "", span: Span | None = None) -> None:
        """Find the icon that a word means.

        Raises:
            PydanticCustomError: the catalogue has none.
        """
        self.written = str(written).strip()
        self.name = _found(self.written, span) if self.written else ""
        self.path = path
        self.span = span

    def __bool__(self) -> bool:
        return bool(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Icon) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Icon({self.written!r})"

    @classmethod
    def _validate(cls, value: object) -> Icon:
        if isinstance(value, Scalar):
            return cls(str.__str__(value), value.path, value.span)
        if isinstance(value, Icon):
            return value
        if isinstance(value, str):
            return cls(value)
        raise PydanticCustomError("not_text", "text wanted")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string"}


def _found(word: str, span: Span | None) -> str:
    # the catalogue is read only where an icon is used
    from deckgen.icons import find_symbol, nearest_word

    try:
        return find_symbol(word).name
    except KeyError:
        near = nearest_word(word)
        raise mistake(
            "unknown-icon", f"没有名为「{word}」的图标。", f"There is no icon “{word}”.",
            f"是不是「{near}」？" if near else "用 deckgen icons 可查看、搜索全部图标，中英文都行。",
            f"Did you mean “{near}”?" if near else "deckgen icons lists them all and finds them by a word.", span,
        ) from None  # fmt: skip
