"""Same outline, same bytes: in another folder, at another time, under another hash seed."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import deckgen
from tests.decks import FLAGSHIP, NS, ROOT, Package, flagship

BUILD = """
import sys, time
early = time.time() - 40_000_000
time.time = lambda: early
import pytest

import deckgen
deckgen.build(sys.argv[1], sys.argv[2])
"""


def test_same_bytes_elsewhere_and_at_another_time(tmp_path: Path) -> None:
    outline = tmp_path / "elsewhere" / "copy.yaml"
    outline.parent.mkdir()
    shutil.copy(FLAGSHIP, outline)
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.pptx"
        subprocess.run(
            [sys.executable, "-c", BUILD, str(outline), str(target)], check=True, cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Shanghai"},
        )  # fmt: skip
        assert target.read_bytes() == flagship()


def test_entries_carry_no_date() -> None:
    assert Package(flagship()).dates == {(1980, 1, 1, 0, 0, 0)}


def slide_ids(deck: deckgen.Deck) -> list[str]:
    root = Package(deck.to_bytes()).xml("ppt/presentation.xml")
    return [entry.get("id") or "" for entry in root.findall("p:sldIdLst/p:sldId", NS)]


def test_a_slide_keeps_its_id_when_others_come_and_go() -> None:
    def deck(*titles: str) -> deckgen.Deck:
        made = deckgen.Deck("Ids", lang="en-US")
        for title in titles:
            made.add("bullets", title=title, items=["One thing", "Another thing"])
        return made

    before = dict(zip(("alpha", "beta"), slide_ids(deck("alpha", "beta")), strict=True))
    after = dict(zip(("new", "beta", "alpha"), slide_ids(deck("new", "beta", "alpha")), strict=True))
    assert before["alpha"] == after["alpha"]
    assert before["beta"] == after["beta"]
    assert after["new"] not in before.values()


def test_equal_slides_get_ids_of_their_own() -> None:
    deck = deckgen.Deck("Twins", lang="en-US")
    for _ in range(3):
        deck.add("bullets", title="The same", items=["One thing", "Another thing"])
    assert len(set(slide_ids(deck))) == 3


def test_the_collector_of_cycles_goes_on_after_a_build_as_before(tmp_path: Path) -> None:
    assert gc.isenabled()
    deckgen.build(FLAGSHIP, tmp_path / "deck.pptx")
    assert gc.isenabled()
    with pytest.raises(deckgen.OutlineError):
        deckgen.build(tmp_path / "missing.yaml", tmp_path / "deck.pptx")
    assert gc.isenabled()
    gc.disable()
    try:
        deckgen.check(FLAGSHIP)
        assert not gc.isenabled()
    finally:
        gc.enable()
