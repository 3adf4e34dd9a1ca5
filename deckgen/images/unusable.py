"""Why a file that an outline names cannot be used."""

from __future__ import annotations

from deckgen.problems import Kind

BROKEN = Kind(
    "picture-broken", "error",
    "图片「{name}」不完整或已损坏。", "The picture “{name}” is incomplete or damaged.",
    "请重新导出或下载。", "Export or download it again.",
)  # fmt: skip


class Unusable(Exception):
    """A file that cannot be used; `kind` and `facts` make the problem of it."""

    def __init__(self, kind: Kind, **facts: object) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.facts = facts
