from __future__ import annotations

import pytest

from deckgen.typesetting.metrics import advances


@pytest.mark.parametrize(
    ("face", "character", "bold", "width"),
    [
        ("Arial", "A", False, 0.667),
        ("Arial", "A", True, 0.722),
        ("Arial", "5", False, 0.556),
        ("arial", "–", False, 0.556),
        ("Calibri", "A", False, 0.579),
        ("Calibri", "n", False, 0.525),
        ("Times New Roman", "A", False, 0.722),
        ("Georgia", "n", False, 0.591),
        ("Georgia", "W", True, 1.127),
    ],
)
def test_widths_are_those_of_the_faces(face: str, character: str, bold: bool, width: float) -> None:
    assert advances(face, bold)[character] == pytest.approx(width, abs=0.0006)


def test_tables_cover_western_languages() -> None:
    for face in ("Arial", "Calibri", "Times New Roman"):
        assert set("äéñøßŁžŐαΩЖя“”–—…€£→≥×·½²") <= advances(face, False).keys()


def test_an_unknown_face_is_taken_to_be_wide() -> None:
    widest = max(advances(face, False)["m"] for face in ("Arial", "Calibri", "Times New Roman"))
    assert advances("Verdana", False)["m"] > widest


def test_characters_without_a_width_count_one_em_and_combining_ones_none() -> None:
    assert advances("Arial", False)["☂"] == 1
    assert advances("Arial", False)["\u0301"] == 0


@pytest.mark.parametrize("bold", [False, True])
def test_georgia_leaves_room_for_the_face_that_stands_in_for_it(bold: bool) -> None:
    georgia, times = advances("Georgia", bold), advances("Times New Roman", bold)
    assert georgia["1"] == times["1"], "Georgia's own is narrower"
    assert all(width >= times[character] for character, width in georgia.items() if character in times)
    assert all(georgia[character] == 1 for character in "αЖ→"), "what was not measured"
