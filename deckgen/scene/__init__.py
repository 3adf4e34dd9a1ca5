"""Scenes: frames, styles and items, and the page that layouts draw on."""

from deckgen.frame import Frame
from deckgen.scene.items import (
    PLAIN,
    Cell,
    ChartBox,
    Connector,
    Fade,
    Freeform,
    Insets,
    Item,
    Look,
    PictureBox,
    Scene,
    Shape,
    Stroke,
    TableBox,
    TextBox,
)
from deckgen.scene.measures import Entry, Words, tinted
from deckgen.scene.page import Page
from deckgen.style import TextStyle

__all__ = [
    "PLAIN", "Cell", "ChartBox", "Connector", "Entry", "Fade", "Frame", "Freeform", "Insets", "Item", "Look",
    "Page", "PictureBox", "Scene", "Shape", "Stroke", "TableBox", "TextBox", "TextStyle", "Words", "tinted",
]  # fmt: skip
