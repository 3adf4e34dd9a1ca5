"""Why a file that an outline names cannot be used."""

from __future__ import annotations

from deckgen.problems import Kind


class Unusable(Exception):
    """A file that cannot be used; `kind` and `facts` make the problem of it."""

    def __init__(self, kind: Kind, **facts: object) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.facts = facts
