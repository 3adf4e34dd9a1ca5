"""Slide layouts: every slot a real placeholder with its prompt, what its slides share drawn once."""

from __future__ import annotations

from deckgen.scene.items import PLAIN, ChartBox, Connector, PictureBox, Shown, TextBox
from deckgen.scene.variants import SlideLayout
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.master import KEEP_COLORS, TREE_HEAD, date_field, number_field
from deckgen.writers.pptx.names import NAMESPACES, PROLOG
from deckgen.writers.pptx.shape import body, connector, geometry, named, shape, transform
from deckgen.writers.pptx.text import TextWriter, body_properties

FURNITURE_INDEX = {"dt": 10, "ftr": 11, "sldNum": 12}
_KEYED_INDEX = {"kicker": 13, "tracker": 14, "source": 15}
_FIRST_INDEX = 20


def placeholder_indexes(layout: SlideLayout) -> dict[str, str]:
    """Return the attributes of `p:ph` for every slot of a layout, by key."""
    attributes: dict[str, str] = {}
    index = _FIRST_INDEX
    for key, item in layout.slots.items():
        kind = _kind(item)
        if kind in ("title", "ctrTitle"):
            attributes[key] = f'type="{kind}"'
        elif kind in FURNITURE_INDEX:
            attributes[key] = f'type="{kind}" sz="quarter" idx="{FURNITURE_INDEX[kind]}"'
        elif key in _KEYED_INDEX:
            attributes[key] = f'type="body" sz="quarter" idx="{_KEYED_INDEX[key]}"'
        else:
            attributes[key] = f'type="{kind}" sz="quarter" idx="{index}"'
            index += 1
    return attributes


def layout_part(layout: SlideLayout, palette: Palette, text: TextWriter, footer: str) -> bytes:
    """Return one slide layout."""
    attributes = placeholder_indexes(layout)
    shapes: list[str] = []
    number = 2
    for drawn in layout.shared:
        if isinstance(drawn, Connector):
            shapes.append(connector(drawn, number, palette, lambda key: 0))
        else:
            shapes.append(shape(drawn, number, palette))
        number += 1
    for key, item in layout.slots.items():
        shapes.append(_slot(item, number, attributes[key], palette, text))
        number += 1
    if layout.furniture:
        for kind, index in FURNITURE_INDEX.items():
            shapes.append(_furniture(kind, index, number, layout, text, footer))
            number += 1
    elif layout.number:
        own = text.levels(layout.number.styles)
        shapes.append(_furniture("sldNum", FURNITURE_INDEX["sldNum"], number, layout, text, footer, own))
    background = (
        f"<p:bg><p:bgPr>{palette.fill(layout.background)}<a:effectLst/></p:bgPr></p:bg>"
        if layout.background != "page"
        else ""
    )
    return (
        f'{PROLOG}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{layout.name}">{background}<p:spTree>'
        f"{TREE_HEAD}{''.join(shapes)}</p:spTree></p:cSld>{KEEP_COLORS}</p:sldLayout>"
    ).encode()


def _kind(item: Shown) -> str:
    if isinstance(item, TextBox):
        return item.placeholder
    return "pic" if isinstance(item, PictureBox) else "chart" if isinstance(item, ChartBox) else "tbl"


def _slot(item: Shown, number: int, ph: str, palette: Palette, text: TextWriter) -> str:
    custom = ' hasCustomPrompt="1"'
    head = (
        f'<p:sp><p:nvSpPr>{named(number, item.key)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f"<p:ph {ph}{custom}/></p:nvPr></p:nvSpPr>"
    )
    if isinstance(item, TextBox):
        return (
            f"{head}{body(item.look, item.frame, palette)}<p:txBody>{body_properties(item.anchor, item.insets, flow=item.flow)}"
            f"<a:lstStyle>{text.levels(item.styles)}</a:lstStyle>{text.prompts(item.prompts)}</p:txBody></p:sp>"
        )
    prompt = (item.prompt or item.key,)
    outline = geometry(item.look, item.frame) if isinstance(item, PictureBox) and item.look != PLAIN else ""
    return (
        f'{head}<p:spPr>{transform(item.frame)}{outline}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle><a:lvl1pPr marL="0" indent="0">'
        f'<a:buNone/><a:defRPr sz="1400"/></a:lvl1pPr></a:lstStyle>{text.prompts(prompt)}</p:txBody></p:sp>'
    )


def _furniture(
    kind: str, index: int, number: int, layout: SlideLayout, text: TextWriter, footer: str, levels: str = ""
) -> str:
    """Return a field of the master: its place is its own, and its style where `levels` state no other.

    Programs show the footer as the layout says it.
    """
    zh = layout.lang.startswith("zh")
    name = (
        {"dt": "日期", "ftr": "页脚", "sldNum": "页码"}[kind]
        if zh
        else {"dt": "Date", "ftr": "Footer"}.get(kind, "Number")
    )
    fields = {"dt": date_field(text), "ftr": text.said(footer), "sldNum": number_field(text)}
    size = "half" if kind == "dt" else "quarter"
    return (
        f'<p:sp><p:nvSpPr>{named(number, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{kind}" sz="{size}" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle>'
        f"{levels}</a:lstStyle>{fields[kind]}</p:txBody></p:sp>"
    )
