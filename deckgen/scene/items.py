"""The vocabulary of a scene: what a slide is made of, fully decided, before any file format."""

from __future__ import annotations

from typing import Literal, NamedTuple

from deckgen.charts.plot import Plot
from deckgen.content.run import Paragraph
from deckgen.frame import Frame
from deckgen.images.picture import Picture
from deckgen.problems import Span
from deckgen.style import Align, Anchor, Flow, TextStyle


class Insets(NamedTuple):
    """Distances from the edges of a box to its text, in points."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


class Stroke(NamedTuple):
    """A line: colour role, width in points, dash pattern in DrawingML's words (empty for solid).

    A `round` one has round ends and joins.
    """

    color: str
    width: float
    dash: str = ""
    round: bool = False


Corners = Literal["all", "top", "bottom", "none"]


class Freeform(NamedTuple):
    """A drawing of its own on a field of `width` by `height` whole units, which fills the frame of its shape.

    `steps` are written as SVG writes paths, in absolute whole numbers: `M x y` moves, `L x y` draws a line,
    `C x1 y1 x2 y2 x y` a cubic curve, `Z` closes.
    """

    width: int
    height: int
    steps: str


class Fade(NamedTuple):
    """How opaque a fill is along its way: `stops` are pairs of a place and an opacity, both from 0 to 1.

    The way runs at an `angle` of degrees clockwise from left to right: 90 is downwards.
    """

    stops: tuple[tuple[float, float], ...]
    angle: float = 90


class Look(NamedTuple):
    """The body of a shape: preset geometry or a drawing of its own, fill role (empty for none), outline.

    `adjust` are the geometry's own adjustments; `radius` rounds the corners of a rectangle, in points: all of them, or
    only those at the top or bottom where two boxes stand flush on each other. With a `fade` the fill lets through what is
    behind it.
    """

    geometry: str = "rect"
    fill: str = ""
    stroke: Stroke | None = None
    radius: float = 0
    adjust: tuple[tuple[str, int], ...] = ()
    corners: Corners = "all"
    freeform: Freeform | None = None
    fade: Fade | None = None


PLAIN = Look()


class TextBox(NamedTuple):
    """Text in a frame.

    `key` names the box on its slide (`items[0]`), `path` is the outline path of what it shows. `placeholder` is the
    kind of placeholder it fills (`title`, `body`, `ftr` …), empty for free text such as a label in a diagram. `role`
    joins siblings that must share one size. `prompts` are what an empty placeholder shows, one text per level.
    `target` is the id of the slide a click jumps to. `field` makes the text a field (`slidenum`, `datetime`).
    `flow` says how its lines run.

    The rest is what fitting found: `step` sizes smaller, spacing `tight`, the box narrowed by `narrowing` points, the
    number of `lines`, the reserved `height`, by how much it still does not fit, whether it ends in a `single` character,
    and the Latin word that is `torn` as no line holds it.
    """

    key: str
    frame: Frame
    paragraphs: tuple[Paragraph, ...]
    styles: tuple[TextStyle, ...]
    path: str = ""
    span: Span | None = None
    placeholder: str = "body"
    role: str = ""
    prompts: tuple[str, ...] = ()
    anchor: Anchor = "top"
    insets: Insets = Insets()
    look: Look = PLAIN
    target: str = ""
    field: str = ""
    decorative: bool = False
    flow: Flow = "across"
    step: int = 0
    tight: bool = False
    narrowing: float = 0
    lines: int = 0
    height: float = 0
    excess: float = 0
    excess_chars: float = 0
    single: bool = False
    torn: str = ""

    @property
    def plain(self) -> str:
        """The text without its appearance, paragraphs joined by newlines."""
        return "\n".join([paragraph.plain for paragraph in self.paragraphs])


class Shape(NamedTuple):
    """A shape without text. `shared` shapes belong to the slide layout; `alt` is empty for decoration.

    `tail` is the arrowhead at the end of an open outline, such as an arc.
    """

    key: str
    frame: Frame
    look: Look
    shared: bool = False
    alt: str = ""
    rotation: float = 0
    flip: bool = False
    target: str = ""
    tail: str = ""


Bend = Literal["", "across", "down"]


class Connector(NamedTuple):
    """A line from a point to a point; `start_key`/`end_key` name the items it is glued to, with their sites.

    It is straight unless it has a `bend`: `across` it leaves and arrives horizontally, `down` vertically, with a step
    halfway.
    """

    key: str
    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke
    head: str = ""
    tail: str = ""
    shared: bool = False
    start_key: str = ""
    start_site: int = 0
    end_key: str = ""
    end_site: int = 0
    bend: Bend = ""


class PictureBox(NamedTuple):
    """A picture that fills its frame, in the outline of its `look`; the crop is decided. A `grey` one loses its colours."""

    key: str
    frame: Frame
    picture: Picture
    alt: str
    path: str = ""
    span: Span | None = None
    prompt: str = ""
    look: Look = PLAIN
    grey: bool = False


class ChartBox(NamedTuple):
    """A native chart in its frame."""

    key: str
    frame: Frame
    plot: Plot
    alt: str
    path: str = ""
    span: Span | None = None
    prompt: str = ""


class Cell(NamedTuple):
    """One table cell: its text, how it is set, and its own fill where it differs from the table's style.

    `narrowing` is what its text keeps off the right edge besides the margin, in points; a `flush` one has no margin at
    the left. `torn` is the Latin word that no line of the cell holds.
    """

    paragraphs: tuple[Paragraph, ...]
    align: Align = "left"
    fill: str = ""
    color: str = ""
    bold: bool = False
    accent_bar: bool = False
    narrowing: float = 0
    flush: bool = False
    torn: str = ""

    @property
    def plain(self) -> str:
        """The text without its appearance, in one line."""
        return "".join([paragraph.plain for paragraph in self.paragraphs])


class TableBox(NamedTuple):
    """A native table: column widths and row heights in points, rows of cells; the first row is the header."""

    key: str
    frame: Frame
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    head: TextStyle
    body: TextStyle
    alt: str
    path: str = ""
    span: Span | None = None
    prompt: str = ""
    step: int = 0
    excess: float = 0
    excess_chars: float = 0
    head_anchor: Anchor = "bottom"
    first_column: bool = True
    total_row: bool = False


Shown = TextBox | PictureBox | ChartBox | TableBox
"""What shows something the outline says; a slide layout holds a placeholder for it."""

Item = Shown | Shape | Connector


Transition = Literal["none", "fade", "push", "morph"]


class BuildStep(NamedTuple):
    """What appears on one click: items by their keys, or of a single text box the paragraphs from one to another."""

    keys: tuple[str, ...]
    paragraphs: tuple[int, int] | None = None


class Scene(NamedTuple):
    """One finished slide.

    `layout` is the name of its layout, `variant` tells layouts of different structure apart (`×3`), `background` a
    colour role. `identity` names the slide stably from build to build. `transition` is how the slide comes, `build` the
    steps in which it appears; without any it stands there whole.
    """

    identity: str
    layout: str
    layout_name: str
    variant: str
    background: str
    title: str
    items: tuple[Item, ...]
    notes: str = ""
    section: str = ""
    path: str = ""
    span: Span | None = None
    lang: str = "zh-CN"
    transition: Transition = "none"
    build: tuple[BuildStep, ...] = ()
