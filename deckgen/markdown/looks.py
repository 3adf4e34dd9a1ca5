"""The layouts that tables, quotations, columns, pictures and lists look like, the closest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.content.text import full_width_length
from deckgen.markdown.blocks import named
from deckgen.markdown.canvas import uncropped
from deckgen.markdown.inline import escaped, plain
from deckgen.markdown.points import in_one, points_of
from deckgen.markdown.talk import Block, Columns, Entry, Form, Heading, Listed, Paragraph, Picture, Quote, Table
from deckgen.markdown.wording import headed, joined, length, pair, unquoted
from deckgen.outline.write import Data

_COMPARED = re.compile(r"\bvs\b\.?|\bversus\b|compar|before and after|对比|比较|相比|之前.*之后", re.IGNORECASE)

_FIGURE = re.compile(
    r"(?P<sign>[¥€$£]?)(?P<value>[+\-−]?\d[\d,.]*\d|\d)\s?"
    r"(?P<unit>[%％‰°]|[kKmMbB]n?(?![a-zA-Z])|[万亿千百倍元个人次天年月件单张家台件项位分秒]{1,3}|[€$£¥]|pts?\b|x\b)?"
)


def side_by_side(title: str, columns: Columns) -> Iterator[Form]:
    """Yield two columns, a picture beside words, or a card for each of several columns."""
    sides: list[dict[str, Data]] = []
    for column in columns.columns:
        heads = [block.text for block in column if isinstance(block, Heading)]
        lists = [block for block in column if isinstance(block, Listed)]
        texts = [block.text for block in column if isinstance(block, Paragraph)]
        side: dict[str, Data] = {"head": heads[0]} if heads and length(heads[0]) <= 20 else {}
        if not side and len(texts) > (0 if lists else 1) and length(plain(texts[0])) <= 14:
            side, texts = {"head": re.sub(r"^\*\*|[:：]?\*\*$|[:：]$", "", texts[0])}, texts[1:]
        entries = [in_one((entry.text, entry.below)) for listed in lists for entry in listed.entries]
        if entries:
            side["items"] = [*texts, *entries]
        elif texts:
            side["text"] = " ".join(texts)
        sides.append(side)
    pictures = [block for column in columns.columns for block in column if isinstance(block, Picture)]
    if len(columns.columns) == 2 and len(pictures) == 1:
        at = next(at for at, column in enumerate(columns.columns) if pictures[0] in column)
        side = sides[1 - at]
        items = side.get("items") or ([side["text"]] if "text" in side else [])
        if not _may_be_cropped(pictures[0]):
            texts = [str(item) for item in items]
            yield uncropped(title, image_of(pictures[0], title), pictures[0].ratio, texts)
        layout = "image-left" if at == 0 else "image-right"
        form: Form = {"layout": layout, "title": title, "image": image_of(pictures[0], title)}
        yield {**form, "text": side["text"]} if "text" in side else {**form, "items": items}
    elif len(sides) == 2 and all("items" in side or "text" in side for side in sides):
        yield {"layout": "two-column", "title": title, "columns": sides}
    elif 3 <= len(sides) <= 6 and all("head" in side and length(str(side["head"])) <= 10 for side in sides):
        cards = [{"head": side["head"], **({"text": _sentence(side)} if len(side) > 1 else {})} for side in sides]
        yield {"layout": "cards", "title": title, "items": cards}


def _sentence(side: dict[str, Data]) -> str:
    items = side.get("items")
    return str(side["text"]) if "text" in side else joined([str(item) for item in items or ()])


def tables(title: str, table: Table, texts: Sequence[str]) -> Iterator[Form]:
    """Yield a comparison where a title asks for one, and a table; a short text beside it is its conclusion."""
    head = [cell or "–" for cell in table.head]
    compared = len(head) == 3 and 2 <= len(table.rows) <= 5 and _COMPARED.search(plain(title))
    end: Form = {"takeaway": texts[-1].removeprefix(": ")} if texts and length(texts[-1]) <= 44 else {}
    if (
        compared
        and all(row[0] and row[1] and row[2] and length(row[0]) <= 6 for row in table.rows)
        and all(map(table.head.__getitem__, (1, 2)))
    ):
        yield {
            "layout": "comparison",
            "title": title,
            "left": {"name": head[1]},
            "right": {"name": head[2]},
            "rows": [dict(zip(("dim", "left", "right"), row, strict=True)) for row in table.rows],
            **end,
        }
    if 2 <= len(head) <= 7 and len(table.rows) >= 2:
        yield {"layout": "table", "title": title, "columns": head, "rows": [list(row) for row in table.rows], **end}


def quotes(own: str, quote: Quote, texts: Sequence[str], pictures: Sequence[Picture]) -> Iterator[Form]:
    """Yield a quotation under the slide's title where it is told who said it, and a statement for short words."""
    names = [name for text in texts if (name := named(text))]
    name = quote.name or (names[0] if names else "")
    who, _, role = name.partition("，") if "，" in name else name.partition(", ")
    if name and own and length(quote.text) <= 75:
        form: Form = {"layout": "quote", "title": own, "text": unquoted(quote.text), "name": who}
        if role:
            form["role"] = role
        if pictures:
            yield {**form, "portrait": image_of(pictures[0], who)}
        yield form
    if length(quote.text) <= 44:
        said: Form = {"layout": "statement", "text": quote.text}
        yield {**said, "attribution": name} if name else said


def pictured(title: str, pictures: Sequence[Picture], others: Sequence[Block]) -> Iterator[Form]:
    """Yield a picture from edge to edge, beside what else there is, or a gallery of several."""
    if len(pictures) > 1 and not others:
        if len(pictures) <= 6:
            items: list[Data] = [
                {"image": image_of(each, title), **({"caption": each.alt} if each.alt else {})} for each in pictures
            ]
            yield {"layout": "gallery", "title": title, "items": items}
        return
    picture = pictures[0]
    texts = [block.text for block in others if isinstance(block, Paragraph | Heading)]
    image = image_of(picture, title)
    short = len(texts) == len(others) <= 1 and all(length(text) <= 40 for text in texts)
    if not _may_be_cropped(picture):
        yield uncropped(title, image, picture.ratio, [in_one(point) for point in points_of(others)])
    if short and _fills(picture) and length(title) <= 28:
        form: Form = {"layout": "image-full", "image": image, "title": title}
        yield {**form, "caption": texts[0]} if texts else form
    layout = "image-left" if picture.side == "left" else "image-right"
    beside: Form = {"layout": layout, "title": title, "image": image}
    lists = [block for block in others if isinstance(block, Listed)]
    if len(lists) == len(others) == 1:
        yield {**beside, "items": [in_one((entry.text, entry.below)) for entry in lists[0].entries]}
    elif len(texts) == len(others) == 1:
        yield {**beside, "text": texts[0]}
    elif others:
        yield {**beside, "items": [in_one(point) for point in points_of(others)]}


def _fills(picture: Picture) -> bool:
    """Return whether a picture may stand from edge to edge: one made for that, or a photo that loses a fifth at most."""
    return picture.background or (_is_photo(picture) and 1.42 <= picture.ratio <= 2.22)


def _may_be_cropped(picture: Picture) -> bool:
    """Return whether a picture loses nothing that matters when it is cropped: a plot, a page or a strip does."""
    return picture.background or (_is_photo(picture) and 0.5 <= picture.ratio <= 2.22)


def _is_photo(picture: Picture) -> bool:
    return picture.file.lower().endswith((".jpg", ".jpeg", ".webp"))


def image_of(picture: Picture, title: str) -> dict[str, Data]:
    """Return a picture as an outline names it; without words of its own it shows what its slide is about."""
    stem = re.split(r"[/\\]", picture.file)[-1].rpartition(".")[0]
    return {"file": picture.file, "alt": picture.alt or plain(title) or stem or "–"}


def lists(title: str, listed: Listed) -> Iterator[Form]:
    """Yield the layouts that a list may have, from the way its entries begin."""
    entries = listed.entries
    figures = [_figure(entry) for entry in entries]
    if 2 <= len(entries) <= 6 and all(figures):
        yield {"layout": "kpi-row", "title": title, "items": [figure for figure in figures if figure]}
    heads = [headed(entry.text) for entry in entries]
    whole = [
        (head, joined([text, *entry.below] if text else entry.below))
        for (head, text), entry in zip(heads, entries, strict=True)
    ]
    if (
        listed.ordered
        and 3 <= len(entries) <= 5
        and all(head and length(head) <= 16 and length(text) <= 52 for head, text in whole)
    ):
        yield {"layout": "numbered-points", "title": title, "items": [pair(head, text) for head, text in whole]}
    if (
        not listed.ordered
        and 2 <= len(entries) <= 6
        and all(head and text and length(head) <= 10 and length(text) <= 60 for head, text in whole)
        and all(entry.text.startswith("**") for entry in entries)
    ):
        yield {"layout": "cards", "title": title, "items": [pair(head, text) for head, text in whole]}


def _figure(entry: Entry) -> dict[str, Data] | None:
    """Return a key figure where an entry is a number and what it counts, in this order."""
    words = plain(entry.text)
    match = _FIGURE.match(words)
    if not match or entry.below:
        return None
    label = words[match.end() :].lstrip(" :：,，—–-")
    unit = match["unit"] or match["sign"]
    if not label or not 0 < full_width_length(label) <= 14 or full_width_length(match["value"]) > 6:
        return None
    if not match["unit"] and re.match(r"\w", words[match.end("value") :]):
        return None
    figure: dict[str, Data] = {"value": match["value"]}
    if unit:
        figure["unit"] = unit
    return {**figure, "label": escaped(label)}
