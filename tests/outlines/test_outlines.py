"""Every outline that comes with the project builds in every theme, and nothing in it asks for mending."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen import theme_names
from deckgen.compiler import compile_file, pptx_of
from tests.decks import FLAGSHIP, OUTLINES, Package

PENDING = {FLAGSHIP: ["pending"]}
"""The flagship leaves its dates to the team, nothing else."""


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
def test_it_builds_without_a_problem(outline: Path, theme: str) -> None:
    compiled = compile_file(outline, theme)
    assert [problem.code for problem in compiled.problems] == PENDING.get(outline, [])
    slides = Package(pptx_of(compiled)).named("ppt/slides/")
    assert len(slides) == len(compiled.scenes) > 15
