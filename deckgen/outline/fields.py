"""The fields of a deck, a source or a slide held against their model, every mistake in the words of their author."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.content import Part
from deckgen.content.mistake import MISTAKE
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.layouts import parts_of
from deckgen.outline.places import Place, Steps, field_zh, listed_en, listed_zh, names_zh, nearest, path_to, place_of
from deckgen.problems import Kind, Problem, Span

UNKNOWN_FIELD = Kind(
    "unknown-field", "error",
    "{place_zh}没有「{name}」这个字段。", "{Place_en} has no field “{name}”.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
MISSING = Kind(
    "missing-field", "error",
    "{place_zh}缺少「{name}」（{zh}）。", "{Place_en} lacks “{name}”.",
    "请加上 {form_zh}", "Add {form_en} ({doc})",
)  # fmt: skip
EMPTY = Kind(
    "missing-field", "error",
    "{place_zh}没有内容。", "{Place_en} is empty.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
NOT_TEXT = Kind(
    "not-text", "error",
    "{place_zh}应当是一段文字，这里写成了{found_zh}。", "{Place_en} should be text, but {found_en} stands here.",
    "请写成 {lead} \"…\"", "Write it as {lead} \"…\"",
)  # fmt: skip
NOT_LIST = Kind(
    "not-list", "error",
    "{place_zh}应当是列表，这里写成了{found_zh}。", "{Place_en} should be a list, but {found_en} stands here.",
    "请每项另起一行，以「- 」开头，或写成 […, …]", "Write one item per line, each beginning with “- ”, or […, …]",
)  # fmt: skip
NOT_GROUP = Kind(
    "not-group", "error",
    "{place_zh}应当由几个字段组成，这里写成了{found_zh}。",
    "{Place_en} should be made of fields, but {found_en} stands here.",
    "请写成 {example}。可用字段：{fields_zh}", "Write it as {example}. Its fields are: {fields_en}",
)  # fmt: skip
NOT_PAIRS = Kind(
    "not-group", "error",
    "{place_zh}应当是一组「类别: 数值」，这里写成了{found_zh}。",
    "{Place_en} should be values by category, but {found_en} stands here.",
    "请写成 {{类别: 数值, …}}", "Write it as {{category: value, …}}",
)  # fmt: skip
NOT_CHOICE = Kind(
    "not-choice", "error",
    "{place_zh}不能是「{value}」。", "{Place_en} cannot be “{value}”.",
    "可选：{choices_zh}", "Choose one of: {choices_en}",
)  # fmt: skip
NOT_FLAG = Kind(
    "not-flag", "error",
    "{place_zh}只能是 true 或 false，这里写成了{found_zh}。", "{Place_en} is either true or false, but {found_en} stands here.",
    "请写 true（是）或 false（否）。", "Write true or false.",
)  # fmt: skip
TOO_FEW = Kind(
    "too-few", "error",
    "{place_zh}{items_zh}，至少要 {limit} 项。", "{Place_en} has {items_en}, at least {limit} are needed.",
    "请再加 {lacking} 项{instead_zh}。", "Add {lacking} more{instead_en}.",
)  # fmt: skip
TOO_MANY = Kind(
    "too-many", "error",
    "{place_zh}有 {count} 项，最多 {limit} 项。", "{Place_en} has {count} items, at most {limit} are possible.",
    "请合并或删去 {over} 项{instead_zh}。", "Merge or drop {over}{instead_en}.",
)  # fmt: skip

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


def unknown_field(place: Place, name: str, known: dict[str, str], span: Span | None, path: str, near: str) -> Problem:
    """Return the problem of a field that is none of the known ones; `near` is the one most likely meant."""
    return UNKNOWN_FIELD.at(
        span,
        path,
        **place.facts,
        name=name,
        help_zh=f"是不是「{near}」？" if near else f"可用字段：{listed_zh(known)}",
        help_en=f"Did you mean “{near}”?" if near else f"Its fields are: {listed_en(known)}",
    )


def not_group(model: type[Part], node: Node, path: str, place: Place) -> Problem:
    """Return the problem of a text or list where the fields of a model should stand."""
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    return NOT_GROUP.at(
        node.span,
        path,
        **place.facts,
        example="{" + ", ".join(f"{name}: …" for name in needed or list(model.model_fields)[:2]) + "}",
        fields_zh=listed_zh(names_zh(model)),
        fields_en=listed_en(model.model_fields),
        **found(node),
    )


def empty_item(node: Node, path: str, place: Place) -> Problem:
    """Return the problem of a dash with nothing behind it."""
    helps = {"help_zh": "请写上内容，或删去这一项。", "help_en": "Write it, or remove the item."}
    return EMPTY.at(node.span, path, **place.facts, **helps)


def is_blank(node: Node | None) -> bool:
    """Whether a value was left out although its key is there: `title:` and no more."""
    return isinstance(node, Scalar) and node.blank


def found(node: Node) -> dict[str, str]:
    """Return what stands somewhere, as facts of a problem."""
    if isinstance(node, Mapping):
        return {"found_zh": "一组字段", "found_en": "a group of fields"}
    if isinstance(node, Sequence):
        return {"found_zh": "列表", "found_en": "a list"}
    return {"found_zh": "文字", "found_en": "text"}


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
        for loc in unknown:
            near = self._meant(loc)
            lacking = [gap for gap in missing if gap[:-1] == loc[:-1]]
            if not near and len(lacking) == 1 == sum(other[:-1] == loc[:-1] for other in unknown):
                near = str(lacking[0][-1])
            explained.add((*loc[:-1], near))
            yield self._unknown(loc, near)
        for error in errors:
            if error["type"] == "missing" and error["loc"] not in explained:
                yield self._missing(error["loc"])
            elif error["type"] not in ("extra_forbidden", "missing"):
                yield from self._wrong(error)

    def _known(self, loc: Steps) -> dict[str, str]:
        """Return the fields there are beside one that is not."""
        return names_zh(_model_at(self.model, loc[:-1]), *([self.beside] if self.beside and len(loc) == 1 else []))

    def _meant(self, loc: Steps) -> str:
        """Return the field that an unknown one was most likely meant for: none that is there already."""
        parent, _ = _reached(self.node, loc[:-1])
        there = parent if isinstance(parent, Mapping) else Mapping()
        return nearest(str(loc[-1]), {name: zh for name, zh in self._known(loc).items() if name not in there})

    def _unknown(self, loc: Steps, near: str) -> Problem:
        parent, steps = _reached(self.node, loc[:-1])
        key = str(loc[-1])
        span = parent.key_spans.get(key) if isinstance(parent, Mapping) else None
        return unknown_field(self._place(steps), key, self._known(loc), span, path_to(self.path, loc), near)

    def _missing(self, loc: Steps) -> Problem:
        parent, steps = _reached(self.node, loc[:-1])
        owner, name = _model_at(self.model, loc[:-1]), str(loc[-1])
        here = path_to(self.path, loc)
        if isinstance(parent, Mapping) and name in parent:
            return self._empty(parent[name], (*steps, name), here, parent.key_spans.get(name))
        return MISSING.at(
            parent.span, here, **self._place(steps).facts, name=name, zh=field_zh(owner, name), **_form(owner, name),
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
            lead = f"{steps[-1]}:" if steps and isinstance(steps[-1], str) else "-"
            yield NOT_TEXT.at(wrong.span, here, **place.facts, lead=lead, **found(wrong))
        elif kind == "list_type":
            yield NOT_LIST.at(wrong.span, here, **place.facts, **found(wrong))
        elif kind == "dict_type":
            yield NOT_PAIRS.at(wrong.span, here, **place.facts, **found(wrong))
        elif kind in ("model_type", "model_attributes_type"):
            yield not_group(_model_at(self.model, loc), wrong, here, place)
        elif kind == "literal_error":
            choices = _choices(_model_at(self.model, loc[:-1]).model_fields[str(loc[-1])].annotation)
            yield NOT_CHOICE.at(wrong.span, here, **place.facts, value=wrong, choices_zh="、".join(choices),
                                choices_en=listed_en(choices))  # fmt: skip
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

    def _place(self, steps: Steps) -> Place:
        return place_of(self.model, steps, self.owner)


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
        zh, en = f"下面缩进两格写 {first}: …", f"with {first}: … below it, indented by two"
    return {"form_zh": f"{name}: {zh}", "form_en": f"{name}: {en}"}


def _within(sentence: str) -> str:
    """Return a sentence as it stands within another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _choices(annotation: Any) -> tuple[str, ...]:
    return get_args(annotation) if get_origin(annotation) is Literal else ()


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
    for name, field in model.model_fields.items():
        value, extra, here = node.get(name), field.json_schema_extra, (*steps, name)
        if value is None or not isinstance(extra, dict):
            continue
        inner = parts_of(field.annotation)
        if isinstance(value, Sequence):
            if get_origin(field.annotation) is list:
                yield from _count(value, place_of(owner, here), extra, name == splits, not steps)
            for index, item in enumerate(value):
                if is_blank(item):
                    yield empty_item(item, path_to(value.path, [index]), place_of(owner, (*here, index)))
                for part in inner:
                    yield from _counts(part, owner, item, steps=(*here, index))
        else:
            for part in inner:
                yield from _counts(part, owner, value, steps=here)


def _count(items: Sequence, place: Place, limits: dict[str, Any], splits: bool, whole: bool) -> Iterator[Problem]:
    """Check one list; where it is the `whole` of a slide, another slide or layout may be the way out."""
    count, least, most = len(items), limits.get("at_least"), limits.get("at_most")
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
