"""A picture ready to be placed: its bytes, its format and the part of it that shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """Encoded bytes, the crop as fractions cut from the left, top, right and bottom, and the size in pixels."""

    data: bytes
    extension: str
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    pixels: tuple[int, int] = (0, 0)

    def resolution(self, width: float, height: float) -> float:
        """Return the pixels per inch of what shows, placed at a size in points."""
        left, top, right, bottom = self.crop
        across, down = self.pixels
        return 72 * min(across * (1 - left - right) / width, down * (1 - top - bottom) / height)
