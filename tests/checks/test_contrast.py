"""The check of contrast sees what stands below a text: its own fill, a shape, the slide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.checks.contrast import Eye, check_contrast
from deckgen.compiler import compile_outline
from deckgen.content.run import Paragraph, Run
from deckgen.frame import Frame
from deckgen.images.picture import Picture
from deckgen.outline.read import parse
from deckgen.scene.items import Look, PictureBox, Scene, Shape, TableBox, TextBox
from deckgen.style import TextStyle
from deckgen.theme import load_theme

EYE = Eye(load_theme("clarity"))
WHERE = Frame(100, 100, 200, 40)


def text(color: str, size: int = 14, *, bold: bool = False, fill: str = "", runs: tuple[Run, ...] = ()) -> TextBox:
    return TextBox(
        "items[0]",
        WHERE,
        (Paragraph(runs or (Run("一句话"),)),),
        (TextStyle((size,), bold=bold, color=color),),
        look=Look(fill=fill),
        lines=1,
    )


def found(*items: TextBox | Shape | PictureBox, background: str = "page") -> list[tuple[object, object]]:
    scene = Scene("a", "bullets", "要点", "", background, "", items)
    return [(problem.facts["role"], problem.facts["ground"]) for problem in check_contrast(scene, 1, EYE)]


def shape(fill: str, frame: Frame = WHERE, *, shared: bool = False) -> Shape:
    return Shape("shape", frame, Look(fill=fill), shared=shared)


def test_text_on_the_slide() -> None:
    assert found(text("text")) == []
    assert found(text("on-brand")) == [("on-brand", "page")]
    assert found(text("on-brand"), background="brand-ground") == []


def test_a_fill_of_its_own_counts_before_all_else() -> None:
    assert found(shape("brand"), text("text", fill="surface")) == []
    assert found(text("text", fill="brand")) == [("text", "brand")]


def test_a_shape_below_counts_and_one_above_does_not() -> None:
    assert found(shape("brand"), text("text")) == [("text", "brand")]
    assert found(text("text"), shape("brand")) == []
    assert found(text("text"), shape("brand", shared=True)) == [("text", "brand")], "it is drawn on the layout"
    assert found(shape("brand"), shape("page"), text("text")) == []


def test_a_shape_counts_where_the_words_are() -> None:
    assert found(shape("brand", WHERE._replace(x=240)), text("text")) == [], "the words end before it"
    assert found(shape("brand", WHERE._replace(x=120)), text("text")) == [("text", "brand")]
    assert found(shape("brand", WHERE._replace(x=120)), text("on-brand")) == [("on-brand", "page")], "half of them"


def test_large_text_needs_less() -> None:
    assert found(text("second", 14)) == [("second", "page")]
    assert found(text("second", 18)) == []
    assert found(text("second", 14, bold=True)) == []
    assert found(text("second", 13, bold=True)) == [("second", "page")]
    assert found(text("second", 40, runs=(Run("万", scale=0.4),))) == [("second", "page")]


def test_runs_have_colours_and_grounds_of_their_own() -> None:
    assert found(text("text", runs=(Run("好"), Run("坏", color="on-brand")))) == [("on-brand", "page")]
    assert found(text("text", runs=(Run("坏", color="on-brand", ground="brand"),))) == []


def test_text_over_a_picture_is_not_judged() -> None:
    assert found(PictureBox("image", WHERE, Picture(b"", "png"), "alt"), text("on-brand")) == []


OUTLINE = """
deck: {title: 对照, lang: zh-CN}
slides:
  - layout: table
    title: 华东贡献了一半收入
    columns: [地区, 同比]
    rows: [[华东, +12%], [华南, 3%]]
"""


@pytest.mark.parametrize("color", ["rise-text", "on-brand"])
def test_cells_of_a_table(color: str) -> None:
    compiled = compile_outline(parse(OUTLINE, "deck.yaml"))
    (scene,) = compiled.scenes
    table = next(item for item in scene.items if isinstance(item, TableBox))
    body = table._replace(body=table.body._replace(color=color))
    scene = scene._replace(items=(body,))
    assert bool(list(check_contrast(scene, 1, EYE))) == (color == "on-brand")


def test_a_mistake_names_the_roles() -> None:
    scene = Scene("a", "bullets", "要点", "", "page", "", (text("on-brand"),), path="slides[0]")
    (problem,) = check_contrast(scene, 3, EYE)
    assert replace(problem, lang="zh").message == (
        "第 3 页「items」（要点）第 1 项看不清：on-brand 色的字在 page 色的底上，对比度只有 1.0:1，至少要 4.5:1。"
    )


def test_the_empty_footer_of_a_deck_without_a_title_is_no_text() -> None:
    outline = parse(
        "deck: {lang: zh-CN}\nslides:\n  - {layout: agenda, title: 目录, items: [甲, 乙, 丙]}\n", "deck.yaml"
    )
    assert [problem.code for problem in compile_outline(outline).problems] == ["missing-field"]
