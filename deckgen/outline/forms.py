"""How a field is written, for hints."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args, get_origin

from deckgen.content import Part, Text
from deckgen.content.slot import declared
from deckgen.content.tree import Mapping, Node, Scalar
from deckgen.layouts import parts_of
from deckgen.outline.places import field_zh, listed_en, nearest, written


class Said(NamedTuple):
    """What to do, in Chinese and in English."""

    zh: str
    en: str

    @property
    def helps(self) -> dict[str, str]:
        """The two as facts of a problem."""
        return {"help_zh": self.zh, "help_en": self.en}


def choices_of(annotation: Any) -> tuple[str, ...]:
    """Return the words a field may hold, also where it may be left out."""
    kinds = (annotation, *get_args(annotation))
    return next((get_args(kind) for kind in kinds if get_origin(kind) is Literal), ())


def form_of(model: type[Part], name: str) -> Said:
    """Return how a field is written that is not there yet."""
    annotation = model.model_fields[name].annotation
    choices, parts = choices_of(annotation), parts_of(annotation)
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
    return Said(f"{word}: {zh}", f"{word}: {en}")


def one_of(model: type[Part], name: str, value: str) -> Said:
    """Return how a field is written that takes one of a few words: the one nearest to a value, else all that change anything."""
    field = model.model_fields[name]
    meanings = {word: declared(field).choices.get(word, "") for word in choices_of(field.annotation)}
    near = nearest(value, meanings)
    words = [near] if near else [word for word in meanings if word != field.default]
    told = [f"{word}（{meanings[word]}）" if meanings[word] else word for word in words]
    lead = f"{written(name, field_zh(model, name))}: "
    return Said(lead + "、".join(told), lead + ", ".join(words[:-1]) + " or " * (len(words) > 1) + words[-1])


def group_form(model: type[Part], *texts: str) -> str:
    """Return a group of the fields that a model needs, else of its first two; the texts given are those that come first.

    A field that is not needed holds a text where it is declared behind the first that is.
    """
    declared_names = list(model.model_fields)
    needed = [name for name in declared_names if model.model_fields[name].is_required()]
    names = needed or declared_names[:2]
    behind = declared_names[declared_names.index(names[0]) :]
    lists = {name for name in names if get_origin(model.model_fields[name].annotation) is list}
    values = {name: "[…]" if name in lists else "…" for name in names}
    values |= zip([name for name in dict.fromkeys([*names, *behind]) if _is_text(model, name)], texts, strict=False)
    return "{" + ", ".join(f"{written(name, field_zh(model, name))}: {value}" for name, value in values.items()) + "}"


def _is_text(model: type[Part], name: str) -> bool:
    annotation = model.model_fields[name].annotation
    return isinstance(annotation, type) and issubclass(annotation, Text)


def where_to_add(parent: Node) -> Said:
    """Return where a further field of some others is written, as far as it is certain: what that sentence begins with."""
    start = parent.span
    if isinstance(parent, Mapping) and start and parent.key_spans and not parent.flow:
        first = next((parent[key] for key, span in parent.key_spans.items() if span[:3] == start[:3]), Scalar(""))
        if isinstance(first, Scalar) and not first.quoted:  # it stands in one line
            indent = start.column - 1
            return Said(
                f"请在第 {start.line} 行下面加一行，开头空 {indent} 格：",
                f"Add a line below line {start.line}, indented by {indent}: ",
            )
    if isinstance(parent, Mapping) and parent.flow and parent:
        return Said("请在这一组的 } 前面加上半角逗号和 ", "Before the } of this group add a comma and ")
    return Said("请加上 ", "Add ")
