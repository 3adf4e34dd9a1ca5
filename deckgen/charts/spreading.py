"""Labels one below the other: each as near to its mark as can be, none over another."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.charts.geometry import Mark, Plot, Spot
from deckgen.charts.labels import label_frame

_NOTICED = 0.5
"""The least distance a label is moved by, in points."""


def kept_apart(plot: Plot, marks: dict[Spot, Mark], top: float, bottom: float) -> dict[Spot, Mark]:
    """Return marks with their labels moved up or down until none covers another, between two levels of the slide."""
    frames = {spot: frame for spot, mark in marks.items() if (frame := label_frame(plot, spot, mark))}
    centers = [frame.y + frame.height / 2 for frame in frames.values()]
    aims = spread(centers, [frame.height for frame in frames.values()], top, bottom)
    moved = dict(marks)
    for spot, center, aim in zip(frames, centers, aims, strict=True):
        if abs(aim - center) > _NOTICED:
            label = marks[spot].label
            moved[spot] = marks[spot]._replace(label=label._replace(shift=(label.shift[0], aim - center)))
    return moved


def spread(centers: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return centres as near as can be to those wanted, at which things of these heights stand one below the other.

    They keep the order of the wanted centres and stay between `top` and `bottom` where they fit at all.
    """
    order = sorted(range(len(centers)), key=lambda n: (centers[n], n))
    placed = list(centers)
    edge = top
    for index in order:
        placed[index] = max(placed[index], edge + heights[index] / 2)
        edge = placed[index] + heights[index] / 2
    edge = bottom
    for index in reversed(order):
        placed[index] = min(placed[index], edge - heights[index] / 2)
        edge = placed[index] - heights[index] / 2
    return _evened(order, centers, heights, placed, top, bottom)


def _evened(
    order: Sequence[int],
    wanted: Sequence[float],
    heights: Sequence[float],
    placed: list[float],
    top: float,
    bottom: float,
) -> list[float]:
    """Return the places with each run of touching things moved as one to where it misses least."""
    runs: list[list[int]] = []
    for index in order:
        before = runs[-1][-1] if runs else None
        touching = before is not None and (
            placed[index] - heights[index] / 2 <= placed[before] + heights[before] / 2 + 0.01
        )
        if touching:
            runs[-1].append(index)
        else:
            runs.append([index])
    for number, run in enumerate(runs):
        above = max([top, *(placed[i] + heights[i] / 2 for some in runs[:number] for i in some)])
        below = min([bottom, *(placed[i] - heights[i] / 2 for some in runs[number + 1 :] for i in some)])
        missed = sum(wanted[i] - placed[i] for i in run) / len(run)
        room_up = placed[run[0]] - heights[run[0]] / 2 - above
        room_down = below - placed[run[-1]] - heights[run[-1]] / 2
        move = max(-room_up, min(missed, room_down))
        for index in run:
            placed[index] += move
    return placed
