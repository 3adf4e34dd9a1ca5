"""Three to five levels that rest on each other, the base the widest, each with a note beside it.

Use it for a hierarchy: needs, capabilities, a strategy on its foundations. For stages that fewer and fewer pass use
`funnel`; for steps in time use `process`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.content import Claim, Content, Flag, Line, Part, Text, slot
from deckgen.frame import Frame
from deckgen.scene import Connector, Item, Look, Page, Stroke, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace
from deckgen.typesetting.fit import PITCH

NAME_ZH = "金字塔"
SUMMARY_ZH = "三到五个层级，下层托着上层，底层最宽，旁边各有说明。"
FAMILY = "process"
ROOMIER = "table"
EXAMPLE = """
layout: pyramid
title: 会员增长靠三层能力托起，最该补的是数据底座
source: 示例数据，2024年
levels:
  - {label: 增长, text: 会员年消费提升两成，复购贡献过半收入}
  - {label: 体验, text: 权益分层、专属客服、积分当日到账}
  - {label: 运营, text: 分群触达、自动化旅程、月度复盘机制}
  - {label: 数据底座, text: 打通门店与线上身份，目前只覆盖四成会员, hi: true}
"""

_GAP = 4.0
_LEADER_OFF = 8.0
_PAD, _FOOT = 6.0, 8.0
"""Between levels, between a line and what it joins, beside a text within its level, and below that of the top, in points."""

_TOPS = (0.0, 36.0, 72.0, 108.0)
"""Widths of the top edge that are tried: as sharp as the words of the top level allow."""

_LATIN = re.compile(r"[!-\u024f]+")
"""Words that a line may not part."""

_SIZES = (20, 18, 16, 15, 14)


class Level(Part):
    MAIN = "label"

    label: Line = slot("The level in a few words.", "用几个字说出这个层级。", zh="层级", at_most=8)
    text: Text = slot("What it consists of.", "这个层级包含什么。", zh="说明", at_most=36, default="")
    hi: Flag = slot(
        "Whether this is the level to look at; by default the top one.",
        "是不是要看的那个层级；不写就突出最上面一层。",
        zh="突出", default=False,
    )  # fmt: skip


class Pyramid(Content):
    title: Claim = slot("The claim that the levels carry.", "这些层级共同支撑的论断。", zh="结论标题", at_most=56)
    levels: list[Level] = slot(
        "The levels from top to base.", "各个层级，从塔尖到塔底。", zh="层级", at_least=3, at_most=5
    )


class _Slab(NamedTuple):
    """One level as it is drawn: the frame around it, and the width of its upper edge."""

    frame: Frame
    upper: float

    @property
    def adjust(self) -> int:
        """How far the corners of its upper edge are moved in, as a share of the shorter side."""
        return round(50000 * (self.frame.width - self.upper) / min(self.frame.width, self.frame.height))

    def width_at(self, y: float) -> float:
        """Return its width `y` points below its upper edge."""
        return self.upper + (self.frame.width - self.upper) * y / self.frame.height


def draw(content: Pyramid, page: Page) -> Iterator[Item]:
    levels = content.levels
    marked = [index for index, level in enumerate(levels) if level.hi] or [0]
    noted = any(level.text for level in levels)
    page.variant = f"×{len(levels)}"
    yield page.title(content.title)
    area = page.body
    zone = (page.cells(1, 6, 0, 1) if noted else page.cells(3, 10, 0, 1))._replace(y=area.y, height=area.height)
    slabs, style, rooms = _fitted(content, page, zone)
    beside = page.cells(7, 12, 0, 1)
    note_style = replace(page.style("body"), after=0, tight_after=0)
    for index, (level, slab) in enumerate(zip(levels, slabs, strict=True)):
        hi = index in marked
        look = Look("trapezoid", "accent" if hi else "accent-tint", adjust=(("adj", slab.adjust),))
        yield page.shape(slab.frame, look, key=f"levels[{index}] slab", shared=False)
        words = replace(style, color="on-accent" if hi else "text")
        yield page.text(level.label, words, rooms[index], role="level", anchor="middle")
        if not level.text:
            continue
        middle = slab.frame.y + slab.frame.height / 2
        edge = slab.frame.x + (slab.frame.width + slab.width_at(slab.frame.height / 2)) / 2
        if beside.x - edge > 3 * _LEADER_OFF:
            ends = (edge + _LEADER_OFF, middle, beside.x - _LEADER_OFF, middle)
            yield Connector(f"levels[{index}] leader", *ends, Stroke("hairline", 0.75))
        note = replace(note_style, color="text" if hi else "muted")
        place = beside._replace(y=slab.frame.y, height=slab.frame.height)
        place = place._replace(width=eased(level.text, note, page, place.width))
        yield page.text(level.text, note, place, role="note", anchor="middle")


def _fitted(content: Pyramid, page: Page, zone: Frame) -> tuple[list[_Slab], TextStyle, list[Frame]]:
    """Return the levels with the room for their labels, at the largest size that fits and then as sharp as it allows."""
    labels = [level.label for level in content.levels]
    for size in _SIZES:
        style = replace(page.style("head"), sizes=(size,), align="center", after=0, tight_after=0)
        for top in _TOPS:
            slabs = _slabs(zone, len(labels), top)
            rooms = [
                _room(page, label, style, slab, _FOOT if index == 0 else 0)
                for index, (label, slab) in enumerate(zip(labels, slabs, strict=True))
            ]
            fitting = [room for room in rooms if room]
            if len(fitting) == len(rooms):
                return slabs, style, fitting
    # the widest top with what room there is: what does not fit is told by the texts themselves
    return slabs, style, [room or slab.frame for room, slab in zip(rooms, slabs, strict=True)]


def _room(page: Page, label: Line, style: TextStyle, slab: _Slab, foot: float) -> Frame | None:
    """Return the frame of a label of one line or two between the slanted edges, None where it does not fit.

    A label with a `foot` stands that far above the lower edge, others in the middle.
    """
    for lines in (1, 2):
        high = lines * style.sizes[0] * PITCH * style.line
        above = slab.frame.height - foot - high if foot else (slab.frame.height - high) / 2
        if above < 0:
            break
        inner = slab.width_at(above) - 2 * _PAD
        longest = max((page.width(word, style) for word in _LATIN.findall(label.plain)), default=0)
        if inner > longest and page.lines(label, style, 0.98 * inner) <= lines:
            return Frame(slab.frame.x + (slab.frame.width - inner) / 2, slab.frame.y + above, inner, high)
    return None


def _slabs(zone: Frame, count: int, top: float) -> list[_Slab]:
    """Return the levels of a pyramid whose top edge has some width; their slanted edges lie on one line."""

    def width(y: float) -> float:
        return top + (zone.width - top) * (y - zone.y) / zone.height

    return [
        _Slab(Frame(zone.x + (zone.width - width(row.bottom)) / 2, row.y, width(row.bottom), row.height), width(row.y))
        for row in zone.rows(count, _GAP)
    ]
