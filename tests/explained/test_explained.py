"""Every code is explained in both languages, and its examples are what they say: wrong, and then right."""

from __future__ import annotations

import ast
import functools
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest
from click.testing import CliRunner, Result

from deckgen.cli import commands
from deckgen.compiler import Compiled, compile_outline
from deckgen.explained import Explanation, Words, codes, explanation
from deckgen.outline.read import parse
from tests.decks import ROOT

PACKAGE = ROOT / "deckgen"

WITHOUT_EXAMPLE = {
    "contrast", "control-character", "data-too-large", "empty-theme", "encoding", "file-address", "file-forbidden",
    "file-is-binary", "file-is-folder", "file-missing", "file-outside", "file-too-large", "file-unreadable", "no-tag",
    "not-a-file", "outline-empty", "picture-broken", "picture-coarse", "picture-format", "picture-moving",
    "picture-svg-beyond", "picture-svg-complex", "picture-svg-extra", "picture-svg-size", "picture-svg-unsafe",
    "picture-too-large", "picture-too-many-pixels", "picture-vector", "single-character", "syntax", "too-deep",
    "too-many-values",
}  # fmt: skip
"""Codes that no text can show: of files that are missing, too large or damaged, and of what is invisible."""

BESIDES = {"not-ignored": {"label-title"}}
"""What an example has to have besides: the code of a warning is misspelt only where there is one."""

HALF_WIDTH = re.compile("[\u4e00-\u9fff][,;:!?()]")
CODES = [(code, lang) for code in codes() for lang in ("zh", "en")]


@functools.cache
def declared() -> dict[str, str]:
    """Return the codes that deckgen reports with their severities, as its modules declare them."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.is_relative_to(PACKAGE / "markdown"):  # what is left out of a talk is told without a code
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id not in ("Kind", "mistake"):
                continue
            code = node.args[0]
            if ast.unparse(code) == "facts['code']":  # a mistake becomes a problem
                continue
            severity = ast.literal_eval(node.args[1]) if node.func.id == "Kind" else "error"
            for each in (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,):
                name = ast.literal_eval(each)
                assert found.setdefault(name, severity) == severity, f"{name} is an error and a warning"
    return found


def outline_of(example: str, code: str, lang: str, folder: Path) -> str:
    """Return the outline of an example: itself, or one around the slide, the theme or the data that it is."""
    deck = f"deck:\n  title: {'示例' if lang == 'zh' else 'Example'}\n  lang: {'zh-CN' if lang == 'zh' else 'en-US'}\n"
    slide = "layout: statement\ntext: {}\n".format("让老客户先买" if lang == "zh" else "Returning customers come first")
    if code.startswith("data-"):
        right = words_of(explanation("data-not-number"), lang).right
        (folder / "data.csv").write_text(right if example.startswith("layout:") else example, encoding="utf-8")
        chart = words_of(explanation("data-no-column"), lang).right
        slide = example if example.startswith("layout:") else re.sub(r", columns: \[.+\]", "", chart)
    elif re.match(r"(base|colors|fonts|radius):", example):
        (folder / "brand.yaml").write_text(example, encoding="utf-8")
        deck += "  theme: brand.yaml\n"
    elif example.startswith("layout:"):
        slide = example
    else:
        return example
    return f"{deck}slides:\n  - {indent(slide, '    ').lstrip()}"


def compiled(example: str, code: str, lang: str, folder: Path) -> Compiled:
    if "assets/" in example:
        shutil.copytree(ROOT / "assets", folder / "assets", dirs_exist_ok=True)
    return compile_outline(parse(outline_of(example, code, lang, folder), "outline.yaml"), folder=folder)


def words_of(explained: Explanation, lang: str) -> Words:
    return explained.zh if lang == "zh" else explained.en


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["explain", *arguments])


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_every_code_is_explained_and_nothing_else() -> None:
    assert set(codes()) == set(declared())


@pytest.mark.parametrize("code", codes())
def test_the_severity_is_that_of_the_code(code: str) -> None:
    assert explanation(code).severity == declared()[code]


@pytest.mark.parametrize(("code", "lang"), CODES)
def test_an_explanation_is_short_and_in_its_language(code: str, lang: str) -> None:
    words = words_of(explanation(code), lang)
    chinese = [bool(re.search("[\u4e00-\u9fff]", text)) for text in (words.name, words.why)]
    assert words.name == words.name.strip(" .。")
    if lang == "zh":
        assert all(chinese) and len(words.name) <= 24 and len(words.why) <= 200
        assert not HALF_WIDTH.search(re.sub("「[^」]*」", "", words.name + words.why))
        assert words.why.rstrip().endswith(("。", "」", "？"))
    else:
        assert not chinese[0] and len(words.name) <= 60 and len(words.why) <= 600
        assert words.why.rstrip().endswith((".", "”", "?"))
    assert 2 <= len(re.findall("[。？：]" if lang == "zh" else r"[.?:](?=\s)", words.why)) <= 8


@pytest.mark.parametrize("code", codes())
def test_an_example_is_left_out_only_where_no_text_can_show_it(code: str) -> None:
    told = explanation(code)
    given = [bool(text) for words in (told.zh, told.en) for text in (words.wrong, words.right)]
    assert given == [code not in WITHOUT_EXAMPLE] * 4


@pytest.mark.parametrize(("code", "lang"), [case for case in CODES if explanation(case[0]).en.wrong])
def test_the_wrong_example_has_this_problem_only_and_the_right_one_none(code: str, lang: str, tmp_path: Path) -> None:
    words = words_of(explanation(code), lang)
    wrong = compiled(words.wrong, code, lang, tmp_path)
    assert {problem.code for problem in wrong.problems} == {code} | BESIDES.get(code, set()), list(
        map(str, wrong.problems)
    )
    assert any(problem.fix for problem in wrong.problems) == explanation(code).fixable
    if explanation(code).severity == "warning":
        assert all(problem.path.startswith("slides[") for problem in wrong.problems) != explanation(code).deckwide
    right = compiled(words.right, code, lang, tmp_path)
    assert [str(problem) for problem in right.problems] == []


def test_the_page_on_fix_names_every_code_that_is_mended() -> None:
    page = (ROOT / "docs" / "fixing.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| (`[^|]+) \|", page, re.M)
    named = {code for cell in table for code in re.findall(r"`([\w-]+)`", cell)}
    assert named & set(codes()) == {code for code in codes() if explanation(code).fixable}
    assert named <= set(declared())


def test_a_code_is_explained_with_its_example_and_what_follows_from_it() -> None:
    told = explanation("colon-in-text")
    result = run("colon-in-text")
    assert result.exit_code == 0
    head, why, *_ = result.output.split("\n\n")
    assert head == f"colon-in-text  {told.en.name}"
    assert why == told.en.why.rstrip()
    assert indent(told.en.wrong.rstrip(), "    ") in result.output
    assert indent(told.en.right.rstrip(), "    ") in result.output
    assert result.output.endswith(
        "This is an error: no deck is written before it is mended.\n"
        "deckgen check --fix mends it for you where that is certain.\n"
    )


def test_a_warning_says_how_not_to_be_told_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ignore: [unused-source]" in run("unused-source").output
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "在 deck: 下面加一行 ignore: [unused-source]" in run("unused-source").output
    assert "ignore" not in run("unknown-field").output


def test_a_code_may_be_copied_with_its_brackets() -> None:
    assert run("[unknown-field]").output == run("unknown-field").output


def test_a_code_that_does_not_exist_is_wrong_usage_and_the_nearest_is_named() -> None:
    result = run("unknwon-field")
    assert result.exit_code == 2
    assert "There is no code “unknwon-field”. Did you mean “unknown-field”?" in result.output
    assert "deckgen explain lists them all." in run("zzz").output


def test_without_a_code_all_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [line.split()[0] for line in run().output.splitlines()] == list(codes())
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert explanation("unknown-field").zh.name in run().output


def test_what_takes_long_to_load_is_not_loaded() -> None:
    code = "import sys; from deckgen.cli import commands; commands(['explain', 'no-slides'], standalone_mode=False)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print({{'pydantic', 'deckgen.content'}} & set(sys.modules))"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.endswith("\nset()\n")


def test_as_data_it_holds_both_languages() -> None:
    every = json.loads(run("--format", "json").output)
    assert [each["code"] for each in every] == list(codes())
    one = json.loads(run("unknown-field", "--format", "json").output)
    assert one in every
    assert list(one) == ["code", "severity", "fixable", *(
        name + lang for name in ("name", "why", "wrong", "right") for lang in ("", "_zh")
    )]  # fmt: skip
    assert one["severity"] == "error" and one["fixable"] and one["name_zh"] == explanation("unknown-field").zh.name
