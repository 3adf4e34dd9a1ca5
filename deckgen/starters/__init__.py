"""Starter outlines, a file per kind of deck and language: `review.zh.yaml` is the Chinese one of the kind `review`.

A starter is an outline that builds without problems as it is. Its first line says what it is for; its words are an
example, and its comments teach the language of outlines where one needs it.
"""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = Path(__file__).parent
_FILE = "outline.yaml"
"""What a starter calls its own file."""
_TITLE, _THEME = re.compile(r"(?m)^  title: (.+?)(?= +#|$)"), re.compile(r"(?m)^(  theme: )\S+")


def starter_kinds() -> list[str]:
    """Return the kinds of decks there are starters for, sorted."""
    return sorted({file.name.partition(".")[0] for file in _FOLDER.glob("*.yaml")})


def starter_file(kind: str, lang: str) -> Path:
    """Return the file of a starter; `lang` is `zh` or `en`."""
    return _FOLDER / f"{kind}.{lang}.yaml"


def starter_summary(kind: str, lang: str) -> str:
    """Return what a starter is for: the first line of its file."""
    with starter_file(kind, lang).open(encoding="utf-8") as stream:
        return stream.readline().removeprefix("#").strip()


def starter_outline(kind: str, lang: str, *, title: str, file: str, theme: str = "") -> str:
    """Return a starter under a title of its own; `file` is what its comments call it, `theme` replaces the one it names."""
    from deckgen.outline.write import plain_or_quoted  # what lists the kinds need not wait for it

    text = starter_file(kind, lang).read_text(encoding="utf-8")
    stated = _TITLE.search(text)
    assert stated, f"the starter {kind}.{lang} has no title"
    # the title of the deck stands on its cover too
    same = re.compile(rf"(?m)^( +(?:title|subtitle): ){re.escape(stated[1])}(?= +#|$)")
    text = same.sub(lambda found: found[1] + plain_or_quoted(title, behind_key=True), text)
    if theme:
        text = _THEME.sub(lambda found: found[1] + plain_or_quoted(theme), text, count=1)
    return text.replace(_FILE, f'"{file}"' if " " in file else file)
