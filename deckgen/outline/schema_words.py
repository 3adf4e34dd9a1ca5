"""What the schema says of layouts and fields: a title and a description in both languages."""

from __future__ import annotations

from typing import Any, get_origin

from pydantic.fields import FieldInfo

from deckgen.content.slot import declared
from deckgen.layouts import Layout


def told(name: str, zh: str, doc_zh: str, doc: str) -> dict[str, Any]:
    """Return what is called so and described so, in both languages; marks of code are kept where there are any."""
    text = "\n\n".join(filter(None, (doc_zh, doc)))
    plain = {"title": f"{zh} · {name}", "description": text.replace("`", "")}
    return plain | ({"markdownDescription": text} if "`" in text else {})


def layout_words(layout: Layout) -> str:
    """Return the names and the summary of a layout, in both languages."""
    return "\n\n".join((f"{layout.name_zh} · {layout.name}", layout.summary_zh, layout.summary))


def field_words(name: str, field: FieldInfo, splits: bool) -> dict[str, Any]:
    """Return what a field is called, what to write there and how much of it; a list that `splits` has no end."""
    stated, is_list = declared(field), get_origin(field.annotation) is list
    zh, en = stated.doc_zh, field.description or ""
    length = stated.each_at_most if is_list else stated.at_most
    if is_list and (stated.at_least or stated.at_most):
        count_zh, count_en = _count(stated.at_least, None if splits else stated.at_most)
        zh, en = zh + count_zh, f"{en} {count_en}".rstrip()
    if length:
        each_zh, each_en = ("每项", " each") if is_list else ("", "")
        zh += f"{each_zh}建议不超过 {length} 字。"
        en += f" At most {length} full-width characters{each_en} are advised."
    if field.is_required():
        zh, en = zh + "必填。", en + " Required."
    elif isinstance(field.default, str | bool) and field.default not in ("", "auto") and "不写就" not in zh:
        default = str(field.default).lower() if isinstance(field.default, bool) else field.default
        zh, en = zh + f"不写就是 {default}。", f"{en} By default {default}."
    return told(name, stated.zh, zh, en)


def _count(least: int | None, most: int | None) -> tuple[str, str]:
    """Say how many items a list has."""
    if least and most:
        return (
            (f"{least} 项。", f"{least} items.")
            if least == most
            else (f"{least}–{most} 项。", f"{least} to {most} items.")
        )
    if most:
        return f"最多 {most} 项。", f"At most {most} items."
    return (f"至少 {least} 项。", f"At least {least} items.") if least else ("", "")
