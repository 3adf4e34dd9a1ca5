"""python-pptx opens every deck, adds to it and saves it again."""

from __future__ import annotations

import io

import pptx
from pptx.util import Pt

import deckgen
from tests.decks import FLAGSHIP, Package, gallery


def test_a_script_adds_shapes_of_its_own() -> None:
    presentation = deckgen.load(FLAGSHIP).presentation()
    slide = presentation.slides[4]
    box = slide.shapes.add_textbox(Pt(48), Pt(400), Pt(200), Pt(24))
    box.text_frame.text = "Added by a script"
    stream = io.BytesIO()
    presentation.save(stream)
    again = pptx.Presentation(io.BytesIO(stream.getvalue()))
    texts = [shape.text_frame.text for shape in again.slides[4].shapes if shape.has_text_frame]
    assert "Added by a script" in texts
    assert len(again.slides) == 20


def test_every_placeholder_and_layout_is_known_to_it() -> None:
    presentation = pptx.Presentation(io.BytesIO(gallery()))
    names = {layout.name for layout in presentation.slide_layouts}
    for slide in presentation.slides:
        assert slide.slide_layout.name in names
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text.strip()
    assert any(shape.has_chart for slide in presentation.slides for shape in slide.shapes)
    assert any(shape.has_table for slide in presentation.slides for shape in slide.shapes)


def test_a_chart_can_be_given_new_data() -> None:
    from pptx.chart.data import CategoryChartData

    presentation = deckgen.load(FLAGSHIP).presentation()
    chart = next(shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart)
    data = CategoryChartData()
    data.categories = ["One", "Two"]
    data.add_series("Series", (3, 4))
    chart.replace_data(data)
    stream = io.BytesIO()
    presentation.save(stream)
    assert Package(stream.getvalue()).named("ppt/charts/")
