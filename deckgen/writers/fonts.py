"""The fonts of the machine, which pictures of slides are drawn with: decks and SVG only name theirs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from deckgen.theme import Theme
from deckgen.typesetting import classes
from deckgen.writers.svg.faces import alike, is_serif

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
"""Numbers of names in the `name` table of a font."""

_ITALIC = 1
"""The bit of `fsSelection` that tells an italic font."""

_UNSEEN = frozenset(" \t\n\r\u00a0\u200b\u200c\u200d\u2060\ufeff\u3000")


class Fonts(NamedTuple):
    """Fonts to draw a deck with: their files, a family for text without serifs and one for text with them.

    `missing` are the characters that no font of the machine has, `latin` the files that show a Latin face.
    """

    files: tuple[str, ...]
    sans: str
    serif: str
    missing: str
    latin: Mapping[str, tuple[str, ...]]

    def advances(self, text: str, face: str, *, bold: bool) -> float:
        """Return how wide a text set in a face is in the font that shows it, in em."""
        widths = _widths(self.latin[face], bold)
        return sum([widths.get(ord(character), 1.0) for character in text])


def fonts_for(theme: Theme, texts: Iterable[str]) -> Fonts:
    """Return the fonts that draw some texts in the faces of a theme.

    Raises:
        ImportError: what reads fonts is not installed.
    """
    needed = set("".join(texts)) - _UNSEEN
    installed = _installed()
    chosen: dict[str, list[Path]] = {}
    stand_ins: dict[str, str] = {}
    for use in ("ea", "ea_heads", "latin", "latin_heads"):
        family = next((name for name in alike(theme.fonts[use]) if name in installed), "")
        if family:
            chosen[family] = installed[family]
            stand_ins.setdefault("serif" if is_serif(theme.fonts[use]) else "sans", family)
    missing = needed - _covered(file for files in chosen.values() for file in files)
    for family, files in sorted(installed.items(), key=lambda entry: _rank(entry[0])):
        if not missing:
            break
        found = missing & _covered(files) if family not in chosen else set()
        if found:
            chosen[family] = files
            # what has the Chinese characters of the deck also stands in where none of its faces is there
            if any(map(classes.has_han, found)):
                stand_ins.setdefault("sans", family)
            missing -= found
    sans = stand_ins.get("sans") or next(iter(chosen), "")
    paths = dict.fromkeys(str(file) for files in chosen.values() for file in files)
    serif = stand_ins.get("serif", sans)
    latin = {
        face: tuple(map(str, _shown_by(face, chosen) or chosen.get(serif if is_serif(face) else sans, [])))
        for face in (theme.fonts["latin"], theme.fonts["latin_heads"])
    }
    return Fonts(tuple(paths), sans, serif, "".join(sorted(missing)), latin)


def _shown_by(face: str, chosen: Mapping[str, list[Path]]) -> list[Path]:
    return next((chosen[name] for name in alike(face) if name in chosen), [])


def _rank(family: str) -> tuple[bool, str]:
    """Order families: those for text before symbols and monospaced ones."""
    return any(word in family for word in ("Mono", "Symbol", "Emoji", "Color")), family


@cache
def _installed() -> dict[str, list[Path]]:
    """Return the files of every family on the machine."""
    families: dict[str, list[Path]] = {}
    for file in _files():
        for family in _families(file):
            families.setdefault(family, []).append(file)
    return families


def _files() -> Iterator[Path]:
    seen: set[Path] = set()
    for folder in _folders():
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if file.suffix.lower() in _SUFFIXES and file not in seen:
                seen.add(file)
                yield file


def _folders() -> Sequence[Path]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(local) / "Microsoft" / "Windows" / "Fonts",
        ]
    if sys.platform == "darwin":
        return [
            Path("/System/Library/Fonts"),
            Path("/System/Library/AssetsV2"),
            Path("/Library/Fonts"),
            home / "Library/Fonts",
        ]
    data = os.environ.get("XDG_DATA_HOME", "")
    return [
        Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path(data or home / ".local/share") / "fonts",
        home / ".fonts",
    ]  # fmt: skip


def _opened(file: Path) -> list[Any]:
    """Return the fonts in a file; none of one that cannot be read."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        if file.suffix.lower() in (".ttc", ".otc"):
            return list(TTCollection(str(file), lazy=True).fonts)
        return [TTFont(str(file), lazy=True)]
    except (TTLibError, OSError):
        return []


def _families(file: Path) -> list[str]:
    """Return the names of the families in a file, in every language it names them in."""
    names = dict.fromkeys(
        str(record)
        for font in _opened(file)
        if "name" in font
        for record in font["name"].names
        if record.nameID in (_FAMILY, _TYPOGRAPHIC_FAMILY)
    )
    return list(names)


def _covered(files: Iterable[Path]) -> set[str]:
    """Return the characters that some files have."""
    return {character for file in dict.fromkeys(files) for character in _characters(file)}


@cache
def _widths(files: tuple[str, ...], bold: bool) -> dict[int, float]:
    """Return the advances of the upright font of a weight among some files, in em, by character."""
    fonts = [font for file in files for font in _opened(Path(file)) if not font["OS/2"].fsSelection & _ITALIC]
    if not fonts:
        return {}
    wanted = 700 if bold else 400
    font = min(fonts, key=lambda some: abs(some["OS/2"].usWeightClass - wanted))
    metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
    return {code: metrics[name][0] / em for code, name in (font.getBestCmap() or {}).items()}


@cache
def _characters(file: Path) -> frozenset[str]:
    fonts = _opened(file)[:1]  # those of one collection differ in the shapes of characters
    return frozenset(map(chr, (fonts[0].getBestCmap() or {}) if fonts else ()))
