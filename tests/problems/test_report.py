"""Reports: for a terminal, for a program, for a review."""

from __future__ import annotations

import json

from deckgen.problems import Kind, Problem, Span, sorted_problems, summary, to_github, to_json, to_text

WRONG = Kind("wrong", "error", "「{word}」不对。", "“{word}” is wrong.", "请改。", "Change it.")
ODD = Kind("odd", "warning", "奇怪。", "This is odd.")


def test_the_mark_stands_under_the_characters() -> None:
    line = "标题: é\u0301 甲乙 wrong"
    problem = WRONG.at(Span("d.yaml", 1, line.index("甲") + 1, 2), word="甲乙")
    report = to_text([problem], {"d.yaml": [line]}, "zh")
    assert report == (
        "d.yaml:1:8: 错误 [wrong] 「甲乙」不对。\n    标题: é\u0301 甲乙 wrong\n            ^^^^\n  请改。\n1 个错误\n"
    )


def test_a_long_line_is_cut_around_the_mark() -> None:
    line = "字" * 500 + "x" + "字" * 500
    report = to_text([ODD.at(Span("d.yaml", 1, 501, 1))], {"d.yaml": [line]}, "en")
    shown, mark = report.split("\n")[1:3]
    assert len(shown) < 110
    assert shown.startswith("    …")
    assert shown.endswith("…")
    before = shown[4 : shown.index("x")]
    assert mark == " " * (4 + 1 + 2 * (len(before) - 1)) + "^"


def test_nothing_in_an_outline_moves_the_cursor() -> None:
    report = to_text([WRONG.at(Span("d.yaml", 1, 1, 9), word="\x1b[2J\n")], {"d.yaml": ["\x1b[2Jx\ty"]}, "en")
    assert "\x1b" not in report
    assert report.count("\n") == 5


def test_problems_without_a_place_or_a_source() -> None:
    assert to_text([Problem(ODD)], {}, "en") == "warning [odd] This is odd.\n1 warning\n"
    assert to_text([ODD.at(Span("a", 3, 1))], {}, "zh") == "a:3:1: 警告 [odd] 奇怪。\n1 个警告\n"


def test_order_and_doubles() -> None:
    late, early = ODD.at(Span("a", 2, 1)), WRONG.at(Span("a", 1, 5), word="x")
    other = WRONG.at(Span("a", 1, 5), word="y")
    assert sorted_problems([late, other, early, late]) == [early, other, late]


def test_summary() -> None:
    problems = [Problem(WRONG, facts={"word": str(n)}) for n in range(3)]
    assert summary([*problems, Problem(ODD)], "zh-CN") == "3 个错误，1 个警告"
    assert summary([*problems, Problem(ODD)], "en") == "3 errors, 1 warning"
    assert summary([], "zh") == "没有问题"
    assert summary([], "en") == "no problems"


def test_json() -> None:
    text = to_json([WRONG.at(Span("d.yaml", 4, 2), word="甲")])
    assert "甲" in text
    assert json.loads(text) == [
        {
            "file": "d.yaml",
            "line": 4,
            "column": 2,
            "code": "wrong",
            "severity": "error",
            "message": "“甲” is wrong.",
            "hint": "Change it.",
            "fixable": False,
        }
    ]
    assert json.loads(to_json([])) == []


def test_github() -> None:
    problem = WRONG.at(Span("a,b:c%.yaml", 4, 2), word="50%\n::error::")
    assert to_github([problem]) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=4,col=2::“50%25%0A::error::” is wrong. Change it.\n"
    )


def test_problems_without_a_line_stand_in_the_order_of_the_outline() -> None:
    kind = Kind("some", "error", "有错。", "Wrong.")
    found = [kind.at(None, f"slides[{number}].title") for number in (10, 2, 1)]
    assert [problem.path for problem in sorted_problems(found)] == [
        "slides[1].title",
        "slides[2].title",
        "slides[10].title",
    ]
