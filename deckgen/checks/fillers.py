"""Was a text of a template left in (`visual.md` §3.3, 38)?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.content.texts import texts_of
from deckgen.outline.deck import SlideContent
from deckgen.problems import Kind, Problem

FILLER = Kind(
    "placeholder-text", "warning",
    "「{found}」像是模板里没有替换的文字。", "“{found}” looks like the text of a template that was never replaced.",
    "请换成自己的内容，还没定的写「待定」。", "Put your own words, or TBD where they are still open.",
)  # fmt: skip

_FILLER = re.compile(
    r"lorem ipsum|dolor sit amet|(?:单击|点击)(?:此处|这里)?(?:添加|输入|编辑)\S{0,6}|请(?:在此)?(?:输入|填写)(?:您的|你的)?"
    r"(?:标题|文字|内容|正文)"
    r"|(?:此处|这里)(?:添加|输入|填写)\S{0,6}|(?:标题|文字|文本|内容)占位|占位(?:文字|文本|符)"
    r"|click to (?:add|edit) \w+|(?:your|insert|enter|add) (?:your )?(?:title|text|headline|subtitle|content) here"
    r"|(?<![A-Za-z])(?:x{3,}|X{3,})(?![A-Za-zLl])|[×]{3,}|\b(?:TODO|FIXME)\b|某某",
    re.IGNORECASE,
)


def check_fillers(slide: SlideContent) -> Iterator[Problem]:
    """Yield a warning for the first text of a slide, notes included, that came from a template."""
    for text in (*slide.texts, *texts_of(slide.info)):
        found = _FILLER.search(text.plain)
        if found:
            yield FILLER.at(text.span or slide.span, text.path or slide.path, found=found[0])
            return
