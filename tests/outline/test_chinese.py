"""Layouts and fields by their names in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckgen import Deck
from deckgen.compiler import Compiled, compile_outline, pptx_of
from deckgen.content import Part
from deckgen.content.slot import declared
from deckgen.content.tree import Mapping, Sequence
from deckgen.gallery import gallery_outline, picture_folder
from deckgen.layouts import find_layout, layout_names, parts_of
from deckgen.outline.deck import DeckInfo, SlideInfo, SourceInfo
from deckgen.outline.read import parse
from deckgen.scene.items import ChartBox
from deckgen.scene.settle import text_boxes
from tests.outline.chinese import say_slide_in_chinese

OUTLINE = """\
文稿: {标题: 复盘}
来源:
  report: {发布者: 平台, 标题: 年报, 日期: 2025}
幻灯片:
  - 版式: 封面
    标题: 2025 复盘
  - 版式: KPI指标组
    结论标题: 两项指标都涨了
    指标:
      - {数值: "12 亿", 指标: 月活}
      - {value: "30 亿", label: 下载}
    来源: report
"""


def compiled(text: str) -> Compiled:
    return compile_outline(parse(text, "o.yaml"))


def test_an_outline_may_be_written_in_chinese_and_mix_both() -> None:
    deck = compiled(OUTLINE)
    assert not deck.has_errors, deck.problems
    assert [scene.layout for scene in deck.scenes] == ["cover", "kpi-row"]
    assert {box.path for box in text_boxes(deck.scenes[1].items)} >= {
        "slides[1].items[0]",
        "slides[1].title",
    }


def test_every_example_in_chinese_is_the_same_deck() -> None:
    english = parse(gallery_outline(), "o.yaml")
    chinese = parse(gallery_outline(), "o.yaml")
    slides = chinese.root["slides"]
    assert isinstance(slides, Sequence)
    for slide in slides:
        assert isinstance(slide, Mapping)
        say_slide_in_chinese(slide)
    assert "版式" in slides[0] and "结论标题" in slides[9]
    decks = [compile_outline(outline, folder=picture_folder()) for outline in (english, chinese)]
    assert not decks[1].has_errors
    assert pptx_of(decks[0]) == pptx_of(decks[1])


def test_a_field_under_both_its_names_is_one_too_many() -> None:
    (problem,) = compiled(OUTLINE + "    title: 另一个\n").problems
    assert (problem.code, problem.span and problem.span.line) == ("duplicate-key", 13)
    assert problem.message == "「title」和上面的「结论标题」是同一个字段。"


def test_what_is_written_in_chinese_has_its_line_in_messages() -> None:
    (problem,) = compiled(OUTLINE.replace("指标: 月活", "标记: 月活")).problems
    assert (problem.code, problem.span and problem.span.line) == ("unknown-field", 10)


def test_categories_of_a_chart_are_no_fields() -> None:
    told = "  - 版式: 图表结论\n    标题: 增长一倍\n    图表说明: 月活（亿）\n    结论: [涨了]\n"
    chart = told + "    图表: {类型: column, 数据: {数值: 3, 性质: 6}}\n"
    deck = compiled(OUTLINE + chart + "    来源: report\n")
    assert not deck.has_errors, deck.problems
    assert [item.plot.chart.categories for item in deck.scenes[2].items if isinstance(item, ChartBox)] == [
        ("数值", "性质")
    ]


def test_a_script_may_use_them_too() -> None:
    deck = Deck("复盘")
    deck.add("封面", 标题="2025 复盘")
    assert not [problem for problem in deck.check() if problem.severity == "error"]


@pytest.mark.parametrize("name", layout_names())
def test_no_two_fields_of_a_layout_share_a_name(name: str) -> None:
    for models in [(find_layout(name).model, SlideInfo), *inner_parts(find_layout(name).model)]:
        named = [declared(field).zh for model in models for field in model.model_fields.values()]
        assert all(named) and len(set(named)) == len(named), [zh for zh in named if named.count(zh) > 1]


@pytest.mark.parametrize("model", [DeckInfo, SourceInfo])
def test_no_two_fields_of_a_block_share_a_name(model: type[Part]) -> None:
    named = [declared(field).zh for field in model.model_fields.values()]
    assert len(set(named)) == len(named)


def inner_parts(model: type[Part]) -> Iterator[tuple[type[Part], ...]]:
    for field in model.model_fields.values():
        for part in parts_of(field.annotation):
            yield (part,)
            yield from inner_parts(part)
