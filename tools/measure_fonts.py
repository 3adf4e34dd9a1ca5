"""Measures the advance widths that `deckgen.typesetting` ships, from freely licensed fonts of the same metrics.

    python tools/measure_fonts.py [--fonts FOLDER] [OUTPUT_FOLDER]

Without `--fonts` the font files are found through `fc-match`. Writes one `widths_*.py` per face.
"""

from __future__ import annotations

import argparse
import subprocess
import textwrap
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont


class Twin(NamedTuple):
    """A free font whose advance widths equal those of a face decks name."""

    face: str
    family: str
    regular: str
    bold: str


TWINS = (
    Twin("Arial", "Liberation Sans", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    Twin("Calibri", "Carlito", "Carlito-Regular.ttf", "Carlito-Bold.ttf"),
    Twin("Times New Roman", "Liberation Serif", "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    Twin("Georgia", "Gelasio", "Gelasio-Regular.ttf", "Gelasio-Bold.ttf"),
)

# Basic Latin to Latin Extended-A, Greek, Cyrillic, general punctuation, superscripts, currency, letterlike, number
# forms, arrows, operators, geometric shapes.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x370, 0x3FF),
    (0x400, 0x45F),
    (0x2010, 0x205E),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2100, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x25A0, 0x25FF),
)

Table = list[tuple[int, list[int]]]


def measure(file: Path) -> tuple[int, Table]:
    """Return the units per em and the widths of the characters in RANGES, as stretches without a hole."""
    font = TTFont(file)
    cmap, advances = font.getBestCmap() or {}, font["hmtx"].metrics
    table: Table = []
    for code in chain.from_iterable(range(first, last + 1) for first, last in RANGES):
        if code not in cmap:
            continue
        width = advances[cmap[code]][0]
        if table and table[-1][0] + len(table[-1][1]) == code:
            table[-1][1].append(width)
        else:
            table.append((code, [width]))
    units: int = getattr(font["head"], "unitsPerEm")  # noqa: B009 - fontTools adds its fields while it reads
    return units, table


def module(twin: Twin, regular: Path, bold: Path) -> str:
    """Return the source of the module that holds the widths of one face."""
    units, table = measure(regular)
    bold_units, bold_table = measure(bold)
    assert units == bold_units
    lines = [
        f'"""Advance widths of {twin.face}, measured from {twin.family}; written by tools/measure_fonts.py."""',
        "",
        "from __future__ import annotations",
        "",
        f"UNITS = {units}",
        *_constant("REGULAR", table),
        *_constant("BOLD", bold_table),
    ]
    return "\n".join(lines) + "\n"


def _constant(name: str, table: Table) -> Iterator[str]:
    yield f"{name} = ("
    for first, widths in table:
        rows = textwrap.wrap(" ".join(map(str, widths)), 108)
        if len(rows) == 1 and len(rows[0]) <= 102:
            yield f'    (0x{first:04X}, "{rows[0]}"),'
            continue
        yield "    ("
        yield f"        0x{first:04X},"
        yield from (f'        "{row} "' for row in rows[:-1])
        yield f'        "{rows[-1]}",'
        yield "    ),"
    yield ")"


def find(file: str, family: str, style: str, folder: Path | None) -> Path:
    """Return the path of a font file; raises FileNotFoundError where it is not installed."""
    if folder:
        found = folder / file
    else:
        answer = subprocess.run(
            ["fc-match", "--format=%{file}", f"{family}:style={style}"], capture_output=True, text=True, check=True
        )
        found = Path(answer.stdout)
    if found.name != file or not found.exists():
        raise FileNotFoundError(f"{family} {style} ({file}) was not found")
    return found


def main() -> None:
    """Write the modules."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--fonts", type=Path, help="folder that holds the font files")
    parser.add_argument("output", type=Path, nargs="?", default=Path("deckgen/typesetting"))
    options = parser.parse_args()
    for twin in TWINS:
        regular = find(twin.regular, twin.family, "Regular", options.fonts)
        bold = find(twin.bold, twin.family, "Bold", options.fonts)
        path = options.output / f"widths_{twin.face.split()[0].lower()}.py"
        path.write_text(module(twin, regular, bold), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
