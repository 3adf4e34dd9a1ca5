"""The first slide: what the deck is about, for whom and by whom.

Use it without a picture, or where the brand comes first.
"""

from collections.abc import Iterator

from deckgen.content import Content, Line, Text, slot
from deckgen.scene import Item, Page
from deckgen.scene.motif import motif

NAME_ZH = "封面"
BRAND = True
EXAMPLE = """
layout: cover
title: 流量有了，成交为何没来
subtitle: 跨境电商对 TikTok 的影响：机会、四类障碍与五项行动
tag: 专题研究
presenter: 待填
date: 待填
"""


class Cover(Content):
    title: Line = slot("The question or claim of the whole deck.", zh="主标题", at_most=20)
    subtitle: Text = slot("What the deck covers.", zh="副标题", at_most=36, default="")
    tag: Line = slot("The kind of document, in a word or two.", zh="标签", at_most=8, default="")
    org: Line = slot("The organisation.", zh="单位", at_most=24, default="")
    presenter: Line = slot("Who presents.", zh="汇报人", at_most=16, default="")
    date: Line = slot("When.", zh="日期", at_most=16, default="")


def draw(content: Cover, page: Page) -> Iterator[Item]:
    yield from motif(page)
    yield page.title(content.title, "cover-title", page.cells(1, 9, 24, 46), anchor="bottom")
    if content.tag:
        yield page.text(content.tag, "cover-tag", page.cells(1, 6, 14, 18), anchor="middle")
    if content.subtitle:
        yield page.text(content.subtitle, "cover-subtitle", page.cells(1, 9, 48, 58))
    meta = [line for line in (content.org, content.presenter, content.date) if line]
    if meta:
        separator = "｜" if page.setting.zh else " | "
        yield page.text(page.joined(meta, separator), "cover-meta", page.cells(1, 9, 74, 79), key="meta", anchor="bottom")
