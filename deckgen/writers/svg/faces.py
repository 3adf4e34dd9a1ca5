"""What shows the faces of a theme where they are not installed: faces of the same widths, then of the same kind."""

from __future__ import annotations

import re
from functools import lru_cache

_SANS = (
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
_SERIF = ("Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "SimSun")
_ALIKE: dict[str, tuple[str, ...]] = {
    "Arial": ("Liberation Sans", "Arimo", "Helvetica"),
    "Calibri": ("Carlito",),
    "Georgia": ("Gelasio", "Liberation Serif", "Tinos", "Times New Roman"),
    "Times New Roman": ("Liberation Serif", "Tinos", "Times"),
    "微软雅黑": _SANS,
    "思源宋体": _SERIF,
    "宋体": (*_SERIF[4:], *_SERIF[:4]),
}
_CERTAIN = ("Arial", "Times New Roman", "Helvetica", "Liberation Sans", "Liberation Serif")
_SERIF_NAME = re.compile("宋|明|Serif|Song|Ming|Georgia|Times|Tinos|Gelasio|Garamond|Cambria")
_CHINESE_NAME = re.compile(r"[^\x00-\u2e7f]|CJK|Han|YaHei|PingFang|Sim|Hei|Song|Kai| SC$")


def is_serif(face: str) -> bool:
    """Whether a face has serifs, as far as its name tells."""
    return bool(_SERIF_NAME.search(face))


def is_certain(face: str) -> bool:
    """Whether a text set in a face is as wide on every machine: it, or one of its widths, is on all of them."""
    return face in _CERTAIN


@lru_cache(maxsize=64)
def alike(face: str) -> tuple[str, ...]:
    """Return the faces that may show a text set in `face`, itself first."""
    known = _ALIKE.get(face)
    if known is None:
        known = (_SERIF if is_serif(face) else _SANS) if _CHINESE_NAME.search(face) else ()
    return (face, *(other for other in known if other != face))


@lru_cache(maxsize=64)
def family(face: str) -> str:
    """Return the value of `font-family` for a text set in a face."""
    named = ",".join(f"'{name}'" if " " in name or not name.isascii() else name for name in alike(face))
    return f"{named},{'serif' if is_serif(face) else 'sans-serif'}"
