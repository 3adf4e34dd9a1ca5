"""Citations as Pandoc and Quarto write them: `[@key]`, `[see @key, p. 3; @other]`."""

from __future__ import annotations

import re
from collections.abc import Sequence

CITATION = re.compile(r"\s?\[(?:[^\[\]@]*\s)?-?@[A-Za-z0-9_][^\[\]]*\](?![(\[])")
"""One in brackets, with the blank before it. A mere `@name` may be an address or an account, and stays."""


def without_citations(text: str) -> str:
    """Return a line without its citations; code keeps what looks like one."""
    pieces = text.split("`")
    return "`".join(CITATION.sub("", piece) if not at % 2 else piece for at, piece in enumerate(pieces))


def citations_in(lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the citations in some lines, each with the number of its line."""
    found = []
    for number, text in lines:
        for piece in text.split("`")[::2]:
            found += [(number, match.group().strip()) for match in CITATION.finditer(piece)]
    return found
