"""Does any Latin word break in its middle, as no line of its place holds it?"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from deckgen.charts.plot import Plot
from deckgen.checks.places import problem_in
from deckgen.content.run import Run
from deckgen.problems import Kind, Problem
from deckgen.scene.items import ChartBox, Item, Scene, TableBox, TextBox
from deckgen.typesetting import Typesetter

TORN = Kind(
    "torn-word", "warning",
    "第 {page} 页{place_zh}里的「{word}」一行放不下，会从词中间断开。",
    "Slide {page}: no line of {place_en} holds “{word}”; it breaks in its middle.",
    "请换一个短些的词，或在可以断开的地方加空格或连字符。", "Use a shorter word, or a space or hyphen where it may break.",
)  # fmt: skip


def check_torn(scene: Scene, page: int, typesetter: Typesetter) -> Iterator[Problem]:
    """Yield a warning for each text, table or chart with a word that breaks in its middle."""
    for item in scene.items:
        if isinstance(item, TextBox | TableBox | ChartBox) and (word := _torn(item, typesetter)):
            yield problem_in(item, scene, page, TORN, word=word)


def _torn(item: Item, typesetter: Typesetter) -> str:
    """Return the first torn word of an item; a text that does not fit at all has worse to tell."""
    if isinstance(item, TextBox):
        return "" if item.excess else item.torn
    if isinstance(item, TableBox):
        return next((cell.torn for row in item.rows for cell in row if cell.torn), "")
    if isinstance(item, ChartBox):
        room, size = _room(item.plot), item.plot.category_size
        words = (word for name in item.plot.chart.categories for word in name.split() if word.isascii())
        return next((word for word in words if typesetter.width([Run(word)], size) > room), "")
    return ""


def _room(plot: Plot) -> float:
    """Return the width that a program gives to the name of a category; without end where names stand free."""
    if plot.lying:
        return plot.inner.x - plot.frame.x or inf
    upright = plot.type in ("column", "stacked", "waterfall", "combo") and not plot.named
    return plot.inner.width / len(plot.chart.categories) if upright else inf
