"""Characters that XML reserves, written so that they stand for themselves.

The standard library's own escaping loads its whole network stack, which a build would pay for at every start.
"""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold, however it is written: control characters and halves of surrogate pairs."""


def escaped(text: str) -> str:
    """Return text as the content of an element, without the characters that XML cannot hold."""
    if not text.isprintable():
        text = _UNWRITABLE.sub("", text)
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def quoted(text: str) -> str:
    """Return text as the value of an attribute, quotation marks around it."""
    value = escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{value}"'
