"""A talk as values: its front matter, its slides and what stands on them, each with the line it came from.

Texts are in the markup of outlines: `**bold**`, `[links](https://example.com)` and `[^1]`, everything else escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from deckgen.outline.write import Data

Form: TypeAlias = "dict[str, Data]"
"""A slide of an outline in the making: its fields, the layout first."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `rows` are the lines it was written in."""

    text: str
    line: int
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, with what is nested below it, however deep."""

    text: str
    below: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A list."""

    entries: tuple[Entry, ...]
    ordered: bool
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head and its rows, all of one length."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; `background` says that it fills its slide, `side` that it stands on the `left` or `right`.

    `ratio` is its width by its height, 0 where it has not been looked at.
    """

    file: str
    alt: str
    line: int
    background: bool = False
    side: str = ""
    ratio: float = 0.0


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, and who said it where that is told."""

    text: str
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Left:
    """What an outline has no form for, as it was written: `what` is `code`, `drawing`, `html`, a `tag` or a `picture`."""

    what: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Columns:
    """Things side by side."""

    columns: tuple[tuple[Block, ...], ...]
    line: int


Block: TypeAlias = Heading | Paragraph | Listed | Table | Picture | Quote | Left | Columns


@dataclass(frozen=True, slots=True)
class TalkSlide:
    """One slide of a talk.

    `lines` are its lines as they were written, with their numbers; `layout` is what a talk of Slidev calls its layout, and
    `is_chapter` says that its heading stands above the level of slides, `is_stepwise` that its list appears entry by entry.
    """

    line: int
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    lines: tuple[tuple[int, str], ...] = ()
    layout: str = ""
    is_chapter: bool = False
    is_stepwise: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Settings of the program a talk was written for, which an outline has no use for."""

    names: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk: what its front matter says, its slides, and the settings that are left out."""

    front: Mapping[str, str]
    slides: tuple[TalkSlide, ...]
    settings: tuple[Setting, ...] = field(default=())
