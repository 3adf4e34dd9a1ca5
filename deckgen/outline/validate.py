"""From the tree of an outline to content models, with every mistake found in the words of its author."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from collections.abc import Sequence as AnySequence
from functools import partial
from typing import NamedTuple

from deckgen.content import Content, Line, Part, Text
from deckgen.content.texts import texts_of
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.layouts import Layout, find_layout, layout_names
from deckgen.outline.chinese import say_fields_in_english
from deckgen.outline.deck import LANGUAGE, DeckContent, DeckInfo, SlideContent, SlideInfo, SourceInfo
from deckgen.outline.field_problems import MISSING, NOT_LIST, empty_item, found, is_blank, not_text, unknown_field
from deckgen.outline.fields import checked
from deckgen.outline.forms import Said
from deckgen.outline.known import Known
from deckgen.outline.likely_layout import Likely, likely_layout, names_of_layouts
from deckgen.outline.places import BLOCKS_ZH, LAYOUT_ZH, Place, named, names_zh, nearest, slide_place, written
from deckgen.outline.reshaped import dash_before
from deckgen.outline.spelling import with_field_spelt, with_value_spelt
from deckgen.problems import Kind, Problem, Span

MISPLACED = Kind(
    "unknown-field", "error",
    "大纲最外层没有「{name}」这个字段，它属于 deck:。", "“{name}” belongs to deck:, not to the outline's outermost level.",
    "请移到 deck: 下面，缩进两格。", "Move it below deck:, indented by two.",
)  # fmt: skip
NO_DECK = Kind(
    "missing-field", "error",
    "大纲缺少 deck:（文稿信息）。", "The outline lacks deck:, which says what the deck is.",
    "请在最前面加上 deck: {{title: …}}", "Begin with deck: {{title: …}}",
)  # fmt: skip
NO_SOURCES = Kind(
    "not-group", "error",
    "「sources」（来源）应当由一个个来源组成，这里写成了{found_zh}。",
    "“sources” should be made of sources, but {found_en} stands here.",
    "请给每个来源自取一个名字，如 report: {{publisher: …, title: …, date: …}}",
    "Give each source a name of your own, as in report: {{publisher: …, title: …, date: …}}",
)  # fmt: skip
NO_SLIDE = Kind(
    "not-group", "error",
    "{place_zh}应当由几个字段组成，这里写成了{found_zh}。",
    "{Place_en} should be made of fields, but {found_en} stands here.",
    "请先写 {layout_word}: …，再写这种版式的字段。", "Write layout: … and below it the fields of that layout.",
)  # fmt: skip
BARE_LAYOUT = Kind(
    "missing-field", "error",
    "{place_zh}只写了版式，没有内容。", "{Place_en} names a layout and holds nothing.",
    "请在下面写 {words_zh}；若是多写的一行，请删去。",
    "Write {words_en} below it, or take the line out where it is one too many.",
)  # fmt: skip
UNKNOWN_LAYOUT = Kind(
    "unknown-layout", "error",
    "没有名为「{name}」的版式。", "There is no layout “{name}”.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
EMPTY_DECK = Kind(
    "no-slides", "error", "大纲里没有幻灯片。", "The outline has no slides.",
    "请在 slides: 下面写，每张以「- layout: …」开头。", "Write them below slides:, each beginning with “- layout: …”.",
)  # fmt: skip
DOUBLE_ID = Kind(
    "double-id", "error",
    "编号「{name}」已经用在第 {first} 张幻灯片上。", "The id “{name}” belongs to slide {first} already.",
    "请给每张幻灯片不同的编号，或删去这一个。", "Give each slide an id of its own, or take this one out.",
)  # fmt: skip

_OUTLINE = Place("大纲最外层", "the outline's outermost level")
_LAYOUT = {"layout": LAYOUT_ZH}
_ALL_ZH = "在运行检查的地方输入 deckgen layouts，可以看到全部版式。"
_ALL_EN = "Type deckgen layouts where you run the check to see them all."


class CheckedSlide(NamedTuple):
    """Layout, content and common fields of a slide, and its texts; the first two are None where it has mistakes."""

    layout: Layout | None
    content: Content | None
    info: SlideInfo
    texts: tuple[Text, ...]


KnownSlides = Known[CheckedSlide]


def validate(root: Mapping, known: KnownSlides | None = None) -> tuple[DeckContent, list[Problem]]:
    """Return the content of an outline and all that is wrong with it.

    Slides that are `known` from the last time and stand there as they did are not checked again. Those with errors are left
    out of the content, so that the others can still be looked at: one run shows every mistake.
    """
    problems: list[Problem] = []
    blocks = _blocks(root, problems)
    called = Place(named("deck", BLOCKS_ZH["deck"]), "“deck”")
    info = checked(DeckInfo, blocks["deck"], "deck", called, problems) if "deck" in blocks else None
    if "deck" not in blocks:
        problems.append(NO_DECK.at(root.span, "deck"))
    if info is None:
        info = _as_far_as_sound(blocks.get("deck"))
    sources, source_spans = _sources(blocks.get("sources"), problems)
    faulty: list[SlideInfo] = []
    slides = tuple(_slides(blocks.get("slides"), root, problems, faulty, known or Known()))
    lang = _full_tag(info.lang.plain) if info.lang else language_of(root)
    return DeckContent(info, sources, source_spans, slides, tuple(faulty), lang), problems


def _as_far_as_sound(deck: Node | None) -> DeckInfo:
    """Return of a deck with mistakes what decides on the look of all slides."""
    stated = deck.get("theme") if isinstance(deck, Mapping) else None
    theme = Line(stated, stated.path, stated.span) if isinstance(stated, Scalar) else Line()
    return DeckInfo(title=Line(), theme=theme)


def language_of(root: Mapping) -> str:
    """Return the language an outline asks for, else the one its texts are written in."""
    deck = root.get("deck")
    stated = deck.get("lang") if isinstance(deck, Mapping) else None
    if isinstance(stated, str) and LANGUAGE.fullmatch(stated):
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


def _blocks(root: Mapping, problems: list[Problem]) -> dict[str, Node]:
    """Return the blocks of an outline, without empty ones.

    What stands at a wrong place or under a misspelt name is reported, and then read as what it was meant to be.
    """
    blocks = {key: value for key, value in root.items() if key in BLOCKS_ZH and not is_blank(value)}
    strayed = Mapping(root.span, "deck")
    for key, value in root.items():
        span = root.key_spans.get(key)
        if key in BLOCKS_ZH:
            continue
        if key in DeckInfo.model_fields:
            problems.append(MISPLACED.at(span, key, name=key))
            _move(key, root, strayed)
            continue
        free = {name: zh for name, zh in BLOCKS_ZH.items() if name not in root}
        near = nearest(key, free)
        problems.append(with_field_spelt(unknown_field(_OUTLINE, key, free, span, key, near), key, free))
        if near:
            blocks[near] = value
    deck = blocks.get("deck", strayed)
    if strayed and isinstance(deck, Mapping):
        for key in deck:
            _move(key, deck, strayed)
        blocks["deck"] = strayed
    return blocks


def _move(key: str, source: Mapping, target: Mapping) -> None:
    """Take a field over, with its place; a slide made in a script has none."""
    target[key] = source[key]
    if key in source.key_spans:
        target.key_spans[key] = source.key_spans[key]


def _sources(node: Node | None, problems: list[Problem]) -> tuple[dict[str, SourceInfo], dict[str, Span | None]]:
    if node is None:
        return {}, {}
    if not isinstance(node, Mapping):
        problems.append(NO_SOURCES.at(node.span, "sources", **found(node)))
        return {}, {}
    sources: dict[str, SourceInfo] = {}
    for key, value in node.items():
        source = checked(SourceInfo, value, f"sources.{key}", Place(f"来源「{key}」", f"the source “{key}”"), problems)
        sources[key] = source or SourceInfo()  # one with a mistake can still be cited
    return sources, {key: node.key_spans.get(key) for key in node}


def _slides(
    node: Node | None, root: Mapping, problems: list[Problem], faulty: list[SlideInfo], known: KnownSlides
) -> Iterator[SlideContent]:
    if node is None or (isinstance(node, Scalar | Sequence) and not node):
        problems.append(EMPTY_DECK.at(root.key_spans.get("slides", root.span), "slides"))
        return
    if not isinstance(node, Sequence):
        place, word = Place(named("slides", BLOCKS_ZH["slides"]), "“slides”"), written("layout", LAYOUT_ZH)
        each = Said(f"请每张以「- {word}: …」开头。", f"Begin each with “- {word}: …”.")
        told = (
            dash_before(node) if isinstance(node, Mapping) and {"layout", LAYOUT_ZH} & node.keys() else None
        ) or each
        problems.append(NOT_LIST.at(node.span, "slides", **place.facts, **found(node), **told.helps))
        return
    identities: dict[str, int] = {}
    stated: dict[str, int] = {}
    for index, slide in enumerate(node):
        path = f"slides[{index}]"
        check = partial(_checked_slide, slide, index, path, problems)
        layout, content, info, texts = known.content(slide, path, problems, check)
        identity = info.id.plain
        if identity:
            if identity in stated:
                problems.append(DOUBLE_ID.at(info.id.span, f"{path}.id", name=identity, first=stated[identity] + 1))
            stated.setdefault(identity, index)
        if layout is None or content is None:
            faulty.append(info)
            continue
        identity = identity or _derived_identity(layout, content)
        identities[identity] = identities.get(identity, 0) + 1
        if identities[identity] > 1:
            identity = f"{identity}-{identities[identity]}"
        yield SlideContent(layout, content, texts, info, identity, path, slide.span, slide)


def _derived_identity(layout: Layout, content: Part) -> str:
    """A slide without an id is known by its layout and title."""
    title = getattr(content, "title", None) or getattr(content, "text", "")
    return f"{layout.name}-{hashlib.blake2b(str(title).encode(), digest_size=6).hexdigest()}"


def _checked_slide(node: Node, index: int, path: str, problems: list[Problem]) -> CheckedSlide:
    layout, content, info = _slide(node, index, path, problems)
    return CheckedSlide(layout, content, info, tuple(texts_of(content)) if content else ())


def _slide(
    node: Node, index: int, path: str, problems: list[Problem]
) -> tuple[Layout | None, Content | None, SlideInfo]:
    """Return layout, content and common fields of a slide; the first two are None where it has mistakes.

    Where it names no known layout, its fields are held against the one it was most likely written for, so that one run
    shows everything. What mends a field for the sake of a guess is not certain.
    """
    place = slide_place(index)
    if is_blank(node):
        problems.append(empty_item(node, path, place))
    elif not isinstance(node, Mapping):
        problems.append(
            NO_SLIDE.at(node.span, path, **place.facts, **found(node), layout_word=written("layout", LAYOUT_ZH))
        )
    if not isinstance(node, Mapping):
        return None, None, SlideInfo()
    layout, key, likely = _layout(node, path, place, problems)
    held = find_layout(likely.taken) if likely.taken else layout
    within: list[Problem] = []
    if held and not layout:
        within += say_fields_in_english(node, (held.model, SlideInfo))
    common, own = Mapping(node.span, path, node.flow), Mapping(node.span, path, node.flow)
    for name in node:
        if name != key:
            is_common = name in SlideInfo.model_fields and not (held and name in held.model.model_fields)
            _move(name, node, common if is_common else own)
    owner = _layout_place(layout) if layout else place
    needed = [name for name, field in held.model.model_fields.items() if field.is_required()] if held else []
    if held and not own and not common and len(needed) > 1:
        words = [f"{written(name, zh)}:" for name, zh in names_zh(held.model).items() if name in needed]
        problems.append(
            BARE_LAYOUT.at(node.span, path, **place.facts, words_zh="、".join(words[:3]), words_en=", ".join(words[:3]))
        )
        return None, None, SlideInfo()
    info = checked(SlideInfo, common, path, owner, problems)
    content = checked(held.model, own, path, owner, within, SlideInfo, held.splits) if held else None
    problems += within if layout or likely.certain else [problem.fixed_by() for problem in within]
    if info is None:
        stated = common.get("id")
        return (
            None,
            None,
            SlideInfo(id=Line(stated, stated.path, stated.span) if isinstance(stated, Scalar) else Line()),
        )
    return layout, content, info


def _layout_place(layout: Layout) -> Place:
    word = written(layout.name, layout.name_zh)
    return Place(f"版式 {word} " if word.isascii() else f"版式「{word}」", f"the layout {layout.name}")


def _layout(node: Mapping, path: str, place: Place, problems: list[Problem]) -> tuple[Layout | None, str, Likely]:
    """Return the layout of a slide, the key it stands under and, where there is no such layout, the likely one.

    A misspelt key is reported and taken all the same.
    """
    key = "layout" if "layout" in node else next((key for key in node if nearest(key, _LAYOUT)), "layout")
    name = node.get(key)
    if key != "layout" and name in layout_names():
        unknown = unknown_field(place, key, _LAYOUT, node.key_spans.get(key), f"{path}.{key}", "layout")
        problems.append(with_field_spelt(unknown, key, _LAYOUT))
    elif name is None or key != "layout" or is_blank(name):
        likely = likely_layout("", node) if key == "layout" else Likely()
        problems.append(_missing_layout(node, path, place, likely.asked))
        return None, key, likely
    if not isinstance(name, Scalar):
        place, lead = Place(named("layout", LAYOUT_ZH), "“layout”"), f"{written('layout', LAYOUT_ZH)}:"
        problems.append(not_text(name, f"{path}.layout", place, lead, node.flow))
        return None, key, Likely()
    try:
        return find_layout(name), key, Likely()
    except KeyError:
        likely = likely_layout(name, node)
        problems.append(_unknown_layout(name, path, likely.asked))
        return None, key, likely


def _missing_layout(node: Mapping, path: str, place: Place, meant: AnySequence[str]) -> Problem:
    """Return the problem of a slide that names no layout; `meant` are those that its fields speak for."""
    names = names_of_layouts()
    form_zh, doc = f"…。{_ALL_ZH}", "type deckgen layouts where you run the check to see them all"
    if meant:
        words = " 或 ".join(written(layout, names[layout]) for layout in meant)
        form_zh, doc = f"{words}（看这一页的字段，像是这种版式）", "which has the fields of this slide"
    return MISSING.at(
        node.key_spans.get("layout", node.span), path, **place.facts, name="layout", named_zh=named("layout", LAYOUT_ZH),
        where_zh="请加上 ", where_en="Add ", doc=doc,
        form_zh=f"{written('layout', LAYOUT_ZH)}: {form_zh}", form_en=f"layout: {' or '.join(meant) or '…'}",
    )  # fmt: skip


def _unknown_layout(name: Scalar, path: str, meant: AnySequence[str]) -> Problem:
    """Return the problem of a layout's name; `meant` are those to ask for."""
    names = names_of_layouts()
    spelt = [written(layout, names[layout]) for layout in meant]
    problem = UNKNOWN_LAYOUT.at(
        name.span, f"{path}.layout", name=str.__str__(name),
        help_zh=f"是不是{'或'.join(f'「{word}」' for word in spelt)}？" if meant else _ALL_ZH,
        help_en=f"Did you mean {' or '.join(f'“{word}”' for word in meant)}?" if meant else _ALL_EN,
    )  # fmt: skip
    return with_value_spelt(problem, name, names)
