"""The theme part: the deck's colours and fonts as PowerPoint's own theme."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.theme import Theme
from deckgen.writers.pptx.names import MAIN, PROLOG
from deckgen.writers.xml import quoted

_SERIF = re.compile("宋|明|Serif|Song|Ming", re.IGNORECASE)
"""What the names of Chinese serif faces have in common."""

_LINE = '<a:ln w="{}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def dark_and_light(theme: Theme) -> tuple[str, str]:
    """Return which names of shapes' colours stand for the dark and the light slots: `tx` and `bg`, or the other way."""
    return ("bg", "tx") if theme.dark else ("tx", "bg")


def theme_part(theme: Theme, zh: bool) -> bytes:
    """Return the theme; flat fills, plain lines and no effects, as the design system has none."""
    shown, dark, light = theme.slots, *dark_and_light(theme)
    slots = {
        "dk1": shown[f"{dark}1"], "lt1": shown[f"{light}1"], "dk2": shown[f"{dark}2"], "lt2": shown[f"{light}2"],
        **{f"accent{n}": shown[f"accent{n}"] for n in range(1, 7)},
        "hlink": theme.hex("accent-text"), "folHlink": shown["accent4"],
    }  # fmt: skip
    scheme = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in slots.items())
    fonts = "".join(
        f"<a:{name}Font><a:latin typeface={quoted(theme.fonts[latin])}/>{_east_asian(theme.fonts, ea)}</a:{name}Font>"
        for name, latin, ea in (("major", "latin_heads", "ea_heads"), ("minor", "latin", "ea"))
    )
    name = quoted(theme.name_zh if zh else theme.name[:1].upper() + theme.name[1:])
    return (
        f'{PROLOG}<a:theme xmlns:a="{MAIN}" name={name}><a:themeElements><a:clrScheme name={name}>{scheme}</a:clrScheme>'
        f"<a:fontScheme name={name}>{fonts}</a:fontScheme><a:fmtScheme name={name}>"
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{_LINE.format(9525)}{_LINE.format(19050)}{_LINE.format(38100)}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()


def _east_asian(fonts: Mapping[str, str], use: str) -> str:
    """Return the East Asian faces of a use.

    Where the first is not installed, programs choose another by its script and by its kind, which `panose` and
    `pitchFamily` tell: a serif face must not turn into a sans.
    """
    face = fonts[use]
    kind = ' panose="02020400000000000000" pitchFamily="18" charset="-122"' if _SERIF.search(face) else ""
    return (
        f'<a:ea typeface={quoted(face)}{kind}/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface={quoted(fonts.get(f"{use}_fallback", face))}/>'
    )
