"""The values a chart is drawn with: the plot, its marks, and what is laid over it. Points, slide coordinates."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeVar

from deckgen.charts.model import Chart, Series, Status, Value, with_standing
from deckgen.charts.numbers import as_shown, format_code
from deckgen.charts.scale import Scale
from deckgen.frame import Frame
from deckgen.style import Align

_Choice = TypeVar("_Choice")

Pattern = Literal["solid", "outlined", "hatched", "dashed"]

PITCH = 1.32
"""Line pitch that is reserved for chart text, in em (`visual.md` §0.1)."""

_PATTERNS: dict[Status, Pattern] = {
    "actual": "solid",
    "plan": "outlined",
    "forecast": "hatched",
    "derived": "hatched",
    "disputed": "dashed",
}


class Fill(NamedTuple):
    """A colour role and how it covers a mark; an outlined or dashed mark is page-coloured inside."""

    role: str
    pattern: Pattern = "solid"


Spot = tuple[int, int]
"""A value by series and category."""

LabelPlace = Literal["outEnd", "inEnd", "inBase", "ctr", "t", "b", "l", "r", ""]
"""Where a label stands at its mark, in the words of DrawingML; empty where the kind of chart leaves no choice."""


class DataLabel(NamedTuple):
    """How the value of a mark is printed; `named` puts the series name before it, parted by `separator`; `shift` moves it
    away from its `place`, in points.
    """

    format_code: str
    bold: bool = False
    color: str = "text"
    named: bool = False
    place: LabelPlace = "outEnd"
    shown: bool = True
    separator: str = "\n"
    shift: tuple[float, float] = (0.0, 0.0)


class Trace(NamedTuple):
    """How a series is drawn that is a line: its width, the markers of its points, 0 for none."""

    width: float
    marker: float = 0.0


class Mark(NamedTuple):
    """One bar, column, segment or point.

    The frame of a donut's segment is that of the whole ring, the frame of a point its marker's square.
    """

    frame: Frame
    fill: Fill
    label: DataLabel

    @property
    def plated(self) -> bool:
        """Whether its label stands on hatching, which it could not be read on without a page-coloured plate."""
        return self.fill.pattern == "hatched" and self.label.place in ("ctr", "inEnd", "inBase")


class Guide(NamedTuple):
    """A thin line that carries a level over to an arrow, spans a whole, leads to a callout or marks a target."""

    x1: float
    y1: float
    x2: float
    y2: float
    dash: Literal["", "dash"] = ""


class Arrow(NamedTuple):
    """A line with its head at the second point."""

    x1: float
    y1: float
    x2: float
    y2: float


class Bubble(NamedTuple):
    """A page-coloured pill on an arrow, its text centred and bold."""

    frame: Frame
    text: str
    size: int = 14


class Label(NamedTuple):
    """Text beside the marks, vertically centred in its frame."""

    frame: Frame
    text: str
    size: int = 14
    bold: bool = False
    color: str = "text"
    align: Align = "left"


class Note(NamedTuple):
    """A remark on a value, in a box of its own, its text centred."""

    frame: Frame
    text: str
    size: int = 14


Overlay = Guide | Arrow | Bubble | Label | Note


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart with everything about its drawing decided.

    `type` is what is drawn: columns whose category names are too long become bars. `chart` holds the data as drawn: a
    single series of shares is turned into one series per segment. `inner` is the rectangle that the value axis and the
    categories span; `minimum` and `maximum` are the ends of the value axis. `gap` and `overlap` are percentages of a
    bar's thickness. `marks` runs by series, then category. `legend` is the place of a legend, where names do not fit
    on the marks. `overlays` belong above the chart, in this order.

    `traces` has an entry per series, None for those that are no lines; it is empty where none is. Points of `edged` plots
    begin at the edge of `inner`, as lines do, instead of in the middle of a band. `named` are
    the categories that are named where not all can be.
    `second` holds the ends of a second value axis, `totals` the sums printed at the ends of stacked bars.
    `scale` is that of a value axis which is seen, as values have no labels.
    """

    type: str
    chart: Chart
    frame: Frame
    inner: Frame
    minimum: float
    maximum: float
    gap: int
    overlap: int
    marks: tuple[tuple[Mark | None, ...], ...]
    label_size: int = 14
    category_size: int = 14
    legend: Frame | None = None
    overlays: tuple[Overlay, ...] = ()
    traces: tuple[Trace | None, ...] = ()
    edged: bool = False
    named: tuple[int, ...] = ()
    second: tuple[float, float] | None = None
    totals: Series | None = None
    scale: Scale | None = None

    @property
    def columns(self) -> tuple[Series, ...]:
        """The columns of the workbook: the series, and their sums where they are printed."""
        return (*self.chart.series, self.totals) if self.totals else self.chart.series

    @property
    def lying(self) -> bool:
        """Whether the value axis runs from left to right."""
        return self.type in ("bar", "stacked-bar", "stacked100")

    @property
    def spots(self) -> dict[Spot, Mark]:
        """The marks there are."""
        return {(s, c): mark for s, row in enumerate(self.marks) for c, mark in enumerate(row) if mark}

    def value(self, spot: Spot) -> Value | None:
        """Return the value at a spot."""
        return self.chart.series[spot[0]].values[spot[1]]

    def standing(self, category: int) -> dict[int, Mark]:
        """Return the marks of a category by series."""
        return {series: mark for series, row in enumerate(self.marks) if (mark := row[category])}

    def bar(self, series: int, category: int) -> Frame | None:
        """Return the rectangle of one mark; None where there is no value."""
        mark = self.marks[series][category]
        return mark.frame if mark else None


def pattern(value: Value) -> Pattern:
    """Return how a value of its standing is drawn (`visual.md` §1.9, 8)."""
    return _PATTERNS[value.status]


def in_turn(choices: Sequence[_Choice], series: int, strong: int) -> _Choice:
    """Return what a series other than the strong one takes of some looks, of which each takes the next."""
    return choices[(series - (series > strong)) % len(choices)]


def printed(value: Value, chart: Chart, series: Series | None = None) -> str:
    """Return a value as its label prints it: as written but for a true minus, with `%`, and what it is if it is no fact.

    A plan says so by its outline and its name; the estimate and the disputed value carry the word, unless the name of
    the series says it.
    """
    unit = series.unit if series and series.unit else chart.unit
    text = as_shown(value.text, unit)
    if value.status in ("actual", "plan") or (series and series.told):
        return text
    return with_standing(text, value.status, chart.chinese)


def label_code(value: Value, chart: Chart, series: Series | None = None) -> str:
    """Return the number format that prints a value's label."""
    return format_code(printed(value, chart, series))


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return a width that the text does not exceed in the theme fonts, in points."""
    return sum(map(_advance, text)) * size * (1.08 if bold else 1.0)


def free_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text that stands free on the slide: there, a gap parts Han from Latin."""
    han = [unicodedata.east_asian_width(character) in "WFA" for character in text]
    gaps = sum(one != other for one, other in pairwise(han))
    return text_width(text, size, bold) + 0.25 * gaps * size + 4


@lru_cache(maxsize=2048)
def _advance(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character in " .,:;'|!ilI-()":
        return 0.34
    if character in "mwMW%@—":
        return 0.92
    return 0.72 if character.isupper() else 0.57


def lines_of(text: str, size: float, width: float) -> int:
    """Return how many lines of `width` the text takes; more than can be set where one word is wider than that."""
    if any(text_width(word, size) > width for word in text.split() if word.isascii()):
        return 99
    return max(1, math.ceil(text_width(text, size) / max(width, 1.0)))


def rounded_up(number: float) -> float:
    """Return the next number of two significant digits: 68.4 becomes 69, 254 260."""
    if number <= 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(number)) - 1)
    return round(math.ceil(number / step - 1e-9) * step, 10)


def widest(texts: Iterable[str], size: float, bold: bool = False) -> float:
    """Return the width of the widest text; 0 without texts."""
    return max((text_width(text, size, bold) for text in texts), default=0.0)
