"""Outlines damaged by machine, seed after seed: no damage is too odd to be told of, and mending makes none worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.compiler import compile_file
from deckgen.fix import fix_file
from deckgen.starters import starter_file, starter_kinds
from tests.damaged.machine import damaged

SEEDS = range(8)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", starter_kinds())
def test_a_damaged_starter_is_read_told_of_and_mended_once(kind: str, lang: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    for seed in SEEDS:
        outline, _ = damaged(starter_file(kind, lang).read_text(encoding="utf-8"), seed, 6)
        file.write_text(outline, encoding="utf-8")
        known = {problem.span.line for problem in compile_file(file).problems if problem.span}
        result = fix_file(file)
        before, after = outline.splitlines(), result.after.decode().splitlines()
        assert len(before) == len(after), seed
        changed = {row for row, (old, new) in enumerate(zip(before, after, strict=True), 1) if old != new}
        assert changed <= known | {change.row + 1 for problem in result.mended for change in problem.fix}, seed
        file.write_bytes(result.after)
        assert not fix_file(file).is_changed, seed


def test_one_slip_seldom_makes_more_than_three_problems(tmp_path: Path) -> None:
    file, told = tmp_path / "deck.yaml", []
    for kind in starter_kinds():
        for seed in SEEDS:
            outline, _ = damaged(starter_file(kind, "en").read_text(encoding="utf-8"), seed, 1)
            file.write_text(outline, encoding="utf-8")
            told.append(sum(problem.severity == "error" for problem in compile_file(file).problems))
    assert sum(count > 3 for count in told) * 10 <= sum(count > 0 for count in told)
