"""The deck is PowerPoint's own: placeholders of named layouts, theme colours and fonts, fields, notes, sections."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.decks import NS, Package, flagship, gallery


@pytest.fixture(scope="module", params=["flagship", "gallery"])
def deck(request: pytest.FixtureRequest) -> Package:
    return Package(flagship("pulse") if request.param == "flagship" else gallery())


def slides(deck: Package) -> list[tuple[str, Any]]:
    return [(name, deck.xml(name)) for name in deck.named("ppt/slides/")]


def layout_of(deck: Package, slide: str) -> str:
    return next(target for target in deck.targets(slide).values() if "slideLayouts" in target)


def placeholders(root: Any) -> list[Any]:
    return list(root.findall(".//p:nvPr/p:ph", NS))


def test_every_layout_is_named_once_and_used(deck: Package) -> None:
    names = [deck.xml(name).find("p:cSld", NS).get("name") for name in deck.named("ppt/slideLayouts/")]
    assert all(names)
    assert len(set(names)) == len(names)
    assert {layout_of(deck, name) for name, _ in slides(deck)} == set(deck.named("ppt/slideLayouts/"))


def test_every_placeholder_of_a_slide_is_one_of_its_layout(deck: Package) -> None:
    for name, root in slides(deck):
        offered = {(ph.get("type"), ph.get("idx")) for ph in placeholders(deck.xml(layout_of(deck, name)))}
        used = [(ph.get("type"), ph.get("idx")) for ph in placeholders(root)]
        assert len(set(used)) == len(used), f"{name} uses a placeholder twice"
        assert set(used) <= offered, f"{name}: {set(used) - offered}"


def test_every_slide_has_a_title_placeholder_with_text(deck: Package) -> None:
    for name, root in slides(deck):
        titles = root.xpath(".//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title']]", namespaces=NS)
        assert len(titles) == 1, name
        assert "".join(titles[0].itertext(f"{{{NS['a']}}}t")).strip(), name


def test_no_placeholder_is_left_empty(deck: Package) -> None:
    for name, root in slides(deck):
        for shape in root.xpath(".//p:sp[p:nvSpPr/p:nvPr/p:ph]", namespaces=NS):
            assert "".join(shape.itertext(f"{{{NS['a']}}}t")).strip(), f"{name}: {shape[0][0].get('name')}"


def test_every_slot_of_a_layout_has_a_prompt(deck: Package) -> None:
    for name in deck.named("ppt/slideLayouts/"):
        for shape in deck.xml(name).xpath(".//p:sp[p:nvSpPr/p:nvPr/p:ph[@hasCustomPrompt='1']]", namespaces=NS):
            assert "".join(shape.itertext(f"{{{NS['a']}}}t")).strip(), f"{name}: {shape[0][0].get('name')}"


def test_colours_are_theme_slots_outside_the_theme(deck: Package) -> None:
    for name, blob in deck.parts.items():
        if name.endswith(".xml") and "/theme/" not in name:
            assert b"srgbClr" not in blob, name
            assert b"prstClr" not in blob, name


def test_fonts_are_theme_references(deck: Package) -> None:
    for name, blob in deck.parts.items():
        if name.endswith(".xml") and "/theme/" not in name:
            faces = set(re.findall(rb'<a:(?:latin|ea|cs) typeface="([^"]*)"', blob))
            assert all(face.startswith(b"+") for face in faces), f"{name}: {faces}"


def test_every_run_says_its_language(deck: Package) -> None:
    for name, root in slides(deck):
        for run in root.iterfind(".//a:r", NS):
            text = run.findtext("a:t", "", NS)
            lang = run.find("a:rPr", NS).get("lang")
            wanted = "zh-CN" if re.search("[\u4e00-\u9fff]", text) else lang
            assert lang, f"{name}: {text!r}"
            assert lang == wanted, f"{name}: {text!r} is {lang}"


def test_list_levels_switch_hanging_punctuation_off(deck: Package) -> None:
    master = deck.xml("ppt/slideMasters/slideMaster1.xml")
    levels = [level for style in master.find("p:txStyles", NS) for level in style]
    assert len(levels) == 1 + 9 + 9
    for level in levels:
        assert (level.get("eaLnBrk"), level.get("latinLnBrk"), level.get("hangingPunct")) == ("1", "0", "0")


def test_number_and_footer_are_fields_of_the_master(deck: Package) -> None:
    footed = [root for _, root in slides(deck) if root.find(".//p:ph[@type='ftr']", NS) is not None]
    assert len(footed) >= len(slides(deck)) / 2
    for root in footed:
        assert root.find(".//a:fld[@type='slidenum']", NS) is not None
    for _, root in slides(deck):
        for number in root.iterfind(".//a:fld[@type='slidenum']", NS):
            holder = number.getparent().getparent().getparent()
            assert holder.find(".//p:ph[@type='sldNum']", NS) is not None


def test_graphics_have_alt_text(deck: Package) -> None:
    for name, root in slides(deck):
        for item in root.xpath(
            ".//p:graphicFrame/p:nvGraphicFramePr/p:cNvPr | .//p:pic/p:nvPicPr/p:cNvPr", namespaces=NS
        ):
            assert (item.get("descr") or "").strip(), f"{name}: {item.get('name')}"


def test_decoration_says_so(deck: Package) -> None:
    adec = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    for name, root in slides(deck):
        for shape in root.xpath(".//p:sp[not(p:txBody)]/p:nvSpPr/p:cNvPr[not(@descr)]", namespaces=NS):
            assert shape.find(f".//{{{adec}}}decorative") is not None, f"{name}: {shape.get('name')}"


def test_shape_ids_and_names_are_unique_on_a_slide(deck: Package) -> None:
    for name, root in slides(deck):
        shapes = root.findall(".//p:cNvPr", NS)
        assert len({shape.get("id") for shape in shapes}) == len(shapes), name
        names = [shape.get("name") for shape in shapes]
        assert len(set(names)) == len(names), f"{name}: {sorted(n for n in names if names.count(n) > 1)}"


def test_charts_carry_a_workbook(deck: Package) -> None:
    for name in deck.named("ppt/charts/"):
        root = deck.xml(name)
        external = root.find("c:externalData", NS)
        assert deck.targets(name)[external.get(f"{{{NS['r']}}}id")].endswith(".xlsx")
        assert root.findall(".//c:f", NS)
        assert root.find("c:txPr", NS) is not None


def test_flagship_has_sections_links_and_notes() -> None:
    deck = Package(flagship("pulse"))
    sections = deck.xml("ppt/presentation.xml").findall(".//p14:section", NS)
    listed = [entry.get("id") for section in sections for entry in section.findall(".//p14:sldId", NS)]
    shown = [entry.get("id") for entry in deck.xml("ppt/presentation.xml").findall("p:sldIdLst/p:sldId", NS)]
    assert listed == shown
    assert len(sections) == 5
    jumps = [link for _, root in slides(deck) for link in root.findall(".//a:hlinkClick[@action]", NS)]
    assert len(jumps) >= 7, "three chapters, the appendix and four causes"
    assert len(deck.named("ppt/notesSlides/")) == len(slides(deck)) == 20
    assert deck.xml("ppt/presentation.xml").find("p:notesMasterIdLst/p:notesMasterId", NS) is not None


def test_quotation_marks_are_latin_in_english_and_chinese_in_chinese() -> None:
    import deckgen

    for lang, wanted in (("en-US", "en-US"), ("zh-CN", "zh-CN")):
        deck = deckgen.Deck("Quotes", lang=lang)
        deck.add("bullets", title="Title", items=["It’s “quoted” — twice …", "Plain"])
        slide = Package(deck.to_bytes()).xml("ppt/slides/slide1.xml")
        run = next(run for run in slide.iterfind(".//a:r", NS) if "“" in run.findtext("a:t", "", NS))
        assert run.find("a:rPr", NS).get("lang") == wanted
