"""Three to six parallel points, for content with no better visual form.

Prefer cards for parallel ideas, a process for steps, a chart for numbers; use bullets last.
"""

from collections.abc import Iterator

from deckgen.content import Content, Line, Part, Text, slot
from deckgen.scene import Item, Page, TextStyle

NAME_ZH = "要点列表"
SPLITS = "items"
EXAMPLE = """
layout: bullets
title: 三件事决定直播电商能否跑通
items:
  - 先让买家信得过：质量与售后
  - 再让货送得到：仓储、物流与支付
  - text: 最后让人愿意看
    sub: [主播懂当地语言与习惯, 内容先有趣再卖货]
"""


class Point(Part):
    MAIN = "text"

    text: Text = slot("The point, in one line or two.", zh="要点", at_most=44)
    sub: list[Text] = slot("Up to two lines of support.", zh="补充", at_most=2, default=[])


class Bullets(Content):
    title: Line = slot("The claim that the points prove.", zh="结论标题", at_most=56)
    lede: Line = slot("A sentence that leads in.", zh="导语", at_most=40, default="")
    items: list[Point] = slot("Parallel points, the strongest first.", zh="要点", at_least=2, at_most=6)


def draw(content: Bullets, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.body
    if content.lede:
        yield page.text(content.lede, "lede", area.with_height(30))
        area = area.below(area.y + 42)
    main = page.marked("body-roomy" if len(content.items) <= 3 else "body-medium" if len(content.items) <= 5 else "body")
    sub = page.marked("detail", "–", level=1)
    entries: list[tuple[Text, TextStyle]] = []
    for item in content.items:
        entries.append((item.text, main))
        entries.extend((line, sub) for line in item.sub)
    yield page.box(entries, area._replace(width=page.cells(1, 9, 0, 1).width), key="items")
