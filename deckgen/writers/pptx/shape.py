"""Shapes, text boxes and connectors as PresentationML."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckgen.frame import Frame
from deckgen.scene.items import Connector, Freeform, Look, Shape, TextBox
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.names import emu
from deckgen.writers.pptx.text import TextWriter, body_properties
from deckgen.writers.xml import quoted

_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

_STRAIGHT = 0.5
"""Up to this distance a step in a line cannot be seen, in points."""

_STEPS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")

_DRAWN = '<p:nvPr userDrawn="1"/>'
"""What a layout says of its own drawing, as opposed to placeholders."""


def named(number: int, name: str, *, alt: str = "", decorative: bool = False, click: str = "") -> str:
    """Return the `p:cNvPr` of an item: its number, its place in the outline as name, alt text, click action."""
    described = f" descr={quoted(alt)}" if alt else ""
    inner = click + (_DECORATION if decorative else "")
    if not inner:
        return f'<p:cNvPr id="{number}" name={quoted(name)}{described}/>'
    return f'<p:cNvPr id="{number}" name={quoted(name)}{described}>{inner}</p:cNvPr>'


def transform(frame: Frame, tag: str = "a", attributes: str = "") -> str:
    """Return position and size."""
    return (
        f'<{tag}:xfrm{attributes}><a:off x="{emu(frame.x)}" y="{emu(frame.y)}"/>'
        f'<a:ext cx="{emu(frame.width)}" cy="{emu(frame.height)}"/></{tag}:xfrm>'
    )


def geometry(look: Look, frame: Frame) -> str:
    """Return the geometry of a look: preset or drawn; a radius becomes a share of the shorter side."""
    if look.freeform:
        return freeform(look.freeform, filled=bool(look.fill))
    name, adjust = look.geometry, look.adjust
    if look.radius and name == "rect" and look.corners != "none":
        share = round(100000 * look.radius / max(1.0, min(frame.width, frame.height)))
        name, adjust = "roundRect", (("adj", share),)
        if look.corners != "all":
            top = look.corners == "top"
            name, adjust = "round2SameRect", (("adj1", share if top else 0), ("adj2", 0 if top else share))
    guides = "".join(f'<a:gd name="{guide}" fmla="val {value}"/>' for guide, value in adjust)
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>' if guides else (
        f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'
    )  # fmt: skip


def freeform(drawn: Freeform, *, filled: bool) -> str:
    """Return a geometry of its own; programs fill open lines too unless they are told not to."""
    steps = []
    for letter, numbers in _STEP.findall(drawn.steps):
        values = numbers.split()
        points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(values[::2], values[1::2], strict=True))
        tag = _STEPS[letter]
        steps.append(f"<a:{tag}>{points}</a:{tag}>" if points else f"<a:{tag}/>")
    fill = "" if filled else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{drawn.width}" h="{drawn.height}"{fill}>{"".join(steps)}</a:path></a:pathLst></a:custGeom>'
    )


def body(look: Look, frame: Frame, palette: Palette, attributes: str = "", tail: str = "") -> str:
    """Return the `p:spPr` of a shape written in full."""
    stroke = palette.line(*look.stroke, ends=_end("tail", tail)) if look.stroke else "<a:ln><a:noFill/></a:ln>"
    fill = palette.fade(look.fill, look.fade) if look.fade else palette.fill(look.fill)
    return f"<p:spPr>{transform(frame, 'a', attributes)}{geometry(look, frame)}{fill}{stroke}</p:spPr>"


def shape(item: Shape, number: int, palette: Palette, click: str = "") -> str:
    """Return a shape without text."""
    attributes = (f' rot="{round(item.rotation * 60000)}"' if item.rotation else "") + (
        ' flipH="1"' if item.flip else ""
    )
    naming = named(number, item.key, alt=item.alt, decorative=not item.alt, click=click)
    return (
        f"<p:sp><p:nvSpPr>{naming}<p:cNvSpPr/>{_DRAWN if item.shared else '<p:nvPr/>'}</p:nvSpPr>"
        f"{body(item.look, item.frame, palette, attributes, item.tail)}</p:sp>"
    )


def connector(item: Connector, number: int, palette: Palette, numbers: Callable[[str], int]) -> str:
    """Return a line; its ends are glued to the items they name."""
    ends = _end("head", item.head) + _end("tail", item.tail)
    glue = (f'<a:stCxn id="{numbers(item.start_key)}" idx="{item.start_site}"/>' if item.start_key else "") + (
        f'<a:endCxn id="{numbers(item.end_key)}" idx="{item.end_site}"/>' if item.end_key else ""
    )
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{named(number, item.key, decorative=True)}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>"
        f"{_DRAWN if item.shared else '<p:nvPr/>'}</p:nvCxnSpPr><p:spPr>{_course(item)}"
        f"{palette.line(*item.stroke, ends=ends)}</p:spPr></p:cxnSp>"
    )


def _end(which: str, kind: str) -> str:
    """Return the arrowhead at one end of a line."""
    return f'<a:{which}End type="{kind}"/>' if kind else ""


def _course(item: Connector) -> str:
    """Return place and geometry of a connector: a straight line, or one with a step halfway.

    A `bentConnector3` leaves and arrives horizontally; one that does so vertically is turned, its frame lying on its side.
    """
    across, down = item.x2 - item.x1, item.y2 - item.y1
    frame = Frame(min(item.x1, item.x2), min(item.y1, item.y2), abs(across), abs(down))
    flips = (' flipH="1"' if across < 0 else "") + (' flipV="1"' if down < 0 else "")
    bent = item.bend and min(frame.width, frame.height) > _STRAIGHT
    if bent and item.bend == "down":
        middle, centre = frame.y + frame.height / 2, frame.x + frame.width / 2
        frame = Frame(centre - frame.height / 2, middle - frame.width / 2, frame.height, frame.width)
        flips = (' rot="16200000"' if across > 0 else ' rot="5400000"') + (
            ' flipH="1"' if (across > 0) == (down > 0) else ""
        )
    kind = "bentConnector3" if bent else "line"
    return f'{transform(frame, "a", flips)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'


def free_text(
    item: TextBox,
    number: int,
    palette: Palette,
    text: TextWriter,
    link: Callable[[str], str],
    click: str = "",
) -> str:
    """Return a text box that no placeholder holds, written in full."""
    insets = item.insets._replace(right=item.insets.right + item.narrowing)
    naming = named(number, item.key, decorative=item.decorative, click=click)
    properties = body_properties(item.anchor, insets, "<a:noAutofit/>", flow=item.flow)
    return (
        f'<p:sp><p:nvSpPr>{naming}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"{body(item.look, item.frame, palette)}<p:txBody>{properties}"
        f"<a:lstStyle>{text.levels(item.styles, item.step, item.tight)}</a:lstStyle>{text.paragraphs(item, link)}"
        "</p:txBody></p:sp>"
    )
