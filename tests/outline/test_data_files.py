"""Charts that name a CSV file say what the same charts say with their data written out."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.charts.model import Chart
from deckgen.compiler import Compiled, compile_outline
from deckgen.outline.read import parse
from deckgen.scene.items import ChartBox

SLIDE = """
deck: {{title: 季度复盘}}
slides:
  - layout: chart-takeaway
    title: 直播间收入最高
    subtitle: 各渠道收入
    source: 示例数据，2024年
    takeaways: [直播间最大]
    chart: {{type: column, unit: 万元, {data}}}
"""
TABLE = "月份,直播间,门店\n1月,50,30.5\n2月,62,28\n"
WRITTEN = "categories: [1月, 2月], series: [{name: 直播间, values: [50, 62]}, {name: 门店, values: [30.5, 28]}]"


def compiled(data: str, folder: Path) -> Compiled:
    return compile_outline(parse(SLIDE.format(data=data), "deck.yaml"), folder=folder)


def chart(data: str, folder: Path) -> Chart:
    found = compiled(data, folder)
    assert [str(problem) for problem in found.problems] == []
    (drawn,) = (item for item in found.scenes[0].items if isinstance(item, ChartBox))
    return drawn.plot.chart


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TABLE, "utf-8"),
        (TABLE, "utf-8-sig"),
        (TABLE, "gb18030"),
        (TABLE.replace(",", ";"), "utf-8"),
        (TABLE.replace(",", "\t"), "utf-8"),
        (TABLE.replace("\n", "\r\n") + "\r\n", "utf-8"),
        (TABLE.replace("62", chr(34) + "62" + chr(34)), "utf-8"),
    ],
    ids=["plain", "from Excel", "from a Chinese Excel", "semicolons", "tabs", "Windows", "quotes"],
)
def test_a_file_says_what_written_data_say(text: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "income.csv").write_bytes(text.encode(encoding))
    assert chart("file: income.csv", tmp_path) == chart(WRITTEN, tmp_path)


def test_columns_are_drawn_in_the_order_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "income.csv").write_text(TABLE, encoding="utf-8")
    assert [series.name for series in chart("file: income.csv, columns: [门店, 直播间]", tmp_path).series] == [
        "门店", "直播间",
    ]  # fmt: skip
    assert [series.name for series in chart("file: income.csv, columns: [门店]", tmp_path).series] == ["门店"]


def test_other_mistakes_of_the_slide_are_still_told(tmp_path: Path) -> None:
    found = compiled("file: nowhere.csv, colour: red", tmp_path).problems
    assert [problem.code for problem in found] == ["file-missing"], "the chart is told once, whatever else it lacks"
    found = compiled("file: nowhere.csv}\n    subtile: 各渠道收入 {", tmp_path).problems
    assert "file-missing" in [problem.code for problem in found]
