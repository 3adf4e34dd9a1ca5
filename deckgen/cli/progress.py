"""Progress for builds that take longer than a second; silent where nobody watches."""

from __future__ import annotations

import sys
import time

from deckgen.cli.language import said

_PATIENCE = 1.0
"""Seconds before anything is shown."""


class Progress:
    """A line on standard error that counts slides and goes away."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._watched = sys.stderr.isatty()
        self._shown = False

    def step(self, done: int, total: int) -> None:
        """Show how many slides are laid out, once the build has taken a while."""
        if self._watched and time.perf_counter() - self._start > _PATIENCE:
            self._shown = True
            sys.stderr.write("\r" + said(f"正在排版 {done}/{total} ", f"Laying out {done}/{total} "))
            sys.stderr.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
