"""The pictures of a talk: which of them an outline can use, and what they are called there."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from deckgen.markdown.talk import Block, Columns, Left, Picture, TalkSlide
from deckgen.problems import Problem


class Pictures:
    """Which pictures an outline can use, and what their files are called from its folder."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.unused: list[tuple[Picture, str, str]] = []

    def named(self, picture: Picture) -> Picture | None:
        """Return the picture as the outline names it, None where it cannot be used."""
        from deckgen.images.decode import decoded, read_source
        from deckgen.images.locate import locate
        from deckgen.images.unusable import Unusable

        name = picture.file
        if not re.match(r"[a-z][a-z0-9+.-]*:|//", name, re.IGNORECASE):
            try:
                inside = os.path.relpath(self.home.resolve() / name.lstrip("/"), self.folder.resolve())
            except (ValueError, OSError):  # another drive; a name no file can have
                inside = name
            name = Path(inside).as_posix()
        try:
            source = read_source(locate(name, self.folder))
            decoded(source)
        except Unusable as reason:
            problem = Problem(reason.kind, facts=reason.facts)
            hints = [Problem(problem.kind, facts=problem.facts, lang=lang) for lang in ("zh", "en")]
            self.unused.append((picture, hints[0].message, hints[1].message))
            return None
        width, height = source.size
        return replace(picture, file=name, ratio=width / height)


def with_pictures(slide: TalkSlide, pictures: Pictures) -> TalkSlide:
    """Return a slide whose pictures can be used; of others the name is left for the notes."""
    return replace(slide, blocks=_usable(slide.blocks, pictures))


def _usable(blocks: Sequence[Block], pictures: Pictures) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Picture):
            usable = pictures.named(block)
            found.append(usable if usable else Left("picture", f"{block.alt} {block.file}".strip(), block.line))
        elif isinstance(block, Columns):
            found.append(replace(block, columns=tuple(_usable(column, pictures) for column in block.columns)))
        else:
            found.append(block)
    return tuple(found)
