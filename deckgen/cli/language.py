"""The language of what the command line says of itself: the locale's."""

from __future__ import annotations

import os


def locale_is_chinese() -> bool:
    """Whether the environment asks for Chinese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return value.lower().startswith("zh")
    if os.name == "nt":
        import locale

        return (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese"))
    return False


def said(zh: str, en: str) -> str:
    """Return the text in the locale's language."""
    return zh if locale_is_chinese() else en
