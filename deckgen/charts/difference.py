"""The level difference: from the level of one bar to that of another, with the step in a bubble."""

from __future__ import annotations

from deckgen.charts.geometry import PITCH, Arrow, Bubble, Guide, Mark, Overlay, Plot, printed, text_width
from deckgen.charts.labels import with_marks
from deckgen.charts.model import Difference, Value
from deckgen.frame import Frame

_SIZE = 14
_SHORTEST_ARROW = 24.0


def bubble_size(label: str) -> Frame:
    """Return the size of the bubble around a label, at the origin."""
    return Frame(0, 0, text_width(label, _SIZE, True) + 20, round(_SIZE * PITCH) + 8.0)


def across_columns(plot: Plot, difference: Difference, margin: float | None = None) -> tuple[Overlay, ...] | None:
    """Return guides, arrow and bubble: between two neighbours, or in a `margin` right of all columns.

    None where there is no margin and no room between the columns.
    """
    start, end = _columns(plot, difference)
    bubble = bubble_size(difference.label)
    if margin is None:
        left, right = sorted((start, end))
        if abs(plot.chart.categories.index(difference.start) - plot.chart.categories.index(difference.end)) != 1:
            return None
        if right.x - left.right < bubble.width + 16 or abs(start.y - end.y) < bubble.height + 2 * _SHORTEST_ARROW:
            return None
        x = (left.right + right.x) / 2
        reach = (left.right, right.x)
        first = Guide(reach[0] if start is left else reach[1], start.y, x, start.y)
        second = Guide(x, end.y, reach[0] if end is left else reach[1], end.y)
    else:
        x = plot.inner.right + margin / 2
        first, second = Guide(start.right, start.y, x + 8, start.y), Guide(end.right, end.y, x + 8, end.y)
    y = (start.y + end.y) / 2
    if abs(start.y - end.y) < bubble.height + 2 * _SHORTEST_ARROW:
        y = max(plot.frame.y + bubble.height / 2, min(start.y, end.y) - bubble.height / 2 - 6)
    place = Frame(x - bubble.width / 2, y - bubble.height / 2, bubble.width, bubble.height)
    return first, second, Arrow(x, start.y, x, end.y), Bubble(place, difference.label, _SIZE)


def below_bars(plot: Plot, difference: Difference) -> tuple[Overlay, ...]:
    """Return guides, arrow and bubble for horizontal bars: the arrow runs under the last bar."""
    start, end = _columns(plot, difference)
    bubble = bubble_size(difference.label)
    y = plot.inner.bottom + bubble.height / 2 + 8
    guides = (Guide(start.right, start.bottom, start.right, y + 8), Guide(end.right, end.bottom, end.right, y + 8))
    x = (start.right + end.right) / 2
    if abs(start.right - end.right) < bubble.width + 2 * _SHORTEST_ARROW:
        x = max(start.right, end.right) + 8 + bubble.width / 2
        x = min(x, plot.frame.right - bubble.width / 2)
    place = Frame(x - bubble.width / 2, y - bubble.height / 2, bubble.width, bubble.height)
    return *guides, Arrow(start.right, y, end.right, y), Bubble(place, difference.label, _SIZE)


def clear_of_guides(plot: Plot) -> Plot:
    """Return the plot with those labels set within their bars that a guide would otherwise cross."""
    guides = [overlay for overlay in plot.overlays if isinstance(overlay, Guide)]

    def cleared(mark: Mark, value: Value) -> Mark:
        label, frame = mark.label, mark.frame
        width = text_width(printed(value, plot.chart), plot.label_size, True) + 8
        height = plot.label_size * PITCH + 4
        if plot.type == "column":
            middle = frame.x + frame.width / 2
            place = Frame(middle - width / 2, frame.y - height, width, height)
            holds = frame.height >= height and frame.width >= width
        else:
            place = Frame(frame.right, frame.y + (frame.height - height) / 2, width, height)
            holds = frame.width >= width and frame.height >= height
        if not holds or not any(_crosses(guide, place) for guide in guides):
            return mark
        color = "on-accent" if mark.fill.pattern == "solid" else "text"
        return mark._replace(label=label._replace(place="inEnd", bold=True, color=color))

    return with_marks(
        plot, {spot: cleared(mark, value) for spot, mark in plot.spots.items() if (value := plot.value(spot))}
    )


def _crosses(guide: Guide, place: Frame) -> bool:
    """Return whether a guide runs through a rectangle, not merely along its edge."""
    left, right = sorted((guide.x1, guide.x2))
    top, bottom = sorted((guide.y1, guide.y2))
    within = left < place.right - 0.5 and right > place.x + 0.5, top < place.bottom - 0.5 and bottom > place.y + 0.5
    return all(within)


def _columns(plot: Plot, difference: Difference) -> tuple[Frame, Frame]:
    """Return the marks the difference runs between, in the emphasised series where it is one, else in the last.

    Raises:
        ValueError: the chart has no value of that category.
    """
    chart = plot.chart
    found = []
    for category in (difference.start, difference.end):
        if category not in chart.categories:
            raise ValueError(f"no category {category!r}")
        frame = plot.bar(chart.strong, chart.categories.index(category))
        if frame is None:
            raise ValueError(f"no value for {category!r}")
        found.append(frame)
    return found[0], found[1]
