"""The gallery: a deck of every layout's example, each named above its title, with when to use it in the notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckgen.layouts import Layout, find_layout, layout_names


def ordered_layouts(names: Sequence[str] | None = None) -> list[Layout]:
    """Return all layouts, or those of some names, family by family."""
    found = map(find_layout, layout_names() if names is None else names)
    return sorted(found, key=lambda layout: (layout.family.rank, layout.name))


def gallery_outline(names: Sequence[str] | None = None) -> str:
    """Return an outline with the example of every layout, or of some."""
    slides = "".join(map(_slide, ordered_layouts(names)))
    return f"deck: {{title: 版式总览, lang: zh-CN}}\nslides:\n{slides}"


def picture_folder() -> Path:
    """Return the folder that the pictures of the examples are named from.

    An installed deckgen carries them beside its code; in a checkout they are the project's own.
    """
    package = Path(__file__).parent
    return package if (package / "assets").is_dir() else package.parent


def _slide(layout: Layout) -> str:
    example = layout.example.strip().replace("\n", "\n    ")
    when = layout.doc.strip().replace("\n", "\n      ")
    return f"  - {example}\n    kicker: {layout.name} · {layout.name_zh}\n    notes: |-\n      {when}\n"
