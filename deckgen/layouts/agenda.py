"""The chapters of the deck at a glance, each with its promise, its pages and a link to its first slide.

Use it after the summary of a deck of more than ten slides, and again with `current` to show where the deck stands. The
rows come from the `section` slides; write `items` only to say it differently or to add a row such as an appendix. For a
list that is not a table of contents use `bullets`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.content import Content, Line, Part, Run, Text, slot
from deckgen.frame import ROW
from deckgen.scene import Entry, Frame, Item, Look, Page, TextStyle, Words
from deckgen.scene.setting import Chapter
from deckgen.style import replace

NAME_ZH = "目录页"
SUMMARY_ZH = "一页看清全文的章节，每章附一句话、页码和跳转链接。"
FAMILY = "structure"
ROLE = "agenda"
EXAMPLE = """
layout: agenda
title: 目录
items:
  - {head: 机会, note: 用户年轻、停留时间长，流量已经够用, page: 4–9}
  - {head: 障碍, note: 价格、习惯、供给与组织四类短板, page: 10–16}
  - {head: 对策, note: 五项行动，先补信任再放大流量, page: 17–23}
"""

_ROOM, _PITCH = 396.0, 120.0
"""Height for all rows and the widest distance from row to row, in points."""

_SHORT, _LARGE = 4, {"agenda-number": (40, 36, 32, 28), "head": (24, 20), "agenda-note": (18, 16, 14)}
"""How many rows make a short list, and the sizes that its words are set in."""

_PANEL = 246.0
"""Width of the panel that holds the title, in points: up to the gutter before the rows."""

_AIR = 12.0
"""What a row leaves free at least, in points; a promise that would take it is left out."""


class Topic(Part):
    MAIN = "head"

    head: Line = slot("The name of the chapter.", "章节的名称。", zh="章节名", at_most=12)
    note: Text = slot("What it shows.", "这一章讲什么。", zh="说明", at_most=24, default="")
    page: Line = slot(
        "Its pages, where they should not be counted.", "页码；想自己写、不要自动数时才填。",
        zh="页码", at_most=6, default="",
    )  # fmt: skip
    link: Line = slot(
        "The id of the slide the row leads to.", "点这一行跳到哪张幻灯片，写它的编号。", zh="链接", default=""
    )


class Agenda(Content):
    title: Line = slot("What the list is: contents, agenda.", "这份清单叫什么：目录、议程。", zh="标题", at_most=14)
    items: list[Topic] = slot(
        "The rows; the deck's chapters when left out.", "各行内容；不写就自动列出全文的章节。",
        zh="目录项", at_most=6, default=[],
    )  # fmt: skip
    current: Line = slot("The number of the row the deck has come to.", "讲到第几行了。", zh="当前章节", default="")


class Row(NamedTuple):
    """One line of the agenda; an empty `target` leads nowhere."""

    number: str
    head: Words
    note: Words
    pages: str
    target: str


class Styles(NamedTuple):
    """How number, head and note of every row are set."""

    number: TextStyle
    head: TextStyle
    note: TextStyle


def links(content: Agenda) -> Iterable[Line]:
    """Return the ids of the slides that rows lead to."""
    return [item.link for item in content.items if item.link]


def draw(content: Agenda, page: Page) -> Iterator[Item]:
    rows = list(_rows(content, page))
    page.variant = f"×{len(rows)}"
    pitch = min(_PITCH, _ROOM / max(1, len(rows)) // ROW * ROW)
    top = 72 + 0.3 * (_ROOM - pitch * len(rows))
    # the first line of the title stands level with the first row
    style = page.unbroken([content.title], "agenda-title", _PANEL - 60)
    line = page.height([("0", style)], 100)
    yield page.title(content.title, style, Frame(48, top + (pitch - line) / 2, _PANEL - 60, 144))
    yield page.shape(Frame(0, 0, _PANEL, 540), Look("rect", "surface"), key="panel")
    width = page.cells(5, 10, 0, 1).width
    styles = _styles(rows, width, page)
    if not content.items and any(page.height(_words(row, styles), width) > pitch - _AIR for row in rows):
        rows = [row._replace(note="") for row in rows]
    for index, row in enumerate(rows):
        frame = Frame(0, top + index * pitch, 0, pitch)
        if index:
            left = page.cells(4, 12, 0, 1)
            yield page.rule(left.x, frame.y, left.width)
        faded = content.current.plain not in ("", str(index + 1))
        yield from _row(row, index, frame, styles, page, faded=faded)


def _styles(rows: list[Row], width: float, page: Page) -> Styles:
    """Return how the rows are set: those of a short list larger, as long as no words of theirs need another line."""
    names = ("agenda-number", "head", "agenda-note")
    if len(rows) > _SHORT:
        return Styles(*map(page.style, names))
    number, head, note = (replace(page.style(name), sizes=_LARGE[name]) for name in names)
    number = page.fitted([row.number for row in rows], number, number.sizes, page.cells(4, 4, 0, 1).width)
    head = page.fitted([row.head for row in rows], head, head.sizes, width)
    note = page.fitted([row.note for row in rows], note, note.sizes, width)
    return Styles(number, head, replace(note, sizes=(*note.sizes[:1], 13, 12)))


def _words(row: Row, styles: Styles) -> list[Entry]:
    return [(row.head, styles.head), (row.note, styles.note)]


def _row(row: Row, index: int, place: Frame, styles: Styles, page: Page, *, faded: bool) -> Iterator[Item]:
    """Number, name with note, and pages of one row, all leading to its slide; rows not reached now are muted."""
    color = "muted" if faded else ""

    def at(first: int, last: int) -> Frame:
        return page.cells(first, last, 0, 1)._replace(y=place.y, height=place.height)

    def toned(words: Words) -> tuple[Run, ...]:
        return tuple(run._replace(color=color) for run in page.runs(words))

    if row.number:
        yield page.text(toned(row.number), styles.number, at(4, 4), key=f"items[{index}].number", anchor="middle",
                        target=row.target)  # fmt: skip
    if faded:
        row = row._replace(head=toned(row.head))
    yield page.box(_words(row, styles), at(5, 10), key=f"items[{index}]", anchor="middle", target=row.target)
    if row.pages:
        yield page.text(row.pages, "agenda-page", at(11, 12), key=f"items[{index}].page", anchor="middle",
                        target=row.target)  # fmt: skip


def _rows(content: Agenda, page: Page) -> Iterator[Row]:
    """Yield the rows: those written, else one per chapter.

    A row that leads to a chapter carries its number and pages; one that leads elsewhere has no number.
    """
    chapters = {chapter.identity: chapter for chapter in page.setting.chapters}
    if not content.items:
        for chapter in page.setting.chapters:
            yield Row(f"{chapter.number:02d}", chapter.title, chapter.promise, _pages(chapter, page), chapter.identity)
    for index, item in enumerate(content.items, 1):
        target = item.link.plain
        if target in chapters:
            chapter = chapters[target]
            pages = item.page.plain or _pages(chapter, page)
            yield Row(f"{chapter.number:02d}", item.head, item.note or chapter.promise, pages, target)
            continue
        first = page.setting.pages.get(target)
        pages = item.page.plain or (_counted(first, first, page) if first else "")
        yield Row("" if target and chapters else f"{index:02d}", item.head, item.note, pages, target)


def _pages(chapter: Chapter, page: Page) -> str:
    return _counted(chapter.first, chapter.last, page)


def _counted(first: int, last: int, page: Page) -> str:
    numbers = f"{first}–{last}" if last > first else str(first)
    return f"第{numbers}页" if page.setting.zh else f"{'pp.' if last > first else 'p.'} {numbers}"
