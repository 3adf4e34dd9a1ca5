"""Titles held against the data of their charts."""

from __future__ import annotations

import pytest

from deckgen.compiler import compile_outline
from deckgen.outline.read import parse

FALLING = {"2021年": 30, "2022年": 25, "2023年": 20}
RISING = {"2021年": 20, "2022年": 23, "2023年": 28}
FALLING_EN = {"2021": 30, "2022": 25, "2023": 20}
RISING_EN = {"2021": 20, "2022": 25, "2023": 41}
SALES = "年度销售额，单位：亿元"
REVENUE = "Revenue by year, EUR m"


def told(title: str, data: dict[str, float], subtitle: str, unit: str = "") -> list[tuple[str, str]]:
    """Return code and message of what is said of a title above a chart of columns."""
    values = ", ".join(f"'{name}': {value}" for name, value in data.items())
    chart = f"{{type: column, data: {{{values}}}, unit: '{unit}'}}"
    return found(title, chart, subtitle)


def found(title: str, chart: str, subtitle: str) -> list[tuple[str, str]]:
    """Return code and message of what is said of a title above a chart."""
    slide = f'title: "{title}", subtitle: "{subtitle}", chart: {chart}, takeaways: [门店关了三成], source: 示例数据'
    outline = f"deck: {{title: 复盘}}\nslides:\n  - {{layout: chart-takeaway, {slide}}}\n"
    problems = compile_outline(parse(outline, "a.yaml")).problems
    assert all(problem.severity == "warning" for problem in problems)
    return [(problem.code, problem.message) for problem in problems if problem.code.startswith("title-")]


@pytest.mark.parametrize(
    ("title", "data", "subtitle"),
    [
        ("销售额连续三年增长", FALLING, SALES),
        ("三年来销售额持续上升", FALLING, SALES),
        ("销售额下滑，团队压力加大", RISING, SALES),
        ("连续增长", FALLING, SALES),
        ("会员复购率大幅提升", {"一月": 40, "二月": 35}, "会员复购率，单位：%"),
        ("改版后退货率下降", {"改版前": 6, "改版后": 9}, "退货率"),
        ("Revenue grew for three years", FALLING_EN, REVENUE),
        ("Sales in the north fell", {"Q1": 3, "Q2": 4, "Q3": 6}, "Sales, EUR m"),
        ("Repeat purchases have steadily declined", {"Jan": 30, "Feb": 33, "Mar": 37}, "Repeat purchases"),
    ],
)
def test_data_that_go_the_other_way(title: str, data: dict[str, float], subtitle: str) -> None:
    assert [code for code, _ in told(title, data, subtitle)] == ["title-against-data"]


@pytest.mark.parametrize(
    ("title", "data", "subtitle", "computed"),
    [
        ("销售额翻倍", RISING, SALES, "增长40%"),
        ("销售额增长60%", RISING, SALES, "增长40%"),
        ("销售额减半", {"2021年": 30, "2023年": 22}, SALES, "下降26.7%"),
        ("Revenue has more than doubled", {"2021": 30, "2022": 35, "2023": 40}, REVENUE, "33.3%"),
        ("Costs fell by 30%", {"2021": 30, "2022": 29, "2023": 27}, "Costs in EUR m", "10%"),
    ],
)
def test_figures_the_data_do_not_bear_out(title: str, data: dict[str, float], subtitle: str, computed: str) -> None:
    ((code, message),) = told(title, data, subtitle)
    assert code == "title-against-figures"
    assert computed in message


@pytest.mark.parametrize(
    ("title", "data", "subtitle"),
    [
        ("销售额不再增长", FALLING, SALES),
        ("销售额停止增长", FALLING, SALES),
        ("销售额增速放缓", FALLING, SALES),
        ("销售额降幅收窄", FALLING, SALES),
        ("销售额要重回增长", FALLING, SALES),
        ("销售额有望增长", FALLING, SALES),
        ("销售额为何下降？", RISING, SALES),
        ("成本下降，利润上升", FALLING, "年度成本"),
        ("成本上升吃掉利润", FALLING, "年度利润"),
        ("销售成本上升", FALLING, SALES),
        ("增长靠会员", FALLING, SALES),
        ("2023年销售额同比增长", FALLING, SALES),
        ("2022年销售额增长", FALLING, SALES),
        ("四季度销售额增长", {"Q1": 30, "Q2": 20, "Q3": 22, "Q4": 28}, SALES),
        ("销售额增长", {"华东": 30, "华南": 20}, SALES),
        ("销售额持续增长", {"2021年": 12, "2022年": 10, "2023年": 8}, "销售额增速，单位：%"),
        ("销售额增长40%", RISING, SALES),
        ("销售额一年增长22%", RISING, SALES),
        ("销售额年均增长18%", RISING, SALES),
        ("复购率提升8个百分点", {"2021年": 30, "2022年": 38}, "会员复购率"),
        ("复购率提升8%", {"2021年": 30, "2022年": 38}, "会员复购率"),
        ("Revenue growth slowed", FALLING_EN, REVENUE),
        ("Revenue stops falling", RISING_EN, REVENUE),
        ("Revenue did not fall", RISING_EN, REVENUE),
        ("Revenue doubled", RISING_EN, REVENUE),
        ("Prices rose and volumes fell", FALLING_EN, "Volumes"),
        ("Cost of revenue rose", FALLING_EN, REVENUE),
        ("How revenue grew", FALLING_EN, REVENUE),
    ],
)
def test_what_may_be_true_is_left_alone(title: str, data: dict[str, float], subtitle: str) -> None:
    assert told(title, data, subtitle) == []


SEVERAL = (
    "{type: line, categories: [Q1, Q2, Q3],"
    " series: [{name: 直播, values: [30, 25, 20]}, {name: 门店, values: [10, 12, 13]}]"
)


@pytest.mark.parametrize(
    ("title", "more", "codes"),
    [
        ("直播收入连续增长", "", ["title-against-data"]),
        ("门店收入连续增长", "", []),
        ("收入连续增长", "", []),
        ("收入连续增长", ", emphasis: 直播", ["title-against-data"]),
    ],
)
def test_of_several_series_the_named_or_the_strong_one_counts(title: str, more: str, codes: list[str]) -> None:
    assert [code for code, _ in found(title, f"{SEVERAL}{more}}}", "各渠道收入")] == codes
