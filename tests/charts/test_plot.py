"""What is drawn, and where."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest

from deckgen.charts.geometry import Arrow, Bubble, Guide, Label, Note, text_width
from deckgen.charts.labels import covered, label_frame, overlaps
from deckgen.charts.model import Chart, ChartType, Difference, Target
from deckgen.charts.plot import axis_maximum, plot
from deckgen.frame import Frame
from tests.charts.specimens import (
    AGES,
    AIMED,
    AIMS,
    ALL,
    CHANNELS,
    CLOSE,
    DAYS,
    DOUBTS,
    FRAME,
    LEGENDED,
    LONG_PARTS,
    LOSSES,
    MARGIN,
    MONTHS,
    PARTS,
    RANKED,
    REGIONS,
    RING,
    SHARES,
    TARGETS,
    TREND,
    several,
    single,
    value,
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
        if isinstance(overlay, Bubble | Label | Note):
            assert _within(overlay.frame, frame), overlay


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("frame", [FRAME, Frame(48, 156, 864, 312), Frame(492, 156, 420, 258)])
def test_no_label_covers_another(name: str, frame: Frame) -> None:
    drawn = plot(ALL[name], frame)
    frames = [found for spot in drawn.spots if (found := label_frame(drawn, spot))]
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
def test_gaps_follow_the_rule(kind: ChartType, low: int, high: int) -> None:
    data = {str(2010 + n): "5" for n in range(6)}
    assert low <= plot(single(kind, data), FRAME).gap <= high


def test_one_accent_and_the_rest_grey() -> None:
    drawn = plot(AGES, FRAME)
    assert [mark.fill.role for mark in drawn.marks[0] if mark] == ["accent", "grey"]
    assert [mark.label.bold for mark in drawn.marks[0] if mark] == [True, False]


def test_where_nothing_is_emphasised_all_steps_back() -> None:
    drawn = plot(replace(AGES, emphasis="none"), FRAME)
    assert [(mark.fill.role, mark.label.bold) for mark in drawn.marks[0] if mark] == [("grey", False)] * 2


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
    loss_label = drawn.marks[0][1]
    assert loss_label and loss_label.label.format_code == '0.0;"−"0.0'


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


def test_parts_that_are_followed_from_bar_to_bar_differ_in_shade() -> None:
    data = {"视频": ["61", "48"], "平台": ["24", "33"], "网站": ["8", "9"], "门店": ["7", "10"]}
    drawn = plot(several("stacked100", ["18–24", "25–34"], data, unit="%", emphasis="视频"), FRAME)
    assert [row[1].fill.role for row in drawn.marks if row[1]] == ["accent", "grey", "grey-tint", "grey-deep"]


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


def test_the_forecast_of_a_line_is_a_dashed_line_of_its_own_that_starts_at_the_last_fact() -> None:
    drawn = plot(TREND, FRAME)
    assert [series.name for series in drawn.chart.series] == ["国内", "国内（预测）", "海外", "海外（预测）"]
    tail = drawn.chart.series[3]
    assert [value.text if value else None for value in tail.values] == [None, None, None, "68", "88"]
    assert [mark.fill.pattern for mark in drawn.marks[3] if mark] == ["solid", "dashed"]
    assert drawn.marks[3][4] and drawn.marks[3][4].label.named


def test_the_line_to_look_at_is_the_accent_and_thicker() -> None:
    drawn = plot(TREND, FRAME)
    widths = [trace.width for trace in drawn.traces if trace]
    roles = [next(mark.fill.role for mark in row if mark) for row in drawn.marks]
    assert roles == ["grey", "grey", "accent", "accent"]
    assert widths[2] == widths[3] > widths[0] == widths[1]


def test_two_lines_that_step_back_differ_in_shade_and_their_labels_with_them() -> None:
    lines = several(
        "line", ["2022", "2023", "2024"], {"甲": ["9", "8", "7"], "乙": ["3", "8", "9"], "丙": ["1", "5", "12"]}
    )
    drawn = plot(lines, FRAME)
    looks = [{(mark.fill.role, mark.label.color) for mark in row if mark} for row in drawn.marks]
    assert looks == [{("grey", "muted")}, {("grey-deep", "text")}, {("accent", "accent-text")}]


def test_of_many_months_the_first_and_the_last_are_named() -> None:
    for chart in (MONTHS, DAYS):
        named = plot(chart, FRAME).named
        assert named[0] == 0 and named[-1] == 23
        assert 4 <= len(named) < 24


def test_lines_of_close_values_do_not_start_at_zero_and_bars_always_do() -> None:
    assert plot(CLOSE, FRAME).minimum > 0
    assert plot(replace(CLOSE, type="column"), FRAME).minimum == 0


def test_ends_of_lines_are_named_in_the_order_of_their_values() -> None:
    drawn = plot(CLOSE, FRAME)
    ends = {drawn.chart.series[s].name: frame.y for s in range(3) if (frame := label_frame(drawn, (s, 2)))}
    assert sorted(ends, key=ends.__getitem__) == ["甲", "乙", "丙"]


def test_stacks_end_in_their_sums() -> None:
    drawn = plot(PARTS, FRAME)
    assert drawn.totals and [value.text for value in drawn.totals.values if value] == ["47", "56", "35", "74.5"]
    tops = [min(mark.frame.y for mark in drawn.standing(c).values()) for c in range(4)]
    heights = [
        (drawn.inner.bottom - top) / value.number for top, value in zip(tops, drawn.totals.values, strict=True) if value
    ]
    assert heights == pytest.approx([heights[0]] * 4)


def test_stacks_with_long_names_lie() -> None:
    assert plot(LONG_PARTS, FRAME).type == "stacked-bar"
    assert plot(PARTS, FRAME).type == "stacked"


def test_bars_that_do_not_fit_become_one() -> None:
    drawn = plot(RANKED, FRAME)
    assert drawn.chart.categories[0] == "省份30" and drawn.chart.categories[-1] == "其他"
    assert "省份2" in drawn.chart.categories
    assert sum(value.number for value in drawn.chart.series[0].values if value) == sum(range(1, 31))
    few = plot(replace(RANKED, top=5), FRAME).chart.categories
    assert few == ("省份30", "省份29", "省份28", "省份27", "省份2", "其他")


def test_what_an_arrow_leads_to_is_never_among_the_others() -> None:
    ends = Difference("省份3", "省份1", "−2")
    assert plot(replace(RANKED, top=3, difference=ends), FRAME).chart.categories == ("省份3", "省份2", "省份1", "其他")


def test_rates_are_never_summed() -> None:
    rates = plot(replace(RANKED, unit="%"), FRAME)
    assert "其他" not in rates.chart.categories and len(rates.chart.categories) == 30


def test_a_line_on_the_second_axis_runs_above_the_columns() -> None:
    drawn = plot(MARGIN, FRAME)
    columns = min(mark.frame.y for mark in drawn.marks[0] if mark)
    assert max(mark.frame.bottom for mark in drawn.marks[1] if mark) < columns
    assert drawn.second and drawn.second[0] < 7.7 and drawn.second[1] == 8.4
    assert plot(AIMS, FRAME).second is None


@pytest.mark.parametrize("name", ["noted", "aimed"])
@pytest.mark.parametrize("frame", [FRAME, Frame(48, 156, 864, 312), Frame(492, 156, 420, 258)])
def test_callouts_cover_nothing(name: str, frame: Frame) -> None:
    drawn = plot(ALL[name], frame)
    notes = [overlay.frame for overlay in drawn.overlays if isinstance(overlay, Note)]
    assert len(notes) == len(ALL[name].callouts)
    taken = list(covered(drawn))
    for note in notes:
        assert not [some for some in taken if some != note and overlaps(note.inset(1, 1, 1, 1), some)]


def test_the_target_lies_at_its_level() -> None:
    drawn = plot(AIMED, FRAME)
    line = next(overlay for overlay in drawn.overlays if isinstance(overlay, Guide) and overlay.dash)
    assert line.y1 == line.y2 == pytest.approx(drawn.inner.bottom - 70 / drawn.maximum * drawn.inner.height)
    name = next(overlay for overlay in drawn.overlays if isinstance(overlay, Label) and "目标" in overlay.text)
    assert name.text == "年度目标 70"


def test_no_label_stays_where_the_target_or_its_name_would_cross_it() -> None:
    chart = single("column", {"一季度": "64", "二季度": "90", "三季度": "69"}, target=Target(value("70"), "年度目标"))
    drawn = plot(chart, FRAME)
    y = drawn.inner.bottom - 70 / drawn.maximum * drawn.inner.height
    frames = {spot: label_frame(drawn, spot) for spot in drawn.spots}
    assert not any(frame and frame.y < y < frame.bottom for frame in frames.values())
    assert frames[0, 1] and drawn.spots[0, 1].label.place == "outEnd", "far above the line"
    assert drawn.spots[0, 2].label.place == "inEnd", "just below it"


def _random_chart(dice: random.Random) -> Chart:
    kinds: list[ChartType] = ["line", "column", "bar", "stacked", "area", "slope", "stacked100", "combo"]
    kind = dice.choice(kinds)
    count = 2 if kind == "slope" else dice.randint(2, 12)
    if kind in ("line", "area", "combo", "column") and dice.random() < 0.5:
        count, times = dice.randint(2, 24), True
    else:
        times = False
    names = [f"2024年{n + 1}月" for n in range(count)] if times else dice.choice([
        [f"{2024 - count + n}" for n in range(count)],
        [f"第{n + 1}号区域事业部" for n in range(count)], [f"Region {n} and others" for n in range(count)],
    ])  # fmt: skip
    low = 0 if kind in ("stacked", "area", "stacked100") else dice.choice([0, 0, -50, 900])
    series = {
        f"{dice.choice(['直播', 'North America', '短视频与图文'])}{n}": [
            str(dice.randint(low, 1000)) for _ in range(count)
        ]
        for n in range(dice.randint(2 if kind == "combo" else 1, 5))
    }
    chart = several(kind, names, series, unit=dice.choice(["", "%", "万元"]))
    if kind == "combo":
        rows = [replace(row, line=n == 0, second=n == 0 and low == 900) for n, row in enumerate(chart.series)]
        chart = replace(chart, series=tuple(rows))
    if kind in ("line", "column", "bar") and count > 3:
        rows = [
            replace(row, values=(*row.values[:-1], replace(last, status="forecast")))
            for row in chart.series
            if (last := row.values[-1])
        ]
        chart = replace(chart, series=tuple(rows))
    return chart


@pytest.mark.parametrize("seed", range(150))
def test_no_label_of_any_chart_covers_another(seed: int) -> None:
    dice = random.Random(seed)
    chart = _random_chart(dice)
    frame = dice.choice([FRAME, Frame(48, 156, 864, 312), Frame(492, 156, 420, 258)])
    drawn = plot(chart, frame)
    frames = [found for spot in drawn.spots if (found := label_frame(drawn, spot))]
    frames += [overlay.frame for overlay in drawn.overlays if isinstance(overlay, Label)]
    assert not [pair for pair in combinations(frames, 2) if overlaps(*pair)]
    assert all(_within(some, frame.inset(-1, -1, -1, -1)) for some in frames)
