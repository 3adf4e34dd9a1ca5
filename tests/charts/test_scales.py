"""Charts of one unit on one slide measure alike."""

from __future__ import annotations

import pytest

from deckgen.charts.geometry import Arrow, Guide, Plot
from deckgen.charts.model import Chart, Difference
from deckgen.charts.scales import plots
from deckgen.frame import Frame
from tests.charts.specimens import RING, several, single

LEFT, RIGHT = Frame(48, 132, 420, 276), Frame(492, 132, 420, 276)


def _drawn(*charts: Chart, frames: tuple[Frame, Frame] = (LEFT, RIGHT)) -> list[Plot]:
    return plots(charts, frames)


def _pitches(drawn: Plot) -> list[float]:
    """Return how many points each mark takes for one unit."""
    return [
        (mark.frame.width if drawn.type == "bar" else mark.frame.height) / abs(value.number)
        for row, series in zip(drawn.marks, drawn.chart.series, strict=True)
        for mark, value in zip(row, series.values, strict=True)
        if mark and value
    ]


SMALL = single("column", {"2022": "12", "2023": "20"}, unit="亿元")
LARGE = single("column", {"2022": "130", "2023": "55"}, unit="亿元")
LOSS = single("column", {"2022": "30", "2023": "-12", "2024": "18"}, unit="亿元")
NAMED = several("column", ["华东大区", "华南"], {"去年": ["12", "9"], "今年": ["18", "30"]}, unit="亿元")
STEP = single("column", {"2022": "20", "2023": "34"}, unit="亿元", difference=Difference("2022", "2023", "+70%"))


@pytest.mark.parametrize(("one", "other"), [(SMALL, LARGE), (LOSS, LARGE), (NAMED, SMALL), (STEP, LOSS)])
def test_columns_of_one_unit_are_as_high_for_one_unit_from_one_zero_line(one: Chart, other: Chart) -> None:
    first, second = _drawn(one, other)
    assert first.maximum == second.maximum
    pitches = _pitches(first) + _pitches(second)
    assert pitches == pytest.approx([pitches[0]] * len(pitches))
    zeros = [p.inner.bottom + p.minimum * p.inner.height / (p.maximum - p.minimum) for p in (first, second)]
    assert zeros[0] == pytest.approx(zeros[1])
    assert first.label_size == second.label_size


def test_as_many_columns_are_as_broad_though_an_arrow_stands_beside_some() -> None:
    first, second = _drawn(LARGE, STEP)
    broad = [mark.frame.width for drawn in (first, second) for mark in drawn.spots.values()]
    assert broad == pytest.approx([broad[0]] * 4, abs=0.5), "gaps are whole percents"
    assert first.inner.x == LEFT.x


def test_bars_of_one_unit_are_as_long_for_one_unit() -> None:
    short, long = (single("bar", {name: "50", "日百": "24"}, unit="亿元") for name in ("生鲜", "数码家电与配件"))
    first, second = _drawn(short, long)
    pitches = _pitches(first) + _pitches(second)
    assert pitches == pytest.approx([pitches[0]] * 4)
    assert first.inner.x - LEFT.x == pytest.approx(second.inner.x - RIGHT.x)
    for drawn in (first, second):
        assert drawn.inner.right <= drawn.frame.right


def test_bars_in_unequal_frames_end_their_axes_alike() -> None:
    wide, narrow = Frame(48, 132, 494, 276), Frame(566, 132, 346, 276)
    charts = [single("bar", {"生鲜": text, "日百": "24"}, unit="亿元") for text in ("50", "90")]
    first, second = _drawn(*charts, frames=(wide, narrow))
    assert first.maximum == second.maximum >= 90


def test_the_arrow_of_a_difference_still_touches_its_levels() -> None:
    step, _ = _drawn(STEP, LARGE)
    low, high = step.bar(0, 0), step.bar(0, 1)
    arrow = next(overlay for overlay in step.overlays if isinstance(overlay, Arrow))
    assert low and high
    assert (arrow.y1, arrow.y2) == pytest.approx((low.y, high.y))


def test_other_units_and_shares_keep_scales_of_their_own() -> None:
    other = single("column", {"2022": "130"}, unit="万单")
    first, second = _drawn(SMALL, other)
    assert first.maximum != second.maximum
    ring, columns = _drawn(RING, single("column", {"a": "30"}, unit="%"))
    assert ring.type == "donut" and columns.maximum < 60


def test_labels_and_arrows_stay_in_the_frame_where_a_zero_line_moves_up() -> None:
    two_lines = single(
        "column", {"华东大区与华北大区": "100", "华南大区与西南大区": "90", "其他各大区合计": "40"}, unit="亿元"
    )
    grown = single(
        "column",
        {"2021": "60", "2022": "80", "2023": "100"},
        unit="亿元",
        cagr=Difference("2021", "2023", "CAGR = +29%"),
    )
    for drawn in _drawn(two_lines, grown):
        highest = min(mark.frame.y for row in drawn.marks for mark in row if mark)
        assert highest - drawn.label_size * 1.2 >= drawn.frame.y
        for overlay in drawn.overlays:
            top = min(overlay.y1, overlay.y2) if isinstance(overlay, Guide | Arrow) else overlay.frame.y
            assert top >= drawn.frame.y - 0.01
