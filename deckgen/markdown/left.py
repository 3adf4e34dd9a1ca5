"""What of a talk could not be carried over: it is told, and kept in the notes of its slide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from deckgen.markdown.citations import CITATION, citations_in
from deckgen.markdown.forms import Made
from deckgen.markdown.inline import ATTRIBUTES, picture_words, plain
from deckgen.markdown.pictures import Pictures
from deckgen.markdown.steps import REVEALS, in_steps
from deckgen.markdown.talk import Block, Columns, Form, Left, Picture, TalkSlide
from deckgen.outline.write import Data
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
CITATION_LEFT = Kind(
    "citation-left", "warning",
    "引用「{words}」没有搬过来，已放进第 {page} 页的备注。", "The citation “{words}” is kept in the notes of slide {page}.",
    "请在 sources: 下面登记这个来源，再在那一页写 source: 和它的名字。",
    "Describe the source under sources:, and name it with source: on that slide.",
)  # fmt: skip
STEPS_LEFT = Kind(
    "steps-left", "warning",
    "第 {page} 页原来是逐项出现的，现在一次全部出现。", "Slide {page} appeared item by item; now all of it shows at once.",
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


def finished(made: Made, page: int, file: str, pictures: Pictures) -> tuple[Form, list[Problem]]:
    """Return a slide with its notes, and what is to be told of it."""
    notes = [noted(note) for note in made.slide.notes] if made.is_first else []
    told: list[Problem] = []
    if made.piece.whole_title:
        told.append(TITLE_CUT.at(Span(file, made.slide.line, 1), page=page))
        notes.append(noted(plain(made.piece.whole_title)))
    for block in every(made.slide.blocks, Left) if made.is_first else ():
        span = Span(file, block.line, 1)
        if block.what == "tag":
            if not block.source.startswith("</") and not REVEALS.fullmatch(block.source):
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
    for number, citation in citations_in(made.slide.lines) if made.is_first else ():
        notes.append(noted(citation))
        told.append(CITATION_LEFT.at(Span(file, number, 1), words=citation, page=page))
    form = in_steps(made.data) if made.slide.is_stepwise else dict(made.data)
    if made.slide.is_stepwise and made.is_first and "build" not in form:
        told.append(STEPS_LEFT.at(Span(file, made.slide.line, 1), page=page))
    if notes:
        form["notes"] = "\n\n".join(note for note in notes if note)
    return form, told


def every(blocks: Sequence[Block], kind: type[_Some]) -> Iterator[_Some]:
    """Yield the blocks of one kind, those in columns too."""
    for block in blocks:
        if isinstance(block, Columns):
            for column in block.columns:
                yield from every(column, kind)
        elif isinstance(block, kind):
            yield block


def noted(text: str) -> str:
    """Return words as notes hold them: links with their address, no marks that an outline would look up."""
    text = re.sub(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s>]+)>?[^()]*\)", r"\1 (\2)", text)
    return re.sub(r"\[(?=[@^])", r"\\[", text.replace("\t", "    ")).strip("\n")


def keep_words(slide: TalkSlide, forms: Sequence[Form], page: int, file: str) -> list[Problem]:
    """Put into the notes of a slide every line of which a word is nowhere on it."""
    shown = " ".join(_words(form) for form in forms)
    lost: list[str] = []
    told: list[Problem] = []
    for footnote in slide.footnotes:
        if footnote not in shown:
            lost.append(noted(footnote))
            told.append(WORDS_LEFT.at(Span(file, slide.line, 1), words=plain(footnote)[:40], page=page))
    for picture in every(slide.blocks, Picture):
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
        for syntax in (_TAG, _REFERENCE, ATTRIBUTES, CITATION):
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
