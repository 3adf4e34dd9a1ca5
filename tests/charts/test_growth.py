"""Growth: what a step is called, when it is a CAGR, and the arrow above the columns."""

from __future__ import annotations

from itertools import combinations

import pytest

from deckgen.charts.geometry import Arrow, Bubble, Guide, Label
from deckgen.charts.model import Difference, Target
from deckgen.charts.plot import plot
from deckgen.content.chart import Chart
from deckgen.content.growth import cagr_label, change_label, years_between
from tests.charts.specimens import FRAME, several, single, value


@pytest.mark.parametrize(
    ("start", "end", "unit", "chinese", "label"),
    [
        ("20", "230", "亿元", True, "×11.5"),
        ("20", "40", "亿元", True, "×2"),
        ("20", "27", "亿元", True, "+35%"),
        ("1,200", "1,230", "万", True, "+2.5%"),
        ("40", "39", "", True, "−2.5%"),
        ("23.5", "30.7", "%", True, "+7.2个百分点"),
        ("30.7", "23.5", "%", False, "−7.2 pp"),
        ("-12", "20", "亿元", True, "+32"),
        ("12", "-3.5", "亿元", True, "−15.5"),
    ],
)
def test_a_step_is_named_by_what_it_is(start: str, end: str, unit: str, chinese: bool, label: str) -> None:
    assert change_label(value(start), value(end), unit, chinese) == label


def test_a_cagr_counts_years_not_categories() -> None:
    assert years_between("2019年", "FY2022") == 3
    assert years_between("一季度", "2022") is None
    assert cagr_label("2019年", "2022年", value("23"), value("40")) == "CAGR 2019–22 = +20%"
    assert cagr_label("1999", "2003", value("100"), value("90")) == "CAGR 1999–2003 = −2.6%"


def _plotted(**fields: object) -> Chart:
    return Chart.model_validate(fields)


def test_labels_left_out_are_computed_and_written_ones_kept() -> None:
    data = {"2021年": 20, "2022年": 24, "2023年": 45}
    chart = _plotted(
        type="column", data=data, unit="亿元", difference={"start": "2021年", "end": "2023年"},
        cagr={"start": "2021年", "end": "2023年"},
    ).plotted("zh-CN")  # fmt: skip
    assert chart.difference == Difference("2021年", "2023年", "×2.2")
    assert chart.cagr == Difference("2021年", "2023年", "CAGR 2021–23 = +50%")
    named = _plotted(type="column", data=data, difference={"start": "2021年", "end": "2023年", "label": "翻番"})
    assert named.plotted("zh-CN").difference == Difference("2021年", "2023年", "翻番")


def test_on_stacked_columns_a_difference_is_that_of_the_totals() -> None:
    series = [{"name": "国内", "values": [20, 28]}, {"name": "海外", "values": [4, 24]}]
    step = {"start": "2021", "end": "2022"}
    chart = _plotted(type="stacked", categories=["2021", "2022"], series=series, difference=step).plotted("zh-CN")
    assert chart.difference and chart.difference.label == "×2.2"


YEARS = {"2019": "23", "2020": "25", "2021": "31", "2022": "40"}
GROWN = single("column", YEARS, cagr=Difference("2019", "2022", "CAGR 2019–22 = +20%"))
STACK = several(
    "stacked", list(YEARS), {"国内": ["20", "22", "25", "28"], "海外": ["4", "9", "16", "24"]},
    difference=Difference("2021", "2022", "+27%"), cagr=Difference("2019", "2022", "CAGR 2019–22 = +29%"),
)  # fmt: skip


def test_the_arrow_runs_above_all_columns_from_the_first_to_the_last() -> None:
    drawn = plot(GROWN, FRAME)
    (arrow,) = (overlay for overlay in drawn.overlays if isinstance(overlay, Arrow))
    first, last = drawn.bar(0, 0), drawn.bar(0, 3)
    assert first and last
    assert (arrow.x1, arrow.x2) == (first.x + first.width / 2, last.x + last.width / 2)
    tops = [mark.frame.y - drawn.label_size * 1.2 for mark in drawn.marks[0] if mark]
    assert FRAME.y <= arrow.y1 == arrow.y2 < min(tops)
    for guide in (overlay for overlay in drawn.overlays if isinstance(overlay, Guide)):
        assert guide.y1 == arrow.y1 and guide.y2 > arrow.y1


def test_two_arrows_stand_above_each_other() -> None:
    drawn = plot(STACK, FRAME)
    bubbles = [overlay.frame for overlay in drawn.overlays if isinstance(overlay, Bubble)]
    assert len(bubbles) == 2
    for one, other in combinations(bubbles, 2):
        assert one.bottom <= other.y or other.bottom <= one.y
    assert all(FRAME.x <= frame.x and frame.right <= FRAME.right for frame in bubbles)


def test_a_short_arrow_has_its_bubble_above_it() -> None:
    chart = single(
        "column", {str(2010 + n): "30" for n in range(12)}, cagr=Difference("2010", "2012", "CAGR 2010–12 = +20%")
    )
    drawn = plot(chart, FRAME)
    (arrow,) = (overlay for overlay in drawn.overlays if isinstance(overlay, Arrow))
    (bubble,) = (overlay for overlay in drawn.overlays if isinstance(overlay, Bubble))
    assert bubble.frame.bottom < arrow.y1 and bubble.frame.x >= FRAME.x


def test_the_name_of_a_target_stands_off_the_guides_of_an_arrow() -> None:
    data = dict(zip(("2019", "2020", "2021", "2022", "2023"), ("41", "48", "66", "83", "140"), strict=True))
    target = Target(value("130"), "Break-even")
    drawn = plot(single("column", data, cagr=Difference("2019", "2023", "CAGR"), target=target), FRAME)
    (name,) = (some.frame for some in drawn.overlays if isinstance(some, Label))
    guides = [some for some in drawn.overlays if isinstance(some, Guide) and not some.dash]
    assert guides and not any(name.x < some.x1 < name.right and some.y1 < name.y < some.y2 for some in guides)
