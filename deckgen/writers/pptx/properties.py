"""Presentation part, document properties and the other parts a deck has once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from deckgen.style import TextStyle
from deckgen.writers.pptx.names import MAIN, NAMESPACES, PML, PROLOG, RELS
from deckgen.writers.pptx.text import TextWriter
from deckgen.writers.xml import escaped, quoted

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def presentation_part(
    text: TextWriter,
    lang: str,
    master: tuple[int, str],
    notes_master: str,
    slides: Sequence[tuple[int, str]],
    sections: Iterable[tuple[str, Sequence[int]]],
) -> bytes:
    """Return the presentation part; slides and master as pairs of id and relationship id, sections by name."""
    listed = "".join(f'<p:sldId id="{number}" r:id="{rid}"/>' for number, rid in slides)
    levels = "".join(text.level(n, TextStyle((18,))) for n in range(1, 10))
    grouped = "".join(_section(index, name, numbers) for index, (name, numbers) in enumerate(sections))
    extension = (
        f'<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst xmlns:p14="{_P14}">{grouped}'
        "</p14:sectionLst></p:ext></p:extLst>"
        if grouped
        else ""
    )
    return (
        f'{PROLOG}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="{master[0]}" r:id="{master[1]}"/></p:sldMasterIdLst><p:notesMasterIdLst>'
        f'<p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst><p:sldIdLst>{listed}</p:sldIdLst>'
        '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:defPPr>'
        f'<a:defRPr lang="{lang}"/></a:defPPr>{levels}</p:defaultTextStyle>{extension}</p:presentation>'
    ).encode()


def _section(index: int, name: str, numbers: Sequence[int]) -> str:
    listed = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
    identity = _guid(f"section/{index}/{name}")
    return f'<p14:section name={quoted(name)} id="{identity}"><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>'


def core_part(title: str, author: str, subject: str, keywords: str, date: str, lang: str) -> bytes:
    """Return the document properties; a date that names a day is when the deck says it was made."""
    found = re.match(r"^(\d{4})-(\d{2})-(\d{2})$", date)
    stamp = f"{date}T00:00:00Z" if found else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
    )
    optional = (
        (f"<dc:subject>{escaped(subject)}</dc:subject>" if subject else ""),
        f"<dc:creator>{escaped(author)}</dc:creator>" if author else "",
        f"<cp:keywords>{escaped(keywords)}</cp:keywords>" if keywords else "",
        f"<cp:lastModifiedBy>{escaped(author)}</cp:lastModifiedBy>" if author else "",
    )
    return (
        f'{PROLOG}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title>{''.join(optional)}<dc:language>{lang}</dc:language>"
        f"<cp:revision>1</cp:revision>{dates if stamp else ''}</cp:coreProperties>"
    ).encode()


def app_part(slides: int, notes: int, company: str) -> bytes:
    """Return the extended properties."""
    return (
        f'{PROLOG}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen"
        f"</PresentationFormat><Slides>{slides}</Slides><Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides>"
        f"<Company>{escaped(company)}</Company><AppVersion>16.0000</AppVersion></Properties>"
    ).encode()


def presentation_properties_part() -> bytes:
    """Return the presentation properties: none are set."""
    return f'{PROLOG}<p:presentationPr xmlns:a="{MAIN}" xmlns:r="{RELS}" xmlns:p="{PML}"/>'.encode()


def view_properties_part() -> bytes:
    """Return the view properties: the program's own."""
    return f'{PROLOG}<p:viewPr xmlns:a="{MAIN}" xmlns:r="{RELS}" xmlns:p="{PML}"/>'.encode()


def _guid(name: str) -> str:
    """Return a braced GUID made from a name, the same in every build."""
    digest = hashlib.blake2b(name.encode(), digest_size=16).hexdigest().upper()
    return f"{{{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:]}}}"
