"""Waiting for files to be saved: the outline, and the pictures, data and themes it names."""

from __future__ import annotations

import os.path
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import aclosing
from pathlib import Path

import anyio
from watchfiles import Change, awatch

_QUIET, _LONGEST = 5, 200
"""For how long nothing more may happen before a save counts as finished, and the longest to wait for that, in ms."""

_LOOK_AGAIN = 2000
"""After how many ms it is looked whether other folders are to be watched or a save was missed, where nothing was told."""

_Stamp = tuple[int, int, int] | None
"""When a file was last written, its size and its number on the disk; None where there is none."""


async def saves(outline: Path, named: Callable[[], set[Path]], stop: anyio.Event) -> AsyncIterator[bool]:
    """Yield after every save whether one of the files that the outline names has changed, not only the outline itself.

    Folders are watched, not files: most editors write a new file and put it in the place of the old one. Folders below them
    are left alone, as the outline may lie in one that holds a whole life. What is not told of, such as a save while a folder
    is away or just begins to be watched, shows in the stamps of the files.
    """
    own, files = {outline.absolute(), outline.resolve()}, named()
    stamps = {file: _stamp(file) for file in own | files}
    while not stop.is_set():
        folders = _folders(stamps)
        watching = awatch(
            *folders, debounce=_LONGEST, step=_QUIET, recursive=False, stop_event=stop, watch_filter=None,
            yield_on_timeout=True, rust_timeout=_LOOK_AGAIN, ignore_permission_denied=True,
        )  # fmt: skip
        async with aclosing(watching):
            async for changes in watching:
                now = {file: _stamp(file) for file in stamps}  # before anybody reads them
                saved = {Path(name) for _, name in changes} | {file for file in now if now[file] != stamps[file]}
                others = bool(saved & files)
                if others or saved & own:
                    yield others
                files = named()
                stamps = {file: now[file] if file in now else _stamp(file) for file in own | files}
                lost = folders & {Path(name) for change, name in changes if change is Change.deleted}
                if lost or not folders >= _folders(stamps):
                    break


def _stamp(file: Path) -> _Stamp:
    try:
        found = file.stat()
    except (OSError, ValueError):  # a text may have been taken for a name that no disk allows
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _folders(files: Iterable[Path]) -> set[Path]:
    """Return the folders of some files, those that are there."""
    return {file.parent for file in files if os.path.isdir(file.parent)}
