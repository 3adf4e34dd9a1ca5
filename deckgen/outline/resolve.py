"""Sources, footnotes and jumps: every reference of an outline must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Text
from deckgen.content.texts import texts_of
from deckgen.outline.deck import DeckContent, SlideInfo
from deckgen.outline.places import BLOCKS_ZH, field_zh, written
from deckgen.problems import Kind, Problem
from deckgen.problems.suggest import suggest

UNKNOWN_SOURCE = Kind(
    "unknown-source", "error",
    "{sources_word}: 下面没有登记「{name}」。", "There is no source “{name}” under sources:.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
UNUSED_SOURCE = Kind(
    "unused-source", "warning",
    "来源「{name}」没有被引用。", "The source “{name}” is never cited.",
    "请在用到它的页写 {word}: {name}，或删去。", "Write source: {name} on the slide that uses it, or remove it.",
)  # fmt: skip
UNKNOWN_NOTE = Kind(
    "unknown-footnote", "error",
    "这里提到注 [^{number}]，但这张幻灯片{count_zh}。",
    "The text refers to note [^{number}], but this slide has {count_en}.",
    "请在 footnotes: 下补上这条注，或改编号。", "Add the note below footnotes:, or change the number.",
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
    for texts in [*(slide.texts for slide in deck.slides), *(texts_of(info) for info in infos)]:
        for text in texts:
            for key in text.cites:
                yield from _cite(text, key, deck, cited)
    for info in infos:
        for source in info.source:
            if not source.cites and (source.plain in deck.sources or _looks_like_key(source.plain)):
                yield from _cite(source, source.plain, deck, cited)
    for slide in deck.slides:
        count = len(slide.info.footnotes)
        for text in slide.texts:
            for number in text.notes:
                if number > count:
                    yield UNKNOWN_NOTE.at(
                        text.span, text.path, number=number,
                        count_zh=f"只有 {count} 条注" if count else "没有写 footnotes:",
                        count_en=f"only {count} note{'s' * (count > 1)}" if count else "no footnotes:",
                    )  # fmt: skip
        for link in slide.layout.links(slide.content):
            if link.plain not in identities:
                near = suggest(link.plain, identities)
                yield UNKNOWN_TARGET.at(
                    link.span,
                    link.path,
                    name=link.plain,
                    help_zh=f"是不是「{near}」？" if near else f"请在要跳到的那张幻灯片里加一行 id: {link.plain}",
                    help_en=f"Did you mean “{near}”?"
                    if near
                    else f"Add a line id: {link.plain} to the slide you mean.",
                )
    # a slide with mistakes may cite any of them
    for key, span in deck.source_spans.items():
        if key not in cited and deck.slides and not deck.faulty:
            yield UNUSED_SOURCE.at(
                span, f"sources.{key}", name=key, word=written("source", field_zh(SlideInfo, "source"))
            )


def _cite(text: Text, key: str, deck: DeckContent, cited: set[str]) -> Iterator[Problem]:
    """Note that a source is cited; a misspelt key counts for the one it resembles."""
    cited.add(key)
    if key in deck.sources:
        return
    near = suggest(key, list(deck.sources))
    written_out = not text.cites  # a source may also be a sentence of its own
    cited.add(near)
    word = written("sources", BLOCKS_ZH["sources"])
    yield UNKNOWN_SOURCE.at(
        text.span,
        text.path,
        name=key,
        sources_word=word,
        help_zh=f"是不是「{near}」？"
        if near
        else f"请在 {word}: 下面登记" + ("，或写出完整的出处。" if written_out else "。"),
        help_en=f"Did you mean “{near}”?"
        if near
        else "Add it below sources:" + (", or write the source out as a sentence." if written_out else "."),
    )


def _looks_like_key(text: str) -> bool:
    """A word without spaces or Chinese is meant as a key; anything else is a sentence."""
    return text.isascii() and " " not in text and not text.startswith("http")
