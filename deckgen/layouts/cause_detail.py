"""One cause from what brings it about, over what shows it, to what it does.

Use it to prove a cause that a `cause-cards` slide names. For steps in time use `process`; for several causes at once
use `cause-cards`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from deckgen.content import Claim, Content, Flag, Line, Part, Text, slot
from deckgen.frame import on_grid
from deckgen.scene import Entry, Frame, Insets, Item, Look, Page, Stroke, TextStyle
from deckgen.style import replace

NAME_ZH = "归因详解"
SUMMARY_ZH = "讲透一个成因：从何而来，有何证据，造成什么影响。"
FAMILY = "diagnosis"
ROOMIER = "bullets"
EXAMPLE = """
layout: cause-detail
title: 低门槛换来的低价竞争，正在同时赶走买家、商家和主播
source: 示例数据，2024年
cause:
  - 入驻只需本地退货仓、绑定账户与商品
  - 中小卖家以超低价抢市场
  - 平台靠人力扩张签约博主
evidence:
  - {text: 0.99元包邮与大牌破价, flag: true}
  - 山寨、名不副实、空盒包装
  - 部分博主称几乎没有收入
  - 退货率三个月里升到两成
effect:
  - 本土商家入驻意愿下降
  - 卖家不赚钱，买家忧售后
  - 博主可带的品类越来越少
takeaway: 早期流量爆发没有变成理想的业绩
"""

_NAMES = ("cause", "evidence", "effect")
_INSETS = Insets(16, 16, 16, 16)
_SIZES = (18, 17, 16, 15, 14)
"""What the items are set at: one size on the slides of a deck, smaller only where they ask for it."""

_GAPS = (36.0, 24.0, 16.0, 12.0, 8.0)
"""What stands between items, in points."""

_ARROW = Frame(6, 0, 12, 24)
"""An arrow in its gutter, measured from the panel on its left: it touches neither panel."""

_ROOMY = (20, 24.0, 0.65)
"""The size of few words and what stands between them, where they then fill at most this share of the zone."""

_END, _FULL, _AIR = 408.0, 0.75, 24.0
"""Where the panels end above a takeaway; the share of the zone that fills it; how much higher than its text a panel is."""

_CHIP_HEIGHT, _CHIP_GAP, _CHIP_AFTER = 20.0, 2.0, 14.0
_CHIP_INSETS = Insets(8, 2, 8, 2)


Styles = tuple[TextStyle, TextStyle]


class Point(Part):
    MAIN = "text"

    text: Text = slot(
        "What brings the cause about, or what it does.", "成因的由来，或它造成的影响。", zh="要点", at_most=30
    )


class Proof(Part):
    MAIN = "text"

    text: Text = slot("What shows the cause.", "能证明这个成因的事实。", zh="证据", at_most=34)
    flag: Flag = slot(
        "Whether its scope or origin is in doubt; it is then marked so.", "口径或出处是否存疑；存疑的会标出来。",
        zh="口径存疑", default=False,
    )  # fmt: skip


class CauseDetail(Content):
    title: Claim = slot("What the cause does, as a claim.", "这个成因造成了什么，写成论断。", zh="结论标题", at_most=56)
    cause: list[Point] = slot("What brings it about.", "它是怎样形成的。", zh="成因", at_least=2, at_most=4)
    evidence: list[Proof] = slot("What shows it.", "有什么能证明。", zh="证据", at_least=2, at_most=4)
    effect: list[Point] = slot("What it leads to.", "它带来了什么后果。", zh="影响", at_least=2, at_most=4)
    takeaway: Line = slot("What follows from it.", "由此得出什么。", zh="小结", at_most=40, default="")


def causes(content: CauseDetail) -> Iterable[Sequence[Text]]:
    """Return the one cause, in all that is said of it."""
    parts: list[Point | Proof] = [*content.cause, *content.evidence, *content.effect]
    return [(content.title, *(part.text for part in parts), content.takeaway)]


def draw(content: CauseDetail, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.body.until(_END) if content.takeaway else page.body
    frames = area.columns(3)
    zh, width = page.setting.zh, frames[0].width
    names = ("成因", "证据", "影响") if zh else ("Causes", "Evidence", "Effects")
    columns: list[Sequence[Point | Proof]] = [content.cause, content.evidence, content.effect]
    for size, gap, share in (_ROOMY, *((size, gap, 1.0) for size, gap in product(_SIZES, _GAPS))):
        styles = [_styles(page, size, gap, color) for color in ("text", "text", "on-brand")]
        panels = [_parts(*panel, page, width) for panel in zip(names, columns, styles, strict=True)]
        needed = max(map(_height, panels))
        if needed <= share * area.height:
            break
    height = area.height if needed > _FULL * area.height else on_grid(needed + _AIR)
    looks = (page.card_look("surface"), page.card_look("page", Stroke("accent", 1)), page.card_look("brand"))
    for name, parts, frame, look in zip(_NAMES, panels, frames, looks, strict=True):
        yield from _panel(name, parts, frame.with_height(height), look, page)
        if name != _NAMES[-1]:
            middle = frame.y + (height - _ARROW.height) / 2
            yield page.arrow(_ARROW._replace(x=frame.right + _ARROW.x, y=middle), shared=False)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


class _Stretch(NamedTuple):
    """Some of a panel's text and the height it needs; where it ends in a doubtful proof, a chip stands below it."""

    entries: list[Entry]
    height: float
    doubtful: bool


def _parts(name: str, points: Sequence[Point | Proof], styles: Styles, page: Page, width: float) -> list[_Stretch]:
    """Return the text of a panel, cut after every proof in doubt."""
    head, item = styles
    entries: list[Entry] = [(name, head)]
    found = []
    for point in points:
        entries.append((point.text, item))
        if isinstance(point, Proof) and point.flag:
            found.append(_stretch(entries, page, width, doubtful=True))
            entries = []
    if entries:
        found.append(_stretch(entries, page, width, doubtful=False))
    return found


def _stretch(entries: list[Entry], page: Page, width: float, *, doubtful: bool) -> _Stretch:
    return _Stretch(entries, page.height(entries, width - _INSETS.left - _INSETS.right), doubtful)


def _height(parts: list[_Stretch]) -> float:
    """Return the height a panel needs."""
    chips = sum(part.doubtful for part in parts) * (_CHIP_GAP + _CHIP_HEIGHT + _CHIP_AFTER)
    return _INSETS.top + sum(part.height for part in parts) + chips + _INSETS.bottom


def _panel(name: str, parts: list[_Stretch], frame: Frame, look: Look, page: Page) -> Iterator[Item]:
    """Yield a panel: one box, or where chips stand between its proofs, a box for every stretch of text."""
    if not any(part.doubtful for part in parts):
        entries = [entry for part in parts for entry in part.entries]
        yield page.box(entries, frame, key=name, role="panel", insets=_INSETS, look=look)
        return
    yield page.shape(frame, look._replace(radius=0), key=f"{name} panel", shared=False)
    inner = frame.inset(_INSETS.left, _INSETS.top, _INSETS.right, _INSETS.bottom)
    words = "口径存疑" if page.setting.zh else "Unverified"
    style = replace(page.style("caption"), color="text", bold=True)
    chip_width = page.width(words, style) + _CHIP_INSETS.left + _CHIP_INSETS.right + 2
    top = inner.y
    for number, part in enumerate(parts, 1):
        place = Frame(inner.x, top, inner.width, part.height)
        yield page.box(part.entries, place, key=f"{name} {number}", role="panel")
        top = place.bottom
        if part.doubtful:
            indent = page.style(part.entries[-1][1]).indent
            chip = Frame(inner.x + indent, top + _CHIP_GAP, chip_width, _CHIP_HEIGHT)
            look = page.card_look("hairline", corners="none")
            yield page.label(words, style, chip, f"{name} chip {number}", insets=_CHIP_INSETS, look=look)
            top = chip.bottom + _CHIP_AFTER


def _styles(page: Page, size: int, gap: float, color: str = "text") -> Styles:
    """Return the styles of head and items, `gap` points between them; the list begins at one height on every slide."""
    sizes = tuple(n for n in (20, *_SIZES) if n <= size)
    marker = "on-brand-mark" if color == "on-brand" else "accent"
    item = replace(page.style("body"), sizes=sizes, color=color, marker_color=marker, after=gap, tight_after=gap)
    return replace(page.style("head"), color=color, after=14, tight_after=14), page.marked(item)
