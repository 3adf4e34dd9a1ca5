"""The layout that a slide was likely written for: nothing is said against fields that are right."""

from __future__ import annotations

import pytest

from deckgen.compiler import compile_outline
from deckgen.content.tree import Mapping, Scalar, Sequence
from deckgen.gallery import gallery_outline, picture_folder
from deckgen.layouts import layout_names
from deckgen.outline.likely_layout import likely_layout
from deckgen.outline.read import parse
from tests.outline.chinese import say_slide_in_chinese

UNKNOWN = "全景图"


def slides(name: str) -> list[Mapping]:
    """Return the slides of the example of a layout."""
    found = parse(gallery_outline([name]), "o.yaml").root["slides"]
    assert isinstance(found, Sequence)
    return [slide for slide in found if isinstance(slide, Mapping) and slide["layout"] == name]


@pytest.mark.parametrize("name", layout_names())
def test_the_fields_of_a_layout_are_those_of_no_other(name: str) -> None:
    for slide in slides(name):
        likely = likely_layout(UNKNOWN, slide)
        assert likely.taken in (name, "") and not likely.certain
        assert not likely.asked or name in likely.asked


def test_nine_of_ten_are_found_by_their_fields() -> None:
    found = [bool(likely_layout(UNKNOWN, slide).taken) for name in layout_names() for slide in slides(name)]
    assert sum(found) >= 0.9 * len(found)


@pytest.mark.parametrize("chinese", [False, True])
def test_of_a_slide_that_lacks_nothing_but_its_layout_only_that_is_said(chinese: bool) -> None:
    outline = parse(gallery_outline(), "o.yaml")
    found = outline.root["slides"]
    assert isinstance(found, Sequence)
    for slide in found:
        assert isinstance(slide, Mapping)
        if chinese:
            say_slide_in_chinese(slide)
    for slide in found:
        assert isinstance(slide, Mapping)
        key = "版式" if chinese else "layout"
        slide[key] = Scalar(UNKNOWN, slide.span, slide[key].path)
    problems = compile_outline(outline, folder=picture_folder()).problems
    assert {problem.code for problem in problems if problem.severity == "error"} == {"unknown-layout"}


def test_a_field_of_a_likely_layout_is_not_mended(tmp_path_factory: pytest.TempPathFactory) -> None:
    outline = (
        "deck: {title: 提案}\nslides:\n  - layout: comparison-sheet\n    titel: 三个方案\n    columns: [方案, 费用]\n"
        "    rows: [[诊断, 8], [推广, 36]]\n"
    )
    problems = compile_outline(parse(outline, "o.yaml")).problems
    assert [(problem.code, bool(problem.fix)) for problem in problems] == [
        ("unknown-layout", False),
        ("unknown-field", False),
    ]
