"""Words at the left, a picture at the right that runs off the slide.

Use it to show a product, a place or people while you explain them. For numbers use a chart; for points that need no
picture use `bullets` or cards.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import model_validator

from deckgen.content import Content, Image, Line, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import ROW, SLIDE_WIDTH, Frame
from deckgen.scene import Insets, Item, Page
from deckgen.scene.page import Entry
from deckgen.style import replace

NAME_ZH = "左文右图"
FAMILY = "pictures"
ROOMIER = "bullets"
SPLITS = "items"
EXAMPLE = """
layout: image-right
title: 先把一个市场走通，再翻下一座山
image:
  file: assets/hills.jpg
  alt: 晨雾里的群山由近及远，太阳刚刚升起
  focus: [0.6, 0.4]
caption: 示意图：由近及远的山
items:
  - 近处：质量与售后，先让买家信得过
  - 中途：仓储、物流与支付，让货送得到
  - 远处：内容与主播，让人愿意再来
"""

_FILL, _WIDEST = 0.7, 48.0
"""Share of the zone a short list spreads over, and the widest space between its points in points."""


class ImageRight(Content):
    title: Line = slot("The claim that the picture and the words make.", zh="结论标题", at_most=48)
    image: Image = slot("The picture; it is cropped to a portrait format.", zh="图片")
    caption: Line = slot("What the picture shows, or whose it is.", zh="图片说明", at_most=24, default="")
    text: Text = slot("A paragraph that explains.", zh="正文", at_most=140, default="")
    items: list[Text] = slot(
        "Parallel points, instead of a paragraph or after it.", zh="要点", at_most=4, each_at_most=36, default=[]
    )

    @model_validator(mode="after")
    def _explained(self) -> ImageRight:
        if not self.text and not self.items:
            raise mistake(
                "no-words", "图片旁边没有文字。", "There are no words beside the picture.",
                "请写 text: 一段话，或 items: 几个要点。", "Write text: with a paragraph, or items: with some points.",
            )  # fmt: skip
        return self


def draw(content: ImageRight, page: Page) -> Iterator[Item]:
    page.words = page.cells(1, 7, 0, 90)
    long_title = page.title_lines > 2
    yield page.title(content.title, frame=page.cells(1, 7, 7, 26) if long_title else None)
    area = page.cells(1, 7, 28, 78) if long_title else page.body
    # in the middle beside the picture, a little above it to the eye
    yield page.box(_words(content, area, page), area, key="text", anchor="middle", insets=Insets(bottom=24))
    # the footer stays where it is on every slide: the picture ends above it, and above its caption
    picture = page.cells(8, 12, 0, 76 if content.caption else 84)
    yield page.picture(content.image, picture._replace(width=SLIDE_WIDTH - picture.x))
    if content.caption:
        page.variant = "＋图说" if page.setting.zh else "with caption"
        yield page.text(content.caption, "caption", page.cells(8, 12, 77, 80))


def _words(content: ImageRight, area: Frame, page: Page) -> list[Entry]:
    """Return the paragraph and the points; a short list is set wider apart, so that it does not hang at the top."""
    points = content.items
    roomy = len(points) <= 3
    point = page.marked("body-roomy" if roomy else "body-medium")
    lead: list[Entry] = [(content.text, "body-roomy" if roomy else "body-medium")]
    entries = [*lead, *((item, point) for item in points)]
    spare = _FILL * area.height - page.height(entries, area.width)
    extra = min(_WIDEST - point.after, spare / (len(points) - 1) // ROW * ROW) if len(points) > 1 else 0
    wide = replace(point, before=max(0.0, extra))
    return [*lead, *((item, wide) for item in points)]
