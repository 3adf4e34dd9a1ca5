"""What a break between two characters costs."""

from __future__ import annotations

import pytest

from deckgen.typesetting.phrases import AFTER_PAUSE, INSIDE_WORD, phrase_cost


@pytest.mark.parametrize(
    "text", ["卖不到三/成就只留砂色一款", "涨了两/倍", "一/百二十次访谈", "门店开到十/二家", "市/场"]
)
def test_numbers_and_words_stay_whole(text: str) -> None:
    assert phrase_cost(text.replace("/", ""), text.index("/")) == INSIDE_WORD


def test_a_break_after_a_number_with_its_unit_is_no_worse_than_elsewhere() -> None:
    assert phrase_cost("卖不到三成就只留砂色一款", 5) < INSIDE_WORD
    assert phrase_cost("卖不到三成，就只留一款", 6) == AFTER_PAUSE
