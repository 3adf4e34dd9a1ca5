from __future__ import annotations

import pytest

from deckgen.content.run import Run
from deckgen.typesetting import Typesetter

WIDTH = 864


def title(text: str, width: float = WIDTH) -> str:
    """Set a title in 28 pt and return it with `/` where it should be broken, or unchanged."""
    offset = Typesetter("zh-CN").balance([Run(text)], 28, width)
    return text if offset is None else f"{text[:offset]}/{text[offset:]}"


@pytest.mark.parametrize(
    "broken",
    [
        "媒体披露的目标一年内要从20亿美元翻到230亿美元，/不少业内人士认为难以实现",
        "海外用户为消遣打开TikTok并浏览短视频，/但真正要买东西时总是另有去处",
        "TikTok坐拥十亿级流量并补齐四类短板后/直播电商才能真正跑通海外市场",
        "《跨境电商对TikTok的影响》研究报告/显示直播带货模式在海外遇到了四类障碍",
        "Live commerce abroad failed for four reasons, /and only trust built step by step will fix it",
        "Why half of our customers /in Europe never come back after the first order",
    ],
)
def test_titles_break_at_a_phrase(broken: str) -> None:
    assert title(broken.replace("/", "")) == broken


def test_a_title_of_one_line_has_no_break() -> None:
    assert title("月活超12亿、下载破30亿，TikTok已是卖家难以忽视的流量池", 950) == (
        "月活超12亿、下载破30亿，TikTok已是卖家难以忽视的流量池"
    )


def test_a_title_that_breaks_well_by_itself_is_left_alone() -> None:
    text = "四类障碍叠加之后的高流量，难以变成高成交"
    assert title(text, 13.4 * 28) == text


def test_a_title_of_three_lines_or_with_its_own_break_is_left_alone() -> None:
    assert title("先建立信任再放大流量" * 7) == "先建立信任再放大流量" * 7
    assert title("先建立信任，\n再放大流量") == "先建立信任，\n再放大流量"


def test_no_stub_is_left_on_the_second_line() -> None:
    first, second = title("四类障碍各有对应解法，核心是品牌、物流与人才", 600).split("/")
    assert (first, second) == ("四类障碍各有对应解法，", "核心是品牌、物流与人才")


def test_a_number_stays_with_its_unit() -> None:
    assert "230/" not in title("媒体披露的目标一年内要从20亿美元翻到230亿美元，不少业内人士认为难以实现", 600)


def lines(text: str, width: float) -> list[str]:
    """Set a title in 28 pt, a line to a clause; one line where it should not be."""
    offsets = Typesetter("zh-CN").clauses([Run(text)], 28, width)
    return [text[start:end] for start, end in zip((0, *offsets), (*offsets, len(text)), strict=True)]


def test_a_title_of_three_clauses_takes_a_line_for_each() -> None:
    clauses = ["客户买的不是更低的价格，", "而是收到货时的那份放心，", "放心要靠每次按时送到的包裹攒出来"]
    assert lines("".join(clauses), 560) == clauses


@pytest.mark.parametrize(
    "text", ["但是，客户买的不是更低的价格，而是那份放心", "客户买的不是更低的价格，而是收到货时的那份放心"]
)
def test_clauses_too_short_or_too_long_for_a_line_are_not_parted(text: str) -> None:
    assert lines(text, 320) == [text]
