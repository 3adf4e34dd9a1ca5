"""Layouts as a list for people and as data for programs, derived from their files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from deckgen.content import Icon, Part, Text
from deckgen.content.slot import declared
from deckgen.layouts import Layout, parts_of
from deckgen.outline.deck import SlideInfo

_COUNTED_ZH = """  带 * 的必须写。≤ 和 ≥ 后面：文字是字数，两个英文字母算一个字；列表是项数。

每张幻灯片都可以写"""
_COUNTED = """  What has a * must be written. Behind ≤ and ≥ stands how long a text may be, where a Chinese character counts one
  and a letter one half, or how many items a list has.

Any slide may have"""


def described(layout: Layout) -> dict[str, Any]:
    """Return a layout as plain data: `name`, `name_zh`, `aliases`, `summary`, `summary_zh`, `fields`, `example`."""
    return {
        "name": layout.name,
        "name_zh": layout.name_zh,
        "aliases": list(layout.aliases),
        "summary": layout.summary,
        "summary_zh": layout.summary_zh,
        "fields": _fields(layout.model),
        "example": layout.example.strip() + "\n",
    }


def listed(layouts: Sequence[Layout], zh: bool, whole: bool) -> str:
    """Return the layouts as text; `whole` shows fields and example too."""
    if not whole:
        return "\n".join(
            f"{layout.name:20} {layout.name_zh}  {layout.summary_zh if zh else layout.summary}" for layout in layouts
        )
    parts = []
    for layout in layouts:
        fields = "\n".join(_field_lines(_fields(layout.model), zh, ""))
        own = {field["name"] for field in _fields(layout.model)}
        every = [{**field, "required": False} for field in _fields(SlideInfo) if field["name"] not in own]
        heads = ("字段", "示例") if zh else ("Fields", "Example")
        names = ", ".join([layout.name, *layout.aliases])
        doc = layout.summary_zh if zh else layout.doc.strip()
        example = layout.example.strip()
        fields += "\n\n" + (_COUNTED_ZH if zh else _COUNTED) + "\n" + "\n".join(_field_lines(every, zh, ""))
        parts.append(f"{names}  {layout.name_zh}\n\n{doc}\n\n{heads[0]}\n{fields}\n\n{heads[1]}\n\n{example}")
    return "\n\n".join(parts)


def _fields(model: type[Part]) -> list[dict[str, Any]]:
    return [_field(name, field) for name, field in model.model_fields.items()]


def _field(name: str, field: FieldInfo) -> dict[str, Any]:
    stated = declared(field)
    data: dict[str, Any] = {
        "name": name,
        "name_zh": stated.zh,
        "type": _type(field.annotation),
        "required": field.is_required(),
        "description": field.description or "",
        "description_zh": stated.doc_zh,
    }
    limits = {"at_least": stated.at_least, "at_most": stated.at_most}
    data |= {name: limit for name, limit in limits.items() if limit is not None}
    choices = _choices(field.annotation)
    if choices:
        data["choices"] = choices
        data["choices_zh"] = [(stated.choices or {}).get(choice, "") for choice in choices]
    inner = parts_of(field.annotation)
    if inner:
        data["fields"] = _fields(inner[0])
    return data


def _choices(annotation: Any) -> list[str]:
    """Return the words of which a field takes one; none where it takes anything else."""
    if get_origin(annotation) is Literal:
        return [choice for choice in get_args(annotation) if choice]
    if get_origin(annotation) is list or parts_of(annotation):
        return []
    return [choice for inner in get_args(annotation) for choice in _choices(inner)]


def _type(annotation: Any) -> str:
    if get_origin(annotation) is list:
        return "list"
    if parts_of(annotation):
        return "group"
    if get_origin(annotation) is Literal:
        return "choice"
    if annotation is bool:
        return "flag"
    if annotation is Icon:
        return "icon"
    return "text" if isinstance(annotation, type) and issubclass(annotation, Text) else "value"


def _field_lines(fields: list[dict[str, Any]], zh: bool, indent: str) -> list[str]:
    lines = []
    for field in fields:
        limits = [
            f"{'≥' if limit == 'at_least' else '≤'}{field[limit]}"
            for limit in ("at_least", "at_most")
            if limit in field
        ]
        mark = "*" if field["required"] else ""
        tail = f" [{' '.join(limits)}]" if limits else ""
        name = f"{indent}  {field['name']}{mark}"
        told = f"{field['name_zh']}：{field['description_zh']}" if zh else field["description"]
        lines.append(f"{name:24} {told}{tail}")
        if "choices" in field:
            lines.append(f"{'':24} {_listed_choices(field, zh)}")
        lines += _field_lines(field.get("fields", []), zh, indent + "  ")
    return lines


def _listed_choices(field: dict[str, Any], zh: bool) -> str:
    """Return the words a field takes, each with what it means in Chinese."""
    if not zh:
        return ", ".join(field["choices"])
    pairs = zip(field["choices"], field["choices_zh"], strict=True)
    return "、".join(f"{choice}（{meaning}）" if meaning else choice for choice, meaning in pairs)
