"""The icon of an outline: one of the catalogue, by an English or a Chinese word."""

from __future__ import annotations

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from deckgen.content.mistake import mistake
from deckgen.content.written import Written
from deckgen.problems import Span


class Icon(Written):
    """An icon by name, with the place it was written at; empty where there is none.

    `source` is the word the outline uses, `name` what the catalogue calls the icon.
    """

    __slots__ = ("name",)

    def __init__(self, source: str = "", path: str = "", span: Span | None = None) -> None:
        """Find the icon that a word means.

        Raises:
            PydanticCustomError: the catalogue has none.
        """
        super().__init__(source.strip(), path, span)
        self.name = _found(self.source, span) if self.source else ""

    def __str__(self) -> str:
        return self.name

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
