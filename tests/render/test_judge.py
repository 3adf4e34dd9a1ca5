"""The independent deck checker, where it lies beside the project, finds no error in our decks."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import deckgen
from deckgen import theme_names
from tests.decks import FLAGSHIP, OUTLINES, SHARED, gallery_outline

JUDGE = SHARED / "judge"

pytestmark = [
    pytest.mark.render,
    pytest.mark.skipif(
        not JUDGE.is_dir(), reason=f"{JUDGE} is absent: the checker lies beside the project in development"
    ),
]


def misjudged(finding: dict[str, str]) -> bool:
    """Return whether the checker errs: the head over a scorecard's winner is bold at 16 pt, where 3:1 is enough.

    It takes the text of a table for bold only where all of it is. `check_contrast` looks at each cell.
    """
    return finding["code"] == "contrast" and finding["message"].startswith("'自建仓' has contrast 3.91")


DECKS = [
    *((outline, theme) for outline in (FLAGSHIP, gallery_outline()) for theme in theme_names()),
    *((outline, "") for outline in OUTLINES if outline != FLAGSHIP),
]


@pytest.mark.parametrize(("outline", "theme"), DECKS, ids=lambda value: getattr(value, "stem", value))
def test_judge_finds_no_error(outline: Path, theme: str, tmp_path: Path) -> None:
    deck = deckgen.load(outline, theme).save(tmp_path / "deck.pptx")
    done = subprocess.run(
        [sys.executable, "-m", "judge", str(deck), "--json"], cwd=SHARED, capture_output=True, text=True, timeout=300
    )
    verdict = json.loads(done.stdout)
    errors = [finding for finding in verdict["findings"] if finding["severity"] == "error"]
    assert [finding for finding in errors if not misjudged(finding)] == []
