"""Charts on a page: the native chart in its slot and what is laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace as replaced

from deckgen.charts.geometry import Arrow, Bubble, Guide, Note
from deckgen.charts.model import describe
from deckgen.charts.plot import Plot, plot
from deckgen.content.chart import Callout, Chart
from deckgen.frame import Frame
from deckgen.scene.items import ChartBox, Connector, Item, Look, Stroke
from deckgen.scene.page import Page
from deckgen.style import replace


def chart_items(
    page: Page, chart: Chart, frame: Frame, conclusion: str, key: str = "chart", callouts: Sequence[Callout] = ()
) -> Iterator[Item]:
    """Yield a chart that fills a frame, then its overlays; `conclusion` is what its alt text says it shows."""
    data = replaced(chart.plotted(page.setting.lang), callouts=tuple(callout.plotted() for callout in callouts))
    yield from plot_items(page, plot(data, frame), conclusion, key)


def plot_items(page: Page, drawn: Plot, conclusion: str, key: str = "chart") -> Iterator[Item]:
    """Yield a plot in its frame, then its overlays."""
    frame = drawn.frame
    alt = describe(drawn.chart, conclusion)
    path = f"{page.slide.path}.{key}"
    yield ChartBox(key, frame, drawn, alt, path, page.slide.span, page.slide.prompt(path))
    for index, overlay in enumerate(drawn.overlays, 1):
        name = f"{key} mark {index}"
        if isinstance(overlay, Guide):
            stroke = Stroke("text", 1.5, overlay.dash) if overlay.dash else Stroke("muted", 0.75)
            yield Connector(name, *overlay[:4], stroke)
        elif isinstance(overlay, Arrow):
            yield Connector(name, *overlay, Stroke("text", 1.5), tail="triangle")
        elif isinstance(overlay, Bubble):
            style = replace(page.style("label"), sizes=(overlay.size,), bold=True, align="center", line=1.0)
            look = Look("rect", "page", Stroke("text", 0.75), radius=overlay.frame.height / 2)
            yield page.label(overlay.text, style, overlay.frame, name, look=look)
        elif isinstance(overlay, Note):
            style = replace(page.style("label"), sizes=(overlay.size,), align="center", line=1.0)
            yield page.label(overlay.text, style, overlay.frame, name, look=Look("rect", "surface"))
        else:
            style = replace(
                page.style("label"), sizes=(overlay.size,), bold=overlay.bold, color=overlay.color, align=overlay.align, line=1.0
            )  # fmt: skip
            yield page.label(overlay.text, style, overlay.frame, name)
