"""Words at the left, a picture at the right that runs off the slide.

Use it to show a product, a place or people while you explain them. For numbers use a chart; for points that need no
picture use `bullets` or cards.
"""

from collections.abc import Iterator

from deckgen.layouts._image_text import ImageText, draw_beside
from deckgen.scene import Item, Page

NAME_ZH = "左文右图"
SUMMARY_ZH = "左边是文字，右边一张铺到页边的图片。"
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
items:
  - '**近处：**质量与售后先让买家信得过，退换当天办完，差评一天内有人回应'
  - '**中途：**仓储、物流与支付接成一条线，货三天内送到，钱当天到账'
  - '**远处：**请当地主播讲当地的用法，让人愿意常来看，也愿意再买一次'
"""


class ImageRight(ImageText):
    pass


def draw(content: ImageRight, page: Page) -> Iterator[Item]:
    yield from draw_beside(content, page, "right")
