"""Slides with a part to play: the cover, the agenda, the closing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.markdown.inline import plain
from deckgen.markdown.looks import image_of
from deckgen.markdown.talk import Form, Listed, Picture
from deckgen.markdown.wording import headed, length

_CLOSING = re.compile(
    r"^\W*(?:thanks|thank you|q ?& ?a|any questions|questions|the end|contact|谢谢|感谢|致谢|提问|问答|答疑|联系|再见)",
    re.IGNORECASE,
)

_AGENDA = re.compile(
    r"^\W*(?:agenda|contents|outline|table of contents|目录|议程|大纲|提纲|今天的内容)\W*$", re.IGNORECASE
)

_DATED = re.compile(r"(?:，|, | · )(?=(?:\w+ ){0,2}(?:19|20)\d\d)")
"""Between a name and a date."""


def covers(title: str, texts: Sequence[str], pictures: Sequence[Picture]) -> Iterator[Form]:
    """Yield the forms of a cover: a long title is divided at its colon, texts are told apart by what they look like."""
    head, rest = title, list(texts)
    if length(title) > 20:
        divided = re.match(r"(.{4,}?)\s*(?:：|:\s|\s[—–-]\s)\s*(.+)$", title)
        if divided:
            head, rest = divided[1], [divided[2], *rest]
    form: Form = {"layout": "cover", "title": head}
    for text in (piece for row in rest for piece in _DATED.split(row) if piece):
        words = plain(text)
        if "date" not in form and re.search(r"\b(?:19|20)\d\d\b|(?:19|20)\d\d年", words) and length(text) <= 12:
            form["date"] = text
        elif "subtitle" not in form:
            form["subtitle"] = text
        elif "presenter" not in form and length(text) <= 16:
            form["presenter"] = text
        elif "org" not in form and length(text) <= 20:
            form["org"] = text
        elif "basis" not in form:
            form["basis"] = text
    if pictures:
        yield {**form, "layout": "cover-image", "image": image_of(pictures[0], title)}
    yield form


def is_closing(title: str, texts: Sequence[str], layout: str, *, wordy: bool) -> bool:
    """Whether the last slide of a talk ends it: with thanks, questions or an address."""
    if layout == "end" or _CLOSING.match(plain(title or texts[0])):
        return True
    return bool(title) and wordy and any(re.search(r"(?<!\[)@", text) for text in texts)


def closings(own: str, texts: Sequence[str], lists: Sequence[Listed]) -> Iterator[Form]:
    """Yield the forms of the slide that ends a talk; of one without a title the first text is it."""
    title, rest = (own, list(texts)) if own else (texts[0], list(texts[1:]))
    form: Form = {"layout": "closing", "title": title}
    entries = [entry for listed in lists for entry in listed.entries]
    contact = [text for text in rest if re.search(r"@|https?://|\d{7,}|^联系|^contact", plain(text), re.IGNORECASE)]
    if entries and len(entries) <= 3 and not any(re.search(r"@|https?://", entry.text) for entry in entries):
        form["next_steps"] = [{"what": entry.text} for entry in entries]
    else:
        contact += [entry.text for entry in entries]
    outlook = [text for text in rest if text not in contact]
    if outlook:
        form["outlook"] = " ".join(outlook)
    if contact:
        form["contact"] = " · ".join(contact)
    yield form
    yield {"layout": "closing", "title": title}


def is_agenda(title: str) -> bool:
    """Whether a title announces a table of contents."""
    return bool(_AGENDA.match(plain(title)))


def agendas(title: str, listed: Listed) -> Iterator[Form]:
    """Yield the agenda, where the list is one of a few short heads."""
    heads = [headed(entry.text) if length(entry.text) > 14 else (entry.text, "") for entry in listed.entries]
    if 2 <= len(heads) <= 6 and all(
        length(head) <= 14 and not entry.below for (head, _), entry in zip(heads, listed.entries, strict=True)
    ):
        items = [{"head": head, "note": text} if text else {"head": head} for head, text in heads]
        yield {"layout": "agenda", "title": title, "items": items}
