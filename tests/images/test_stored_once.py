"""A picture that stands at several places is stored once."""

from __future__ import annotations

from pathlib import Path

import deckgen
from tests.decks import Package
from tests.images.samples import saved, shades

SLIDE = """
  - layout: {layout}
    title: 团队都在现场
    text: 从仓库到直播间，每个环节都有人盯着。
    image: {{file: photo.jpg, alt: 仓库里的团队, focus: {focus}}}
"""


def test_each_file_is_stored_once_as_large_as_its_largest_place_needs(tmp_path: Path) -> None:
    saved(tmp_path / "photo.jpg", shades(3000, 1500))
    slides = [("image-right", "left"), ("image-left", "top"), ("image-right", "right")]
    outline = tmp_path / "deck.yaml"
    alone = set()
    for chosen in (slides, slides[:1], slides[1:2]):
        body = "".join(SLIDE.format(layout=layout, focus=focus) for layout, focus in chosen)
        outline.write_text(f"deck: {{title: 复盘, lang: zh-CN}}\nslides:{body}", encoding="utf-8")
        package = Package(deckgen.load(outline).to_bytes())
        stored = [data for name, data in package.parts.items() if name.startswith("ppt/media/")]
        assert len(stored) == 1
        alone.add(len(stored[0]))
        if chosen is slides:
            crops = {package.parts[name].partition(b"<a:srcRect")[2][:30] for name in package.named("ppt/slides/")}
            assert len(crops) == 3
            together = len(stored[0])
    assert together == max(alone)
