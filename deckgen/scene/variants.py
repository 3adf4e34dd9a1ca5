"""Slide layouts of a deck: what the slides of one structure have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from deckgen.scene.items import ChartBox, Connector, Item, PictureBox, Scene, Shape, Shown, TableBox, TextBox

FIELDS = ("ftr", "sldNum", "dt")
"""Kinds of placeholders that master and layout position."""

OPTIONAL = ("kicker", "tracker", "source")
"""Furniture that a slide may lack without being of another structure."""


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """One named slide layout: its placeholders as the first of its slides shows them, and its shared drawing.

    With `furniture` it carries footer, date and page number as the master shows them; without, `number` is a page number
    in a colour of its own, where there is one. `slots` are the placeholders by key, in reading order; texts stand at
    their base size there.
    """

    name: str
    background: str
    furniture: bool
    number: TextBox | None
    slots: dict[str, Shown]
    shared: tuple[Shape | Connector, ...]
    lang: str


def slide_layouts(scenes: Sequence[Scene]) -> tuple[list[SlideLayout], list[int]]:
    """Return the slide layouts that some scenes need and, for each scene, the index of its layout."""
    keys: dict[object, int] = {}
    layouts: list[SlideLayout] = []
    indexes: list[int] = []
    taken: dict[str, int] = {}
    for scene in scenes:
        structure = (scene.layout, scene.background, tuple(_structure(scene.items)), tuple(shared_items(scene.items)))
        index = keys.get(structure)
        if index is None:
            index = keys[structure] = len(layouts)
            name = f"{scene.layout_name} {scene.variant}".strip()
            taken[name] = taken.get(name, 0) + 1
            if taken[name] > 1:
                name = f"{name} ({taken[name]})"
            layouts.append(
                SlideLayout(
                    name=name,
                    background=scene.background,
                    furniture=_field(scene, "ftr") is not None,
                    number=_field(scene, "sldNum"),
                    slots={},
                    shared=tuple(shared_items(scene.items)),
                    lang=scene.lang,
                )
            )
        # furniture that only a later slide shows, such as a source line, belongs to the layout all the same
        for item in placed_items(scene.items):
            slots = layouts[index].slots
            if item.key not in slots and not (isinstance(item, TextBox) and item.placeholder in FIELDS):
                slots[item.key] = _unfitted(item)
        indexes.append(index)
    return layouts, indexes


def _field(scene: Scene, kind: str) -> TextBox | None:
    """Return the field of a kind that a scene shows, if it does."""
    return next((item for item in scene.items if isinstance(item, TextBox) and item.placeholder == kind), None)


def placed_items(items: Iterable[Item]) -> Iterator[Shown]:
    """Yield what stands in placeholders."""
    for item in items:
        if isinstance(item, PictureBox | ChartBox | TableBox) or (isinstance(item, TextBox) and item.placeholder):
            yield item


def shared_items(items: Iterable[Item]) -> Iterator[Shape | Connector]:
    """Yield what is drawn on the layout."""
    for item in items:
        if isinstance(item, Shape | Connector) and item.shared:
            yield item


def own_items(items: Iterable[Item]) -> Iterator[Item]:
    """Yield what the slide itself holds."""
    for item in items:
        if not (isinstance(item, Shape | Connector) and item.shared):
            yield item


def _structure(items: Iterable[Item]) -> Iterator[object]:
    """Two slides share a layout when their placeholders have the same names, kinds, styles and looks.

    Places and insets may differ: a slide states its own.
    """
    for item in placed_items(items):
        if isinstance(item, TextBox):
            if item.placeholder not in FIELDS and item.key not in OPTIONAL:
                yield (item.key, item.placeholder, item.styles, item.look, item.anchor, item.flow)
        else:
            yield (item.key, type(item).__name__, item.look if isinstance(item, PictureBox) else None)


def _unfitted(item: Shown) -> Shown:
    if isinstance(item, TextBox):
        return item._replace(step=0, tight=False, narrowing=0)
    return item
