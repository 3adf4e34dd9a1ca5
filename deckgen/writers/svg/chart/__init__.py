"""Charts as they are drawn, split by family."""

from deckgen.writers.svg.chart.drawing import chart

__all__ = ["chart"]
