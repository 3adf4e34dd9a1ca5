"""Namespaces, content types and relationship types of the parts a deck has."""

from __future__ import annotations

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PML = "http://schemas.openxmlformats.org/presentationml/2006/main"
NAMESPACES = f'xmlns:a="{MAIN}" xmlns:r="{RELS}" xmlns:p="{PML}"'
PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

_PML_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
CONTENT_TYPES = {
    "presentation": _PML_TYPE + "presentation.main+xml",
    "slideMaster": _PML_TYPE + "slideMaster+xml",
    "slideLayout": _PML_TYPE + "slideLayout+xml",
    "slide": _PML_TYPE + "slide+xml",
    "notesMaster": _PML_TYPE + "notesMaster+xml",
    "notesSlide": _PML_TYPE + "notesSlide+xml",
    "presProps": _PML_TYPE + "presProps+xml",
    "viewProps": _PML_TYPE + "viewProps+xml",
    "tableStyles": _PML_TYPE + "tableStyles+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "workbook": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXml": "application/xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
}

RELATIONSHIPS = {
    **{
        name: f"{RELS}/{name}"
        for name in (
            "slideMaster", "slideLayout", "slide", "notesMaster", "notesSlide", "presProps", "viewProps", "tableStyles",
            "theme", "chart", "image", "hyperlink", "customXml", "customXmlProps",
        )
    },
    "presentation": f"{RELS}/officeDocument",
    "workbook": f"{RELS}/package",
    "app": f"{RELS}/extended-properties",
    "core": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
}  # fmt: skip


def emu(points: float) -> int:
    """Return points as English Metric Units, the unit of the file."""
    return round(points * 12700)
