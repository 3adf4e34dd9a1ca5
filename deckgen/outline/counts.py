"""Has every list of a slide as many items as its layout has room for, and none that is empty?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_origin

from deckgen.content import Part
from deckgen.content.slot import Declared, declared
from deckgen.content.tree import Mapping, Node, Sequence
from deckgen.layouts import parts_of
from deckgen.outline.field_problems import TOO_FEW, TOO_MANY, empty_item, is_blank
from deckgen.outline.places import Steps, path_to, place_of
from deckgen.problems import Problem


def check_counts(model: type[Part], node: Node, splits: str = "") -> Iterator[Problem]:
    """Yield a problem for each list of a node that has too few items or too many; the list `splits` may have more."""
    return _counts(model, model, node, splits)


def _counts(model: type[Part], owner: type[Part], node: Node, splits: str = "", steps: Steps = ()) -> Iterator[Problem]:
    """Check the items of lists, on the tree: also where a model is invalid. `owner` is the model the steps begin at."""
    if not isinstance(node, Mapping):
        return
    for name, is_list, limits, inner in _slots(model):
        value = node.get(name)
        if isinstance(value, Sequence):
            here = (*steps, name)
            if is_list:
                yield from _count(value, owner, here, limits, name == splits)
            for index, item in enumerate(value):
                if is_blank(item):
                    yield empty_item(item, path_to(value.path, [index]), place_of(owner, (*here, index)))
                for part in inner:
                    yield from _counts(part, owner, item, steps=(*here, index))
        elif value is not None:
            for part in inner:
                yield from _counts(part, owner, value, steps=(*steps, name))


@cache
def _slots(model: type[Part]) -> list[tuple[str, bool, Declared, list[type[Part]]]]:
    """Return the slots of a model: name, whether it is a list, its limits, the parts it holds."""
    return [
        (name, get_origin(field.annotation) is list, declared(field), parts_of(field.annotation))
        for name, field in model.model_fields.items()
    ]


def _count(items: Sequence, owner: type[Part], here: Steps, limits: Declared, splits: bool) -> Iterator[Problem]:
    """Check one list; where it is the whole of a slide, another slide or layout may be the way out."""
    count, least, most = len(items), limits.at_least, limits.at_most
    if (least is None or count >= least) and (most is None or count <= most or splits):
        return
    place, whole = place_of(owner, here), len(here) == 1
    if least is not None and count < least:
        yield TOO_FEW.at(
            items.span, items.path, **place.facts, limit=least, lacking=least - count,
            items_zh=f"只有 {count} 项" if count else "一项也没有",
            items_en="no items" if not count else f"only {count} item{'s' * (count > 1)}",
            instead_zh="，或换一种版式" if whole else "", instead_en=", or use another layout" if whole else "",
        )  # fmt: skip
    if most is not None and count > most and not splits:
        yield TOO_MANY.at(
            items.span, items.path, **place.facts, count=count, limit=most, over=count - most,
            instead_zh="，或分成两张幻灯片" if whole else "", instead_en=", or make two slides of it" if whole else "",
        )  # fmt: skip
