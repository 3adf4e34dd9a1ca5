"""From the tree of an outline to content models, with every mistake found in the words of its author."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.content import Line, Part, Text
from deckgen.content.mistake import MISTAKE
from deckgen.content.text import full_width_length, parse_runs
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.layouts import Layout, find_layout, layout_names, parts_of
from deckgen.outline.deck import DeckContent, DeckInfo, SlideContent, SlideInfo, SourceInfo
from deckgen.problems import Kind, Problem, Span
from deckgen.problems.suggest import suggest
from deckgen.theme import names as theme_names

UNKNOWN_KEY = Kind(
    "unknown-field", "error",
    "{where_zh}没有「{name}」这一项。", "{where_en} has no field “{name}”.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
MISSING = Kind(
    "missing-field", "error",
    "{where_zh}缺少「{name}」（{zh}）。", "{where_en} lacks “{name}”.",
    "请加一行 {name}: …", "Add a line {name}: … ({doc})",
)  # fmt: skip
NOT_TEXT = Kind(
    "not-text", "error",
    "「{name}」应当是一段文字，这里写成了{found_zh}。", "“{name}” should be text, but {found_en} stands here.",
    "请写成 {name}: \"…\"", "Write it as {name}: \"…\"",
)  # fmt: skip
NOT_LIST = Kind(
    "not-list", "error",
    "「{name}」应当是列表，这里写成了{found_zh}。", "“{name}” should be a list, but {found_en} stands here.",
    "请每项一行，以「- 」开头。", "Write one item per line, each beginning with “- ”.",
)  # fmt: skip
NOT_GROUP = Kind(
    "not-group", "error",
    "「{name}」应当写成几个字段，这里写成了{found_zh}。", "“{name}” should be a group of fields, but {found_en} stands here.",
    "可用字段：{fields}", "Its fields are: {fields}",
)  # fmt: skip
NOT_CHOICE = Kind(
    "not-choice", "error",
    "「{name}」不能是「{value}」。", "“{name}” cannot be “{value}”.",
    "可选：{choices}", "Choose one of: {choices}",
)  # fmt: skip
NOT_FLAG = Kind(
    "not-flag", "error",
    "「{name}」只能是 true 或 false。", "“{name}” is either true or false.",
    "请写 true 或 false。", "Write true or false.",
)  # fmt: skip
UNKNOWN_LAYOUT = Kind(
    "unknown-layout", "error",
    "没有名为「{name}」的版式。", "There is no layout “{name}”.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
UNKNOWN_THEME = Kind(
    "unknown-theme", "error",
    "没有名为「{name}」的主题。", "There is no theme “{name}”.",
    "可用主题：{themes}", "The themes are: {themes}",
)  # fmt: skip
TOO_FEW = Kind(
    "too-few", "error",
    "「{name}」只有 {count} 项，至少要 {limit} 项。", "“{name}” has {count} items, at least {limit} are needed.",
    "请补足，或换一种版式。", "Add some, or use another layout.",
)  # fmt: skip
TOO_MANY = Kind(
    "too-many", "error",
    "「{name}」有 {count} 项，最多 {limit} 项。", "“{name}” has {count} items, at most {limit} are possible.",
    "请合并或删去 {over} 项，或分成两页。", "Merge or drop {over}, or make two slides of it.",
)  # fmt: skip
LONG_TEXT = Kind(
    "long-text", "warning",
    "「{name}」有 {count} 字，建议不超过 {limit} 字。", "“{name}” is {count} characters long; {limit} are advised.",
    "可删约 {over} 字。", "Cut about {over}.",
)  # fmt: skip
EMPTY_DECK = Kind(
    "no-slides", "error", "大纲里没有幻灯片。", "The outline has no slides.",
    "请在 slides: 下写至少一张。", "Write at least one under slides:.",
)  # fmt: skip
DOUBLE_ID = Kind(
    "double-id", "error", "编号「{name}」用了两次。", "The id “{name}” is used twice.",
    "请给每张幻灯片不同的编号。", "Give each slide an id of its own.",
)  # fmt: skip

DEFAULT_THEME = "pulse"
_TOP_LEVEL = ("deck", "sources", "slides")
_Model = TypeVar("_Model", bound=Part)


def validate(root: Mapping, theme: str = "") -> tuple[DeckContent, list[Problem]]:
    """Return the content of an outline and all that is wrong with it.

    `theme` overrides the theme the outline names. Slides with errors are left out of the content, so that the others
    can still be looked at: one run shows every mistake.
    """
    problems: list[Problem] = []
    for key in root:
        if key not in _TOP_LEVEL:
            problems.append(_unknown(("大纲", "The outline"), key, _TOP_LEVEL, root.key_spans.get(key), key))
    info = _checked(DeckInfo, root.get("deck", Mapping(root.span, "deck")), "deck", "deck", problems)
    if info is None:
        info = DeckInfo(title=Line())
    chosen = theme or info.theme.plain or DEFAULT_THEME
    if chosen not in theme_names():
        span = info.theme.span if not theme else None
        problems.append(UNKNOWN_THEME.at(span, "deck.theme", name=chosen, themes="、".join(theme_names())))
        chosen = DEFAULT_THEME
    sources, source_spans = _sources(root.get("sources"), problems)
    faulty: list[SlideInfo] = []
    slides = tuple(_slides(root.get("slides"), root, problems, faulty))
    lang = _full_tag(info.lang.plain) if info.lang else language_of(root)
    return DeckContent(info, sources, source_spans, slides, tuple(faulty), lang, chosen), problems


def language_of(root: Mapping) -> str:
    """Return the language an outline asks for, else the one its texts are written in."""
    deck = root.get("deck")
    stated = deck.get("lang") if isinstance(deck, Mapping) else None
    if isinstance(stated, str) and stated:
        return _full_tag(stated)
    return language_in("".join(_texts(root)))


def language_in(text: str) -> str:
    """Return the language some text is written in: Chinese where it holds any Han character."""
    return "zh-CN" if any("\u4e00" <= char <= "\u9fff" for char in text) else "en-US"


def _full_tag(lang: str) -> str:
    return {"zh": "zh-CN", "en": "en-US"}.get(lang.lower(), lang)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node:
            yield from _texts(item)
    else:
        for value in node.values():
            yield from _texts(value)


def _sources(node: Node | None, problems: list[Problem]) -> tuple[dict[str, SourceInfo], dict[str, Span | None]]:
    if node is None:
        return {}, {}
    if not isinstance(node, Mapping):
        problems.append(NOT_GROUP.at(node.span, "sources", name="sources", fields="key: {publisher, title, date}",
                                     **_found(node)))  # fmt: skip
        return {}, {}
    sources: dict[str, SourceInfo] = {}
    for key, value in node.items():
        source = _checked(SourceInfo, value, f"sources.{key}", key, problems)
        if source is not None:
            sources[key] = source
    return sources, {key: node.key_spans.get(key) for key in node}


def _slides(
    node: Node | None, root: Mapping, problems: list[Problem], faulty: list[SlideInfo]
) -> Iterator[SlideContent]:
    if node is None or (isinstance(node, Scalar | Sequence) and not node):
        problems.append(EMPTY_DECK.at(root.key_spans.get("slides", root.span), "slides"))
        return
    if not isinstance(node, Sequence):
        problems.append(NOT_LIST.at(node.span, "slides", name="slides", **_found(node)))
        return
    identities: dict[str, int] = {}
    stated: set[str] = set()
    for index, slide in enumerate(node):
        path = f"slides[{index}]"
        if not isinstance(slide, Mapping):
            problems.append(NOT_GROUP.at(slide.span, path, name=path, fields="layout, …", **_found(slide)))
            continue
        made = _slide(slide, path, problems)
        if made is None:
            continue
        layout, content, info = made
        if content is None:
            faulty.append(info)
            continue
        identity = info.id.plain
        if identity and identity in stated:
            problems.append(DOUBLE_ID.at(info.id.span, f"{path}.id", name=identity))
        stated.add(identity)
        identity = identity or _derived_identity(layout, content)
        identities[identity] = identities.get(identity, 0) + 1
        if identities[identity] > 1:
            identity = f"{identity}-{identities[identity]}"
        yield SlideContent(layout, content, info, identity, path, slide.span)


def _derived_identity(layout: Layout, content: Part) -> str:
    """A slide without an id is known by its layout and title."""
    title = getattr(content, "title", None) or getattr(content, "text", "")
    return f"{layout.name}-{hashlib.blake2b(str(title).encode(), digest_size=6).hexdigest()}"


def _slide(node: Mapping, path: str, problems: list[Problem]) -> tuple[Layout, Any, SlideInfo] | None:
    """Return layout, content (None where it has mistakes) and common fields of a slide."""
    name = node.get("layout")
    if name is None:
        typo = suggest("layout", [key for key in node if key not in SlideInfo.model_fields])
        span = node.key_spans.get(typo, node.span)
        problems.append(
            MISSING.at(
                span,
                path,
                where_zh="这张幻灯片",
                where_en="The slide",
                name="layout",
                zh="版式",
                doc="the kind of slide",
            )
        )
        return None
    if not isinstance(name, Scalar):
        problems.append(NOT_TEXT.at(name.span, f"{path}.layout", name="layout", **_found(name)))
        return None
    try:
        layout = find_layout(name)
    except KeyError:
        problems.append(_unknown_layout(name, path))
        return None
    common, own = Mapping(node.span, path), Mapping(node.span, path)
    for key, value in node.items():
        if key != "layout":
            target = common if key in SlideInfo.model_fields and key not in layout.model.model_fields else own
            target[key] = value
            if key in node.key_spans:  # a slide made in a script has no lines
                target.key_spans[key] = node.key_spans[key]
    info = _checked(SlideInfo, common, path, layout.name, problems)
    content = _checked(layout.model, own, path, layout.name, problems, tuple(SlideInfo.model_fields), layout.splits)
    return (layout, content, info) if info is not None else None


def _unknown_layout(name: Scalar, path: str) -> Problem:
    near = suggest(name, layout_names())
    help_zh = f"是不是「{near}」？" if near else "用 deckgen layouts 查看全部版式。"
    help_en = f"Did you mean “{near}”?" if near else "See deckgen layouts for all of them."
    return UNKNOWN_LAYOUT.at(name.span, f"{path}.layout", name=str.__str__(name), help_zh=help_zh, help_en=help_en)


def _unknown(
    where: tuple[str, str], key: str, known: Iterable[str], span: Span | None, path: str, near: str = ""
) -> Problem:
    fields = list(known)
    near = near or suggest(key, fields)
    return UNKNOWN_KEY.at(
        span,
        path,
        where_zh=where[0],
        where_en=where[1],
        name=key,
        help_zh=f"是不是「{near}」？" if near else f"可用：{'、'.join(fields)}",
        help_en=f"Did you mean “{near}”?" if near else f"It has: {', '.join(fields)}",
    )


def _found(node: Node) -> dict[str, str]:
    if isinstance(node, Mapping):
        return {"found_zh": "一组字段", "found_en": "a group of fields"}
    if isinstance(node, Sequence):
        return {"found_zh": "一个列表", "found_en": "a list"}
    return {"found_zh": "一段文字", "found_en": "a text"} if node else {"found_zh": "空", "found_en": "nothing"}


def _checked(
    model: type[_Model],
    node: Node,
    path: str,
    where: str,
    problems: list[Problem],
    also_known: tuple[str, ...] = (),
    splits: str = "",
) -> _Model | None:
    """Return the model of a node, or None once its mistakes are noted."""
    if not isinstance(node, Mapping) and not (model.MAIN and isinstance(node, Scalar)):
        fields = "、".join(model.model_fields)
        problems.append(NOT_GROUP.at(node.span, path, name=where, fields=fields, **_found(node)))
        return None
    before = len(problems)
    made: _Model | None = None
    try:
        made = model.model_validate(node)
    except ValidationError as failure:
        problems.extend(_translated(model, node, path, where, failure.errors(include_url=False), also_known))
    problems.extend(_lengths(model, node, splits))
    return None if any(problem.severity == "error" for problem in problems[before:]) else made


def _translated(
    model: type[Part], node: Node, path: str, where: str, errors: list[ErrorDetails], also_known: tuple[str, ...]
) -> Iterator[Problem]:
    """Turn pydantic's errors into ours: one mistake, one problem."""
    explained: set[tuple[int | str, ...]] = set()
    unknown = [error for error in errors if error["type"] == "extra_forbidden"]
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    for error in unknown:
        loc = error["loc"]
        parent, owner = _at(node, loc[:-1]), _model_at(model, loc[:-1])
        known = [*owner.model_fields, *(also_known if len(loc) == 1 else ())]
        key = str(loc[-1])
        near = suggest(key, known)
        lacking = [gap for gap in missing if gap[:-1] == loc[:-1] and gap not in explained]
        if not near and len(lacking) == 1:
            near = str(lacking[0][-1])
        if (*loc[:-1], near) in missing:
            explained.add((*loc[:-1], near))
        names = _names(where, loc[:-1])
        span = parent.key_spans.get(key) if isinstance(parent, Mapping) else None
        yield _unknown(names, key, known, span, _join(path, loc), near)
    for error in errors:
        kind, loc = error["type"], error["loc"]
        if kind == "extra_forbidden" or loc in explained:
            continue
        here = _join(path, loc)
        if kind == "missing":
            parent, owner = _at(node, loc[:-1]), _model_at(model, loc[:-1])
            field = owner.model_fields[str(loc[-1])]
            extra = field.json_schema_extra
            zh = str(extra.get("zh", "")) if isinstance(extra, dict) else ""
            zh_where, en_where = _names(where, loc[:-1])
            yield MISSING.at(
                parent.span, here, where_zh=zh_where, where_en=en_where, name=loc[-1], zh=zh, doc=field.description
            )
            continue
        wrong = _at(node, loc)
        name = str(next((step for step in reversed(loc) if isinstance(step, str)), where))
        if kind == "not_text":
            yield NOT_TEXT.at(wrong.span, here, name=name, **_found(wrong))
        elif kind == "list_type":
            yield NOT_LIST.at(wrong.span, here, name=name, **_found(wrong))
        elif kind in ("model_type", "dict_type", "model_attributes_type"):
            owner = _model_at(model, loc)
            yield NOT_GROUP.at(wrong.span, here, name=name, fields="、".join(owner.model_fields), **_found(wrong))
        elif kind == "literal_error":
            choices = str(error.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
            yield NOT_CHOICE.at(wrong.span, here, name=name, value=wrong, choices=choices)
        elif kind == MISTAKE:
            facts = dict(error["ctx"])
            span = facts.pop("span") or wrong.span
            yield Kind(facts["code"], "error", "{zh}", "{en}", "{zh_hint}", "{en_hint}").at(span, here, **facts)
        else:
            yield NOT_FLAG.at(wrong.span, here, name=name)


def _names(where: str, loc: tuple[int | str, ...]) -> tuple[str, str]:
    inner = _join("", loc)
    name = f"{where} 的 {inner}" if inner else where
    return name, f"{inner} of {where}" if inner else where


def _join(path: str, loc: tuple[int | str, ...]) -> str:
    for step in loc:
        path = f"{path}[{step}]" if isinstance(step, int) else f"{path}.{step}" if path else step
    return path


def _at(node: Node, loc: tuple[int | str, ...]) -> Node:
    """Return the node a pydantic location names, or the nearest one above it."""
    for step in loc:
        if isinstance(node, Mapping) and step in node:
            node = node[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            break
    return node


def _model_at(model: type[Part], loc: tuple[int | str, ...]) -> type[Part]:
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            inner = parts_of(model.model_fields[step].annotation)
            model = inner[0] if inner else model
    return model


def _lengths(model: type[Part], node: Node, splits: str = "") -> Iterator[Problem]:
    """Check the number of items of lists and the length of texts, on the tree: also where a model is invalid."""
    if isinstance(node, Scalar) and model.MAIN:
        main = model.model_fields[model.MAIN].json_schema_extra
        most = main.get("at_most") if isinstance(main, dict) else None
        if isinstance(most, int):
            yield from _length(node, model.MAIN, most)
    if not isinstance(node, Mapping):
        return
    for name, field in model.model_fields.items():
        value, extra = node.get(name), field.json_schema_extra
        if value is None or not isinstance(extra, dict):
            continue
        most, least = extra.get("at_most"), extra.get("at_least")
        inner = parts_of(field.annotation)
        if isinstance(value, Sequence):
            count = len(value)
            if isinstance(least, int) and count < least:
                yield TOO_FEW.at(value.span, value.path, name=name, count=count, limit=least)
            if isinstance(most, int) and count > most and name != splits:
                yield TOO_MANY.at(value.span, value.path, name=name, count=count, limit=most, over=count - most)
            each = extra.get("each_at_most")
            for item in value:
                for part in inner:
                    yield from _lengths(part, item)
                if isinstance(each, int) and isinstance(item, Scalar):
                    yield from _length(item, name, each)
        elif isinstance(value, Mapping):
            for part in inner:
                yield from _lengths(part, value)
        elif isinstance(most, int) and _holds_text(field.annotation):
            yield from _length(value, name, most)


def _length(value: Scalar, name: str, most: int) -> Iterator[Problem]:
    """Check one text against its limit; its marks and links do not count."""
    count = full_width_length("".join(run.text for run in parse_runs(value)))
    if count > most:
        yield LONG_TEXT.at(value.span, value.path, name=name, count=count, limit=most, over=count - most)


def _holds_text(annotation: object) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Text)
    return any(_holds_text(argument) for argument in get_args(annotation))
