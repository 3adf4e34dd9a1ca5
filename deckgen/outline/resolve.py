"""Sources, footnotes and jumps: every reference of an outline must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Text
from deckgen.content.texts import texts_of
from deckgen.outline.deck import DeckContent
from deckgen.problems import Kind, Problem
from deckgen.problems.suggest import suggest

UNKNOWN_SOURCE = Kind(
    "unknown-source", "error",
    "sources: 里没有「{name}」。", "There is no “{name}” under sources:.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
UNUSED_SOURCE = Kind(
    "unused-source", "warning",
    "来源「{name}」没有被引用。", "The source “{name}” is never cited.",
    "请在用到它的页写 source: {name}，或删去。", "Write source: {name} on the slide that uses it, or remove it.",
)  # fmt: skip
UNKNOWN_NOTE = Kind(
    "unknown-footnote", "error",
    "正文提到注 [^{number}]，但 footnotes: 里只有 {count} 条。",
    "The text refers to note [^{number}], but footnotes: has {count}.",
    "请补上这条注，或改编号。", "Add the note or change the number.",
)  # fmt: skip
UNKNOWN_TARGET = Kind(
    "unknown-slide", "error",
    "没有编号为「{name}」的幻灯片。", "There is no slide with the id “{name}”.",
    "{help_zh}", "{help_en}",
)  # fmt: skip


def resolve(deck: DeckContent) -> Iterator[Problem]:
    """Yield the references that lead nowhere and the sources nobody cites."""
    cited: set[str] = set()
    infos = [*(slide.info for slide in deck.slides), *deck.faulty]
    identities = [info.id.plain for info in infos if info.id]
    for owner in [*(slide.content for slide in deck.slides), *infos]:
        for text in texts_of(owner):
            for key in text.cites:
                yield from _cite(text, key, deck, cited)
    for info in infos:
        for source in info.source:
            if not source.cites and (source.plain in deck.sources or _looks_like_key(source.plain)):
                yield from _cite(source, source.plain, deck, cited)
    for slide in deck.slides:
        count = len(slide.info.footnotes)
        for text in texts_of(slide.content):
            for number in text.notes:
                if number > count:
                    yield UNKNOWN_NOTE.at(text.span, text.path, number=number, count=count)
        for link in slide.layout.links(slide.content):
            if link.plain not in identities:
                near = suggest(link.plain, identities)
                yield UNKNOWN_TARGET.at(
                    link.span,
                    link.path,
                    name=link.plain,
                    help_zh=f"是不是「{near}」？" if near else "请给目标页写上 id。",
                    help_en=f"Did you mean “{near}”?" if near else "Give the slide you mean an id.",
                )
    for key, span in deck.source_spans.items():
        if key not in cited:
            yield UNUSED_SOURCE.at(span, f"sources.{key}", name=key)


def _cite(text: Text, key: str, deck: DeckContent, cited: set[str]) -> Iterator[Problem]:
    """Note that a source is cited; a misspelt key counts for the one it resembles."""
    cited.add(key)
    if key in deck.sources:
        return
    near = suggest(key, list(deck.sources))
    cited.add(near)
    yield UNKNOWN_SOURCE.at(
        text.span,
        text.path,
        name=key,
        help_zh=f"是不是「{near}」？" if near else "请在 sources: 下登记这个来源。",
        help_en=f"Did you mean “{near}”?" if near else "Register the source under sources:.",
    )


def _looks_like_key(text: str) -> bool:
    """A word without spaces or Chinese is meant as a key; anything else is a sentence."""
    return text.isascii() and " " not in text and not text.startswith("http")
