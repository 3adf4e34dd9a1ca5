"""Does every slide with a figure say where it comes from?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from deckgen.content import Text
from deckgen.outline.deck import SlideContent, SlideInfo
from deckgen.outline.places import field_zh, written
from deckgen.problems import Kind, Problem
from deckgen.scene.items import ChartBox, Scene, TableBox

NO_SOURCE = Kind(
    "no-source", "warning",
    "这张幻灯片有数据（{figure_zh}），但没有注明来源。", "The slide shows a figure ({figure_en}) but names no source.",
    "请加 {word}: 一行，或在文字里写 [@来源]。", "Add a source: line, or cite one with [@key].",
)  # fmt: skip

_FIGURE = re.compile(
    r"(?:[$¥￥€£]|US\$)\s?\d[\d,.]*(?:\s?(?:bn|million|billion|[mk])\b|[万亿])?"
    r"|\d[\d,.]*\s?(?:%|％|万|亿|个百分点|个点|个基点|美元|欧元|英镑|港元|元|倍|(?:bn|m|bps?|pp|pts)\b|million|billion|trillion"
    r"|per ?cent|percentage points?|times as)[+]?"
    r"|(?<![\dx×.])\d+\.\d+\s?[x×](?!\s?\d)|\d{4,}\s?(?:单|人次)|\d{1,3}(?:,\d{3})+",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"\d[\d,.]*")

_CELL = re.compile(r"[-+−–▲▼]?\s?\d[\d,.]*\s?[%％]?")
_CELLS = 6
"""How many cells of a table hold a bare number where it is a table of figures."""


def check_sources(slide: SlideContent, scene: Scene) -> Iterator[Problem]:
    """Yield a warning for a slide that shows a figure and names no source."""
    if slide.layout.brand or slide.layout.role == "appendix" or slide.info.source:
        return
    if any(text.cites for text in slide.texts):
        return
    word = written("source", field_zh(SlideInfo, "source"))
    found = next(
        ((text, match[0]) for text, plain in _with_units(slide.texts) if (match := _FIGURE.search(plain))), None
    )
    if found:
        text, figure = found
        yield NO_SOURCE.at(
            text.span or slide.span, text.path or slide.path, figure_zh=figure, figure_en=figure, word=word
        )
    elif any(isinstance(item, ChartBox) for item in scene.items):
        yield NO_SOURCE.at(slide.span, slide.path, figure_zh="图表", figure_en="a chart", word=word)
    elif any(isinstance(item, TableBox) and _holds_figures(item) for item in scene.items):
        yield NO_SOURCE.at(slide.span, slide.path, figure_zh="数字表格", figure_en="a table of numbers", word=word)


def _holds_figures(table: TableBox) -> bool:
    """Whether the cells of a table are figures, and not the numbers of its rows, dates or marks from one to ten."""
    cells = [cell.plain.strip() for row in table.rows for cell in row]
    return sum(bool(_CELL.fullmatch(cell)) and len(re.sub(r"\D", "", cell)) > 2 for cell in cells) >= _CELLS


def _with_units(texts: Sequence[Text]) -> Iterator[tuple[Text, str]]:
    """Yield each text with its words; a bare number takes in the field after it, which may be its unit."""
    for text, following in zip_longest(texts, texts[1:]):
        yield text, text.plain + (following.plain if following and _NUMBER.fullmatch(text.plain) else "")
