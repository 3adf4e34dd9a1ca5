"""Each picture file is stored once in a deck: as large as the largest of its places needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckgen.images.picture import Picture
from deckgen.scene.items import Group, Item, PictureBox, Scene


def stored_once(scenes: Sequence[Scene]) -> list[Scene]:
    """Return the scenes with one version of each picture; every place keeps its own crop."""
    largest: dict[str, Picture] = {}
    for scene in scenes:
        for box in _boxes(scene.items):
            known = largest.get(box.picture.origin)
            if known is None or box.picture.pixels > known.pixels:
                largest[box.picture.origin] = box.picture
    if not any(largest):
        return list(scenes)
    return [scene._replace(items=tuple(_replaced(item, largest) for item in scene.items)) for scene in scenes]


def _boxes(items: Iterable[Item]) -> Iterator[PictureBox]:
    for item in items:
        if isinstance(item, PictureBox):
            yield item
        elif isinstance(item, Group):
            yield from _boxes(item.items)


def _replaced(item: Item, largest: dict[str, Picture]) -> Item:
    if isinstance(item, Group):
        return item._replace(items=tuple(_replaced(inner, largest) for inner in item.items))
    if isinstance(item, PictureBox) and item.picture.origin:
        return item._replace(picture=replace(largest[item.picture.origin], crop=item.picture.crop))
    return item
