"""Opening pictures that may be anything: limits first, then the header, the pixels last."""

from __future__ import annotations

import io
import os
import re
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from deckgen.images import svg
from deckgen.images.colors import in_srgb, is_srgb
from deckgen.images.locate import UNREADABLE
from deckgen.images.unusable import BROKEN, Unusable
from deckgen.problems import Kind

LARGEST = 50_000_000
"""The most bytes of a picture file."""

MOST_PIXELS = 80_000_000
"""The most pixels of a picture, above what cameras and scanners deliver; each takes up to four bytes of memory."""

MOST_SCANS = 100
"""The most passes of a progressive JPEG; cameras write ten or so, each costs as much as the whole picture."""

TOO_LARGE = Kind(
    "picture-too-large", "error",
    "图片「{name}」超过 {limit} MB。", "The picture “{name}” is larger than {limit} MB.",
    "请缩小或压缩后再用。", "Shrink or compress it first.",
)  # fmt: skip
TOO_MANY_PIXELS = Kind(
    "picture-too-many-pixels", "error",
    "图片「{name}」超过 {limit_zh} 万像素。", "The picture “{name}” has more than {limit} million pixels.",
    "请缩小后再用；铺满一页，2000 像素宽就够。", "Shrink it; 2000 pixels are wide enough for a whole slide.",
)  # fmt: skip
VECTOR = Kind(
    "picture-vector", "error",
    "「{name}」是 {format} 矢量图，用不了。", "“{name}” is a drawing in {format}, which cannot be used.",
    "请导出为 SVG，或宽 2000 像素以上的 PNG。", "Export it as SVG, or as PNG, 2000 pixels wide or more.",
)  # fmt: skip
UNKNOWN_FORMAT = Kind(
    "picture-format", "error",
    "「{name}」不是能用的图片（{format}）。", "“{name}” is no picture that can be used ({format_en}).",
    "请存为 PNG 或 JPEG。", "Save it as PNG or JPEG.",
)  # fmt: skip

SVG = "SVG"

MOVING = Kind(
    "picture-moving", "error",
    "「{name}」是动图；幻灯片里的图片不会动。", "“{name}” is an animation; pictures on slides do not move.",
    "请把其中一帧存为 PNG。", "Save one of its frames as PNG.",
)  # fmt: skip

JPEG = ("JPEG", "MPO")
"""Pillow's names of JPEG: alone, or with further pictures in the same file, as some phones write it."""

_DAMAGE = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, struct.error)
"""What Pillow's readers raise where a file does not hold what it promises: the list in its `ImageFile`, and their own."""

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_HEAD = 4000
"""How far into a file its kind is looked for, in bytes; drawings begin with remarks."""

_SVG = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:.*?<)?(?:svg[\s/>:]|!DOCTYPE\s+svg)", re.DOTALL)
_VECTORS = (("PDF", re.compile(rb"%PDF-")), ("EPS", re.compile(rb"%!PS")),
            ("EMF", re.compile(rb"\x01\0\0\0.{36} EMF", re.DOTALL)), ("WMF", re.compile(rb"\xd7\xcd\xc6\x9a")))  # fmt: skip
_FOREIGN = (("HEIC", re.compile(rb".{4}ftyp(?:hei|hev|mif|msf)", re.DOTALL)),
            ("AVIF", re.compile(rb".{4}ftypavi", re.DOTALL)), ("PSD", re.compile(rb"8BPS")),
            ("JPEG 2000", re.compile(rb"\0\0\0\x0cjP  ")),
            ("JPEG XL", re.compile(rb"\xff\x0a|\0\0\0\x0cJXL ")))  # fmt: skip
_KNOWN = re.compile(rb"\x89PNG|\xff\xd8|GIF8|RIFF.{4}WEBP|BM|II\*\0|MM\0\*", re.DOTALL)
_ORIENTATION, _ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)
_START_OF_SCAN = b"\xff\xda"


@dataclass(frozen=True, slots=True)
class Source:
    """A picture file as its header describes it; `turned` says that its pixels are stored in another orientation.

    `size` is in pixels, as the picture is meant to be seen. A `tinted` one has colours of its own making, which a profile
    explains.
    """

    name: str
    data: bytes
    format: str
    mode: str
    size: tuple[int, int]
    turned: bool
    tinted: bool = False


def read_source(path: Path) -> Source:
    """Return a picture file; nothing of it is decoded but its header.

    Raises:
        Unusable: the file is too large, in no format that can be used, damaged, moving, or holds too many pixels.
    """
    name = path.name
    try:
        with open(path, "rb") as stream:
            if os.fstat(stream.fileno()).st_size > LARGEST:
                raise Unusable(TOO_LARGE, name=name, limit=LARGEST // 1_000_000)
            data = stream.read()
    except OSError:
        raise Unusable(UNREADABLE, name=name) from None
    if _SVG.match(data, 0, _HEAD):
        width, height = svg.measured(data, name)
        return Source(name, data, SVG, "RGBA", (max(1, round(width)), max(1, round(height))), False)
    image = _opened(data, name)
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise _too_many_pixels(name)
    if image.format in JPEG and data.count(_START_OF_SCAN) > MOST_SCANS:
        raise Unusable(BROKEN, name=name)
    if _moves(image):
        raise Unusable(MOVING, name=name)
    orientation = _orientation(image)
    size = (height, width) if orientation in _ON_ITS_SIDE and image.format != "TIFF" else (width, height)
    tinted = not is_srgb(image.info.get("icc_profile"))
    return Source(name, data, image.format or "", image.mode, size, orientation != 1, tinted)


def decoded(source: Source, wanted: tuple[int, int] = (1, 1)) -> Image.Image:
    """Return the pixels of a picture, the right way up, in sRGB, as `L`, `RGB` or `RGBA`; of several pages the first.

    A JPEG may come smaller than it is, but no smaller than `wanted`: that spares time and memory. An SVG drawing is drawn as
    large as is wanted.

    Raises:
        Unusable: the pixels are incomplete or damaged.
    """
    if source.format == SVG:
        return Image.open(io.BytesIO(svg.rasterised(source.data, source.name, wanted)))
    image = _opened(source.data, source.name)
    try:
        image.draft(None, (max(wanted), max(wanted)))
        image.load()
        profile = image.info.get("icc_profile") if source.tinted else None
        return _plain(in_srgb(ImageOps.exif_transpose(image) if source.turned else image, profile))
    except _DAMAGE:
        raise Unusable(BROKEN, name=source.name) from None


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture of any mode in one of the three that PNG and JPEG share with every program."""
    if image.mode.startswith("I"):  # 16 bits a pixel
        image = image.point(lambda value: value * (1 / 256))
    if image.has_transparency_data:
        image = image.convert("RGBA")
        return image.convert("RGB") if image.getchannel("A").getextrema() == (255, 255) else image
    return image.convert("L" if image.mode in ("1", "L", "I", "I;16", "F") else "RGB")


def _moves(image: Image.Image) -> bool:
    """Whether a picture is an animation; several pages of a scan or sizes of a photograph are none."""
    try:
        return image.format in ("GIF", "PNG", "WEBP") and bool(getattr(image, "is_animated", False))
    except _DAMAGE:  # behind its first picture, which decoding will tell
        return False


def _opened(data: bytes, name: str) -> Image.Image:
    """Open a picture by its bytes, whatever its name ends with."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError:
        raise _too_many_pixels(name) from None
    except UnidentifiedImageError:
        raise _unidentified(data, name) from None
    except _DAMAGE:
        raise Unusable(BROKEN, name=name) from None


def _unidentified(data: bytes, name: str) -> Unusable:
    head = data[:_HEAD]
    for format_, signature in _VECTORS:
        if signature.match(head):
            return Unusable(VECTOR, name=name, format=format_)
    for format_, signature in _FOREIGN:
        if signature.match(head):
            return Unusable(UNKNOWN_FORMAT, name=name, format=f"{format_} 格式", format_en=format_)
    if _KNOWN.match(head) or not data:
        return Unusable(BROKEN, name=name)
    return Unusable(UNKNOWN_FORMAT, name=name, format="不认识的格式", format_en="its format is unknown")


def _too_many_pixels(name: str) -> Unusable:
    return Unusable(TOO_MANY_PIXELS, name=name, limit=MOST_PIXELS // 1_000_000, limit_zh=MOST_PIXELS // 10_000)


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 where there is none or it cannot be read."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1  # Pillow would decode the whole picture to look for it
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except _DAMAGE:  # in the EXIF block does not make the picture unusable
        return 1
    return value if value in range(1, 9) else 1
