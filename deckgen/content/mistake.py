"""A mistake that only the field itself can see, in both languages."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from deckgen.problems import Span

MISTAKE = "mistake"


def mistake(
    code: str, zh: str, en: str, zh_hint: str = "", en_hint: str = "", span: Span | None = None
) -> PydanticCustomError:
    """Return the error to raise while a content model is validated; it becomes a problem of that code.

    `span` is where the mistake stands, where that is narrower than the field.
    """
    facts = {"code": code, "zh": zh, "en": en, "zh_hint": zh_hint, "en_hint": en_hint, "span": span}
    return PydanticCustomError(MISTAKE, "mistake", facts)
