"""Growth across periods: an arrow over the columns from one total to another, or the CAGR, which spans several periods."""

from __future__ import annotations

from dataclasses import replace

from deckgen.charts.difference import bubble_size
from deckgen.charts.geometry import PITCH, Arrow, Bubble, Guide, Overlay, Plot, text_width
from deckgen.charts.model import Chart, Difference
from deckgen.frame import Frame

_ROW = 42.0
"""What one arrow with its bubble takes above the columns, in points."""

_SIZES = (14, 12)
_SHORTEST = 28.0
"""What must be seen of the arrow on either side of its bubble."""

_LABEL_GAP = 4.0


def arrows(chart: Chart) -> list[Difference]:
    """Return the steps that are drawn above: the CAGR and, of stacked columns, the difference of two totals."""
    total = chart.difference if chart.type == "stacked" else None
    return [step for step in (chart.cagr, total) if step]


def room_below_arrows(chart: Chart, frame: Frame) -> Frame:
    """Return the frame less the rows of the arrows above its columns."""
    return frame.inset(top=_ROW * len(arrows(chart)))


def with_arrows(plot: Plot) -> Plot:
    """Return the plot with its arrows; lying bars have none, as time does not run down."""
    if plot.lying:
        return plot
    plot = _legend_between(plot)
    overlays: list[Overlay] = []
    for row, step in enumerate(arrows(plot.chart)):
        overlays += _arrow(plot, step, plot.frame.y + row * _ROW)
    return replace(plot, overlays=(*plot.overlays, *overlays))


def _arrow(plot: Plot, step: Difference, top: float) -> list[Overlay]:
    """Return guides from both columns up to an arrow between them, its bubble on it or, where it is short, above it."""
    (start_x, start_y), (end_x, end_y) = (_top(plot, category) for category in (step.start, step.end))
    span, middle = abs(end_x - start_x), (start_x + end_x) / 2
    size = next((s for s in _SIZES if _bubble(step.label, s).width + 2 * _SHORTEST <= span), _SIZES[-1])
    bubble = _bubble(step.label, size)
    on_it = bubble.width + 2 * _SHORTEST <= span
    y = top + (bubble.height / 2 if on_it else bubble.height + 6)
    x = min(max(middle - bubble.width / 2, plot.frame.x), plot.frame.right - bubble.width)
    feet = [_above_legend(plot, x, foot) for x, foot in ((start_x, start_y), (end_x, end_y))]
    return [
        Guide(start_x, y, start_x, feet[0]),
        Guide(end_x, y, end_x, feet[1]),
        Arrow(start_x, y, end_x, y),
        Bubble(Frame(x, top, bubble.width, bubble.height), step.label, size),
    ]


def _legend_between(plot: Plot) -> Plot:
    """Return the plot with its legend moved right of the first guide, where it fits before the next."""
    steps = arrows(plot.chart)
    feet = sorted(_top(plot, category)[0] for step in steps for category in (step.start, step.end))
    if not plot.legend or not feet or feet[0] > plot.legend.right:
        return plot
    moved = plot.legend._replace(x=feet[0] + 8)
    return replace(plot, legend=moved) if moved.right < feet[1] else plot


def _above_legend(plot: Plot, x: float, foot: float) -> float:
    """Return where a guide ends: at its foot, or above a legend that is in its way."""
    legend = plot.legend
    return min(foot, legend.y - 2) if legend and legend.x - 2 < x < legend.right + 2 else foot


def _bubble(label: str, size: int) -> Frame:
    whole = bubble_size(label)
    return whole._replace(width=text_width(label, size, True) + 24, height=round(size * PITCH) + 8.0)


def _top(plot: Plot, category: str) -> tuple[float, float]:
    """Return the middle of a category's marks and where what stands above them ends."""
    chart = plot.chart
    index = chart.categories.index(category)
    standing = plot.standing(index)
    marks = list(standing.values()) if plot.overlap == 100 else [standing[chart.strong]]
    lines = 2 if any(mark.label.named for mark in marks) and plot.overlap != 100 else 1
    highest = min(mark.frame.y for mark in marks)
    middle = marks[-1].frame.x + marks[-1].frame.width / 2
    return middle, highest - lines * plot.label_size * PITCH - _LABEL_GAP
