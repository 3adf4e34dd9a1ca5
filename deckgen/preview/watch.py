"""Waiting for files to be saved: the outline, and the pictures, data and themes it names."""

from __future__ import annotations

import os.path
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import aclosing
from pathlib import Path

import anyio
from watchfiles import Change, awatch

_QUIET, _LONGEST = 10, 200
"""For how long nothing more may happen before a save counts as finished, and the longest to wait for that, in ms."""

_LOOK_AGAIN = 2000
"""After how many ms it is looked whether other folders are to be watched, where nothing was saved."""


async def saves(outline: Path, named: Callable[[], set[Path]], stop: anyio.Event) -> AsyncIterator[bool]:
    """Yield after every save whether one of the files that the outline names has changed, not only the outline itself.

    Folders are watched, not files: most editors write a new file and put it in the place of the old one. Folders below them
    are left alone, as the outline may lie in one that holds a whole life. A folder that was taken away is watched again
    when it is back, as when a branch is changed.
    """
    gone: set[Path] = set()
    while not stop.is_set():
        own, files = {outline.absolute(), outline.resolve()}, named()
        folders = _folders(own | files)
        if back := gone & folders:
            gone -= back
            yield True
        watching = awatch(
            *folders, debounce=_LONGEST, step=_QUIET, recursive=False, stop_event=stop, watch_filter=None,
            yield_on_timeout=True, rust_timeout=_LOOK_AGAIN, ignore_permission_denied=True,
        )  # fmt: skip
        async with aclosing(watching):
            async for changes in watching:
                saved = {Path(name) for _, name in changes}
                others = bool(saved & files)
                if others or saved & own:
                    yield others
                lost = folders & {Path(name) for change, name in changes if change is Change.deleted}
                gone |= lost
                files = named()
                if lost or not folders >= _folders(own | files):
                    break


def _folders(files: Iterable[Path]) -> set[Path]:
    """Return the folders of some files, those that are there; a text may have been taken for a name that no disk allows."""
    return {file.parent for file in files if os.path.isdir(file.parent)}
