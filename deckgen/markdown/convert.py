"""A talk in Markdown becomes an outline that has no errors, with a list of what could not be carried over."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from deckgen.markdown.forms import Piece, last_form, pieces
from deckgen.markdown.inline import ATTRIBUTES, escaped, picture_words, plain
from deckgen.markdown.read import read_talk
from deckgen.markdown.roles import covers
from deckgen.markdown.talk import Block, Columns, Form, Heading, Left, Picture, Talk, TalkSlide
from deckgen.outline.write import Data, outline_text
from deckgen.problems import Kind, Problem, Span

CODE_LEFT = Kind(
    "code-left", "warning",
    "代码块没有对应的版式，已原样放进第 {page} 页的备注。", "No layout shows code: it is kept in the notes of slide {page}.",
)  # fmt: skip
DRAWING_LEFT = Kind(
    "drawing-left", "warning",
    "图形脚本已原样放进第 {page} 页的备注；导出成图片就能用。",
    "The script of a drawing is kept in the notes of slide {page}; export it as a picture to show it.",
)  # fmt: skip
HTML_LEFT = Kind(
    "html-left", "warning",
    "HTML 没有搬过来，已原样放进第 {page} 页的备注。", "HTML is not carried over: it is kept in the notes of slide {page}.",
)  # fmt: skip
PICTURE_LEFT = Kind(
    "picture-left", "warning",
    "图片「{name}」没有用上，名字记在第 {page} 页的备注里。{why_zh}",
    "The picture “{name}” is not used; its name is in the notes of slide {page}. {why_en}",
)  # fmt: skip
WORDS_LEFT = Kind(
    "words-left", "warning",
    "「{words}」在第 {page} 页上放不下，已放进备注。", "“{words}” found no place on slide {page}: it is kept in the notes.",
)  # fmt: skip
TITLE_CUT = Kind(
    "title-cut", "warning",
    "第 {page} 页的标题太长，已截短，全文在备注里。",
    "The title of slide {page} is too long and was cut; its notes have the whole.",
)  # fmt: skip
SETTINGS_LEFT = Kind(
    "settings-left", "warning",
    "{names} 是原来那个工具的设置，没有搬过来。", "Settings of the program it was written for are left out: {names}.",
)  # fmt: skip

_LEFT = {"code": CODE_LEFT, "drawing": DRAWING_LEFT, "html": HTML_LEFT}
_Some = TypeVar("_Some", bound=Block)
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]+|\d+")
"""What a text may not lose: runs of Chinese, of letters, of digits."""
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_REFERENCE = re.compile(r"\[\^[^\]\s]+\](?!:)")
_HEADING = re.compile(r"^#+\s*")
_NUMBERED = re.compile(r"^\s*(?:>\s*)*\d+[.)]\s")
_STRUCTURE = re.compile(r"\s*(?:`{3,}|~{3,}|:{3,}|::[\w-]+::\s*$).*")
_ROUNDS = 12
"""Each round takes the next form of every slide with an error; no slide has more forms."""


@dataclass(frozen=True)
class Converted:
    """An outline made from a talk, its language and what could not be carried over, by lines of the talk."""

    outline: str
    lang: str
    left: tuple[Problem, ...]
    slides: int


@dataclass
class _Made:
    """A slide of the outline in the making."""

    piece: Piece
    slide: TalkSlide
    is_first: bool = True
    form: int = 0

    @property
    def data(self) -> Form:
        return self.piece.forms[min(self.form, len(self.piece.forms) - 1)]


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
    pictures = _Pictures(file.parent, target.parent)
    slides = [_with_pictures(slide, pictures) for slide in talk.slides]
    made = _cover(talk)
    previous = plain(title or talk.front.get("title", ""))
    for number, slide in enumerate(slides):
        found = pieces(slide, previous or _stem(file), first=not made, last=number == len(slides) - 1)
        made += [_Made(piece, slide, is_first=not at) for at, piece in enumerate(found)]
        previous = next((block.text for block in slide.blocks if isinstance(block, Heading)), previous)
    if not made:
        made = [_Made(Piece((last_form(previous or _stem(file)),)), TalkSlide(1, ()))]
    info = _info(talk, title, spoken, theme, made, _stem(file))
    _settle(info, made, target)
    data = []
    for page, each in enumerate(made, 1):
        form, problems = _finished(each, page, str(file), pictures)
        left += problems
        data.append(form)
    for slide in [made[0].slide, *slides] if made[0].slide not in slides else slides:
        own = [page for page, each in enumerate(made) if each.slide is slide]
        left += _keep_words(slide, [data[page] for page in own], own[0] + 1, str(file))
    left += [
        SETTINGS_LEFT.at(Span(str(file), setting.line, 1), names=", ".join(setting.names)) for setting in talk.settings
    ]
    ordered = sorted(left, key=lambda problem: problem.span.line if problem.span else 0)
    outline = outline_text({"deck": info, "slides": [_in_order(form) for form in data]})
    return Converted(outline, spoken, tuple(ordered), len(data))


class _Pictures:
    """Which pictures an outline can use, and what their files are called from its folder."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.unused: list[tuple[Picture, str, str]] = []

    def named(self, picture: Picture) -> Picture | None:
        """Return the picture as the outline names it, None where it cannot be used."""
        from deckgen.images.decode import decoded, read_source
        from deckgen.images.locate import locate
        from deckgen.images.unusable import Unusable

        name = picture.file
        if not re.match(r"[a-z][a-z0-9+.-]*:|//", name, re.IGNORECASE):
            try:
                inside = os.path.relpath(self.home.resolve() / name.lstrip("/"), self.folder.resolve())
            except (ValueError, OSError):  # another drive; a name no file can have
                inside = name
            name = Path(inside).as_posix()
        try:
            decoded(read_source(locate(name, self.folder)))
        except Unusable as reason:
            problem = Problem(reason.kind, facts=reason.facts)
            hints = [Problem(problem.kind, facts=problem.facts, lang=lang) for lang in ("zh", "en")]
            self.unused.append((picture, hints[0].message, hints[1].message))
            return None
        return replace(picture, file=name)


def _with_pictures(slide: TalkSlide, pictures: _Pictures) -> TalkSlide:
    """Return a slide whose pictures can be used; of others the name is left for the notes."""
    return replace(slide, blocks=_usable(slide.blocks, pictures))


def _usable(blocks: Sequence[Block], pictures: _Pictures) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Picture):
            usable = pictures.named(block)
            found.append(usable if usable else Left("picture", f"{block.alt} {block.file}".strip(), block.line))
        elif isinstance(block, Columns):
            found.append(replace(block, columns=tuple(_usable(column, pictures) for column in block.columns)))
        else:
            found.append(block)
    return tuple(found)


def _cover(talk: Talk) -> list[_Made]:
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
        _Made(
            Piece((*forms, last_form(title))),
            TalkSlide(1, (), lines=tuple((1, text) for text in (title, *said.values()))),
        )
    ]


def _stem(file: Path) -> str:
    return " ".join(re.split(r"[-_\s]+", file.stem)).strip() or file.stem


def _info(talk: Talk, title: str, lang: str, theme: str, made: Sequence[_Made], name: str) -> dict[str, Data]:
    """Return the `deck` block."""
    first = made[0].data
    named = title or talk.front.get("title", "") or plain(str(first.get("title") or first.get("text") or "")) or name
    info: dict[str, Data] = {"title": escaped(named), "lang": lang, "theme": theme}
    for key, from_front in (("author", "author"), ("company", "institute"), ("date", "date")):
        if talk.front.get(from_front):
            info[key] = escaped(talk.front[from_front])
    return info


def _settle(info: dict[str, Data], made: Sequence[_Made], target: Path) -> None:
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


def _finished(made: _Made, page: int, file: str, pictures: _Pictures) -> tuple[Form, list[Problem]]:
    """Return a slide with its notes, and what is to be told of it."""
    notes = [noted(note) for note in made.slide.notes] if made.is_first else []
    told: list[Problem] = []
    if made.piece.whole_title:
        told.append(TITLE_CUT.at(Span(file, made.slide.line, 1), page=page))
        notes.append(noted(plain(made.piece.whole_title)))
    for block in _every(made.slide.blocks, Left) if made.is_first else ():
        span = Span(file, block.line, 1)
        if block.what == "tag":
            if not block.source.startswith("</"):
                told.append(SETTINGS_LEFT.at(span, names=block.source))
            continue
        notes.append(noted(block.source))
        if block.what == "picture":
            reason = next(
                entry for entry in pictures.unused if entry[0].line == block.line and entry[0].file in block.source
            )
            told.append(PICTURE_LEFT.at(span, name=reason[0].file, page=page, why_zh=reason[1], why_en=reason[2]))
        else:
            told.append(_LEFT[block.what].at(span, page=page))
    form = dict(made.data)
    if notes:
        form["notes"] = "\n\n".join(note for note in notes if note)
    return form, told


def _every(blocks: Sequence[Block], kind: type[_Some]) -> Iterator[_Some]:
    """Yield the blocks of one kind, those in columns too."""
    for block in blocks:
        if isinstance(block, Columns):
            for column in block.columns:
                yield from _every(column, kind)
        elif isinstance(block, kind):
            yield block


def noted(text: str) -> str:
    """Return words as notes hold them: links with their address, no marks that an outline would look up."""
    text = re.sub(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s>]+)>?[^()]*\)", r"\1 (\2)", text)
    return re.sub(r"\[(?=[@^])", r"\\[", text.replace("\t", "    ")).strip("\n")


def _keep_words(slide: TalkSlide, forms: Sequence[Form], page: int, file: str) -> list[Problem]:
    """Put into the notes of a slide every line of which a word is nowhere on it."""
    shown = " ".join(_words(form) for form in forms)
    lost: list[str] = []
    told: list[Problem] = []
    for footnote in slide.footnotes:
        if footnote not in shown:
            lost.append(noted(footnote))
            told.append(WORDS_LEFT.at(Span(file, slide.line, 1), words=plain(footnote)[:40], page=page))
    for picture in _every(slide.blocks, Picture):
        if picture.file not in shown:
            lost.append(f"{picture.alt} {picture.file}".strip())
            facts = {"why_zh": "这一页只放得下一张。", "why_en": "The slide has room for one."}
            told.append(PICTURE_LEFT.at(Span(file, picture.line, 1), name=picture.file, page=page, **facts))
    for number, text in slide.lines:
        if _STRUCTURE.fullmatch(text):
            continue
        if attributes := [each for each in ATTRIBUTES.findall(text) if "background-image" not in each]:
            told.append(SETTINGS_LEFT.at(Span(file, number, 1), names=" ".join(attributes)))
        bare = _IMAGE.sub(lambda found: picture_words(found[1]), _NUMBERED.sub("", text))
        for syntax in (_TAG, _REFERENCE, ATTRIBUTES):
            bare = syntax.sub("", bare)
        cells = bare.split("|") if bare.strip().startswith("|") else [bare]
        missing = [cell.strip() for cell in cells if any(word not in shown for word in _WORD.findall(cell))]
        if not missing:
            continue
        lost.append(noted(_HEADING.sub("", " · ".join(missing))))
        words = plain(" · ".join(missing)).strip().lstrip("#*->+ ")
        told.append(WORDS_LEFT.at(Span(file, number, 1), words=words[:40] + "…" * (len(words) > 40), page=page))
    if lost:
        before = forms[0].get("notes")
        forms[0]["notes"] = "\n\n".join([str(before)] * bool(before) + ["\n".join(lost)])
    return told


def _words(data: Data) -> str:
    if isinstance(data, str):
        return data
    return " ".join(map(_words, data.values() if isinstance(data, dict) else data))


def _in_order(form: Form) -> Form:
    """Return a slide in the order people write one: the layout first, footnotes and notes last."""
    last = ("footnotes", "notes")
    return {
        **{key: value for key, value in form.items() if key not in last},
        **{key: form[key] for key in last if key in form},
    }
