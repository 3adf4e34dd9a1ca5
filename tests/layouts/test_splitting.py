"""A list that is too long continues on a further slide, balanced, its title saying so."""

from __future__ import annotations

import deckgen
from deckgen.compiler import compile_outline
from deckgen.outline.read import parse
from deckgen.scene.items import Scene, TextBox
from deckgen.scene.settle import text_boxes
from tests.decks import NS, Package


def bullets(count: int) -> str:
    point = "个要点说明一件需要占满两行左右的事情，所以写得比较长一些，看看放不放得下"
    items = "\n".join(f"      - 第{n}{point}" for n in range(count))
    return f"deck: {{title: 续页}}\nslides:\n  - layout: bullets\n    title: 要点很多\n    items:\n{items}\n"


def points_on(scene: Scene) -> TextBox:
    return next(box for box in text_boxes(scene.items) if box.key == "items")


def test_seven_points_make_two_balanced_slides() -> None:
    compiled = compile_outline(parse(bullets(7), "many.yaml"))
    assert [scene.title for scene in compiled.scenes] == ["要点很多（续 1/2）", "要点很多（续 2/2）"]
    assert [len(points_on(scene).paragraphs) for scene in compiled.scenes] == [4, 3]


def test_the_parts_share_a_layout_and_keep_ids_of_their_own() -> None:
    compiled = compile_outline(parse(bullets(8), "many.yaml"))
    assert len({scene.identity for scene in compiled.scenes}) == 2
    deck = deckgen.Deck("续页", lang="zh-CN")
    deck.add("bullets", title="要点很多", items=[f"第{n}个要点" for n in range(8)])
    package = Package(deck.to_bytes())
    assert len(package.named("ppt/slides/")) == 2
    assert len(package.named("ppt/slideLayouts/")) == 1
    titles = [package.xml(name).find(".//p:ph[@type='title']", NS) for name in package.named("ppt/slides/")]
    assert all(title is not None for title in titles)


def test_a_single_item_is_never_left_alone() -> None:
    for count in range(7, 14):
        compiled = compile_outline(parse(bullets(count), "many.yaml"))
        for scene in compiled.scenes:
            assert len(points_on(scene).paragraphs) > 1
