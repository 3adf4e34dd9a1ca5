"""Does the deck vary: no layout three times in a row, a pause now and then, an agenda and a summary in a long one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from deckgen.checks.forms import form_of
from deckgen.content.text import full_width_length
from deckgen.layouts import find_layout, layouts_showing
from deckgen.outline.deck import DeckContent, SlideContent
from deckgen.problems import Kind, Problem
from deckgen.scene.items import ChartBox, Scene, TableBox
from deckgen.scene.settle import text_boxes

SAME_LAYOUT = Kind(
    "same-layout", "warning",
    "从这一张起，连续 {count} 张都用「{layout}」版式。", "From here, {count} slides in a row use the layout “{layout}”.",
    "请换一张的表达方式：{others_zh}。", "Show one of them another way: {others_en}.",
)  # fmt: skip
BULLETS_AGAIN = Kind(
    "bullets-again", "warning",
    "这里连续 {count} 张都只是要点列表。", "{count} slides in a row are nothing but bullets here.",
    "{hint_zh}", "{hint_en}",
)  # fmt: skip
LONG_STRETCH = Kind(
    "long-stretch", "warning",
    "到这一张已连续 {count} 张内容页，中间没有停顿。", "This is content slide {count} in a row, without a pause.",
    "请在前面加一张 section（过渡页）或 statement（核心观点页）。", "Put a section or a statement before it.",
)  # fmt: skip
NO_AGENDA = Kind(
    "no-agenda", "warning",
    "这份文稿有 {count} 张幻灯片，却没有目录页。", "The deck has {count} slides and no agenda.",
    "请在摘要之后加一张 agenda。", "Add an agenda after the summary.",
)  # fmt: skip
NO_SUMMARY = Kind(
    "no-summary", "warning",
    "这份文稿有 {count} 张幻灯片，却没有摘要页。", "The deck has {count} slides and no summary.",
    "请把结论放在最前面：加一张 exec-summary。", "Put the answer first: add an exec-summary.",
)  # fmt: skip
MANY_NUMBERS = Kind(
    "many-numbers", "warning",
    "第 {page} 页的文字里有 {count} 个数字。", "The texts of slide {page} hold {count} numbers.",
    "请改用表格（table）或图表（chart-takeaway）。", "Show them in a table or in a chart (chart-takeaway).",
)  # fmt: skip

_IN_A_ROW, _UNPAUSED, _SHORT_DECK, _NUMBERS = 3, 7, 10, 10
"""How many slides of one layout are too many, content slides without a pause, slides without an agenda, numbers."""

_SENTENCE = 10
"""From how many full-width characters a text is read as a sentence, not as a figure with its label."""

_FORMS = {
    "steps": ("这一张讲的像是步骤", "This one tells steps"),
    "numbers": ("这一张的每一条都有数字", "Each point of this one has a number"),
    "contrast": ("这一张是两面对照", "This one sets two sides against each other"),
    "dates": ("这一张讲的是先后经过", "This one tells what happened when"),
    "ideas": ("几个并列的想法可以各用一张卡片", "Parallel ideas can have a card each"),
}
"""What a list is told that has a form, in both languages."""

_NUMBER = re.compile(r"(?<![A-Za-z0-9.])(?!(?:19|20)\d\d(?!\d|[.,]\d))\d[\d,.]*")
"""A number that is no year."""


def check_rhythm(deck: DeckContent, scenes: Sequence[Scene]) -> Iterator[Problem]:
    """Yield what the guard-rails of the layout library say about the deck as a whole (`visual.md` §2, end)."""
    slides = deck.slides
    yield from _same_layouts(slides)
    yield from _long_stretches(scenes)
    if len(slides) > _SHORT_DECK:
        roles = {slide.layout.role for slide in slides}
        for role, kind in (("agenda", NO_AGENDA), ("summary", NO_SUMMARY)):
            if role not in roles:
                yield kind.at(slides[0].span, slides[0].path, count=len(slides))


def check_numbers(scene: Scene, page: int) -> Iterator[Problem]:
    """Yield a warning for a slide whose sentences hold so many numbers that a table or chart would show them better."""
    role = find_layout(scene.layout).role
    if role in ("agenda", "appendix") or any(isinstance(item, ChartBox | TableBox) for item in scene.items):
        return
    texts = (
        paragraph.plain
        for box in text_boxes(scene.items)
        if box.placeholder == "body" and box.path
        for paragraph in box.paragraphs
    )
    found = ((text, _NUMBER.findall(text)) for text in texts)
    count = sum(len(numbers) for text, numbers in found if numbers and full_width_length(text) >= _SENTENCE)
    if count >= _NUMBERS:
        yield MANY_NUMBERS.at(scene.span, scene.path, page=page, count=count)


def _same_layouts(slides: Sequence[SlideContent]) -> Iterator[Problem]:
    for layout, group in groupby(slides, key=lambda slide: slide.layout):
        run = list(group)
        if layout.plain and len(run) > 1:
            yield _plain_run(run)
        elif len(run) >= _IN_A_ROW:
            others = [layout.roomier] if layout.roomier else layouts_showing("ideas")
            yield SAME_LAYOUT.at(
                run[0].span, run[0].path, layout=layout.name, count=len(run),
                others_zh="、".join(others), others_en=" or ".join(others),
            )  # fmt: skip


def _plain_run(run: Sequence[SlideContent]) -> Problem:
    """Return the warning of lists in a row, at the first of them whose texts have a form, else at the second."""
    formed = [(slide, form) for slide in run if (form := form_of([text.plain for text in slide.texts]))]
    slide, form = formed[0] if formed else (run[1], "ideas")
    layouts = layouts_showing(form)
    zh, en = _FORMS[form]
    return BULLETS_AGAIN.at(
        slide.span, slide.path, count=len(run),
        hint_zh=f"{zh}，请改用 {'、'.join(layouts)}。", hint_en=f"{en}: use {' or '.join(layouts)}.",
    )  # fmt: skip


def _long_stretches(scenes: Sequence[Scene]) -> Iterator[Problem]:
    """A slide without a footer is a pause: a section, a statement, a picture from edge to edge, the closing."""
    count = 0
    for scene in scenes:
        furnished = any(box.placeholder == "ftr" for box in text_boxes(scene.items))
        count = count + 1 if furnished else 0
        if count == _UNPAUSED + 1:
            yield LONG_STRETCH.at(scene.span, scene.path, count=count)
