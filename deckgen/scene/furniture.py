"""Page furniture: kicker, tracker, source line, footer, page number and date, the same on every content slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content.run import Run
from deckgen.content.text import Text
from deckgen.frame import Frame, cells
from deckgen.scene.items import PLAIN, Look, TextBox
from deckgen.scene.page import Page
from deckgen.style import TextStyle, replace

HEADS = [(cells(1, last, 4, 7), cells(last + 1, 12, 4, 7)) for last in (8, 6, 4)]
"""Places of kicker and tracker: the first pair whose tracker holds the titles of all chapters."""

SOURCE, FOOTER = cells(1, 12, 79, 84), Frame(48, 510, 568, 18)
DATE, NUMBER = Frame(640, 510, 150, 18), Frame(814, 510, 98, 18)

_SQUARE = Look("roundRect", adjust=(("adj", 0),))
"""A rectangle by another name: LibreOffice draws a page number in a plain one below all that the slide holds."""


def heading(page: Page) -> Iterator[TextBox]:
    """Yield what stands above the title: kicker and tracker, each left out where there is nothing to say."""
    setting, slide = page.setting, page.slide
    chapter = next((chapter for chapter in setting.chapters if chapter.number == slide.chapter), None)
    kicker = slide.kicker or (chapter.title if chapter else "")
    left, right = _heads(page)
    row = cells(1, 12, 4, 7)
    if _beside(row, page) != row:  # what a picture leaves of the row is the kicker's
        left, right = row, None
    if kicker:
        yield page.text(kicker, "kicker", _beside(left, page), key="kicker")
    if chapter and right:
        yield page.text(_tracker(page), "tracker", right, key="tracker")


def sourcing(page: Page, sources: Sequence[Text], footnotes: Sequence[Text]) -> Iterator[TextBox]:
    """Yield the notes and sources below the content, where there are some."""
    lines = [*_notes_line(page, footnotes), *_source_line(page, sources)]
    if lines:
        yield page.box([(line, "source") for line in lines], _beside(SOURCE, page), key="source", anchor="bottom")


def footing(page: Page) -> Iterator[TextBox]:
    """Yield what stands at the foot of the slide: footer, date, page number."""
    setting = page.setting
    yield page.text(setting.footer, "footer", FOOTER, key="footer", anchor="middle", placeholder="ftr")
    if setting.date:
        yield page.text(setting.date, "footer-right", DATE, key="date", anchor="middle", placeholder="dt")
    yield _number(page, page.style("footer-right"), PLAIN)


def number_on_picture(page: Page) -> TextBox:
    """Return the page number in the colour of words on a picture that fills the slide."""
    return _number(page, replace(page.style("footer-right"), color="on-scrim"), _SQUARE)


def _number(page: Page, style: TextStyle, look: Look) -> TextBox:
    words = [(str(page.slide.page), style)]
    return page.box(words, NUMBER, key="number", anchor="middle", placeholder="sldNum", field="slidenum", look=look)


def _beside(frame: Frame, page: Page) -> Frame:
    """Return as much of the width of a frame as a picture leaves to words."""
    left, right = max(frame.x, page.words.x), min(frame.right, page.words.right)
    return frame._replace(x=left, width=right - left)


def _heads(page: Page) -> tuple[Frame, Frame | None]:
    """Return the places of kicker and tracker, alike on all slides; a tracker that no place holds is left out."""
    titles = [chapter.title for chapter in page.setting.chapters]
    if len(titles) > 1:
        # whichever of them is bold: as wide as if all were
        width = page.width(" · ".join(titles), replace(page.style("tracker"), bold=True))
        for left, right in HEADS:
            if width <= 0.98 * right.width:
                return left, right
    return HEADS[0][0], None


def _tracker(page: Page) -> tuple[Run, ...]:
    runs: list[Run] = []
    for chapter in page.setting.chapters:
        if runs:
            runs.append(Run(" · "))
        here = chapter.number == page.slide.chapter
        runs.append(Run(chapter.title, bold=here, color="accent-text" if here else ""))
    return tuple(runs)


def _notes_line(page: Page, footnotes: Sequence[Text]) -> list[tuple[Run, ...]]:
    if not footnotes:
        return []
    zh = page.setting.zh
    runs: list[Run] = [Run("注：" if zh else "Note: ")]
    for number, note in enumerate(footnotes, 1):
        if number > 1:
            runs.append(Run("；" if zh else "; "))
        if number in page.slide.marks:
            runs.append(Run(chr(0x245F + number)))
        runs.extend(page.runs(note))
    return [tuple(runs)]


def _source_line(page: Page, sources: Sequence[Text]) -> list[tuple[Run, ...]]:
    """A bare key prints the whole source; a key cited inside a sentence prints publisher and date."""
    if not sources:
        return []
    setting = page.setting
    runs: list[Run] = [Run("来源：" if setting.zh else "Source: ")]
    for index, source in enumerate(sources):
        if index:
            runs.append(Run("；" if setting.zh else "; "))
        citation = setting.citations.get(source.plain)
        if citation:
            runs.append(Run(f"[{citation.number}] {citation.line(setting.lang)}"))
            continue
        for run in source.runs:
            cited = setting.citations.get(run.cite)
            runs.append(Run(f"[{cited.number}] {cited.short(setting.lang)}") if cited else run)
    return [tuple(runs)]
