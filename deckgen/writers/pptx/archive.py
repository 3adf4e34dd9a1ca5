"""A zip archive written in one pass, its entries dated as PowerPoint dates them.

A large deck has thousands of small parts. The standard library's writer opens, patches and closes a file for each of
them, which costs as much again as compressing them; this one lays them down one after the other.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _DEFLATED, _STORED = 20, 8, 0
_TIME, _DATE = 0, 1 << 5 | 1  # 1980-01-01, midnight
_LEVEL = 6


def archive(entries: Iterable[tuple[str, bytes]], stored: tuple[str, ...] = ()) -> bytes:
    """Return a zip file of named contents; equal entries give equal bytes.

    Names are ASCII. What ends in one of `stored` is compressed already. The format holds 65,535 entries and 4 GB.
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, data in entries:
        path = name.encode("ascii")
        method, packed = _DEFLATED, data
        if name.endswith(stored):
            method = _STORED
        else:
            squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
            packed = squeeze.compress(data) + squeeze.flush()
        facts = (method, _TIME, _DATE, zlib.crc32(data), len(packed), len(data), len(path), 0)
        body += (_LOCAL.pack(b"PK\3\4", _VERSION, 0, *facts), path, packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, 0, *facts, 0, 0, 0, 0, offset), path)
        offset += _LOCAL.size + len(path) + len(packed)
    count, listing = len(directory) // 2, b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join([*body, listing, end])
