"""Fields that other programs have, as chat assistants write them: what does the same here, or why nothing does."""

from __future__ import annotations

from deckgen.outline.deck import DeckInfo, SlideInfo
from deckgen.outline.forms import Said
from deckgen.outline.places import BLOCKS_ZH, field_zh, written
from deckgen.problems.suggest import folded

_SAME: dict[str, tuple[str, ...]] = {
    "items": ("bullets", "bullet_points", "points"),
    "text": ("content", "description", "body", "内容", "描述", "正文"),
    "categories": ("labels",),
    "series": ("datasets",),
    "takeaway": ("key_message", "main_message", "conclusion", "关键信息", "核心信息", "核心结论"),
    "kicker": ("title",),
    "notes": ("script", "speech", "讲稿", "演讲稿", "演讲词"),
    "build": ("animation", "animations", "动画效果"),
    "theme": ("template", "模板"),
}
"""Fields of this language, each with what does the same elsewhere; a title is that of a layout that has one."""


_LOOKS = Said(
    "颜色、字体和背景由主题决定（{deck}: 下面的 {theme}:）",
    "colours, typefaces and backgrounds come from the theme ({theme}: below {deck}:)",
)
_PLACES = Said("位置和大小由版式决定", "the layout decides where things stand and how large they are")
_CHART = Said("图例、数值和坐标轴会自动安排", "legend, values and axes are set by themselves")
_BUILD = Said(
    "动画只能写给整页，{build}: one-by-one 让列表逐项出现",
    "only a slide is animated, by {build}: one-by-one, which lets its list appear item by item",
)
_THEME = Said("整份文稿只有一个主题（{deck}: 下面的 {theme}:）", "a deck has one theme ({theme}: below {deck}:)")
_FORMAT = Said("幻灯片都是 16:9", "every slide is 16:9")
_NUMBERS = Said("页码和页数会自动编好", "slides are numbered and counted by themselves")

_ANYWHERE: dict[Said, tuple[str, ...]] = {
    _LOOKS: (
        "color", "colors", "colour", "colours", "color_scheme", "palette", "font", "fonts", "font_size", "font_family",
        "font_color", "font_weight", "text_color", "background", "background_color", "background_image", "bg",
        "bg_color", "icon_color", "style", "styles",
        "颜色", "配色", "字体", "字号", "字体大小", "字体颜色", "文字颜色", "图标颜色",
        "背景色", "背景颜色", "背景图", "背景图片", "样式", "风格",
    ),
    _PLACES: (
        "position", "align", "alignment", "width", "height", "left", "top", "size", "icon_size",
        "位置", "对齐", "对齐方式", "宽度", "高度", "大小", "尺寸", "图标大小",
    ),
    _CHART: (
        "legend", "data_labels", "show_labels", "show_values", "grid", "gridlines", "axis", "axes",
        "图例", "数据标签", "网格线", "坐标轴",
    ),
    _BUILD: ("animation", "animations", "effect", "动画", "动画效果"),
}  # fmt: skip
_OF_WHOLES: dict[Said, tuple[str, ...]] = {
    _THEME: ("theme", "template", "模板"),
    _FORMAT: ("aspect_ratio", "ratio", "slide_size", "page_size", "size", "比例", "画面比例", "页面大小", "尺寸"),
    _NUMBERS: (
        "slide", "slide_number", "slide_no", "page", "page_number", "total_slides", "slide_count", "page_count",
        "页码", "页数", "总页数", "幻灯片", "幻灯片数",
    ),
}  # fmt: skip


def _by_word(table: dict[Said, tuple[str, ...]]) -> dict[str, Said]:
    return {folded(word): reason for reason, words in table.items() for word in words}


_SAME_BY_WORD = {folded(word): name for name, words in _SAME.items() for word in words}
_OF_PARTS = _by_word(_ANYWHERE)
_OF_DECKS_AND_SLIDES = _OF_PARTS | _by_word(_OF_WHOLES)


def same_here(word: str) -> str:
    """Return the field that does what one of another program does, or ""."""
    return _SAME_BY_WORD.get(folded(word), "")


def reason_against(word: str, whole: bool) -> Said | None:
    """Return why there is no such field, as half a sentence.

    `whole` says that it is one of the deck or of a slide, and not of a part of it.
    """
    reason = (_OF_DECKS_AND_SLIDES if whole else _OF_PARTS).get(folded(word))
    if reason is None:
        return None
    own = {
        "deck": written("deck", BLOCKS_ZH["deck"]),
        "theme": written("theme", field_zh(DeckInfo, "theme")),
        "build": written("build", field_zh(SlideInfo, "build")),
    }
    return Said(reason.zh.format(**own), reason.en.format(**own))
