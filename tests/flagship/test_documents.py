"""What the README shows and the examples do is true."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner

import deckgen
from deckgen.charts.plot import PLOTTERS
from deckgen.cli import commands
from deckgen.icons import symbols
from deckgen.layouts import FAMILIES, layout_names
from deckgen.starters import starter_kinds

ROOT = Path(__file__).parents[2]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str, below: str = "") -> str:
    """Return the first code block of a language in the README, or the first below a heading."""
    found = re.search(rf"```{language}\n(.*?)```", README[README.index(below) :], re.S)
    assert found
    return found[1]


@pytest.mark.parametrize("script", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.stem)
def test_an_example_writes_decks_that_open(script: Path, tmp_path: Path) -> None:
    runpy.run_path(str(script))["main"](tmp_path)
    decks = list(tmp_path.glob("*.pptx"))
    assert decks
    assert all(len(pptx.Presentation(str(deck)).slides) for deck in decks)


def test_an_example_leaves_its_own_shape_beside_the_deck_s(tmp_path: Path) -> None:
    runpy.run_path(str(ROOT / "examples" / "own_shapes.py"))["main"](tmp_path)
    slides = pptx.Presentation(str(next(tmp_path.glob("*.pptx")))).slides
    assert [slide for slide in slides if any(shape.name == "draft stamp" for shape in slide.shapes)]


def test_the_outline_of_the_readme_has_no_problems(tmp_path: Path) -> None:
    outline = tmp_path / "outline.yaml"
    outline.write_text(block("yaml"), encoding="utf-8")
    assert deckgen.check(outline) == []
    assert len(pptx.Presentation(str(deckgen.build(outline))).slides) == 2


def test_the_script_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "outlines").mkdir()
    outline = ROOT / "outlines" / "tiktok-cross-border.yaml"
    (tmp_path / "outlines" / outline.name).write_bytes(outline.read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(compile(block("python"), "README.md", "exec"), {})
    assert {path.name for path in (tmp_path / "build").iterdir()} == {"tiktok.pptx", "longer.pptx"}


def test_the_commands_of_the_readme_exist(tmp_path: Path) -> None:
    run = CliRunner().invoke
    outline = ROOT / "outlines" / "tiktok-cross-border.yaml"
    target = tmp_path / "deck.pptx"
    assert run(commands, ["build", str(outline), "-o", str(target), "--theme", "clarity"]).exit_code == 0
    assert target.exists()
    found = json.loads(run(commands, ["check", str(outline), "--format", "json"]).output)
    assert [problem["code"] for problem in found] == ["pending"], "slide 18 leaves its dates to the team, nothing else"
    assert run(commands, ["layouts", "kpi-row", "--format", "json"]).exit_code == 0
    assert run(commands, ["themes"]).exit_code == 0
    assert run(commands, ["build", "nowhere.yaml"]).exit_code == 2


def test_the_first_deck_of_the_readme_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for line in block("sh", "## A deck of your own").splitlines():
        program, *arguments = line.partition("#")[0].split()
        assert program == "deckgen"
        assert CliRunner().invoke(commands, arguments).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"review.yaml", "review.pptx"}


def test_the_readme_names_every_kind_of_starter() -> None:
    for named in (
        README.partition("`--kind` is")[2].partition("in Chinese")[0],
        README.partition("`--kind`有")[2].partition("六种")[0],
    ):
        assert sorted(re.findall(r"`([a-z]+)`", named)) == starter_kinds()


@pytest.mark.parametrize("name", re.findall(r"\]\((?!http|#)([^)]+)\)", README))
def test_the_readme_links_to_files_that_are_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_changelog_names_every_theme() -> None:
    assert [name for name in deckgen.theme_names() if name not in CHANGELOG] == []


def test_what_is_counted_is_counted_right() -> None:
    layouts = len(layout_names())
    assert f"{layouts} layouts, from covers" in README and f"共{layouts}种" in README
    assert f"{layouts} layouts in nine families" in CHANGELOG
    assert f"{len(symbols())} icons" in CHANGELOG
    assert "图表十二种" in README and "There are four themes" in README
    assert (len(PLOTTERS), len(deckgen.theme_names()), len(FAMILIES)) == (12, 4, 9)
