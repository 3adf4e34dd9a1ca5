"""The preview as a person starts it: a process of its own, with the address that it prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

COMMAND = [sys.executable, "-c", "from deckgen.cli import main; main()", "preview"]

WAIT = 15
"""Seconds that a state may be waited for."""


@contextmanager
def preview(outline: Path, *options: str, **environment: str) -> Iterator[str]:
    """Run the preview of an outline and give its address, without the last slash."""
    with subprocess.Popen(
        [*COMMAND, str(outline), "--no-open", *options],
        stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1", **environment},
    ) as process:  # fmt: skip
        assert process.stdout
        try:
            said = process.stdout.readline()
            yield said.removeprefix("Preview: ").partition("/ ")[0]
        finally:
            process.terminate()


class Stream:
    """The states that a page is told, one after the other."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._slides: list[dict[str, Any]] = []

    def state(self) -> Any:
        """Wait for the next state, and return it with all its slides; only those that were sent a drawing have one."""
        state = self.sent()
        self._slides = [new or self._slides[at] for at, new in enumerate(state["slides"])]
        without = [{name: value for name, value in slide.items() if name != "svg"} for slide in self._slides]
        return {**state, "slides": [new or slide for new, slide in zip(state["slides"], without, strict=True)]}

    def sent(self) -> Any:
        """Wait for the next state as it is sent; a server that lives but tells of none in time is a failure."""
        deadline = time.monotonic() + WAIT
        for line in self._lines:  # a sign of life comes at least every ten seconds
            if line.startswith("data: "):
                return json.loads(line.removeprefix("data: "))
            assert time.monotonic() < deadline, f"the server lives, but has told of no other state for {WAIT} seconds"
        raise AssertionError("the stream has ended")


@contextmanager
def stream(address: str, theme: str = "") -> Iterator[Stream]:
    """Listen as a page does."""
    with httpx.stream("GET", f"{address}/events", params={"theme": theme} if theme else {}, timeout=20) as answer:
        answer.raise_for_status()
        yield Stream(answer.iter_lines())
