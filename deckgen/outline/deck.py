"""The outline as content: what the deck is, its sources, its slides."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from deckgen.content import Content, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.content.text import Claim
from deckgen.content.tree import Node
from deckgen.content.written import Written
from deckgen.layouts import Layout
from deckgen.problems import Span
from deckgen.problems.codes import WARNINGS
from deckgen.scene.items import Transition
from deckgen.theme import names as theme_names
from deckgen.theme.theme import Semantics

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""The code of a language, such as `zh-CN` (BCP 47)."""


class Code(Written):
    """The code of a warning: no text that a reader sees."""

    __slots__ = ()


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


Codes = Annotated[
    list[Code],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"enum": list(WARNINGS)}, {"type": "array", "items": {"enum": list(WARNINGS)}}]}),
]


class DeckInfo(Part):
    """The `deck:` block of an outline."""

    title: Line = slot("Title of the deck, also a property of the file.", "文稿的标题，也写进文件属性。", zh="标题")
    lang: Line = slot(
        "Language of the texts, such as zh-CN or en-US.", "文字的语言，如 zh-CN、en-US；不写就从文字判断。",
        zh="语言", examples=("zh-CN", "en-US"), default="",
    )  # fmt: skip
    theme: Line = slot(
        "Name of the theme, or the file of one's own.", "主题的名称，或自己的主题文件。",
        zh="主题", examples=theme_names(), default="",
    )  # fmt: skip
    semantics: Semantics = slot(
        "Whether a rise is green (western) or red (cn-finance); as the theme says when left out.",
        "涨是绿色（western）还是红色（cn-finance）；不写就照主题的。",
        zh="涨跌色", choices={"western": "涨绿跌红", "cn-finance": "涨红跌绿"}, default="western",
    )  # fmt: skip
    author: Line = slot("Who answers for the deck.", "由谁负责这份文稿。", zh="作者", default="")
    company: Line = slot("The company, a property of the file.", "公司，写进文件属性。", zh="公司", default="")
    date: Line = slot("Date of the deck, as it should appear.", "文稿的日期，照要显示的样子写。", zh="日期", default="")
    subject: Line = slot("Subject, a property of the file.", "主题词，写进文件属性。", zh="主题词", default="")
    keywords: Line = slot("Keywords, a property of the file.", "关键词，写进文件属性。", zh="关键词", default="")
    footer: Line = slot(
        "Short title for the footer; the title when left out.", "页脚里的短标题；不写就用文稿的标题。",
        zh="页脚", default="",
    )  # fmt: skip
    transition: Transition = slot(
        "How slides come.", "幻灯片怎样切换。",
        zh="切换", choices={"none": "无", "fade": "淡入淡出", "push": "推入", "morph": "平滑"}, default="none",
    )  # fmt: skip
    ignore: Codes = slot(
        "Codes of warnings not to be told of, on any slide.", "不想再看到的警告，写代号，对每张幻灯片都有效。",
        zh="忽略", default=[],
    )  # fmt: skip

    @model_validator(mode="after")
    def _lang_is_a_tag(self) -> DeckInfo:
        if self.lang and not LANGUAGE.fullmatch(self.lang.plain):
            raise mistake(
                "not-language", f"「{self.lang.plain}」不是语言代码。", f"“{self.lang.plain}” is not a language code.",
                "中文写 zh-CN，英文写 en-US；不写就从文字判断。", "Write en-US for English, zh-CN for Chinese, or leave it out.",
                self.lang.span,
            )  # fmt: skip
        return self


class SourceInfo(Part):
    """One entry of the `sources:` block."""

    MAIN = "title"

    publisher: Line = slot("Who published it.", "由谁发布。", zh="发布者", default="")
    title: Line = slot("Its title.", "来源的标题。", zh="标题", default="")
    date: Line = slot("When it was published.", "什么时候发布的。", zh="日期", default="")
    url: Line = slot("Where to find it.", "在哪里能找到。", zh="网址", default="")
    note: Text = slot("What a reader should know of it.", "读者需要知道的一点说明。", zh="说明", default="")


Texts = Annotated[
    list[Text],
    BeforeValidator(_listed),
    WithJsonSchema(
        {"anyOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]}
    ),
]


class SlideInfo(Part):
    """The fields that every slide may have, besides those of its layout."""

    id: Line = slot(
        "A name of your own, kept when the title changes; others link to it.",
        "自己取的编号，标题改了它也不变；别的幻灯片用它来链接。",
        zh="编号", default="",
    )  # fmt: skip
    kicker: Line = slot(
        "A few words above the title; the section's name when left out.", "标题上方的几个字；不写就用章节名。",
        zh="眉题", default="",
    )  # fmt: skip
    notes: Text = slot("What the speaker says.", "演讲者要说的话。", zh="备注", default="")
    source: Texts = slot(
        "Where the figures come from: keys of `sources:` or a sentence.",
        "数据从哪里来：`sources:` 里的名字，或一句话。",
        zh="来源", default=[],
    )  # fmt: skip
    footnotes: Texts = slot(
        "Notes that `[^1]`, `[^2]` … in the texts refer to.", "文字里 `[^1]`、`[^2]` 等标记所指的注释。",
        zh="注释", default=[],
    )  # fmt: skip
    transition: Transition | None = slot(
        "How the slide comes, where it differs from the others.", "这张幻灯片怎样切换，与别的不同时才写。",
        zh="切换", choices={"none": "无", "fade": "淡入淡出", "push": "推入", "morph": "平滑"}, default=None,
    )  # fmt: skip
    build: Literal["none", "one-by-one"] = slot(
        "Whether the entries of its list appear one by one, click by click.", "列表里的内容要不要点一下出一项。",
        zh="动画", choices={"none": "一起出现", "one-by-one": "逐项出现"}, default="none",
    )  # fmt: skip
    ignore: Codes = slot(
        "Codes of warnings not to be told of on this slide.", "这张幻灯片上不想再看到的警告，写代号。",
        zh="忽略", default=[],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SlideContent:
    """One slide: its layout, the fields of the layout with all their texts, the fields every slide has; as `written`."""

    layout: Layout
    content: Content
    texts: tuple[Text, ...]
    info: SlideInfo
    identity: str
    path: str
    span: Span | None
    written: Node

    @property
    def number(self) -> int:
        """Its place among the slides of the outline, from 1; those with mistakes count."""
        return int(self.path.partition("[")[2].rstrip("]")) + 1

    @property
    def claim(self) -> Claim | None:
        """Its title where that is to be a sentence with a judgement; None where the layout asks for another or for none."""
        title = getattr(self.content, "title", None)
        return title if isinstance(title, Claim) else None


@dataclass(frozen=True, slots=True)
class DeckContent:
    """An outline as content: its slides without mistakes, and of the others the fields that every slide may have."""

    info: DeckInfo
    sources: AnyMapping[str, SourceInfo]
    source_spans: AnyMapping[str, Span | None]
    slides: tuple[SlideContent, ...]
    faulty: tuple[SlideInfo, ...]
    lang: str
