"""Every starter builds without a problem in every theme, and what its comments say is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen import theme_names
from deckgen.cli import commands
from deckgen.compiler import compile_file, compile_outline
from deckgen.layouts import layout_names
from deckgen.outline.read import parse
from deckgen.starters import starter_file, starter_kinds, starter_outline, starter_summary

STARTERS = [(kind, lang) for kind in starter_kinds() for lang in ("zh", "en")]
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize(("kind", "lang"), STARTERS)
def test_a_starter_builds_without_a_problem(kind: str, lang: str, theme: str) -> None:
    compiled = compile_file(starter_file(kind, lang), theme)
    assert [str(problem) for problem in compiled.problems] == []
    assert 6 <= len(compiled.scenes) <= 10


@pytest.mark.parametrize(("kind", "lang"), STARTERS)
def test_a_starter_speaks_one_language_and_names_what_there_is(kind: str, lang: str) -> None:
    text = starter_file(kind, lang).read_text(encoding="utf-8")
    assert bool(HAN.search(text)) == (lang == "zh")
    assert set(re.findall(r"deckgen layouts ([a-z][a-z0-9-]+)", text)) <= set(layout_names())
    assert set(re.findall(r"deckgen ([a-z]+)", text)) <= set(commands.list_commands(None))  # type: ignore[arg-type]  # unused
    assert len(starter_summary(kind, lang)) > 10


@pytest.mark.parametrize("title", ["秋季新品", "Plan: autumn", "- 5 % more", 'The "new" one'])
@pytest.mark.parametrize(("kind", "lang"), STARTERS)
def test_a_title_of_one_s_own_stands_in_the_deck_and_on_the_cover(kind: str, lang: str, title: str) -> None:
    text = starter_outline(kind, lang, title=title, file="秋 季.yaml", theme="gazette")
    compiled = compile_outline(parse(text, "deck.yaml"))
    assert compiled.problems == () and compiled.deck and compiled.setting
    assert compiled.deck.info.title.plain == title
    assert title in {text.plain for text in compiled.deck.slides[0].texts}
    assert compiled.setting.theme.name == "gazette"
    assert 'deckgen build "秋 季.yaml"' in text


def test_new_writes_an_outline_that_builds(tmp_path: Path) -> None:
    target = tmp_path / "review.yaml"
    result = run("new", target, "--kind", "review")
    assert result.exit_code == 0, result.output
    assert f"deckgen build {target}" in result.output
    assert target.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=file:///")
    assert run("check", target).output.strip() == "No problems, 8 slides."


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "mine.yaml"
    target.write_text("mine", encoding="utf-8")
    for named in ("mine.yaml", "mine"):
        result = run("new", tmp_path / named)
        assert result.exit_code == 2
        assert "is there already and was left as it is" in result.output
    assert target.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "lang", "title"),
    [
        (["q3-review"], "en-US", "Q3 review"),
        (["复盘.yaml"], "zh-CN", "复盘"),
        (["talk", "--title", "秋季新品"], "zh-CN", "秋季新品"),
        (["复盘", "--lang", "en", "--title", "A review"], "en-US", "A review"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_language_and_title_come_from_what_is_said(tmp_path: Path, arguments: list[str], lang: str, title: str) -> None:
    assert run("new", tmp_path / arguments[0], *arguments[1:]).exit_code == 0
    (written,) = tmp_path.iterdir()
    compiled = compile_file(written)
    assert compiled.deck and (compiled.lang, compiled.deck.info.title.plain) == (lang, title)


def test_the_language_of_the_system_counts_where_nothing_says_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "已写好" in run("new", tmp_path / "q3.yaml").output


def test_wrong_usage_is_2_and_a_missing_folder_3(tmp_path: Path) -> None:
    assert run("new").exit_code == 2
    assert run("new", tmp_path / "a", "--kind", "poem").exit_code == 2
    assert run("new", tmp_path / "a", "--theme", "puls").exit_code == 2
    assert run("new", tmp_path / "nowhere" / "a").exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_a_theme_of_one_s_own_is_named_from_the_outline_s_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outlines").mkdir()
    (tmp_path / "ours.yaml").write_text("base: clarity\n", encoding="utf-8")
    assert run("new", "outlines/talk.yaml", "--theme", "ours.yaml").exit_code == 0
    assert "  theme: ../ours.yaml #" in (tmp_path / "outlines" / "talk.yaml").read_text(encoding="utf-8")


def test_help_lists_the_kinds() -> None:
    output = run("new", "--help").output
    assert all(f"  {kind} " in output for kind in starter_kinds())
