"""Pictures made on the spot, each with something special about it."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import Image

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 160, 60), (30, 60, 200), (255, 255, 255)


def quarters(width: int = 400, height: int = 300, mode: str = "RGB") -> Image.Image:
    """Return a picture whose four quarters are red, green, blue and white."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image.convert(mode)


def shades(width: int = 400, height: int = 300) -> Image.Image:
    """Return a picture of very many colours, like a photograph."""
    across, down = Image.linear_gradient("L").resize((width, height)), Image.linear_gradient("L").rotate(90)
    return Image.merge("RGB", (across, down.resize((width, height)), Image.effect_noise((width, height), 60)))


def saved(path: Path, image: Image.Image, **settings: Any) -> Path:
    """Save a picture in the format of the file's ending."""
    image.save(path, **settings)
    return path


def encoded(image: Image.Image, kind: str, **settings: Any) -> bytes:
    """Return the bytes of a picture."""
    stream = io.BytesIO()
    image.save(stream, kind, **settings)
    return stream.getvalue()


def turned_jpeg(orientation: int, width: int = 400, height: int = 300) -> bytes:
    """Return a JPEG whose EXIF data asks for another orientation."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(quarters(width, height), "JPEG", exif=exif)


def png_bomb(width: int, height: int) -> bytes:
    """Return a tiny PNG file whose header promises a huge picture."""
    row = b"\0" + bytes((width + 7) // 8)
    body = zlib.compress(row * min(height, 100), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
            (b"IDAT", body),
            (b"IEND", b""),
        )
    )


def drawing(body: str = '<rect width="40" height="30" fill="red"/>', attributes: str = 'viewBox="0 0 40 30"') -> str:
    """Return an SVG drawing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>'
