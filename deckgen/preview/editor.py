"""Opening a line of the outline in the editor that a person writes it in."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

CHOICE = "DECKGEN_EDITOR"
"""The environment variable that says how: a command in which {file} and {line} stand for the place."""

_EDITORS = {
    "code": "-g {file}:{line}",
    "cursor": "-g {file}:{line}",
    "windsurf": "-g {file}:{line}",
    "codium": "-g {file}:{line}",
    "code-insiders": "-g {file}:{line}",
    "zed": "{file}:{line}",
    "subl": "{file}:{line}",
    "pycharm": "--line {line} {file}",
    "idea": "--line {line} {file}",
    "webstorm": "--line {line} {file}",
    "notepad++": "-n{line} {file}",
    "kate": "--line {line} {file}",
    "gedit": "{file} +{line}",
    "mate": "-l {line} {file}",
}
"""The arguments with which editors that have windows of their own open a line, the commonest first."""

_APPLICATIONS = {
    "code": "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code",
    "cursor": "/Applications/Cursor.app/Contents/Resources/app/bin/cursor",
    "subl": "/Applications/Sublime Text.app/Contents/SharedSupport/bin/subl",
}
"""Where macOS keeps editors whose command was not put on the path."""


def open_line(file: Path, line: int) -> str:
    """Open a file at a line in the editor, without waiting for it, and return the editor's name; empty where there is none."""
    try:
        command = _command()
        if not command:
            return ""
        words = [word.replace("{line}", str(line)).replace("{file}", str(file)) for word in command]
        subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):  # a command that is not there, or whose quotes do not close
        return ""
    return Path(words[0]).stem


def _command() -> Sequence[str]:
    """Return the words of the command that opens a line: the one asked for, else that of an editor which is there."""
    wanted = os.environ.get(CHOICE, "")
    if wanted:
        words = shlex.split(wanted, posix=os.name != "nt")
        return words if any("{file}" in word for word in words) else [*words, "{file}"]
    for name, arguments in _EDITORS.items():
        found = shutil.which(name) or _APPLICATIONS.get(name, "")
        if found and Path(found).exists():
            return [found, *arguments.split()]
    return ()
