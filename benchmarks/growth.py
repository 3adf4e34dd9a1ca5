"""Prints the CPU milliseconds per slide of each outline named, built in one warm process.

Imports and the first build of anything are left out: what remains is what a slide costs in a deck of that size.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import process_time

import deckgen


def cost_per_slide(outline: Path, slides: int, repeats: int) -> float:
    """Return the milliseconds one slide takes, over so many builds of the outline."""
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        for _ in range(repeats):
            deckgen.build(outline, Path(folder) / "deck.pptx")
        return (process_time() - start) * 1000 / slides / repeats


def main() -> None:
    """Measure outlines given as `SLIDES=FILE`, smallest first; small ones are built several times over."""
    sizes = [(int(count), Path(file)) for count, _, file in (word.partition("=") for word in sys.argv[1:])]
    cost_per_slide(sizes[0][1], sizes[0][0], 2)
    for count, file in sizes:
        print(f"{cost_per_slide(file, count, max(1, 200 // count)):.4f}")


if __name__ == "__main__":
    main()
