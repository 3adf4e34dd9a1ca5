"""What a slide of a talk may become: the layout that its content looks like first, then ever plainer ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from deckgen.markdown.blocks import named
from deckgen.markdown.canvas import uncropped
from deckgen.markdown.looks import image_of, lists, pictured, quotes, side_by_side, tables
from deckgen.markdown.points import bullets, in_one, points_of
from deckgen.markdown.roles import agendas, closings, covers, is_agenda, is_closing
from deckgen.markdown.talk import (
    Block,
    Columns,
    Form,
    Heading,
    Left,
    Listed,
    Paragraph,
    Picture,
    Quote,
    Table,
    TalkSlide,
)
from deckgen.markdown.wording import length, shortened
from deckgen.outline.write import Data

_TITLE, _TAKEAWAY, _STATEMENT, _CHAPTER = 56, 40, 40, 14
"""Lengths that the layouts advise, in full-width characters."""

_MARK = re.compile(r"(?<!\\)\[\^(\d+)\]")
_Some = TypeVar("_Some", bound=Block)


@dataclass(frozen=True)
class Piece:
    """What becomes one slide: its forms, the best first, and of the first piece of a slide its title before it was cut."""

    forms: tuple[Form, ...]
    whole_title: str = ""


@dataclass
class Made:
    """A slide of the outline in the making."""

    piece: Piece
    slide: TalkSlide
    is_first: bool = True
    form: int = 0

    @property
    def data(self) -> Form:
        """The form that it has."""
        return self.piece.forms[min(self.form, len(self.piece.forms) - 1)]


@dataclass(frozen=True)
class _Sorted:
    """A slide sorted: its title, or that of the slide before to go on with, what stands below, where it is in the talk."""

    own: str
    title: str
    body: list[Block]
    source: TalkSlide
    first: bool
    last: bool

    def only(self, kind: type[_Some]) -> list[_Some]:
        """Return the blocks of one kind."""
        return _only(self.body, kind)


def pieces(slide: TalkSlide, previous: str, *, first: bool, last: bool) -> list[Piece]:
    """Return what a slide becomes, one slide or several; `previous` is the title to go on with where it has none."""
    body: list[Block] = [block for block in slide.blocks if not isinstance(block, Left)]
    heads = _only(body, Heading)
    if heads:
        body.remove(heads[0])
    whole = heads[0].text if heads else ""
    own = shortened(whole, _TITLE)
    ordered = _Sorted(own, own or shortened(previous, _TITLE), body, slide, first, last)
    found = [Piece(tuple(_footnoted(form, slide.footnotes) for form in forms)) for forms in _groups(ordered)]
    found[0] = replace(found[0], whole_title=whole if whole != own else "")
    return found


def last_form(words: str) -> Form:
    """Return the slide that any talk has room for: what it says stands in its notes."""
    return {"layout": "statement", "text": shortened(words, _STATEMENT - 4) or "…"}


def _footnoted(form: Form, footnotes: Sequence[str]) -> Form:
    """Return a form with the footnotes its texts refer to, numbered anew."""
    used: list[str] = []

    def renumber(found: re.Match[str]) -> str:
        used.extend([] if found[1] in used else [found[1]])
        return f"[^{used.index(found[1]) + 1}]"

    def numbered(data: Data) -> Data:
        if isinstance(data, str):
            return _MARK.sub(renumber, data)
        if isinstance(data, Mapping):
            return {key: numbered(value) for key, value in data.items()}
        return [numbered(value) for value in data]

    if not footnotes:
        return form
    changed = {key: numbered(value) for key, value in form.items()}
    return {**changed, "footnotes": [footnotes[int(number) - 1] for number in used]} if used else changed


def _only(blocks: Sequence[Block], kind: type[_Some]) -> list[_Some]:
    return [block for block in blocks if isinstance(block, kind)]


def _groups(slide: _Sorted) -> Iterator[list[Form]]:
    """Yield the forms of each slide that this one becomes."""
    whole = [*_roles(slide)]
    if whole:
        yield [*whole, *_plain(slide, slide.body)]
        return
    for group in _grouped(slide.body):
        yield [*_fitting(slide, group), *_plain(slide, group)]


def _grouped(body: Sequence[Block]) -> list[list[Block]]:
    """Return what stands on one slide together: words, with a picture beside them; a table; a quotation; columns."""
    groups: list[list[Block]] = []
    for block in body:
        if groups and _goes_with(groups[-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups or [[]]


def _goes_with(group: Sequence[Block], block: Block) -> bool:
    """Whether a block belongs to those before it."""
    last = group[-1]
    if isinstance(block, Columns) or isinstance(last, Columns):
        return False
    short = isinstance(block, Paragraph) and len(group) == 1 and length(block.text) <= _TAKEAWAY
    if isinstance(last, Table):  # its conclusion
        return short
    if isinstance(last, Quote):  # who said it
        return isinstance(block, Paragraph) and bool(named(block.text)) and not last.name
    if isinstance(block, Table):  # what leads to it
        return len(group) == 1 and isinstance(last, Paragraph) and length(last.text) <= _TAKEAWAY
    if isinstance(block, Quote):  # whose portrait it is
        return len(group) == 1 and isinstance(last, Picture)
    return True


def _roles(slide: _Sorted) -> Iterator[Form]:
    """Yield the forms of slides with a part to play: cover, chapter, agenda, closing."""
    written = [block for block in slide.body if isinstance(block, Paragraph | Heading)]
    texts = [row for block in written for row in (getattr(block, "rows", ()) or (block.text,))]
    pictures, found = slide.only(Picture), slide.only(Listed)
    wordy = len(written) + len(pictures) == len(slide.body)
    layout = slide.source.layout
    chapter = slide.source.is_chapter or layout == "section"
    if (slide.first or layout in ("cover", "intro")) and slide.own and wordy and len(texts) <= 5:
        yield from covers(slide.own, texts, pictures)
    elif slide.last and (slide.own or texts) and is_closing(slide.own, texts, layout, wordy=wordy):
        yield from closings(slide.own, texts, found)
    elif is_agenda(slide.own) and len(found) == len(slide.body) == 1:
        yield from agendas(slide.own, found[0])
    elif slide.own and not slide.body:
        if chapter or length(slide.own) <= _CHAPTER:
            yield {"layout": "section", "title": slide.own}
        yield {"layout": "statement", "text": slide.own}
    elif slide.own and len(written) == len(slide.body) == 1 and chapter:
        yield {"layout": "section", "title": slide.own, "promise": written[0].text}


def _fitting(slide: _Sorted, group: Sequence[Block]) -> Iterator[Form]:
    """Yield the layouts that the content of a slide looks like, the closest first."""
    pictures, heads = _only(group, Picture), _only(group, Heading)
    texts = [block.text for block in _only(group, Paragraph)]
    for columns in _only(group, Columns):
        yield from side_by_side(slide.title, columns)
    for table in _only(group, Table):
        yield from tables(slide.title, table, texts)
    for quote in _only(group, Quote):
        yield from quotes(slide.own, quote, texts, pictures)
    if pictures:
        yield from pictured(slide.title, pictures, [block for block in group if not isinstance(block, Picture)])
    elif len(group) == 1:
        for listed in _only(group, Listed):
            yield from lists(slide.title, listed)
        if texts and length(texts[0]) <= _STATEMENT + 4:
            yield {"layout": "statement", "text": texts[0]}
    elif len(heads) == 2 and group[0] is heads[0]:
        at = group.index(heads[1])
        yield from side_by_side(slide.title, Columns((tuple(group[:at]), tuple(group[at:])), heads[0].line))


def _plain(slide: _Sorted, group: Sequence[Block]) -> Iterator[Form]:
    """Yield the forms that anything fits into: a list, a sentence, at last a title with all the rest in the notes."""
    pictures = _only(group, Picture)
    words = [block for block in group if not isinstance(block, Picture)]
    points = points_of(words)
    if len(points) == 1 and len(points[0][1]) > 1:
        head, below = points[0]
        points = [(text, ()) for text in ((head, *below) if slide.own else below)]
    if pictures and points:
        items = [in_one(point) for point in points]
        yield {
            "layout": "image-right",
            "title": slide.title,
            "image": image_of(pictures[0], slide.title),
            "items": items,
        }
    elif pictures:
        yield uncropped(shortened(slide.title, 28), image_of(pictures[0], slide.title), pictures[0].ratio or 1, ())
    if len(points) > 1:
        lead = words[0] if len(words) == 2 and isinstance(words[1], Listed) else None
        if isinstance(lead, Paragraph) and length(lead.text) <= 40 and len(points) > 2:
            items_below = [*bullets(points[1:])]
            yield {"layout": "bullets", "title": slide.title, "lede": lead.text, "items": items_below}
        yield {"layout": "bullets", "title": slide.title, "items": [*bullets(points)]}
        yield {"layout": "bullets", "title": slide.title, "items": [*bullets(points, below=False)]}
        cut = [shortened(text, 40) for text, _ in points[:6]]
        yield {"layout": "bullets", "title": shortened(slide.title, 48), "items": cut}
    elif points:
        text, below = points[0]
        if below:
            yield {"layout": "bullets", "title": slide.title, "items": [text, *below]}
        else:
            yield {"layout": "statement", "text": text}
    yield last_form(slide.own or (points[0][0] if points else slide.title))
