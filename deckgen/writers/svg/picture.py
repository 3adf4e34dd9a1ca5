"""Pictures, embedded: whole, with only what their crop leaves to be seen."""

from __future__ import annotations

import base64
from functools import lru_cache

from deckgen.frame import Frame
from deckgen.scene.items import Look, PictureBox
from deckgen.writers.svg.geometry import outline
from deckgen.writers.svg.paint import Paint, number
from deckgen.writers.svg.shape import body

_TYPES = {"png": "image/png", "jpg": "image/jpeg"}
_MISSING = Look("rect", "surface")
"""What stands where a picture cannot be used, which a problem of its own tells."""


def picture(item: PictureBox, paint: Paint) -> str:
    """Return a picture in the outline of its look."""
    shown = item.picture
    if not shown.data:
        return body(_MISSING, item.frame, paint)
    left, top, right, bottom = shown.crop
    width, height = item.frame.width / (1 - left - right), item.frame.height / (1 - top - bottom)
    whole = Frame(item.frame.x - left * width, item.frame.y - top * height, width, height)
    clip = paint.reference(f"<clipPath {{}}>{outline(item.look, item.frame)}/></clipPath>")
    grey = f' filter="{paint.reference(_GREY)}"' if item.grey else ""
    drawn = (
        f'<g clip-path="{clip}"><image x="{number(whole.x)}" y="{number(whole.y)}" width="{number(whole.width)}" '
        f'height="{number(whole.height)}" preserveAspectRatio="none"{grey} href="{_embedded(shown.data, shown.extension)}"/></g>'
    )
    return drawn + body(item.look._replace(fill=""), item.frame, paint)


_GREY = (
    '<filter {} color-interpolation-filters="sRGB" x="0" y="0" width="1" height="1">'
    '<feColorMatrix type="saturate" values="0"/></filter>'
)


@lru_cache(maxsize=64)
def _embedded(data: bytes, extension: str) -> str:
    return f"data:{_TYPES[extension]};base64,{base64.b64encode(data).decode()}"
