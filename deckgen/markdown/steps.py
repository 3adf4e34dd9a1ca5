"""Lists that a talk shows entry by entry, in the ways of Pandoc and Quarto, of Slidev and of Marp."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.layouts import find_layout
from deckgen.markdown.source import in_code
from deckgen.markdown.talk import Form

REVEALS = re.compile(r"</?v-clicks?\b[^>]*>", re.IGNORECASE)
"""The tags of Slidev for it."""

_DIVISION = re.compile(r"\s*(?::{3,}|<div\b)[^>]*\bincremental\b")
_WHOLE = re.compile(r"\s*(?::{3,}|<div\b)[^>]*\bnonincremental\b")
_QUOTED = re.compile(r" {0,3}> ?")
_QUOTED_ENTRY = re.compile(r" {0,3}> ?(?:[-+*]|\d+[.)])\s")
"""The first entry of a list that stands as a quotation, which is how Pandoc writes one that appears entry by entry."""
_PAUSE = re.compile(r"\s*\. \. \.\s*$")
_ENTRY = re.compile(r"\s*(?P<sign>[-+*]|\d+[.)])\s")


def is_stepwise(lines: Sequence[tuple[int, str]], *, marp: bool, always: bool = False) -> bool:
    """Return whether a slide shows its list entry by entry.

    Marp does where the entries begin with an asterisk, other programs `always` where the talk says so at its head.
    """
    texts = [text for _, text in lines]
    if always and any(map(_ENTRY.match, texts)) and not any(map(_WHOLE.match, texts)):
        return True
    if any(_DIVISION.match(text) or REVEALS.search(text) or _PAUSE.match(text) for text in texts):
        return True
    if with_plain_lists(lines) != list(lines):
        return True
    signs = {match["sign"] for text in texts if (match := _ENTRY.match(text))} if marp else set()
    return signs == {"*"}


def with_plain_lists(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the lines of a slide with the lists that stand as quotations written as lists."""
    plain: list[tuple[int, str]] = []
    inside = begun = False
    for (number, text), code in zip(lines, list(in_code(lines)), strict=True):
        quote = None if code else _QUOTED.match(text)
        inside = bool(quote) and (inside or (not begun and bool(_QUOTED_ENTRY.match(text))))
        begun = bool(quote)
        plain.append((number, text[quote.end() :] if quote and inside else text))
    return plain


def in_steps(form: Form) -> Form:
    """Return a slide that shows its list entry by entry, or the slide as it is where its layout cannot."""
    entries = [form.get(name) for name in find_layout(str(form["layout"])).builds]
    if any(isinstance(value, list) and len(value) > 1 for value in entries):
        return {**form, "build": "one-by-one"}
    return form
