"""The whole compiler on one screen: read → validate → resolve → lay out → check → write."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.checks import check_deck
from deckgen.checks.pictures import check_images
from deckgen.checks.wording import check_wording
from deckgen.compose import Progress, compose, silent
from deckgen.kept import Kept
from deckgen.outline.chinese import say_in_english
from deckgen.outline.commented import ask_of_headings
from deckgen.outline.curly import check_curly
from deckgen.outline.data_files import read_data_files
from deckgen.outline.deck import DeckContent
from deckgen.outline.ignored import check_ignored, without_ignored
from deckgen.outline.list_of_one import check_lists_of_one
from deckgen.outline.places import names_as_in
from deckgen.outline.read import Outline, read
from deckgen.outline.resolve import resolve
from deckgen.outline.theme_file import choose_theme
from deckgen.outline.validate import language_in, validate
from deckgen.problems import Problem, sorted_problems
from deckgen.scene.items import Scene
from deckgen.scene.setting import Setting


@dataclass(frozen=True, slots=True)
class Compiled:
    """An outline as far as it got: the scenes of its slides without mistakes, and everything found on the way."""

    outline: Outline
    problems: tuple[Problem, ...]
    lang: str
    deck: DeckContent | None = None
    scenes: tuple[Scene, ...] = ()
    setting: Setting | None = None
    theme_file: Outline | None = None

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of the files that were read, by the names that problems call them."""
        return {file.file: file.lines for file in (self.outline, self.theme_file) if file}

    @property
    def has_errors(self) -> bool:
        """Whether anything stands in the way of a deck."""
        return any(problem.severity == "error" for problem in self.problems)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python's search for reference cycles rest.

    A deck of a thousand slides is 300,000 values without a cycle among them. The collector would go through all of them
    several times, and the more often the larger the deck is. It then goes on as before; one that is off stays off.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def compile_file(path: Path, theme: str = "", *, allow_outside: bool = False, progress: Progress = silent) -> Compiled:
    """Compile an outline file; `theme` overrides the one it names."""
    return compile_outline(read(path), theme, folder=path.parent, allow_outside=allow_outside, progress=progress)


@uncollected()
def compile_outline(
    outline: Outline,
    theme: str = "",
    *,
    folder: Path | None = None,
    allow_outside: bool = False,
    progress: Progress = silent,
    kept: Kept | None = None,
    drawn: Callable[[Compiled], None] | None = None,
) -> Compiled:
    """Compile an outline that has been read.

    Pictures and data are looked for in `folder` (the working folder where it is None) and nowhere else unless `allow_outside`;
    `progress` is told how many slides are laid out. With what was `kept` when the outline was compiled last, only the slides
    that have changed since are laid out. `drawn` is told of the scenes as soon as they stand, before the deck is checked.
    """
    if not outline.readable:
        return _compiled(outline, list(outline.problems), language_in("\n".join(outline.lines)))
    with names_as_in(outline.root):
        problems = [*outline.problems, *say_in_english(outline.root), *check_curly(outline.root)]
        problems += check_lists_of_one(outline.root)
        named = not outline.lines or ".csv" in "\n".join(outline.lines).lower()
        unread = list(read_data_files(outline.root, folder or Path(), allow_outside)) if named else []
        deck, found = validate(outline.root, kept.slides if kept else None)
        chosen = choose_theme(deck.info, theme, outline.file, folder or Path(), allow_outside)
        problems += [*unread, *ask_of_headings(_apart_from(unread, found), outline.lines)]
        problems += chosen.problems
        problems += check_ignored(deck)
        problems += resolve(deck)
        problems += check_images(deck, folder, allow_outside)
        whole = not any(problem.severity == "error" for problem in problems)
        scenes, setting = compose(deck, chosen.theme, folder, allow_outside, progress, kept)
        if drawn:
            drawn(_compiled(outline, problems, deck.lang, deck, scenes, setting, chosen.file))
        if not outline.problems:  # the signs of what is not read as it was meant say nothing
            problems += check_wording(deck, outline.lines)
        problems += check_deck(deck, scenes, setting, whole)
        return _compiled(outline, without_ignored(problems, deck), deck.lang, deck, scenes, setting, chosen.file)


def _apart_from(unread: list[Problem], found: list[Problem]) -> Iterator[Problem]:
    """Yield what was found, except in charts whose data file could not be read: that they lack data is no news."""
    charts = tuple(problem.path.rpartition(".")[0] for problem in unread)
    return (problem for problem in found if not charts or not problem.path.startswith(charts))


def _compiled(
    outline: Outline,
    problems: list[Problem],
    lang: str,
    deck: DeckContent | None = None,
    scenes: tuple[Scene, ...] = (),
    setting: Setting | None = None,
    theme_file: Outline | None = None,
) -> Compiled:
    said = tuple(_said(problem, lang, outline) for problem in sorted_problems(problems))
    return Compiled(outline, said, lang, deck, scenes, setting, theme_file)


def _said(problem: Problem, lang: str, outline: Outline) -> Problem:
    """Return a problem in the language of its deck, with its fix where that can be made at once.

    What stands in another file is not mended there, and a line that could not be read is first of all to be readable.
    """
    fix, span = problem.fix, problem.span
    if fix and span and problem not in outline.problems:
        unread = {other.span.line for other in outline.problems if other.span}
        fix = () if span.file != outline.file or span.line in unread else fix
    return replace(problem, lang=lang, fix=fix)


@uncollected()
def pptx_of(compiled: Compiled) -> bytes:
    """Return the PowerPoint file of a compiled outline that has no errors."""
    from deckgen.writers.pptx.deck import pptx_bytes  # only a build needs the writer

    assert compiled.deck is not None and compiled.setting is not None
    info = compiled.deck.info
    properties = {
        name: getattr(info, name).plain for name in ("title", "author", "company", "subject", "keywords", "date")
    }
    return pptx_bytes(compiled.scenes, compiled.setting, properties)
