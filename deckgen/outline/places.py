"""What the places of an outline are called where a person is told of them: 「items」（要点）第 2 项, item 2 of “items”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from deckgen.content import Part
from deckgen.content.slot import declared
from deckgen.content.tree import Mapping, Node
from deckgen.content.tree import Sequence as Items
from deckgen.layouts import parts_of
from deckgen.problems import suggest

Steps = Sequence[int | str]
"""The way to a value: names of fields and, from 0, positions in lists."""

BLOCKS_ZH = {"deck": "文稿", "sources": "来源", "slides": "幻灯片"}
"""The blocks of an outline, by their names in English."""

LAYOUT_ZH = "版式"
"""The field of a slide that names its layout."""

_IN_CHINESE: ContextVar[bool] = ContextVar("whether the outline at hand names its fields in Chinese", default=False)
"""Like a locale it is asked from everywhere that words are made; previews of two outlines in two threads do not meet."""

_SLIDE = re.compile(r"slides\[\d+\]")
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


@contextmanager
def names_as_in(root: Mapping) -> Iterator[None]:
    """Call fields in Chinese sentences as an outline does, while it is compiled: by their Chinese names first, or the English."""
    words = list(_field_names(root))
    before = _IN_CHINESE.set(2 * sum(not word.isascii() for word in words) > len(words))
    try:
        yield
    finally:
        _IN_CHINESE.reset(before)


def _field_names(root: Mapping) -> Iterator[str]:
    """Yield the names of blocks and of the fields of slides; keys of charts and sources may be the author's own words."""
    for name, block in root.items():
        yield name
        slides: list[Node] = block if isinstance(block, Items) else []
        for slide in slides:
            yield from slide if isinstance(slide, Mapping) else ()


def written(name: str, zh: str) -> str:
    """Return a name as the outline at hand would write it."""
    return zh if zh and _IN_CHINESE.get() else name


def named(name: str, zh: str) -> str:
    """Return a name as a Chinese sentence says it: as the outline at hand writes it, and then in the other language."""
    first, second = _in_order(name, zh)
    return f"「{first}」" + (f"（{second}）" if second else "")


def _in_order(name: str, zh: str) -> tuple[str, str]:
    if not zh or zh == name:
        return name, ""
    return (zh, name) if _IN_CHINESE.get() else (name, zh)


class Place(NamedTuple):
    """The name of a place in Chinese and, as it stands within a sentence, in English; lists count from 1."""

    zh: str
    en: str

    @property
    def facts(self) -> dict[str, str]:
        """The names as facts of a problem; `Place_en` begins a sentence."""
        return {"place_zh": self.zh, "place_en": self.en, "Place_en": self.en[:1].upper() + self.en[1:]}


_NOWHERE = Place("", "")


def place_of(model: type[Part], steps: Steps, owner: Place = _NOWHERE) -> Place:
    """Return the name of the value that `steps` lead to from a model; where there are none it is the `owner`."""
    if not steps:
        return owner
    zh, en, parts = "", list[str](), [model]
    for step in steps:
        if isinstance(step, int):
            zh += f"第 {step + 1} 项"
            en.append(f"item {step + 1}")
            continue
        known = next((part for part in parts if step in part.model_fields), None)
        name = field_zh(known, step) if known else ""
        zh += ("的" if zh else "") + named(step, name)
        en.append(f"“{step}”")
        parts = parts_of(known.model_fields[step].annotation) if known else parts
    return Place(zh, " of ".join(reversed(en)))


def slide_place(index: int) -> Place:
    """Return the name of a slide, given its position in the outline from 0."""
    return Place(f"第 {index + 1} 张幻灯片", f"slide {index + 1}")


def slide_path(path: str) -> str:
    """Return the path of the slide that a path leads into; "" for what belongs to the deck as a whole."""
    found = _SLIDE.match(path)
    return found[0] if found else ""


def steps_of(path: str) -> list[int | str]:
    """Return the steps of a written path, such as `items[0].head`."""
    return [int(number) if number else name for number, name in _STEP.findall(path)]


def path_to(path: str, steps: Steps) -> str:
    """Return the path that leads further by some steps."""
    for step in steps:
        path = f"{path}[{step}]" if isinstance(step, int) else f"{path}.{step}" if path else step
    return path


def field_zh(model: type[Part], name: str) -> str:
    """Return the name of a field in Chinese."""
    return declared(model.model_fields[name]).zh


def names_zh(*models: type[Part]) -> dict[str, str]:
    """Return the fields of some models, each with its name in Chinese."""
    return {name: field_zh(model, name) for model in models for name in model.model_fields}


def nearest(word: str, known: dict[str, str]) -> str:
    """Return the field most likely meant by a word, which may be its name in Chinese, or ""."""
    within = next((name for name, zh in known.items() if len(word) > 1 and word in zh), "")
    by_word = {word: name for name, zh in known.items() for word in (zh, name) if word}
    return within or by_word.get(suggest(word, by_word), "")


def listed_zh(known: dict[str, str]) -> str:
    """Return fields with their Chinese names, as one reads them out."""
    pairs = (_in_order(name, zh) for name, zh in known.items())
    return "、".join(f"{first}（{second}）" if second else first for first, second in pairs)


def listed_en(names: Iterable[str]) -> str:
    """Return names as one reads them out."""
    return ", ".join(names)
