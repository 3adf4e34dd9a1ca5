"""Every layout at its limits: it fits, continues on a further slide or says what is too much; it never clips."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from deckgen.compiler import Compiled, compile_file, compile_outline
from deckgen.compose import overflows
from deckgen.layouts import find_layout, layout_names
from deckgen.outline.read import parse
from tests.decks import ROOT, prepared

STRESS = sorted((ROOT / "tests" / "stress").glob("*.yaml"))
WITHIN = [path for path in STRESS if not path.stem.endswith("-over")]
BEYOND = [path for path in STRESS if path.stem.endswith("-over")]


def errors(compiled: Compiled) -> list[str]:
    return [str(problem) for problem in compiled.problems if problem.severity == "error"]


@pytest.mark.parametrize("name", layout_names())
def test_every_example_builds_without_a_single_problem(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    slide = find_layout(name).example.strip().replace("\n", "\n    ")
    outline = parse(f"deck: {{title: Example}}\nslides:\n  - {slide}\n", "example.yaml")
    compiled = compile_outline(outline, folder=tmp_path)
    assert [str(problem) for problem in compiled.problems] == []
    assert len(compiled.scenes) == 1


@pytest.mark.parametrize("name", layout_names())
def test_every_layout_has_a_stress_outline(name: str) -> None:
    assert name in {path.stem for path in WITHIN}
    assert f"{name}-over" in {path.stem for path in BEYOND}


@pytest.mark.parametrize("path", WITHIN, ids=lambda path: path.stem)
def test_within_the_limits_everything_fits(path: Path) -> None:
    compiled = compile_file(prepared(path))
    assert errors(compiled) == []
    assert not any(overflows(scene.items) for scene in compiled.scenes)


@pytest.mark.parametrize("path", BEYOND, ids=lambda path: path.stem)
def test_beyond_the_limits_every_slide_continues_or_is_told(path: Path) -> None:
    """Only slides of the layout itself are at stake; others of the outline are its surroundings."""
    compiled = compile_file(prepared(path))
    layout = path.stem.removesuffix("-over")
    told = {problem.path.partition("]")[0] + "]" for problem in compiled.problems}
    slides = compiled.outline.root["slides"]
    for index, slide in enumerate(slides):
        assert isinstance(slide, dict)
        if slide.get("layout") != layout:
            continue
        here = f"slides[{index}]"
        continued = sum(scene.path == here for scene in compiled.scenes) > 1
        assert continued or here in told, f"{path.name}: {here} is neither continued nor reported"


@pytest.mark.parametrize("path", BEYOND, ids=lambda path: path.stem)
def test_what_does_not_fit_is_an_error(path: Path) -> None:
    compiled = compile_file(prepared(path))
    spilled = {scene.path for scene in compiled.scenes if overflows(scene.items)}
    told = {problem.path.partition("]")[0] + "]" for problem in compiled.problems if problem.code == "overflow"}
    assert spilled == told
