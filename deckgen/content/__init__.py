"""The words a layout file is written with: fields, texts, parts."""

from deckgen.content.chart import Chart
from deckgen.content.icon import Icon
from deckgen.content.image import Image
from deckgen.content.run import Paragraph, Run
from deckgen.content.slot import Content, Flag, Part, slot
from deckgen.content.text import Claim, Line, Text

__all__ = ["Chart", "Claim", "Content", "Flag", "Icon", "Image", "Line", "Paragraph", "Part", "Run", "Text", "slot"]
