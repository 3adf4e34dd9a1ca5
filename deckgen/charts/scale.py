"""The scale of a visible axis: round ends and a few round steps between them."""

from __future__ import annotations

import math
from typing import NamedTuple

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0, 20.0)
_NEAR_ZERO = 0.25
"""A scale starts at zero where the smallest value is less than this share of the largest."""


class Scale(NamedTuple):
    """The ends of an axis and what lies between two of its labels."""

    minimum: float
    maximum: float
    step: float

    @property
    def span(self) -> float:
        """From end to end."""
        return self.maximum - self.minimum

    @property
    def ticks(self) -> list[float]:
        """The labelled values."""
        return [round(self.minimum + i * self.step, 10) for i in range(round(self.span / self.step) + 1)]

    @property
    def code(self) -> str:
        """The number format of the labels."""
        decimals = max(len(f"{tick:.10f}".rstrip("0").partition(".")[2]) for tick in self.ticks)
        return ("#,##0" if self.maximum >= 10000 else "0") + ("." + "0" * decimals if decimals else "")

    def text(self, value: float) -> str:
        """Return a label."""
        decimals = len(self.code.partition(".")[2])
        return f"{value:,.{decimals}f}" if self.code.startswith("#") else f"{value:.{decimals}f}"


def scale_of(values: list[float], padding: float, most: int) -> Scale:
    """Return a scale that holds the values and `padding`, a share of the axis, beyond the outermost, in at most
    `most` steps.
    """
    low, high = min(values), max(values)
    if low == high:
        low, high = low - (abs(low) or 1.0) * 0.5, high + (abs(high) or 1.0) * 0.5
    floor = 0.0 <= low < _NEAR_ZERO * high
    spread = (high - (0.0 if floor else low)) * padding / (1 - 2 * padding)
    high += spread
    start = low - spread
    if floor:
        start = 0.0 if start >= 0 or -start < 0.02 * high else start
        start = min(start, 0.0)
    elif low >= 0:
        start = max(start, 0.0)
    magnitude = 10.0 ** math.floor(math.log10((high - start) / most))
    for factor in _ROUND:
        step = factor * magnitude
        first, last = math.floor(start / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first <= most:
            break
    return Scale(round(first * step, 10), round(last * step, 10), step)
