"""A point in time by periods: `Q2`, or `Q2 50%` for how far into it. It is no text that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from deckgen.content.mistake import mistake
from deckgen.content.tree import Scalar
from deckgen.problems import Span

_SHARE = re.compile(r"(?P<name>.+?)\s+(?P<share>\d{1,3})\s*%$")


class When:
    """What an outline wrote, with the place it was written at."""

    __slots__ = ("plain", "span")

    def __init__(self, plain: str = "", span: Span | None = None) -> None:
        self.plain = plain.strip()
        self.span = span

    def among(self, periods: Sequence[str], share: float) -> float:
        """Return the point in periods from the start of the first; a bare period means `share` of the way into it.

        Raises:
            PydanticCustomError: there is no such period.
        """
        name = self.plain
        if name not in periods and (found := _SHARE.match(name)) and int(found["share"]) <= 100:
            name, share = found["name"], int(found["share"]) / 100
        if name in periods:
            return periods.index(name) + share
        raise mistake(
            "unknown-period", f"时段里没有「{self}」。", f"There is no period “{self}”.",
            f"可选：{'、'.join(periods)}；也可以写成「{periods[0]} 50%」。",
            f"Choose one of: {', '.join(periods)}; or say how far into it, as in “{periods[0]} 50%”.", self.span,
        )  # fmt: skip

    def __bool__(self) -> bool:
        return bool(self.plain)

    def __str__(self) -> str:
        return self.plain

    @classmethod
    def _validate(cls, value: object) -> When:
        if isinstance(value, Scalar):
            return cls(str.__str__(value), value.span)
        if isinstance(value, When):
            return value
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
