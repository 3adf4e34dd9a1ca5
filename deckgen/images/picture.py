"""A picture ready to be placed: its bytes, its format and the part of it that shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """Encoded bytes and the crop, as fractions cut from the left, top, right and bottom."""

    data: bytes
    extension: str
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
