"""The start of a chapter: its number, its name and what it will show.

Use it for every chapter of a longer deck; agenda, kicker and tracker take the chapters from these slides. For one claim
that needs a slide of its own use `statement`.
"""

from collections.abc import Iterator

from deckgen.content import Content, Line, Run, Text, slot
from deckgen.frame import ROW, Frame
from deckgen.scene import Item, Page
from deckgen.scene.motif import drops_numbers, motif

NAME_ZH = "过渡页"
SUMMARY_ZH = "一章的开头：章节号、章节名和这一章要说明什么。"
FAMILY = "structure"
ROLE = "chapter"
BRAND = True
EXAMPLE = """
layout: section
title: 机会
promise: 用户年轻、停留时间长，流量已经够用
"""

_MOST_NAMED = 5
"""Chapters that the tracker still names; of more it shows the numbers only, as of names that do not fit."""


class Section(Content):
    title: Line = slot("The name of the chapter.", "章节的名称。", zh="章节名", at_most=14)
    promise: Text = slot("What the chapter will show.", "这一章要说明什么。", zh="本章结论", at_most=40, default="")
    number: Line = slot(
        "The number, where it should not simply be counted.", "章节号；不想自动编号时才填。",
        zh="章节号", at_most=3, default="",
    )  # fmt: skip


def draw(content: Section, page: Page) -> Iterator[Item]:
    dropped = drops_numbers(page)
    number, title = (page.cells(1, 4, 27, 60), page.cells(5, 12, 33, 52)) if dropped else (
        page.cells(1, 4, 18, 38), page.cells(1, 9, 39, 58)
    )  # fmt: skip
    title = title.with_height(min(title.height, page.height([(content.title, "section-title")], title.width)))
    promise = page.cells(5, 11, 0, 10) if dropped else page.cells(1, 8, 0, 10)
    promise = promise._replace(y=title.bottom + 2 * ROW)
    yield page.title(content.title, "section-title", title)
    yield from motif(page, Frame(title.x, number.y + 2 * ROW, 0, title.bottom - number.y - 2 * ROW), calm=True)
    yield page.text(
        content.number or f"{page.slide.chapter:02d}",
        "section-number-dropped" if dropped else "section-number",
        number,
        key="number",
        anchor="top" if dropped else "bottom",
    )
    if content.promise:
        yield page.text(content.promise, "section-promise", promise)
    yield from _tracker(page)


def _tracker(page: Page) -> Iterator[Item]:
    """All chapters side by side at the foot of the slide, this one marked; each leads to its slide."""
    chapters = page.setting.chapters
    if len(chapters) < 2:
        return
    gap = 24 if len(chapters) < _MOST_NAMED else 12
    frames = page.cells(1, 9, 75, 84).columns(len(chapters), gap)
    named = len(chapters) <= _MOST_NAMED and all(_fits(chapter.title, frames[0].width, page) for chapter in chapters)
    for chapter, frame in zip(chapters, frames, strict=True):
        here = chapter.number == page.slide.chapter
        yield page.rule(frame.x, frame.y, frame.width, color="on-brand-line", weight=1.5)
        if here:
            yield page.rule(frame.x, frame.y, frame.width, color="on-brand-mark", weight=3, shared=False)
        name = chapter.title if named else f"{chapter.number:02d}"
        yield page.text(
            (Run(name, bold=here, color="on-brand" if here else ""),),
            "section-tracker",
            frame.inset(top=9),
            key=f"chapters[{chapter.number - 1}]",
            target="" if here else chapter.identity,
        )


def _fits(name: str, width: float, page: Page) -> bool:
    """Whether a name takes two lines at most, no Latin word of it broken; bold is a tenth wider."""
    words = [word for word in name.split() if word.isascii()]
    longest = max((page.width(word, "section-tracker") for word in words), default=0)
    return longest <= 0.9 * width and page.lines(name, "section-tracker", 0.9 * width) <= 2
