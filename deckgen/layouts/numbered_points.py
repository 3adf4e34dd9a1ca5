"""Three to five arguments in their order, each with a line that proves it.

Use it where the order or the rank matters. For parallel points without an order use `cards` or `bullets`, for steps
that lead from one to the next `process`, for the table of contents `agenda`.
"""

from collections.abc import Iterator

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.frame import ROW, Frame
from deckgen.scene import Item, Page
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "编号要点"
SUMMARY_ZH = "三到五个论点按顺序排列，每个附一句论据。"
FAMILY = "text"
SPLITS = "items"
ROOMIER = "table"
EXAMPLE = """
layout: numbered-points
title: 先做华东三城，理由按分量排是需求、仓配与人
items:
  - {head: 需求已经在那里, text: 三城占去年询盘的**46%**，却没有一家直营门店}
  - {head: 仓配不用新建, text: 昆山仓还有三成空位，当日可达三城所有商圈}
  - {head: 店长调得出来, text: 六名储备店长中四名家在华东，愿意回调}
source: 示例数据，2024年询盘与门店台账
"""

_PITCHES = {3: 19 * ROW, 4: 14 * ROW, 5: 11 * ROW}
"""From row to row by the number of items, in points."""

_LARGE = 54
"""Size of the numerals where there are few."""


class Point(Part):
    MAIN = "head"

    head: Line = slot("The argument in a few words.", "用几个字说出论点。", zh="要点", at_most=16)
    text: Text = slot(
        "What proves it, in a line or two.", "证明它的论据，一到两行。", zh="论据", at_most=52, default=""
    )


class NumberedPoints(Content):
    title: Claim = slot("The claim that the arguments carry.", "这些论点共同支撑的论断。", zh="结论标题", at_most=56)
    items: list[Point] = slot(
        "The arguments, the weightiest or the first at the top.", "各个论点，最重要的或最先的放在最前。",
        zh="要点", at_least=3, at_most=5,
    )  # fmt: skip


def draw(content: NumberedPoints, page: Page) -> Iterator[Item]:
    points = content.items
    # what continues on a further slide is set alike on all of them
    count = max(4 if page.slide.continuation else 3, min(5, len(points)))
    proven = any(point.text for point in points)
    page.variant = f"×{len(points)}"
    yield page.title(content.title)
    numbers, heads, texts = page.cells(1, 1, 0, 0), page.cells(2, 5 if proven else 12, 0, 0), page.cells(6, 12, 0, 0)
    few = count == 3
    numeral = replace(page.style("number"), sizes=(_LARGE,)) if few else page.style("number")
    head = page.fitted([point.head for point in points], "head", (24, 22, 20) if few else (20, 18), heads.width)
    text = replace(page.style("body"), sizes=(20, 18, 17, 16) if few else (18, 17, 16), after=0)
    pitch = _PITCHES[count]
    for index, point in enumerate(points):
        row = Frame(numbers.x, page.body.y + index * pitch, page.body.width, pitch)
        if index:
            yield page.rule(row.x, row.y, row.width)
        place = {"y": row.y, "height": row.height}
        key = f"items[{index}]"
        yield page.text(str(page.slide.first + index + 1), numeral, numbers._replace(**place), key=f"{key}.number",
                        anchor="middle")  # fmt: skip
        for words, style, column, far in ((point.head, head, heads, True), (point.text, text, texts, False)):
            if words:
                frame = column._replace(width=eased(words, style, page, column.width, far=far), **place)
                yield page.text(words, style, frame, anchor="middle")
