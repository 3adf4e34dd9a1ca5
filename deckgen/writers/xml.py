"""Characters that XML reserves, written so that they stand for themselves.

The standard library's own escaping loads its whole network stack, which a build would pay for at every start.
"""

from __future__ import annotations


def escaped(text: str) -> str:
    """Return text as the content of an element."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def quoted(text: str) -> str:
    """Return text as the value of an attribute, quotation marks around it."""
    value = escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{value}"'
