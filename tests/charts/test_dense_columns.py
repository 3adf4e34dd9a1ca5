"""Groups of narrow columns: their series are named without a legend, and an axis stands in for labels without room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.charts.geometry import Guide, Label
from deckgen.charts.labels import overlaps
from deckgen.charts.model import Chart, Difference, Series, Target
from deckgen.charts.plot import plot
from tests.charts.specimens import FRAME, C, part_of, several, stated, value

YEARS = [str(year) for year in range(2017, 2025)]
_ROWS = {
    "North America": ["52", "58", "61", "66", "70", "73", "76", "80"],
    "Europe": ["31", "33", "36", "38", "41", "44", "46", "49"],
    "South Asia": ["12", "16", "22", "30", "39", "47", "58", "70"],
}
NARROW = several("column", YEARS, _ROWS, emphasis="South Asia")
DENSE = several("column", YEARS, {name: [f"1{text}0" for text in row] for name, row in _ROWS.items()})
LOSSES = several("column", YEARS, {name: [f"-{text}00.5" for text in row] for name, row in _ROWS.items()})


@pytest.mark.parametrize("chart", [NARROW, DENSE, LOSSES, replace(NARROW, target=Target(value("60"), "Goal"))])
def test_three_narrow_series_are_named_above_the_first_group(chart: Chart) -> None:
    drawn = plot(chart, FRAME._replace(width=864) if chart.target or chart is NARROW else FRAME)
    assert drawn.legend is None
    names = [some for some in drawn.overlays if isinstance(some, Label) and some.text in _ROWS]
    lines = [some for some in drawn.overlays if isinstance(some, Guide) and some.x1 == some.x2]
    assert [name.text for name in names] == list(_ROWS)
    for line, row in zip(lines, drawn.marks, strict=True):
        assert row[0] and line.x1 == pytest.approx(row[0].frame.x + row[0].frame.width / 2)
        assert line.y1 < line.y2 <= row[0].frame.y
    for name in names:
        assert FRAME.y <= name.frame.y
        assert not any(mark and overlaps(name.frame, mark.frame) for row in drawn.marks for mark in row)
        assert not any(name.frame.x < line.x1 < name.frame.right and line.y1 < name.frame.bottom for line in lines)
        dashes = [some for some in drawn.overlays if isinstance(some, Guide) and some.dash]
        assert not any(name.frame.y < dash.y1 < name.frame.bottom for dash in dashes)


def test_labels_that_find_room_need_no_axis() -> None:
    drawn = plot(NARROW, FRAME._replace(width=864))
    assert drawn.scale is None and all(mark.label.shown for row in drawn.marks for mark in row if mark)
    assert part_of(NARROW, FRAME._replace(width=864)).find(".//c:majorGridlines", C) is None


@pytest.mark.parametrize("chart", [DENSE, LOSSES])
def test_groups_too_dense_for_labels_have_an_axis_from_zero(chart: Chart) -> None:
    drawn = plot(chart, FRAME)
    assert drawn.scale and 0.0 in drawn.scale.ticks
    assert sum(mark.label.shown for row in drawn.marks for mark in row if mark) <= 4
    axis = part_of(chart).find(".//c:valAx", C)
    assert axis is not None and axis.find("c:majorGridlines", C) is not None
    assert stated(axis, "c:delete") == "0" and stated(axis, "c:majorUnit") == str(int(drawn.scale.step))
    first = drawn.marks[0][0]
    assert first and first.frame.x > FRAME.x + 24
    lengths = {
        round(mark.frame.height / abs(v.number), 6)
        for row, series in zip(drawn.marks, drawn.chart.series, strict=True)
        for mark, v in zip(row, series.values, strict=True)
        if mark and v
    }
    assert len(lengths) == 1


def test_the_numbers_of_an_axis_have_a_true_minus() -> None:
    axis = part_of(LOSSES).find(".//c:valAx/c:numFmt", C)
    assert axis is not None and axis.get("formatCode") == '0;"−"0'


def test_the_legend_of_a_combo_lists_its_columns_alone() -> None:
    columns = several("combo", YEARS, {"North America": _ROWS["Europe"], "Europe": _ROWS["South Asia"]})
    rate = Series("Rate", tuple(value(text) for text in _ROWS["Europe"]), line=True, second=True, unit="%")
    part = part_of(replace(columns, series=(*columns.series, rate)))
    hidden = [entry.get("val") for entry in part.iterfind(".//c:legend/c:legendEntry/c:idx", C)]
    assert hidden[:1] == ["2"] and not {"0", "1"} & set(hidden)


def test_the_guides_of_a_growth_arrow_reach_their_columns_beside_the_legend() -> None:
    drawn = plot(replace(NARROW, cagr=Difference("2017", "2024", "+28%")), FRAME._replace(width=864))
    assert drawn.legend
    guides = [some for some in drawn.overlays if isinstance(some, Guide)]
    assert guides and all(guide.y2 > drawn.legend.bottom for guide in guides)
    assert not any(drawn.legend.x < guide.x1 < drawn.legend.right for guide in guides)
