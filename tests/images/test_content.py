"""The picture as an outline writes it, and the problems it may have."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.checks.pictures import check_images
from deckgen.checks.resolution import check_resolution
from deckgen.compose import compose
from deckgen.content.image import Focus, Image, images_of
from deckgen.outline.deck import DeckContent
from deckgen.outline.read import parse
from deckgen.outline.validate import validate
from deckgen.problems import Problem
from deckgen.scene.items import PictureBox
from deckgen.theme import load_theme
from tests.images.samples import png_bomb, quarters, saved

SLIDE = """
deck: {{title: 图片}}
slides:
  - layout: image-right
    title: 一图胜千言
    text: 图片右侧铺到页边。
    image:
      file: {file}
      alt: 四块颜色
"""


def understood(text: str) -> tuple[DeckContent | None, list[Problem]]:
    outline = parse(text, "deck.yaml")
    deck, problems = validate(outline.root)
    return deck, [*outline.problems, *problems]


def deck_with(file: str, more: str = "") -> DeckContent:
    deck, problems = understood(SLIDE.format(file=file) + more)
    assert deck is not None
    assert problems == []
    return deck


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("[0.5, 0.3]", Focus(0.5, 0.3)), ("[1, 0]", Focus(1, 0)), ("top", Focus(0.5, 0)), ("left", Focus(0, 0.5)),
        ("bottom right", Focus(1, 1)), ("Right-Bottom", Focus(1, 1)), ("top center", Focus(0.5, 0)),
        ("center", Focus(0.5, 0.5)), ("左上", Focus(0, 0)), ("右", Focus(1, 0.5)),
    ],
)  # fmt: skip
def test_a_focus_in_numbers_or_words(written: str, point: Focus) -> None:
    deck = deck_with("a.png", f"      focus: {written}\n")
    assert [image.focus for image in images_of(deck.slides[0].content)] == [point]


@pytest.mark.parametrize("written", ["[0.5]", "[1.5, 0]", "[a, b]", "[nan, 0]", "left right", "nose", "{x: 1, y: 0}"])
def test_what_is_no_focus_is_a_problem_at_its_line(written: str) -> None:
    _, problems = understood(SLIDE.format(file="a.png") + f"      focus: {written}\n")
    assert [problem.code for problem in problems] == ["not-focus"]
    assert str(problems[0].span).startswith("deck.yaml:10:")


def test_alt_text_is_required() -> None:
    _, problems = understood(SLIDE.format(file="a.png").replace("      alt: 四块颜色\n", ""))
    assert [(problem.code, problem.facts["name"]) for problem in problems] == [("missing-field", "alt")]
    _, problems = understood(SLIDE.format(file="a.png").replace("四块颜色", '""'))
    assert [problem.code for problem in problems] == ["no-alt"]
    _, problems = understood(SLIDE.format(file='""'))
    assert [problem.code for problem in problems] == ["no-file"]


def test_a_picture_made_in_a_script() -> None:
    image = Image(file="a.png", alt="四块颜色", focus="top left")
    assert image.focus == Focus(0, 0)
    assert Image(file="a.png", alt="四块颜色").focus == Focus(0.5, 0.5)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("missing.png", "file-missing"), ("../a.png", "file-outside"),
        ("http://example.com/a.png", "file-address"),
        ("cut.png", "picture-broken"), ("bomb.png", "picture-too-many-pixels"), ("drawing.pdf", "picture-vector"),
        ("notes.txt", "picture-format"), (".", "not-a-file"),
    ],
)  # fmt: skip
def test_every_trouble_is_a_problem_with_a_line_and_a_hint(file: str, code: str, tmp_path: Path) -> None:
    whole = saved(tmp_path / "whole.png", quarters()).read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "bomb.png").write_bytes(png_bomb(30_000, 30_000))
    (tmp_path / "drawing.pdf").write_text("%PDF-1.7")
    (tmp_path / "notes.txt").write_text("notes")
    (problem,) = check_images(deck_with(file), tmp_path)
    assert problem.code == code
    assert problem.severity == "error"
    assert str(problem.span).startswith("deck.yaml:8:")
    for lang in ("zh-CN", "en-US"):
        said = Problem(problem.kind, problem.span, problem.path, problem.facts, lang)
        assert said.message
        assert said.hint
        assert "{" not in said.message + said.hint


def test_a_picture_that_can_be_used_is_no_problem(tmp_path: Path) -> None:
    saved(tmp_path / "a.png", quarters())
    assert list(check_images(deck_with("a.png"), tmp_path)) == []
    assert list(check_images(deck_with(str(tmp_path / "a.png")), tmp_path / "elsewhere", allow_outside=True)) == []


def test_a_deck_with_a_bad_picture_is_drawn_all_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """So that one run shows every other mistake too."""
    monkeypatch.chdir(tmp_path)
    scenes, _ = compose(deck_with("missing.png"), load_theme("pulse"))
    (box,) = (item for item in scenes[0].items if isinstance(item, PictureBox))
    assert box.picture.data == b""
    assert list(check_resolution(scenes[0], 1)) == []


def test_a_coarse_picture_is_a_warning(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    saved(tmp_path / "a.png", quarters(1200, 1200))
    scenes, _ = compose(deck_with("a.png"), load_theme("pulse"))
    assert list(check_resolution(scenes[0], 1)) == []
    saved(tmp_path / "a.png", quarters(800, 900))
    scenes, _ = compose(deck_with("a.png"), load_theme("pulse"))
    (problem,) = check_resolution(scenes[0], 1)
    assert (problem.code, problem.severity) == ("picture-coarse", "warning")
    assert str(problem.span).startswith("deck.yaml:8:")
    assert (problem.facts["found"], problem.facts["width"], problem.facts["height"]) == (128, 821, 1050)


def test_pillow_is_left_alone_without_pictures() -> None:
    program = (
        "import sys, deckgen.compose, deckgen.checks.pictures, deckgen.layouts.image_right; "
        "sys.exit('PIL' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
