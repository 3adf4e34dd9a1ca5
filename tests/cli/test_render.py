"""`deckgen render`, run as a person runs it."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from lxml import etree
from PIL import Image

from deckgen.cli import commands
from deckgen.theme import load_theme
from deckgen.writers.fonts import fonts_for

FIVE = "deck: {title: Five claims, lang: en-US}\nslides:\n" + "".join(
    f"  - {{layout: statement, text: Claim number {n} stands}}\n" for n in range(1, 6)
)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "claims.yaml"
    path.write_text(FIVE, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, ["render", *map(str, arguments)])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_slides_are_drawn_as_svg_beside_the_outline(outline: Path) -> None:
    result = run(outline)
    assert result.exit_code == 0, result.output
    folder = outline.with_name("claims-slides")
    assert names(folder) == [f"slide-{n}.svg" for n in range(1, 6)]
    assert "claims-slides: 5 files" in result.output
    root: Any = etree.parse(str(folder / "slide-3.svg")).getroot()
    assert "Claim number 3 stands" in "".join(root.itertext())


def test_some_slides_in_another_theme(outline: Path, tmp_path: Path) -> None:
    result = run(outline, "-o", tmp_path / "out", "--slides", "1, 3-4", "--theme", "night")
    assert result.exit_code == 0, result.output
    assert names(tmp_path / "out") == ["slide-1.svg", "slide-3.svg", "slide-4.svg"]
    assert f'fill="#{load_theme("night").hex("page")}"' in (tmp_path / "out" / "slide-1.svg").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("slides", ["0", "4-2", "2-6", "two", "1;2"])
def test_numbers_of_no_slide_are_wrong_usage(outline: Path, slides: str) -> None:
    result = run(outline, "--slides", slides)
    assert result.exit_code == 2
    assert "write numbers from 1 to 5" in result.output
    assert not outline.with_name("claims-slides").exists()


def test_an_outline_with_errors_is_not_drawn(outline: Path) -> None:
    outline.write_text(FIVE.replace("statement", "statment", 1), encoding="utf-8")
    result = run(outline)
    assert result.exit_code == 1
    assert "statment" in result.output
    assert not outline.with_name("claims-slides").exists()


def test_a_folder_that_cannot_be_made_is_told(outline: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    result = run(outline, "-o", tmp_path / "taken" / "slides")
    assert result.exit_code == 3
    assert "cannot be made" in result.output and "Traceback" not in result.output


def test_without_the_rasteriser_png_says_what_to_install(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = run(outline, "--format", "png")
    assert result.exit_code == 3
    assert 'pip install "deckgen[render]"' in result.output
    assert run(outline, "--format", "svg").exit_code == 0


def test_without_libreoffice_pdf_says_what_to_do(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(sys, "platform", "linux")
    result = run(outline, "--format", "pdf")
    assert result.exit_code == 3
    assert "libreoffice.org" in result.output
    assert not outline.with_name("claims-slides").exists()


@pytest.mark.render
def test_slides_as_png_and_on_a_contact_sheet(outline: Path, tmp_path: Path) -> None:
    result = run(outline, "-o", tmp_path / "out", "--format", "png", "--format", "contact-sheet", "--width", "640")
    assert result.exit_code == 0, result.output
    assert names(tmp_path / "out") == ["contact-sheet.png", *(f"slide-{n}.png" for n in range(1, 6))]
    with Image.open(tmp_path / "out" / "slide-2.png") as slide:
        assert slide.size == (640, 360)
        assert len(slide.convert("L").getcolors() or []) > 8, "the words are not there"
    with Image.open(tmp_path / "out" / "contact-sheet.png") as sheet:
        assert sheet.size == (3 * 480 + 4 * 16, 2 * 270 + 3 * 16)


@pytest.mark.render
def test_the_pdf_holds_the_chosen_slides(outline: Path, tmp_path: Path) -> None:
    result = run(outline, "-o", tmp_path, "--format", "pdf", "--slides", "2,4-5")
    assert result.exit_code == 0, result.output
    document = pypdfium2.PdfDocument(str(tmp_path / "claims.pdf"))
    said = [page.get_textpage().get_text_range() for page in document]
    assert [text.partition("number ")[2][:1] for text in said] == ["2", "4", "5"]


@pytest.mark.render
def test_a_character_no_font_has_is_told_before_anything_is_written(outline: Path) -> None:
    outline.write_text(FIVE.replace("Claim number 2", "Claim \U0003fffd"), encoding="utf-8")
    result = run(outline, "--format", "svg", "--format", "png")
    assert result.exit_code == 3
    assert "\U0003fffd" in result.output and "fonts-noto" in result.output
    assert not outline.with_name("claims-slides").exists()


@pytest.mark.render
def test_every_character_has_a_glyph_of_its_own() -> None:
    """No tofu: a character drawn as an empty box looks like any other drawn so."""
    from deckgen.writers.png import png_of

    text = "国际电商①“→■−亿Ag%"
    fonts = fonts_for(load_theme("pulse"), [text])
    assert not fonts.missing
    pictures = []
    for character in text:
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540"><text x="100" y="400" font-size="400" '
            f"font-family=\"'微软雅黑','Noto Sans CJK SC',sans-serif\">{character}</text></svg>"
        )
        with Image.open(io.BytesIO(png_of(svg, 96, fonts))) as picture:
            pictures.append(picture.tobytes())
            assert picture.getbbox(), f"{character} is not drawn"
    assert len(set(pictures)) == len(text)
