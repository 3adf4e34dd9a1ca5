"""The layouts that a slide may have been written for, by the fields it has: asked where its layout has no known name."""

from __future__ import annotations

from deckgen.content import Part
from deckgen.content.tree import Mapping, Node, Sequence
from deckgen.layouts import find_layout, layout_names
from deckgen.outline.chinese import fields_of
from deckgen.outline.deck import SlideInfo

_FEWEST = 2
"""How many fields a slide has in common at least with a layout it was written for."""


def likely_layouts(slide: Mapping) -> list[str]:
    """Return the layouts that have most of the fields of a slide, and of its lists, and miss the fewest; none where few agree."""
    own = {key: value for key, value in slide.items() if key != "layout" and key not in SlideInfo.model_fields}
    agreeing = {name: _agreement(own, find_layout(name).model) for name in layout_names()}
    best = max(agreeing.values())
    return [name for name, agreement in agreeing.items() if agreement == best and best[0] >= max(_FEWEST, len(own) - 1)]


def _agreement(own: dict[str, Node], model: type[Part]) -> tuple[int, int]:
    """Return how many fields of a slide a layout has, 0 where it lacks what stands inside of them, and -1 for each it needs."""
    fields = fields_of((model,))
    known = [(fields[key], value) for key, value in own.items() if key in fields]
    fits = all(_fits(value, field.parts) for field, value in known if field.parts and not field.keyed)
    written = {field.name for field, _ in known}
    missing = sum(field.is_required() and name not in written for name, field in model.model_fields.items())
    return (len(known) if fits else 0, -missing)


def _fits(node: Node, parts: tuple[type[Part], ...]) -> bool:
    if isinstance(node, Sequence):
        return all(_fits(item, parts) for item in node)
    return not isinstance(node, Mapping) or node.keys() <= fields_of(parts).keys()
