"""What can be wrong with the fields of an outline, in words that fit every field."""

from __future__ import annotations

from deckgen.content import Part
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.outline.forms import Said, group_form
from deckgen.outline.places import Place, listed_en, listed_zh, names_zh, written
from deckgen.outline.reshaped import as_list, as_row, as_text, is_row
from deckgen.problems import Kind, Problem, Span

UNKNOWN_FIELD = Kind(
    "unknown-field", "error",
    "{place_zh}没有「{name}」这个字段。", "{Place_en} has no field “{name}”.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
OTHER_FIELDS = Kind(
    "unknown-field", "error",
    "{place_zh}的字段（{names}）都不是这里该有的。", "None of the fields of {place_en} ({names}) has a place here.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
MISSING = Kind(
    "missing-field", "error",
    "{place_zh}缺少{named_zh}。", "{Place_en} lacks “{name}”.",
    "{where_zh}{form_zh}", "{where_en}{form_en} ({doc})",
)  # fmt: skip
EMPTY = Kind(
    "missing-field", "error",
    "{place_zh}没有内容。", "{Place_en} is empty.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
NOT_TEXT = Kind(
    "not-text", "error",
    "{place_zh}应当是一段文字，这里写成了{found_zh}。", "{Place_en} should be text, but {found_en} stands here.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
NOT_LIST = Kind(
    "not-list", "error",
    "{place_zh}应当是列表，这里写成了{found_zh}。", "{Place_en} should be a list, but {found_en} stands here.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
NOT_GROUP = Kind(
    "not-group", "error",
    "{place_zh}应当由几个字段组成，这里写成了{found_zh}。",
    "{Place_en} should be made of fields, but {found_en} stands here.",
    "请写成 {example}。可用字段：{fields_zh}", "Write it as {example}. Its fields are: {fields_en}",
)  # fmt: skip
PASTED = Kind(
    "not-list", "error",
    "{place_zh}应当是列表，这里是从表格软件粘贴的文字。", "{Place_en} should be a list, but cells of a spreadsheet stand here.",
    "请把每一行写成一项，格与格之间用逗号隔开：- [{cells}, …]",
    "Make an item of each row, its cells parted by commas: - [{cells}, …]",
)  # fmt: skip
NOT_PAIRS = Kind(
    "not-group", "error",
    "{place_zh}应当是一组「类别: 数值」，这里写成了{found_zh}。",
    "{Place_en} should be values by category, but {found_en} stands here.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
NOT_CHOICE = Kind(
    "not-choice", "error",
    "{place_zh}不能是「{value}」。", "{Place_en} cannot be “{value}”.",
    "{near_zh}可选：{choices_zh}", "{near_en}Choose one of: {choices_en}",
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


def unknown_field(place: Place, name: str, known: dict[str, str], span: Span | None, path: str, near: str) -> Problem:
    """Return the problem of a field that has no place here.

    `known` are the fields that are free to be written instead, `near` is the one most likely meant.
    """
    if near:
        word, meaning = written(near, known[near]), known[near]
        gloss = f"（{meaning}）" if meaning not in ("", word) else ""
        zh, en = f"是不是「{word}」{gloss}？", f"Did you mean “{near}”?"
    else:
        zh, en = f"请删去「{name}」和它的内容", f"Take “{name}” out with its value"
        zh += f"；要保留内容，改用下面一个字段：{listed_zh(known)}" if known else "。"
        en += f"; to keep the value, use one of these fields: {listed_en(known)}" if known else "."
    return UNKNOWN_FIELD.at(span, path, **place.facts, name=name, help_zh=zh, help_en=en)


def needless_field(place: Place, name: str, span: Span | None, path: str, why: Said) -> Problem:
    """Return the problem of a field of another program, for which there is no use here."""
    zh, en = f"请删去「{name}」和它的内容：{why.zh}。", f"Take “{name}” out with its value: {why.en}."
    return UNKNOWN_FIELD.at(span, path, **place.facts, name=name, help_zh=zh, help_en=en)


def unfit_field(place: Place, name: str, span: Span | None, path: str, form: Said, needed: bool) -> Problem:
    """Return the problem of a field without a place here whose value the one it was meant for, of this form, cannot have."""
    zh = f"请写 {form.zh}" if needed else f"请删去「{name}」，或写 {form.zh}"
    en = f"Write {form.en}." if needed else f"Take “{name}” out, or write {form.en}."
    return UNKNOWN_FIELD.at(span, path, **place.facts, name=name, help_zh=zh, help_en=en)


def unknown_first_field(
    place: Place, name: str, value: Node, span: Span | None, path: str, why: Said | None
) -> Problem:
    """Return the problem of a field without a place here that stands behind the dash of a list item, others below it."""
    whole = f"{name}: {value}" if isinstance(value, Scalar) else name
    return UNKNOWN_FIELD.at(
        span,
        path,
        **place.facts,
        name=name,
        help_zh=f"请删去「{whole}」，但保留前面的短横线，把下一行的字段接在短横线后面{f'；{why.zh}' if why else ''}。",
        help_en=f"Take “{whole}” out but keep the dash before it, and put the field of the next line behind that dash"
        f"{f'; {why.en}' if why else ''}.",
    )


def other_fields(node: Mapping, path: str, place: Place, model: type[Part], beside: dict[str, str]) -> Problem:
    """Return the problem of a group none of whose fields is known; `beside` are lists that it may belong to."""
    known = names_zh(model)
    words = "、".join(written(name, zh) for name, zh in beside.items())
    if beside:
        said = Said(f"是不是上面少了一行「{words}:」？", f"Is a line “{listed_en(beside)}:” missing above it?")
    elif is_row(model):
        said = as_row(node)
    else:
        said = Said(f"可用字段：{listed_zh(known)}", f"Its fields are: {listed_en(known)}")
    return OTHER_FIELDS.at(node.span, path, **place.facts, names=", ".join(node), **said.helps)


def not_group(model: type[Part], node: Node, path: str, place: Place) -> Problem:
    """Return the problem of a text or list where the fields of a model should stand."""
    return NOT_GROUP.at(
        node.span,
        path,
        **place.facts,
        example=group_form(model),
        fields_zh=listed_zh(names_zh(model)),
        fields_en=listed_en(model.model_fields),
        **found(node),
    )


def not_text(node: Node, path: str, place: Place, lead: str, flow: bool) -> Problem:
    """Return the problem of a list or a group of fields where one text should stand, behind this `lead`."""
    assert not isinstance(node, Scalar)
    return NOT_TEXT.at(node.span, path, **place.facts, **found(node), **as_text(node, lead, flow).helps)


def not_list(node: Node, path: str, place: Place, lead: str, parts: list[type[Part]]) -> Problem:
    """Return the problem of something else where a list of texts, or of some parts, should stand behind this `lead`."""
    assert not isinstance(node, Sequence)
    if isinstance(node, Scalar) and "\t" in node:
        cells = ", ".join(cell.strip() for cell in node.split("\t")[:2])
        return PASTED.at(node.span, path, **place.facts, cells=cells)
    return NOT_LIST.at(node.span, path, **place.facts, **found(node), **as_list(node, lead, parts).helps)


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
