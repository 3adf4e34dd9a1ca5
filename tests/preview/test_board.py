"""What is drawn and watched for how long."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import anyio
import pytest
from watchfiles.main import FileChange

from deckgen.preview import watch
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
    picture = outline.with_name("bild.png")
    picture.touch()

    def put_back() -> None:
        outline.parent.mkdir()
        outline.touch()

    told = await told_of(
        outline, {picture}, partial(shutil.rmtree, outline.parent), put_back, outline.touch, picture.touch
    )
    assert told == [True, False, False, True]


async def test_a_save_that_the_system_does_not_tell_of_is_found(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def deaf(*_: Path, stop_event: anyio.Event, **__: object) -> AsyncIterator[set[FileChange]]:
        while not stop_event.is_set():
            await anyio.sleep(0.02)
            yield set()

    monkeypatch.setattr(watch, "awatch", deaf)
    picture = outline.with_name("bild.png")

    def replace() -> None:
        outline.with_name("neu").write_text(DECK, encoding="utf-8")
        outline.with_name("neu").replace(outline)

    assert await told_of(outline, {picture}, replace, picture.touch, outline.unlink) == [False, True, False]


async def test_a_save_while_other_folders_begin_to_be_watched_is_found(outline: Path) -> None:
    """The second save comes while the first is drawn, which names a picture in a folder that nobody has watched before."""
    told: list[str] = []
    named: set[Path] = set()
    stop = anyio.Event()
    (outline.parent / "bilder").mkdir()
    with anyio.move_on_after(10):
        async with anyio.create_task_group() as tasks:

            async def write() -> None:
                await anyio.sleep(0.3)
                outline.write_text("1", encoding="utf-8")

            tasks.start_soon(write)
            async for _ in saves(outline, lambda: named, stop):
                told.append(outline.read_text(encoding="utf-8"))
                if told[-1] == "2":
                    stop.set()
                elif told[-1] == "1":
                    named.add(outline.parent / "bilder" / "bild.png")
                    outline.write_text("2", encoding="utf-8")
                    await anyio.sleep(0.1)
    assert told[-1] == "2"


@pytest.mark.parametrize("name", ["字" * 300, "a" * 5000])
async def test_a_name_that_no_disk_allows_is_not_waited_for(outline: Path, name: str) -> None:
    named = {outline.parent / name / "bild.png"}
    assert await told_of(outline, named, outline.touch) == [False]
