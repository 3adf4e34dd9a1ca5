"""A deck in a script: loaded from an outline or built in code, checked, saved, opened with python-pptx."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping as AnyMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckgen.compiler import Compiled, compile_outline, pptx_of, uncollected
from deckgen.content import Content, Part, Text
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.outline.read import Outline, read
from deckgen.problems import Problem
from deckgen.writers.files import write_whole

if TYPE_CHECKING:
    from pptx.presentation import Presentation

PathLike = str | os.PathLike[str]


class OutlineError(ValueError):
    """An outline has errors; `problems` are all of them, warnings included."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        errors = [str(problem) for problem in problems if problem.severity == "error"]
        super().__init__("\n".join(errors))


class Deck:
    """A deck to be: slides are added in the words of the outline language.

    `title`, `lang`, `theme`, `author` and the other words are those of an outline's `deck:` block.
    """

    def __init__(self, title: str = "", **info: str) -> None:
        self._root = Mapping(None, "")
        self._root["deck"] = _tree({"title": title, **info}, "deck")
        self._root["slides"] = Sequence([], None, "slides")
        self._outline = Outline(self._root, (), (), "")
        self._theme = ""
        self._folder: Path | None = None
        self._allow_outside = False
        self._compiled: Compiled | None = None

    @classmethod
    def load(cls, path: PathLike, theme: str = "", *, allow_outside: bool = False) -> Deck:
        """Return the deck of an outline file; `theme` overrides the one it names.

        Pictures lie in the outline's folder or below it; `allow_outside` lifts that.

        Mistakes in the outline are not raised here: `check` lists them, `save` refuses them.
        """
        deck = cls()
        deck._outline = read(Path(path))
        deck._root = deck._outline.root
        deck._theme = theme
        deck._folder = Path(path).parent
        deck._allow_outside = allow_outside
        return deck

    def add(self, slide: str | Content, /, **fields: Any) -> None:
        """Append a slide: the name of a layout with its fields, or a content object of a layout.

        Fields that every slide may have (`id`, `notes`, `source` …) go beside those of the layout.
        """
        slides = self._root.setdefault("slides", Sequence([], None, "slides"))
        path = f"slides[{len(slides)}]"
        if isinstance(slide, Content):
            written = {"layout": _layout_name(slide), **_fields(slide), **fields}
        else:
            written = {"layout": slide, **fields}
        if isinstance(slides, Sequence):
            slides.append(_tree(written, path))
        self._compiled = None

    def add_source(self, key: str, **fields: str) -> None:
        """Register a source under a key that slides cite: `publisher`, `title`, `date`, `url`, `note`."""
        sources = self._root.setdefault("sources", Mapping(None, "sources"))
        if isinstance(sources, Mapping):
            sources[key] = _tree(fields, f"sources.{key}")
        self._compiled = None

    def check(self) -> list[Problem]:
        """Return everything that is wrong with the deck, errors and warnings, in the order of the outline."""
        return list(self._compile().problems)

    def save(self, path: PathLike) -> Path:
        """Write the PowerPoint file and return its path; the file that was there is replaced only by a whole one.

        Raises:
            OutlineError: the deck has errors; nothing is written.
            OSError: the file cannot be written; what was there is untouched.
        """
        target = Path(path)
        write_whole(target, self.to_bytes())
        return target

    def to_bytes(self) -> bytes:
        """Return the PowerPoint file; equal decks give equal bytes.

        Raises:
            OutlineError: the deck has errors.
        """
        compiled = self._compile()
        if compiled.has_errors:
            raise OutlineError(compiled.problems)
        return pptx_of(compiled)

    def presentation(self) -> Presentation:
        """Return the finished deck as a python-pptx `Presentation`, for scripts that add shapes of their own.

        Raises:
            OutlineError: the deck has errors.
        """
        import pptx

        return pptx.Presentation(io.BytesIO(self.to_bytes()))

    def _compile(self) -> Compiled:
        if self._compiled is None:
            self._compiled = compile_outline(
                self._outline, self._theme, folder=self._folder, allow_outside=self._allow_outside
            )
        return self._compiled


def load(path: PathLike, theme: str = "", *, allow_outside: bool = False) -> Deck:
    """Return the deck of an outline file; `theme` overrides the one it names.

    Pictures lie in the outline's folder or below it; `allow_outside` lifts that.
    """
    return Deck.load(path, theme, allow_outside=allow_outside)


@uncollected()
def build(path: PathLike, output: PathLike | None = None, *, theme: str = "", allow_outside: bool = False) -> Path:
    """Compile an outline file to a PowerPoint file, by default beside it, and return its path.

    Raises:
        OutlineError: the outline has errors; nothing is written.
        OSError: the file cannot be written; what was there is untouched.
        ValueError: the output is the outline itself.
    """
    target = Path(output) if output is not None else Path(path).with_suffix(".pptx")
    if target.resolve() == Path(path).resolve():
        raise ValueError(f"the deck would replace its outline {target}")
    return load(path, theme, allow_outside=allow_outside).save(target)


@uncollected()
def check(path: PathLike, theme: str = "", *, allow_outside: bool = False) -> list[Problem]:
    """Return everything that is wrong with an outline file."""
    return load(path, theme, allow_outside=allow_outside).check()


def _layout_name(content: Content) -> str:
    """A content class belongs to the layout whose file declares it."""
    return type(content).__module__.rpartition(".")[2].replace("_", "-")


def _fields(part: Part) -> dict[str, object]:
    return {name: getattr(part, name) for name in part.model_fields_set}


def _tree(value: object, path: str) -> Node:
    """Return plain Python values as the tree an outline would give."""
    if isinstance(value, Text):
        return Scalar(value.source, value.span, path)
    if isinstance(value, Part):
        return _tree(_fields(value), path)
    if isinstance(value, AnyMapping):
        mapping = Mapping(None, path)
        for key, inner in value.items():
            if inner is not None:
                mapping[str(key)] = _tree(inner, f"{path}.{key}")
        return mapping
    if isinstance(value, list | tuple):
        return Sequence([_tree(inner, f"{path}[{n}]") for n, inner in enumerate(value)], None, path)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", None, path)
    return Scalar("" if value is None else str(value), None, path)
