"""Where everything comes from: the deck's sources, numbered as its marks are, and what to know of the figures.

Use it as the last slide of a deck with sources. For a text that runs on use `two-column`.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from deckgen.content import Content, Line, Part, Run, Text, slot
from deckgen.frame import ROW, Frame
from deckgen.scene import Item, Page
from deckgen.scene.setting import Citation
from deckgen.scene.table import Column, cell, table

NAME_ZH = "附录·来源"
SPLITS = "sources"
EXAMPLE = """
layout: appendix-sources
title: 附录：来源与数据口径
sources:
  - {publisher: 示例研究院, title: 2023年社交电商观察, date: 2023-07-08, note: 第三章}
  - {publisher: 示例日报, title: 直播出海记, date: 2022-07-19}
caveats:
  - 用户数为平台披露，未注明时点
  - 交易额为目标值，不是实绩
"""


class Source(Part):
    MAIN = "title"

    publisher: Line = slot("Who published it.", zh="发布者", default="")
    title: Line = slot("Its title, or a key of `sources:`.", zh="标题", default="")
    date: Line = slot("When it was published.", zh="日期", default="")
    url: Line = slot("Where to find it.", zh="网址", default="")
    note: Text = slot("What a reader should know of it.", zh="说明", default="")


class AppendixSources(Content):
    title: Line = slot("What the page holds.", zh="标题", at_most=28)
    sources: list[Source] = slot("The sources; all of the deck's when left out.", zh="来源", at_most=12, default=[])
    caveats: list[Text] = slot("What to know of the figures.", zh="口径", at_most=10, default=[])


def draw(content: AppendixSources, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    zh, area = page.setting.zh, page.body
    cited = list(_cited(content, page))
    caveats = [] if page.slide.first else content.caveats
    top = area
    if cited:
        wide = not caveats
        frame = area if wide else area._replace(width=page.cells(1, 7, 0, 1).width)
        alt = f"来源表，共{len(cited)}条" if zh else f"Table of {len(cited)} sources"
        number = Column("编号" if zh else "No.", 44)
        if wide:
            heads = ("来源", "日期", "说明") if zh else ("Source", "Date", "Note")
            columns = [number, *(Column(head, weight) for head, weight in zip(heads, (440, 100, 280), strict=True))]
        else:
            columns = [number, Column("来源" if zh else "Source", frame.width - 44)]
        box = table(page, columns, [_row(source, wide, page) for source in cited], frame, key="sources", alt=alt)
        yield box
        top = area.with_height(box.heights[0])
    if caveats:
        column = page.cells(8, 12, 0, 1) if cited else page.cells(1, 12, 0, 1)
        head = Frame(column.x, area.y, column.width, top.height if cited else 30)
        yield page.text("数据口径" if zh else "About the figures", "table-head", head, key="head", anchor="middle")
        yield page.rule(head.x, head.bottom, head.width, color="text", weight=1.5)
        item = page.marked("appendix", "•")
        yield page.box([(line, item) for line in caveats], head.below(head.bottom + ROW).until(area.bottom), key="caveats")
