"""The outline as content: what the deck is, its sources, its slides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from deckgen.content import Content, Line, Part, Text, slot
from deckgen.layouts import Layout
from deckgen.problems import Span
from deckgen.scene.items import Transition
from deckgen.theme.theme import Semantics


class DeckInfo(Part):
    """The `deck:` block of an outline."""

    title: Line = slot("Title of the deck, also a property of the file.", zh="标题")
    lang: Line = slot("Language of the texts, such as zh-CN or en-US.", zh="语言", default="")
    theme: Line = slot("Name of the theme, or the file of one's own.", zh="主题", default="")
    semantics: Semantics = slot(
        "Whether a rise is green (western) or red (cn-finance); as the theme says when left out.",
        zh="涨跌色", default="western",
    )  # fmt: skip
    author: Line = slot("Who answers for the deck.", zh="作者", default="")
    company: Line = slot("The company, a property of the file.", zh="公司", default="")
    date: Line = slot("Date of the deck, as it should appear.", zh="日期", default="")
    subject: Line = slot("Subject, a property of the file.", zh="主题词", default="")
    keywords: Line = slot("Keywords, a property of the file.", zh="关键词", default="")
    footer: Line = slot("Short title for the footer; the title when left out.", zh="页脚", default="")
    transition: Transition = slot("How slides come.", zh="切换", default="none")


class SourceInfo(Part):
    """One entry of the `sources:` block."""

    MAIN = "title"

    publisher: Line = slot("Who published it.", zh="发布者", default="")
    title: Line = slot("Its title.", zh="标题", default="")
    date: Line = slot("When it was published.", zh="日期", default="")
    url: Line = slot("Where to find it.", zh="网址", default="")
    note: Text = slot("What a reader should know of it.", zh="说明", default="")


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Texts = Annotated[
    list[Text],
    BeforeValidator(_listed),
    WithJsonSchema(
        {"anyOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]}
    ),
]


class SlideInfo(Part):
    """The fields that every slide may have, besides those of its layout."""

    id: Line = slot("A name of your own, kept when the title changes; others link to it.", zh="编号", default="")
    kicker: Line = slot("A few words above the title; the section's name when left out.", zh="眉题", default="")
    notes: Text = slot("What the speaker says.", zh="备注", default="")
    source: Texts = slot("Where the figures come from: keys of `sources:` or a sentence.", zh="来源", default=[])
    footnotes: Texts = slot("Notes that `[^1]`, `[^2]` … in the texts refer to.", zh="注释", default=[])
    transition: Transition | None = slot(
        "How the slide comes, where it differs from the others.", zh="切换", default=None
    )
    build: Literal["none", "one-by-one"] = slot(
        "Whether the entries of its list appear one by one, click by click.", zh="动画", default="none"
    )


@dataclass(frozen=True, slots=True)
class SlideContent:
    """One slide: its layout, the fields of the layout with all their texts, the fields every slide has."""

    layout: Layout
    content: Content
    texts: tuple[Text, ...]
    info: SlideInfo
    identity: str
    path: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class DeckContent:
    """An outline as content: its slides without mistakes, and of the others the fields that every slide may have."""

    info: DeckInfo
    sources: Mapping[str, SourceInfo]
    source_spans: Mapping[str, Span | None]
    slides: tuple[SlideContent, ...]
    faulty: tuple[SlideInfo, ...]
    lang: str
