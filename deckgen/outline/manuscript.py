"""An outline file as it lies on the disk: its encoding, its mark and its line ends, which no change touches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from deckgen.problems import Change

GBK = "gb18030"
"""The name of the encoding that holds GBK and all that came before and after it."""

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_ENCODINGS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_MARK = "\ufeff"


@dataclass(frozen=True)
class Manuscript:
    """The rows of a file without their ends, the ends, and how the whole is encoded."""

    rows: tuple[str, ...]
    ends: tuple[str, ...]
    encoding: str = "utf-8"
    mark: str = ""

    @classmethod
    def of(cls, data: bytes) -> Manuscript:
        """Return the manuscript of a file in UTF-8, in GBK or, where its mark says so, in UTF-16.

        Raises:
            UnicodeDecodeError: it is in another encoding.
        """
        encoding = _ENCODINGS.get(data[:2], "utf-8")
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            encoding = GBK
            text = data.decode(encoding)
        mark = _MARK if text.startswith(_MARK) else ""
        pieces = _LINE_END.split(text[len(mark) :])
        return cls(tuple(pieces[::2]), (*pieces[1::2], ""), encoding, mark)

    @property
    def text(self) -> str:
        """The text as it is read."""
        return "".join(row + end for row, end in zip(self.rows, self.ends, strict=True))

    @property
    def data(self) -> bytes:
        """The file, byte for byte."""
        return (self.mark + self.text).encode(self.encoding)

    def changed(self, changes: Iterable[Change]) -> Manuscript:
        """Return the manuscript with changes none of which touches another."""
        rows = list(self.rows)
        for row, start, end, text in sorted(changes, reverse=True):
            rows[row] = rows[row][:start] + text + rows[row][end:]
        return replace(self, rows=tuple(rows))
