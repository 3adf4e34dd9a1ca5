"""A deck as PDF, which LibreOffice makes of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from deckgen.theme import Theme
from deckgen.writers.svg.faces import alike
from deckgen.writers.xml import escaped

_ELSEWHERE = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ),
}
"""Where LibreOffice is installed on systems that do not put it where commands are looked for."""

_PATIENCE = 60.0
"""Seconds that LibreOffice may take, besides some for each slide."""
_PER_SLIDE = 2.0


class Unconverted(Exception):
    """LibreOffice made no PDF; the message is what it said, if anything."""


def office() -> str:
    """Return the program that makes PDFs; empty where LibreOffice is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _ELSEWHERE.get(sys.platform, ()) if Path(path).exists()), "")


def pdf_of(deck: bytes, theme: Theme, count: int, slides: Sequence[int] = ()) -> bytes:
    """Return a deck of `count` slides as PDF, or some of its slides.

    LibreOffice runs with a profile of its own, so that it neither waits for one that is open nor changes its settings.

    Raises:
        Unconverted: it stumbled, or took longer than it ever should.
    """
    pages = {"PageRange": {"type": "string", "value": ",".join(map(str, slides))}} if slides else {}
    export = "pdf:impress_pdf_Export" + (f":{json.dumps(pages)}" if pages else "")
    with tempfile.TemporaryDirectory(prefix="deckgen-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "deck.pptx").write_bytes(deck)
        (folder / "fonts.conf").write_text(_stand_ins(theme), encoding="utf-8")
        command = [
            office(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", export, "--outdir", str(folder), str(folder / "deck.pptx"),
        ]  # fmt: skip
        known = {} if sys.platform == "win32" else {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=_PATIENCE + _PER_SLIDE * count, env={**os.environ, **known}
            )
        except subprocess.TimeoutExpired:
            raise Unconverted("") from None
        made = folder / "deck.pdf"
        if not made.exists():
            raise Unconverted(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
        return made.read_bytes()


def _stand_ins(theme: Theme) -> str:
    """Return what tells fontconfig which faces to take for those of a theme where they are not installed."""
    aliases = "".join(
        f'<alias binding="same"><family>{escaped(face)}</family><prefer>'
        f"{''.join(f'<family>{escaped(name)}</family>' for name in alike(face))}</prefer></alias>"
        for face in dict.fromkeys(theme.fonts.values())
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{aliases}</fontconfig>'
    )
