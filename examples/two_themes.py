"""Builds one outline in every theme and says what the outline could still do better.

python examples/two_themes.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

import deckgen

OUTLINE = Path(__file__).parents[1] / "outlines" / "tiktok-cross-border.yaml"


def main(folder: Path) -> None:
    """Write one deck per theme into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for problem in deckgen.check(OUTLINE):
        print(problem)
    for theme in deckgen.theme_names():
        print(deckgen.build(OUTLINE, folder / f"{OUTLINE.stem}-{theme}.pptx", theme=theme))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build"))
