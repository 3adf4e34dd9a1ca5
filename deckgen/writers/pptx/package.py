"""The package: the one place that hands out part names and relationship ids, keeps each picture once, and saves.

A package is written here rather than through python-pptx, which opens it all the same: its parts, relationships and
content types are searched over the whole deck for each one added, and loading it costs as much as laying out the deck.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache

from deckgen.writers.pptx.archive import archive
from deckgen.writers.pptx.names import CONTENT_TYPES, PROLOG, RELATIONSHIPS
from deckgen.writers.xml import quoted

_PLACES = {
    "presentation": "ppt/presentation.xml", "presProps": "ppt/presProps.xml", "viewProps": "ppt/viewProps.xml",
    "tableStyles": "ppt/tableStyles.xml", "core": "docProps/core.xml", "app": "docProps/app.xml",
    "slideMaster": "ppt/slideMasters/slideMaster%d.xml", "slideLayout": "ppt/slideLayouts/slideLayout%d.xml",
    "slide": "ppt/slides/slide%d.xml", "notesMaster": "ppt/notesMasters/notesMaster%d.xml",
    "notesSlide": "ppt/notesSlides/notesSlide%d.xml", "theme": "ppt/theme/theme%d.xml",
    "chart": "ppt/charts/chart%d.xml", "workbook": "ppt/embeddings/Microsoft_Excel_Worksheet%d.xlsx",
    "customXml": "customXml/item%d.xml", "customXmlProps": "customXml/itemProps%d.xml",
}  # fmt: skip
_ROOTS = ("presentation", "core", "app")
_PACKED = (".png", ".jpg")
"""Kinds of parts that are compressed already."""

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


class Sheet:
    """A part to be: its name is known from the start, its content when it is finished."""

    def __init__(self, name: str, content_type: str) -> None:
        self.name = name
        self.content_type = content_type
        self.blob = b""
        self._folder = name.rpartition("/")[0]
        self._entries: list[str] = []
        self._ids: dict[tuple[str, str], str] = {}

    def relate(self, kind: str, target: Sheet) -> str:
        """Return the id of the relationship to another part, the same one each time."""
        return self._add(RELATIONSHIPS[kind], _relative(target.name, self._folder), "")

    def link(self, url: str) -> str:
        """Return the id of the relationship to an address outside the file."""
        return self._add(RELATIONSHIPS["hyperlink"], url, ' TargetMode="External"')

    @property
    def relationships(self) -> str:
        """The relationships part, in the order they were made; empty where there are none."""
        if not self._entries:
            return ""
        return f'{PROLOG}<Relationships xmlns="{_RELS}">{"".join(self._entries)}</Relationships>'

    def _add(self, reltype: str, target: str, mode: str) -> str:
        rid = self._ids.get((reltype, target))
        if rid is None:
            rid = self._ids[reltype, target] = f"rId{len(self._ids) + 1}"
            self._entries.append(f'<Relationship Id="{rid}" Type="{reltype}" Target={quoted(target)}{mode}/>')
        return rid


class Package:
    """The parts of one deck, numbered as they come."""

    def __init__(self) -> None:
        self._root = Sheet("", "")
        self._sheets: list[Sheet] = []
        self._counts: Counter[str] = Counter()
        self._pictures: dict[bytes, Sheet] = {}

    def new(self, kind: str) -> Sheet:
        """Return a new, empty part of a kind."""
        self._counts[kind] += 1
        template = _PLACES[kind]
        sheet = self._keep(template % self._counts[kind] if "%d" in template else template, CONTENT_TYPES[kind])
        if kind in _ROOTS:
            self._root.relate(kind, sheet)
        return sheet

    def picture(self, data: bytes, extension: str) -> Sheet:
        """Return the part of a picture; equal bytes are stored once."""
        digest = hashlib.sha256(data).digest()
        sheet = self._pictures.get(digest)
        if sheet is None:
            name = f"ppt/media/image{len(self._pictures) + 1}.{extension}"
            sheet = self._pictures[digest] = self._keep(name, CONTENT_TYPES[extension])
            sheet.blob = data
        return sheet

    def save(self) -> bytes:
        """Return the file; equal parts give equal bytes, whenever and wherever."""
        return archive(self._entries(), _PACKED)

    def _entries(self) -> Iterator[tuple[str, bytes]]:
        yield "[Content_Types].xml", self._content_types().encode()
        yield "_rels/.rels", self._root.relationships.encode()
        for sheet in self._sheets:
            yield sheet.name, sheet.blob
            relationships = sheet.relationships
            if relationships:
                folder, _, file = sheet.name.rpartition("/")
                yield f"{folder}/_rels/{file}.rels", relationships.encode()

    def _keep(self, name: str, content_type: str) -> Sheet:
        sheet = Sheet(name, content_type)
        self._sheets.append(sheet)
        return sheet

    def _content_types(self) -> str:
        """Return the types of all parts: by extension for data, one by one for XML."""
        defaults = {"rels": _RELS_TYPE, "xml": CONTENT_TYPES["customXml"]}
        overrides = []
        for sheet in self._sheets:
            extension = sheet.name.rpartition(".")[2]
            if extension != "xml":
                defaults[extension] = sheet.content_type
            elif sheet.content_type != defaults["xml"]:
                overrides.append(f'<Override PartName="/{sheet.name}" ContentType="{sheet.content_type}"/>')
        listed = "".join(
            f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in sorted(defaults.items())
        )
        return f'{PROLOG}<Types xmlns="{_TYPES}">{listed}{"".join(overrides)}</Types>'


def _relative(name: str, folder: str) -> str:
    """Return the way from a folder to a part."""
    place, slash, file = name.rpartition("/")
    return _way(folder, place + slash) + file


@cache
def _way(folder: str, place: str) -> str:
    """Return the way from one folder to another: the same for all of their parts."""
    steps, here = place.split("/"), folder.split("/") if folder else []
    shared = 0
    while shared < min(len(steps), len(here)) and steps[shared] == here[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + steps[shared:])
