"""The first slide: what the deck is about, for whom and by whom.

Use it without a picture, or where the brand comes first. With a photograph use `cover-image`; inside the deck, a new
chapter begins with `section`.
"""

from collections.abc import Iterator, Mapping

from deckgen.content import Content, Line, Text, slot
from deckgen.scene import Frame, Item, Page
from deckgen.scene.motif import motif

NAME_ZH = "封面"
SUMMARY_ZH = "第一页：讲什么，讲给谁听，由谁来讲。"
FAMILY = "structure"
BRAND = True
EXAMPLE = """
layout: cover
title: 流量有了，成交为何没来
subtitle: 跨境电商对TikTok的影响：机会、四类障碍与五项行动
tag: 专题研究
presenter: 增长策略组
date: 2024-09-12
basis: 两篇公开文章（2022-07、2023-07）
"""

_LABELS = {"org": ("单位", "Organisation"), "presenter": ("汇报人", "Presented by"), "date": ("日期", "Date"),
           "basis": ("依据", "Based on")}  # fmt: skip


class Cover(Content):
    title: Line = slot(
        "The question or claim of the whole deck.", "整份文稿要回答的问题，或要说明的论断。", zh="主标题", at_most=20
    )
    subtitle: Text = slot("What the deck covers.", "文稿涉及的范围。", zh="副标题", at_most=36, default="")
    tag: Line = slot(
        "The kind of document, in a word or two.", "文稿的种类，用一两个词。", zh="标签", at_most=8, default=""
    )
    org: Line = slot("The organisation.", "单位名称。", zh="单位", at_most=16, default="")
    presenter: Line = slot("Who presents.", "由谁汇报。", zh="汇报人", at_most=12, default="")
    date: Line = slot("When.", "什么时候。", zh="日期", at_most=12, default="")
    basis: Line = slot("What the deck is based on.", "文稿依据什么写成。", zh="依据", at_most=28, default="")


def draw(content: Cover, page: Page) -> Iterator[Item]:
    title = page.cells(1, 9, 22, 44)
    used = min(title.height, page.height([(content.title, "cover-title")], title.width))
    words = Frame(title.x, title.bottom - used, title.width, used)
    subtitle = page.cells(1, 9, 46, 56)
    if content.subtitle:
        words = words.until(subtitle.y + page.height([(content.subtitle, "cover-subtitle")], subtitle.width))
    yield page.title(content.title, "cover-title", title, anchor="bottom")
    yield from motif(page, words)
    if content.tag:
        yield page.text(content.tag, "cover-tag", page.cells(1, 6, 8, 12), anchor="middle")
    if content.subtitle:
        yield page.text(content.subtitle, "cover-subtitle", subtitle)
    names = stated(content)
    span = 2 if content.basis else 3
    places = [(1 + span * index, 9 if name == "basis" else span * (index + 1)) for index, name in enumerate(names)]
    yield from facts(
        content, page, {name: page.cells(*place, 75, 86) for name, place in zip(names, places, strict=True)}
    )


def stated(content: Cover) -> list[str]:
    """Return what is said of who, when and from what, in the order to show it."""
    return [name for name in _LABELS if getattr(content, name)]


def facts(content: Cover, page: Page, frames: Mapping[str, Frame]) -> Iterator[Item]:
    """Who, when and from what at the foot of the slide, each below a line and its name."""
    for name, frame in frames.items():
        label = _LABELS[name][0 if page.setting.zh else 1]
        yield page.rule(frame.x, frame.y, frame.width, color="on-brand-line", weight=1.5)
        entries = [(label, "cover-label"), (getattr(content, name), "cover-meta")]
        yield page.box(entries, frame.inset(top=9), role="facts")
