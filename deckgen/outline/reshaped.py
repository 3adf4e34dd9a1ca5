"""A value of the wrong kind as it should be written: in the author's own words, so that a hint can be copied as it stands."""

from __future__ import annotations

import re
from typing import get_origin

from deckgen.charts.numbers import number_in
from deckgen.content import Part
from deckgen.content.text import half_width_length
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.outline.forms import Said, group_form
from deckgen.outline.places import field_zh, written
from deckgen.outline.spelling import field_names
from deckgen.outline.write import plain_or_quoted

_LONGEST = 160
"""How long a line may be that a hint shows whole, in half-width characters; a longer one is described."""

_SHORT = 16
"""How long the entries are that people list behind one another, in half-width characters at most."""

_FEWEST = 3
"""How many such entries commas part at least: with fewer it may be a sentence."""

_HAN = "[\u4e00-\u9fff]"
_BULLET = re.compile(r"^(?:[•·●①-⑳]\s*|[*–—-]\s+|\d{1,2}(?:\.\s+|[、)）]\s*))")
_FIGURE = re.compile(r"[-−–+]?[\d.,]+%?")
_LINE_END = re.compile("\n|(?=[①-⑳])")
_MARK, _COMMA, _ANY_COMMA = re.compile("[、;；→]|->"), re.compile(r",\s+|，"), re.compile("[,，]")


_SIGNS: dict[tuple[type, bool], tuple[str, str]] = {
    (Sequence, True): ("方括号 [ ] ", "The [ ]"), (Sequence, False): ("行首的「- 」", "The dashes"),
    (Mapping, True): ("花括号 { } ", "The { }"), (Mapping, False): ("下面的冒号", "The colons below"),
}  # fmt: skip
"""What makes a list or a group of fields, in brackets or braces and in lines of its own."""


def as_text(node: Mapping | Sequence, lead: str, flow: bool) -> Said:
    """Return how a list or a group of fields is written as one text; `lead` is what stands before it, in a `flow` in braces."""
    text = _joined(node)
    form = f"{lead} {plain_or_quoted(text, in_braces=flow, behind_key=lead.endswith(':'))}" if text else f"{lead} …"
    whole = half_width_length(form) <= _LONGEST
    zh, en = (
        (f"请改成 {form}", f"Write {form}")
        if whole
        else ("请去掉，连成一段文字。", "Take them out and make it one text.")
    )
    if not text or node.span is None:  # in a script no sign makes a list of it
        return Said(f"请写成 {form}", f"Write {form}") if whole else Said("请写成一段文字。", "Make it one text.")
    made_zh, made_en = ("列表", "a list") if isinstance(node, Sequence) else ("一组字段", "a group of fields")
    sign_zh, sign_en = _SIGNS[type(node), node.flow]
    return Said(f"{sign_zh}把它变成了{made_zh}；{zh}", f"{sign_en} make it {made_en}. {en}")


def _joined(node: Node) -> str:
    """Return all that a list or a group of fields says, in one text; names of fields are not part of it."""
    words = _words(node)
    if len(words) == 2 and _FIGURE.fullmatch(words[0]):  # a number and its unit
        return " ".join(words)
    return ("，" if re.search(_HAN, "".join(words)) else ", ").join(words)


def _words(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [" ".join(node.split())] if node.strip() else []
    if isinstance(node, Sequence):
        return [word for item in node for word in _words(item)]
    return [word for key, value in node.items() for word in _pair(key, value)]


def _pair(key: str, value: Node) -> list[str]:
    """Return what an entry of a group says: its key too, unless that names a field or stands alone."""
    words = _words(value)
    if words and key not in field_names():
        words[0] = f"{key}：{words[0]}" if re.search(_HAN, key) else f"{key}: {words[0]}"
    return words or [key]


def as_list(node: Scalar | Mapping, lead: str, parts: list[type[Part]]) -> Said:
    """Return how a text or a group of fields is written as a list of texts or of some parts; `lead` stands before it."""
    part = parts[0] if parts else None
    if isinstance(node, Mapping):
        return _group_as_list(node, lead, part)
    lines = _lines(node)
    if is_row(part):
        items = [_in_flow(Sequence([Scalar(entry) for entry in _entries(line)])) for line in lines]
    else:
        items = [_item(part, line) for line in (lines if len(lines) > 1 else _entries(lines[0]))]
    form = f"{lead} [{', '.join(items)}]"
    if half_width_length(form) > _LONGEST:
        return _items_of(_item(part, "…"))
    if lead == "-":
        return Said(f"请写成 {form}；有几项就用半角逗号隔开。", f"Write {form}; separate several items by commas.")
    return Said(
        f"请写成 {form}；有几项就用半角逗号隔开，或每项另起一行，以「- 」开头。",
        f"Write {form}; separate several items by commas, or put each on a line of its own that begins with “- ”.",
    )


def _group_as_list(node: Mapping, lead: str, part: type[Part] | None) -> Said:
    """Return how a list is made of a group: it is the only item, without its dash, or has an item in each of its lines."""
    if part and node.keys() <= part.model_fields.keys():
        form = f"{lead} [{_in_flow(node, part)}]"
        return dash_before(node, part) or Said(f"请写成 {form}", f"Write {form}")
    key, value = next(iter(node.items()))
    if is_row(part):
        return _items_of(_in_flow(Sequence([Scalar(word) for word in (key, *_words(value))])))
    if part and not part.MAIN:
        return _items_of(group_form(part, _in_flow(Scalar(key)), _in_flow(Scalar(_joined(value)))))
    return _items_of(plain_or_quoted("，".join(_pair(key, value))))


def is_row(part: type[Part] | None) -> bool:
    """Whether a part may be written as a list of its own, such as a row of cells."""
    return part is not None and bool(part.MAIN) and get_origin(part.model_fields[part.MAIN].annotation) is list


def as_row(node: Mapping) -> Said:
    """Return how a group that names each of its values is written as a row of them."""
    row = _in_flow(Sequence([Scalar(_joined(value)) for value in node.values()]))
    return Said(f"请写成 - {row}，各格不写名字。", f"Write - {row}: cells have no names.")


def as_pairs(node: Node, lead: str) -> Said:
    """Return how values are written by category, where a list has one behind the other."""
    words = _side_by_side(node)
    names, values = words[::2], words[1::2]
    paired = len(names) == len(values) > 0 and all(number_in(value) is not None for value in values)
    paired = paired and not any(_FIGURE.fullmatch(item) for item in node if isinstance(item, Scalar) and item in names)
    pairs = ", ".join(
        f"{_in_flow(Scalar(name))}: {_in_flow(Scalar(value))}" for name, value in zip(names, values, strict=False)
    )
    if paired and half_width_length(pairs) <= _LONGEST:
        return Said(f"请写成 {lead} {{{pairs}}}", f"Write {lead} {{{pairs}}}")
    return Said("请写成 {类别: 数值, …}", "Write it as {category: value, …}")


def _side_by_side(node: Node) -> list[str]:
    """Return the words of a list and of lists in it; of a group with one field, its name too."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [word for item in node for word in _side_by_side(item)]
    return [*(node if len(node) == 1 else ()), *(word for value in node.values() for word in _side_by_side(value))]


def _item(part: type[Part] | None, text: str) -> str:
    """Return an item of a list with a text in it."""
    text = plain_or_quoted(text, in_braces=True)
    return group_form(part, text) if part and not part.MAIN else text


def _items_of(item: str) -> Said:
    item = item if half_width_length(item) <= _LONGEST else "…"
    return Said(f"请每项另起一行，写成 - {item}", f"Write each item on a line of its own: - {item}")


def dash_before(node: Mapping, part: type[Part] | None = None) -> Said | None:
    """Return that a group of fields lacks the dash of an item; None where it does not stand in lines of its own."""
    if not node.key_spans or node.flow:
        return None
    key, span = next(iter(node.key_spans.items()))
    word = written(key, field_zh(part, key)) if part else key
    more = len(node) > 1
    return Said(
        f"请在第 {span.line} 行的「{word}:」前面加上「- 」" + ("，下面各行再缩进两格。" if more else "。"),
        f"Put “- ” before “{word}:” in line {span.line}" + (" and indent the lines below it by two." if more else "."),
    )


def _in_flow(node: Node, part: type[Part] | None = None) -> str:
    """Return a value in one line, the fields of a part by their names as they are written."""
    if isinstance(node, Scalar):
        return plain_or_quoted(node, in_braces=True)
    if isinstance(node, Sequence):
        return f"[{', '.join(_in_flow(item) for item in node)}]"
    names = {key: written(key, field_zh(part, key)) if part else key for key in node}
    return "{" + ", ".join(f"{names[key]}: {_in_flow(value)}" for key, value in node.items()) + "}"


def _lines(text: str) -> list[str]:
    """Return the lines of a text without the marks that lists in other programs begin with."""
    lines = [_BULLET.sub("", line.strip()) for line in _LINE_END.split(text)]
    return [line for line in lines if line] or ["…"]


def _entries(line: str) -> list[str]:
    """Return what a line lists, numbers or a few short words one behind the other; else the line."""
    comma = (
        _COMMA if _COMMA.search(line) else _ANY_COMMA
    )  # beside commas with a space, those without are inside of numbers
    for sign, fewest in ((_MARK, 2), (comma, _FEWEST)):
        entries = [entry.strip() for entry in sign.split(line)]
        words = all(number_in(entry) is not None or (entry.isascii() and entry.isalnum()) for entry in entries)
        short = all(entry and half_width_length(entry) <= _SHORT for entry in entries)
        if short and len(entries) >= (2 if words else fewest):
            return entries
    return [line]
