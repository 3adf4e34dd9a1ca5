"""A talk in Markdown becomes values."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt

from deckgen.markdown.blocks import Reader
from deckgen.markdown.citations import without_citations
from deckgen.markdown.inline import Footnotes
from deckgen.markdown.source import Sheet, Source, sorted_lines
from deckgen.markdown.steps import is_stepwise, with_plain_lists
from deckgen.markdown.talk import Setting, Talk, TalkSlide

_USED = {
    "title", "subtitle", "author", "date", "institute", "lang", "layout", "image", "marp", "headingDivider", "slide-level",
    "incremental",
}  # fmt: skip
"""What of the front matter an outline takes over, or what has done its work."""


def read_talk(text: str, *, quarto: bool = False) -> Talk:
    """Return the talk in a text; whatever it holds, nothing is raised."""
    # what no text can hold has no place in a YAML file either
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]", " ", text)
    source = sorted_lines(text, quarto=quarto)
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    references: dict[str, Any] = {}
    environment: dict[str, Any] = {"references": references}
    markdown.parse("\n".join(line for sheet in source.sheets for _, line in sheet.lines), environment)
    slides = tuple(_slide(sheet, markdown, references, source) for sheet in source.sheets)
    settings = list(source.settings)
    for front, line in [(source.front, 1), *((sheet.front, sheet.line) for sheet in source.sheets)]:
        names = tuple(name for name in front if name not in _USED)
        if names:
            settings.append(Setting(names, line))
    return Talk(source.front, slides, tuple(sorted(settings, key=lambda setting: setting.line)))


def _slide(sheet: Sheet, markdown: MarkdownIt, references: dict[str, Any], source: Source) -> TalkSlide:
    front, footnotes = source.front, source.footnotes
    numbered = Footnotes(footnotes)
    reader = Reader(markdown, references, numbered)
    lines = [(number, without_citations(text)) for number, text in with_plain_lists(sheet.lines)]
    image = sheet.front.get("image", "")
    if image:
        side = {"image-left": "left", "image-right": "right"}.get(sheet.front.get("layout", ""))
        lines.insert(0, (sheet.line, f"![bg{' ' + side if side else ''}](<{image}>)"))
        lines.insert(1, (sheet.line, ""))
    blocks = tuple(reader.blocks(lines))
    title = sheet.front.get("title", "")
    if title and not any(text.lstrip().startswith("#") for _, text in sheet.lines):
        blocks = (*reader.blocks([(sheet.line, f"# {title}")]), *blocks)
    return TalkSlide(
        sheet.line,
        blocks,
        (*reader.notes, *sheet.notes),
        tuple(footnotes[name] for name in numbered.used),
        tuple(sheet.lines),
        sheet.front.get("layout", ""),
        sheet.is_chapter,
        is_stepwise(sheet.lines, marp="marp" in front, always=front.get("incremental") == "true"),
    )
