"""The views that pages look at, drawn again whenever the outline is saved."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import anyio
from anyio import from_thread
from anyio.to_thread import run_sync

from deckgen.preview.state import State
from deckgen.preview.view import View
from deckgen.preview.watch import saves

_TRIES, _PAUSE = 5, 0.02
"""How often a file that is just being replaced is looked for again, and after how many seconds."""

_HEAD_START = 0.01
"""For how many seconds pages are sent their pictures before the checks take the processor."""


class Board:
    """The views of an outline by theme: those that pages look at, and else the last one, for a page that is loaded again."""

    def __init__(self, outline: Path, *, allow_outside: bool = False) -> None:
        self._outline = outline
        self._allow_outside = allow_outside
        self._views: dict[str, View] = {}
        self._watchers: Counter[str] = Counter()
        self._one_by_one = anyio.Lock()
        self._stop = anyio.Event()
        self._news = anyio.Event()

    @property
    def closed(self) -> bool:
        """Whether nothing will be drawn any more."""
        return self._stop.is_set()

    def close(self) -> None:
        """End all waiting."""
        self._stop.set()
        self._tell()

    async def follow(self) -> None:
        """Draw everything that is looked at again after every save."""
        async for others in saves(self._outline, self._named, self._stop):
            await self._replaced()
            async with self._one_by_one:
                for view in list(self._views.values()):
                    await run_sync(view.refresh, others, partial(from_thread.run, self._show_at_once))
                    self._tell()

    @contextlib.asynccontextmanager
    async def watched(self, theme: str) -> AsyncIterator[View]:
        """Keep the view in a theme up to date as long as a page looks at it."""
        self._watchers[theme] += 1
        try:
            yield await self._view(theme)
        finally:
            self._watchers[theme] -= 1
            if not self._watchers[theme] and len(self._views) > 1:
                self._views.pop(theme, None)

    async def after(self, view: View, version: int, seconds: float) -> State | None:
        """Return the state of a view once it is a later one than `version`; None where so many seconds have passed."""
        with anyio.move_on_after(seconds):
            while not self.closed:
                if view.state and view.state["version"] > version:
                    return view.state
                await self._news.wait()
        return None

    async def deck(self, theme: str) -> bytes | None:
        """Return the PowerPoint file of the outline in a theme; None while it has errors."""
        view = await self._view(theme)
        async with self._one_by_one:
            return await run_sync(view.deck)

    def line_of(self, path: str) -> int:
        """Return the line in which the value at a path stands; 0 where there is none."""
        return next((line for view in self._views.values() if (line := view.line_of(path))), 0)

    async def _view(self, theme: str) -> View:
        async with self._one_by_one:
            if theme not in self._views:
                view = View(self._outline, theme, allow_outside=self._allow_outside)
                await run_sync(view.refresh)
                looked_at = {name: other for name, other in self._views.items() if self._watchers[name]}
                self._views = {**looked_at, theme: view}
            return self._views[theme]

    async def _replaced(self) -> None:
        """Wait a moment where the outline is empty or gone: a program is about to write it."""
        for _ in range(_TRIES):
            with contextlib.suppress(OSError):
                if self._outline.stat().st_size:
                    return
            await anyio.sleep(_PAUSE)

    def _named(self) -> set[Path]:
        return {file for view in self._views.values() for file in view.files()}

    async def _show_at_once(self) -> None:
        self._tell()
        await anyio.sleep(_HEAD_START)

    def _tell(self) -> None:
        """Wake those who wait for news."""
        self._news.set()
        self._news = anyio.Event()
