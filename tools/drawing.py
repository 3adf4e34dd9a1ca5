"""Draws decks as pictures: LibreOffice makes the pages, poppler the pictures, with the preview fonts of the design system."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>微软雅黑</family><prefer><family>Noto Sans CJK SC</family></prefer></alias>
<alias binding="same"><family>思源宋体</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>
<alias binding="same"><family>Georgia</family><prefer><family>Liberation Serif</family></prefer></alias>
</fontconfig>
"""


def can_draw() -> bool:
    """Return whether the programs that draw are installed."""
    return bool(shutil.which("soffice") and shutil.which("pdftoppm"))


def render(*decks: bytes) -> list[Path]:
    """Return the PDFs LibreOffice makes of decks, in one start: it takes longer to start than to draw a short one."""
    home, folder = _home(), _folder("deckgen-render-")
    files = [folder / f"deck-{number}.pptx" for number in range(len(decks))]
    for file, data in zip(files, decks, strict=True):
        file.write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to", "pdf", "--outdir",
         str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=240, env={**os.environ, "FONTCONFIG_FILE": str(home / "fonts.conf")},
    )  # fmt: skip
    return [file.with_suffix(".pdf") for file in files]


@functools.cache
def _home() -> Path:
    """Return LibreOffice's own folder, one for the process: a new one for each deck would double the time it takes."""
    home = _folder("deckgen-office-")
    (home / "fonts.conf").write_text(FONTS, encoding="utf-8")
    return home


def _folder(prefix: str) -> Path:
    """Return a new folder that is there until the program ends."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def pictures(data: bytes, resolution: int = 96) -> list[Path]:
    """Return a PNG for each slide of a deck, in order; at 96 dots per inch a slide is 1,280 pixels wide."""
    (pdf,) = render(data)
    subprocess.run(["pdftoppm", "-png", "-r", str(resolution), str(pdf), str(pdf.with_name("slide"))], check=True)
    return sorted(pdf.parent.glob("slide-*.png"))
