"""A stretch of text with one appearance: the atom of everything that is set."""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Characters that share weight, link, position and colour.

    `link` is a URL. `mark` sets the run as a superscript note or source mark; `cite` is the key of the source whose
    number such a run shows. `scale` is the size in relation to the paragraph's (0.45 for a unit beside its number).
    `color` is a colour role, empty to inherit; `ground` is the one behind the characters, as for a tag within a line.
    """

    text: str
    bold: bool = False
    link: str = ""
    mark: bool = False
    scale: float = 1.0
    color: str = ""
    cite: str = ""
    ground: str = ""


class Paragraph(NamedTuple):
    """Runs that are set as one paragraph; `level` picks the style of its box, from 0."""

    runs: tuple[Run, ...]
    level: int = 0

    @property
    def plain(self) -> str:
        """The characters without their appearance."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])
