"""What stands within a paragraph: Markdown's marks become those of outlines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from deckgen.markdown.talk import Picture

_HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
_WEB = re.compile(r"(?:https?://|mailto:)[^()\s]+$")
_MARKED = re.compile(r"\\(?=[\\*\[\]])|\*\*|\[(?=[@^]|[^\[\]]*\]\()")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ATTRIBUTES = re.compile(r"\{[.#:][^{}]*\}|\{[\w-]+=[^{}]*\}")
"""What Pandoc and Quarto say of the look of a word: `{.class #id key=value}`."""
_MARP = re.compile(
    r"(?:bg|fit|cover|contain|auto|vertical|(?:left|right)(?::[\d.]+%)?|[wh]:\S+|width:\S+|height:\S+|[\d.]+%|"
    r"(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S+)?)$"
)


@dataclass
class Inline:
    """The text of a paragraph, and the pictures and HTML that stood in it."""

    text: str = ""
    rows: tuple[str, ...] = ()
    pictures: list[Picture] = field(default_factory=list)
    html: list[str] = field(default_factory=list)


@dataclass
class Footnotes:
    """The footnotes of one slide, numbered as its texts come to them."""

    texts: Mapping[str, str]
    used: list[str] = field(default_factory=list)

    def number(self, name: str) -> int | None:
        """Return the number of a footnote, None for one that is not defined or one too many."""
        if name not in self.texts or (name not in self.used and len(self.used) >= 10):
            return None
        if name not in self.used:
            self.used.append(name)
        return self.used.index(name) + 1


def escaped(text: str) -> str:
    """Return plain words as an outline writes them, so that none of their signs is taken for a mark."""
    return _MARKED.sub(lambda found: "".join(f"\\{char}" for char in found[0]), text)


def inline(tokens: Sequence[Token], line: int, footnotes: Footnotes) -> Inline:
    """Return what the tokens of a paragraph say."""
    found = Inline()
    pieces: list[str] = []
    links: list[tuple[int, str]] = []
    for token in tokens:
        if token.type == "text":
            pieces.append(_with_notes(ATTRIBUTES.sub("", token.content), footnotes))
        elif token.type == "code_inline":
            pieces.append(escaped(token.content))
        elif token.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif token.type in ("strong_open", "strong_close"):
            pieces.append("**")
        elif token.type == "link_open":
            links.append((len(pieces), str(token.attrGet("href") or "")))
        elif token.type == "link_close":
            start, address = links.pop()
            label = "".join(pieces[start:])
            pieces[start:] = [_link(label, address)]
        elif token.type == "image":
            found.pictures.append(_picture(token, line))
        elif token.type == "html_inline":
            if _BREAK.match(token.content):
                pieces.append("\n")
            else:
                found.html.append(token.content)
    text = "".join(pieces)
    found.text = tidy(text)
    found.rows = tuple(row for row in map(tidy, text.split("\n")) if row)
    return found


def tidy(text: str) -> str:
    """Return a text in one line; between Chinese lines no space is wanted. Bold marks around nothing go."""
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    joined = ""
    for row in rows:
        gap = "" if not joined or (_HAN.match(joined[-1]) and _HAN.match(row[0])) else " "
        joined += gap + row
    joined = re.sub(r"\*\*(\s*)\*\*", r"\1", joined)
    if joined.count("**") % 2:
        joined = joined.replace("**", "")
    return " ".join(joined.split())


def plain(text: str) -> str:
    """Return the words of a text in the markup of outlines."""
    from deckgen.content.text import Line

    return Line(text).plain


def _with_notes(text: str, footnotes: Footnotes) -> str:
    pieces: list[str] = []
    position = 0
    for match in _NOTE.finditer(text):
        number = footnotes.number(match[1])
        if number is not None:
            pieces += [escaped(text[position : match.start()]), f"[^{number}]"]
            position = match.end()
    return "".join([*pieces, escaped(text[position:])])


def _link(label: str, address: str) -> str:
    """Return a link where outlines have it, else its words, and its address behind them where that says something."""
    if not label.strip() or not address or address.startswith("#"):
        return label
    if _WEB.match(address) and not re.search(r"[\[\]\n\\]|\*\*", label):
        return f"[{label.removeprefix('https://').removeprefix('http://')}]({address})"
    return label if address in label else f"{label} ({escaped(address)})"


def _picture(token: Token, line: int) -> Picture:
    marks = [word for word in token.content.split() if _MARP.match(word)]
    side = next((mark.partition(":")[0] for mark in marks if mark.startswith(("left", "right"))), "")
    alt = picture_words(token.content)
    background = "bg" in marks and not side
    return Picture(str(token.attrGet("src") or ""), alt, line, background, side if "bg" in marks else "")


def picture_words(written: str) -> str:
    """Return what a picture is said to show, without what Marp reads there: `bg`, `right:40%`, `w:300px`."""
    words = written.split()
    marks = [word for word in words if _MARP.match(word)]
    return " ".join(word for word in words if word not in marks or ("bg" not in marks and ":" not in word))
