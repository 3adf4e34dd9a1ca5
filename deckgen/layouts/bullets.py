"""Two to six parallel points, for content with no better visual form.

Prefer `cards` for parallel ideas, a process for steps, a chart for numbers; use bullets last.
"""

from collections.abc import Iterator

from deckgen.content import Claim, Content, Line, Part, Run, Text, slot
from deckgen.frame import ROW, Frame, on_grid
from deckgen.scene import Entry, Insets, Item, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "要点列表"
SUMMARY_ZH = "两到六个并列的要点，适合没有更好画法的内容。"
FAMILY = "text"
PLAIN_LIST = True
SPLITS = "items"
EXAMPLE = """
layout: bullets
title: 退货要少，先守住三道关：上架前、打包时、送达后
items:
  - text: 上架之前：尺码与色差先过样衣
    sub: [每个款式实测三个尺码，量好的数字写进商品页, 灯箱下逐批对色，偏差大的整批退回工厂]
  - text: 打包之时：一单一检，错发当场拦下
    sub: [扫码与订单对不上，出库口就不放行, 易碎品加一层气柱袋，破损由仓库承担]
  - text: 送达之后：三天内回访，把原因记进台账
    sub: [先换货再退款，买家不用等到账, 同一原因出现三次，由品类经理改款]
aside: {value: 62, unit: '%', text: 的退货原因在发货之前就能查出来}
source: 示例数据，2024年售后台账
"""


class Point(Part):
    MAIN = "text"

    text: Text = slot("The point, in one line or two.", "要点，写成一到两行。", zh="要点", at_most=44)
    sub: list[Text] = slot(
        "Up to two lines of support.", "一到两行补充。", zh="补充", at_most=2, each_at_most=36, default=[]
    )


class Aside(Part):
    MAIN = "text"

    value: Line = slot("A number to remember.", "值得记住的一个数字。", zh="数值", at_most=5, default="")
    unit: Line = slot("Its unit, set smaller.", "数值的单位，字号较小。", zh="单位", at_most=4, default="")
    text: Text = slot(
        "What the number means, or a short quotation.", "这个数字的含义，或一句简短的引语。", zh="旁注", at_most=40
    )


class Bullets(Content):
    title: Claim = slot("The claim that the points prove.", "这些要点共同证明的论断。", zh="结论标题", at_most=56)
    lede: Line = slot("A sentence that leads in.", "引出要点的一句话。", zh="导语", at_most=40, default="")
    items: list[Point] = slot(
        "Parallel points, the strongest first.", "并列的要点，最有力的放在最前。", zh="要点", at_least=2, at_most=6
    )
    aside: Aside | None = slot(
        "Something to remember, beside the list.", "放在列表旁边、值得记住的内容。", zh="旁注", default=None
    )


_FILL, _WIDEST, _CONTINUED = 0.94, 84.0, 36.0
"""Share of the zone a list spreads over, and the widest space between its points, and between those of one that
continues on a further slide, in points."""

_LARGE, _ROOMY = (24, 20, 18, 17, 16), 0.78
"""Sizes of the points of a short list, one of more than three from the second on, and the share of the zone that its
lines then take at most."""

_SPARE = 0.08
"""What is reserved for lines beyond what programs show, as a share."""

_NUMBERS = (72, 64, 56, 48, 40)
"""Sizes of the number beside the list."""


def draw(content: Bullets, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.body
    if content.lede:
        yield page.text(content.lede, "lede", area.with_height(30))
        area = area.below(area.y + 42)
    area = area._replace(width=page.cells(1, 9, 0, 1).width)
    entries, words, gaps = _spread(content.items, area, page)
    height = min(area.height, on_grid(gaps + (1 - _SPARE) * words))
    if not page.slide.continuation:  # slides of one list begin at the same height
        area = area.below(area.centred(height).y)
    yield page.box(entries, area, key="items")
    if content.aside:
        column = page.cells(10, 12, 0, 1)
        yield _aside(content.aside, Frame(column.x, area.y, column.width, height), page)


def _spread(points: list[Point], area: Frame, page: Page) -> tuple[list[Entry], float, float]:
    """Return the points as list levels, the height of their words, and that of what stands between them, in points.

    A short list is set larger and wider apart, so that it takes its zone and does not hang at the top.
    """
    base = page.style("body-roomy" if len(points) <= 3 else "body-medium" if len(points) <= 5 else "body")
    large = replace(base, sizes=_LARGE if len(points) <= 3 else _LARGE[1:])
    entries, words, gaps = _set(points, large, page.style("body"), area, page)
    if words > _ROOMY * area.height:
        return _set(points, base, page.style("detail"), area, page)
    return entries, words, gaps


def _set(
    points: list[Point], main: TextStyle, sub: TextStyle, area: Frame, page: Page
) -> tuple[list[Entry], float, float]:
    main, sub = page.marked(main), page.marked(sub, "–", level=1)
    if any(point.sub for point in points):
        # a point leads its support, which stands closer to it than the next point does
        main = replace(main, bold=True, before=main.after, after=4, tight_after=2)
        sub = replace(sub, after=4, tight_after=2)
    close = _entries(points, main, sub)
    closest = page.height(close, area.width)
    spare = _FILL * area.height - closest
    widest = _CONTINUED if page.slide.continuation else _WIDEST
    extra = min(widest - main.after - main.before, spare / (len(points) - 1) // ROW * ROW) if len(points) > 1 else 0
    apart = replace(main, before=main.before + max(0.0, extra))
    entries = _entries(points, apart, sub)
    return entries, closest - page.gaps(close), page.gaps(entries)


def _entries(points: list[Point], main: TextStyle, sub: TextStyle) -> list[Entry]:
    entries: list[Entry] = []
    for point in points:
        entries.append((point.text, main))
        entries.extend((line, sub) for line in point.sub)
    return entries


def _aside(aside: Aside, column: Frame, page: Page) -> Item:
    """Return the card at the right, as high as its words: a number with its meaning, or words alone."""
    value = (Run(aside.value.plain), Run(aside.unit.plain, scale=0.45)) if aside.value else ""
    insets = Insets(16, 24, 16, 24)
    inner = column.width - insets.left - insets.right
    number = replace(
        page.fitted([value], replace(page.style("number"), color="accent-text"), _NUMBERS, 0.95 * inner),
        after=10,
        tight_after=4,
    )
    words = replace(page.style("body" if aside.value else "head"), after=0, tight_after=0)
    width = eased(aside.text, words, page, inner, page.width(value, number) / 0.95, far=True, lines=1)
    insets = insets._replace(right=insets.right + inner - width)
    entries: list[Entry] = [(value, number), (aside.text, words)]
    card = column.with_height(min(column.height, on_grid(page.height(entries, column.width, insets))))
    return page.box(entries, card, key="aside", anchor="middle", insets=insets, look=page.card_look())
