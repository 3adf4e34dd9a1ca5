"""The texts of a deck as its author wrote them, and problems in single characters of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.content import Part, Text
from deckgen.content.texts import texts_of
from deckgen.outline.deck import DeckContent
from deckgen.outline.located import Places, located
from deckgen.outline.signs import KEY_END
from deckgen.problems import Change, Kind, Problem, Span

DATE = "年月日号时点分秒"
"""The Chinese characters of dates and times."""

HAN = f"[字{DATE}]"
"""A Chinese character in the shape of a text, as a pattern: a class of all of them is slow to compile."""

OPAQUE = "\ufffc"
"""Stands for what is no prose: addresses, code, marks of sources and notes."""

_NO_PROSE = re.compile(
    r"(?P<bold>\*\*)|https?://[^\s\u3000-\u9fff\uff00-\uffef]+|`[^`\n]*`|\[@[^\[\]\s]+\]|\[\^\d+\]|\]\([^()\s]+\)|\\."
)
_FILE = re.compile(r"\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|csv|ya?ml)\s*$", re.IGNORECASE)
_MARKED = re.compile(r"[*\[`\\]|https?:")
_HAN, _WORD = re.compile(HAN), re.compile(r"[A-Za-z]{2,}")
_LEAD, _TAIL = re.compile(r"[A-Za-z0-9]{0,12}.{0,5}$"), re.compile(r".{0,5}[A-Za-z0-9]{0,12}")
"""What stands on either side of a spot where a message shows it."""

_SHOWN = 60
"""Up to how many characters a message shows a text as a whole."""

_BLOCK_END = re.compile(r"[ \t]*(?:$|#)")
"""What stands behind a text that is no entry in brackets."""

_NO_SENTENCES = ("lang", "theme", "keywords", "date")
"""Fields of the deck that hold no prose."""


class Spot(NamedTuple):
    """Characters `start` to `end` of a prose, and what should stand there."""

    start: int
    end: int
    wanted: str


class _Shapes(dict[int, int]):
    """The characters of a shape, as `str.translate` asks for them."""

    def __missing__(self, code: int) -> int:
        chinese = 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or chr(code) in "々〇"
        shape = self[code] = ord("字") if chinese and chr(code) not in DATE else code
        return shape


_SHAPES = _Shapes()


class Prose:
    """One text: `words` are its characters without what is no prose, `index` says where each stands in its source."""

    __slots__ = ("_found", "_shape", "index", "text", "words")

    def __init__(self, text: Text) -> None:
        self.text = text
        self._found: Places | None = None
        self._shape = ""
        self.words = text.source
        self.index: Sequence[int] = range(len(self.words) + 1)
        if _MARKED.search(self.words):
            self._leave_out_marks()

    def _leave_out_marks(self) -> None:
        source, words, index, position = self.words, "", list[int](), 0
        for mark in _NO_PROSE.finditer(source):
            words += source[position : mark.start()] + (OPAQUE if not mark["bold"] else "")
            index += range(position, mark.start() + (not mark["bold"]))
            position = mark.end()
        self.words = words + source[position:]
        self.index = [*index, *range(position, len(source) + 1)]

    @property
    def shape(self) -> str:
        """The words with 字 for every Chinese character but those of dates and times."""
        if not self._shape:
            self._shape = self.words.translate(_SHAPES)
        return self._shape

    @property
    def has_chinese(self) -> bool:
        """Whether any of it is Chinese."""
        return not self.words.isascii() and bool(_HAN.search(self.shape))

    @property
    def is_chinese(self) -> bool:
        """Whether it is Chinese rather than English that names something in Chinese."""
        return self.has_chinese and len(_HAN.findall(self.shape)) > len(_WORD.findall(self.words))

    def end(self, spot: Spot) -> int:
        """Return where a spot ends in the source."""
        return self.index[spot.end - 1] + 1 if spot.end > spot.start else self.index[spot.start]

    def change(self, spot: Spot, lines: Sequence[str]) -> Change | None:
        """Return the change that mends a spot in the lines of the outline; None where it is not written as it reads."""
        places, index = self._places(lines), self.index
        if not places:
            return None
        if spot.start == spot.end:
            place = places[index[spot.start]] if index[spot.start] < len(places) else None
            return Change(place[0], place[1], place[1], spot.wanted) if place else None
        held = places[index[spot.start] : self.end(spot)]
        written = [place for place in held if place]
        if not written or held[: len(written)] != written or written[-1][0] != written[0][0]:
            return None
        (row, start), (_, end) = written[0], written[-1]
        return Change(row, start, end + 1, spot.wanted)

    def in_quotes(self, problem: Problem, lines: Sequence[str]) -> Problem:
        """Return a problem whose changes put the text in quotes where it has none and YAML would take it apart."""
        source, span = self.text.source, self.text.span
        row, first = (span.line - 1, span.column - 1) if span else (0, 0)
        last = first + len(source)
        if not problem.fix or lines[row][first:last] != source:  # no plain text of one line
            return problem
        mended = source
        for change in sorted(problem.fix, reverse=True):
            mended = mended[: change.start - first] + change.text + mended[change.end - first :]
        if not KEY_END.search(mended) and ("," not in mended or _BLOCK_END.match(lines[row], last)):
            return problem
        if '"' in source or "\\" in source:
            return problem.fixed_by()
        return problem.fixed_by(Change(row, first, first, '"'), *problem.fix, Change(row, last, last, '"'))

    def _places(self, lines: Sequence[str]) -> Places:
        if self._found is None:
            self._found = (located(self.text.source, self.text.span, lines) if self.text.span else None) or ()
        return self._found


def proses(deck: DeckContent) -> Iterator[Prose]:
    """Yield the texts of a deck that are its own words: no names of slides, sources and files, no titles that others chose."""
    for name in type(deck.info).model_fields:
        text = getattr(deck.info, name)
        if name not in _NO_SENTENCES and isinstance(text, Text):
            yield Prose(text)
    for slide in deck.slides:
        names = {link.path for link in slide.layout.links(slide.content)} | {slide.info.id.path}
        for text in (*slide.texts, *texts_of(slide.info)):
            named = text.path in names or text.plain in deck.sources or _FILE.search(text.source)
            if text.source and not named:
                yield Prose(text)


def problem_at(
    kind: Kind, prose: Prose, spots: Sequence[Spot], lines: Sequence[str], *, as_example: bool = False, **facts: object
) -> Problem | None:
    """Return the problem of some spots of a text, at the first of them, with the changes that mend all.

    Its message shows the whole text put right where that is short, or the first spot alone as an example.

    None where none of the spots is written as it reads: lines that were folded are no typed space.
    """
    text = prose.text
    changes = [change for spot in spots if (change := prose.change(spot, lines))] if text.span and lines else []
    if text.span and lines and not changes:
        return None
    first = next((spot for spot in spots if prose.change(spot, lines)), spots[0])
    count = len(changes) or len(spots)
    span = text.span
    if changes and span:
        row, start, end, _ = changes[0]
        span = Span(span.file, row + 1, start + 1, max(end - start, 1))
    found, wanted = _excerpts(prose, first, spots, _SHOWN if not as_example else 0)
    facts = {
        "found": found, "wanted": wanted,
        "more_zh": f"，共 {count} 处" if count > 1 else "", "more_en": f", {count} places" if count > 1 else "", **facts,
    }  # fmt: skip
    return kind.at(span, text.path, **facts).fixed_by(*changes)


def _excerpts(prose: Prose, first: Spot, spots: Sequence[Spot], longest: int) -> tuple[str, str]:
    """Return a text as it is and as it should be.

    Of one longer than `longest`, or one of several lines, it is the characters around a spot; no word is cut.
    """
    source, index = prose.text.source, prose.index
    start, end = 0, len(source)
    if end > longest or "\n" in source:
        start, end = index[first.start], prose.end(first)
        before, after = _LEAD.search(source[:start]), _TAIL.match(source[end:])
        start, end = start - len(before[0] if before else ""), end + len(after[0] if after else "")
    wanted = source[start:end]
    for spot in reversed(spots):
        if start <= index[spot.start] and prose.end(spot) <= end:
            wanted = wanted[: index[spot.start] - start] + spot.wanted + wanted[prose.end(spot) - start :]
    return source[start:end], wanted


def bullets(part: Part) -> Iterator[list[Text]]:
    """Yield the lists of a content whose entries are texts, written with a dash each; cells of a table are none."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from bullets(value)
        if not isinstance(value, list) or not value or name == type(part).MAIN:
            continue
        mains = [getattr(item, type(item).MAIN or name, None) if isinstance(item, Part) else item for item in value]
        texts = [main for main in mains if isinstance(main, Text)]
        if texts:
            yield texts
        for item in value:
            if isinstance(item, Part):
                yield from bullets(item)
