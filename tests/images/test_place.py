"""Filling a frame: the crop, the size, the bytes."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image, ImageCms, PngImagePlugin

from deckgen.images.picture import Picture
from deckgen.images.place import HIGHEST, crop_to_fill, place
from tests.images.samples import encoded, quarters, saved, shades, turned_jpeg

SIDE, SHARE = some.integers(1, 20_000), some.floats(0, 1)


@given(SIDE, SIDE, some.floats(0.05, 20), SHARE, SHARE)
def test_a_crop_fills_the_frame_and_nothing_is_stretched(
    width: int, height: int, ratio: float, x: float, y: float
) -> None:
    left, top, right, bottom = crop = crop_to_fill((width, height), ratio, (x, y))
    assert all(0 <= edge < 1 for edge in crop)
    assert (left, right) == (0, 0) or (top, bottom) == (0, 0)
    shown = width * (1 - left - right) / (height * (1 - top - bottom))
    assert shown == pytest.approx(ratio, rel=1e-6)
    # the focus is in view
    assert left - 1e-9 <= x <= 1 - right + 1e-9
    assert top - 1e-9 <= y <= 1 - bottom + 1e-9


def test_the_focus_lies_in_the_middle_where_the_edges_allow() -> None:
    assert crop_to_fill((400, 100), 1.0) == (0.375, 0, 0.375, 0)
    assert crop_to_fill((400, 100), 1.0, (0, 0.5)) == (0, 0, 0.75, 0)
    assert crop_to_fill((400, 100), 1.0, (0.25, 0.5)) == (0.125, 0, 0.625, 0)
    assert crop_to_fill((100, 400), 1.0, (0.5, 1)) == (0, 0.75, 0, 0)
    assert crop_to_fill((160, 90), 16 / 9) == (0, 0, 0, 0)


@pytest.mark.parametrize(("kind", "extension"), [("PNG", "png"), ("JPEG", "jpg")])
def test_what_is_small_enough_is_taken_as_it_is(kind: str, extension: str, tmp_path: Path) -> None:
    path = saved(tmp_path / "a.dat", quarters(), format=kind)
    picture = place(path, 300, 300)
    assert picture == Picture(path.read_bytes(), extension, (0.125, 0, 0.125, 0), (400, 300))


@pytest.mark.parametrize(("kind", "extension"), [("PNG", "png"), ("JPEG", "jpg")])
def test_what_is_too_fine_is_shrunk(kind: str, extension: str, tmp_path: Path) -> None:
    picture = place(saved(tmp_path / "a.dat", shades(2000, 1500), format=kind), 144, 144)
    assert picture.extension == extension
    assert picture.resolution(144, 144) == pytest.approx(HIGHEST, rel=0.01)
    with Image.open(io.BytesIO(picture.data)) as image:
        assert (image.format, image.size) == (kind, picture.pixels)
    assert picture.pixels == (587, 440)


def test_a_crop_survives_the_shrinking(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", quarters(4000, 3000))
    picture = place(path, 144, 144, (0, 0.5))
    assert picture.crop == (0, 0, 0.25, 0)
    with Image.open(io.BytesIO(picture.data)) as image:
        red, green, _ = image.getpixel((20, 20))
    assert red > 200 > green


def test_equal_files_give_equal_bytes(tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG", "TIFF", "WEBP"):
        one = saved(tmp_path / "one", shades(1200, 900), format=kind)
        two = tmp_path / "two"
        two.write_bytes(one.read_bytes())
        assert place(one, 100, 100).data == place(two, 100, 100).data


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", quarters())
    assert place(path, 300, 300).pixels == (400, 300)
    saved(path, quarters(500, 300))
    assert place(path, 300, 300).pixels == (500, 300)


@pytest.mark.parametrize("kind", ["WEBP", "BMP", "TIFF"])
def test_other_formats_become_png_for_drawings_and_jpeg_for_photographs(kind: str, tmp_path: Path) -> None:
    settings = {"lossless": True} if kind == "WEBP" else {}
    drawing = saved(tmp_path / "drawing", quarters(), format=kind, **settings)
    photograph = saved(tmp_path / "photograph", shades(), format=kind, **settings)
    assert place(drawing, 300, 300).extension == "png"
    assert place(photograph, 300, 300).extension == "jpg"


def test_a_gif_becomes_png(tmp_path: Path) -> None:
    assert place(saved(tmp_path / "a.gif", quarters()), 300, 300).data.startswith(b"\x89PNG")


def test_a_turned_picture_is_turned_for_good(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(turned_jpeg(6))
    picture = place(path, 300, 400)
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.size == (300, 400)
        assert image.getexif().get(0x0112, 1) == 1
    assert picture.crop == (0, 0, 0, 0)


def test_cmyk_becomes_rgb(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(quarters(mode="CMYK"), "JPEG"))
    with Image.open(io.BytesIO(place(path, 300, 300).data)) as image:
        assert image.mode == "RGB"


def test_colors_are_those_of_every_screen_whatever_their_profile(tmp_path: Path) -> None:
    linear, usual = gamma_profile(1.0), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    grey = Image.new("RGB", (400, 300), (55, 55, 55))
    clear = Image.merge("RGBA", (*grey.split(), Image.new("L", grey.size, 99)))
    for name, image, profile, shown in (
        ("bright.jpg", grey, linear, (128, 128, 128)),
        ("clear.png", clear, linear, (128, 128, 128, 99)),
        ("usual.jpg", grey, usual, (55, 55, 55)),
        ("broken.jpg", grey, b"no profile at all" * 10, (55, 55, 55)),
        ("grey.jpg", grey.convert("L"), linear, 55),  # a profile of another kind of colours
    ):
        path = saved(tmp_path / name, image, icc_profile=profile)
        with Image.open(io.BytesIO(place(path, 144, 144).data)) as placed:
            assert alike(placed.getpixel((10, 10)), shown), name


def alike(found: Any, wanted: Any) -> bool:
    """Whether two pixels look alike."""
    pairs = zip(*(pixel if isinstance(pixel, tuple) else (pixel,) for pixel in (found, wanted)), strict=True)
    return all(abs(one - other) <= 3 for one, other in pairs)


@pytest.mark.parametrize("width", [144.0, 900.0])
@pytest.mark.parametrize("ending", ["jpg", "png"])
def test_nothing_private_goes_along(width: float, ending: str, tmp_path: Path) -> None:
    """Neither with a picture that is written anew nor with one that is taken as it is."""
    exif = Image.Exif()
    exif[0x010F] = "maker of the camera"
    path = tmp_path / f"a.{ending}"
    if ending == "jpg":
        saved(path, shades(2000, 1500), exif=exif, comment=b"a remark")
    else:
        saved(path, shades(2000, 1500), exif=exif, pnginfo=remark())
    before = path.read_bytes()
    assert b"maker" in before
    assert b"remark" in before
    picture = place(path, width, width * 0.75)
    assert b"maker" not in picture.data
    assert b"remark" not in picture.data
    with Image.open(io.BytesIO(picture.data)) as image, Image.open(path) as source:
        assert image.size == picture.pixels
        assert image.size != source.size or image.tobytes() == source.tobytes()


def gamma_profile(gamma: float) -> bytes:
    """Return the profile of a screen whose shades rise by another power than usual, its primaries those of sRGB."""
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    curve = b"curv" + struct.pack(">IIH", 0, 1, round(gamma * 256)) + b"\0\0"
    tags: dict[bytes, bytes] = {}
    for index in range(struct.unpack_from(">I", usual, 128)[0]):
        name, start, length = struct.unpack_from(">4sII", usual, 132 + 12 * index)
        tags[name] = curve if name in (b"rTRC", b"gTRC", b"bTRC") else usual[start : start + length]
    tags[b"desc"] = tags[b"desc"].replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))
    table, body, start = b"", b"", 132 + 12 * len(tags)
    for name, data in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    whole = usual[:128] + struct.pack(">I", len(tags)) + table + body
    return struct.pack(">I", len(whole)) + whole[4:]


def remark() -> PngImagePlugin.PngInfo:
    """Return a remark as a PNG file keeps it."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "a remark")
    return info
