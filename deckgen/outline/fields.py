"""The fields of a deck, a source or a slide held against their model, every mistake in the words of their author."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.content import Part
from deckgen.content.mistake import MISTAKE
from deckgen.content.slot import declared
from deckgen.content.tree import Mapping, Node, Scalar
from deckgen.layouts import parts_of
from deckgen.outline.counts import check_counts
from deckgen.outline.field_problems import (
    EMPTY,
    MISSING,
    NOT_CHOICE,
    NOT_FLAG,
    NOT_PAIRS,
    found,
    is_blank,
    not_group,
    not_list,
    not_text,
)
from deckgen.outline.forms import Said, choices_of, form_of, where_to_add
from deckgen.outline.places import (
    Place,
    Steps,
    field_zh,
    listed_en,
    named,
    nearest,
    written,
)
from deckgen.outline.reached import Held
from deckgen.outline.reshaped import as_pairs
from deckgen.outline.spelling import with_value_spelt
from deckgen.outline.unknown_fields import UnknownFields
from deckgen.problems import Kind, Problem, Span

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
        problems.extend(_Translation(Held(model, node, path, owner, beside)).of(failure.errors(include_url=False)))
    problems.extend(check_counts(model, node, splits))
    return made if len(problems) == before else None


class _Translation:
    """Turns pydantic's errors about one node into problems: one mistake, one problem."""

    def __init__(self, held: Held) -> None:
        self.held = held

    def of(self, errors: list[ErrorDetails]) -> Iterator[Problem]:
        """Yield the problems; a field that a misspelt one was meant for is not reported as missing too."""
        missing = {error["loc"] for error in errors if error["type"] == "missing"}
        unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
        strange = UnknownFields(self.held, unknown, missing)
        yield from strange.problems()
        for error in errors:
            if error["type"] == "missing" and error["loc"] not in strange.explained:
                yield self._missing(error["loc"])
            elif error["type"] not in ("extra_forbidden", "missing"):
                yield from self._wrong(error)

    def _missing(self, loc: Steps) -> Problem:
        parent, steps = self.held.reached(loc[:-1])
        owner, name = self.held.model_at(loc[:-1]), str(loc[-1])
        here = self.held.path_to(loc)
        if isinstance(parent, Mapping) and name in parent:
            return self._empty(parent[name], (*steps, name), here, parent.key_spans.get(name))
        form, where = form_of(owner, name), where_to_add(parent)
        return MISSING.at(
            parent.span, here, **self.held.place(steps).facts, name=name,
            named_zh=named(name, field_zh(owner, name)), form_zh=form.zh, form_en=form.en, where_zh=where.zh, where_en=where.en,
            doc=_within(str(owner.model_fields[name].description)),
        )  # fmt: skip

    def _wrong(self, error: ErrorDetails) -> Iterator[Problem]:
        kind, loc = error["type"], error["loc"]
        wrong, steps = self.held.reached(loc)
        place, here = self.held.place(steps), self.held.path_to(steps)
        if is_blank(wrong):
            if not (steps and isinstance(steps[-1], int)):  # counting the items tells of an empty one
                yield self._empty(wrong, steps, here, wrong.span)
        elif kind == "not_text" or (kind == "literal_error" and not isinstance(wrong, Scalar)):
            above = self.held.reached(steps[:-1])[0]
            yield not_text(wrong, here, place, self._lead(steps), above.flow if isinstance(above, Mapping) else False)
        elif kind == "list_type":
            field = self.held.model_at(loc[:-1]).model_fields[str(loc[-1])]
            yield not_list(wrong, here, place, self._lead(steps), parts_of(field.annotation))
        elif kind == "dict_type":
            helps = as_pairs(wrong, self._lead(steps)).helps
            yield NOT_PAIRS.at(wrong.span, here, **place.facts, **found(wrong), **helps)
        elif kind in ("model_type", "model_attributes_type"):
            yield not_group(self.held.model_at(loc), wrong, here, place)
        elif kind == "literal_error":
            field = self.held.model_at(loc[:-1]).model_fields[str(loc[-1])]
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
        owner, name = self.held.model_at(steps[:-1]), str(steps[-1])
        form = form_of(owner, name) if name in owner.model_fields else Said(f"{name}: …", f"{name}: …")
        helps = {"help_zh": f"请写成 {form.zh}", "help_en": f"Write {form.en}"}
        return EMPTY.at(span or node.span, path, **self.held.place(steps).facts, **helps)

    def _lead(self, steps: Steps) -> str:
        """Return what stands before the value that steps lead to: the name of its field as it is written, or a dash."""
        if not steps or isinstance(steps[-1], int):
            return "-"
        owner, name = self.held.model_at(steps[:-1]), str(steps[-1])
        return f"{written(name, field_zh(owner, name) if name in owner.model_fields else '')}:"


def _within(sentence: str) -> str:
    """Return a sentence as it stands within another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
