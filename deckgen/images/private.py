"""What a picture file tells besides the picture: place, camera, names. It stays out of the deck.

The pixels are not touched: parts are left out of the file as it is. What its colours mean goes along.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_KEPT_CHUNKS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"cICP")
)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_APP0, _APP2, _APP14, _APP15, _COMMENT, _SCAN, _END = 0xE0, 0xE2, 0xEE, 0xEF, 0xFE, 0xDA, b"\xff\xd9"


def without_private(data: bytes, extension: str) -> bytes:
    """Return a `png` or `jpg` file without what its pixels do not need; one built in an unusual way stays as it is."""
    try:
        return _SIGNATURE + b"".join(_chunks(data)) if extension == "png" else b"\xff\xd8" + b"".join(_segments(data))
    except (struct.error, ValueError):
        return data


def _chunks(data: bytes) -> Iterator[bytes]:
    """Yield the chunks of a PNG file that say what it looks like."""
    position = len(_SIGNATURE)
    while position < len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        if kind in _KEPT_CHUNKS:
            yield data[position:end]
        if kind == b"IEND":
            return
        position = end
    raise ValueError("no end")


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG file that say what it looks like, then its scans."""
    position = 2
    while True:
        lead, marker, length = struct.unpack_from(">BBH", data, position)
        if lead != 0xFF or length < 2:
            raise ValueError("no segment")
        if marker == _SCAN:
            end = data.rfind(_END)
            yield data[position : end + 2] if end > position else data[position:]
            return
        segment = data[position : position + 2 + length]
        is_profile = marker == _APP2 and segment[4:].startswith(b"ICC_PROFILE\0")
        tells = marker == _COMMENT or (_APP0 < marker <= _APP15 and marker != _APP14)
        if not tells or is_profile:
            yield segment
        position += 2 + length
