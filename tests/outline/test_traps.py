"""Traps: each is reported once, at its line, and hides no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.outline import traps
from deckgen.outline.draft import Draft
from deckgen.outline.read import parse
from deckgen.outline.signs import quoted

TWELVE = """\
title：年度总结
subtitle: #1 品牌
slides:
  - layout: cover
    title: {占位}
    text: 标题: 副标题
\tnote: 甲
  - layout: cards
    title: "双减"之后
    items:
      - {label: 增长, 稳定, value: 3}
      - {value: 30，unit: 亿}
     source: 统计局
    title: 又一个
    text:正文
    data: [1, 2
"""


def test_twelve_traps_in_one_file() -> None:
    outline = parse(TWELVE, "d.yaml")
    found = [(problem.span.line, problem.code) for problem in outline.problems if problem.span]
    assert found == [
        (1, "fullwidth-colon"),
        (2, "hash-in-text"),
        (5, "braces-as-text"),
        (6, "colon-in-text"),
        (7, "tab-indent"),
        (9, "text-after-quote"),
        (11, "comma-in-text"),
        (12, "fullwidth-comma"),
        (13, "indent"),
        (14, "duplicate-key"),
        (15, "no-space-after-colon"),
        (16, "unclosed-bracket"),
    ]


def test_reading_goes_on_with_what_was_meant() -> None:
    outline = parse(TWELVE, "d.yaml")
    assert outline.readable
    assert outline.root == {
        "title": "年度总结",
        "subtitle": "#1 品牌",
        "slides": [
            {"layout": "cover", "title": "{占位}", "text": "标题：副标题", "note": "甲"},
            {
                "layout": "cards",
                "title": '"双减"之后',
                "items": [{"label": "增长，稳定", "value": "3"}, {"value": "30", "unit": "亿"}],
                "source": "统计局",
                "text": "正文",
                "data": ["1", "2"],
            },
        ],
    }


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("title: 标题: 副标题", "title: 标题：副标题"),
        ("title: Q3: 副标题", 'title: "Q3: 副标题"'),
        ("title: 标题: 副标题: ", 'title: "标题: 副标题:"'),
        ('title: 说"好": 副标题', "title: '说\"好\": 副标题'"),
        ("title: #1 品牌", 'title: "#1 品牌"'),
        ("title: {占位}", 'title: "{占位}"'),
        ("title：文本", "title: 文本"),
        ("title： 文本", "title: 文本"),
        ("title: @所有人", 'title: "@所有人"'),
        ("a: {text: 甲,乙 丙}", "a: {text: 甲，乙 丙}"),
        ("a: {text: 甲, 3B}", "a: {text: 甲，3B}"),
        ("a: {text: A, B}", 'a: {text: "A, B"}'),
        ("a: {head: 甲 text: 乙}", "a: {head: 甲, text: 乙}"),
        ("a: {小标题: 甲 说明: 乙}", "a: {小标题: 甲, 说明: 乙}"),
        ("a: {text: 排名 #1, unit: 位}", 'a: {text: "排名 #1", unit: 位}'),
    ],
)
def test_the_hint_is_a_line_without_a_trap(line: str, fixed: str) -> None:
    (problem,) = parse(f"{line}\n", "d.yaml").problems
    assert problem.hint.endswith(fixed)
    assert not parse(f"{fixed}\n", "d.yaml").problems


@pytest.mark.parametrize("text", ["甲", 'a "b"', "it's", "C:\\x", "'\"\\", "#1: {x}"])
def test_quoted_keeps_the_text(text: str) -> None:
    assert parse(f"a: {quoted(text)}\n", "d.yaml").root == {"a": text}


def test_tabs_apart_are_two_mistakes() -> None:
    outline = parse("a:\n  b: 1\n\tc: 2\n  d: 3\n\te: 4\n\tf: 5\n", "d.yaml")
    assert [problem.span.line for problem in outline.problems if problem.span] == [3, 5]
    assert outline.root == {"a": {"b": "1", "c": "2", "d": "3", "e": "4", "f": "5"}}


def test_what_only_the_parser_sees_is_said_in_our_words() -> None:
    outline = parse("a: 文字\n  # 注释\n  还有\nb: 标题: 副标题\n", "d.yaml")
    assert not outline.readable
    assert [problem.code for problem in outline.problems] == ["broken-indent", "colon-in-text"]


LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "  ", "  ", "    ", "\t"]),
    st.sampled_from(["title:", "title: ", "市场: ", "2024: ", "标题：", "- ", "- - ", "- title: ", "-", "'k': ", ""]),
    st.sampled_from(
        ["", "文字", "'x'", '"x"', '"a\\q"', "'open", "'a': b", "a: b", "a #b", "x：y", "#x", "{a: b}", "|"]
    ),
)


@settings(max_examples=1000)
@given(st.lists(LINES, min_size=2, max_size=6).map(tuple))
def test_lines_known_to_be_harmless_are_read_like_all_others(lines: tuple[str, ...]) -> None:
    def read(draft: Draft) -> object:
        traps.find(draft)
        return draft.text(), draft.problems(), draft.unrepaired

    with pytest.MonkeyPatch.context() as patch:
        for harmless in ("_PLAIN_PAIR", "_PLAIN_ITEM"):
            patch.setattr(traps, harmless, re.compile("(?!)"))
        slowly = read(Draft(lines, "d.yaml"))
    assert read(Draft(lines, "d.yaml")) == slowly
