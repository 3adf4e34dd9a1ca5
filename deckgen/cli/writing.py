"""Writing what a command made, and saying in a sentence why it could not be written."""

from __future__ import annotations

import errno
from pathlib import Path

from deckgen.cli.failing import fail


def write_deck(target: Path, data: bytes, zh: bool) -> None:
    """Write a deck whole; where the machine refuses, say why and end with the exit code of such failures."""
    _write(target, data, zh, _DECK_HELD)


def write_outline(target: Path, before: bytes, after: bytes, zh: bool) -> None:
    """Write a mended outline whole, unless it is not any more what was read; a link to it stays a link."""
    real = target.resolve()
    try:
        is_same = real.read_bytes() == before
    except OSError:
        is_same = False
    if not is_same:
        fail(
            f"{target} 刚刚被别的程序改过，没有写；请再运行一次。" if zh
            else f"{target} was changed by another program just now and was not written; run the command again."
        )  # fmt: skip
    _write(real, after, zh, _OUTLINE_HELD)


_DECK_HELD = (
    "它可能正在 PowerPoint 里打开，或没有写权限。请关闭后再试，或用 -o 换一个文件名。",
    "it may be open in PowerPoint, or writing is not allowed here. Close it and try again, or name another file with -o.",
)
_OUTLINE_HELD = (
    "它可能正被别的程序占用，或没有写权限。原来的文件没有动。",
    "another program may hold it, or writing is not allowed here. What was there is untouched.",
)
"""Why a file may be held, in Chinese and in English."""


def _write(target: Path, data: bytes, zh: bool, held: tuple[str, str]) -> None:
    from deckgen.writers.files import write_whole

    try:
        write_whole(target, data)
    except OSError as failure:
        fail(_refused(target, failure, zh, held))


def _refused(target: Path, failure: OSError, zh: bool, held: tuple[str, str]) -> str:
    """Say why a file could not be written and what to do."""
    if failure.errno == errno.ENOSPC:
        return (
            f"磁盘已满，没有写 {target}；原来的文件没有动。" if zh
            else f"The disk is full: {target} was not written, what was there is untouched."
        )  # fmt: skip
    if isinstance(failure, PermissionError):
        return f"不能写 {target}：{held[0]}" if zh else f"{target} cannot be written: {held[1]}"
    if isinstance(failure, FileNotFoundError):
        return (
            f"没有文件夹 {target.parent}。请先建好它。"
            if zh
            else f"There is no folder {target.parent}. Create it first."
        )
    return f"不能写 {target}：{failure.strerror}。" if zh else f"{target} cannot be written: {failure.strerror}."
