"""What is kept from one compilation of an outline to the next: a slide that is written as before is not drawn again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from deckgen.content.tree import Mapping, Node, Scalar
from deckgen.outline.deck import SlideContent
from deckgen.outline.known import Known
from deckgen.outline.validate import KnownSlides
from deckgen.problems import Span
from deckgen.scene.items import Scene, Shown
from deckgen.scene.setting import Chapter, Setting


class _Drawn(NamedTuple):
    """The scenes of a slide and the line of the outline it began in."""

    line: int
    scenes: Sequence[Scene]


class Kept:
    """What the `slides` of one outline hold, and their scenes in one theme, as they were compiled last.

    A slide is as before when it is written alike, down to the columns, stands at the same place of the deck and sees the
    same deck around it. Pictures are known by their names only: after a file has changed, begin with an empty one.
    """

    def __init__(self) -> None:
        self.slides: KnownSlides = Known()
        self._before: list[Round] = []
        self._now: list[Round] = []

    def begin(self) -> None:
        """Begin a compilation: what the last one did not need is forgotten."""
        self._before, self._now = self._now, []

    def round(self, setting: Setting) -> Round:
        """Return the memory for one drawing of all slides in a setting; a deck may need two."""
        before = next((known for known in self._before if known.setting == setting), None)
        self._now.append(Round(setting, before))
        return self._now[-1]


class Round:
    """The scenes of one drawing of all slides, each under what it depends on."""

    def __init__(self, setting: Setting, before: Round | None) -> None:
        self.setting = setting
        self._before = before._slides if before else {}
        self._slides: dict[Hashable, _Drawn] = {}

    def scenes(
        self, slide: SlideContent, chapter: Chapter | None, number: int, draw: Callable[[], list[Scene]]
    ) -> list[Scene]:
        """Return the scenes of a slide: those of before, moved to the lines where it now stands, else newly drawn ones."""
        first = slide.span.line if slide.span else 0
        key = (slide.path, slide.identity, number, chapter, _written(slide.written, first))
        drawn = self._before.get(key) or _Drawn(first, draw())
        self._slides[key] = drawn
        moved = first - drawn.line
        return [_moved(scene, moved) for scene in drawn.scenes] if moved else list(drawn.scenes)


def _written(node: Node, first: int) -> Hashable:
    """Return what stands in a tree and where, lines counted from the first of its slide."""
    if isinstance(node, Scalar):
        span = node.span
        place = (span.line - first, span.column, span.length) if span else None
        return (str.__str__(node), node.quoted, place)
    if isinstance(node, Mapping):
        return tuple([(key, _written(value, first)) for key, value in node.items()])
    return tuple([_written(value, first) for value in node])


def _moved(scene: Scene, lines: int) -> Scene:
    """Return a scene that stands so many lines further down in its outline."""
    file = scene.span.file if scene.span else ""
    return scene._replace(
        span=_further(scene.span, lines, file),
        items=tuple([
            item._replace(span=_further(item.span, lines, file)) if isinstance(item, Shown) else item
            for item in scene.items
        ]),
    )  # fmt: skip


def _further(span: Span | None, lines: int, file: str) -> Span | None:
    return span._replace(line=span.line + lines) if span and span.file == file else span
