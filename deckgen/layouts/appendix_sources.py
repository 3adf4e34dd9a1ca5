"""Where everything comes from: the deck's sources, numbered as its marks are, and what to know of the figures.

Use it as the last slide of a deck with sources. For a text that runs on use `two-column`.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from deckgen.content import Content, Line, Part, Run, Text, slot
from deckgen.frame import Frame
from deckgen.scene import Cell, Item, Page, TableBox
from deckgen.scene.setting import Citation
from deckgen.scene.table import Column, cell, table
from deckgen.style import replace

NAME_ZH = "附录·来源"
SUMMARY_ZH = "列出全文的来源，编号与正文的标记一致，并交代数据口径。"
FAMILY = "other"
ROLE = "appendix"
SPLITS = "sources"
EXAMPLE = """
layout: appendix-sources
title: 附录：来源与数据口径
sources:
  - {publisher: 示例研究院, title: 2023年社交电商观察, date: 2023-07-08, note: 第三章，用户规模与年龄结构}
  - {publisher: 示例日报, title: 直播出海记, date: 2022-07-19, note: 采访了六家商家}
  - {publisher: 示例咨询, title: 海外仓成本测算, date: 2023-11, note: 按每月一万单计}
  - {publisher: 本公司, title: 订单与退货台账, date: 2023-12, note: 全年口径，不含企业采购}
  - {publisher: 本公司, title: 买家问卷, date: 2023-10, note: 回收1204份，覆盖五个国家}
caveats:
  - 用户数为平台披露，未注明时点
  - 交易额为目标值，不是实绩
  - 海外仓成本按年均汇率折算成人民币
  - 退货率以签收后30天内退回的订单计
  - 问卷由买家自愿填写，老客户偏多
"""

_HEAD = 36.0
"""Height of the heads of both tables, in points; one line at any size."""

_SIZES = (15, 14, 13, 12)
"""Sizes of both tables, which stand side by side."""

_TALLEST = 72.0
"""The most that a row grows to, in points."""


class Source(Part):
    MAIN = "title"

    publisher: Line = slot("Who published it.", "由谁发布。", zh="发布者", default="")
    title: Line = slot(
        "Its title, or a key of `sources:`.", "来源的标题，或 `sources:` 里的名字。", zh="标题", default=""
    )
    date: Line = slot("When it was published.", "什么时候发布的。", zh="日期", default="")
    url: Line = slot("Where to find it.", "在哪里能找到。", zh="网址", default="")
    note: Text = slot("What a reader should know of it.", "读者需要知道的一点说明。", zh="说明", default="")


class AppendixSources(Content):
    title: Line = slot("What the page holds.", "这一页放的是什么。", zh="标题", at_most=28)
    sources: list[Source] = slot(
        "The sources; all of the deck's when left out.", "要列的来源；不写就列出全文的来源。",
        zh="来源清单", at_most=12, default=[],
    )  # fmt: skip
    caveats: list[Text] = slot(
        "What to know of the figures.", "使用这些数据要注意什么。", zh="口径", at_most=10, each_at_most=44, default=[]
    )


def draw(content: AppendixSources, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.body
    cited = list(_cited(content, page))
    caveats = [] if page.slide.first else content.caveats
    left = area._replace(width=page.cells(1, 6, 0, 1).width) if caveats else area
    right = area._replace(x=page.cells(7, 12, 0, 1).x, width=left.width) if cited else area
    tables: list[TableBox] = []
    for _ in range(2):  # a second time at one size, where one of them needs a smaller one
        sizes = _SIZES[max((drawn.step for drawn in tables), default=0) :]
        tables = [_sources(cited, left, page, sizes)] if cited else []
        if caveats:
            tables.append(_caveats(caveats, right, page, sizes, min(tables[0].heights[1:]) if tables else _TALLEST))
    yield from tables


def _sources(cited: list[Citation], frame: Frame, page: Page, sizes: tuple[int, ...]) -> TableBox:
    """Return the sources as a table; where it is wide, date and note have columns of their own."""
    zh = page.setting.zh
    wide = frame.width > page.cells(1, 9, 0, 1).width
    columns = [Column("编号" if zh else "No.", 44)]
    if wide:
        heads = ("来源", "日期", "说明") if zh else ("Source", "Date", "Note")
        columns += [Column(head, weight) for head, weight in zip(heads, (440, 100, 280), strict=True)]
    else:
        columns.append(Column("来源" if zh else "Source", frame.width - 44))
    alt = f"来源表，共{len(cited)}条" if zh else f"Table of {len(cited)} sources"
    return _headed(
        page, columns, [_row(source, wide, page) for source in cited], frame, "sources", alt, sizes, _TALLEST
    )


def _caveats(caveats: list[Text], frame: Frame, page: Page, sizes: tuple[int, ...], tallest: float) -> TableBox:
    """Return what to know of the figures as a table of one column, so that its head and lines meet those beside it."""
    zh = page.setting.zh
    alt = f"数据口径，共{len(caveats)}条" if zh else f"{len(caveats)} remarks on the figures"
    columns = [Column("数据口径" if zh else "About the figures", 1)]
    return _headed(page, columns, [[cell(page, line)] for line in caveats], frame, "caveats", alt, sizes, tallest)


def _headed(
    page: Page,
    columns: list[Column],
    rows: list[list[Cell]],
    frame: Frame,
    key: str,
    alt: str,
    sizes: tuple[int, ...],
    tallest: float,
) -> TableBox:
    """Return a table whose head is as high as that of the one beside it."""
    body = replace(page.style("table-cell"), sizes=sizes)
    return table(page, columns, rows, frame, key=key, alt=alt, most_row=tallest, body=body, least_head=_HEAD,
                 first_column=False)  # fmt: skip


def _cited(content: AppendixSources, page: Page) -> Iterator[Citation]:
    """Yield the sources to list: those written, else all of the deck's.

    One that is a key of `sources:` keeps the number of its marks. Others have none that a mark could show, so they are
    counted only in a deck without `sources:`; otherwise they are numbered 0, which is not shown.
    """
    known = page.setting.citations
    if not content.sources:
        yield from known.values()
    for index, source in enumerate(content.sources, page.slide.first + 1):
        own = Citation("", 0 if known else index, source.publisher.plain, source.title.plain, source.date.plain,
                       source.url.plain, source.note.plain)  # fmt: skip
        yield known.get(source.title.plain, own)


def _row(source: Citation, wide: bool, page: Page) -> list[Cell]:
    """Return number and source; in a wide table date and note have columns of their own."""
    lang = page.setting.lang
    number = cell(page, f"[{source.number}]" if source.number else "", color="accent-text", bold=True)
    more = [Run(source.note, color="muted")] if source.note else []
    if source.url:
        more += [*([Run(" ")] if more else []), Run(urlsplit(source.url).netloc or source.url, link=source.url)]
    if wide:
        named = source._replace(date="").line(lang)
        return [number, cell(page, named), cell(page, source.date or "—"), cell(page, tuple(more) or "—")]
    return [number, cell(page, (Run(source.line(lang)), *([Run("\n")] if more else []), *more))]
