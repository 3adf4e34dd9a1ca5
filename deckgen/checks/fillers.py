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

_ADDED = r"(?:此处|这里)?(?:添加|输入|编辑)\S{0,6}"
_PUT = r"(?:添加|输入|填写)\S{0,6}"
_THING = r"(?:your )?(?:title|text|headline|subtitle|content) here"
_FILLER = re.compile(
    rf"lorem ipsum|dolor sit amet|单击{_ADDED}|点击{_ADDED}|此处{_PUT}|这里{_PUT}"
    r"|请(?:在此)?(?:输入|填写)(?:您的|你的)?(?:标题|文字|内容|正文)"
    r"|标题占位|文字占位|文本占位|内容占位|占位文字|占位文本|占位符|某某"
    rf"|click to (?:add|edit) \w+|your {_THING}|insert {_THING}|enter {_THING}|add {_THING}"
    r"|x(?<![a-z]x)xx+(?![a-z])|×××+|t(?<!\wt)odo\b|f(?<!\wf)ixme\b"
)
"""In small letters, and each way with its first character in front: so a text is searched several times as fast."""


def check_fillers(slide: SlideContent) -> Iterator[Problem]:
    """Yield a warning for the first text of a slide, notes included, that came from a template."""
    texts = (*slide.texts, *texts_of(slide.info))
    if not _FILLER.search("\n".join(text.plain for text in texts).lower()):  # one search instead of one for each text
        return
    for text in texts:
        if found := _FILLER.search(text.plain.lower()):
            written = text.plain[found.start() : found.end()]
            yield FILLER.at(text.span or slide.span, text.path or slide.path, found=written)
            return
