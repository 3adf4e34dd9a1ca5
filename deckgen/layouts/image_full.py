"""One picture from edge to edge, a few words on it.

Use it for a mood, a place or a product that speaks for itself. Where there is more to say use `image-left` or
`image-right`; for several pictures use `gallery`.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from deckgen.content import Content, Image, Line, slot
from deckgen.frame import SLIDE_HEIGHT, SLIDE_WIDTH
from deckgen.scene import Fade, Frame, Item, Look, Page, Shape
from deckgen.scene.furniture import NUMBER, number_on_picture
from deckgen.style import replace
from deckgen.theme.color import contrast, mixed

NAME_ZH = "全幅图"
SUMMARY_ZH = "一张图片铺满整页，上面写几个字。"
FAMILY = "pictures"
BRAND = True
EXAMPLE = """
layout: image-full
title: 城市还亮着，配送已经出门
caption: 示意图：夜里的城区，前置仓覆盖半径三公里
position: bl
image:
  file: assets/city-night.jpg
  alt: 傍晚的城市，楼群的窗户亮着灯，两条街道通向远处的高楼
  focus: [0.5, 0.6]
"""

_REACH = 0.42
"""The share of the slide's height that the scrim covers at least."""

_DAWN = 108.0
"""How far the scrim begins before the words, in points: a shorter way would show as an edge."""

_DEPTHS, _SOLID = (0.6, 0.75), 0.8
"""How opaque the scrim is at the edge of the slide, as little as will do, and below all words where nothing else does."""

_UNEVEN = 1.2
"""The longest line of a title in relation to the mean of its lines, at most."""

_CONTRAST = 4.5
"""What words must have against the picture below them (`visual.md` §1.7)."""


class ImageFull(Content):
    image: Image = slot("The picture; it fills the slide.", "图片，铺满整页。", zh="图片")
    title: Line = slot("The one thing to say.", "要说的那一句话。", zh="标题", at_most=24)
    caption: Line = slot(
        "What the picture shows, or whose it is.", "图片上是什么，或出自哪里。", zh="图片说明", at_most=40, default=""
    )
    position: Literal["tl", "bl", "br"] = slot(
        "Where the words stand: tl, bl or br.", "文字放在哪个角。",
        zh="位置", choices={"tl": "左上", "bl": "左下", "br": "右下"}, default="bl",
    )  # fmt: skip


def draw(content: ImageFull, page: Page) -> Iterator[Item]:
    above, right = content.position == "tl", content.position == "br"
    page.variant = content.position
    picture = page.picture(content.image, Frame(0, 0, SLIDE_WIDTH, SLIDE_HEIGHT))
    columns = (4, 12) if right else (1, 9)
    title = page.cells(*columns, 8, 27) if above else page.cells(*columns, 60, 79)
    caption = page.cells(*columns, 80, 84)
    style = replace(page.style("statement"), sizes=(36, 32, 28), color="on-scrim", align="right" if right else "left")
    small = replace(page.style("lede"), sizes=(16, 15, 14), color="on-scrim", align=style.align)
    if not content.caption:
        title = title._replace(y=title.y + (0 if above else 24))
    used = page.height([(content.title, style)], title.width)
    if above:
        caption = caption._replace(y=title.y + used + 6)
    words = title.with_height(used) if above else title.below(title.bottom - used)
    widths = [_UNEVEN * page.width(content.title, style) / page.lines(content.title, style, title.width)]
    if content.caption:
        words = words.until(caption.bottom)
        widths.append(page.width(content.caption, small))
    across = min(title.width, max(widths))
    words = words._replace(x=words.right - across if right else words.x, width=across)
    number = page.brightest(picture, NUMBER)
    reach = max(_REACH * SLIDE_HEIGHT, (words.bottom if above else SLIDE_HEIGHT - words.y) + _DAWN)
    scrim = Frame(0, 0 if above else SLIDE_HEIGHT - reach, SLIDE_WIDTH, reach)
    # the way of the scrim runs from the middle of the slide to its edge
    near = (scrim.bottom - words.bottom if above else words.y - scrim.y) / reach
    seen = [(page.brightest(picture, words), near)]
    yield picture
    if above:
        yield _scrim(scrim, seen, page, key="scrim", angle=270)
        if contrast(page.setting.theme.hex("on-scrim"), number) < _CONTRAST:
            foot = Frame(0, SLIDE_HEIGHT - _DAWN, SLIDE_WIDTH, _DAWN)
            yield _scrim(foot, [(number, (NUMBER.y - foot.y) / _DAWN)], page, key="number scrim")
    else:
        yield _scrim(scrim, [*seen, (number, (NUMBER.y - scrim.y) / reach)], page, key="scrim")
    yield page.title(content.title, style, title, anchor="top" if above else "bottom")
    if content.caption:
        yield page.text(content.caption, small, caption)
    yield number_on_picture(page)


def _scrim(frame: Frame, seen: Sequence[tuple[str, float]], page: Page, *, key: str, angle: int = 90) -> Shape:
    return page.shape(frame, Look("rect", "scrim", fade=Fade(_stops(seen, page), angle=angle)), key=key, shared=False)


def _stops(seen: Sequence[tuple[str, float]], page: Page) -> tuple[tuple[float, float], ...]:
    """Return a scrim on which words can be read: each on a ground as bright as said, from a share of its way on.

    It deepens evenly to the edge of the slide; below a picture too bright for that it is solid under all the words.
    """
    veil, ink = page.setting.theme.hex("scrim"), page.setting.theme.hex("on-scrim")
    for depth in _DEPTHS:
        if all(contrast(ink, mixed(ground, veil, depth * near)) >= _CONTRAST for ground, near in seen):
            return ((0, 0), (1, depth))
    first = min(near for _, near in seen)
    return ((0, 0), (0.85 * first, _SOLID), (1, _SOLID))
