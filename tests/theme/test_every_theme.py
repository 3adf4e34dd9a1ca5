"""Changing the theme never breaks a slide, and a finished deck takes another theme as it takes another coat."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pptx
import pytest

from deckgen import theme_names
from deckgen.compiler import Compiled, compile_file
from deckgen.scene.items import PLAIN, ChartBox, Item, TableBox, TextBox
from deckgen.style import replace
from tests.decks import DRAWN, FLAGSHIP, LIMITS, Package, faces_of, flagship, gallery, gallery_outline, prepared

OUTLINES = [FLAGSHIP, gallery_outline()]
FIXED = re.compile(rb"<a:(srgbClr|sysClr|prstClr|hslClr|scrgbClr)\b")
FACES = re.compile(rb'<(?:a:)?(?:latin|ea|cs|sym)\b[^>]* typeface="([^"]*)"')


def told(compiled: Compiled) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in compiled.problems]


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("outline", OUTLINES, ids=["flagship", "gallery"])
def test_every_slide_builds_in_every_theme(outline: Path, theme: str) -> None:
    compiled = compile_file(outline, theme)
    assert not compiled.has_errors, compiled.problems
    assert told(compiled) == told(compile_file(outline, "pulse")), "what is left to do does not depend on the theme"
    assert len(compiled.scenes) == len(compile_file(outline, "pulse").scenes)


@pytest.fixture(params=["flagship", "gallery"])
def built(request: pytest.FixtureRequest) -> Callable[[str], bytes]:
    return flagship if request.param == "flagship" else gallery


@pytest.fixture(params=theme_names())
def deck(request: pytest.FixtureRequest, built: Callable[[str], bytes]) -> Package:
    return Package(built(request.param))


def test_colours_and_faces_stand_in_the_theme_alone(deck: Package) -> None:
    for name, blob in deck.parts.items():
        if name.endswith(".xml") and "/theme/" not in name:
            assert not FIXED.search(blob), name
            assert {face for face in FACES.findall(blob) if not face.startswith(b"+")} <= {b""}, name


def test_a_dark_theme_turns_text_and_ground_round_on_slides_but_not_on_printed_notes() -> None:
    for theme in theme_names():
        deck = Package(flagship(theme))
        shown, printed = (
            re.search(rb'<p:clrMap [^>]*tx1="(\w+)"', deck.parts[name])
            for name in ("ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml")
        )
        assert shown
        assert printed
        assert shown[1] == (b"lt1" if theme == "night" else b"dk1")
        assert printed[1] == b"dk1"


def test_another_theme_part_changes_colours_and_faces() -> None:
    """What a person does with Design › Themes: the part is replaced and nothing else."""
    other = Package(flagship("gazette")).parts["ppt/theme/theme1.xml"]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, blob in Package(flagship("pulse")).parts.items():
            archive.writestr(name, other if name == "ppt/theme/theme1.xml" else blob)
    swapped = Package(target.getvalue())
    theme = swapped.xml("ppt/theme/theme1.xml")
    assert theme.xpath("string(//*[local-name()='majorFont']/*[local-name()='latin']/@typeface)") == "Georgia"
    assert theme.xpath("string(//*[local-name()='accent1']/*/@val)") == "1F5A50"
    used = {slot for blob in swapped.parts.values() for slot in re.findall(rb'schemeClr val="(\w+)"', blob)}
    assert used <= {b"phClr", b"tx1", b"bg1", b"tx2", b"bg2", *(b"accent%d" % n for n in range(1, 7))}
    assert len(pptx.Presentation(target).slides) == 20


@pytest.fixture(scope="module", params=LIMITS, ids=lambda path: path.stem)
def limit_case(request: pytest.FixtureRequest) -> dict[str, Compiled]:
    """The limit cases of a layout in every theme."""
    return {theme: compile_file(prepared(request.param), theme) for theme in theme_names()}


def test_every_limit_case_builds_in_every_theme(limit_case: dict[str, Compiled]) -> None:
    """Text that does not fit and text with too little contrast are errors."""
    told = {theme: [str(one) for one in made.problems if one.severity == "error"] for theme, made in limit_case.items()}
    assert told == {theme: [] for theme in theme_names()}


def test_themes_of_the_same_faces_set_every_text_alike(limit_case: dict[str, Compiled]) -> None:
    """So the drawing of one of them speaks for the others: only corners, motifs and colours differ."""
    for theme, made in limit_case.items():
        for scene, drawn in zip(made.scenes, limit_case[DRAWN[faces_of(theme)]].scenes, strict=True):
            assert list(written(scene.items)) == list(written(drawn.items)), (theme, scene.path)


def written(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield what holds text, without the looks and colours of texts."""
    for item in items:
        if isinstance(item, TextBox):
            styles = tuple(replace(style, color="text") for style in item.styles)
            yield item._replace(look=PLAIN, styles=styles)
        elif isinstance(item, TableBox | ChartBox):
            yield item
