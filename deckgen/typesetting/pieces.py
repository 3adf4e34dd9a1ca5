"""A line as it is drawn: pieces of one script and one appearance, with the gap before each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.content.run import Run
from deckgen.typesetting import classes
from deckgen.typesetting.ruler import GAP, SUPERSCRIPT, Rulers


class Piece(NamedTuple):
    """Characters of one run that one font sets; `gap` before them and `width` in em of the paragraph's size.

    `run` holds the characters and how they look; `east_asian` says which of the two faces sets them, which is also the one
    for what the Latin face lacks.
    """

    run: Run
    east_asian: bool
    gap: float
    width: float


class _Letter(NamedTuple):
    character: str
    run: Run
    east_asian: bool
    gap: float
    width: float


def pieces(runs: Sequence[Run], bounds: Sequence[tuple[int, int]], rulers: Rulers, *, bold: bool) -> list[list[Piece]]:
    """Return the pieces of some lines, each given by where it starts and ends, with the gaps between scripts.

    LibreOffice leaves one beside full-width marks too, which have white of their own; PowerPoint and this drawing do not.
    """
    letters = list(_letters(runs, rulers, bold))
    return [list(_joined(letters[start:end])) for start, end in bounds]


def _letters(runs: Sequence[Run], rulers: Rulers, bold: bool) -> Iterator[_Letter]:
    """Yield the characters of a paragraph; neutral ones are set in the font of the text before them."""
    text = "".join([run.text for run in runs])
    opening = classes.opens_east_asian(text)
    script = opening
    # LibreOffice sees a change of script after neutral characters that begin a paragraph
    pending = opening and bool(text) and classes.is_neutral(text[0])
    latin, before, last = rulers.characters, 1.0, ""
    for run in runs:
        scale = run.scale * SUPERSCRIPT if run.mark else run.scale
        widths = rulers.widths(bold=bold or run.bold)
        for character in run.text:
            gap = 0.0
            if not classes.is_neutral(character):
                east_asian = classes.is_east_asian(character)
                # it belongs to the text before it, and is as large
                beside_mark = character in classes.FULL_WIDTH_MARKS or last in classes.FULL_WIDTH_MARKS
                gap = GAP * before if (east_asian != script or pending) and not beside_mark else 0.0
                script, pending, last = east_asian, False, character
            wide = script and character not in classes.SPACE
            before, east_asian = scale, script or character not in latin
            yield _Letter(character, run, east_asian, gap, scale * (1.0 if wide else widths[character]))


def _joined(letters: Sequence[_Letter]) -> Iterator[Piece]:
    """Yield letters that follow one another in one run and script as a piece; no gap begins a line, no space ends one."""
    end = len(letters)
    while end and letters[end - 1].character in classes.SPACE:
        end -= 1
    start = 0
    for index in range(1, end + 1):
        first = letters[start]
        following = letters[index] if index < end else None
        if following and following.run is first.run and following.east_asian == first.east_asian and not following.gap:
            continue
        part = letters[start:index]
        words = "".join([letter.character for letter in part])
        gap = first.gap if start else 0.0
        yield Piece(first.run._replace(text=words), first.east_asian, gap, sum([letter.width for letter in part]))
        start = index
