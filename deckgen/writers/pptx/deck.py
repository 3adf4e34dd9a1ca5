"""A deck of scenes as a PowerPoint file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import groupby

from deckgen.scene.items import Scene
from deckgen.scene.setting import Setting
from deckgen.scene.variants import slide_layouts
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.identity import identity_part, identity_properties_part
from deckgen.writers.pptx.master import master_part, notes_master_part, notes_part
from deckgen.writers.pptx.package import Package, Sheet
from deckgen.writers.pptx.properties import (
    app_part,
    core_part,
    presentation_part,
    presentation_properties_part,
    view_properties_part,
)
from deckgen.writers.pptx.slide import SlideWriter
from deckgen.writers.pptx.slide_layout import layout_part, placeholder_indexes
from deckgen.writers.pptx.table import table_styles_part
from deckgen.writers.pptx.text import TextWriter
from deckgen.writers.pptx.theme_part import theme_part

_MASTER_ID = 2147483648
_FIRST_SLIDE_ID, _SLIDE_IDS = 256, 2147483647 - 256


def pptx_bytes(scenes: Sequence[Scene], setting: Setting, properties: dict[str, str]) -> bytes:
    """Return the file of a deck; `properties` are title, author, company, subject, keywords and date."""
    package = Package()
    palette = Palette(setting.theme.roles)
    text = TextWriter(palette, setting.lang)
    layouts, layout_of = slide_layouts(scenes)

    presentation = package.new("presentation")
    master = package.new("slideMaster")
    layout_sheets = [package.new("slideLayout") for _ in layouts]
    slide_sheets = [package.new("slide") for _ in scenes]
    notes_master = package.new("notesMaster")
    theme, notes_theme = package.new("theme"), package.new("theme")

    master_entry = (_MASTER_ID, presentation.relate("slideMaster", master))
    slide_ids = _slide_ids(scenes)
    slide_entries = [
        (number, presentation.relate("slide", sheet)) for number, sheet in zip(slide_ids, slide_sheets, strict=True)
    ]
    notes_rid = presentation.relate("notesMaster", notes_master)
    _relate(package, presentation, "presProps", presentation_properties_part())
    _relate(package, presentation, "viewProps", view_properties_part())
    presentation.relate("theme", theme)
    _relate(package, presentation, "tableStyles", table_styles_part(palette))
    identity = _relate(package, presentation, "customXml", identity_part(scenes))
    _relate(package, identity, "customXmlProps", identity_properties_part())

    layout_entries = [(_MASTER_ID + n, master.relate("slideLayout", sheet)) for n, sheet in enumerate(layout_sheets, 1)]
    master.relate("theme", theme)
    master.blob = master_part(setting, text, layout_entries)
    theme.blob = notes_theme.blob = theme_part(setting.theme, setting.zh)
    notes_master.relate("theme", notes_theme)
    notes_master.blob = notes_master_part(text, setting.zh)
    indexes = [placeholder_indexes(layout) for layout in layouts]
    for layout, sheet in zip(layouts, layout_sheets, strict=True):
        sheet.relate("slideMaster", master)
        sheet.blob = layout_part(layout, palette, text, setting.footer)

    slides = {scene.identity: sheet for scene, sheet in zip(scenes, slide_sheets, strict=True)}
    writer = SlideWriter(package, palette, text, slides)
    for number, (scene, sheet, index) in enumerate(zip(scenes, slide_sheets, layout_of, strict=True), 1):
        sheet.relate("slideLayout", layout_sheets[index])
        if scene.notes:
            page = package.new("notesSlide")
            page.relate("notesMaster", notes_master)
            page.relate("slide", sheet)
            page.blob = notes_part(text, scene.notes, number)
            sheet.relate("notesSlide", page)
        writer.write(scene, layouts[index], indexes[index], sheet)

    sections = _sections(scenes, slide_ids, setting)
    presentation.blob = presentation_part(text, setting.lang, master_entry, notes_rid, slide_entries, sections)
    core, app = package.new("core"), package.new("app")
    core.blob = core_part(
        properties["title"], properties["author"], properties["subject"], properties["keywords"], properties["date"],
        setting.lang,
    )  # fmt: skip
    app.blob = app_part(len(scenes), sum(bool(scene.notes) for scene in scenes), properties["company"])
    return package.save()


def _relate(package: Package, owner: Sheet, kind: str, blob: bytes) -> Sheet:
    """Return a new part of a kind, which another one refers to."""
    sheet = package.new(kind)
    sheet.blob = blob
    owner.relate(kind, sheet)
    return sheet


def _slide_ids(scenes: Sequence[Scene]) -> list[int]:
    """Return an id for each slide made from its identity: it stays when slides come, go or move."""
    numbers: dict[int, None] = {}
    for scene in scenes:
        digest = hashlib.blake2b(scene.identity.encode(), digest_size=8).digest()
        number = _FIRST_SLIDE_ID + int.from_bytes(digest, "big") % _SLIDE_IDS
        while number in numbers:
            number += 1
        numbers[number] = None
    return list(numbers)


def _sections(scenes: Sequence[Scene], slide_ids: Sequence[int], setting: Setting) -> list[tuple[str, list[int]]]:
    """Return PowerPoint's sections: the chapters, and what stands before and after them."""
    if not setting.chapters:
        return []
    opening, ending = ("开篇", "收尾") if setting.zh else ("Opening", "Closing")
    sections: list[tuple[str, list[int]]] = []
    started = False
    for name, group in groupby(zip(scenes, slide_ids, strict=True), key=lambda pair: pair[0].section):
        started = started or bool(name)
        sections.append((name or (ending if started else opening), [number for _, number in group]))
    return sections
