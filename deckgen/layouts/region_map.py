"""Three to twelve regions as tiles in rough geographic order, shaded by their values.

Use it to show where something is strong or weak. No borders are drawn: tiles are equal, so that a large region does not
outweigh a strong one. For an exact ranking use `chart-takeaway`, for several values per region use `table`.
"""

from collections.abc import Iterator
from itertools import combinations
from math import ceil

from pydantic import model_validator

from deckgen.charts.numbers import quantity_in
from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import Frame
from deckgen.scene import Entry, Insets, Item, Look, Page
from deckgen.scene.reading import reading
from deckgen.style import replace
from deckgen.theme.ramp import STEPS

NAME_ZH = "区域分布"
SUMMARY_ZH = "三到十二个区域按大致方位排成色块，数值越大颜色越深。"
FAMILY = "data"
ROOMIER = "table"
EXAMPLE = """
layout: region-map
title: 江浙沪与华南占门店四成，西南仅有53家
source: 示例数据，截至2024年12月31日
legend: 各区门店数，单位：家
tiles:
  - {name: 西北, value: 38, col: 1, row: 2}
  - {name: 华北, value: 164, col: 3, row: 2}
  - {name: 东北, value: 71, col: 5, row: 1}
  - {name: 西南, value: 53, col: 2, row: 4}
  - {name: 华中, value: 127, col: 3, row: 3}
  - {name: 山东, value: 142, col: 4, row: 2}
  - {name: 江浙沪, value: 296, col: 4, row: 3}
  - {name: 福建, value: 98, col: 4, row: 4}
  - {name: 华南, value: 211, col: 3, row: 5}
reading:
  - 江浙沪与华南合计507家，占总数1200家的42%
  - 西南单店收入最高，门店数却排倒数第二
  - 明年新店先投西南与华中，两区仓网已就绪
"""

COLUMNS, ROWS = 6, 5

_HEAD, _BELOW = 24.0, 12.0
_GAP = 8.0
_WIDEST, _TALLEST = 232.0, 140.0
"""Height of the line above the board and the space below it, between two tiles, and the largest tile, in points."""

_LEAST_LEGEND = 504.0
"""The least width of the line above the board in points; where the board is wider, both end together."""

_WIDE = 2.0
"""How much wider than high a tile may be."""

_SWATCH = Frame(0, 0, 28, 12)
_INSETS = Insets(4, 2, 4, 2)


class Tile(Part):
    name: Line = slot("The region.", "区域的名称。", zh="区域", at_most=6)
    value: Line = slot(
        "Its value as it should be printed.", "这个区域要印出来的数值。", zh="数值", at_most=6, default=""
    )
    level: Line = slot(
        "How strong, from 1 to 5; by default found from the values.", "强弱等级，1 到 5；不写就按数值算。",
        zh="等级", default="",
    )  # fmt: skip
    col: Line = slot("Its column from the left, 1 to 6.", "从左数第几列，1 到 6。", zh="列", default="")
    row: Line = slot("Its row from the top, 1 to 5.", "从上数第几行，1 到 5。", zh="行", default="")

    @model_validator(mode="after")
    def _understood(self) -> "Tile":
        for field, zh, value, most in (
            ("level", "等级", self.level, STEPS), ("col", "列", self.col, COLUMNS), ("row", "行", self.row, ROWS),
        ):  # fmt: skip
            if value and value.plain not in {str(number) for number in range(1, most + 1)}:
                raise mistake(
                    "off-board",
                    f"「{self.name}」的 {field}（{zh}）是「{value}」，应为 1 到 {most} 的整数。",
                    f"{field} of “{self.name}” is “{value}”; it must be a whole number from 1 to {most}.",
                    f"图板有 {COLUMNS} 列 {ROWS} 行，颜色有 {STEPS} 级。",
                    f"The board has {COLUMNS} columns and {ROWS} rows, the colour {STEPS} steps.",
                    value.span,
                )
        if bool(self.col) != bool(self.row):
            raise mistake(
                "half-placed",
                f"「{self.name}」只写了列或行。",
                f"“{self.name}” has a column or a row, not both.",
                "col 与 row 要么都写，要么都不写。",
                "Write both col and row, or neither.",
                self.name.span,
            )
        if not self.level and quantity_in(self.value.plain) is None:
            raise mistake(
                "not-number",
                f"「{self.name}」没有可以定色的数值。",
                f"“{self.name}” has no value to find its colour from.",
                "请写 value（如 296 或 12.4万），或用 level 写明 1 到 5 级。",
                "Write a value such as 296 or 12.4k, or a level from 1 to 5.",
                (self.value or self.name).span,
            )
        return self

    @property
    def amount(self) -> float:
        """What its value states, 0 where it states none."""
        return float(quantity_in(self.value.plain) or 0)


class RegionMap(Content):
    title: Claim = slot(
        "What the distribution shows, as a claim.", "这样的分布说明了什么，写成论断。", zh="结论标题", at_most=56
    )
    legend: Line = slot(
        "What the values are: measure, unit, date.", "数值是什么：指标、单位、时间。", zh="图例", at_most=20, default=""
    )
    tiles: list[Tile] = slot("The regions.", "各个区域。", zh="区域", at_least=3, at_most=12)
    reading: list[Text] = slot(
        "What follows, beside the board.", "由图得出什么，写在旁边。", zh="解读", at_most=3, each_at_most=36, default=[]
    )

    @model_validator(mode="after")
    def _placed(self) -> "RegionMap":
        placed = [tile for tile in self.tiles if tile.col]
        if placed and len(placed) < len(self.tiles):
            left_out = next(tile for tile in self.tiles if not tile.col)
            raise mistake(
                "half-placed",
                f"「{left_out.name}」没有写位置，其他区域却有。",
                f"“{left_out.name}” has no place, other regions have one.",
                "请补上 col 与 row；都不写则按顺序排列。",
                "Add col and row; without any, tiles stand in their order.",
                left_out.name.span,
            )
        for one, other in combinations(placed, 2):
            if (one.col, one.row) == (other.col, other.row):
                raise mistake(
                    "same-place",
                    f"「{one.name}」与「{other.name}」在同一格（第 {one.col} 列第 {one.row} 行）。",
                    f"“{one.name}” and “{other.name}” share a cell (column {one.col}, row {one.row}).",
                    "请把其中一个移到相邻的空格。",
                    "Move one of them to a free cell beside it.",
                    other.name.span,
                )
        return self

    @property
    def levels(self) -> list[int]:
        """How strong each region is, from 1 to 5: as it says, else the fifth of the range its value lies in."""
        amounts = [tile.amount for tile in self.tiles if not tile.level]
        least, most = min(amounts, default=0), max(amounts, default=0)
        return [int(tile.level.plain) if tile.level else _step(tile.amount, least, most) for tile in self.tiles]

    @property
    def places(self) -> list[tuple[int, int]]:
        """The column and row of each tile, both from 0, with nothing empty at the edges of the board."""
        if not self.tiles[0].col:
            across = _across(len(self.tiles))
            return [(index % across, index // across) for index in range(len(self.tiles))]
        columns, rows = zip(*((int(tile.col.plain), int(tile.row.plain)) for tile in self.tiles), strict=True)
        return [(column - min(columns), row - min(rows)) for column, row in zip(columns, rows, strict=True)]


def _step(amount: float, least: float, most: float) -> int:
    if most == least:
        return (STEPS + 1) // 2
    return min(STEPS, 1 + int(STEPS * (amount - least) / (most - least)))


def _across(count: int) -> int:
    """Return how many tiles stand in a row where nothing says where they belong: rows as even as can be."""
    return 3 if count == 3 else ceil(count**0.5)


def draw(content: RegionMap, page: Page) -> Iterator[Item]:
    beside = bool(content.reading)
    page.variant = f"×{len(content.tiles)}"
    yield page.title(content.title)
    area = page.body
    zone = page.cells(1, 8 if beside else 12, 0, 1)._replace(y=area.y, height=area.height)
    width, height, size = _sizes(content, zone.below(zone.y + _HEAD + _BELOW))
    taken = max(width, _LEAST_LEGEND)
    if not beside:  # a board that stands alone stands in the middle
        zone = zone.inset(left=max(0.0, zone.width - taken) / 2)
    zone = zone.centred(_HEAD + _BELOW + height)
    yield from _legend(content, page, zone._replace(width=min(zone.width, taken), height=_HEAD))
    yield from _board(content, page, size._replace(x=zone.x, y=zone.y + _HEAD + _BELOW))
    if beside:
        place = page.cells(9, 12, 0, 1)._replace(y=area.y, height=area.height)
        yield from reading(page, [("", text) for text in content.reading], place, "reading")


def _legend(content: RegionMap, page: Page, row: Frame) -> Iterator[Item]:
    """Yield what the values are, and at the right the five steps between the words for weak and strong."""
    label = replace(page.style("label"), color="muted")
    ends = _ends(content, page)
    if not ends:
        if content.legend:
            yield page.text(content.legend, label, row, anchor="middle")
        return
    end = replace(page.style("caption"), align="left")
    left, right = (page.width(words, end) * 1.03 + 4 for words in ends)
    x = row.right - right - 6 - STEPS * _SWATCH.width
    if content.legend:
        yield page.text(content.legend, label, row._replace(width=x - left - 24 - row.x), anchor="middle")
    place = Frame(x - 6 - left, row.y, left, row.height)
    yield page.text(ends[0], replace(end, align="right"), place, key="legend low", role="legend end", anchor="middle")
    swatch = _SWATCH._replace(x=x, y=row.y + (row.height - _SWATCH.height) / 2)
    for step in range(1, STEPS + 1):
        yield page.shape(swatch, Look("rect", f"ramp-{step}"), key=f"legend {step}", shared=False)
        swatch = swatch._replace(x=swatch.right)
    place = Frame(row.right - right, row.y, right, row.height)
    yield page.text(ends[1], end, place, key="legend high", role="legend end", anchor="middle")


def _ends(content: RegionMap, page: Page) -> tuple[str, str] | None:
    """Return what stands at the ends of the ramp: the least and the greatest value; None where all are alike."""
    if any(tile.level for tile in content.tiles):
        return ("低", "高") if page.setting.zh else ("low", "high")
    ordered = sorted(content.tiles, key=lambda tile: tile.amount)
    if ordered[0].amount == ordered[-1].amount:
        return None
    return ordered[0].value.plain, ordered[-1].value.plain


def _sizes(content: RegionMap, zone: Frame) -> tuple[float, float, Frame]:
    """Return the width and height of the board, and its first tile as large as the zone allows."""
    across, down = (max(numbers) + 1 for numbers in zip(*content.places, strict=True))
    height = min(_TALLEST, (zone.height - _GAP * (down - 1)) / down)
    width = min(_WIDEST, _WIDE * height, (zone.width - _GAP * (across - 1)) / across)
    return across * (width + _GAP) - _GAP, down * (height + _GAP) - _GAP, Frame(zone.x, zone.y, width, height)


def _board(content: RegionMap, page: Page, first: Frame) -> Iterator[Item]:
    """Yield the tiles, each as large as the first."""
    places, width, height = content.places, first.width, first.height
    inner = width - _INSETS.left - _INSETS.right
    names = [tile.name for tile in content.tiles]
    values = [_printed(tile, page) for tile in content.tiles]
    name = replace(page.style("label"), align="center", after=0, tight_after=0)
    name = page.fitted(names, name, [size for size in (18, 16, 14, 13, 12) if size <= 0.25 * height], inner)
    value = replace(page.style("head"), align="center", after=0, tight_after=0)
    value = page.fitted(
        values, value, [size for size in (32, 28, 24, 20, 18, 16, 14, 12) if size <= 0.36 * height], inner
    )
    for index, ((column, row), level, printed) in enumerate(zip(places, content.levels, values, strict=True)):
        frame = Frame(first.x + column * (width + _GAP), first.y + row * (height + _GAP), width, height)
        color = f"on-ramp-{level}"
        entries: list[Entry] = [(names[index], replace(name, color=color)), (printed, replace(value, color=color))]
        look = page.card_look(f"ramp-{level}")
        yield page.box(entries, frame, key=f"tiles[{index}]", role="tile", anchor="middle", insets=_INSETS, look=look)


def _printed(tile: Tile, page: Page) -> Line | str:
    """Return what a tile says besides its name: its value, else its level, as colour alone says nothing."""
    return tile.value or (f"{tile.level}级" if page.setting.zh else f"level {tile.level}")
