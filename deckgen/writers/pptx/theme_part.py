"""The theme part: the deck's colours and fonts as PowerPoint's own theme."""

from __future__ import annotations

from deckgen.theme import Theme
from deckgen.writers.pptx.names import MAIN, PROLOG
from deckgen.writers.pptx.xml import quoted

_LINE = '<a:ln w="{}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(theme: Theme, zh: bool) -> bytes:
    """Return the theme; flat fills, plain lines and no effects, as the design system has none."""
    colors = theme.colors
    slots = {
        "dk1": colors["text"], "lt1": colors["page"], "dk2": colors["brand"], "lt2": colors["surface"],
        **{f"accent{n}": colors[f"accent{n}"] for n in range(1, 7)},
        "hlink": theme.hex("accent-text"), "folHlink": colors["accent4"],
    }  # fmt: skip
    scheme = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in slots.items())
    fonts = "".join(
        f"<a:{name}Font><a:latin typeface={quoted(theme.fonts[latin])}/><a:ea typeface={quoted(theme.fonts[ea])}/>"
        f'<a:cs typeface=""/><a:font script="Hans" typeface={quoted(theme.fonts[ea])}/></a:{name}Font>'
        for name, latin, ea in (("major", "latin_heads", "ea_heads"), ("minor", "latin", "ea"))
    )
    name = quoted(theme.name_zh if zh else theme.name.capitalize())
    return (
        f'{PROLOG}<a:theme xmlns:a="{MAIN}" name={name}><a:themeElements><a:clrScheme name={name}>{scheme}</a:clrScheme>'
        f"<a:fontScheme name={name}>{fonts}</a:fontScheme><a:fmtScheme name={name}>"
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{_LINE.format(9525)}{_LINE.format(19050)}{_LINE.format(38100)}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()
