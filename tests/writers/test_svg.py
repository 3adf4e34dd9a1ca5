"""Slides as SVG: everything a scene holds is drawn, says where it comes from, and is well-formed."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from deckgen.compiler import Compiled, compile_file, compile_outline
from deckgen.frame import Frame
from deckgen.outline.read import parse
from deckgen.scene.items import ChartBox, Connector, Item, Look, PictureBox, Shape, Stroke, TableBox, TextBox
from deckgen.theme import load_theme
from deckgen.writers.svg.geometry import outline
from deckgen.writers.svg.lines import laid
from deckgen.writers.svg.paint import Paint
from deckgen.writers.svg.shape import connector
from deckgen.writers.svg.slide import svg_of
from tests.decks import LIMITS, OUTLINES, gallery_outline, prepared

SVG = "{http://www.w3.org/2000/svg}"


@functools.cache
def compiled(path: Path, theme: str = "pulse") -> Compiled:
    return compile_file(prepared(path), theme)


def drawn(path: Path, number: int, theme: str = "pulse") -> str:
    deck = compiled(path, theme)
    assert deck.setting
    return svg_of(deck.scenes[number - 1], deck.setting, number)


def one(slide: str) -> tuple[str, Any]:
    """Return the drawing of a deck of one slide, and the same as XML."""
    deck = compile_outline(parse(f"deck: {{title: 一份, theme: pulse}}\nslides:\n{slide}", "deck.yaml"))
    assert deck.setting, deck.problems
    svg = svg_of(deck.scenes[0], deck.setting)
    return svg, etree.fromstring(svg.encode())


def words(root: Any) -> str:
    return "".join("".join(root.itertext()).split())


def said(item: Item) -> list[str]:
    """Return what an item shows, paragraph by paragraph, without spaces."""
    if isinstance(item, TextBox):
        texts = [paragraph.plain for paragraph in item.paragraphs]
    elif isinstance(item, TableBox):
        texts = [paragraph.plain for row in item.rows for cell in row for paragraph in cell.paragraphs]
    elif isinstance(item, ChartBox):
        named = item.plot.named
        names = item.plot.chart.categories
        texts = [name for index, name in enumerate(names) if not named or index in named]
        if item.plot.type == "donut" or (item.plot.type == "stacked100" and len(names) == 1):
            texts = []
    else:
        texts = []
    return ["".join(text.split()) for text in texts]


DECKS = [*OUTLINES, *LIMITS, gallery_outline()]


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_every_word_of_a_deck_is_drawn(path: Path) -> None:
    for number, scene in enumerate(compiled(path).scenes, 1):
        root: Any = etree.fromstring(drawn(path, number).encode())
        shown = words(root)
        missing = [text for item in scene.items for text in said(item) if text not in shown]
        assert not missing, f"slide {number} ({scene.layout})"


def test_the_gallery_holds_every_kind_of_item() -> None:
    """Guards the tests here: what no slide has, they do not look at."""
    items = [item for scene in compiled(gallery_outline()).scenes for item in scene.items]
    assert {type(item) for item in items} == {TextBox, Shape, Connector, PictureBox, ChartBox, TableBox}
    assert {"across", "stacked"} <= {item.flow for item in items if isinstance(item, TextBox)}
    assert any(isinstance(item, Shape) and item.look.fade for item in items)


@pytest.mark.parametrize("theme", ["pulse", "night"])
def test_every_slide_of_the_gallery_stands_for_itself(theme: str) -> None:
    path, seen = gallery_outline(), set[str]()
    for number in range(1, len(compiled(path, theme).scenes) + 1):
        svg = drawn(path, number, theme)
        root: Any = etree.fromstring(svg.encode())
        assert root.get("viewBox") == "0 0 960 540"
        names = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(names) == len(set(names))
        assert not seen.intersection(names), "ids of two slides in one document must not meet"
        seen.update(names)
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) == set(names)
        assert all(link.startswith("data:image/") for link in re.findall(r'href="([^"]{0,20})', svg))
        assert not re.search(r"nan|inf\b|None", re.sub(r"data:image[^\"]+|>[^<]*<|label=\"[^\"]*\"", "", svg))


def test_what_shows_a_value_of_the_outline_says_which() -> None:
    path = gallery_outline()
    for number, scene in enumerate(compiled(path).scenes, 1):
        root: Any = etree.fromstring(drawn(path, number).encode())
        placed = {element.get("data-path") for element in root.iter() if "data-path" in element.attrib}
        expected = {
            item.path
            for item in scene.items
            if not isinstance(item, Shape | Connector) and item.path and item.span
            and not (isinstance(item, TextBox) and item.decorative)
        }  # fmt: skip
        assert placed == expected
        assert all(name.startswith(f"slides[{number - 1}]") for name in placed)


def test_a_text_stands_in_the_group_of_its_value() -> None:
    _, root = one("  - layout: statement\n    text: 只有一句话\n    attribution: 一次访谈\n")
    (group,) = root.findall(f".//{SVG}g[@data-path='slides[0].text']")
    assert words(group) == "只有一句话"


def test_lines_are_those_the_typesetter_broke() -> None:
    deck = compiled(gallery_outline())
    assert deck.setting
    for scene in deck.scenes:
        for box in (item for item in scene.items if isinstance(item, TextBox) and item.flow == "across" and item.lines):
            lines = laid(box, deck.setting.typesetter)
            assert len(lines) == box.lines or box.placeholder == "title", (scene.layout, box.key)
            assert [line.baseline for line in lines] == sorted(line.baseline for line in lines)


def test_characters_that_xml_reserves_stand_for_themselves() -> None:
    text = """<b>A & B</b> "quoted" ]]> 'x'"""
    _, root = one(f"  - layout: statement\n    text: |-\n      {text}\n")
    assert "".join(text.split()) in words(root)
    assert root.get("aria-label", "").count("<") in (0, 2)
    assert not root.findall(f".//{SVG}b")


MIXED = "  - {layout: statement, text: 复购率38%高于行业}\n"


def test_pieces_of_a_line_stand_where_they_were_measured() -> None:
    _, root = one(MIXED)
    line = next(e for e in root.iter(f"{SVG}text") if "复购率" in words(e))
    places = [float(span.get("x")) for span in line]
    size = float(line.get("font-size"))
    assert [span.text for span in line] == ["复购率", "38%", "高于行业"]
    assert places[1] - places[0] == pytest.approx((3 + 0.24) * size, abs=0.1)  # a gap parts the scripts
    assert places[2] - places[1] == pytest.approx((2 * 0.556 + 0.889 + 0.24) * size, abs=0.1)


def test_full_width_marks_bring_white_of_their_own() -> None:
    _, root = one("  - {layout: statement, text: 占比（62%），仍在涨}\n")
    line = next(e for e in root.iter(f"{SVG}text") if "占比" in words(e))
    places = [float(span.get("x")) for span in line]
    size = float(line.get("font-size"))
    assert [span.text for span in line] == ["占比（", "62%", "），仍在涨"]
    assert places[1] - places[0] == pytest.approx(3 * size, abs=0.1)
    assert places[2] - places[1] == pytest.approx((2 * 0.556 + 0.889) * size, abs=0.1)


def test_pieces_in_a_face_of_uncertain_width_follow_one_another() -> None:
    """Georgia, where it is missing, is shown by narrower faces: measured places would leave holes."""
    deck = compile_outline(parse(f"deck: {{title: 一份, theme: gazette}}\nslides:\n{MIXED}", "deck.yaml"))
    assert deck.setting
    flowing: Any = etree.fromstring(svg_of(deck.scenes[0], deck.setting).encode())
    line = next(e for e in flowing.iter(f"{SVG}text") if "复购率" in words(e))
    assert [(span.get("x") is None, span.get("dx") is None) for span in line] == [
        (False, True),
        (True, False),
        (True, False),
    ]

    def narrow(text: str, face: str, *, bold: bool) -> float:
        assert (face, bold) == ("Georgia", True)
        return 0.5 * len(text)

    pinned: Any = etree.fromstring(svg_of(deck.scenes[0], deck.setting, 1, narrow).encode())
    line = next(e for e in pinned.iter(f"{SVG}text") if "复购率" in words(e))
    places, size = [float(span.get("x")) for span in line], float(line.get("font-size"))
    assert places[2] - places[1] == pytest.approx((3 * 0.5 + 0.24) * size, abs=0.1)


def test_equal_scenes_are_equal_bytes() -> None:
    path = gallery_outline()
    again = compile_file(path, "pulse")
    assert again.setting
    for number, scene in enumerate(again.scenes, 1):
        assert svg_of(scene, again.setting, number) == drawn(path, number)


def test_a_picture_shows_what_its_crop_leaves() -> None:
    deck = compiled(gallery_outline())
    pictures = [
        (number, item)
        for number, scene in enumerate(deck.scenes, 1)
        for item in scene.items
        if isinstance(item, PictureBox)
    ]
    number, item = next((n, some) for n, some in pictures if any(some.picture.crop))
    root: Any = etree.fromstring(drawn(gallery_outline(), number).encode())
    left, top, right, bottom = item.picture.crop
    image = root.find(f".//{SVG}g[@data-path='{item.path}']//{SVG}image")
    width, height = float(image.get("width")), float(image.get("height"))
    assert width * (1 - left - right) == pytest.approx(item.frame.width, abs=0.1)
    assert height * (1 - top - bottom) == pytest.approx(item.frame.height, abs=0.1)
    assert float(image.get("x")) + left * width == pytest.approx(item.frame.x, abs=0.1)


def test_a_grey_picture_loses_its_colours() -> None:
    logos = next(path for path in LIMITS if path.stem == "logos")
    scenes = compiled(logos).scenes
    numbers = [
        n
        for n, scene in enumerate(scenes, 1)
        if any(isinstance(item, PictureBox) and item.grey for item in scene.items)
    ]
    assert numbers and all("feColorMatrix" in drawn(logos, n) for n in numbers)


def test_links_are_underlined_and_note_marks_raised() -> None:
    _, root = one(
        "  - layout: bullets\n    title: 标题在此\n    items: ['见[这里](https://example.com)', 有注[^1]的话, 第三条]\n"
        "    footnotes: [注释]\n"
    )
    assert [words(e) for e in root.iter() if e.get("text-decoration") == "underline"] == ["这里"]
    (line,) = [e for e in root.iter(f"{SVG}text") if "有注" in words(e)]
    before, mark, after = line
    assert (mark.text, before.get("y")) == ("①", after.get("y"))
    assert float(mark.get("y")) < float(before.get("y")) and float(mark.get("font-size")) < 14


FRAME = Frame(100, 200, 80, 40)


@pytest.mark.parametrize(
    ("look", "path"),
    [
        (Look("chevron", adjust=(("adj", 50000),)), "M100 200L160 200L180 220L160 240L100 240L120 220Z"),
        (Look("homePlate", adjust=(("adj", 25000),)), "M100 200L170 200L180 220L170 240L100 240Z"),
        (Look("diamond"), "M100 220L140 200L180 220L140 240Z"),
        (Look("trapezoid", adjust=(("adj", 50000),)), "M100 240L120 200L160 200L180 240Z"),
        (Look("arc", adjust=(("adj1", 16200000), ("adj2", 0))), "M140 200A40 20 0 0 1 180 220"),
        (Look("pie", adjust=(("adj1", 0), ("adj2", 16200000))), "M180 220A40 20 0 1 1 140 200L140 220Z"),
        (Look("rect", radius=8, corners="top"), "M108 200A8 8 0 0 0 100 208V240H180V208A8 8 0 0 0 172 200Z"),
    ],
    ids=lambda value: value.geometry if isinstance(value, Look) else "",
)
def test_geometries_are_those_of_drawingml(look: Look, path: str) -> None:
    """As `presetShapeDefinitions.xml` defines them."""
    assert outline(look, FRAME) == f'<path d="{path}"'


def test_a_rectangle_is_no_rounder_than_it_is_high() -> None:
    assert outline(Look("rect", radius=50), FRAME).endswith('rx="20"')
    assert "rx" not in outline(Look("roundRect", adjust=(("adj", 0),)), FRAME)


@pytest.mark.parametrize(
    ("bend", "course"), [("", "M0 0L30 40"), ("across", "M0 0L15 0L15 40L30 40"), ("down", "M0 0L0 20L30 20L30 40")]
)
def test_connectors_bend_halfway(bend: Any, course: str) -> None:
    paint = Paint(load_theme("pulse"), "")
    assert f'd="{course}"' in connector(Connector("c", 0, 0, 30, 40, Stroke("grey", 1), bend=bend), paint)


def test_a_line_ends_inside_its_head() -> None:
    paint = Paint(load_theme("pulse"), "")
    svg = connector(Connector("c", 0, 0, 100, 0, Stroke("grey", 2), tail="triangle"), paint)
    assert 'd="M0 0L95.2 0"' in svg
    assert 'd="M100 0L94 3L94 -3Z"' in svg
