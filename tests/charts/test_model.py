"""The alt text says type, conclusion and key values."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.model import describe
from tests.charts.specimens import AGES, TARGETS, single


def test_a_chinese_description() -> None:
    assert describe(AGES, "年轻人占多数。") == "条形图：年轻人占多数。10–29岁 62%，50岁以上 7.1%。"


def test_a_plan_and_its_difference_are_told() -> None:
    assert describe(TARGETS, "目标翻十余倍") == (
        "柱形图：目标翻十余倍。2022目标 20亿美元（目标），2023目标 230亿美元（目标），2022目标→2023目标 ×11.5（推算）。"
    )


def test_an_english_description() -> None:
    chart = single("donut", {"Video": "70", "Live": "30"}, unit="%", lang="en-US")
    assert describe(chart, "Live is 30%") == "Donut chart: Live is 30%. Video 70%, Live 30%."


def test_of_many_values_the_telling_ones_are_told() -> None:
    chart = single("bar", {f"c{n}": str(n) for n in range(1, 13)}, emphasis="c5")
    assert describe(replace(chart, lang="en-US"), "") == "Bar chart: c1 1, c5 5, c12 12."
