"""Lists that a talk shows entry by entry, in the ways of Pandoc and Quarto, of Slidev and of Marp."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.layouts import find_layout
from deckgen.markdown.talk import Form

REVEALS = re.compile(r"</?v-clicks?\b[^>]*>", re.IGNORECASE)
"""The tags of Slidev for it."""

_DIVISION = re.compile(r"\s*(?::{3,}|<div\b)[^>]*\bincremental\b")
_PAUSE = re.compile(r"\s*\. \. \.\s*$")
_ENTRY = re.compile(r"\s*(?P<sign>[-+*]|\d+[.)])\s")


def is_stepwise(lines: Sequence[tuple[int, str]], *, marp: bool) -> bool:
    """Return whether a slide shows its list entry by entry; Marp does where the entries begin with an asterisk."""
    texts = [text for _, text in lines]
    if any(_DIVISION.match(text) or REVEALS.search(text) or _PAUSE.match(text) for text in texts):
        return True
    signs = {match["sign"] for text in texts if (match := _ENTRY.match(text))} if marp else set()
    return signs == {"*"}


def in_steps(form: Form) -> Form:
    """Return a slide that shows its list entry by entry, or the slide as it is where its layout cannot."""
    entries = [form.get(name) for name in find_layout(str(form["layout"])).builds]
    if any(isinstance(value, list) and len(value) > 1 for value in entries):
        return {**form, "build": "one-by-one"}
    return form
