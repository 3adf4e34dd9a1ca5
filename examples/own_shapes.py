"""Adds a shape of its own to a finished deck, with python-pptx.

python examples/own_shapes.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

import deckgen

OUTLINE = Path(__file__).parents[1] / "outlines" / "tiktok-cross-border.yaml"


def main(folder: Path) -> None:
    """Stamp every slide that shows a chart as a draft and write the deck into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    presentation = deckgen.load(OUTLINE).presentation()
    for slide in presentation.slides:
        if any(shape.has_chart for shape in slide.shapes):
            stamp = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(840), Pt(6), Pt(72), Pt(18))
            stamp.name = "draft stamp"
            stamp.shadow.inherit = False
            stamp.line.fill.background()
            stamp.fill.solid()
            stamp.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_2
            stamp.text_frame.text = "草稿"
            stamp.text_frame.paragraphs[0].runs[0].font.size = Pt(10)
    target = folder / f"{OUTLINE.stem}-draft.pptx"
    presentation.save(str(target))
    print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build"))
