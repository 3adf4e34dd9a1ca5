"""A picture ready to be placed: its bytes, its format and the part of it that shows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """Encoded bytes, the crop as fractions cut from the left, top, right and bottom, and the size in pixels.

    A drawing has its `svg` besides, which programs that know it show instead. `origin` names the file it comes from.
    """

    data: bytes
    extension: str
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    pixels: tuple[int, int] = (0, 0)
    svg: bytes = b""
    origin: str = field(default="", compare=False)

    def resolution(self, width: float, height: float) -> float:
        """Return the pixels per inch of what shows, placed at a size in points."""
        left, top, right, bottom = self.crop
        across, down = self.pixels
        return 72 * min(across * (1 - left - right) / width, down * (1 - top - bottom) / height)
