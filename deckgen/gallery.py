"""The gallery: a deck of every layout's example, each named above its title, with when to use it in the notes."""

from __future__ import annotations

from pathlib import Path

from deckgen.layouts import Layout, find_layout, layout_names


def gallery_outline(names: list[str] | None = None) -> str:
    """Return an outline with the example of every layout, or of some, family by family."""
    layouts = sorted(map(find_layout, names or layout_names()), key=lambda layout: (layout.family.rank, layout.name))
    return "deck: {title: 版式总览, lang: zh-CN}\nslides:\n" + "".join(map(_slide, layouts))


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
