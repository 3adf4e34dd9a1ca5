"""Three to seven dated events along an axis, each marked as fact, target or disputed.

Use it when the order and the standing of events carry the message. For steps without dates use `process`, for work that
spans periods use `roadmap`.
"""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from pydantic import model_validator

from deckgen.content import Claim, Content, Flag, Line, Part, Run, Text, slot
from deckgen.content.moment import moments
from deckgen.frame import on_grid
from deckgen.scene import Connector, Frame, Insets, Item, Look, Page, Shape, Stroke, TextStyle
from deckgen.scene.easing import eased, parting
from deckgen.scene.page import CARD_INSET
from deckgen.style import replace

NAME_ZH = "时间轴"
SUMMARY_ZH = "沿时间轴排列三到七件事，标明是事实、目标还是存争议。"
FAMILY = "process"
SHOWS = "dates"
ROOMIER = "table"
EXAMPLE = """
layout: timeline
title: 从试点到全国不到三年，2025年的目标却还没有对应的产能
takeaway: 产能不先落地，2025年的目标就只是目标
source: 示例数据，2024年12月
events:
  - {date: 2022-03, head: 首仓试点, text: 次日达跑通，八成隔夜到}
  - {date: 2023-06, head: 十城开通, text: 每单成本降三成，准时率过九成}
  - {date: 2024-10, head: 全国可下单, text: 覆盖三十个省份，冷链订单占到四成}
  - {date: 2025-12, head: 日均百万单, text: 管理层给的目标，四座新仓未动工, status: plan, emphasis: true}
"""

STATUS_NAMES = {"plan": ("目标", "Target"), "disputed": ("存争议", "Disputed")}

_NODE = 16.0
_CHIP = Insets(4, 2, 4, 2)
_BESIDE = 6.0
"""From a date to the chip that says what the event is, in points."""

_LEAST_CARD, _MOST_AIR, _RISE = 96.0, 12.0, 0.45
"""The least height of a card that tells of its event, how much higher than its words it may be, in points, and the share of
what is still free above the dates."""

_LINE = 24.0
"""The height of a further line, which a text takes where its lines then break between words, in points."""

_NEAR, _FAR = 16.0, 42.0
"""From the axis to the text: straight below its node, or at the end of a line that leads there."""


_Styles: TypeAlias = tuple[TextStyle, TextStyle, TextStyle]
"""Of date, head and text."""


class Event(Part):
    date: Line = slot("When, as a reader should see it.", "什么时候，照读者要看到的样子写。", zh="时间", at_most=8)
    head: Line = slot("What happened, in a few words.", "用几个字说出发生了什么。", zh="事件", at_most=12)
    text: Text = slot("What a reader must know of it.", "读者需要知道的一点说明。", zh="说明", at_most=36, default="")
    status: Literal["fact", "disputed", "plan"] = slot(
        "Whether it is a fact.", "这件事是不是事实。",
        zh="性质", choices={"fact": "事实", "disputed": "存争议", "plan": "目标"}, default="fact",
    )  # fmt: skip
    emphasis: Flag = slot("Whether this is the event to look at.", "是不是要看的那件事。", zh="强调", default=False)


class Timeline(Content):
    title: Claim = slot("The claim that the events prove.", "这些事件所证明的论断。", zh="结论标题", at_most=56)
    events: list[Event] = slot("The events, in their order.", "各件事，按先后顺序。", zh="事件", at_least=3, at_most=7)
    scale: Literal["even", "true"] = slot(
        "Evenly spaced, or spaced by date.", "间隔一样大，还是按日期远近。",
        zh="刻度", choices={"even": "等距", "true": "按日期"}, default="even",
    )  # fmt: skip
    takeaway: Line = slot("What follows from the events.", "由这些事件得出什么。", zh="小结", at_most=40, default="")

    @model_validator(mode="after")
    def _dated(self) -> "Timeline":
        if self.scale == "true":
            moments([event.date for event in self.events])
        return self


def draw(content: Timeline, page: Page) -> Iterator[Item]:
    emphasised = [str(number) for number, event in enumerate(content.events, 1) if event.emphasis]
    page.variant = f"×{len(content.events)}" + (f" #{','.join(emphasised)}" if emphasised else "")
    yield page.title(content.title)
    area = page.above(content.takeaway).inset(bottom=12 if content.takeaway else 0)
    nodes = _nodes(content.events, area) if content.scale == "true" else []
    yield from (_cards if len(content.events) < 6 else _both_sides)(content.events, page, area, nodes)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _cards(events: list[Event], page: Page, area: Frame, nodes: list[float]) -> Iterator[Item]:
    """Up to five events: a card each below the axis, the dates above it unless the nodes stand elsewhere."""
    count, stem = len(events), _FAR if nodes else _NEAR
    columns = area.columns(count, 24 if count < 5 else 16)
    width = columns[0].width
    chips = [_chip(event, page) for event in events]
    inner, dates = width - 2 * CARD_INSET, 0.0
    usual, larger = _styles(page, count), _styles(page, count, larger=True)
    for styles in (larger, *_smaller_and_smaller(usual)):
        grown = styles is larger and larger != usual
        if grown and _parting(events, page, larger, inner) > _parting(events, page, usual, inner):
            continue
        if nodes:
            dated = [_date(event, page, "text") for event in events]
            date = page.fitted(dated, styles[0], (*styles[0].sizes, 16, 15, 14, 13, 12), inner)
        else:
            date = _date_style(events, chips, page, styles[0], width)
            dates = page.height([("0", date)], width)
        above = _NODE / 2 if nodes else dates + _NEAR
        room = area.height - above - stem
        styles = (date, *styles[1:])
        entries = [_entries(event, page, styles, dated=bool(nodes), brand=event.emphasis) for event in events]
        tallest = max(page.height(entry, width, _insets()) for entry in entries)
        if tallest + (_LINE if grown else 0) <= room:
            break
    insets = [_insets(_spare(event, page, styles, inner, int(tallest + _LINE <= room))) for event in events]
    tallest = max(page.height(entry, width, kept) for entry, kept in zip(entries, insets, strict=True))
    told = any(event.text for event in events)
    height = min(room, on_grid(max(_LEAST_CARD, tallest + _MOST_AIR) if told else tallest))
    top = area.y + _RISE * (room - height)
    axis = top + above

    yield page.rule(area.x, axis, area.width, color="grey", weight=1.5, shared=False)
    for index, (event, column) in enumerate(zip(events, columns, strict=True)):
        card = column.below(axis + stem).with_height(height)
        if not nodes:
            yield from _dated(event, chips[index], page, styles[0], Frame(column.x, top, width, dates), index)
        node = nodes[index] if nodes else column.x
        yield _stem(index, node, axis, column.x, card.y)
        yield _node(event, Frame(node, axis - _NODE / 2, _NODE, _NODE), page, index)
        look = page.card_look("brand" if event.emphasis else "surface")
        yield page.box(entries[index], card, key=f"events[{index}]", insets=insets[index], look=look)


def _insets(spare: float = 0.0) -> Insets:
    return Insets(CARD_INSET, CARD_INSET, CARD_INSET + spare, CARD_INSET)


def _spare(event: Event, page: Page, styles: _Styles, width: float, lines: int) -> float:
    """How much narrower than a card the words of an event are set, so that their lines end between words."""
    return width - eased(event.text, styles[2], page, width, page.width(event.head, styles[1]) / 0.98, lines=lines)


def _smaller_and_smaller(styles: _Styles) -> Iterator[_Styles]:
    """Yield the styles of date, head and text and, step by step, those that need less room."""
    date, head, text = styles
    yield styles
    while len(text.sizes) > 1:
        head, text = replace(head, sizes=head.sizes[1:] or head.sizes), replace(text, sizes=text.sizes[1:])
        yield date, head, text


def _parting(events: list[Event], page: Page, styles: _Styles, width: float) -> float:
    """How much the line ends of heads and texts disturb their reading."""
    heads = sum(parting(event.head, styles[1], page, width) for event in events)
    return heads + sum(parting(event.text, styles[2], page, width) for event in events)


def _date_style(events: list[Event], chips: list[Frame], page: Page, style: TextStyle, width: float) -> TextStyle:
    """The style of the dates, small enough for each to stand in its column with its chip."""
    for size in (*style.sizes, 16, 15, 14, 13, 12):
        style = replace(style, sizes=(size,))
        taken = (
            page.width(e.date, style) + (_BESIDE + chip.width if chip.width else 0)
            for e, chip in zip(events, chips, strict=True)
        )
        if max(taken) <= width:
            break
    return style


def _dated(event: Event, chip: Frame, page: Page, style: TextStyle, place: Frame, index: int) -> Iterator[Item]:
    """The date over its node, and a chip that says what the event is where it is no fact."""
    date = _tinted(event, "accent-text")
    written = page.width(date, style)
    key = f"events[{index}].date"
    if not chip.width:
        yield page.text(date, style, place, key=key, anchor="middle")
        return
    yield page.text(date, style, place._replace(width=written + 2), key=key, anchor="middle")
    frame = Frame(place.x + written + _BESIDE, place.y + (place.height - chip.height) / 2, chip.width, chip.height)
    disputed = event.status == "disputed"
    look = Look("rect", "accent-tint" if disputed else "surface", radius=min(4.0, page.setting.theme.radius))
    words = replace(_chip_style(page), color="accent-text" if disputed else "text")
    yield page.label(_standing(event, page), words, frame, f"events[{index}].status", insets=_CHIP, look=look)


def _chip(event: Event, page: Page) -> Frame:
    """The size of the chip beside a date; nothing for a fact."""
    words, style = _standing(event, page), _chip_style(page)
    if not words:
        return Frame(0, 0, 0, 0)
    width = 1.05 * page.width(words, style) + 2 + _CHIP.left + _CHIP.right
    return Frame(0, 0, width, page.height([(words, style)], width, _CHIP))


def _chip_style(page: Page) -> TextStyle:
    return replace(page.style("caption"), bold=True, align="center")


def _standing(event: Event, page: Page) -> str:
    """What an event is that is no fact."""
    return "" if event.status == "fact" else STATUS_NAMES[event.status][0 if page.setting.zh else 1]


def _both_sides(events: list[Event], page: Page, area: Frame, nodes: list[float]) -> Iterator[Item]:
    """Six or seven events: above and below the axis in turn, each twice as wide as their distance allows."""
    count = len(events)
    width = (2 * area.width - 16 * (count - 1)) / (count + 1)
    pitch = (area.width - width) / (count - 1)
    styles = _styles(page, count)
    entries = [_entries(event, page, styles, dated=True) for event in events]
    heights = [page.height(entry, width) for entry in entries]
    spare = area.height - max(heights[::2]) - max(heights[1::2])
    stem = min(_FAR, max(_NEAR, spare / 2)) if nodes else _NEAR
    above, below = max(heights[::2]) + stem, max(heights[1::2]) + stem
    axis = area.y + above + 0.3 * max(0.0, area.height - above - below)
    if above + below > area.height:
        axis = area.y + area.height * above / (above + below)

    yield page.rule(area.x, axis, area.width, color="grey", weight=1.5, shared=False)
    for index, event in enumerate(events):
        x, upwards = area.x + index * pitch, index % 2 == 0
        frame = (
            Frame(x, area.y, width, axis - stem - area.y)
            if upwards
            else Frame(x, axis + stem, width, area.bottom - axis - stem)
        )
        node = nodes[index] if nodes else x
        yield _stem(index, node, axis, x, frame.bottom if upwards else frame.y)
        yield _node(event, Frame(node, axis - _NODE / 2, _NODE, _NODE), page, index)
        yield page.box(entries[index], frame, key=f"events[{index}]", anchor="bottom" if upwards else "top")


def _styles(page: Page, count: int, *, larger: bool = False) -> _Styles:
    """The styles of date, head and text: larger where fewer events share the width, and where there is room."""
    date = replace(page.style("event-date"), sizes=(20,) if count < 5 else (18,) if count == 5 else (16, 15, 14))
    head = replace(
        page.style("head"), sizes=(24, 20, 18) if count < 4 else (20, 18) if count < 5 else (18, 17, 16, 15, 14)
    )
    text = replace(page.style("detail"), sizes=(20, 18, 17, 16, 15, 14) if count < 4 else (18, 17, 16, 15, 14))
    if larger and count < 5:
        date = replace(date, sizes=(24,))
        head = replace(head, sizes=(24, 22, 20, 18))
        text = replace(text, sizes=(20, 18, 17, 16, 15, 14))
    if count > 5:
        text = replace(text, sizes=(16, 15, 14), line=date.line)
    return date, replace(head, after=6 if count < 6 else 4, tight_after=1), text


def _entries(
    event: Event, page: Page, styles: _Styles, *, dated: bool, brand: bool = False
) -> list[tuple[Text, TextStyle]]:
    """The texts of an event, those of one on the `brand` colour in its colours."""
    date, head, text = styles
    if brand:
        head, text = replace(head, color="on-brand"), replace(text, color="on-brand")
    color = "on-brand-accent" if brand else "accent-text"
    return [*([(_date(event, page, color), date)] if dated else []), (event.head, head), (event.text, text)]


def _tinted(event: Event, color: str) -> Text:
    """The date, in a colour of its own where it is the one to look at."""
    runs = (run._replace(color=color) for run in event.date.runs)
    return event.date.restyled(tuple(runs)) if event.emphasis else event.date


def _date(event: Event, page: Page, color: str) -> Text:
    """The date within a text, and what the event is where it is no fact."""
    date, standing = _tinted(event, color), _standing(event, page)
    return date.restyled((*date.runs, Run(f" · {standing}", color=color))) if standing else date


def _node(event: Event, frame: Frame, page: Page, index: int) -> Shape:
    """Filled for a fact, a ring for a target, a dashed ring in the accent for what is disputed."""
    color = "accent" if event.emphasis or event.status == "disputed" else "text"
    ring = Stroke(color, 2, "sysDash" if event.status == "disputed" else "")
    look = Look("ellipse", color) if event.status == "fact" else Look("ellipse", "page", ring)
    return page.shape(frame, look, key=f"node {index + 1}", shared=False)


def _stem(index: int, node: float, axis: float, x: float, y: float) -> Connector:
    """The line from a node to the text of its event."""
    return Connector(f"stem {index + 1}", node + _NODE / 2, axis, x + _NODE / 2, y, Stroke("grey", 0.75))


def _nodes(events: list[Event], area: Frame) -> list[float]:
    """Where the nodes stand on an axis true to scale, at least so far apart that all can be seen."""
    found = moments([event.date for event in events])
    span = (found[-1] - found[0]) or 1.0
    least, reach = _NODE + 4, area.width - _NODE
    places = [(when - found[0]) / span * reach for when in found]
    for index in range(1, len(places)):
        places[index] = max(places[index], places[index - 1] + least)
    for index in range(len(places)):
        places[index] = min(places[index], reach - (len(places) - 1 - index) * least)
    return [area.x + place for place in places]
