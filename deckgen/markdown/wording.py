"""Words of a talk measured, cut, joined and taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.content.text import full_width_length
from deckgen.markdown.inline import plain
from deckgen.outline.write import Data

_HAN_END = re.compile("[\u4e00-\u9fff]$")
_ENDED = re.compile(r"[。！？；.!?;:：，,]$")

_HEAD = re.compile(r"^\*\*(?P<head>[^*]+?)\*\*\s*[:：,，—–-]*\s*(?P<text>.*)$")

_COLON = re.compile(r"^(?P<head>[^:：*\[\]]{1,40}?)\s*(?:：|:\s|\s[—–-]\s)\s*(?P<text>.+)$")


def length(text: str) -> int:
    """Return the length of a text as a reader sees it, in full-width characters."""
    return full_width_length(plain(text))


def shortened(text: str, most: int) -> str:
    """Return a text that is not much longer than `most` full-width characters, cut between words."""
    if full_width_length(plain(text)) <= most + 4:
        return text
    words = plain(text)
    kept = ""
    for piece in re.findall(r"[\x21-\u2e7f]+\s*|.", words):
        if full_width_length(kept + piece) > most - 1:
            break
        kept += piece
    return (kept or words[: most - 1]).rstrip(" ,，、;；:：").replace("\\", "") + "…"


def headed(text: str) -> tuple[str, str]:
    """Return what an entry begins with, in bold or before a colon, and the rest."""
    match = _HEAD.match(text) or _COLON.match(text)
    if match:
        return match["head"].rstrip(" :：,，"), match["text"]
    return text, ""


def pair(head: str, text: str) -> dict[str, Data]:
    """Return a head with its text, where there is one."""
    return {"head": head, "text": text} if text else {"head": head}


def joined(texts: Sequence[str]) -> str:
    """Return several texts as one, parted as their language does."""
    found = ""
    for text in texts:
        if not found:
            gap = ""
        elif _ENDED.search(found):
            gap = " " if found[-1].isascii() else ""
        else:
            gap = "；" if _HAN_END.search(plain(found)) else "; "
        found += gap + text
    return found


def unquoted(text: str) -> str:
    """Take the quotation marks away that the layout sets itself."""
    match = re.fullmatch('[“"「『](.+)[”"」』]', text)
    return match[1] if match else text
