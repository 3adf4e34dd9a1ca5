"""The fields of a deck, a source or a slide held against their model, every mistake in the words of their author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.content import Part
from deckgen.content.mistake import MISTAKE
from deckgen.content.slot import Declared, declared
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.layouts import parts_of
from deckgen.outline.field_problems import (
    EMPTY,
    MISSING,
    NOT_CHOICE,
    NOT_FLAG,
    NOT_PAIRS,
    TOO_FEW,
    TOO_MANY,
    empty_item,
    found,
    is_blank,
    needless_field,
    not_group,
    not_list,
    not_text,
    other_fields,
    unfit_field,
    unknown_field,
    unknown_first_field,
)
from deckgen.outline.forms import Said, choices_of, form_of, one_of, where_to_add
from deckgen.outline.mistakes import COLON_IN_TEXT
from deckgen.outline.other_programs import reason_against, same_here
from deckgen.outline.places import (
    Place,
    Steps,
    field_zh,
    listed_en,
    named,
    names_zh,
    nearest,
    path_to,
    place_of,
    written,
)
from deckgen.outline.reshaped import as_pairs
from deckgen.outline.signs import quoted
from deckgen.outline.spelling import field_names, with_field_spelt, with_value_spelt, word_meant
from deckgen.problems import Kind, Problem, Span
from deckgen.problems.suggest import folded

_WORD = re.compile(r"[\w-]+")
"""What may have been meant as the name of a field; anything else is text."""
_Model = TypeVar("_Model", bound=Part)


def checked(
    model: type[_Model],
    node: Node,
    path: str,
    owner: Place,
    problems: list[Problem],
    beside: type[Part] | None = None,
    splits: str = "",
) -> _Model | None:
    """Return the model of a node, or None once its mistakes are noted.

    `owner` is what the node is called. Fields of the model `beside` are checked elsewhere; here they are only offered
    where a field is unknown. The list `splits` may be longer than it should be.
    """
    if not isinstance(node, Mapping) and not (model.MAIN and isinstance(node, Scalar)):
        problems.append(not_group(model, node, path, owner))
        return None
    before = len(problems)
    made: _Model | None = None
    try:
        made = model.model_validate(node)
    except ValidationError as failure:
        problems.extend(_Translation(model, node, path, owner, beside).of(failure.errors(include_url=False)))
    problems.extend(_counts(model, model, node, splits))
    return made if len(problems) == before else None


class _Translation:
    """Turns pydantic's errors about one node into problems: one mistake, one problem."""

    def __init__(self, model: type[Part], node: Node, path: str, owner: Place, beside: type[Part] | None) -> None:
        self.model = model
        self.node = node
        self.path = path
        self.owner = owner
        self.beside = beside

    def of(self, errors: list[ErrorDetails]) -> Iterator[Problem]:
        """Yield the problems; a field that a misspelt one was meant for is not reported as missing too."""
        missing = {error["loc"] for error in errors if error["type"] == "missing"}
        unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
        explained: set[Steps] = set()
        strange = self._strange(unknown, missing)
        for parent in strange:
            yield self._other_fields(parent)
        unknown = [loc for loc in unknown if loc[:-1] not in strange]
        missing = {loc for loc in missing if loc[:-1] not in strange}
        for loc in unknown:
            why = self._reason_against(loc)
            same = self._same(loc)
            near = "" if why else same if same and loc[-1] not in field_names() else self._meant(loc)
            torn = "" if near else self._torn_text(loc)
            if torn:
                explained.add((*loc[:-1], _model_at(self.model, loc[:-1]).MAIN))
                span = _reached(self.node, loc[:-1])[0].span
                yield COLON_IN_TEXT.at(span, path_to(self.path, loc), fixed=f"- {quoted(torn)}")
                continue
            lacking = [gap for gap in missing if gap[:-1] == loc[:-1]]
            if not near and not why and len(lacking) == 1 == sum(other[:-1] == loc[:-1] for other in unknown):
                near = str(lacking[0][-1])
            near = near or same
            explained.add((*loc[:-1], near))
            yield self._unknown(loc, near, why)
        for error in errors:
            if error["type"] == "missing" and error["loc"] in missing - explained:
                yield self._missing(error["loc"])
            elif error["type"] not in ("extra_forbidden", "missing"):
                yield from self._wrong(error)

    def _strange(self, unknown: Iterable[Steps], missing: Iterable[Steps]) -> list[Steps]:
        """Return the items of lists none of whose fields, two at least, is known although some are needed."""
        found = []
        for parent in dict.fromkeys(loc[:-1] for loc in unknown if len(loc) > 1 and isinstance(loc[-2], int)):
            node, _ = _reached(self.node, parent)
            names = [loc for loc in unknown if loc[:-1] == parent]
            needed = any(loc[:-1] == parent for loc in missing)
            if needed and len(names) == len(node) > 1 and not any(self._meant(loc) for loc in names):
                found.append(parent)
        return found

    def _other_fields(self, loc: Steps) -> Problem:
        """Return the problem of an item of strange fields; where another list has them all, it may lack its name."""
        node, steps = _reached(self.node, loc)
        assert isinstance(node, Mapping)
        holder = _model_at(self.model, loc[:-2])
        fields = {name: parts_of(field.annotation) for name, field in holder.model_fields.items() if name != loc[-2]}
        fitting = [name for name, parts in fields.items() if any(set(node) <= set(part.model_fields) for part in parts)]
        beside = {name: field_zh(holder, name) for name in fitting[:1]}
        return other_fields(node, path_to(self.path, steps), self._place(steps), _model_at(self.model, loc), beside)

    def _torn_text(self, loc: Steps) -> str:
        """Return the text that a colon took apart, where an item that may be plain text has one field of no known name."""
        parent, _ = _reached(self.node, loc[:-1])
        key = str(loc[-1])
        value = parent.get(key) if isinstance(parent, Mapping) and len(parent) == 1 else None
        is_item = len(loc) > 1 and isinstance(loc[-2], int)
        if (
            not is_item
            or not _model_at(self.model, loc[:-1]).MAIN
            or not isinstance(value, Scalar)
            or _WORD.fullmatch(key)
        ):
            return ""
        return f"{key}: {value}"

    def _known(self, loc: Steps) -> dict[str, str]:
        """Return the fields there are beside one that is not."""
        return names_zh(_model_at(self.model, loc[:-1]), *([self.beside] if self.beside and len(loc) == 1 else []))

    def _meant(self, loc: Steps) -> str:
        """Return the field that an unknown one was most likely meant for: none that is there already."""
        return nearest(str(loc[-1]), self._free(loc))

    def _free(self, loc: Steps) -> dict[str, str]:
        """Return the fields that an unknown one may have been meant for."""
        parent, _ = _reached(self.node, loc[:-1])
        there = parent if isinstance(parent, Mapping) else Mapping()
        return {name: zh for name, zh in self._known(loc).items() if name not in there}

    def _same(self, loc: Steps) -> str:
        """Return the field that does what an unknown one of another program does, where it is not there yet."""
        same = same_here(str(loc[-1]))
        return same if same in self._free(loc) else ""

    def _reason_against(self, loc: Steps) -> Said | None:
        """Return why an unknown field has no place in a deck, where it is one of another program that nothing here does."""
        word = str(loc[-1])
        names = {folded(name) for pair in self._known(loc).items() for name in pair}
        if not self.path or folded(word) in names or self._same(loc):
            return None  # the empty path is that of a theme, which has colours and typefaces of its own
        return reason_against(word, len(loc) == 1)

    def _unknown(self, loc: Steps, near: str, why: Said | None) -> Problem:
        parent, steps = _reached(self.node, loc[:-1])
        key = str(loc[-1])
        place, here = self._place(steps), path_to(self.path, loc)
        assert isinstance(parent, Mapping)
        span = parent.key_spans.get(key)
        others = len(parent) > 1 or not steps  # a slide has its layout besides
        if not near and others and _holds_the_dash(parent, span):
            return unknown_first_field(place, key, parent[key], span, here, why)
        if why:
            return needless_field(place, key, span, here, why)
        value, owner = parent[key], self._owner(loc, near) if near else None
        choices = choices_of(owner.model_fields[near].annotation) if owner else ()
        if owner and choices and value not in choices:
            form, needed = one_of(owner, near, str(value)), owner.model_fields[near].is_required()
            problem = unfit_field(place, key, span, here, form, needed)
            # a word that is misspelt too is mended in the next round
            return with_field_spelt(problem, key, self._free(loc)) if _is_misspelt(value, choices) else problem
        problem = unknown_field(place, key, self._free(loc), span, here, near)
        return with_field_spelt(problem, key, self._free(loc))

    def _missing(self, loc: Steps) -> Problem:
        parent, steps = _reached(self.node, loc[:-1])
        owner, name = _model_at(self.model, loc[:-1]), str(loc[-1])
        here = path_to(self.path, loc)
        if isinstance(parent, Mapping) and name in parent:
            return self._empty(parent[name], (*steps, name), here, parent.key_spans.get(name))
        form, where = form_of(owner, name), where_to_add(parent)
        return MISSING.at(
            parent.span, here, **self._place(steps).facts, name=name,
            named_zh=named(name, field_zh(owner, name)), form_zh=form.zh, form_en=form.en, where_zh=where.zh, where_en=where.en,
            doc=_within(str(owner.model_fields[name].description)),
        )  # fmt: skip

    def _wrong(self, error: ErrorDetails) -> Iterator[Problem]:
        kind, loc = error["type"], error["loc"]
        wrong, steps = _reached(self.node, loc)
        place, here = self._place(steps), path_to(self.path, steps)
        if is_blank(wrong):
            if not (steps and isinstance(steps[-1], int)):  # counting the items tells of an empty one
                yield self._empty(wrong, steps, here, wrong.span)
        elif kind == "not_text" or (kind == "literal_error" and not isinstance(wrong, Scalar)):
            above = _reached(self.node, steps[:-1])[0]
            yield not_text(wrong, here, place, self._lead(steps), above.flow if isinstance(above, Mapping) else False)
        elif kind == "list_type":
            field = _model_at(self.model, loc[:-1]).model_fields[str(loc[-1])]
            yield not_list(wrong, here, place, self._lead(steps), parts_of(field.annotation))
        elif kind == "dict_type":
            helps = as_pairs(wrong, self._lead(steps)).helps
            yield NOT_PAIRS.at(wrong.span, here, **place.facts, **found(wrong), **helps)
        elif kind in ("model_type", "model_attributes_type"):
            yield not_group(_model_at(self.model, loc), wrong, here, place)
        elif kind == "literal_error":
            field = _model_at(self.model, loc[:-1]).model_fields[str(loc[-1])]
            choices, meanings = choices_of(field.annotation), declared(field).choices
            near = nearest(str(wrong), {choice: meanings.get(choice, "") for choice in choices})
            problem = NOT_CHOICE.at(
                wrong.span, here, **place.facts, value=wrong, choices_zh="、".join(choices), choices_en=listed_en(choices),
                near_zh=f"是不是「{near}」？" if near else "", near_en=f"Did you mean “{near}”? " if near else "",
            )  # fmt: skip
            yield with_value_spelt(problem, str(wrong), dict.fromkeys(choices, ""))
        elif kind == MISTAKE:
            facts = dict(error["ctx"])
            span = facts.pop("span") or wrong.span
            yield Kind(facts["code"], "error", "{zh}", "{en}", "{zh_hint}", "{en_hint}").at(span, here, **facts)
        else:
            said = {"found_zh": f"「{wrong}」", "found_en": f"“{wrong}”"} if isinstance(wrong, Scalar) else found(wrong)
            yield NOT_FLAG.at(wrong.span, here, **place.facts, **said)

    def _empty(self, node: Node, steps: Steps, path: str, span: Span | None) -> Problem:
        owner, name = _model_at(self.model, steps[:-1]), str(steps[-1])
        form = form_of(owner, name) if name in owner.model_fields else Said(f"{name}: …", f"{name}: …")
        helps = {"help_zh": f"请写成 {form.zh}", "help_en": f"Write {form.en}"}
        return EMPTY.at(span or node.span, path, **self._place(steps).facts, **helps)

    def _owner(self, loc: Steps, name: str) -> type[Part]:
        """Return the model that a field belongs to which may stand beside one that is not known."""
        owner = _model_at(self.model, loc[:-1])
        return self.beside if self.beside and name not in owner.model_fields else owner

    def _lead(self, steps: Steps) -> str:
        """Return what stands before the value that steps lead to: the name of its field as it is written, or a dash."""
        if not steps or isinstance(steps[-1], int):
            return "-"
        owner, name = _model_at(self.model, steps[:-1]), str(steps[-1])
        return f"{written(name, field_zh(owner, name) if name in owner.model_fields else '')}:"

    def _place(self, steps: Steps) -> Place:
        return place_of(self.model, steps, self.owner)


def _is_misspelt(value: Node, choices: Iterable[str]) -> bool:
    return isinstance(value, Scalar) and bool(word_meant(value, dict.fromkeys(choices, "")))


def _holds_the_dash(item: Mapping, span: Span | None) -> bool:
    """Whether a field of a list item stands in the line of its dash, and others in lines of their own below it."""
    return item.path.endswith("]") and span is not None and item.span is not None and span[:3] == item.span[:3]


def _within(sentence: str) -> str:
    """Return a sentence as it stands within another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _reached(node: Node, loc: Steps) -> tuple[Node, tuple[int | str, ...]]:
    """Return the node a pydantic location names, or the nearest one above it, and the steps that are really written.

    A part written as its main field alone has that field in pydantic's location, but not in the outline.
    """
    steps: list[int | str] = []
    for step in loc:
        if isinstance(node, Mapping) and step in node:
            node = node[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            node = node[step]
        elif isinstance(step, str) and not isinstance(node, Mapping):
            continue
        else:
            break
        steps.append(step)
    return node, tuple(steps)


def _model_at(model: type[Part], loc: Steps) -> type[Part]:
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            inner = parts_of(model.model_fields[step].annotation)
            model = inner[0] if inner else model
    return model


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
