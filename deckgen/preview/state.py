"""What the page is told: the slides of an outline, its problems and the lines they come from, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from deckgen.compiler import Compiled
from deckgen.content.tree import Mapping as Tree
from deckgen.content.tree import Node
from deckgen.content.tree import Sequence as Listed
from deckgen.outline.places import slide_path
from deckgen.outline.theme_file import is_theme_file
from deckgen.problems import Problem
from deckgen.scene.items import Scene, Shown
from deckgen.theme import load_theme, names


class ThemeState(TypedDict):
    """A theme to switch to: the `name` to ask for, empty for a theme file of the outline's own, and what to call it."""

    name: str
    label: str
    said: str


class SlideState(TypedDict):
    """One slide.

    `picture` is the key of its drawing, empty where there never was one; a `stale` one shows what the slide was before its
    mistake. `source` are its lines in the outline, from line `first` on, `lines` the line of each path that the drawing shows.
    """

    number: int
    identity: str
    path: str
    layout: str
    layout_name: str
    title: str
    section: str
    picture: str
    notes: str
    stale: bool
    first: int
    source: list[str]
    lines: dict[str, int]


class ProblemState(TypedDict):
    """One problem, with the line it stands in; `start` and `end` are the marked characters of that line, from 0."""

    severity: str
    code: str
    message: str
    hint: str
    file: str
    line: int
    column: int
    slide: int | None
    text: str
    start: int
    end: int


class State(TypedDict):
    """All that the page shows; one that is not `current` shows the slides of the last outline that could be drawn."""

    version: int
    file: str
    title: str
    lang: str
    theme: str
    themes: list[ThemeState]
    current: bool
    changed: list[int]
    slides: list[SlideState]
    problems: list[ProblemState]


def slides_of(compiled: Compiled, pictures: Sequence[str], before: Sequence[SlideState]) -> list[SlideState]:
    """Return the slides of an outline; `pictures` are the keys of its scenes' drawings.

    A slide with a mistake has no scene: it is shown as it was `before`, unless what stood there has only moved.
    """
    drawn: dict[str, list[tuple[Scene, str]]] = {}
    for scene, picture in zip(compiled.scenes, pictures, strict=True):
        drawn.setdefault(scene.path, []).append((scene, picture))
    written = list(_written(compiled))
    sources = [source for *_, source in written]
    slides: list[SlideState] = []
    for path, node, first, source in written:
        if path in drawn:
            slides += [_slide(scene, picture, first, source) for scene, picture in drawn[path]]
        elif last := _as_it_was(path, source, before, sources):
            kept = [
                {**slide, "path": path, "stale": True, "first": first, "source": source, "lines": {}} for slide in last
            ]
            slides += kept  # type: ignore[arg-type]  # mypy knows no spread of typed dictionaries
        else:
            slides.append(_undrawn(path, node, first, source))
    for number, slide in enumerate(slides, 1):
        slide["number"] = number
    return slides


def _as_it_was(
    path: str, source: list[str], before: Sequence[SlideState], sources: Sequence[list[str]]
) -> list[SlideState]:
    """Return what a slide with a mistake was before: the one written alike, else the one that stood in its place.

    Where the lines of that one still are among the `sources` of the slides, it made room for a new slide, which never was
    without mistakes.
    """
    here = [slide for slide in before if slide["path"] == path]
    lines = here[0]["source"] if here else []
    if lines != source:
        alike = [slide for slide in before if slide["source"] == source]
        if alike:
            return [slide for slide in alike if slide["path"] == alike[0]["path"]]
        had = {slide["path"] for slide in before if slide["source"] == lines}
        if sources.count(lines) >= len(had):
            return []
    return [slide for slide in here if slide["picture"]]


def _written(compiled: Compiled) -> Iterator[tuple[str, Node, int, list[str]]]:
    """Yield each slide of an outline as it stands there: its path, its tree, its first line and all its lines."""
    listed = compiled.outline.root.get("slides")
    nodes = listed if isinstance(listed, Listed) else []
    lines = compiled.outline.lines
    firsts = [node.span.line if node.span else 1 for node in nodes]
    blocks = [span.line for span in compiled.outline.root.key_spans.values()]
    last = min((line for line in blocks if firsts and line > firsts[-1]), default=len(lines) + 1)
    for index, (node, first, end) in enumerate(zip(nodes, firsts, [*firsts[1:], last], strict=False)):
        source = list(lines[first - 1 : max(first, end - 1)])
        while len(source) > 1 and (not source[-1].strip() or source[-1].lstrip().startswith("#")):
            source.pop()  # what introduces the next slide
        yield f"slides[{index}]", node, first, source


def _slide(scene: Scene, picture: str, first: int, source: list[str]) -> SlideState:
    shown = [item for item in scene.items if isinstance(item, Shown) and item.path and item.span]
    return SlideState(
        number=0,
        identity=scene.identity,
        path=scene.path,
        layout=scene.layout,
        layout_name=scene.layout_name,
        title=scene.title,
        section=scene.section,
        picture=picture,
        notes=scene.notes,
        stale=False,
        first=first,
        source=source,
        lines={item.path: item.span.line for item in shown if item.span},
    )


def _undrawn(path: str, node: Node, first: int, source: list[str]) -> SlideState:
    """Return a slide that never was without mistakes."""
    said = {name: str(value) for name, value in node.items()} if isinstance(node, Tree) else {}
    return SlideState(
        number=0, identity=path, path=path, layout=said.get("layout", ""), layout_name=said.get("layout", ""),
        title=said.get("title", ""), section="", picture="", notes="", stale=True, first=first, source=source, lines={},
    )  # fmt: skip


def problems_of(compiled: Compiled, slides: Sequence[SlideState]) -> list[ProblemState]:
    """Return the problems of an outline, each with the number of the slide it belongs to by its path, else by its line."""
    numbers: dict[str, int] = {}
    for slide in slides:
        numbers.setdefault(slide["path"], slide["number"])
    at = {
        slide["first"] + index: slide["number"] for slide in reversed(slides) for index in range(len(slide["source"]))
    }
    found = []
    for problem in compiled.problems:
        line = problem.span.line if problem.span and problem.span.file == compiled.outline.file else 0
        found.append(_problem(problem, compiled.lines, numbers.get(slide_path(problem.path)) or at.get(line)))
    return found


def _problem(problem: Problem, files: Mapping[str, Sequence[str]], slide: int | None) -> ProblemState:
    span = problem.span
    lines = files.get(span.file, ()) if span else ()
    text = lines[span.line - 1] if span and 0 < span.line <= len(lines) else ""
    start = min(span.column - 1, len(text)) if span else 0
    return ProblemState(
        severity=problem.severity,
        code=problem.code,
        message=problem.message,
        hint=problem.hint,
        file=span.file if span else "",
        line=span.line if span else 0,
        column=span.column if span else 0,
        slide=slide,
        text=text,
        start=start,
        end=min(start + span.length, len(text)) if span else 0,
    )


def in_language(compiled: Compiled, lang: str) -> Compiled:
    """Return what was compiled with its problems told in a language."""
    return replace(compiled, lang=lang, problems=tuple(replace(problem, lang=lang) for problem in compiled.problems))


def title_of(compiled: Compiled) -> str:
    """Return the title of a deck; empty where it has none."""
    return compiled.deck.info.title.plain if compiled.deck else ""


def theme_of(compiled: Compiled) -> str:
    """Return the name of the theme an outline is drawn in; empty for a theme file of its own."""
    name = compiled.setting.theme.name if compiled.setting else ""
    return name if name in names() else ""


def themes_of(compiled: Compiled) -> list[ThemeState]:
    """Return the themes to switch between: the outline's own file, if it names one, and the built-in ones."""
    zh = compiled.lang.startswith("zh")
    themes = [(name, load_theme(name)) for name in names()]
    told = [
        ThemeState(name=name, label=theme.name_zh if zh else name, said=theme.summary_zh if zh else theme.summary)
        for name, theme in themes
    ]
    own = compiled.deck.info.theme.plain if compiled.deck else ""
    return [ThemeState(name="", label=own, said=""), *told] if is_theme_file(own) else told
