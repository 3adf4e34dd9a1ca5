"""Waiting for files to be saved: the outline, and the pictures, data and themes it names."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import anyio
from watchfiles import awatch

_QUIET, _LONGEST = 10, 200
"""For how long nothing more may happen before a save counts as finished, and the longest to wait for that, in ms."""

_LOOK_AGAIN = 2000
"""After how many ms it is looked whether other folders are to be watched, where nothing was saved."""


async def saves(outline: Path, named: Callable[[], set[Path]], stop: anyio.Event) -> AsyncIterator[bool]:
    """Yield after every save whether one of the files that the outline names has changed, not only the outline itself.

    Folders are watched, not files: most editors write a new file and put it in the place of the old one. Folders below them
    are left alone, as the outline may lie in one that holds a whole life.
    """
    own = {outline.absolute(), outline.resolve()}
    while not stop.is_set():
        files = named()
        folders = {file.parent for file in own | files if file.parent.is_dir()}
        watching = awatch(
            *folders, debounce=_LONGEST, step=_QUIET, recursive=False, stop_event=stop, watch_filter=None,
            yield_on_timeout=True, rust_timeout=_LOOK_AGAIN,
        )  # fmt: skip
        async for changes in watching:
            saved = {Path(name) for _, name in changes}
            others = bool(saved & files)
            if others or saved & own:
                yield others
            files = named()
            if not folders >= {file.parent for file in files if file.parent.is_dir()}:
                break
