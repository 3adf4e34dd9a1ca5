"""Does every slide with a figure say where it comes from?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from deckgen.content import Text
from deckgen.outline.deck import SlideContent
from deckgen.problems import Kind, Problem
from deckgen.scene.items import ChartBox, Scene

NO_SOURCE = Kind(
    "no-source", "warning",
    "这张幻灯片有数据（{figure_zh}），但没有注明来源。", "The slide shows a figure ({figure_en}) but names no source.",
    "请加 source: 一行，或在文字里写 [@来源]。", "Add a source: line, or cite one with [@key].",
)  # fmt: skip

_FIGURE = re.compile(
    r"\d[\d,.]*\s?(?:%|％|万|亿|个百分点|美元|英镑|元|倍|bn\b|m\b|million|billion)[+]?|\d{1,3}(?:,\d{3})+"
)

_NUMBER = re.compile(r"\d[\d,.]*")


def check_sources(slide: SlideContent, scene: Scene) -> Iterator[Problem]:
    """Yield a warning for a slide that shows a figure and names no source."""
    if slide.layout.brand or slide.layout.role == "appendix" or slide.info.source:
        return
    if any(text.cites for text in slide.texts):
        return
    found = next(
        ((text, match[0]) for text, plain in _with_units(slide.texts) if (match := _FIGURE.search(plain))), None
    )
    if found:
        text, figure = found
        yield NO_SOURCE.at(text.span or slide.span, text.path or slide.path, figure_zh=figure, figure_en=figure)
    elif any(isinstance(item, ChartBox) for item in scene.items):
        yield NO_SOURCE.at(slide.span, slide.path, figure_zh="图表", figure_en="a chart")


def _with_units(texts: Sequence[Text]) -> Iterator[tuple[Text, str]]:
    """Yield each text with its words; a bare number takes in the field after it, which may be its unit."""
    for text, following in zip_longest(texts, texts[1:]):
        yield text, text.plain + (following.plain if following and _NUMBER.fullmatch(text.plain) else "")
