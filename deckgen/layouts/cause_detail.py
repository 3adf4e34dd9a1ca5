"""One cause from what brings it about, over what shows it, to what it does.

Use it to prove a cause that a `cause-cards` slide names. For steps in time use `process`; for several causes at once use
`cause-cards`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.content import Content, Flag, Line, Part, Run, Text, slot
from deckgen.frame import on_grid
from deckgen.scene import Frame, Insets, Item, Page, TextStyle
from deckgen.scene.items import Stroke
from deckgen.scene.page import Entry

NAME_ZH = "归因详解"
EXAMPLE = """
layout: cause-detail
title: 低门槛换来的低价竞争，正在同时赶走买家、商家和主播
source: 示例数据
cause:
  - 入驻只需本地退货仓、绑定账户与商品
  - 中小卖家以超低价抢市场
evidence:
  - {text: 0.99 包邮与大牌破价, flag: true}
  - 山寨、名不副实、空盒包装
  - 部分博主称几乎没有收入
effect:
  - 本土商家竞争力与入驻意愿下降
  - 卖家不赚钱，买家忧售后
takeaway: 早期流量爆发没有变成理想的业绩
"""

_INSETS = Insets(16, 16, 16, 16)
_ARROW = Frame(6, 0, 12, 24)
"""An arrow in its gutter, measured from the panel on its left: it touches neither panel."""

_ROOMY, _MOST_AIR = 0.8, 96.0
"""Items are set large while they fill less than this share of the zone; a panel is at most so much higher than its text."""

Styles = tuple[tuple[TextStyle, TextStyle], tuple[TextStyle, TextStyle]]

_HEADS = {"cause": ("成因", "Causes"), "evidence": ("证据", "Evidence"), "effect": ("影响", "Effects")}
_FLAG = ("口径存疑", "Unverified")


class Point(Part):
    MAIN = "text"

    text: Text = slot("What brings the cause about, or what it does.", zh="要点", at_most=30)


class Proof(Part):
    MAIN = "text"

    text: Text = slot("What shows the cause.", zh="证据", at_most=34)
    flag: Flag = slot("Whether its scope or origin is in doubt; it is then marked so.", zh="口径存疑", default=False)


class CauseDetail(Content):
    title: Line = slot("What the cause does, as a claim.", zh="结论标题", at_most=56)
    cause: list[Point] = slot("What brings it about.", zh="成因", at_least=2, at_most=4)
    evidence: list[Proof] = slot("What shows it.", zh="证据", at_least=2, at_most=4)
    effect: list[Point] = slot("What it leads to.", zh="影响", at_least=2, at_most=4)
    takeaway: Line = slot("What follows from it.", zh="小结", at_most=40, default="")


def draw(content: CauseDetail, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    frames = page.above(content.takeaway).columns(3)
    width, zone = frames[0].width, frames[0].height
    styles = _styles(page, 20)
    if _highest(content, page, styles, width) > _ROOMY * zone:
        styles = _styles(page, 18)
    height = min(zone, on_grid(_highest(content, page, styles, width)) + _MOST_AIR)
    looks = (page.card_look("surface"), page.card_look("page", Stroke("accent", 1)), page.card_look("brand"))
    for panel, frame, look in zip(_panels(content, page, styles), frames, looks, strict=True):
        name, entries = panel
        yield page.box(entries, frame.with_height(height), key=name, role="panel", insets=_INSETS, look=look)
        if name != "effect":
            middle = frame.y + (height - _ARROW.height) / 2
            yield page.arrow(_ARROW._replace(x=frame.right + _ARROW.x, y=middle), shared=False)
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _styles(page: Page, size: int) -> Styles:
    """Return the styles of head and items, of all panels but the last and of the last, which is dark."""
    head = replace(page.style("head"), after=14, tight_after=8)
    sizes = tuple(n for n in (20, 18, 17, 16, 15, 14) if n <= size)
    item = page.marked(replace(page.style("body-roomy"), sizes=sizes, marker_color="grey"))
    return (head, item), (replace(head, color="on-brand"), replace(item, color="on-brand"))


def _panels(content: CauseDetail, page: Page, styles: Styles) -> list[tuple[str, list[Entry]]]:
    """Return the name and the texts of each panel."""
    light, dark = styles
    return [
        ("cause", _entries(page, "cause", [point.text for point in content.cause], light)),
        ("evidence", _entries(page, "evidence", [_marked(proof, page) for proof in content.evidence], light)),
        ("effect", _entries(page, "effect", [point.text for point in content.effect], dark)),
    ]


def _highest(content: CauseDetail, page: Page, styles: Styles, width: float) -> float:
    return max(page.height(entries, width, _INSETS) for _, entries in _panels(content, page, styles))


def _entries(page: Page, name: str, texts: Sequence[Text | tuple[Run, ...]], styles: tuple[TextStyle, TextStyle]) -> list[Entry]:
    zh, en = _HEADS[name]
    head, item = styles
    return [(zh if page.setting.zh else en, head), *((text, item) for text in texts)]


def _marked(proof: Proof, page: Page) -> Text | tuple[Run, ...]:
    """Return a piece of evidence, a tag before it where it is in doubt: at the start of a line nothing parts the tag."""
    if not proof.flag:
        return proof.text
    zh, en = _FLAG
    return (Run(zh if page.setting.zh else en, scale=0.75, ground="hairline"), Run(" "), *page.runs(proof.text))
