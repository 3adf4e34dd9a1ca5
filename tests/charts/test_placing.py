"""Labels of points: near, over nothing, joined where they moved away."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest

from deckgen.charts.placing import LEADER_FROM, Line, Point, place_labels
from deckgen.frame import Frame

BOUNDS = Frame(0, 0, 400, 300)


def covers(one: Frame, other: Frame) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def around(x: float, y: float, count: int, step: float) -> list[Point]:
    """Points in a tight square, each with a label of 60 × 16 points."""
    return [Point(x + n % 3 * step, y + n // 3 * step, 6, 60, 16) for n in range(count)]


CROWDS = {
    "alone": [Point(200, 150, 6, 60, 16)],
    "apart": around(60, 60, 9, 100),
    "crowd": around(180, 130, 9, 16),
    "corner": around(6, 6, 6, 18),
    "far corner": around(360, 260, 6, 17),
    "a row": [Point(40 + 14 * n, 150, 6, 60, 16) for n in range(10)],
}


@pytest.mark.parametrize("points", CROWDS.values(), ids=CROWDS)
def test_labels_cover_nothing_and_stay_within_their_bounds(points: list[Point]) -> None:
    placed = place_labels(points, BOUNDS)
    assert all(label.clear for label in placed)
    for one, other in combinations(placed, 2):
        assert not covers(one.frame, other.frame)
    for label in placed:
        assert not any(covers(label.frame, point.dot) for point in points)
        assert label.frame.x >= 0 and label.frame.y >= 0 and label.frame.right <= 400 and label.frame.bottom <= 300


@pytest.mark.parametrize("points", CROWDS.values(), ids=CROWDS)
def test_only_labels_far_from_their_dot_have_a_line(points: list[Point]) -> None:
    for point, label in zip(points, place_labels(points, BOUNDS), strict=True):
        x = min(max(point.x, label.frame.x), label.frame.right)
        y = min(max(point.y, label.frame.y), label.frame.bottom)
        assert (hypot(x - point.x, y - point.y) - point.radius > LEADER_FROM) == (label.leader is not None)


def test_a_lone_label_stands_at_the_right_and_at_the_left_where_the_page_ends() -> None:
    assert place_labels([Point(200, 150, 6, 60, 16)], BOUNDS)[0].side == 1
    assert place_labels([Point(380, 150, 6, 60, 16)], BOUNDS)[0].side == -1


def test_obstacles_are_avoided() -> None:
    obstacle = Frame(205, 100, 195, 100)
    label = place_labels([Point(195, 150, 6, 60, 16)], BOUNDS, [obstacle])[0]
    assert label.clear and not covers(label.frame, obstacle)


def test_a_label_stands_off_a_line_of_the_drawing() -> None:
    placed = place_labels([Point(195, 150, 6, 60, 16)], BOUNDS, lines=[Line(205, 0, 205, 300)])[0]
    assert placed.side == -1 and placed.clear


def test_a_label_without_room_says_so() -> None:
    assert not place_labels([Point(10, 10, 6, 60, 16)], Frame(0, 0, 20, 20))[0].clear


def test_equal_points_give_equal_places() -> None:
    assert place_labels(CROWDS["crowd"], BOUNDS) == place_labels(CROWDS["crowd"], BOUNDS)
