"""The layout library: every file of this folder is one layout, found by its name."""

from __future__ import annotations

import ast
import functools
import importlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args, get_origin

from deckgen.content import Content, Line, Part, Text
from deckgen.content.slot import declared
from deckgen.problems import Problem
from deckgen.scene import Item


class Family(NamedTuple):
    """A group of layouts: its name in both languages and its place in listings."""

    rank: int
    name: str
    name_zh: str


FAMILIES = {
    name: Family(rank, name, zh)
    for rank, (name, zh) in enumerate(
        {
            "structure": "结构", "text": "文字", "numbers": "数字", "pictures": "图片", "comparison": "对比",
            "process": "流程与关系", "diagnosis": "归因与建议", "data": "数据", "other": "其他",
        }.items()
    )
}  # fmt: skip
"""The families a layout file may name as its `FAMILY`, in the order of listings."""


_ALIASES = re.compile(r"^ALIASES = (\([^)]*\))", re.MULTILINE)
_SHOWS = re.compile(r'^SHOWS = "([a-z]+)"', re.MULTILINE)
_NAME_ZH = re.compile(r'^NAME_ZH = "([^"]+)"', re.MULTILINE)


def _no_links(content: Content) -> Iterable[Line]:
    return ()


def _no_warnings(content: Content) -> Iterable[Problem]:
    return ()


def _none(content: Content) -> Iterable[Sequence[Text]]:
    return ()


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout, as its file declares it.

    `splits` names the list that may continue on a further slide, empty where a slide is never split. A `brand` layout
    fills the whole slide in the brand colour and carries no page furniture; a `bare` one carries none on the page colour,
    only its source. `links` returns the texts of a content that name slides to jump to, `warnings` what it makes the layout
    do that its author may not expect. `role` is the part a layout plays in a deck: a `chapter` begins one, an `appendix`
    stands after the last, an `agenda` and a `summary` are what a long deck should have. `roomier` is the layout to try when
    a text is too long for this one. A `plain` layout is a list with no visual form, of which two in a row are too many;
    `shows` is the form that the content of a layout has, so that such a list can be told of a better one. `causes` returns
    the reasons that a content gives, `actions` what it advises to do about them, each as the texts it is said in. `builds`
    are the lists whose entries appear one by one where a slide asks for it, by default the first list of cards or steps,
    else every list of texts. `family` is the group it is listed in.
    """

    name: str
    name_zh: str
    summary_zh: str
    doc: str
    example: str
    model: type[Content]
    draw: Callable[..., Iterator[Item]]
    splits: str = ""
    brand: bool = False
    bare: bool = False
    links: Callable[..., Iterable[Line]] = _no_links
    warnings: Callable[..., Iterable[Problem]] = _no_warnings
    causes: Callable[..., Iterable[Sequence[Text]]] = _none
    actions: Callable[..., Iterable[Sequence[Text]]] = _none
    roomier: str = ""
    plain: bool = False
    shows: str = ""
    role: str = ""
    builds: tuple[str, ...] = ()
    family: Family = FAMILIES["other"]

    @property
    def name_en(self) -> str:
        """The English name, as PowerPoint lists it."""
        return self.name.replace("-", " ").capitalize()

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names that an outline may use for it; a build that meets none of them does not ask."""
        return tuple(alias for alias, layout in layout_aliases().items() if layout == self.name)

    @property
    def summary(self) -> str:
        """The first sentence of the file: what the layout is."""
        return self.doc.strip().splitlines()[0]


def layout_names() -> list[str]:
    """Return the names of all layouts, sorted."""
    return list(_names_in(tuple(__path__)))


@functools.cache
def _names_in(folders: tuple[str, ...]) -> list[str]:
    return sorted(
        file.stem.replace("_", "-")
        for folder in folders
        for file in Path(folder).glob("*.py")
        if not file.stem.startswith("_")
    )


@functools.cache
def layout_aliases() -> dict[str, str]:
    """Return the layout that each alias stands for."""
    return {
        alias: name
        for name, text in _texts()
        for stated in _ALIASES.findall(text)
        for alias in ast.literal_eval(stated)
    }


@functools.cache
def _layouts_by_name_zh() -> dict[str, str]:
    return {_spoken(stated): name for name, text in _texts() for stated in _NAME_ZH.findall(text)}


@functools.cache
def layouts_showing(form: str) -> tuple[str, ...]:
    """Return the layouts whose content has a form: `steps`, `numbers`, `contrast`, `dates`, `ideas`."""
    return tuple(name for name, text in _texts() if form in _SHOWS.findall(text))


def _spoken(name_zh: str) -> str:
    """Return a Chinese name as one says it: spaces, signs, width and case make no difference."""
    folded = unicodedata.normalize("NFKC", name_zh).casefold().replace("×", "x")
    return "".join(filter(str.isalnum, folded))


def _texts() -> Iterator[tuple[str, str]]:
    """Yield each layout's name with the text of its file: to know what it is called it need not be imported."""
    for folder in __path__:
        for file in sorted(Path(folder).glob("[!_]*.py")):
            yield file.stem.replace("_", "-"), file.read_text(encoding="utf-8")


@functools.cache
def find_layout(name: str) -> Layout:
    """Return a layout by its name, an alias or its name in Chinese.

    Raises:
        KeyError: there is no layout of that name.
    """
    if name not in layout_names():
        return find_layout(layout_aliases().get(name) or _layouts_by_name_zh()[_spoken(name)])
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    model = next(
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Content) and value.__module__ == module.__name__
    )
    return Layout(
        name=name,
        name_zh=module.NAME_ZH,
        summary_zh=module.SUMMARY_ZH,
        doc=module.__doc__ or "",
        example=module.EXAMPLE,
        model=model,
        draw=module.draw,
        splits=getattr(module, "SPLITS", ""),
        brand=getattr(module, "BRAND", False),
        bare=getattr(module, "BARE", False),
        links=getattr(module, "links", _no_links),
        warnings=getattr(module, "warnings", _no_warnings),
        causes=getattr(module, "causes", _none),
        actions=getattr(module, "actions", _none),
        roomier=getattr(module, "ROOMIER", ""),
        plain=getattr(module, "PLAIN_LIST", False),
        shows=getattr(module, "SHOWS", ""),
        role=getattr(module, "ROLE", ""),
        builds=getattr(module, "BUILDS", None) or _lists_of(model),
        family=FAMILIES[getattr(module, "FAMILY", "other")],
    )


def _lists_of(model: type[Content]) -> tuple[str, ...]:
    """Return the first list of parts, else all lists."""
    lists = [name for name, field in model.model_fields.items() if get_origin(field.annotation) is list]
    parts = [name for name in lists if parts_of(model.model_fields[name].annotation)]
    return tuple(parts[:1] or lists)


@functools.cache
def prompts(name: str, lang: str) -> dict[str, str]:
    """Return what an empty placeholder shows, by outline path without indexes (`items.head`)."""
    return dict(_prompts(find_layout(name).model, lang.startswith("zh"), ""))


def _prompts(model: type[Part], zh: bool, prefix: str) -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        yield prefix + name, (declared(field).zh if zh else field.description) or name
        for inner in parts_of(field.annotation):
            yield from _prompts(inner, zh, f"{prefix}{name}.")


def parts_of(annotation: object) -> list[type[Part]]:
    """Return the parts a field holds, looked for inside lists and alternatives."""
    found = _PARTS.get(annotation)
    if found is None:
        if isinstance(annotation, type) and issubclass(annotation, Part):
            found = [annotation]
        else:
            found = [part for argument in get_args(annotation) for part in parts_of(argument)]
        _PARTS[annotation] = found
    return found


_PARTS: dict[object, list[type[Part]]] = {}
"""What was found so far: fields are asked for on every slide."""
