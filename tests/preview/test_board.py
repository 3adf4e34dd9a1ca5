"""What is drawn and watched for how long."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path

import anyio
import pytest

from deckgen.preview.board import Board
from deckgen.preview.watch import saves

pytestmark = pytest.mark.anyio

DECK = "deck: {title: 复盘, theme: pulse}\nslides:\n  - {layout: statement, text: 一句话站得住}\n"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "甲" / "复盘.yaml"
    path.parent.mkdir()
    path.write_text(DECK, encoding="utf-8")
    return path


async def test_a_theme_that_nobody_looks_at_is_let_go(outline: Path) -> None:
    board = Board(outline)
    async with board.watched("pulse") as view:
        pulse = weakref.ref(view)
    async with board.watched("pulse") as view:
        assert view is pulse(), "a page that is loaded again finds what was drawn"
    async with board.watched("night") as view:
        night = weakref.ref(view)
        await board.deck("clarity")
        async with board.watched("clarity"):
            del view
            assert (pulse(), night() is not None) == (None, True)


async def told_of(outline: Path, named: set[Path], *steps: Callable[[], object]) -> list[bool]:
    """Return what is told of some changes, each made when the one before has been told of or has gone unnoticed for long."""
    told: list[bool] = []
    stop = anyio.Event()

    async def listen() -> None:
        async for others in saves(outline, lambda: named, stop):
            told.append(others)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(listen)
        await anyio.sleep(0.3)
        for step in steps:
            before = len(told)
            step()
            with anyio.move_on_after(3):
                while len(told) == before:
                    await anyio.sleep(0.05)
            await anyio.sleep(0.3)
        stop.set()
    return told


async def test_saves_are_told_apart(outline: Path) -> None:
    picture = outline.with_name("bild.png")
    assert await told_of(outline, {picture}, outline.touch, picture.touch, outline.with_name("b").touch) == [
        False,
        True,
    ]


async def test_a_folder_that_was_gone_is_watched_again(outline: Path) -> None:
    def put_back() -> None:
        outline.parent.mkdir()
        outline.touch()

    told = await told_of(outline, set(), partial(shutil.rmtree, outline.parent), put_back, outline.touch)
    assert told == [False, True, False], "while nothing was watched, any file may have changed"


@pytest.mark.parametrize("name", ["字" * 300, "a" * 5000])
async def test_a_name_that_no_disk_allows_is_not_waited_for(outline: Path, name: str) -> None:
    named = {outline.parent / name / "bild.png"}
    assert await told_of(outline, named, outline.touch) == [False]
