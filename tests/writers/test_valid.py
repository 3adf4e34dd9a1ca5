"""Decks are valid Office Open XML and ordered as PowerPoint itself orders them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from deckgen import theme_names
from deckgen.layouts import find_layout, layout_names
from tests.decks import SHARED, Package, flagship, gallery

SPECIMENS = SHARED / "specimens"


@pytest.mark.parametrize("theme", theme_names())
def test_flagship_is_valid(theme: str, tmp_path: Path) -> None:
    assert schema_errors(flagship(theme), tmp_path) == []


@pytest.mark.parametrize("theme", theme_names())
def test_every_example_is_valid(theme: str, tmp_path: Path) -> None:
    assert schema_errors(gallery(theme), tmp_path) == []


def schema_errors(data: bytes, folder: Path) -> list[str]:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator(max_errors=0).validate(str(path)).errors]


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    """Guards the tests above: a validator that finds nothing would prove nothing."""
    package = Package(flagship("pulse"))
    slide = package.xml("ppt/slides/slide2.xml")
    tree = slide.find(".//{*}spTree")
    assert tree is not None
    tree.append(etree.SubElement(tree, "{http://schemas.openxmlformats.org/presentationml/2006/main}nonsense"))
    package.parts["ppt/slides/slide2.xml"] = etree.tostring(slide)
    assert schema_errors(zipped(package), tmp_path)


def zipped(package: Package) -> bytes:
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, blob in package.parts.items():
            archive.writestr(name, blob)
    return stream.getvalue()


@pytest.mark.skipif(not SPECIMENS.is_dir(), reason=f"{SPECIMENS} is absent: XML saved by PowerPoint to compare with")
def test_children_stand_in_the_order_powerpoint_writes() -> None:
    """For each element both have, the children they share must stand in the specimens' order."""
    orders: dict[str, list[list[str]]] = {}
    for file in sorted(SPECIMENS.glob("*.xml")):
        for element in etree.parse(file).getroot().iter(etree.Element):
            orders.setdefault(str(element.tag), []).append(_kinds(element))
    faults = []
    package = Package(flagship("pulse"))
    for name in package.parts:
        if name.endswith(".xml") and not name.startswith("customXml"):
            for element in package.xml(name).iter(etree.Element):
                faults += [f"{name}: {fault}" for fault in _disorder(element, orders.get(str(element.tag), []))]
    assert sorted(set(faults)) == []


def _kinds(element: Any) -> list[str]:
    """Return the tags of the children without repetitions."""
    return list(dict.fromkeys(str(child.tag) for child in element if isinstance(child.tag, str)))


def _disorder(element: Any, orders: list[list[str]]) -> Iterator[str]:
    ours = _kinds(element)
    for order in orders:
        common = [tag for tag in ours if tag in order]
        if common != sorted(common, key=order.index):
            if element.tag.endswith("}chart") and "showDLblsOverMax" in str(order):
                continue  # builds before 2025 wrote extLst before showDLblsOverMax, against the schema
            if element.tag.endswith(("}spTree", "}grpSp", "}path", "}dLbls")):
                continue  # children there stand in an order of their own: z-order, drawing order
            yield f"{etree.QName(element).localname}: {common} against {order}"


@pytest.mark.parametrize("name", layout_names())
def test_every_layout_says_what_it_is(name: str) -> None:
    layout = find_layout(name)
    assert layout.name_zh
    assert layout.summary.endswith(".")
    assert layout.example.strip().startswith(f"layout: {name}")
