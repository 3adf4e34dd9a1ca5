"""A talk of each dialect becomes the outline beside it: `python -m tests.markdown.test_talks` writes those anew."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from deckgen.cli import commands
from deckgen.compiler import compile_file
from deckgen.markdown import Converted, convert
from tests.decks import ROOT

HERE = Path(__file__).parent
TALKS = sorted((HERE / "talks").iterdir())
DRAWN = {"plot.png": (800, 600), "page.png": (600, 850), "strip.png": (1600, 300)}
"""Pictures that lose what they show when they are cropped, and their sizes."""
PICTURES = ("lantern-in-use.jpg", "hills.jpg", "warehouse.jpg", "lantern-packaging.jpg", "city-night.jpg")


def converted(talk: Path, folder: Path) -> Converted:
    for name in PICTURES:
        shutil.copy(ROOT / "assets" / name, folder / name)
    for name, size in DRAWN.items():
        Image.new("RGB", size, "white").save(folder / name)
    return convert(talk.read_text(encoding="utf-8"), folder / talk.name, folder / f"{talk.stem}.yaml")


def told(made: Converted) -> str:
    """Return the outline and, as comments below it, what was told of it."""
    lines = (f"# {problem.span.line if problem.span else 0}: {problem.message}" for problem in made.left)
    return "\n".join([made.outline, *lines]) + "\n"


@pytest.mark.parametrize("talk", TALKS, ids=lambda path: path.name)
def test_a_talk_becomes_the_outline_beside_it(talk: Path, tmp_path: Path) -> None:
    assert told(converted(talk, tmp_path)) == (HERE / "outlines" / f"{talk.stem}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("talk", TALKS, ids=lambda path: path.name)
def test_its_outline_has_no_errors(talk: Path, tmp_path: Path) -> None:
    target = tmp_path / "talk.yaml"
    target.write_text(converted(talk, tmp_path).outline, encoding="utf-8")
    assert [str(problem) for problem in compile_file(target).problems if problem.severity == "error"] == []


def layouts(text: str) -> list[str]:
    made = convert(text, Path("talk.md"), Path("talk.yaml"))
    return [line.split()[-1] for line in made.outline.splitlines() if "layout: " in line]


@pytest.mark.parametrize(
    ("slide", "layout"),
    [
        ("- 30% of visitors\n- 12 shops", "kpi-row"),
        ("1. **Look** at the shelf\n2. **Try** the bread\n3. **Buy** two", "numbered-points"),
        ("- **Fast**: a day\n- **Cheap**: a coin", "cards"),
        ("- one thing\n- another thing", "bullets"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |", "table"),
        ("> It works.\n>\n> — Ann Lee, Acme", "quote"),
        ("One sentence alone.", "statement"),
        ("### Left\n\n- a b\n- c d\n\n### Right\n\n- e f\n- g h", "two-column"),
        ("", "section"),
    ],
)
def test_layouts_are_chosen_by_what_the_content_looks_like(slide: str, layout: str) -> None:
    assert layouts(f"# A talk\n\nSubtitle\n\n---\n\n## Words\n\n{slide}\n\n---\n\n## More\n\n- a b\n- c d")[1] == layout


@pytest.mark.parametrize(
    ("head", "body", "builds"),
    [
        ("format: {revealjs: {incremental: true}}", "- Look\n- Try", True),
        ("incremental: true", "- Look\n- Try", True),
        ("incremental: true", "::: nonincremental\n- Look\n- Try\n:::", False),
        ("format: {revealjs: {incremental: false}}", "- Look\n- Try", False),
        ("format: revealjs", "> - Look\n> - Try", True),
        ("format: revealjs", "> 1. Look\n> 2. Try\n>    twice", True),
        ("format: revealjs", "> Look\n> - says one", False),
        ("format: revealjs", "- Look\n- Try", False),
        ("format: revealjs", "- Look\n- Try\n\n```\n> - a\n```", False),
    ],
)
def test_a_talk_says_in_several_ways_that_a_list_appears_entry_by_entry(head: str, body: str, builds: bool) -> None:
    made = convert(f"---\n{head}\n---\n\n## Buy bread\n\n{body}\n", Path("talk.qmd"), Path("talk.yaml"))
    assert ("build: one-by-one" in made.outline) is builds
    assert "steps-left" not in [problem.code for problem in made.left]


def test_headings_and_lists_that_look_like_a_part_play_it() -> None:
    text = "# A talk\n\n---\n\n# 目录\n\n- 机会\n- 对策\n\n---\n\n# 谢谢\n\nlin@example.com"
    assert layouts(text) == ["cover", "agenda", "closing"]


def test_what_cannot_be_carried_over_is_told_with_its_line() -> None:
    text = "# A\n\n---\n\n## B\n\n```sh\nls\n```\n\n![](https://example.com/a.png)\n\n![](gone.png)\n"
    made = convert(text, Path("talk.md"), Path("talk.yaml"))
    assert [(problem.code, problem.span and problem.span.line) for problem in made.left] == [
        ("code-left", 7), ("picture-left", 11), ("picture-left", 13),
    ]  # fmt: skip
    assert all(word in made.outline for word in ("ls", "https://example.com/a.png", "gone.png"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.mark.usefixtures("english")
def test_new_from_markdown_writes_beside_the_talk_and_tells_what_is_left(tmp_path: Path) -> None:
    talk = tmp_path / "talk.md"
    talk.write_text("# A talk\n\n---\n\n## Two things\n\n- one\n- two\n\n```sh\nls\n```\n", encoding="utf-8")
    result = run("new", "--from-markdown", talk)
    assert result.exit_code == 0, result.output
    assert f"{talk}:10: No layout shows code: it is kept in the notes of slide 2." in result.output
    assert "talk.yaml is written: 2 slides." in result.output
    assert run("check", tmp_path / "talk.yaml").exit_code == 0
    assert run("new", "--from-markdown", talk).exit_code == 2


@pytest.mark.usefixtures("english")
def test_a_picture_is_named_from_the_outline_s_folder(tmp_path: Path) -> None:
    (tmp_path / "outlines").mkdir()
    (tmp_path / "assets").mkdir()
    shutil.copy(ROOT / "assets" / "hills.jpg", tmp_path / "assets" / "hills.jpg")
    talk = tmp_path / "talk.md"
    talk.write_text("# A\n\n---\n\n## B\n\n![Hills](assets/hills.jpg)\n", encoding="utf-8")
    target = tmp_path / "outlines" / "talk.yaml"
    assert run("new", target, "--from-markdown", talk, "--theme", "night", "--title", "Hills").exit_code == 0
    text = target.read_text(encoding="utf-8")
    assert "file: ../assets/hills.jpg" in text and "theme: night" in text and "title: Hills" in text


@pytest.mark.usefixtures("english")
def test_wrong_usage_is_2(tmp_path: Path) -> None:
    talk = tmp_path / "talk.md"
    talk.write_bytes("# 谢谢大家的时间".encode("gb18030"))
    assert run("new", "--from-markdown", tmp_path / "none.md").exit_code == 2
    assert "UTF-8" in run("new", "--from-markdown", talk).output
    assert run("new", "--from-markdown", talk, "--kind", "review").exit_code == 2
    assert list(tmp_path.iterdir()) == [talk]


if __name__ == "__main__":
    for each in TALKS:
        with tempfile.TemporaryDirectory() as folder:
            text = told(converted(each, Path(folder)))
        (HERE / "outlines" / f"{each.stem}.yaml").write_text(text, encoding="utf-8")
