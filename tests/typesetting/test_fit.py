from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.content.run import Paragraph, Run
from deckgen.style import TextStyle
from deckgen.typesetting import Fit, Typesetter

ZH, EN = Typesetter("zh-CN"), Typesetter("en-US")
BODY = TextStyle((20, 18, 16), after=12, tight_after=6)
FIXED = TextStyle((20,))
LINE = 20 * 1.32


def fit(texts: str | list[str], ems: float, height: float = 1000, style: TextStyle = BODY, first_step: int = 0) -> Fit:
    paragraphs = [Paragraph((Run(text),)) for text in ([texts] if isinstance(texts, str) else texts)]
    return ZH.fit(paragraphs, [style], ems * 20, height, first_step=first_step)


def test_one_line_takes_one_pitch() -> None:
    assert fit("先建立信任", 6) == Fit(
        step=0,
        tight=False,
        narrowing=0,
        height=LINE,
        lines=(("先建立信任",),),
        excess=0,
        excess_chars=0,
        single=(),
        torn="",
    )


def test_a_hundredth_of_the_width_is_kept_in_reserve() -> None:
    paragraphs = [Paragraph((Run("先建立信任"),))]
    assert ZH.natural_height(paragraphs, [BODY], 100) == 2 * LINE
    assert ZH.natural_height(paragraphs, [BODY], 101.1) == LINE


def test_height_counts_spacing_between_paragraphs_only() -> None:
    style = TextStyle((20,), line=1.15, before=4, after=12)
    paragraphs = [Paragraph((Run(text),)) for text in ("一", "二", "三")]
    assert ZH.natural_height(paragraphs, [style], 100) == pytest.approx(3 * LINE * 1.15 + 2 * (4 + 12))


def test_a_larger_run_raises_its_paragraph() -> None:
    assert ZH.natural_height([Paragraph((Run("30"), Run("亿", scale=2)))], [BODY], 200) == 2 * LINE


def test_each_level_has_its_style_and_indent() -> None:
    head, point = TextStyle((20,)), TextStyle((10,), indent=20)
    paragraphs = [Paragraph((Run("一二三四五"),)), Paragraph((Run("一二三四五六七八九十"),), level=1)]
    fitted = ZH.fit(paragraphs, [head, point], 110, 200)
    assert fitted.lines == (("一二三四五",), ("一二三四五六七八", "九十"))
    assert fitted.height == pytest.approx(LINE + 2 * 13.2)


def test_spacing_is_tightened_before_text_shrinks() -> None:
    texts = ["先建立信任", "再放大流量"]
    assert (fit(texts, 8, 2 * LINE + 12).step, fit(texts, 8, 2 * LINE + 12).tight) == (0, False)
    assert (fit(texts, 8, 2 * LINE + 6).step, fit(texts, 8, 2 * LINE + 6).tight) == (0, True)
    assert (fit(texts, 8, 2 * LINE + 5).step, fit(texts, 8, 2 * LINE + 5).tight) == (1, True)


def test_first_step_lets_siblings_share_a_size() -> None:
    assert fit("先建立信任", 8, first_step=2).height == pytest.approx(16 * 1.32)


def test_what_does_not_fit_says_by_how_much() -> None:
    fitted = fit("先建立信任，再放大流量，最后补齐供应链的四个环节", 5, 2 * LINE)
    assert (fitted.step, fitted.tight) == (2, True)
    assert fitted.height == pytest.approx(4 * 16 * 1.32)
    assert fitted.excess == pytest.approx(4 * 16 * 1.32 - 2 * LINE)
    assert 6 <= fitted.excess_chars <= 13


def test_a_single_last_character_is_cured_by_narrowing() -> None:
    fitted = fit("先建立信任再放大流量吧", 10.2, style=FIXED)
    assert fitted.narrowing == 10
    assert fitted.lines == (("先建立信任再放大流", "量吧"),)
    assert fitted.single == ()


def test_punctuation_does_not_keep_a_single_character_company() -> None:
    assert fit("先建立信任再放大流量吧。", 10.2, style=FIXED).lines == (("先建立信任再放大流", "量吧。"),)


def test_a_single_last_character_is_cured_by_a_smaller_size_where_narrowing_cannot() -> None:
    texts = ["一二三四五六七八九十一", "一二三四五六七八九十", "一二三四五六七八九"]
    fitted = fit(texts, 10.2, style=TextStyle((20, 18)))
    assert (fitted.step, fitted.single) == (1, ())


def test_a_single_last_character_that_cannot_be_cured_is_reported() -> None:
    texts = ["一二三四五六七八九十一", "一二三四五六七八九十", "一二三四五六七八九"]
    assert fit(texts, 10.2, style=FIXED).single == (0,)


def test_a_paragraph_of_one_line_may_be_one_character() -> None:
    assert fit("是", 10).single == ()


def test_a_number_is_kept_with_its_unit() -> None:
    plain = ZH.wrap([Run("交易额的目标是20亿美元上下浮动")], 20, 8.6 * 20).lines
    assert plain[0].endswith("20")
    assert any("20亿美元" in line for line in fit("交易额的目标是20亿美元上下浮动", 8.6, style=FIXED).lines[0])


@pytest.mark.parametrize("number", ["62%", "10–29岁", "第5个", "3.5万人", "30亿+", "−5℃", "2022年", "US$2bn"])
def test_numbers_hardly_ever_end_up_on_two_lines(number: str) -> None:
    """Where the lines leave no choice a fault may remain; in 60 widths it does so at most 5 times."""
    text = f"我们看到的事实是{number}左右的一群人在早晨就已经打开了手机"
    widths = [tenths / 10 for tenths in range(70, 130)]
    parted = [ems for ems in widths if not any(number in line for line in fit(text, ems).lines[0])]
    assert len(parted) <= 5, parted


def test_a_short_last_word_is_avoided_in_english() -> None:
    text = "Build trust first and buy traffic when it is on"
    width = EN.width([Run(text)], 20) - 1
    assert EN.wrap([Run(text)], 20, width).lines[-1] == "on"
    assert EN.fit([Paragraph((Run(text),))], [FIXED], width, 200).lines[0][-1] == "is on"


def test_both_programs_lines_fit() -> None:
    """`“”` are wider in PowerPoint than LibreOffice's third of an em, the gap is LibreOffice's alone."""
    text = "a“b”c“d”e“f”中"
    wider = max(ZH.wrap([Run(text)], 20, 999, gap=gap).widths[0] for gap in (True, False))
    assert fit(text, wider / 20 * 1.02).height == LINE
    assert fit(text, wider / 20 * 0.995).height > LINE


@given(
    st.lists(st.text("中文字，。20亿% aB", min_size=1, max_size=30), min_size=1, max_size=4),
    st.floats(3, 30),
    st.floats(20, 300),
)
def test_a_fit_keeps_its_word(texts: list[str], ems: float, height: float) -> None:
    fitted = fit(texts, ems, height)
    assert (fitted.excess == 0) == (fitted.height <= height + 0.01)
    assert fitted.excess > 0 or fitted.excess_chars == 0
    assert ["".join(lines).replace(" ", "") for lines in fitted.lines] == [text.replace(" ", "") for text in texts]
    assert 0 <= fitted.narrowing <= ems * 20 / 4
