"""Decks the tests look at, built once per run."""

from __future__ import annotations

import atexit
import functools
import io
import os
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

import deckgen
from deckgen import theme_names
from deckgen.gallery import gallery_outline as gallery_text
from deckgen.theme import load_theme

ROOT = Path(__file__).parents[1]
FLAGSHIP = ROOT / "outlines" / "tiktok-cross-border.yaml"
OUTLINES = sorted((ROOT / "outlines").glob("*.yaml"))
LIMITS = sorted(path for path in (ROOT / "tests" / "stress").glob("*.yaml") if not path.stem.endswith("-over"))
SHARED = ROOT.parent / "shared"

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}


def faces_of(theme: str) -> tuple[str, ...]:
    """Return the typefaces of a theme."""
    return tuple(load_theme(theme).fonts.values())


DRAWN = {faces_of(theme): theme for theme in theme_names()}
"""A theme for each set of typefaces: themes of the same faces set every text alike, so that one is drawn for them."""


class Package:
    """A deck opened for reading: its parts as bytes and as XML."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
            self.dates = {entry.date_time for entry in archive.infolist()}

    def xml(self, name: str) -> Any:
        return etree.fromstring(self.parts[name])

    def named(self, folder: str) -> list[str]:
        """Return the parts of a folder in the order of their numbers."""
        found = [
            name for name in self.parts if name.startswith(folder) and name.endswith(".xml") and "/_rels/" not in name
        ]
        return sorted(found, key=lambda name: int("".join(filter(str.isdigit, name.rpartition("/")[2])) or 0))

    def targets(self, name: str) -> dict[str, str]:
        """Return the targets of a part's relationships by id."""
        folder, _, file = name.rpartition("/")
        rels = self.parts.get(f"{folder}/_rels/{file}.rels")
        if rels is None:
            return {}
        found = {}
        for rel in etree.fromstring(rels):
            target = rel.get("Target", "")
            path = target if rel.get("TargetMode") == "External" else os.path.normpath(f"{folder}/{target}")
            found[rel.get("Id", "")] = path
        return found


@functools.cache
def flagship(theme: str = "") -> bytes:
    return deckgen.load(FLAGSHIP, theme).to_bytes()


@functools.cache
def gallery(theme: str = "pulse") -> bytes:
    """Return a deck of every layout's example."""
    return deckgen.load(gallery_outline(), theme).to_bytes()


@functools.cache
def gallery_outline() -> Path:
    """Return an outline that holds the example of every layout, each checked alone elsewhere."""
    path = _with_pictures() / "every-layout.yaml"  # gallery.yaml is the limits of one of them
    path.write_text(gallery_text(), encoding="utf-8")
    return path


@functools.cache
def prepared(outline: Path) -> Path:
    """Return an outline that finds the project's pictures: a copy beside them of those that do not lie there."""
    beside = outline in OUTLINES or outline.parent == _with_pictures()
    return outline if beside else Path(shutil.copy(outline, _with_pictures()))


@functools.cache
def _with_pictures() -> Path:
    """Return a folder that holds the project's pictures as long as the tests run."""
    folder = Path(tempfile.mkdtemp(prefix="deckgen-outlines-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(ROOT / "assets", folder / "assets")
    return folder
