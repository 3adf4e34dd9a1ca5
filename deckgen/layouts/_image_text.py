"""A picture that runs off the slide, and words beside it: what `image-left` and `image-right` have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import model_validator

from deckgen.content import Content, Image, Line, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import ROW, SLIDE_WIDTH, Frame
from deckgen.scene import Entry, Insets, Item, Page, TextStyle
from deckgen.style import replace

_FILL, _WIDEST = 0.7, 48.0
"""Share of the zone a short list spreads over, and the widest space between its points in points."""


class ImageText(Content):
    title: Line = slot("The claim that the picture and the words make.", zh="结论标题", at_most=48)
    image: Image = slot("The picture; it is cropped to a portrait format.", zh="图片")
    caption: Line = slot("What the picture shows, or whose it is.", zh="图片说明", at_most=24, default="")
    text: Text = slot("A paragraph that explains.", zh="正文", at_most=140, default="")
    items: list[Text] = slot(
        "Parallel points, instead of a paragraph or after it.", zh="要点", at_most=4, each_at_most=36, default=[]
    )

    @model_validator(mode="after")
    def _explained(self) -> ImageText:
        if not self.text and not self.items:
            raise mistake(
                "no-words", "图片旁边没有文字。", "There are no words beside the picture.",
                "请写 text: 一段话，或 items: 几个要点。", "Write text: with a paragraph, or items: with some points.",
            )  # fmt: skip
        return self


def draw_beside(content: ImageText, page: Page, side: Literal["left", "right"]) -> Iterator[Item]:
    """Yield the slide with its picture at one side."""
    words, pictured = ((1, 7), (8, 12)) if side == "right" else ((6, 12), (1, 5))
    page.words = page.cells(*words, 0, 90)
    long_title = page.title_lines > 2
    yield page.title(content.title, frame=page.cells(*words, 7, 26) if long_title else None)
    area = page.cells(*words, 28, 78) if long_title else page.body
    # in the middle beside the picture, a little above it to the eye
    text = page.box(_words(content, area, page), area, key="text", anchor="middle", insets=Insets(bottom=24))
    # the footer stays where it is on every slide: the picture ends above it, and above its caption
    picture = page.cells(*pictured, 0, 76 if content.caption else 84)
    edges = (picture.x, SLIDE_WIDTH) if side == "right" else (0, picture.right)
    shown: list[Item] = [page.picture(content.image, picture._replace(x=edges[0], width=edges[1] - edges[0]))]
    if content.caption:
        page.variant = "＋图说" if page.setting.zh else "with caption"
        shown.append(page.text(content.caption, "caption", page.cells(*pictured, 77, 80)))
    # what is at the left is read first
    yield from (text, *shown) if side == "right" else (*shown, text)


def _words(content: ImageText, area: Frame, page: Page) -> list[Entry]:
    """Return the paragraph and the points; a short list is set wider apart, so that it does not hang at the top."""
    points = content.items
    roomy = len(points) <= 3
    point = page.marked("body-roomy" if roomy else "body-medium")
    lead: list[Entry] = [(content.text, "body-roomy" if roomy else "body-medium")]
    entries = [*lead, *((item, point) for item in points)]
    spare = _FILL * area.height - page.height(entries, area.width)
    extra = min(_WIDEST - point.after, spare / (len(points) - 1) // ROW * ROW) if len(points) > 1 else 0
    wide: TextStyle = replace(point, before=max(0.0, extra))
    return [*lead, *((item, wide) for item in points)]
