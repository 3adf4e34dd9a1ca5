"""Connectors end where the items they are glued to have their sites, whichever way they run."""

from __future__ import annotations

from itertools import chain
from math import cos, radians, sin
from typing import Any

import pytest
from lxml import etree

from deckgen.compiler import compile_outline
from deckgen.frame import Frame
from deckgen.layouts import find_layout
from deckgen.outline.read import parse
from deckgen.scene.geometry import sites
from deckgen.scene.items import Bend, Connector, Look, Shape, Stroke, TextBox
from deckgen.theme import load_theme
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.names import NAMESPACES
from deckgen.writers.pptx.shape import connector
from tests.decks import NS


@pytest.mark.parametrize("bend", ["", "across", "down"])
@pytest.mark.parametrize("end", [(300, 260), (300, 60), (40, 260), (40, 60), (300, 100)])
def test_a_connector_runs_from_its_start_to_its_end(bend: Bend, end: tuple[float, float]) -> None:
    line = Connector("line", 200, 100, *end, Stroke("grey", 1), bend=bend)
    xml = connector(line, 2, Palette(load_theme("pulse").roles), lambda key: 0)
    root: Any = etree.fromstring(xml.replace("<p:cxnSp", f"<p:cxnSp {NAMESPACES}", 1))
    placed = root.find(".//a:xfrm", NS)
    x, y = (int(placed.find("a:off", NS).get(name)) / 12700 for name in "xy")
    width, height = (int(placed.find("a:ext", NS).get(name)) / 12700 for name in ("cx", "cy"))
    turn = radians(int(placed.get("rot", 0)) / 60000)

    def shown(right: bool, low: bool) -> tuple[float, float]:
        """Return where a corner of the frame is drawn: flipped, then turned about the middle."""
        across = width / 2 if right != (placed.get("flipH") == "1") else -width / 2
        down = height / 2 if low != (placed.get("flipV") == "1") else -height / 2
        return (
            x + width / 2 + across * cos(turn) - down * sin(turn),
            y + height / 2 + across * sin(turn) + down * cos(turn),
        )

    assert shown(False, False) == pytest.approx((200, 100), abs=0.01)
    assert shown(True, True) == pytest.approx(end, abs=0.01)


def test_sites_are_numbered_as_powerpoint_numbers_them() -> None:
    """From the top against the clock, as `presetShapeDefinitions.xml` lists the sites of a geometry."""
    frame = Frame(100, 200, 80, 40)
    assert sites(Look("rect"), frame) == ((140, 200), (100, 220), (140, 240), (180, 220))
    assert sites(Look("rect"), frame) == sites(Look("diamond"), frame)
    across, down = 40 * cos(radians(45)), 20 * sin(radians(45))
    around = [(140, 200), (140 - across, 220 - down), (100, 220), (140 - across, 220 + down),
              (140, 240), (140 + across, 220 + down), (180, 220), (140 + across, 220 - down)]  # fmt: skip
    assert [*chain(*sites(Look("ellipse"), frame))] == pytest.approx([*chain(*around)])


@pytest.mark.parametrize("name", ["logic-tree", "hub-spoke", "problem-solution"])
def test_glued_ends_stand_on_the_sites_they_name(name: str) -> None:
    slide = find_layout(name).example.strip().replace("\n", "\n    ")
    scene = compile_outline(parse(f"deck: {{title: 连线}}\nslides:\n  - {slide}\n", "deck.yaml")).scenes[0]
    items = {item.key: item for item in scene.items}
    glued = [item for item in scene.items if isinstance(item, Connector) and item.start_key]
    assert len(glued) >= 3
    for line in glued:
        for key, site, place in (
            (line.start_key, line.start_site, (line.x1, line.y1)),
            (line.end_key, line.end_site, (line.x2, line.y2)),
        ):
            item = items[key]
            assert isinstance(item, TextBox | Shape)
            assert sites(item.look, item.frame)[site] == pytest.approx(place, abs=0.5)
