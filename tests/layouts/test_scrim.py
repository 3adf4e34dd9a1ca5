"""The scrim of `image-full`: as thin as words on the picture allow, and no thinner."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckgen.compiler import compile_outline
from deckgen.outline.read import parse
from deckgen.scene.items import PictureBox, Shape
from deckgen.theme import load_theme
from deckgen.theme.color import contrast, mixed

OUTLINE = """
deck: {title: 遮罩}
slides:
  - layout: image-full
    title: 夜
    position: %s
    image: {file: picture.png, alt: 一张图}
"""


def stops(folder: Path, position: str, grounds: list[int], key: str = "scrim") -> tuple[tuple[float, float], ...]:
    """Return the scrim on a picture whose columns are grey, each as bright as one of `grounds`."""
    picture = Image.new("L", (len(grounds), 1))
    picture.putdata(grounds)
    picture.resize((1920, 1080), Image.Resampling.NEAREST).convert("RGB").save(folder / "picture.png")
    compiled = compile_outline(parse(OUTLINE % position, "scrim.yaml"), folder=folder)
    items = compiled.scenes[0].items
    assert any(isinstance(item, PictureBox) for item in items)
    scrim = next(item for item in items if isinstance(item, Shape) and item.key == key)
    assert scrim.look.fade
    return scrim.look.fade.stops


@pytest.mark.parametrize(("ground", "depth"), [(20, 0.6), (185, 0.75), (255, 0.8)])
def test_a_scrim_is_as_deep_as_its_picture_is_bright(tmp_path: Path, ground: int, depth: float) -> None:
    found = stops(tmp_path, "bl", [ground])
    assert found[-1] == (1, depth)
    theme = load_theme("clarity")
    under = mixed(f"{ground:02X}" * 3, theme.hex("scrim"), depth)
    assert contrast(theme.hex("on-scrim"), under) >= 4.5


def test_a_few_bright_specks_do_not_count(tmp_path: Path) -> None:
    specks = [255 if column % 50 == 0 else 20 for column in range(300)]
    assert stops(tmp_path, "bl", specks)[-1] == (1, 0.6)
    stripes = [255 if column % 10 == 0 else 20 for column in range(300)]
    assert stops(tmp_path, "bl", stripes)[-1] == (1, 0.8)


@pytest.mark.parametrize("position", ["bl", "tl", "br"])
def test_only_what_lies_below_the_words_counts(tmp_path: Path, position: str) -> None:
    words, elsewhere = ([255, 255], [20, 20]) if position == "br" else ([20, 255], [255, 20])
    assert stops(tmp_path, position, [*words, 255, 20])[-1] == (1, 0.6)
    assert stops(tmp_path, position, [*elsewhere, 20, 255 if position == "br" else 20])[-1] == (1, 0.8)


def test_the_page_number_can_be_read(tmp_path: Path) -> None:
    """Beside the words or below a picture whose words stand at its head."""
    assert stops(tmp_path, "bl", [20, 20, 20, 255])[-1] == (1, 0.75)
    assert stops(tmp_path, "tl", [20, 20, 20, 255], "number scrim")[-1] == (1, 0.8)
    with pytest.raises(StopIteration):
        stops(tmp_path, "tl", [255, 255, 255, 20], "number scrim")
