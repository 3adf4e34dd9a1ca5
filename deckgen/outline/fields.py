"""The fields of a deck, a source or a slide held against their model, every mistake in the words of their author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

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
    NOT_TEXT,
    TOO_FEW,
    TOO_MANY,
    empty_item,
    found,
    is_blank,
    not_group,
    not_list,
    other_fields,
    unknown_field,
    unknown_first_field,
)
from deckgen.outline.mistakes import COLON_IN_TEXT
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
from deckgen.outline.signs import quoted
from deckgen.outline.spelling import with_field_spelt, with_value_spelt
from deckgen.problems import Kind, Problem, Span

_WORD = re.compile(r"[\w-]+")
"""What may have been meant as the name of a field; anything else is text."""
_OTHER_WORDS = {"key_message": "takeaway", "animation": "build", "title": "kicker"}
"""Words of other programs, and fields of other layouts, with the field that does the same here: one to ask for."""
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
            near = self._meant(loc)
            torn = "" if near else self._torn_text(loc)
            if torn:
                explained.add((*loc[:-1], _model_at(self.model, loc[:-1]).MAIN))
                span = _reached(self.node, loc[:-1])[0].span
                yield COLON_IN_TEXT.at(span, path_to(self.path, loc), fixed=f"- {quoted(torn)}")
                continue
            lacking = [gap for gap in missing if gap[:-1] == loc[:-1]]
            if not near and len(lacking) == 1 == sum(other[:-1] == loc[:-1] for other in unknown):
                near = str(lacking[0][-1])
            if not near and (other := _OTHER_WORDS.get(str(loc[-1]), "")) in self._free(loc):
                near = other
            explained.add((*loc[:-1], near))
            yield self._unknown(loc, near)
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

    def _unknown(self, loc: Steps, near: str) -> Problem:
        parent, steps = _reached(self.node, loc[:-1])
        key = str(loc[-1])
        span = parent.key_spans.get(key) if isinstance(parent, Mapping) else None
        place, here = self._place(steps), path_to(self.path, loc)
        others = len(parent) > 1 or not steps  # a slide has its layout besides
        if not near and others and isinstance(parent, Mapping) and _holds_the_dash(parent, span):
            return unknown_first_field(place, key, parent[key], span, here)
        problem = unknown_field(place, key, self._free(loc), span, here, near)
        return with_field_spelt(problem, key, self._free(loc))

    def _missing(self, loc: Steps) -> Problem:
        parent, steps = _reached(self.node, loc[:-1])
        owner, name = _model_at(self.model, loc[:-1]), str(loc[-1])
        here = path_to(self.path, loc)
        if isinstance(parent, Mapping) and name in parent:
            return self._empty(parent[name], (*steps, name), here, parent.key_spans.get(name))
        return MISSING.at(
            parent.span, here, **self._place(steps).facts, name=name,
            named_zh=named(name, field_zh(owner, name)), **_form(owner, name), **_where_to_add(parent),
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
            lead = f"{self._word(steps)}:" if steps and isinstance(steps[-1], str) else "-"
            yield NOT_TEXT.at(wrong.span, here, **place.facts, lead=lead, **found(wrong))
        elif kind == "list_type":
            yield not_list(wrong, here, place)
        elif kind == "dict_type":
            yield NOT_PAIRS.at(wrong.span, here, **place.facts, **found(wrong))
        elif kind in ("model_type", "model_attributes_type"):
            yield not_group(_model_at(self.model, loc), wrong, here, place)
        elif kind == "literal_error":
            field = _model_at(self.model, loc[:-1]).model_fields[str(loc[-1])]
            choices, meanings = _choices(field.annotation), declared(field).choices
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
        form = _form(owner, name) if name in owner.model_fields else {"form_zh": f"{name}: …", "form_en": f"{name}: …"}
        helps = {"help_zh": f"请写成 {form['form_zh']}", "help_en": f"Write {form['form_en']}"}
        return EMPTY.at(span or node.span, path, **self._place(steps).facts, **helps)

    def _word(self, steps: Steps) -> str:
        """Return the name of the field that steps lead to as it is written."""
        owner, name = _model_at(self.model, steps[:-1]), str(steps[-1])
        return written(name, field_zh(owner, name) if name in owner.model_fields else "")

    def _place(self, steps: Steps) -> Place:
        return place_of(self.model, steps, self.owner)


def _holds_the_dash(item: Mapping, span: Span | None) -> bool:
    """Whether a field of a list item stands in the line of its dash, and others in lines of their own below it."""
    return item.path.endswith("]") and span is not None and item.span is not None and span[:3] == item.span[:3]


def _form(model: type[Part], name: str) -> dict[str, str]:
    """Return how a field is written, as facts of a problem."""
    annotation = model.model_fields[name].annotation
    choices, parts = _choices(annotation), parts_of(annotation)
    zh = en = "…"
    if choices:
        zh, en = f"{choices[0]}，或 {'、'.join(choices[1:])}", f"{choices[0]}, or {listed_en(choices[1:])}"
    elif get_origin(annotation) is list:
        zh, en = "下面每项一行，以「- 」开头", "with one item per line below it, each beginning with “- ”"
    elif parts and not parts[0].MAIN:
        first = next(iter(parts[0].model_fields))
        first = written(first, field_zh(parts[0], first))
        zh, en = f"下面缩进两格写 {first}: …", f"with {first}: … below it, indented by two"
    word = written(name, field_zh(model, name))
    return {"form_zh": f"{word}: {zh}", "form_en": f"{word}: {en}"}


def _where_to_add(parent: Node) -> dict[str, str]:
    """Return where a further field of some others is written, as facts of a problem, as far as it is certain."""
    start = parent.span
    if isinstance(parent, Mapping) and start and parent.key_spans:
        first = next((parent[key] for key, span in parent.key_spans.items() if span[:3] == start[:3]), Scalar(""))
        one_line = isinstance(first, Scalar) and not first.quoted
        if one_line and all(span.column == start.column for span in parent.key_spans.values()):
            indent = start.column - 1
            return {
                "where_zh": f"请在第 {start.line} 行下面加一行，开头空 {indent} 格：",
                "where_en": f"Add a line below line {start.line}, indented by {indent}: ",
            }
    return {"where_zh": "请加上 ", "where_en": "Add "}


def _within(sentence: str) -> str:
    """Return a sentence as it stands within another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _choices(annotation: Any) -> tuple[str, ...]:
    """Return the words a field may hold, also where it may be left out."""
    kinds = (annotation, *get_args(annotation))
    return next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())


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
