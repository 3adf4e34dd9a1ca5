"""Slides: the difference from their layout."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from deckgen.scene.items import PLAIN, ChartBox, Connector, Item, PictureBox, Scene, Shape, Shown, TableBox, TextBox
from deckgen.scene.variants import FIELDS, SlideLayout, own_items
from deckgen.writers.pptx.chart import chart_workbook, chart_xml
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.master import KEEP_COLORS, TREE_HEAD
from deckgen.writers.pptx.motion import timing, transition
from deckgen.writers.pptx.names import NAMESPACES, PROLOG, emu
from deckgen.writers.pptx.package import Package, Sheet
from deckgen.writers.pptx.shape import connector, free_text, geometry, named, shape, transform
from deckgen.writers.pptx.slide_layout import FURNITURE_INDEX
from deckgen.writers.pptx.table import table
from deckgen.writers.pptx.text import TextWriter

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SVG = (
    '<a:ext uri="{{28A0092B-C50C-407E-A947-70E740481C1C}}"><a14:useLocalDpi '
    'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" val="0"/></a:ext>'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{rid}"/></a:ext>'
)
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


@dataclass(frozen=True, slots=True)
class SlideWriter:
    """Writes slides into a package; `slides` are the parts of all slides by identity, for jumps.

    Where the markers of a slide differ in colour, `mixed_markers`, its paragraphs state it: LibreOffice gives the markers of
    one placeholder the colour of another's.
    """

    package: Package
    palette: Palette
    text: TextWriter
    slides: Mapping[str, Sheet]
    mixed_markers: bool = False

    def write(self, scene: Scene, layout: SlideLayout, indexes: Mapping[str, str], sheet: Sheet) -> None:
        """Fill the part of one slide."""
        items = list(own_items(scene.items))
        numbers = {item.key: number for number, item in enumerate(items, 2)}
        writer = replace(self, mixed_markers=_mixed_markers(items))
        shapes = "".join([writer._item(item, numbers, layout, indexes, sheet) for item in items])
        creation = int.from_bytes(hashlib.blake2b(scene.identity.encode(), digest_size=4).digest(), "big") or 1
        sheet.blob = (
            f"{PROLOG}<p:sld {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}{shapes}</p:spTree><p:extLst>"
            f'<p:ext uri="{{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}}"><p14:creationId xmlns:p14="{_P14}" val="{creation}"/>'
            f"</p:ext></p:extLst></p:cSld>{KEEP_COLORS}{transition(scene.transition)}"
            f"{timing(scene.build, {item.key: item for item in items}, numbers)}</p:sld>"
        ).encode()

    def _item(
        self, item: Item, numbers: Mapping[str, int], layout: SlideLayout, indexes: Mapping[str, str], sheet: Sheet
    ) -> str:
        number = numbers[item.key]
        if isinstance(item, TextBox):
            click = self._click(item.target, sheet)
            if item.placeholder:
                return self._placeholder(item, number, layout.slots.get(item.key), indexes, click, sheet.link)
            return free_text(item, number, self.palette, self.text, sheet.link, click)
        if isinstance(item, Shape):
            return shape(item, number, self.palette, self._click(item.target, sheet))
        if isinstance(item, Connector):
            return connector(item, number, self.palette, numbers.__getitem__)
        if isinstance(item, TableBox):
            return table(item, number, indexes[item.key], self.palette, self.text, sheet.link)
        if isinstance(item, ChartBox):
            return self._chart(item, number, indexes[item.key], sheet)
        return self._picture(item, number, layout.slots[item.key], indexes[item.key], sheet)

    def _placeholder(
        self,
        item: TextBox,
        number: int,
        slot: Shown | None,
        indexes: Mapping[str, str],
        click: str,
        link: Callable[[str], str],
    ) -> str:
        kind = item.placeholder
        ph = f'type="{kind}" sz="{"half" if kind == "dt" else "quarter"}" idx="{FURNITURE_INDEX[kind]}"' if (
            kind in FIELDS
        ) else indexes[item.key]  # fmt: skip
        moved = isinstance(slot, TextBox) and slot.frame != item.frame
        place = transform(item.frame) + (geometry(item.look, item.frame) if item.look.radius else "") if moved else ""
        if kind in FIELDS and item.look != PLAIN:
            place = geometry(item.look, item.frame)
        insets, properties = item.insets, "<a:bodyPr/>"
        usual = slot.insets if isinstance(slot, TextBox) else insets
        if item.narrowing:
            insets = insets._replace(right=insets.right + item.narrowing)
        if insets != usual:
            changed = "".join(
                f' {name}="{emu(inset)}"'
                for name, inset, own in zip(("lIns", "tIns", "rIns", "bIns"), insets, usual, strict=True)
                if inset != own
            )
            properties = f"<a:bodyPr{changed}><a:normAutofit/></a:bodyPr>"
        return (
            f'<p:sp><p:nvSpPr>{named(number, item.key, click=click)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody>{properties}"
            f"{self.text.smaller(item)}{self.text.paragraphs(item, link, self.mixed_markers)}</p:txBody></p:sp>"
        )

    def _click(self, target: str, sheet: Sheet) -> str:
        if not target:
            return ""
        rid = sheet.relate("slide", self.slides[target])
        return f'<a:hlinkClick r:id="{rid}" action="ppaction://hlinksldjump"/>'

    def _chart(self, item: ChartBox, number: int, ph: str, sheet: Sheet) -> str:
        part, book = self.package.new("chart"), self.package.new("workbook")
        book.blob = chart_workbook(item.plot)
        part.blob = chart_xml(item.plot, self.palette, part.relate("workbook", book))
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{named(number, item.key, alt=item.alt)}<p:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvGraphicFramePr>'
            f'{transform(item.frame, "p")}<a:graphic><a:graphicData uri="{_CHART}">'
            f'<c:chart xmlns:c="{_CHART}" r:id="{sheet.relate("chart", part)}"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _picture(self, item: PictureBox, number: int, slot: Shown, ph: str, sheet: Sheet) -> str:
        edges = zip("ltrb", item.picture.crop, strict=True)
        crop = "".join(f' {edge}="{round(share * 100000)}"' for edge, share in edges if share)
        place = transform(item.frame) if slot.frame != item.frame else ""
        outline = geometry(item.look, item.frame) if item.look != PLAIN else ""
        return (
            f"<p:pic><p:nvPicPr>{named(number, item.key, alt=item.alt)}<p:cNvPicPr>"
            f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvPicPr><p:blipFill>'
            f"{self._blip(item, sheet)}<a:srcRect{crop}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>"
            f"<p:spPr>{place}{outline}</p:spPr></p:pic>"
        )

    def _blip(self, item: PictureBox, sheet: Sheet) -> str:
        """Return what a picture shows: its pixels and, for programs that know it, the drawing they were made from."""
        picture = item.picture
        rid = sheet.relate("image", self.package.picture(picture.data, picture.extension))
        if item.grey:  # programs turn pixels grey, but not drawings
            return f'<a:blip r:embed="{rid}"><a:grayscl/></a:blip>'
        if not picture.svg:
            return f'<a:blip r:embed="{rid}"/>'
        drawn = sheet.relate("image", self.package.picture(picture.svg, "svg"))
        return f'<a:blip r:embed="{rid}"><a:extLst>{_SVG.format(rid=drawn)}</a:extLst></a:blip>'


def _mixed_markers(items: Iterable[Item]) -> bool:
    boxes = (item for item in items if isinstance(item, TextBox) and item.placeholder)
    return len({style.marker_color for box in boxes for style in box.styles if style.marker}) > 1
