"""A picture that runs off the slide, and words beside it: what `image-left` and `image-right` have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import model_validator

from deckgen.content import Claim, Content, Image, Line, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import ROW, SLIDE_WIDTH, Frame
from deckgen.scene import Insets, Item, Page, TextBox
from deckgen.scene.easing import eased

_ROW = 96.0
"""The most height of a row for one point, in points."""


class ImageText(Content):
    title: Claim = slot(
        "The claim that the picture and the words make.", "图片和文字共同说明的论断。", zh="结论标题", at_most=48
    )
    image: Image = slot("The picture; it is cropped to a portrait format.", "图片，会裁成竖幅。", zh="图片")
    caption: Line = slot(
        "What the picture shows, or whose it is.", "图片上是什么，或出自哪里。", zh="图片说明", at_most=24, default=""
    )
    text: Text = slot("A paragraph that explains.", "一段说明文字。", zh="正文", at_most=140, default="")
    items: list[Text] = slot(
        "Parallel points, instead of a paragraph or after it.", "并列的要点，可代替正文，也可接在正文后面。",
        zh="要点", at_most=4, each_at_most=36, default=[],
    )  # fmt: skip

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
    text = [_words(content, area, page)] if content.text else list(_rows(content.items, area, page))
    # the footer stays where it is on every slide: the picture ends above it, and above its caption
    picture = page.cells(*pictured, 0, 76 if content.caption else 84)
    edges = (picture.x, SLIDE_WIDTH) if side == "right" else (0, picture.right)
    shown: list[Item] = [page.picture(content.image, picture._replace(x=edges[0], width=edges[1] - edges[0]))]
    if content.caption:
        page.variant = "＋图说" if page.setting.zh else "with caption"
        shown.append(page.text(content.caption, "caption", page.cells(*pictured, 77, 80)))
    # what is at the left is read first
    yield from (*text, *shown) if side == "right" else (*shown, *text)


def _words(content: ImageText, area: Frame, page: Page) -> TextBox:
    """Return a paragraph, with its points below; in the middle beside the picture, a little above it to the eye."""
    few = len(content.items) <= 3
    lead, point = (
        page.style("body-roomy" if few else "body-medium"),
        page.marked("body-roomy" if few else "body-medium"),
    )
    entries = [(content.text, lead), *((item, point) for item in content.items)]
    return page.box(entries, area, key="text", anchor="middle", insets=Insets(bottom=24))


def _rows(points: list[Text], area: Frame, page: Page) -> Iterator[Item]:
    """Yield points that stand alone, each in a row of its own, a line between one and the next."""
    style = page.style("body-roomy")
    height = min(_ROW, area.height / len(points)) // ROW * ROW
    top = area.y + (area.height - len(points) * height) / 3 // ROW * ROW
    for index, point in enumerate(points):
        row = Frame(area.x, top + index * height, area.width, height)
        if index:
            yield page.rule(row.x, row.y, row.width)
        width = eased(point, style, page, row.width)
        yield page.text(point, style, row._replace(width=width), role="items", anchor="middle")
