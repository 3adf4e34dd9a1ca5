"""What the deck remembers of itself: a digest per item, so that a later build can tell what a person changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from deckgen.scene.items import ChartBox, Item, PictureBox, Scene, TableBox, TextBox
from deckgen.writers.pptx.names import PROLOG
from deckgen.writers.xml import quoted

NAMESPACE = "urn:deckgen:identity:1"
_ITEM_ID = "{3E8F4A2C-6B1D-4C57-9E0A-7D5B2F8C1A46}"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def identity_part(scenes: Sequence[Scene]) -> bytes:
    """Return the digests of what was written, by slide and item; the outline's text itself is not kept."""
    slides = "".join(f"<slide id={quoted(scene.identity)}>{''.join(_entries(scene.items))}</slide>" for scene in scenes)
    return f'{PROLOG}<deck xmlns="{NAMESPACE}">{slides}</deck>'.encode()


def identity_properties_part() -> bytes:
    """Return the properties that give the data its id."""
    return (
        f'{PROLOG}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_PROPERTIES}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _entries(items: Iterable[Item]) -> Iterable[str]:
    for item in items:
        shown = _shown(item)
        if shown:
            digest = hashlib.blake2b(shown.encode(), digest_size=8).hexdigest()
            yield f'<item name={quoted(item.key)} digest="{digest}"/>'


def _shown(item: Item) -> str:
    if isinstance(item, TextBox):
        return item.plain if item.path else ""
    if isinstance(item, TableBox):
        return "\n".join(["\t".join([cell.plain for cell in row]) for row in item.rows])
    if isinstance(item, PictureBox):
        return hashlib.sha256(item.picture.data).hexdigest()
    return repr(item.plot.chart) if isinstance(item, ChartBox) else ""
