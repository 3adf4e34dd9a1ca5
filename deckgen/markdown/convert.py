"""A talk in Markdown becomes an outline that has no errors, with a list of what could not be carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.markdown.forms import Made, Piece, last_form, pieces
from deckgen.markdown.inline import escaped, plain
from deckgen.markdown.left import SETTINGS_LEFT, finished, keep_words
from deckgen.markdown.pictures import Pictures, with_pictures
from deckgen.markdown.read import read_talk
from deckgen.markdown.roles import covers
from deckgen.markdown.talk import Form, Heading, Talk, TalkSlide
from deckgen.outline.write import Data, outline_text
from deckgen.problems import Problem, Span

_ROUNDS = 12
"""Each round takes the next form of every slide with an error; no slide has more forms."""


@dataclass(frozen=True)
class Converted:
    """An outline made from a talk, its language and what could not be carried over, by lines of the talk."""

    outline: str
    lang: str
    left: tuple[Problem, ...]
    slides: int


def convert(text: str, file: Path, target: Path, *, title: str = "", theme: str = "pulse", lang: str = "") -> Converted:
    """Return the outline of the talk in `text`, read from `file`, as it is to be written to `target`.

    Pictures keep their files; their paths start at the outline's folder. Theme, title and language are those given, else
    those of the talk.
    """
    from deckgen.outline.validate import language_in

    talk = read_talk(text, quarto=file.suffix.lower() == ".qmd")
    spoken = {"zh": "zh-CN", "en": "en-US"}.get(lang) or talk.front.get("lang") or language_in(text)
    if not re.fullmatch(r"[A-Za-z]{2}(?:-[A-Za-z]{2,4})?", spoken):
        spoken = language_in(text)
    left: list[Problem] = []
    pictures = Pictures(file.parent, target.parent)
    slides = [with_pictures(slide, pictures) for slide in talk.slides]
    made = _cover(talk)
    previous = plain(title or talk.front.get("title", ""))
    for number, slide in enumerate(slides):
        found = pieces(slide, previous or _stem(file), first=not made, last=number == len(slides) - 1)
        made += [Made(piece, slide, is_first=not at) for at, piece in enumerate(found)]
        previous = next((block.text for block in slide.blocks if isinstance(block, Heading)), previous)
    if not made:
        made = [Made(Piece((last_form(previous or _stem(file)),)), TalkSlide(1, ()))]
    info = _info(talk, title, spoken, theme, made, _stem(file))
    _settle(info, made, target)
    data = []
    for page, each in enumerate(made, 1):
        form, problems = finished(each, page, str(file), pictures)
        left += problems
        data.append(form)
    for slide in [made[0].slide, *slides] if made[0].slide not in slides else slides:
        own = [page for page, each in enumerate(made) if each.slide is slide]
        left += keep_words(slide, [data[page] for page in own], own[0] + 1, str(file))
    left += [
        SETTINGS_LEFT.at(Span(str(file), setting.line, 1), names=", ".join(setting.names)) for setting in talk.settings
    ]
    ordered = sorted(left, key=lambda problem: problem.span.line if problem.span else 0)
    outline = outline_text({"deck": info, "slides": [_in_order(form) for form in data]})
    return Converted(outline, spoken, tuple(ordered), len(data))


def _cover(talk: Talk) -> list[Made]:
    """Return the slide that Pandoc and Quarto make of the front matter; for other programs that is about the file."""
    front = talk.front
    own = "marp" in front or any(slide.layout for slide in talk.slides) or "layout" in front or "theme" in front
    if "title" not in front or (own and "format" not in front):
        return []
    fields = {"presenter": "author", "org": "institute", "date": "date"}
    said = {name: escaped(front[key]) for name, key in fields.items() if front.get(key)}
    title = escaped(front["title"])
    forms = [
        {**form, **said} for form in covers(title, [escaped(front["subtitle"])] if front.get("subtitle") else [], ())
    ]
    return [
        Made(
            Piece((*forms, last_form(title))),
            TalkSlide(1, (), lines=tuple((1, text) for text in (title, *said.values()))),
        )
    ]


def _stem(file: Path) -> str:
    return " ".join(re.split(r"[-_\s]+", file.stem)).strip() or file.stem


def _info(talk: Talk, title: str, lang: str, theme: str, made: Sequence[Made], name: str) -> dict[str, Data]:
    """Return the `deck` block."""
    first = made[0].data
    named = title or talk.front.get("title", "") or plain(str(first.get("title") or first.get("text") or "")) or name
    info: dict[str, Data] = {"title": escaped(named), "lang": lang, "theme": theme}
    for key, from_front in (("author", "author"), ("company", "institute"), ("date", "date")):
        if talk.front.get(from_front):
            info[key] = escaped(talk.front[from_front])
    return info


def _settle(info: dict[str, Data], made: Sequence[Made], target: Path) -> None:
    """Let every slide that has an error take its next form, until none has."""
    from deckgen.compiler import compile_outline
    from deckgen.outline.read import parse

    for _ in range(_ROUNDS):
        text = outline_text({"deck": info, "slides": [_in_order(each.data) for each in made]})
        compiled = compile_outline(parse(text, str(target)), folder=target.parent)
        wrong = {
            int(match[1])
            for problem in compiled.problems
            if problem.severity == "error" and (match := re.match(r"slides\[(\d+)\]", problem.path))
        }
        movable = [made[number] for number in wrong if made[number].form < len(made[number].piece.forms) - 1]
        if not movable:
            return
        for each in movable:
            each.form += 1


def _in_order(form: Form) -> Form:
    """Return a slide in the order people write one: the layout first, footnotes and notes last."""
    last = ("footnotes", "notes")
    return {
        **{key: value for key, value in form.items() if key not in last},
        **{key: form[key] for key in last if key in form},
    }
