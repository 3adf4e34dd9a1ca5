"""The package: the one place that hands out part names and relationship ids and keeps each picture once."""

from __future__ import annotations

import hashlib
import io
import struct
from collections import Counter
from xml.sax.saxutils import quoteattr

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.package import Package as PptxPackage

from deckgen.writers.pptx.names import CONTENT_TYPES, RELATIONSHIPS

_RELS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_FOLDERS = {
    "presentation": "ppt/presentation.xml", "presProps": "ppt/presProps.xml", "viewProps": "ppt/viewProps.xml",
    "tableStyles": "ppt/tableStyles.xml", "core": "docProps/core.xml", "app": "docProps/app.xml",
    "slideMaster": "ppt/slideMasters/slideMaster%d.xml", "slideLayout": "ppt/slideLayouts/slideLayout%d.xml",
    "slide": "ppt/slides/slide%d.xml", "notesMaster": "ppt/notesMasters/notesMaster%d.xml",
    "notesSlide": "ppt/notesSlides/notesSlide%d.xml", "theme": "ppt/theme/theme%d.xml",
    "chart": "ppt/charts/chart%d.xml", "workbook": "ppt/embeddings/Microsoft_Excel_Worksheet%d.xlsx",
    "customXml": "customXml/item%d.xml", "customXmlProps": "customXml/itemProps%d.xml",
}  # fmt: skip


class Sheet:
    """A part to be: its name is known from the start, its content when it is finished."""

    def __init__(self, name: str, content_type: str) -> None:
        self.name = name
        self.content_type = content_type
        self.blob = b""
        self._rels: list[str] = []
        self._known: dict[tuple[str, str], str] = {}

    def relate(self, kind: str, target: Sheet) -> str:
        """Return the id of the relationship to another part, the same one each time."""
        return self._add(RELATIONSHIPS[kind], target.name, "")

    def link(self, url: str) -> str:
        """Return the id of the relationship to an address outside the file."""
        return self._add(RELATIONSHIPS["hyperlink"], url, ' TargetMode="External"')

    def _add(self, reltype: str, target: str, mode: str) -> str:
        key = (reltype, target)
        if key not in self._known:
            rid = self._known[key] = f"rId{len(self._rels) + 1}"
            self._rels.append(f'<Relationship Id="{rid}" Type="{reltype}" Target={quoteattr(target)}{mode}/>')
        return self._known[key]

    @property
    def relationships(self) -> str:
        """The relationships as XML, in the order they were made."""
        return f'<Relationships xmlns="{_RELS_NAMESPACE}">{"".join(self._rels)}</Relationships>'


class Package:
    """The parts of one deck, numbered as they come."""

    def __init__(self) -> None:
        self._sheets: dict[str, Sheet] = {}
        self._counts: Counter[str] = Counter()
        self._pictures: dict[bytes, Sheet] = {}

    def new(self, kind: str) -> Sheet:
        """Return a new, empty part of a kind."""
        self._counts[kind] += 1
        template = _FOLDERS[kind]
        name = "/" + (template % self._counts[kind] if "%d" in template else template)
        return self._keep(Sheet(name, CONTENT_TYPES[kind]))

    def picture(self, data: bytes, extension: str) -> Sheet:
        """Return the part of a picture; equal bytes are stored once."""
        digest = hashlib.sha256(data).digest()
        if digest not in self._pictures:
            sheet = Sheet(f"/ppt/media/image{len(self._pictures) + 1}.{extension}", CONTENT_TYPES[extension])
            sheet.blob = data
            self._pictures[digest] = self._keep(sheet)
        return self._pictures[digest]

    def save(self) -> bytes:
        """Return the file; equal parts give equal bytes, whenever and wherever."""
        stream = io.BytesIO()
        package = PptxPackage(stream)
        parts = {
            PackURI(sheet.name): Part(PackURI(sheet.name), sheet.content_type, package, sheet.blob)
            for sheet in self._sheets.values()
        }
        for sheet in self._sheets.values():
            # python-pptx searches all relationships for each one it adds; loading them at once is linear
            parts[PackURI(sheet.name)].load_rels_from_xml(parse_xml(sheet.relationships), parts)
        for kind in ("presentation", "core", "app"):
            package.relate_to(parts[PackURI("/" + _FOLDERS[kind])], RELATIONSHIPS[kind])
        package.save(stream)
        return _undated(stream.getbuffer())

    def _keep(self, sheet: Sheet) -> Sheet:
        self._sheets[sheet.name] = sheet
        return sheet


def _undated(archive: memoryview) -> bytes:
    """Return a zip file with the date of every entry set to 1980-01-01, as PowerPoint writes it.

    The offsets are those of the zip format's end record, central directory entries and local headers.
    """
    (start,) = struct.unpack_from("<I", archive, len(archive) - 6)
    date = struct.pack("<HH", 0, 0x21)
    at = start
    while archive[at : at + 4] == b"PK\x01\x02":
        archive[at + 12 : at + 16] = date
        name, extra, comment = struct.unpack_from("<HHH", archive, at + 28)
        (local,) = struct.unpack_from("<I", archive, at + 42)
        archive[local + 10 : local + 14] = date
        at += 46 + name + extra + comment
    return bytes(archive)
