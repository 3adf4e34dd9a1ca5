"""An outline in one theme, drawn again whenever it is saved: only the slides that changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from deckgen.compiler import Compiled, compile_outline, pptx_of, uncollected
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.kept import Kept
from deckgen.outline.places import steps_of
from deckgen.outline.read import Outline, read
from deckgen.preview.state import (
    ProblemState,
    State,
    in_language,
    problems_of,
    slides_of,
    theme_of,
    themes_of,
    title_of,
)
from deckgen.scene.items import Item, Scene, Shown
from deckgen.scene.setting import Setting
from deckgen.writers.svg.slide import svg_of

_FILE = re.compile(r"\S[^\n\0]*\.\w{2,5}\s*")
"""A text that may be the name of a file."""


class View:
    """What the page shows of an outline in one theme; `theme` is empty for the one that the outline names.

    `pictures` are the drawings by their keys, those of the state and no others.
    """

    def __init__(self, outline: Path, theme: str = "", *, allow_outside: bool = False) -> None:
        self._outline = outline
        self._theme = theme
        self._allow_outside = allow_outside
        self._kept = Kept()
        self._drawn: list[tuple[Scene, str]] = []
        self._setting: Setting | None = None
        self._compiled: Compiled | None = None
        self._last: Outline | None = None
        self.pictures: dict[str, str] = {}
        self.state: State | None = None

    @uncollected()
    def refresh(self, others: bool = False, early: Callable[[], None] | None = None) -> State:
        """Read the outline again and return what is to be shown now; `others` says that files it names have changed.

        Where pictures have changed, `early` is called once the state has them; its problems are still those of before.
        """
        if others:
            self._kept = Kept()
        before = self.state

        def drawn(compiled: Compiled) -> None:
            if early and before and self._show(compiled, before, before["problems"])["changed"]:
                early()

        outline = read(self._outline, self._outline.name)
        self._compiled = compile_outline(
            outline,
            self._theme,
            folder=self._outline.parent,
            allow_outside=self._allow_outside,
            kept=self._kept,
            drawn=drawn,
        )
        return self._show(self._compiled, before)

    def _show(self, compiled: Compiled, before: State | None, problems: list[ProblemState] | None = None) -> State:
        """Take over what was compiled since the state `before`, with the problems found in it or with others."""
        current = compiled.outline.readable and bool(compiled.scenes or not before)
        self._last = compiled.outline if current else self._last
        if before and not current:
            compiled = in_language(compiled, before["lang"])  # an empty outline has none
            slides = before["slides"]
        else:
            slides = slides_of(compiled, self._draw(compiled), before["slides"] if before else ())
        shown = {slide["picture"] for slide in before["slides"]} if before else set()
        kept = None if current else before
        self.state = State(
            version=self.state["version"] + 1 if self.state else 1,
            file=self._outline.name,
            title=kept["title"] if kept else title_of(compiled),
            lang=compiled.lang,
            theme=kept["theme"] if kept else theme_of(compiled),
            themes=kept["themes"] if kept else themes_of(compiled),
            current=current,
            changed=[slide["number"] for slide in slides if slide["picture"] not in shown] if before else [],
            slides=slides,
            problems=problems_of(compiled, slides) if problems is None else problems,
        )
        needed = {slide["picture"] for slide in slides}
        self.pictures = {key: svg for key, svg in self.pictures.items() if key in needed}
        return self.state

    def _draw(self, compiled: Compiled) -> list[str]:
        """Draw the scenes of an outline, those that look as before not again, and return the keys of their drawings."""
        setting = compiled.setting
        if setting is None:  # there is nothing to read
            return []
        before = self._drawn if self._setting and self._setting.theme == setting.theme else []
        self._drawn, self._setting = [], setting
        for number, scene in enumerate(compiled.scenes, 1):
            known = before[number - 1] if number <= len(before) else None
            if known and _looks_alike(known[0], scene):
                key = known[1]
            else:
                svg = svg_of(scene, setting, number)
                key = hashlib.blake2b(svg.encode(), digest_size=8).hexdigest()
                self.pictures[key] = svg
            self._drawn.append((scene, key))
        return [key for _, key in self._drawn]

    def line_of(self, path: str) -> int:
        """Return the line of the outline in which the value at a path stands; 0 where there is none."""
        node: Node | None = self._compiled.outline.root if self._compiled else None
        for step in steps_of(path):
            if isinstance(node, Mapping):
                node = node.get(str(step))
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                break  # the words of a plain entry, such as slides[2].items[0].text
        return node.span.line if node is not None and node.span else 0

    def deck(self) -> bytes | None:
        """Return the PowerPoint file; None while the outline has errors."""
        compiled = self._compiled
        return pptx_of(compiled) if compiled and compiled.scenes and not compiled.has_errors else None

    def files(self) -> set[Path]:
        """Return the files that the outline names, and those of the slides that are shown, whether or not they are there."""
        outlines = [self._last, self._compiled.outline if self._compiled else None]
        folder = self._outline.parent
        return {
            (folder / text.strip().replace("\\", "/")).resolve()
            for outline in outlines if outline
            for text in _file_names(outline.root)
        }  # fmt: skip


def _looks_alike(one: Scene, other: Scene) -> bool:
    """Whether two scenes look the same, wherever in the outline they are written."""
    return one is other or (
        len(one.items) == len(other.items)
        and (one.background, one.title, one.lang) == (other.background, other.title, other.lang)
        and all(a is b or _unplaced(a) == _unplaced(b) for a, b in zip(one.items, other.items, strict=True))
    )


def _unplaced(item: Item) -> Item:
    return item._replace(span=None) if isinstance(item, Shown) else item


def _file_names(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if _FILE.fullmatch(node):
            yield node
        return
    for inner in node.values() if isinstance(node, Mapping) else node:
        yield from _file_names(inner)
