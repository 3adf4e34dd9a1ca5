"""A picture at the left that runs off the slide, words at the right.

Use it where the picture comes first: a product, a place or people, and then what to know of them. `image-right` is its
mirror and the one to take where nothing speaks for either side; for points that need no picture use `bullets` or cards.
"""

from collections.abc import Iterator

from deckgen.layouts._image_text import ImageText, draw_beside
from deckgen.scene import Item, Page

NAME_ZH = "左图右文"
SUMMARY_ZH = "左边一张铺到页边的图片，右边是文字。"
FAMILY = "pictures"
ROOMIER = "bullets"
SPLITS = "items"
EXAMPLE = """
layout: image-left
title: 一盏能拎着走的灯，把声音带到光所在的地方
image:
  file: assets/lantern-in-use.jpg
  alt: 傍晚窗边的木桌上亮着一盏提灯音箱，旁边是书、杯子和一瓶枝叶
  focus: [0.57, 0.5]
caption: 示意图：窗边桌上的提灯音箱
items:
  - '**灯光：**由暖到亮分三档，阅读和守夜都合适'
  - '**声音：**织物网罩包住整圈扬声器，哪一边都听得清'
  - '**提手：**收拢不占地方，从卧室到阳台只要一只手'
"""


class ImageLeft(ImageText):
    pass


def draw(content: ImageLeft, page: Page) -> Iterator[Item]:
    yield from draw_beside(content, page, "left")
