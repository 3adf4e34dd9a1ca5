"""From content to scenes: every slide drawn, fitted and, where it is too full, continued on a further slide."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from deckgen.content import Content, Text
from deckgen.content.slot import declared
from deckgen.kept import Kept
from deckgen.layouts import prompts
from deckgen.outline.deck import DeckContent, SlideContent
from deckgen.scene.build import build_steps
from deckgen.scene.furniture import footing, heading, sourcing
from deckgen.scene.items import Item, Scene, TableBox
from deckgen.scene.motif import masthead
from deckgen.scene.page import Page
from deckgen.scene.pictures import stored_once
from deckgen.scene.setting import Chapter, Citation, Setting, SlideFacts
from deckgen.scene.settle import settle, text_boxes
from deckgen.theme import Theme, type_scale
from deckgen.typesetting import Typesetter

_TAILS = {True: ("（续 {}/{}）", "（{}/{}）", " {}/{}"), False: (" ({}/{})", " {}/{}")}
"""What the titles of continued slides end with, by whether the deck is Chinese: shorter where the title is at its limit."""

Progress = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """Tell nobody how far the composing is."""


def compose(
    deck: DeckContent,
    theme: Theme,
    folder: Path | None = None,
    allow_outside: bool = False,
    progress: Progress = silent,
    kept: Kept | None = None,
) -> tuple[tuple[Scene, ...], Setting]:
    """Return the scenes of a deck in a theme and the setting they were drawn in.

    Where slides were continued, page numbers have moved: everything is then drawn once more with the true ones. Slides with
    mistakes, which are not drawn, keep their page numbers. What is `kept` from the last time is not drawn again.
    """
    if kept:
        kept.begin()
    pages = {slide.identity: slide.number for slide in deck.slides}
    setting = replace(_setting(deck, theme, pages), folder=folder, allow_outside=allow_outside)
    scenes, moved = _draw_all(deck, setting, pages, progress, kept)
    if len(scenes) != len(deck.slides):
        true = _setting(deck, theme, moved)
        setting = replace(setting, chapters=true.chapters, pages=true.pages)
        scenes, _ = _draw_all(deck, setting, moved, progress, kept)
    return tuple(stored_once(scenes)), setting


def _setting(deck: DeckContent, theme: Theme, pages: Mapping[str, int]) -> Setting:
    """Return the deck as layouts see it, given the page numbers of its slides by identity."""
    title = deck.info.title.plain
    starts = [slide for slide in deck.slides if slide.layout.role == "chapter"]
    ends = [pages[slide.identity] - 1 for slide in starts[1:]]
    if starts:
        last = pages[starts[-1].identity]
        appendices = [slide for slide in deck.slides if slide.layout.role == "appendix"]
        after = next((slide for slide in appendices if pages[slide.identity] > last), None)
        ends.append(pages[after.identity] - 1 if after else max(pages.values()))
    chapters = tuple(
        Chapter(
            number=number,
            title=_said(slide.content, "title"),
            promise=_said(slide.content, "promise"),
            identity=slide.identity,
            first=pages[slide.identity],
            last=end,
        )
        for number, (slide, end) in enumerate(zip(starts, ends, strict=True), 1)
    )
    citations = {
        key: Citation(
            key, number, source.publisher.plain, source.title.plain, source.date.plain, source.url.plain,
            source.note.plain,
        )
        for number, (key, source) in enumerate(deck.sources.items(), 1)
    }  # fmt: skip
    return Setting(
        lang=deck.lang,
        theme=theme,
        scale=type_scale(deck.lang),
        typesetter=Typesetter(deck.lang, theme.fonts["latin"], theme.fonts["latin_heads"]),
        title=title,
        footer=deck.info.footer.plain or title,
        date=deck.info.date.plain,
        chapters=chapters,
        citations=citations,
        pages={slide.identity: pages[slide.identity] for slide in deck.slides if slide.info.id},
        transition=deck.info.transition,
    )


def _said(content: Content, field: str) -> str:
    """Return the words of a field that most layouts of chapters have; empty where this one has it not."""
    return getattr(content, field, Text()).plain


def _draw_all(
    deck: DeckContent, setting: Setting, pages: Mapping[str, int], progress: Progress, kept: Kept | None
) -> tuple[list[Scene], dict[str, int]]:
    """Return the scenes of all slides and the page number of each scene; `pages` are the numbers that chapters go by."""
    scenes: list[Scene] = []
    numbers: dict[str, int] = {}
    known = kept.round(setting) if kept else None
    for done, slide in enumerate(deck.slides, 1):
        progress(done, len(deck.slides))
        chapter = next((c for c in setting.chapters if c.first <= pages[slide.identity] <= c.last), None)
        number = slide.number + len(scenes) - (done - 1)
        draw = partial(_draw_slide, slide, setting, chapter, number)
        drawn = known.scenes(slide, chapter, number, draw) if known else draw()
        numbers |= {scene.identity: number + part for part, scene in enumerate(drawn)}
        scenes += drawn
    return scenes, numbers


def _draw_slide(slide: SlideContent, setting: Setting, chapter: Chapter | None, number: int) -> list[Scene]:
    """Return the scenes of one slide: one, or several where its list continues."""
    whole = _scene(slide, slide.content, setting, chapter, number)
    splits = slide.layout.splits
    if not splits:
        return [whole]
    items: list[Any] = getattr(slide.content, splits)
    most = declared(type(slide.content).model_fields[splits]).at_most or len(items)
    if len(items) <= most and not overflows(whole.items):
        return [whole]
    for count in range(max(2, math.ceil(len(items) / most)), len(items) // 2 + 1):
        for tail in _TAILS[setting.zh]:
            parts = []
            for index, (first, chunk) in enumerate(_balanced(items, count)):
                content = slide.content.model_copy(update={splits: chunk})
                told = tail.format(index + 1, count)
                parts.append(_scene(slide, content, setting, chapter, number + index, told, first, index))
            spilled = [box.key for part in parts for box in text_boxes(part.items) if box.excess > 0]
            if not spilled and not any(overflows(part.items) for part in parts):
                return parts
            if set(spilled) != {"title"}:
                break  # what does not fit is no matter of how the title ends
    return [whole]


def _balanced(items: list[Any], count: int) -> Iterator[tuple[int, list[Any]]]:
    """Cut a list into `count` runs of nearly equal length, none of a single item, with the index each begins at."""
    start = 0
    for index in range(count):
        end = start + (len(items) - start) // (count - index) + ((len(items) - start) % (count - index) > 0)
        yield start, items[start:end]
        start = end


def _scene(
    slide: SlideContent,
    content: Content,
    setting: Setting,
    chapter: Chapter | None,
    number: int,
    tail: str = "",
    first: int = 0,
    part: int = 0,
) -> Scene:
    layout = slide.layout
    facts = SlideFacts(
        path=slide.path,
        identity=slide.identity if not part else f"{slide.identity}+{part}",
        page=number,
        span=slide.span,
        prompts=prompts(layout.name, setting.lang),
        chapter=chapter.number if chapter else 0,
        kicker=slide.info.kicker.plain,
        marks=frozenset(mark for text in slide.texts if text.marked for mark in text.notes),
        continuation=tail,
        splits=layout.splits,
        first=first,
        built=slide.info.build == "one-by-one",
    )
    title = getattr(content, "title", None)
    page = Page(setting, facts, title)
    items = list(layout.draw(content, page))
    if not layout.brand:
        # kicker and tracker are read right after the title, before the body
        items[1:1] = [] if layout.bare else [*masthead(page), *heading(page)]
        items += sourcing(page, slide.info.source, slide.info.footnotes)
        items += [] if layout.bare else footing(page)
    return Scene(
        identity=facts.identity,
        layout=layout.name,
        layout_name=layout.name_zh if setting.zh else layout.name_en,
        variant=page.variant,
        background="brand-ground" if layout.brand else "page",
        title=f"{title.plain}{tail}" if title else "",
        items=settle(items, setting.typesetter),
        notes=slide.info.notes.plain,
        section=chapter.title if chapter else "",
        path=slide.path,
        span=slide.span,
        lang=setting.lang,
        transition=slide.info.transition or setting.transition,
        build=build_steps(items, layout.builds) if facts.built else (),
    )


def overflows(items: Sequence[Item]) -> bool:
    """Whether any text of a slide does not fit at its smallest size."""
    return any(box.excess > 0 for box in text_boxes(items)) or any(
        isinstance(item, TableBox) and item.excess > 0 for item in items
    )
