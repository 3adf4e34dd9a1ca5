"""The lines of a talk, sorted before any Markdown is read: front matter, comments, where a slide begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from deckgen.markdown.talk import Setting

Line = tuple[int, str]
"""A line with its number."""

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_DASHES = re.compile(r"---[ \t]*$")
_PAIR = re.compile(r"[A-Za-z_][\w.-]*:(?:\s|$)")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_SLIDEV = {
    "drawings", "mdc", "highlighter", "colorSchema", "routerMode", "background", "info", "layout", "fonts", "addons",
}  # fmt: skip
_DOCUMENT = {"format", "slide-level", "institute", "author", "output", "bibliography", "revealjs-url", "toc"}
_DIRECTIVES = {
    "theme", "style", "headingDivider", "size", "math", "paginate", "header", "footer", "class", "color", "title",
    "backgroundColor", "backgroundImage", "backgroundPosition", "backgroundRepeat", "backgroundSize", "marp", "transition",
}  # fmt: skip
"""What Marp takes from a comment."""


@dataclass
class Sheet:
    """The lines of one slide, what its comments and its own front matter say, and whether it opens a chapter."""

    line: int
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    front: dict[str, str] = field(default_factory=dict)
    is_chapter: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it."""
        return not self.notes and not self.front and not any(text.strip() for _, text in self.lines)


@dataclass
class Source:
    """A talk in sheets."""

    front: dict[str, str]
    sheets: list[Sheet]
    footnotes: dict[str, str]
    settings: list[Setting]


def sorted_lines(text: str, *, quarto: bool = False) -> Source:
    """Return the lines of a talk sorted into slides; `quarto` says that its file is one of Quarto's."""
    lines = list(enumerate(text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n"), 1))
    front, lines = _front_matter(lines)
    settings: list[Setting] = []
    lines, comments = _without_comments(lines)
    lines, footnotes = _without_footnotes(lines)
    slidev = "marp" not in front and (bool(_SLIDEV & front.keys()) or _has_inner_front_matter(lines))
    sheets = _at_rules(lines, slidev)
    document = quarto or bool(_DOCUMENT & front.keys())
    marp_level = front.get("headingDivider", "")
    if marp_level.isdigit():
        sheets = _at_headings(sheets, int(marp_level), int(marp_level))
    elif "marp" not in front and not slidev and (document or len(sheets) < 2):
        level = front.get("slide-level", "")
        slide_level = int(level) if level.isdigit() else _slide_level(lines)
        sheets = _at_headings(sheets, slide_level, slide_level - 1)
    for line, comment in comments:
        names = _directives(comment)
        if names:
            settings.append(Setting(names, line))
            continue
        sheet = max((sheet for sheet in sheets if sheet.line <= line), key=lambda sheet: sheet.line, default=sheets[0])
        sheet.notes.append(comment)
    return Source(front, [sheet for sheet in sheets if not sheet.is_empty], footnotes, settings)


def _front_matter(lines: list[Line]) -> tuple[dict[str, str], list[Line]]:
    """Return the front matter in YAML, or Pandoc's title block, and the lines after it."""
    if lines and _DASHES.match(lines[0][1]):
        end = next((at for at, (_, text) in enumerate(lines[1:], 1) if re.match(r"(?:---|\.\.\.)[ \t]*$", text)), None)
        if end is not None:
            front = _read_pairs([text for _, text in lines[1:end]])
            if front is not None:
                return front, lines[end + 1 :]
    block: list[str] = []
    while len(block) < 3 and lines[len(block)][1].startswith("%") and len(block) + 1 < len(lines):
        block.append(lines[len(block)][1][1:].strip())
    return dict(zip(("title", "author", "date"), block, strict=False)), lines[len(block) :]


def _read_pairs(texts: Sequence[str]) -> dict[str, str] | None:
    """Return what YAML pairs say, values of several parts in one line; None for lines that are no pairs."""
    try:
        data = yaml.load("\n".join(texts), yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    if data is None:
        return {}
    if not isinstance(data, dict):
        return None
    pairs = {str(key): _flat(value) for key, value in data.items()}
    if _is_incremental(data.get("format")):
        pairs["incremental"] = "true"
    return pairs


def _is_incremental(formats: object) -> bool:
    """Return whether one of Quarto's formats shows all lists entry by entry."""
    each = formats.values() if isinstance(formats, dict) else ()
    return any(isinstance(form, dict) and form.get("incremental") == "true" for form in each)


def _flat(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return ", ".join(map(_flat, value))
    if isinstance(value, dict):
        named = value.get("name") or value.get("text")
        return _flat(named) if named else ", ".join(map(str, value))
    return ""


def in_code(lines: Sequence[Line]) -> Iterator[bool]:
    """Yield for each line whether it belongs to a code block in fences."""
    fence = ""
    for _, text in lines:
        match = FENCE.match(text)
        if fence:
            yield True
            if match and match[1].startswith(fence) and not text[match.end() :].strip("`~ "):
                fence = ""
        else:
            fence = match[1] if match else ""
            yield bool(fence)


def _without_comments(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Take the comments out; the lines keep their numbers."""
    code = list(in_code(lines))
    # what is code is hidden from the search, character by character
    shown = "\n".join("\0" * len(text) if hidden else text for (_, text), hidden in zip(lines, code, strict=True))
    kept = list("\n".join(text for _, text in lines))
    comments: list[Line] = []
    for match in _COMMENT.finditer(shown):
        comments.append((lines[shown.count("\n", 0, match.start())][0], _dedented(match[1])))
        for at in range(*match.span()):
            kept[at] = "\n" if shown[at] == "\n" else " "
    rows = "".join(kept).split("\n") if lines else []
    return [(number, row) for (number, _), row in zip(lines, rows, strict=True)], [c for c in comments if c[1]]


def _dedented(comment: str) -> str:
    return "\n".join(line.strip() for line in comment.strip().split("\n"))


def _directives(comment: str) -> tuple[str, ...]:
    """Return the directives of Marp that a comment holds, and nothing else, or none."""
    pairs = _read_pairs(comment.split("\n")) if ":" in comment else None
    names = tuple(pairs or ())
    return names if names and all(name.lstrip("_$") in _DIRECTIVES for name in names) else ()


def _without_footnotes(lines: list[Line]) -> tuple[list[Line], dict[str, str]]:
    """Take the texts of footnotes out, by their names; those of several paragraphs stay what they are."""
    kept: list[Line] = []
    notes: dict[str, str] = {}
    referred = set(re.findall(r"\[\^([^\]\s]+)\](?!:)", "\n".join(text for _, text in lines)))
    for (number, text), code in zip(lines, list(in_code(lines)), strict=True):
        match = None if code else _FOOTNOTE.match(text)
        if match and match[2].strip() and match[1] in referred - notes.keys():
            notes[match[1]] = match[2].strip()
        else:
            # a note that nothing refers to, or a second one of its name, is a paragraph
            kept.append((number, match[2] if match else text))
    return kept, notes


def _has_inner_front_matter(lines: Sequence[Line]) -> bool:
    return any(_DASHES.match(text) and _inner_end(lines, at) for at, (_, text) in enumerate(lines))


def _inner_end(lines: Sequence[Line], at: int) -> int:
    """Return where the front matter of a slide ends that begins after the dashes at `at`, 0 where there is none."""
    for end in range(at + 1, len(lines)):
        text = lines[end][1]
        if _DASHES.match(text):
            return end if end > at + 1 else 0
        if not (_PAIR.match(text) if end == at + 1 else _PAIR.match(text) or text.startswith((" ", "-"))):
            return 0
    return 0


def _at_rules(lines: Sequence[Line], slidev: bool) -> list[Sheet]:
    """Begin a slide at every rule; dashes right below a text make a heading of it, except for Slidev."""
    code = list(in_code(lines))
    sheets = [Sheet(lines[0][0] if lines else 1)]
    at = 0
    while at < len(lines):
        number, text = lines[at]
        under_text = at > 0 and lines[at - 1][1].strip() and not slidev and text.lstrip().startswith("-")
        if code[at] or not _RULE.match(text) or under_text:
            sheets[-1].lines.append(lines[at])
            at += 1
            continue
        sheets.append(Sheet(number))
        end = _inner_end(lines, at) if _DASHES.match(text) else 0
        pairs = _read_pairs([inner for _, inner in lines[at + 1 : end]]) if end else None
        if pairs is not None and end:
            sheets[-1].front = pairs
            at = end
        at += 1
    return sheets


def _slide_level(lines: Sequence[Line]) -> int:
    """Return the level of headings that begin slides: the highest one that has something below it."""
    visible = [text for (_, text), code in zip(lines, list(in_code(lines)), strict=True) if text.strip() or code]
    levels = [
        len(match[1])
        for text, following in zip(visible, [*visible[1:], "#"], strict=False)
        if (match := _HEADING.match(text)) and not _HEADING.match(following)
    ]
    return min(levels, default=1)


def _at_headings(sheets: Sequence[Sheet], slide_level: int, chapter_level: int) -> list[Sheet]:
    """Begin a slide at every heading of the level of slides or above; those above it open chapters."""
    divided: list[Sheet] = []
    for sheet in sheets:
        current = Sheet(sheet.line, front=sheet.front)
        divided.append(current)
        for line, code in zip(sheet.lines, list(in_code(sheet.lines)), strict=True):
            match = None if code else _HEADING.match(line[1])
            if match and len(match[1]) <= slide_level:
                if not current.is_empty:
                    current = Sheet(line[0])
                    divided.append(current)
                current.line = line[0]
                current.is_chapter = len(match[1]) <= chapter_level < slide_level
            current.lines.append(line)
    return divided
