"""Slides as SVG: one self-contained drawing each, from the scene that the PowerPoint file is written from."""

from __future__ import annotations

from itertools import chain

from deckgen.frame import SLIDE_HEIGHT, SLIDE_WIDTH, Frame
from deckgen.scene.items import ChartBox, Connector, Item, PictureBox, Scene, Shape, TableBox, TextBox
from deckgen.scene.setting import Setting
from deckgen.scene.variants import own_items, shared_items
from deckgen.writers.svg.chart import chart
from deckgen.writers.svg.chart.pen import Pen
from deckgen.writers.svg.geometry import rectangle
from deckgen.writers.svg.paint import Paint, number
from deckgen.writers.svg.picture import picture
from deckgen.writers.svg.shape import body, connector, shape
from deckgen.writers.svg.table import table
from deckgen.writers.svg.text import Advances, TextWriter
from deckgen.writers.xml import quoted

_AS_SET = "text-spacing-trim:space-all;text-autospace:no-autospace"
"""Browsers must neither close up Chinese marks nor part scripts: both was done when the line was set."""


def svg_of(scene: Scene, setting: Setting, slide: int = 1, advances: Advances | None = None) -> str:
    """Return the drawing of one scene; `slide` is its number in the deck, which keeps ids apart in one document.

    `advances` are the widths of the fonts that will show it, where that is known.

    A group that shows something of the outline says what: `data-path` is the path of its value. The line it is written in is
    left out: the drawing stays the same when lines are inserted above.
    """
    paint = Paint(setting.theme, f"s{slide}-")
    writer = SlideWriter(paint, TextWriter(paint, setting.typesetter, advances))
    # what belongs to the slide layout lies below all that the slide holds
    drawn = "".join([writer.item(item) for item in chain(shared_items(scene.items), own_items(scene.items))])
    ground = f'{rectangle(Frame(0, 0, SLIDE_WIDTH, SLIDE_HEIGHT))} fill="{paint.color(scene.background)}"/>'
    named = f" aria-label={quoted(scene.title)}" if scene.title else ""
    size = f"0 0 {number(SLIDE_WIDTH)} {number(SLIDE_HEIGHT)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img"{named} lang="{scene.lang}" '
        f'xml:space="preserve" text-rendering="geometricPrecision" style="{_AS_SET}">{paint.definitions}{ground}{drawn}</svg>'
    )


class SlideWriter:
    """Writes the items of a slide."""

    def __init__(self, paint: Paint, text: TextWriter) -> None:
        self._paint = paint
        self._text = text

    def item(self, item: Item) -> str:
        """Return one item in a group that says what of the outline it shows."""
        if isinstance(item, Shape):
            return shape(item, self._paint)
        if isinstance(item, Connector):
            return connector(item, self._paint)
        if isinstance(item, TextBox):
            drawn = body(item.look, item.frame, self._paint) + self._text.box(item)
            return drawn if item.decorative else _shown(drawn, item.path)
        return _shown(self._figure(item), item.path, item.alt)

    def _figure(self, item: PictureBox | ChartBox | TableBox) -> str:
        if isinstance(item, PictureBox):
            return picture(item, self._paint)
        if isinstance(item, TableBox):
            return table(item, self._paint, self._text)
        return chart(item.plot, Pen(self._paint, self._text))


def _shown(drawn: str, path: str, alt: str = "") -> str:
    """Return what shows the value at a path of the outline."""
    told = f' role="img" aria-label={quoted(alt)}' if alt else ""
    placed = f" data-path={quoted(path)}" if path else ""
    return f"<g{placed}{told}>{drawn}</g>" if placed or told else drawn
