"""Text of an outline: plain characters with **bold**, links and source marks, nothing more."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from copy import copy
from typing import ClassVar

from deckgen.content.run import Run
from deckgen.content.written import Written
from deckgen.problems import Span

_INLINE = re.compile(
    r"\\(?P<escaped>[\\*\[\]])|\*\*(?P<bold>.+?)\*\*|\[(?P<label>[^\[\]]+)\]\((?P<url>[^()\s]+)\)"
    r"|\[@(?P<cite>[^\[\]@\s]+)\]|\[\^(?P<note>\d{1,2})\]"
)


class Text(Written):
    """Words to be set, with the place they were written at.

    `runs` carry the appearance and `marked` says whether note or source marks are among them, `plain` is what a reader
    sees. A newline is a forced line break.
    """

    __slots__ = ("marked", "plain", "runs")

    multiline: ClassVar[bool] = True

    def __init__(self, source: str = "", path: str = "", span: Span | None = None) -> None:
        """Read `source`, which may hold `**bold**`, `[label](url)`, `[@source]` and `[^1]`; `\\\\` escapes."""
        super().__init__(source, path, span)
        text = source.strip()
        if "\n" in text and not self.multiline:
            text = " ".join(text.split("\n"))
        self._take(parse_runs(text))

    @property
    def cites(self) -> list[str]:
        """The keys of the sources the text cites."""
        return [run.cite for run in self.runs if run.cite] if self.marked else []

    @property
    def notes(self) -> list[int]:
        """The numbers of the footnotes the text refers to."""
        return [ord(run.text) - 0x245F for run in self.runs if run.mark and not run.cite] if self.marked else []

    def restyled(self, runs: Iterable[Run]) -> Text:
        """Return the text with runs of another appearance; it still knows where it was written."""
        changed = copy(self)
        changed._take(tuple(runs))
        return changed

    def _take(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs
        if len(runs) == 1:  # as most texts are
            self.marked, self.plain = runs[0].mark, runs[0].text
        else:
            self.marked = any(run.mark for run in runs)
            self.plain = "".join([run.text for run in runs])

    def __bool__(self) -> bool:
        return bool(self.plain)

    def __str__(self) -> str:
        return self.plain


class Line(Text):
    """Text of one paragraph: line breaks in the outline become spaces."""

    __slots__ = ()

    multiline = False


class Claim(Line):
    """A line that is to say something of its slide, as a sentence and not as a label (`visual.md` §1.2)."""

    __slots__ = ()


def full_width_length(text: str) -> int:
    """Return the length in full-width characters: half-width ones count half, rounded up."""
    return math.ceil(half_width_length(text) / 2)


def half_width_length(text: str) -> int:
    """Return the length in half-width characters, as one counts Latin letters: full-width ones count twice."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, int]):
    """The width of each character in half-width ones, looked up when it is first met."""

    def __missing__(self, char: str) -> int:
        self[char] = width = 2 if unicodedata.east_asian_width(char) in "WFA" else 1
        return width


_WIDTHS = _Widths()


def parse_runs(text: str) -> tuple[Run, ...]:
    """Return the runs of a marked-up text."""
    if "*" not in text and "[" not in text and "\\" not in text:
        return (Run(text),) if text else ()
    runs: list[Run] = []
    position, plain = 0, ""
    for match in _INLINE.finditer(text):
        plain += text[position : match.start()]
        position = match.end()
        if match["escaped"]:
            plain += match["escaped"]
            continue
        if plain:
            runs.append(Run(plain))
            plain = ""
        if match["bold"]:
            runs.extend(run._replace(bold=True) for run in parse_runs(match["bold"]))
        elif match["label"]:
            runs.append(Run(match["label"], link=match["url"]))
        elif match["cite"]:
            runs.append(Run("[0]", mark=True, cite=match["cite"]))
        else:
            runs.append(Run(chr(0x245F + max(1, min(20, int(match["note"])))), mark=True))
    plain += text[position:]
    if plain:
        runs.append(Run(plain))
    return tuple(runs)
