"""What is drawn, and where."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from deckgen.charts.geometry import Arrow, Bubble, Guide, Label, text_width
from deckgen.charts.labels import label_frame, overlaps
from deckgen.charts.model import Chart, Difference
from deckgen.charts.plot import axis_maximum, plot
from deckgen.frame import Frame
from tests.charts.specimens import (
    AGES,
    ALL,
    CHANNELS,
    DOUBTS,
    FRAME,
    LEGENDED,
    LOSSES,
    REGIONS,
    RING,
    SHARES,
    TARGETS,
    several,
    single,
)  # fmt: skip


def _within(inner: Frame, outer: Frame) -> bool:
    return (
        inner.x >= outer.x - 0.01 and inner.y >= outer.y - 0.01
        and inner.right <= outer.right + 0.01 and inner.bottom <= outer.bottom + 0.01
    )  # fmt: skip


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("frame", [FRAME, Frame(48, 156, 864, 312), Frame(492, 156, 420, 258)])
def test_everything_stays_in_the_frame(name: str, frame: Frame) -> None:
    drawn = plot(ALL[name], frame)
    assert _within(drawn.inner, frame)
    for row in drawn.marks:
        assert all(_within(mark.frame, drawn.inner.inset(-4, -4, -4, -4)) for mark in row if mark)  # half a marker
    for overlay in drawn.overlays:
        if isinstance(overlay, Bubble | Label):
            assert _within(overlay.frame, frame), overlay


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("frame", [FRAME, Frame(48, 156, 864, 312), Frame(492, 156, 420, 258)])
def test_no_label_covers_another(name: str, frame: Frame) -> None:
    drawn = plot(ALL[name], frame)
    rows = range(len(drawn.chart.series))
    frames = [f for s in rows for c in range(len(drawn.marks[s])) if (f := label_frame(drawn, s, c))]
    frames += [overlay.frame for overlay in drawn.overlays if isinstance(overlay, Label)]
    assert not [pair for pair in combinations(frames, 2) if overlaps(*pair)]


@pytest.mark.parametrize("name", ["ages", "targets", "regions", "losses"])
def test_lengths_are_in_proportion_to_values(name: str) -> None:
    drawn = plot(ALL[name], FRAME)
    lengths = [
        (mark.frame.height if drawn.type == "column" else mark.frame.width) / abs(value.number)
        for row, series in zip(drawn.marks, drawn.chart.series, strict=True)
        for mark, value in zip(row, series.values, strict=True)
        if mark and value
    ]
    assert lengths == pytest.approx([lengths[0]] * len(lengths))


def test_labels_have_room_beyond_the_longest_bar() -> None:
    drawn = plot(replace(AGES, maximum=None), FRAME)
    bar = drawn.bar(0, 0)
    assert bar and bar.right + text_width("62%", 14, True) <= FRAME.right


def test_the_maximum_of_the_author_is_kept_and_never_cuts_a_value() -> None:
    assert plot(AGES, FRAME).maximum == 70
    assert plot(replace(AGES, maximum=50), FRAME).maximum == 62
    assert axis_maximum(AGES, FRAME) == plot(replace(AGES, maximum=None), FRAME).maximum != 70


def test_few_columns_are_not_broader_than_96_points() -> None:
    for count in (1, 2, 3, 4):
        bar = plot(single("column", {str(2020 + n): "5" for n in range(count)}), FRAME).bar(0, 0)
        assert bar and bar.width <= 96.5


@pytest.mark.parametrize(("kind", "low", "high"), [("bar", 50, 70), ("column", 60, 80)])
def test_gaps_follow_the_rule(kind: str, low: int, high: int) -> None:
    data = {str(2010 + n): "5" for n in range(6)}
    assert low <= plot(single(kind, data), FRAME).gap <= high  # type: ignore[arg-type]


def test_one_accent_and_the_rest_grey() -> None:
    drawn = plot(AGES, FRAME)
    assert [mark.fill.role for mark in drawn.marks[0] if mark] == ["accent", "grey"]
    assert [mark.label.bold for mark in drawn.marks[0] if mark] == [True, False]


def test_without_emphasis_the_last_series_is_the_accent() -> None:
    assert [[mark.fill.role for mark in row if mark] for row in plot(REGIONS, FRAME).marks] == [
        ["grey"] * 3,
        ["accent"] * 2,
    ]


def test_standing_shows_in_fill_and_word() -> None:
    marks = [mark for mark in plot(DOUBTS, FRAME).marks[0] if mark]
    assert [mark.fill.pattern for mark in marks] == ["solid", "hatched", "dashed", "hatched"]
    assert [mark.label.format_code for mark in marks] == [
        '0"%"', '0.0"%（推算）"', '0"%（存争议）"', '0"%（预测）"',
    ]  # fmt: skip
    assert {mark.fill.pattern for mark in plot(TARGETS, FRAME).marks[0] if mark} == {"outlined"}


def test_the_difference_arrow_touches_both_levels() -> None:
    drawn = plot(TARGETS, FRAME)
    low, high = drawn.bar(0, 0), drawn.bar(0, 1)
    first, second, arrow, bubble = drawn.overlays
    assert low and high
    assert isinstance(first, Guide) and isinstance(second, Guide)
    assert isinstance(arrow, Arrow) and isinstance(bubble, Bubble)
    assert (first.x1, first.y1, first.y2) == (low.right, low.y, low.y)
    assert (second.x2, second.y1, second.y2) == (high.x, high.y, high.y)
    assert (arrow.y1, arrow.y2) == (low.y, high.y)
    assert arrow.x1 == arrow.x2 == first.x2 == second.x1
    assert low.right < bubble.frame.x and bubble.frame.right < high.x


def test_a_difference_that_neighbours_cannot_hold_stands_right_of_the_columns() -> None:
    chart = single("column", {"2021": "20", "2022": "22", "2023": "23"}, difference=Difference("2021", "2023", "+15%"))
    drawn = plot(chart, FRAME)
    bubble = next(overlay for overlay in drawn.overlays if isinstance(overlay, Bubble))
    last = drawn.bar(0, 2)
    assert last and bubble.frame.x > last.right


def test_a_label_in_the_way_of_a_guide_moves_into_its_bar() -> None:
    assert [mark.label.place for mark in plot(DOUBTS, FRAME).marks[0] if mark][2] == "inEnd"


def test_a_difference_needs_its_categories() -> None:
    with pytest.raises(ValueError, match="2025"):
        plot(replace(TARGETS, difference=Difference("2022目标", "2025", "×2")), FRAME)


def test_long_names_turn_columns_into_bars() -> None:
    names = ["Europe, Middle East and Africa", "North America and Caribbean", "Asia Pacific"]
    drawn = plot(single("column", dict(zip(names, "912", strict=True))), FRAME)
    assert drawn.type == "bar"


def test_negative_values_hang_from_zero() -> None:
    drawn = plot(LOSSES, FRAME)
    gain, loss = drawn.bar(0, 0), drawn.bar(0, 1)
    assert drawn.minimum < 0 and gain and loss
    assert loss.y == pytest.approx(gain.bottom)


def test_shares_given_as_categories_become_segments_of_one_bar() -> None:
    drawn = plot(SHARES, FRAME)
    assert [series.name for series in drawn.chart.series] == ["短视频", "直播"]
    first, second = drawn.bar(0, 0), drawn.bar(1, 0)
    assert first and second
    assert first.right == pytest.approx(second.x)
    assert first.width / second.width == pytest.approx(70 / 30)
    assert all(mark.label.named for row in drawn.marks for mark in row if mark)
    assert "月GMV百万美元级" in [overlay.text for overlay in drawn.overlays if isinstance(overlay, Label)]


def test_names_stand_in_the_first_of_several_bars() -> None:
    drawn = plot(CHANNELS, FRAME)
    assert [[mark.label.named for mark in row if mark] for row in drawn.marks] == [[True, False]] * 2


def test_narrow_segments_are_named_above_without_touching() -> None:
    data = {"搜索": "55", "信息流": "30", "短视频": "9", "直播": "4", "其他渠道": "2"}
    labels = [o for o in plot(single("stacked100", data, unit="%"), FRAME).overlays if isinstance(o, Label)]
    assert [label.text for label in labels] == ["搜索", "信息流", "短视频", "直播 4%", "其他渠道 2%"]
    for index, one in enumerate(labels):
        for other in labels[index + 1 :]:
            a, b = one.frame, other.frame
            assert a.right <= b.x + 0.01 or b.right <= a.x or a.y >= b.bottom - 0.01 or b.y >= a.bottom - 0.01


def test_three_series_are_named_on_their_marks_and_four_in_a_legend() -> None:
    assert plot(REGIONS, FRAME).legend is None
    drawn = plot(LEGENDED, FRAME)
    assert drawn.legend
    assert (drawn.legend.x, drawn.legend.y) == (FRAME.x, FRAME.y)
    assert len({mark.fill.role for row in drawn.marks for mark in row if mark}) == 4


def test_a_ring_names_its_parts_outside_and_its_whole_inside() -> None:
    drawn = plot(RING, FRAME)
    video, live, whole = (overlay for overlay in drawn.overlays if isinstance(overlay, Label))
    middle = drawn.inner.x + drawn.inner.width / 2
    assert live.frame.right < middle < video.frame.x
    assert whole.frame.x + whole.frame.width / 2 == pytest.approx(middle)
    assert drawn.inner.width == drawn.inner.height


def test_no_text_is_smaller_than_12_points() -> None:
    crowded: list[Chart] = [
        single("bar", {f"类目{n}": "5" for n in range(16)}),
        several("column", [str(2008 + n) for n in range(16)], {"甲": ["5"] * 16, "乙": ["1234567"] * 16}),
    ]
    for chart in crowded:
        drawn = plot(chart, FRAME)
        assert min(drawn.label_size, drawn.category_size) >= 12
