"""Words that stand on a slide twice, on two slides, or that came from a template."""

from __future__ import annotations

import pytest

from deckgen.deck import Deck

ITEMS = [{"head": "来得勤"}, {"head": "买得多"}]


def codes(*slides: dict[str, str]) -> list[str]:
    """Return the codes of what is said of slides of cards."""
    deck = Deck("复盘", lang="zh-CN")
    for fields in slides:
        deck.add("cards", **{"items": ITEMS, **fields})
    return [problem.code for problem in deck.check()]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("老客撑起了全部增长", "老客撑起了全部增长", ["same-title"]),
        ("Members carry all growth", "Members Carry All Growth.", ["same-title"]),
        ("老客撑起了全部增长", "老客撑起了一半增长", []),
        ("老客撑起了全部增长（一）", "老客撑起了全部增长（二）", []),
    ],
)
def test_titles_tell_slides_apart(first: str, second: str, found: list[str]) -> None:
    assert codes({"title": first}, {"title": second}) == found


@pytest.mark.parametrize(
    ("takeaway", "found"),
    [("老客撑起了全部增长！", ["echoed-title"]), ("老客撑起了全部增长，新客没有", []), ("下季度先给会员", [])],
)
def test_a_conclusion_is_not_the_title(takeaway: str, found: list[str]) -> None:
    assert codes({"title": "老客撑起了全部增长", "takeaway": takeaway}) == found


@pytest.mark.parametrize(
    "words",
    [
        "单击此处添加标题",
        "点击输入正文",
        "请输入您的标题",
        "此处添加内容",
        "Lorem ipsum dolor",
        "Click to add text",
        "增长XX%到XXX万",
        "TODO",
    ],
)
def test_words_of_a_template(words: str) -> None:
    assert codes({"title": "老客撑起了全部增长", "lede": words}) == ["placeholder-text"]


@pytest.mark.parametrize(
    "words",
    [
        "尺码从XL到XXL都有货",
        "点击率升了一半",
        "请输入法团队改词库",
        "单击就能下单",
        "在此处开店最稳",
        "Click to buy doubles sales",
    ],
)
def test_words_that_only_look_like_it(words: str) -> None:
    assert codes({"title": "老客撑起了全部增长", "lede": words}) == []
