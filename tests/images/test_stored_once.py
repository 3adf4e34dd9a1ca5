"""A picture that stands at several places is stored once."""

from __future__ import annotations

import re
from pathlib import Path

import deckgen
from tests.decks import Package
from tests.images.samples import saved, shades

IMAGE = "image: {file: photo.jpg, alt: 仓库里的团队, focus: %s}"
SMALL = "  - layout: gallery\n    title: 团队都在现场\n    items:\n" + f"      - {{{IMAGE}}}\n" * 4
LARGE = f"  - layout: image-full\n    title: 团队都在现场\n    {IMAGE}\n"


def test_each_file_is_stored_once_as_large_as_its_largest_place_needs(tmp_path: Path) -> None:
    saved(tmp_path / "photo.jpg", shades(3000, 1500))
    outline = tmp_path / "deck.yaml"

    def built(slides: str) -> tuple[Package, bytes]:
        outline.write_text(f"deck: {{title: 复盘, lang: zh-CN}}\nslides:\n{slides}", encoding="utf-8")
        package = Package(deckgen.load(outline).to_bytes())
        (stored,) = (data for name, data in package.parts.items() if name.startswith("ppt/media/"))
        return package, stored

    small, large = SMALL % ("left", "top", "right", "center"), LARGE % "left"
    package, together = built(small + large)
    assert together == built(large)[1]
    assert len(built(small)[1]) < len(together) / 2
    crops = re.findall(rb"<a:srcRect[^>]*>", package.parts["ppt/slides/slide1.xml"])
    assert len(crops) == 4 and len(set(crops)) == 3, "top and centre show the same of a wide picture"
