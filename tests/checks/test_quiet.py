"""Outlines written with care are not nagged."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.compiler import compile_file, compile_outline
from deckgen.layouts import find_layout, layout_names
from deckgen.outline.read import parse

ROOT = Path(__file__).parents[2]
ADVICE = {
    "label-title", "two-messages", "bullets-again", "title-against-data", "title-against-figures", "unanswered-cause",
    "unfounded-recommendation", "no-source", "same-title", "echoed-title", "placeholder-text",
}  # fmt: skip
WRITTEN = sorted([*ROOT.glob("outlines/*.yaml"), *ROOT.glob("deckgen/starters/*.yaml")])


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_an_outline_written_with_care(path: Path) -> None:
    assert not [str(problem) for problem in compile_file(path).problems if problem.code in ADVICE]


@pytest.mark.parametrize("name", layout_names())
def test_the_example_of_a_layout(name: str) -> None:
    example = find_layout(name).example.strip().replace("\n", "\n    ")
    problems = compile_outline(
        parse(f"deck: {{title: 示例}}\nslides:\n  - {example}\n", "a.yaml"), folder=ROOT
    ).problems
    assert not [str(problem) for problem in problems if problem.code in ADVICE]
