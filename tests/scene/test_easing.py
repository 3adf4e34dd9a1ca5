"""Lines end between words where a slightly narrower text lets them."""

from __future__ import annotations

import pytest

from deckgen.scene.easing import eased, eased_together, parting
from deckgen.scene.page import Page
from deckgen.scene.setting import Setting, SlideFacts
from deckgen.theme import load_theme, type_scale
from deckgen.typesetting import Typesetter

THEME = load_theme("clarity")
TYPESETTER = Typesetter("zh-CN", THEME.fonts["latin"], THEME.fonts["latin_heads"])
PAGE = Page(
    Setting("zh-CN", THEME, type_scale("zh-CN"), TYPESETTER, "", ""), SlideFacts("slides[0]", "a", 1, None, {}), None
)
BODY = PAGE.style("body")
TEXT = "仓库提前备货，三天之内送到消费者手里"


def lines(text: str, width: float) -> tuple[str, ...]:
    return tuple(TYPESETTER.wrap(PAGE.runs(text), BODY.sizes[0], width).lines)


@pytest.mark.parametrize(
    ("width", "plain", "better"),
    [
        (260, ("仓库提前备货，三天之内送到消", "费者手里"), ("仓库提前备货，三天之内送到", "消费者手里")),
        (160, ("仓库提前备货，三", "天之内送到消费者", "手里"), ("仓库提前备货，", "三天之内送到消", "费者手里")),
    ],
)
def test_a_text_is_narrowed_to_break_between_words(
    width: float, plain: tuple[str, ...], better: tuple[str, ...]
) -> None:
    assert lines(TEXT, width) == plain
    narrowed = eased(TEXT, BODY, PAGE, width)
    assert width - 2.5 * BODY.sizes[0] <= narrowed < width
    assert lines(TEXT, narrowed) == better


def test_it_is_left_alone_on_one_line_and_where_it_may_not_be_narrower() -> None:
    assert eased(TEXT, BODY, PAGE, 600) == 600
    assert eased(TEXT, BODY, PAGE, 260, least=260) == 260


def test_texts_of_one_box_take_one_width_and_no_further_line() -> None:
    texts = [TEXT, "客服团队当天回复每一位消费者的问题"]
    narrowed = eased_together(texts, BODY, PAGE, 220)
    assert narrowed < 220
    assert [len(lines(text, narrowed)) for text in texts] == [len(lines(text, 220)) for text in texts]


def test_line_ends_cost_nothing_after_a_pause_and_something_where_they_part_words() -> None:
    assert parting(TEXT, BODY, PAGE, 600) == 0
    assert parting("仓库提前备货，三天之内送到", BODY, PAGE, 160) == 0
    assert parting("仓库提前备货三天之内送到", BODY, PAGE, 160) > 0


@pytest.mark.parametrize("width", [150, 160, 170, 180])
def test_no_number_is_parted_from_its_unit_for_the_sake_of_a_word(width: float) -> None:
    text = "每单成本从9元降到6元"
    assert "从9|元" not in "|".join(lines(text, eased(text, BODY, PAGE, width)))
