"""The first slide with a photograph: the picture at the right, what the deck is about at the left.

Use it where a picture says at once what the deck is about: a product, a place, a project. Without one use `cover`, which
this layout falls back to when its picture is missing.
"""

from collections.abc import Iterable, Iterator

from deckgen.content import Image, slot
from deckgen.frame import SLIDE_WIDTH
from deckgen.layouts.cover import Cover, facts, stated
from deckgen.layouts.cover import draw as draw_cover
from deckgen.problems import Kind, Problem
from deckgen.scene import Frame, Item, Look, Page
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "图片封面"
SUMMARY_ZH = "带照片的第一页：右边是图片，左边写这份文稿讲什么。"
FAMILY = "structure"
BRAND = True
EXAMPLE = """
layout: cover-image
title: 把灯光和声音，一手拎走
subtitle: 上市方案：卖给谁、怎么卖、先做什么
tag: 新品上市
org: 示例家居
date: 2025年3月
image:
  file: assets/lantern-hero.jpg
  alt: 圆台上亮着一盏织物外壳的提灯音箱，暖光照亮四周
  focus: [0.5, 0.5]
"""

NO_PICTURE = Kind(
    "no-picture", "warning",
    "图片封面没有图片，按版式 cover 排版。", "The picture cover has no picture and is drawn as the layout cover.",
    "请加 image: {{file: …, alt: …}}，或改写 layout: cover。",
    "Add image: {{file: …, alt: …}}, or write layout: cover.",
)  # fmt: skip

_SIZES = (44, 40, 36, 32)


class CoverImage(Cover):
    image: Image | None = slot(
        "The picture; it fills the right half from edge to edge.", "图片，从边到边铺满右半页。", zh="图片", default=None
    )


def warnings(content: CoverImage) -> Iterable[Problem]:
    """Say that the cover stands without its picture."""
    if content.image is None:
        yield NO_PICTURE.at(content.title.span, content.title.path)


def draw(content: CoverImage, page: Page) -> Iterator[Item]:
    if content.image is None:
        page.variant = "（无图）" if page.setting.zh else "without picture"
        yield from draw_cover(content, page)
        return
    column = page.cells(1, 6, 0, 90)
    yield page.title(
        content.title, replace(page.style("cover-title"), sizes=_SIZES), page.cells(1, 6, 16, 44), "bottom"
    )
    if content.tag:
        yield page.text(content.tag, "cover-tag", page.cells(1, 6, 8, 12), anchor="middle")
    if content.subtitle:
        place = page.cells(1, 6, 46, 60)
        width = eased(content.subtitle, page.style("cover-subtitle"), page, place.width)
        yield page.text(content.subtitle, "cover-subtitle", place._replace(width=width))
    yield from facts(content, page, _places(content, page))
    left = column.right + 24
    yield page.picture(content.image, Frame(left, 0, SLIDE_WIDTH - left, 540))
    yield page.shape(Frame(left - 6, 0, 6, 540), Look("rect", "on-brand-mark"), key="edge")


def _places(content: CoverImage, page: Page) -> dict[str, Frame]:
    """Return where the facts stand: side by side, and what the deck is based on below them."""
    names = stated(content)
    if "basis" not in names:
        span = 3 if len(names) <= 2 else 2
        return {name: page.cells(1 + span * n, span * (n + 1), 75, 86) for n, name in enumerate(names)}
    above = names[:-1]
    span = 3 if len(above) <= 2 else 2
    places = {name: page.cells(1 + span * n, span * (n + 1), 64, 75) for n, name in enumerate(above)}
    return {**places, "basis": page.cells(1, 6, 76, 86)}
