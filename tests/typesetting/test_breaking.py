"""Text in, lines out: sixteen-point text in boxes measured in ems, so that ten ems hold ten Han characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.content.run import Run
from deckgen.typesetting import Typesetter

SIZE = 16
ZH = Typesetter("zh-CN")


def lines(text: str, ems: float, *, gap: bool = True, bold: bool = False) -> list[str]:
    return list(ZH.wrap([Run(text)], SIZE, ems * SIZE, gap=gap, bold=bold).lines)


def test_chinese_breaks_between_any_two_characters() -> None:
    assert lines("先建立信任再放大流量", 4) == ["先建立信", "任再放大", "流量"]


def test_text_that_fits_stays_on_one_line() -> None:
    assert lines("先建立信任", 5) == ["先建立信任"]


def test_empty_text_is_one_empty_line() -> None:
    assert lines("", 5) == [""]
    assert ZH.wrap((), SIZE, 80).lines == ("",)


@pytest.mark.parametrize("mark", "，。；：！？、）》”’·％」")
def test_no_line_begins_with_a_closing_mark(mark: str) -> None:
    assert lines(f"先建立信任{mark}再放大", 5) == ["先建立信", f"任{mark}再放大"]


@pytest.mark.parametrize("mark", "（《“‘「￥")
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    assert lines(f"先建立信{mark}任再放大", 5, gap=False) == ["先建立信", f"{mark}任再放大"]


def test_several_marks_hold_together() -> None:
    assert lines("他说“先做。”再看", 6) == ["他说“先", "做。”再看"]


def test_a_dash_of_two_characters_is_never_split() -> None:
    assert lines("先建立信——再放大流量", 5) == ["先建立信", "——再放大", "流量"]


def test_latin_words_and_numbers_stay_whole() -> None:
    assert lines("渠道TikTok值得", 4.5) == ["渠道", "TikTok值", "得"]
    assert lines("合计1,000.5元", 3.5) == ["合计", "1,000.5", "元"]
    assert lines("约占62.5%，其余", 4.2) == ["约占", "62.5%，", "其余"]


def test_a_number_may_part_from_its_unit_as_the_programs_do() -> None:
    assert lines("目标20亿美元", 3.5) == ["目标20", "亿美元"]


def test_words_break_after_hyphens_and_between_spaces() -> None:
    assert lines("a state-of-the-art design", 5) == ["a state-of-", "the-art", "design"]
    assert lines("input/output", 20) == ["input/output"]
    assert lines("don’t stop", 3.4) == ["don’t", "stop"]


def test_a_word_longer_than_the_line_is_broken_by_force() -> None:
    broken = lines("incomprehensibilities", 4)
    assert len(broken) == 3
    assert "".join(broken) == "incomprehensibilities"


def test_spaces_vanish_at_the_end_of_a_line() -> None:
    wrapped = ZH.wrap([Run("one two")], SIZE, 30)
    assert wrapped.lines == ("one", "two")
    assert wrapped.widths == (ZH.wrap([Run("one")], SIZE, 99).widths[0], ZH.wrap([Run("two")], SIZE, 99).widths[0])


def test_a_newline_forces_a_break() -> None:
    assert lines("先建立信任，\n再放大流量", 20) == ["先建立信任，", "再放大流量"]
    assert ZH.wrap([Run("一\n二"), Run("三\n", bold=True)], SIZE, 99).lines == ("一", "二三", "")


def test_the_gap_counts_between_han_and_latin() -> None:
    tight = ZH.wrap([Run("用TikTok卖")], SIZE, 99, gap=False).widths[0]
    spaced = ZH.wrap([Run("用TikTok卖")], SIZE, 99, gap=True).widths[0]
    assert spaced - tight == pytest.approx(2 * 0.24 * SIZE)


def test_a_line_end_needs_no_gap() -> None:
    assert ZH.wrap([Run("先建立信任TikTok")], SIZE, 5 * SIZE).widths[0] == 5 * SIZE


def test_quotation_marks_are_one_em_in_chinese_only() -> None:
    assert ZH.width([Run("说“信任”")], 10) == 50
    assert ZH.width([Run("a“trust”")], 10) < 35


def test_bold_latin_is_wider() -> None:
    regular, bold = Run("Live commerce"), Run("Live commerce", bold=True)
    assert ZH.width([bold], 10) == ZH.width([regular], 10, bold=True) > ZH.width([regular], 10) * 1.04


def test_runs_of_different_weight_break_as_one_text() -> None:
    assert ZH.wrap([Run("约占"), Run("62", bold=True), Run("%，其余")], SIZE, 4 * SIZE).lines == (
        "约占",
        "62%，",
        "其余",
    )


def test_marks_and_scaled_runs_count_their_size() -> None:
    assert ZH.width([Run("大"), Run("①", mark=True)], 10) == pytest.approx(16.6)
    assert ZH.width([Run("大"), Run("万", scale=0.45)], 10) == pytest.approx(14.5)


def test_latin_quotation_follows_the_latin_rules_of_libreoffice() -> None:
    """Seen in LibreOffice 7.4: where a line overflows inside quoted Latin, the character before the quote goes too."""
    assert lines("一二三四五六中“TikTok”中", 9.6) == ["一二三四五六", "中“TikTok”中"]
    assert lines("一二三四五六中“TikTok”中", 8.3) == ["一二三四五六中", "“TikTok”中"]
    assert lines("一二三四五六中“TikTok”中", 9.6, gap=False) == ["一二三四五六中", "“TikTok”中"]


def test_libreoffice_tears_a_word_before_two_closing_marks() -> None:
    assert lines("一二三四五六中（F036）；中", 12) == ["一二三四五六中（F03", "6）；中"]
    assert lines("一二三四五六中（F036）；中", 12, gap=False) == ["一二三四五六中", "（F036）；中"]


@given(
    st.text("中文字，。“”（）—…①→ aB1%+-.–’\n", max_size=40),
    st.floats(1, 30),
    st.booleans(),
)
def test_nothing_is_lost_and_no_line_is_too_long(text: str, ems: float, gap: bool) -> None:
    wrapped = ZH.wrap([Run(text)], SIZE, ems * SIZE, gap=gap)
    assert "".join(wrapped.lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    for line, width in zip(wrapped.lines, wrapped.widths, strict=True):
        assert width <= ems * SIZE + 0.01 or len(line.replace(" ", "")) == 1


@given(st.lists(st.text("中文，。 aB1%", min_size=1, max_size=6), min_size=1, max_size=6), st.floats(2, 20))
def test_runs_of_one_weight_break_like_one_run(parts: list[str], ems: float) -> None:
    whole = ZH.wrap([Run("".join(parts))], SIZE, ems * SIZE, gap=False)
    assert ZH.wrap([Run(part) for part in parts], SIZE, ems * SIZE, gap=False).lines == whole.lines


@given(
    st.text("中文字，。“”（）—…①→ aB1%+-.–’", max_size=40),
    st.lists(st.floats(1, 30), min_size=2, max_size=12),
    st.booleans(),
)
def test_a_text_asked_again_breaks_as_if_it_were_asked_first(text: str, widths: list[float], gap: bool) -> None:
    """Lines are kept for all limits at which they stay the same; neighbours of each width are the ones that might not."""
    known = Typesetter("zh-CN")
    for ems in (near for width in widths for near in (width, width * 0.99, width * 1.004)):
        fresh = Typesetter("zh-CN").wrap([Run(text)], SIZE, ems * SIZE, gap=gap)
        assert known.wrap([Run(text)], SIZE, ems * SIZE, gap=gap) == fresh
