"""From the name an outline writes to a file: in the outline's folder or the `assets` beside it, never on the network."""

from __future__ import annotations

import re
import stat
from itertools import islice
from pathlib import Path

from deckgen.images.unusable import Unusable
from deckgen.problems import Kind, suggest

ADDRESS = Kind(
    "file-address", "error",
    "「{name}」是网址；文件不从网络取。", "“{name}” is an address; nothing is fetched from a network.",
    "请先把它存到大纲所在的文件夹，再写文件名。", "Save it beside the outline and name the file.",
)  # fmt: skip
OUTSIDE = Kind(
    "file-outside", "error",
    "文件「{name}」不在大纲所在的文件夹里。", "The file “{name}” lies outside the outline's folder.",
    "请把它复制进来，或放进旁边的 assets 文件夹；若确实要用别处的文件，请加 --allow-outside。",
    "Copy it there, or to the folder ../assets; to use files from elsewhere all the same, add --allow-outside.",
)  # fmt: skip
MISSING = Kind(
    "file-missing", "error",
    "找不到文件「{name}」。", "There is no file “{name}”.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
NOT_A_FILE = Kind(
    "not-a-file", "error",
    "「{name}」不是文件。", "“{name}” is not a file.",
    "请写出文件的名字。", "Write the name of a file.",
)  # fmt: skip
UNREADABLE = Kind(
    "file-unreadable", "error",
    "文件「{name}」打不开。", "The file “{name}” cannot be opened.",
    "请检查文件名和读取权限。", "Look at its name and at the permission to read it.",
)  # fmt: skip

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|(?:data|file):|//", re.IGNORECASE)
_MOST_NAMES = 5000
_ASSETS = "assets"


def locate(written: str, folder: Path, allow_outside: bool = False) -> Path:
    """Return the file that `written` names from `folder`, links followed; `\\` stands for `/`.

    Projects keep their outlines in one folder and what they show in another: `assets` beside the outline's folder is open
    to it too.

    Raises:
        Unusable: it names no regular file, an address, or, unless `allow_outside`, a file outside both folders.
    """
    name = written.strip()
    slashed = name.replace("\\", "/")
    # `//server/share` is an address too: only to look at it would make Windows call the server
    if _ADDRESS.match(slashed):
        raise Unusable(ADDRESS, name=_shortened(name))
    try:
        path = (folder / slashed).resolve()
        # asked before whether it exists: an outline has no business knowing what else the disk holds
        home = folder.resolve()
        if not allow_outside and not any(map(path.is_relative_to, (home, home.parent / _ASSETS))):
            raise Unusable(OUTSIDE, name=name)
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(name, folder / slashed) from None
    except (OSError, ValueError, RuntimeError):  # no permission; a NUL or too many characters; links in a circle
        raise Unusable(UNREADABLE, name=_shortened(name)) from None
    if not stat.S_ISREG(mode):
        raise Unusable(NOT_A_FILE, name=name)
    return path


def _missing(name: str, path: Path) -> Unusable:
    try:
        names = sorted(entry.name for entry in islice(path.parent.iterdir(), _MOST_NAMES) if entry.is_file())
    except OSError:
        names = []
    near = suggest(path.name, names)
    if near:
        near = name[: len(name) - len(path.name)] + near
    return Unusable(
        MISSING,
        name=name,
        help_zh=f"是不是「{near}」？" if near else "请检查文件名；路径从大纲所在的文件夹算起。",
        help_en=f"Did you mean “{near}”?" if near else "Look at its name; paths start at the outline's folder.",
    )


def _shortened(name: str) -> str:
    return name if len(name) <= 80 else f"{name[:79]}…"
