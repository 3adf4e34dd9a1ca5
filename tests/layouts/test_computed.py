"""What layouts compute from the values of an outline: rates, totals, winners."""

from __future__ import annotations

import textwrap

import pytest

import deckgen
from deckgen.compiler import Compiled, compile_outline
from deckgen.outline.read import parse
from deckgen.scene.items import Item, Shape, TableBox, TextBox
from tests.decks import NS, Package


def compiled(slide: str) -> Compiled:
    body = textwrap.indent(textwrap.dedent(slide).strip(), "    ").lstrip()
    return compile_outline(parse(f"deck: {{title: 计算}}\nslides:\n  - {body}\n", "computed.yaml"))


def items(slide: str) -> tuple[Item, ...]:
    return compiled(slide).scenes[0].items


def codes(slide: str) -> set[str]:
    return {problem.code for problem in compiled(slide).problems}


FUNNEL = """
    layout: funnel
    title: 漏斗
    source: 示例数据
    stages:
      - {label: 曝光, value: %s}
      - {label: 点击, value: %s}
      - {label: 成交, value: %s}
"""


@pytest.mark.parametrize(
    ("values", "rates", "total"),
    [(("48.0万", "19.2万", "8.6万"), ["转化40%", "转化45%"], "18%"),
     (("12.6亿", "830万", "3,200"), ["转化0.66%", "转化0.039%"], "0.00025%"),
     (("100%", "5.25%", "5.25%"), ["转化5.3%", "转化100%"], "5.3%")],
)  # fmt: skip
def test_a_funnel_prints_the_share_that_goes_on(values: tuple[str, ...], rates: list[str], total: str) -> None:
    drawn = items(FUNNEL % values)
    assert [item.plain for item in drawn if isinstance(item, TextBox) and item.role == "rate"] == rates
    assert any(isinstance(item, TextBox) and item.key == "caption" and total in item.plain for item in drawn)


def test_bars_of_a_funnel_are_as_wide_as_their_values() -> None:
    bars = [
        item.frame
        for item in items(FUNNEL % ("100", "50", "20"))
        if isinstance(item, Shape) and item.key.endswith(" bar")
    ]
    assert [round(bar.width / bars[0].width, 3) for bar in bars] == [1, 0.5, 0.2]
    assert len({round(bar.x + bar.width / 2, 3) for bar in bars}) == 1


@pytest.mark.parametrize(
    ("values", "inside"), [(("100", "80", "60"), [True, True]), (("100", "10", "1"), [True, False])]
)
def test_a_rate_stands_within_its_wedge_or_beside_it(values: tuple[str, ...], inside: list[bool]) -> None:
    drawn = items(FUNNEL % values)
    rates = [item for item in drawn if isinstance(item, TextBox) and item.role == "rate"]
    wedges = [item.frame for item in drawn if isinstance(item, Shape) and item.key.startswith("wedge")]
    assert [rate.frame.x < wedge.right for rate, wedge in zip(rates, wedges, strict=True)] == inside


TIMELINE = """
    layout: timeline
    title: 字号只在不拆开词组时才大一级
    events:
      - {date: "2022", head: 首仓试点, text: 八成订单隔夜到}
      - {date: "2023", head: 十城开通, text: %s}
      - {date: "2024", head: 全国下单, text: 覆盖三十个省份}
      - {date: "2025", head: 百万单, text: 新仓尚未动工}
"""


@pytest.mark.parametrize(("text", "size"), [("单均降到六元", 20), ("单均成本降到六元，低于同行", 18)])
def test_events_are_set_larger_only_where_that_parts_no_words(text: str, size: int) -> None:
    drawn = items(TIMELINE % text)
    event = next(item for item in drawn if isinstance(item, TextBox) and item.key == "events[1]")
    assert event.styles[-1].size(event.step) == size


def test_a_funnel_that_widens_is_a_mistake() -> None:
    assert "funnel-widens" in codes(FUNNEL % ("100", "20", "30"))
    assert "value-missing" in codes(FUNNEL % ("100", "20", '""'))


SCORECARD = """
    layout: scorecard
    title: 评分
    source: 示例数据
    options: [甲, 乙]
    criteria:
      - {name: 价格, weight: %s, scores: [4, 2]}
      - {name: 质量, weight: %s, scores: [1, 3]}
      - {name: 交期, weight: %s, scores: [2, 2]}
"""


def totals(slide: str) -> list[str]:
    table = next(item for item in items(slide) if isinstance(item, TableBox))
    return ["".join(paragraph.plain for paragraph in cell.paragraphs) for cell in table.rows[-1][-2:]]


def test_totals_are_means_by_weight_and_never_look_alike_when_they_differ() -> None:
    assert totals(SCORECARD % ("50%", "30%", "20%")) == ["2.7", "2.3"]
    assert totals(SCORECARD % ("41%", "40%", "19%")) == ["2.42", "2.40"]
    assert totals(SCORECARD.replace(" weight: %s,", "")) == ["2.3", "2.3"]


def test_weights_in_percent_add_up() -> None:
    assert "weights-sum" in codes(SCORECARD % ("50%", "30%", "30%"))
    assert "weights-sum" not in codes(SCORECARD % ("5", "3", "3"))
    assert "weight-missing" in codes(SCORECARD % ("5", "3", '""'))


def test_every_ball_stands_in_its_cell_and_says_its_score() -> None:
    drawn = items(SCORECARD % ("50%", "30%", "20%"))
    table = next(item for item in drawn if isinstance(item, TableBox))
    told = [item for item in drawn if isinstance(item, Shape) and "scores[" in item.key and item.alt]
    assert [shape.alt.partition("：")[2][0] for shape in told] == ["4", "2", "1", "3", "2", "2"]
    for shape in told:
        row, column = (int(part.partition("]")[0]) for part in shape.key.split("[")[1:3])
        top = table.frame.y + sum(table.heights[: row + 1])
        left = table.frame.x + sum(table.widths[: column + 2])
        middle = top + table.heights[row + 1] / 2
        assert abs(shape.frame.y + shape.frame.height / 2 - middle) < 0.01
        assert left < shape.frame.x and shape.frame.right < left + table.widths[column + 2]


REGIONS = """
    layout: region-map
    title: 区域
    source: 示例数据
    tiles:
      - {name: 甲, value: %s}
      - {name: 乙, value: %s}
      - {name: 丙, value: %s}
"""


def grounds(slide: str) -> list[str]:
    return [item.look.fill for item in items(slide) if isinstance(item, TextBox) and item.role == "tile"]


def test_a_region_is_shaded_by_the_fifth_of_the_range_its_value_lies_in() -> None:
    assert grounds(REGIONS % ("0", "59", "100")) == ["ramp-1", "ramp-3", "ramp-5"]
    assert grounds(REGIONS % ("0.9万", "9000", "2.1万")) == ["ramp-1", "ramp-1", "ramp-5"]
    assert grounds(REGIONS % ("7", "7", "7")) == ["ramp-3", "ramp-3", "ramp-3"]


def test_two_regions_share_no_cell() -> None:
    placed = REGIONS.replace("value: %s}", "value: 1, col: 2, row: 3}")
    assert "same-place" in codes(placed)
    assert "half-placed" in codes(placed.replace("row: 3}", "row: 3}", 1).replace(", col: 2, row: 3}", "}", 1))


@pytest.mark.parametrize(("lang", "flow"), [("zh-CN", "eaVert"), ("en-US", "vert270")])
def test_words_along_a_drawing_run_as_the_language_reads(lang: str, flow: str) -> None:
    deck = deckgen.Deck("T", lang=lang)
    deck.add("swot", title="Position", s=["one"], w=["two"], o=["three"], t=["four"])
    package = Package(deck.to_bytes())
    names = ["ppt/slides/slide1.xml", *package.named("ppt/slideLayouts/")]
    bodies = [node for name in names for node in package.xml(name).iter(f"{{{NS['a']}}}bodyPr")]
    assert [node.get("vert") for node in bodies].count(flow) == 2


@pytest.mark.parametrize(("unit", "shown"), [("h", "18 h"), ("MWh", "18 MWh"), ('"%"', "18%"), ("亿元", "18亿元")])
def test_a_space_parts_a_number_from_letters_only(unit: str, shown: str) -> None:
    drawn = items(f"""
        layout: big-number
        title: 数字
        source: 示例数据
        value: 18
        unit: {unit}
        label: 指标
    """)
    assert shown in [item.plain for item in drawn if isinstance(item, TextBox)]
