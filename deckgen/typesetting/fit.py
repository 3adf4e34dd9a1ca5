"""Fits text into a box: tighten, shrink, and narrow the box where a line would end badly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, inf
from typing import NamedTuple

from deckgen.style import TextStyle
from deckgen.typesetting.faults import SINGLE, last_line_fault, parted, torn_word
from deckgen.typesetting.paragraph import RESERVE, Stretch

PITCH = 1.32
"""Em reserved for a line at 100 % spacing (`visual.md` §0.1: no face in use needs more)."""

_NARROWINGS = (0.5, 1.0, 1.5, 2.0)
_NARROWEST = 0.75
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Fit:
    """How text fits a box; lengths in points.

    `step` counts shrinks and indexes `TextStyle.sizes`, `tight` says that paragraphs stand `tight_after` apart.
    The box is to be narrowed on the right by `narrowing`. `height` is what to reserve, `lines` are the lines of each
    paragraph as shown. `excess` is the height by which the text exceeds its box, `excess_chars` about how many
    full-width characters that is; both are 0 where it fits. `single` lists the paragraphs that still end in a line of a
    single character, `torn` is the first Latin word that is wider than a line and breaks in its middle.
    """

    step: int
    tight: bool
    narrowing: float
    height: float
    lines: tuple[tuple[str, ...], ...]
    excess: float
    excess_chars: float
    single: tuple[int, ...]
    torn: str


class Block(NamedTuple):
    """A measured paragraph with its style; `tallest` is the largest scale of its runs, at least 1."""

    stretches: list[Stretch]
    style: TextStyle
    tallest: float

    def limit(self, setting: Setting) -> float:
        """Return the line length in em."""
        size = self.style.size(setting.step)
        return max(1.0, (setting.width - setting.narrowing - self.style.indent) / size)

    def line_count(self, setting: Setting) -> int:
        """Return how many lines to reserve, whichever program shows the text."""
        limit = self.limit(setting)
        return sum([stretch.line_count(limit) for stretch in self.stretches])


class Setting(NamedTuple):
    """One way of setting a box: its width in points and what was done to make the text fit."""

    width: float
    step: int = 0
    tight: bool = False
    narrowing: float = 0.0


def height(blocks: Sequence[Block], setting: Setting) -> float:
    """Return the height in points to reserve for paragraphs."""
    total = 0.0
    for index, block in enumerate(blocks):
        style = block.style
        pitch = style.size(setting.step) * block.tallest * PITCH * style.line
        total += block.line_count(setting) * pitch
        if index:
            total += style.before
        if index < len(blocks) - 1:
            total += style.tight_after if setting.tight else style.after
    return total


def fit(blocks: Sequence[Block], width: float, allowed: float, first_step: int, tight: bool) -> Fit:
    """Return the first setting of a box that fits `allowed` points, cured of bad line ends where that is possible."""
    last_step = max((len(block.style.sizes) for block in blocks), default=1) - 1
    setting, needed = _shrink(blocks, Setting(width, min(first_step, last_step), tight), allowed, last_step)
    faults = inf  # nobody looks for a cure where the text does not fit
    if needed <= allowed + _TOLERANCE:
        cured, faults = _cure(blocks, setting, allowed, last_step)
        if cured is not setting:
            setting, needed = cured, height(blocks, cured)
        # a smaller size may leave room for the full space between paragraphs again
        loose = setting._replace(tight=tight)
        if setting.tight and height(blocks, loose) <= allowed + _TOLERANCE:
            setting, needed = loose, height(blocks, loose)
    excess = max(0.0, needed - allowed)
    if excess <= _TOLERANCE:
        excess = 0.0
    limits = [block.limit(setting) for block in blocks]
    return Fit(
        step=setting.step,
        tight=setting.tight,
        narrowing=setting.narrowing,
        height=needed,
        lines=tuple([_shown(block, limit) for block, limit in zip(blocks, limits, strict=True)]),
        excess=excess,
        excess_chars=_excess_characters(blocks, setting, excess) if excess else 0.0,
        single=tuple(n for n in range(len(blocks)) if _ends_in_single(blocks[n], limits[n])) if faults else (),
        torn=next(filter(None, map(_torn, blocks, limits)), "") if faults else "",
    )


def _shrink(blocks: Sequence[Block], setting: Setting, allowed: float, last_step: int) -> tuple[Setting, float]:
    needed = height(blocks, setting)
    if needed > allowed + _TOLERANCE and not setting.tight:
        setting = setting._replace(tight=True)
        needed = height(blocks, setting)
    while needed > allowed + _TOLERANCE and setting.step < last_step:
        setting = setting._replace(step=setting.step + 1)
        needed = height(blocks, setting)
    return setting, needed


def _cure(blocks: Sequence[Block], setting: Setting, allowed: float, last_step: int) -> tuple[Setting, float]:
    """Return the setting changed least that has the fewest faults and still fits, and how many it has."""
    faults = _faults(blocks, setting)
    if not faults:
        return setting, faults
    best, least = _narrow(blocks, setting, faults, allowed)
    if least >= SINGLE and setting.step < last_step:
        smaller = setting._replace(step=setting.step + 1)
        smaller, left = _narrow(blocks, smaller, _faults(blocks, smaller), allowed)
        if left < SINGLE:
            return smaller, left
    return best, least


def _narrow(blocks: Sequence[Block], setting: Setting, faults: float, allowed: float) -> tuple[Setting, float]:
    best, least = setting, faults
    body = blocks[-1].style.size(setting.step)
    for ems in _NARROWINGS:
        if not least:
            break
        narrowed = setting._replace(narrowing=ems * body)
        too_narrow = narrowed.narrowing > setting.width * (1 - _NARROWEST)
        if too_narrow or height(blocks, narrowed) > allowed + _TOLERANCE:
            break
        faults = _faults(blocks, narrowed)
        if faults < least:
            best, least = narrowed, faults
    return best, least


def _faults(blocks: Iterable[Block], setting: Setting) -> float:
    """Return how many lines end badly in the program that does worst, summed over the paragraphs."""
    total = 0.0
    for block in blocks:
        limit = block.limit(setting)
        for stretch in block.stretches:
            if stretch.is_one_line(limit):
                continue
            total += max(
                parted(lines, stretch.forbidden) + last_line_fault(stretch.text, lines, stretch.chinese)
                if len(lines) > 1
                else 0.0
                for lines in stretch.renderings(limit)
            )
    return total


def _ends_in_single(block: Block, limit: float) -> bool:
    return any(
        last_line_fault(stretch.text, lines, stretch.chinese) >= SINGLE
        for stretch in block.stretches
        if not stretch.is_one_line(limit)
        for lines in stretch.renderings(limit)
    )


def _torn(block: Block, limit: float) -> str:
    """Return the first word of a paragraph that breaks in its middle in any program."""
    return next(
        (
            word
            for stretch in block.stretches
            if not stretch.is_one_line(limit)
            for lines in stretch.renderings(limit)
            if parted(lines, stretch.forbidden) and (word := torn_word(stretch.text, lines))
        ),
        "",
    )


def _shown(block: Block, limit: float) -> tuple[str, ...]:
    return tuple([line for stretch in block.stretches for line in stretch.shown(stretch.lines(limit, gap=True))])


def _excess_characters(blocks: Sequence[Block], setting: Setting, excess: float) -> float:
    """Return about how many full-width characters must go: whole lines, and what the shortest last line holds."""
    longest = max(blocks, key=lambda block: block.line_count(setting))
    limit = longest.limit(setting) * RESERVE
    pitch = longest.style.size(setting.step) * longest.tallest * PITCH * longest.style.line
    last_lines = [stretch.lines(limit, gap=True)[-1].width for stretch in longest.stretches]
    return round((ceil(excess / pitch) - 1) * limit + min(last_lines), 1)
