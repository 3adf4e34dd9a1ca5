"""Causes and the actions that answer them."""

from __future__ import annotations

import pytest

from deckgen.checks.forms import form_of
from deckgen.checks.subjects import stem, subjects
from deckgen.deck import Deck

CAUSES = [
    {"head": "尺码不准", "claim": "标注与实物差一码"},
    {"head": "物流太慢", "claim": "买家等不及就退"},
    {"head": "客服缺位", "claim": "夜间没有人答复"},
]


def told(*actions: tuple[str, str], causes: list[dict[str, str]] = CAUSES, lang: str = "zh-CN") -> list[str]:
    """Return the codes of what is said of causes and the actions against them, each with its reason."""
    deck = Deck("复盘", lang=lang)
    deck.add("cause-cards", title="三个原因让退货变多", problem="退货变多", causes=causes, source="示例数据")
    rows = [{"action": action, "why": why, "owner": "甲", "when": "6月", "kpi": "乙"} for action, why in actions]
    deck.add("recommendation", title="三项行动一起做", rows=rows, source="示例数据")
    return [f"{problem.code} {next(iter(problem.facts.values()))}" for problem in deck.check()]


def test_each_cause_has_its_action() -> None:
    assert told(("尺码重新实测", ""), ("物流换成次日达", ""), ("夜间客服轮班", "")) == []


def test_a_reason_may_name_the_cause() -> None:
    assert told(("尺码重新实测", ""), ("换一家承运商", "物流拖慢收货"), ("增加轮班", "夜间找不到人")) == []


def test_a_cause_without_an_action() -> None:
    assert told(("尺码重新实测", ""), ("物流换成次日达", ""), ("标注改用厘米", "")) == ["unanswered-cause 客服缺位"]


def test_an_action_without_a_cause() -> None:
    actions = ("尺码重新实测", ""), ("物流换成次日达", ""), ("夜间客服轮班", ""), ("赞助音乐节", "让年轻人认识品牌")
    assert told(*actions) == ["unfounded-recommendation 赞助音乐节"]


def test_causes_and_actions_in_other_words_are_left_alone() -> None:
    assert told(("甲", "乙"), ("丙", "丁"), ("戊", "己")) == []


def test_english_words_meet_without_their_endings() -> None:
    causes = [
        {"head": "Pricing", "claim": "Prices change daily"},
        {"head": "Delivery", "claim": "Deliveries come late"},
        {"head": "Sizes", "claim": "Charts mislead"},
    ]
    actions = ("Freeze the price for a month", ""), ("Deliver within two days", ""), ("Redraw every chart", "")
    assert told(*actions, causes=causes, lang="en-US") == []
    assert told(*actions[:2], ("Sponsor a festival", "Young people love music"), causes=causes, lang="en-US") == [
        "unanswered-cause Sizes", "unfounded-recommendation Sponsor a festival",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "kin",
    [
        ("price", "prices", "priced", "pricing"),
        ("delivery", "deliveries", "deliver"),
        ("pay", "payment", "payments"),
        ("ship", "shipping", "shipped"),
    ],
)
def test_kin_have_one_stem(kin: tuple[str, ...]) -> None:
    assert len({stem(word) for word in kin}) == 1


def test_words_that_every_text_has_are_no_subject() -> None:
    assert not subjects("我们要提高效果，解决问题") & subjects("通过措施提高能力，解决其他问题")
    assert not subjects("We need to improve the result") & subjects("This plan needs a better result")


@pytest.mark.parametrize(
    ("form", "points"),
    [
        ("steps", ["先选品，只留三款", "再拍样", "最后上架"]),
        ("steps", ["第一步：选品", "第二步：拍样"]),
        ("steps", ["First, pick three", "Then shoot them", "Finally, put them on sale"]),
        ("dates", ["2021年上线", "2022年扩张", "2023年盈利"]),
        ("dates", ["In May we start", "June: two shops", "By July all shops"]),
        ("numbers", ["老客贡献62%收入", "客单价涨到131元", "退货少了3.4个百分点"]),
        ("contrast", ["国内：低价抢量", "海外：品质优先"]),
        ("", ["老客每月多来一次", "新客只来一次"]),
        ("", ["先谈价格", "门店在县城", "直播在省会", "会员在线上"]),
        ("", ["三款新品", "62%的老客", "两位主播"]),
    ],
)
def test_the_form_of_a_list(form: str, points: list[str]) -> None:
    assert form_of(["标题", *points]) == form
