"""The package: the one place that hands out part names and relationship ids and keeps each picture once."""

from __future__ import annotations

import hashlib
import io
import struct
from collections import Counter
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package as PptxPackage

from deckgen.writers.pptx.names import CONTENT_TYPES, PROLOG, RELATIONSHIPS

_ROOTS = ("presentation", "core", "app")
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PLACES = {
    "presentation": "ppt/presentation.xml", "presProps": "ppt/presProps.xml", "viewProps": "ppt/viewProps.xml",
    "tableStyles": "ppt/tableStyles.xml", "core": "docProps/core.xml", "app": "docProps/app.xml",
    "slideMaster": "ppt/slideMasters/slideMaster%d.xml", "slideLayout": "ppt/slideLayouts/slideLayout%d.xml",
    "slide": "ppt/slides/slide%d.xml", "notesMaster": "ppt/notesMasters/notesMaster%d.xml",
    "notesSlide": "ppt/notesSlides/notesSlide%d.xml", "theme": "ppt/theme/theme%d.xml",
    "chart": "ppt/charts/chart%d.xml", "workbook": "ppt/embeddings/Microsoft_Excel_Worksheet%d.xlsx",
    "customXml": "customXml/item%d.xml", "customXmlProps": "customXml/itemProps%d.xml",
}  # fmt: skip


class Relationship(NamedTuple):
    """One relationship of a part: to another part, or to an address outside the file."""

    reltype: str
    target: Part | str

    @property
    def is_external(self) -> bool:
        """Whether it leads out of the file."""
        return isinstance(self.target, str)

    @property
    def target_part(self) -> Part:
        """The part it leads to."""
        assert isinstance(self.target, Part)
        return self.target


class Relationships(dict[str, Relationship]):
    """The relationships of a part by id, in the order they were made.

    They stand in for python-pptx's own, which search all relationships for each one added and build an XML element for
    each one written: that is what makes large decks grow quadratically.
    """

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self._ids: dict[Relationship, str] = {}

    def add(self, reltype: str, target: Part | str) -> str:
        """Return the id of a relationship, the same one each time."""
        relationship = Relationship(reltype, target)
        rid = self._ids.get(relationship)
        if rid is None:
            rid = self._ids[relationship] = f"rId{len(self) + 1}"
            self[rid] = relationship
        return rid

    @property
    def xml(self) -> bytes:
        """The relationships part."""
        entries = "".join([self._entry(rid, relationship) for rid, relationship in self.items()])
        return f'{PROLOG}<Relationships xmlns="{_NAMESPACE}">{entries}</Relationships>'.encode()

    def _entry(self, rid: str, relationship: Relationship) -> str:
        target = relationship.target
        if isinstance(target, str):
            place = f'Target={quoteattr(target)} TargetMode="External"'
        else:
            place = f'Target="{_relative(str(target.partname), self._folder)}"'
        return f'<Relationship Id="{rid}" Type="{relationship.reltype}" {place}/>'


def _relative(name: str, folder: str) -> str:
    """Return the way from a folder to a part."""
    steps, here = name.split("/"), folder.split("/")
    shared = 0
    while shared < min(len(steps), len(here)) and steps[shared] == here[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + steps[shared:])


class Sheet(Part):
    """A part to be: its name is known from the start, its content when it is finished."""

    def __init__(self, name: str, content_type: str, package: PptxPackage) -> None:
        super().__init__(PackURI(name), content_type, package, b"")
        self._relationships = Relationships(name.rpartition("/")[0])

    @property
    def rels(self) -> Relationships:  # type: ignore[override]  # stands in for python-pptx's own, see Relationships
        """What the package walks and writes."""
        return self._relationships

    @property
    def _rels(self) -> Relationships:  # type: ignore[override]
        return self._relationships

    def relate(self, kind: str, target: Sheet) -> str:
        """Return the id of the relationship to another part, the same one each time."""
        return self._relationships.add(RELATIONSHIPS[kind], target)

    def link(self, url: str) -> str:
        """Return the id of the relationship to an address outside the file."""
        return self._relationships.add(RELATIONSHIPS["hyperlink"], url)


class Package:
    """The parts of one deck, numbered as they come."""

    def __init__(self) -> None:
        self._stream = io.BytesIO()
        self._package = PptxPackage(self._stream)
        self._counts: Counter[str] = Counter()
        self._pictures: dict[bytes, Sheet] = {}

    def new(self, kind: str) -> Sheet:
        """Return a new, empty part of a kind."""
        self._counts[kind] += 1
        template = _PLACES[kind]
        name = "/" + (template % self._counts[kind] if "%d" in template else template)
        sheet = Sheet(name, CONTENT_TYPES[kind], self._package)
        if kind in _ROOTS:
            self._package.relate_to(sheet, RELATIONSHIPS[kind])
        return sheet

    def picture(self, data: bytes, extension: str) -> Sheet:
        """Return the part of a picture; equal bytes are stored once."""
        digest = hashlib.sha256(data).digest()
        if digest not in self._pictures:
            name = f"/ppt/media/image{len(self._pictures) + 1}.{extension}"
            sheet = self._pictures[digest] = Sheet(name, CONTENT_TYPES[extension], self._package)
            sheet.blob = data
        return self._pictures[digest]

    def save(self) -> bytes:
        """Return the file; equal parts give equal bytes, whenever and wherever."""
        self._package.save(self._stream)
        return _undated(self._stream.getbuffer())


def _undated(archive: memoryview) -> bytes:
    """Return a zip file with the date of every entry set to 1980-01-01, as PowerPoint writes it.

    The offsets are those of the zip format's end record, central directory entries and local headers.
    """
    (start,) = struct.unpack_from("<I", archive, len(archive) - 6)
    date = struct.pack("<HH", 0, 0x21)
    at = start
    while bytes(archive[at : at + 4]) == b"PK\x01\x02":
        archive[at + 12 : at + 16] = date
        name, extra, comment = struct.unpack_from("<HHH", archive, at + 28)
        (local,) = struct.unpack_from("<I", archive, at + 42)
        archive[local + 10 : local + 14] = date
        at += 46 + name + extra + comment
    return bytes(archive)
