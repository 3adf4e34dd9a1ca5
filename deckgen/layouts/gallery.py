"""Two to six pictures of one format side by side, each with a line below it.

Use it for what is to be compared at a glance: products, screens, shops. For one picture with words use `image-left` or
`image-right`; for a state before and one after use `before-after`.
"""

from collections.abc import Iterator

from deckgen.content import Claim, Content, Image, Line, Part, slot
from deckgen.scene import Item, Page
from deckgen.style import replace

NAME_ZH = "图集"
SUMMARY_ZH = "两到六张同样画幅的图片并排，每张下面一行说明。"
FAMILY = "pictures"
EXAMPLE = """
layout: gallery
title: 四种颜色各配一间房，机身与提手完全相同
items:
  - {image: {file: assets/lantern-sand.jpg, alt: 砂色织物外壳的提灯音箱, focus: [0.515, 0.5]}, caption: 砂色 · 卧室}
  - {image: {file: assets/lantern-graphite.jpg, alt: 石墨色织物外壳的提灯音箱, focus: [0.515, 0.5]}, caption: 石墨 · 书房}
  - {image: {file: assets/lantern-sage.jpg, alt: 鼠尾草绿织物外壳的提灯音箱, focus: [0.515, 0.5]}, caption: 鼠尾草 · 客厅}
  - {image: {file: assets/lantern-coral.jpg, alt: 珊瑚色织物外壳的提灯音箱, focus: [0.515, 0.5]}, caption: 珊瑚 · 阳台}
"""

_TALLEST = {2: 0.75, 3: 1.1, 4: 1.28, 5: 1.3, 6: 0.75}
"""Height of a picture in relation to its width, at most, by how many there are: few are not blown up."""

_BELOW, _BETWEEN = 8.0, 18.0
"""From a picture to its line, and from that to the next row, in points."""


class Picture(Part):
    image: Image = slot("The picture; all are cropped to one format.", "图片，所有图片裁成同样的画幅。", zh="图片")
    caption: Line = slot("What it is, in a few words.", "用几个字说明图片。", zh="图片说明", at_most=16, default="")


class Gallery(Content):
    title: Claim = slot("What the pictures show together.", "这些图片合起来说明什么。", zh="结论标题", at_most=56)
    items: list[Picture] = slot(
        "The pictures, in the order to look at them.", "各张图片，按看的顺序。", zh="图片", at_least=2, at_most=6
    )


def draw(content: Gallery, page: Page) -> Iterator[Item]:
    pictures, count = content.items, len(content.items)
    captions = [picture.caption for picture in pictures if picture.caption]
    page.variant = f"×{count}"
    yield page.title(content.title)
    area = page.body
    rows = 1 if count < 6 else 2
    columns = area.columns(count // rows)
    width = columns[0].width
    style = replace(page.fitted(captions, "label", (16, 14, 13, 12) if count < 5 else (14, 13, 12), width), bold=True)
    line = max((page.height([(caption, style)], width) for caption in captions), default=0)
    below = _BELOW + line if captions else 0
    room = (area.height - _BETWEEN * (rows - 1)) / rows - below
    height = min(room, _TALLEST[count] * width) // 6 * 6
    top = area.centred(rows * (height + below + _BETWEEN) - _BETWEEN, nearly=0).y
    for index, picture in enumerate(pictures):
        column = columns[index % len(columns)]
        frame = column._replace(y=top + index // len(columns) * (height + below + _BETWEEN), height=height)
        yield page.picture(picture.image, frame, look=page.card_look(""))
        if picture.caption:
            yield page.text(
                picture.caption, style, frame._replace(y=frame.bottom + _BELOW, height=line), role="caption"
            )
