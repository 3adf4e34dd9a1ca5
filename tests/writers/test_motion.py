"""Motion: off unless an outline asks for it; transitions and builds as PowerPoint saves them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import deckgen
from deckgen.layouts import find_layout, layout_names
from tests.decks import NS, SHARED, Package, flagship, prepared
from tests.writers.test_valid import schema_errors

SPECIMENS = SHARED / "specimens"
POINTS = {"title": "三件事决定成败", "items": [{"text": "信任", "sub": ["评价", "保证"]}, "速度", "内容"]}
STEPS = {
    "title": "三步走完新品上架",
    "steps": [{"head": "立项"}, {"head": "试产", "text": "先做小批"}, {"head": "铺货"}],
}


def slide(layout: str, fields: dict[str, Any], deck_wide: str = "none", **motion: str) -> Any:
    deck = deckgen.Deck("动画", lang="zh-CN", transition=deck_wide)
    deck.add(layout, **fields, **motion)
    return Package(deck.to_bytes()).xml("ppt/slides/slide1.xml")


def targets(root: Any) -> list[list[str]]:
    """Return the numbers of the shapes that appear on each click."""
    clicks = root.findall(".//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par", NS)
    return [[target.get("spid") for target in click.findall(".//p:set//p:spTgt", NS)] for click in clicks]


def names(root: Any) -> dict[str, str]:
    return {properties.get("id"): properties.get("name") for properties in root.iter(f"{{{NS['p']}}}cNvPr")}


def test_nothing_moves_unless_it_is_asked_for() -> None:
    deck = Package(flagship("pulse"))
    for name in deck.named("ppt/slides/"):
        root = deck.xml(name)
        assert not root.findall(".//p:transition", NS) and root.find("p:timing", NS) is None


@pytest.mark.parametrize(
    ("kind", "effects"), [("fade", ["fade", "fade"]), ("push", ["push", "push"]), ("morph", ["morph", "fade"])]
)
def test_a_transition_has_a_fallback_for_older_programs(kind: str, effects: list[str]) -> None:
    found = slide("bullets", POINTS, kind).findall(".//p:transition", NS)
    assert [etree.QName(transition[0]).localname for transition in found] == effects
    assert [etree.QName(transition.getparent()).localname for transition in found] == ["Choice", "Fallback"]


def test_a_slide_overrides_the_deck() -> None:
    assert slide("bullets", POINTS, "push", transition="fade").find(".//p:fade", NS) is not None
    assert not slide("bullets", POINTS, "push", transition="none").findall(".//p:transition", NS)


@pytest.mark.skipif(not SPECIMENS.is_dir(), reason=f"{SPECIMENS} is absent: XML saved by PowerPoint to compare with")
@pytest.mark.parametrize("kind", ["push", "morph"])
def test_a_transition_is_written_as_powerpoint_saves_it(kind: str) -> None:
    def shown(root: Any) -> list[tuple[str, list[str]]]:
        block = root.find("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")
        return [(element.tag, sorted(set(element.attrib) - {"dir"})) for element in block.iter(etree.Element)]

    saved = etree.parse(SPECIMENS / f"16-transition-{kind}.xml").getroot()
    assert shown(slide("bullets", POINTS, kind)) == shown(saved)


def test_a_list_appears_point_by_point_with_what_belongs_to_it() -> None:
    root = slide("bullets", POINTS, build="one-by-one")
    clicks = root.findall(".//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par", NS)
    ranges = [[(r.get("st"), r.get("end")) for r in click.findall(".//p:set//p:pRg", NS)] for click in clicks]
    assert ranges == [[("0", "0"), ("1", "1"), ("2", "2")], [("3", "3")], [("4", "4")]]
    built = root.findall(".//p:bldP", NS)
    assert [(build.get("build"), build.get("grpId")) for build in built] == [("p", "0")]


def test_steps_appear_with_all_they_are_drawn_with() -> None:
    root = slide("cycle", STEPS, build="one-by-one")
    named = names(root)
    steps = [[named[number] for number in click] for click in targets(root)]
    assert steps == [[name for name in named.values() if name.startswith(f"steps[{index}]")] for index in range(3)]
    assert "steps[1].text" in steps[1]


def test_a_shape_that_the_slide_layout_would_draw_appears_with_its_step() -> None:
    root = slide("process", STEPS, build="one-by-one")
    named = names(root)
    steps = [{named[number] for number in click} for click in targets(root)]
    assert steps[1] == {"steps[1] arrow", "steps[1].head", "steps[1].text"}
    assert "steps[1] arrow" not in names(slide("process", STEPS)).values()


def test_the_mark_of_a_card_appears_with_its_words() -> None:
    cards = {"title": "三张卡片", "items": [{"head": head, "text": "一句话说明"} for head in ("信任", "速度", "内容")]}
    root = slide("cards", cards, build="one-by-one")
    named = names(root)
    steps = [{named[number] for number in click} for click in targets(root)]
    assert steps == [{f"items[{n}].head bar", f"items[{n}]"} for n in range(3)]


def test_times_are_numbered_once() -> None:
    root = slide("hub-spoke", {"title": "一份数据", "hub": "数据", "spokes": STEPS["steps"]}, build="one-by-one")
    ids = [time.get("id") for time in root.findall(".//p:cTn", NS)]
    assert ids == [str(number) for number in range(1, len(ids) + 1)]
    shapes = {shape.find(".//p:cNvPr", NS).get("id") for shape in root.iter(f"{{{NS['p']}}}sp")}
    grouped = {t.get("spid") for e in root.findall(".//p:cTn[@grpId]", NS) for t in e.findall(".//p:spTgt", NS)}
    assert grouped == {build.get("spid") for build in root.findall(".//p:bldP", NS)} <= shapes


def test_every_layout_can_be_built_one_by_one(tmp_path: Path) -> None:
    slides = "".join(
        "  - "
        + find_layout(name).example.strip().replace("\n", "\n    ")
        + "\n    build: one-by-one\n    transition: morph\n"
        for name in layout_names()
    )
    outline = tmp_path / "every.yaml"
    outline.write_text(f"deck: {{title: 版式总览, lang: zh-CN}}\nslides:\n{slides}", encoding="utf-8")
    data = deckgen.load(prepared(outline)).to_bytes()
    assert schema_errors(data, tmp_path) == []
    deck = Package(data)
    built = 0
    for name in deck.named("ppt/slides/"):
        root = deck.xml(name)
        clicks = targets(root)
        assert {number for click in clicks for number in click} <= set(names(root))
        assert len(clicks) != 1, f"{name}: a single step is no build"
        built += bool(clicks)
    assert built > 10
