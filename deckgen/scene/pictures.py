"""Each picture file is stored once in a deck: as large as the largest of its places needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.images.picture import Picture
from deckgen.scene.items import Item, PictureBox, Scene


def stored_once(scenes: Sequence[Scene]) -> list[Scene]:
    """Return the scenes with one version of each picture; every place keeps its own crop."""
    largest: dict[str, Picture] = {}
    for scene in scenes:
        for item in scene.items:
            if isinstance(item, PictureBox):
                known = largest.get(item.picture.origin)
                if known is None or item.picture.pixels > known.pixels:
                    largest[item.picture.origin] = item.picture
    if not any(largest):
        return list(scenes)
    return [scene._replace(items=tuple(_replaced(item, largest) for item in scene.items)) for scene in scenes]


def _replaced(item: Item, largest: dict[str, Picture]) -> Item:
    if isinstance(item, PictureBox) and item.picture.origin:
        return item._replace(picture=replace(largest[item.picture.origin], crop=item.picture.crop))
    return item
