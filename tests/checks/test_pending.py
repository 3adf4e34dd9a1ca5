"""What counts as something left to be decided, and what does not."""

from __future__ import annotations

import pytest

from deckgen.deck import Deck


def pending(*cells: str, lang: str = "en-US") -> list[str]:
    """Return what is said of a table with these cells in its last column."""
    deck = Deck("Autumn plan", lang=lang)
    rows = [["Same-day returns", cell] for cell in cells]
    deck.add("table", title="Each move has an owner", columns=["Move", "Owner"], rows=rows, source="Example data")
    return [problem.message for problem in deck.check() if problem.code == "pending"]


@pytest.mark.parametrize(
    "words",
    [
        "TBD", "tbc", "TBA", "To be decided", "to be confirmed", "(to be determined)", "not yet decided", "XX", "???", "**TBD**",
        "待定", "待补", "待补充", "待填写", "待确认", "（待定）", "未定", "尚未确定", "？？",
    ],
)  # fmt: skip
def test_a_cell_that_says_nothing_else(words: str) -> None:
    assert pending(words, "Lin Zhixia") == ["Slide 1: “rows” leaves 1 cell to be decided."]


@pytest.mark.parametrize(
    "words",
    [
        "To be decided by the board on 5 May", "Sizes XS to XXL", "Open", "?", "n/a", "—", "", "XL", "Ready?",
        "待客户确认交期", "三项待定事项", "何川（5月前定）", "已确认",
    ],
)  # fmt: skip
def test_a_cell_that_says_more(words: str) -> None:
    assert pending(words, "Lin Zhixia") == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh-CN", "第 1 页「rows」（行动）里还有 5 处待定。"),
        ("en-US", "Slide 1: “rows” leaves 5 cells to be decided."),
    ],
)
def test_what_a_layout_prints_for_an_empty_field(lang: str, said: str) -> None:
    deck = Deck("Autumn plan", lang=lang)
    named = {"owner": "Lin", "when": "May", "kpi": "Half"}
    rows = [{"action": "Returns", "when": "May"}, {"action": "Hosts"}, {"action": "Warehouse", **named}]
    deck.add("recommendation", title="Three moves before the season starts", rows=rows, source="Example data")
    assert said in [problem.message for problem in deck.check()]
