"""What a layout may know of the deck around its slide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from deckgen.problems import Span
from deckgen.scene.items import Transition
from deckgen.style import TextStyle
from deckgen.theme.theme import Theme
from deckgen.typesetting import Typesetter

INDEX = re.compile(r"\[\d+\]")
"""What tells the entries of a list from one another in the path of a value."""


class Chapter(NamedTuple):
    """A section of the deck: its number from 1, its title and promise, its slide and the pages it spans."""

    number: int
    title: str
    promise: str
    identity: str
    first: int
    last: int


class Citation(NamedTuple):
    """A source with the number its marks show."""

    key: str
    number: int
    publisher: str
    title: str
    date: str
    url: str
    note: str

    def line(self, lang: str) -> str:
        """Return the source as a source line prints it: publisher, title, date."""
        if lang.startswith("zh"):
            titled = (
                f"{self.publisher}《{self.title}》" if self.publisher and self.title else self.publisher or self.title
            )
            return "，".join(part for part in (titled, self.date) if part)
        return ", ".join(part for part in (self.publisher, self.title, self.date) if part)

    def short(self, lang: str) -> str:
        """Return the source as a sentence names it: publisher and date."""
        name = self.publisher or self.title
        if not self.date:
            return name
        return f"{name}（{self.date}）" if lang.startswith("zh") else f"{name} ({self.date})"


@dataclass(frozen=True, slots=True)
class Setting:
    """The deck as its layouts see it: language, theme, type scale, and what other slides there are.

    `pages` are the page numbers of the slides that others may refer to, by identity.
    `folder` is where the paths of pictures start, the working folder for a deck made in a script; only with
    `allow_outside` may they lead out of it.
    """

    lang: str
    theme: Theme
    scale: Mapping[str, TextStyle]
    typesetter: Typesetter = field(compare=False)  # follows from language and theme
    title: str
    footer: str
    date: str = ""
    chapters: tuple[Chapter, ...] = ()
    citations: Mapping[str, Citation] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    folder: Path | None = None
    allow_outside: bool = False
    transition: Transition = "none"

    @property
    def zh(self) -> bool:
        """Whether the deck speaks Chinese."""
        return self.lang.startswith("zh")


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """What the slide itself says besides the fields of its layout.

    `marks` are the footnotes its texts refer to. On a continuation slide `continuation` is what its title ends with and
    `first` the index of the first item it shows of the list `splits`. What a `built` slide shows appears one by one.
    """

    path: str
    identity: str
    page: int
    span: Span | None
    prompts: Mapping[str, str]
    chapter: int = 0
    kicker: str = ""
    marks: frozenset[int] = frozenset()
    continuation: str = ""
    splits: str = ""
    first: int = 0
    built: bool = False

    def prompt(self, path: str, instead: str = "") -> str:
        """Return what an empty placeholder shows for the field at an outline path, or what to show `instead`."""
        return self.prompts.get(INDEX.sub("", path.removeprefix(self.path + ".")), instead)
