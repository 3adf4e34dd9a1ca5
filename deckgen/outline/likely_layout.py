"""The layout that a slide may have been written for, by its fields and by the name it gives: asked where there is none such."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, get_origin

from deckgen.content import Part
from deckgen.content.tree import Mapping, Node
from deckgen.content.tree import Sequence as Items
from deckgen.layouts import find_layout, layout_aliases, layout_names, parts_of
from deckgen.outline.chinese import fields_of
from deckgen.outline.deck import SlideInfo
from deckgen.outline.other_programs import same_here
from deckgen.outline.places import nearest
from deckgen.outline.spelling import word_meant

_FEWEST = 2
"""How many fields a slide has in common at least with a layout it was written for."""

_MOST_MEANT = 3
"""How many layouts a question offers at most."""


class Likely(NamedTuple):
    """The layouts to ask for, and the one of them to hold the fields of the slide against, or "".

    It is `certain` where the name is a slip of the pen; else the fields are those of this layout and of no other.
    """

    asked: Sequence[str] = ()
    taken: str = ""
    certain: bool = False


def names_of_layouts() -> dict[str, str]:
    """Return all words that name a layout, each with its name in Chinese; an alias has none."""
    return {name: find_layout(name).name_zh for name in layout_names()} | dict.fromkeys(layout_aliases(), "")


def likely_layout(name: str, slide: Mapping) -> Likely:
    """Return what a slide of an unknown layout may have been written for.

    A name with a slip of the pen is that name; else layouts with the fields of the slide count more than those of a like name.
    """
    names = names_of_layouts()
    spelt = word_meant(name, names)
    if spelt:
        meant = spelt if spelt in names else next(layout for layout, zh in names.items() if zh == spelt)
        return Likely([meant], meant, certain=True)
    near, likely = nearest(name, names), _by_fields(slide)
    asked = likely if 0 < len(likely) <= _MOST_MEANT and near not in likely else [near] if near else []
    return Likely(asked, asked[0] if len(asked) == 1 and asked[0] in likely else "")


class _Agreement(NamedTuple):
    """How well the fields of a slide are those of a layout: the more, the better; the first number counts most."""

    known: int
    inside: int
    """-1 for each field of a list that it does not know."""
    needed: int
    """-1 for each field that it needs and does not find."""


def _by_fields(slide: Mapping) -> list[str]:
    """Return the layouts that agree best with the fields of a slide; none where few of them do.

    One that is made of another by adding fields, none of which is there, is not meant: a cover without an image is a cover.
    """
    own = {key: value for key, value in slide.items() if key != "layout" and key not in SlideInfo.model_fields}
    models = {name: find_layout(name).model for name in layout_names()}
    agreeing = {name: _agreement(own, model) for name, model in models.items()}
    best = max(agreeing.values())
    if best.known < max(_FEWEST, len(own) - 1):
        return []
    found = {name: models[name] for name, agreement in agreeing.items() if agreement == best}
    return [name for name, model in found.items() if not any(base in model.__mro__[1:] for base in found.values())]


def _agreement(own: dict[str, Node], model: type[Part]) -> _Agreement:
    fields = fields_of((model,))
    meant = {key if key in fields else same_here(key): value for key, value in own.items()}
    strange = {
        fields[key].name: _strange(value, model, fields[key].name) for key, value in meant.items() if key in fields
    }
    known = {name: count for name, count in strange.items() if count is not None}
    needed = sum(field.is_required() and name not in known for name, field in model.model_fields.items())
    return _Agreement(len(known), -sum(known.values()), -needed)


def _strange(value: Node, model: type[Part], name: str) -> int | None:
    """Return how many fields inside a value are not those of the parts it should hold; None where it is something else.

    It is where a list or a group stands for a text, or most fields of a part are strange.
    """
    annotation = model.model_fields[name].annotation
    parts = tuple(parts_of(annotation))
    if not parts:
        return (
            None
            if isinstance(value, Mapping) or (isinstance(value, Items) and get_origin(annotation) is not list)
            else 0
        )
    if get_origin(annotation) is dict:
        return 0
    groups = [item for item in (value if isinstance(value, Items) else [value]) if isinstance(item, Mapping)]
    known = fields_of(parts)
    strange = [sum(key not in known for key in group) for group in groups]
    most = any(2 * count >= len(group) for group, count in zip(groups, strange, strict=True))
    return None if most else sum(strange)
