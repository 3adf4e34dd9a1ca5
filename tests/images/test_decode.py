"""Opening pictures: what is refused and why, and that nothing escapes as another error."""

from __future__ import annotations

import contextlib
import random
import time
import tracemalloc
from pathlib import Path

import pytest
from PIL import Image

from deckgen.images import decode
from deckgen.images.decode import decoded, read_source
from deckgen.images.unusable import Unusable
from tests.images.samples import encoded, png_bomb, quarters, shades, turned_jpeg

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")


def reason(path: Path) -> str:
    with pytest.raises(Unusable) as caught:
        decoded(read_source(path))
    return caught.value.kind.code


def file_of(folder: Path, data: bytes, name: str = "picture.png") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_known_by_its_bytes_not_its_name(kind: str, tmp_path: Path) -> None:
    source = read_source(file_of(tmp_path, encoded(quarters(), kind), "picture.dat"))
    assert (source.format, source.size) == (kind, (400, 300))
    assert decoded(source).mode in ("RGB", "L", "RGBA")


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_cut_short(kind: str, tmp_path: Path) -> None:
    data = encoded(shades(), kind)
    for length in (0, 3, 11, 40, len(data) // 2):
        assert reason(file_of(tmp_path, data[:length])) in ("picture-broken", "picture-format")
    assert reason(file_of(tmp_path, data[: len(data) * 3 // 4])) == "picture-broken"


@pytest.mark.parametrize("kind", FORMATS)
def test_damaged_bytes_never_raise_anything_else(kind: str, tmp_path: Path) -> None:
    whole, chance = encoded(shades(60, 40), kind), random.Random(kind)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(Unusable):
            decoded(read_source(file_of(tmp_path, bytes(data))))


@pytest.mark.parametrize("size", [(9000, 9000), (20000, 20000), (60000, 60000), (2**31 - 1, 1)])
def test_a_bomb_is_refused_by_its_header(size: tuple[int, int], tmp_path: Path) -> None:
    path = file_of(tmp_path, png_bomb(*size)) if size[0] < 100_000 else file_of(tmp_path, png_bomb(8, 8)[:16] + b"\x7f")
    tracemalloc.start()
    start = time.perf_counter()
    code = reason(path)
    assert time.perf_counter() - start < 0.5
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert code == ("picture-too-many-pixels" if size[0] < 100_000 else "picture-broken")


def test_the_largest_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file_of(tmp_path, encoded(quarters(), "BMP"))
    monkeypatch.setattr(decode, "LARGEST", path.stat().st_size)
    read_source(path)
    monkeypatch.setattr(decode, "LARGEST", path.stat().st_size - 1)
    assert reason(path) == "picture-too-large"


def test_a_jpeg_of_endless_passes(tmp_path: Path) -> None:
    data = encoded(quarters(), "JPEG", progressive=True)
    decoded(read_source(file_of(tmp_path, data)))
    at = data.rindex(b"\xff\xda")
    assert reason(file_of(tmp_path, data[:at] + data[at:-2] * 200 + data[-2:])) == "picture-broken"


@pytest.mark.parametrize(
    ("data", "code", "named"),
    [
        (b"%PDF-1.7\n", "picture-vector", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "picture-vector", "EPS"),
        (b"\x01\0\0\0" + b"\0" * 36 + b" EMF", "picture-vector", "EMF"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 16, "picture-format", "HEIC"),
        (b"\0\0\0\x18ftypavif" + b"\0" * 16, "picture-format", "AVIF"),
        (b"8BPS\0\x01", "picture-format", "PSD"),
        (b"Not a picture at all", "picture-format", "unknown"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "picture-format", "unknown"),
    ],
)
def test_formats_that_cannot_be_used_are_named(data: bytes, code: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(Unusable) as caught:
        read_source(file_of(tmp_path, data))
    assert caught.value.kind.code == code
    assert named in str({**caught.value.facts, "zh": ""})


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = file_of(tmp_path, b"")
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(Unusable) as caught:
        read_source(path)
    assert caught.value.kind.code == "file-unreadable"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_as_it_was_seen(orientation: int, tmp_path: Path) -> None:
    source = read_source(file_of(tmp_path, turned_jpeg(orientation)))
    image = decoded(source, (400, 400))
    on_its_side = orientation >= 5
    assert image.size == source.size == ((300, 400) if on_its_side else (400, 300))
    assert source.turned == (orientation != 1)
    names = {1: "rgbw", 2: "grwb", 3: "wbgr", 4: "bwrg", 5: "rbgw", 6: "brwg", 7: "wgbr", 8: "gwrb"}
    assert "".join(_name(image, x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)) == names[orientation]


def test_a_turned_tiff(tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    quarters().save(path, tiffinfo={0x0112: 6})
    image = decoded(read_source(path))
    assert image.size == (300, 400)
    assert _name(image, 0.25, 0.25) == "b"


@pytest.mark.parametrize(
    ("mode", "kind", "becomes"),
    [
        ("CMYK", "JPEG", "RGB"), ("CMYK", "TIFF", "RGB"), ("P", "PNG", "RGB"), ("1", "PNG", "L"), ("L", "JPEG", "L"),
        ("LA", "PNG", "RGB"), ("RGBA", "PNG", "RGB"), ("LAB", "TIFF", "RGB"),
    ],
)  # fmt: skip
def test_every_mode_becomes_a_plain_one(mode: str, kind: str, becomes: str, tmp_path: Path) -> None:
    """Also where there is an alpha channel that lets nothing through."""
    base = quarters()
    image = Image.new("LAB", base.size) if mode == "LAB" else base.convert(mode)
    assert decoded(read_source(file_of(tmp_path, encoded(image, kind)))).mode == becomes


def test_cmyk_keeps_its_colors(tmp_path: Path) -> None:
    image = decoded(read_source(file_of(tmp_path, encoded(quarters(mode="CMYK"), "JPEG"))), (400, 300))
    assert "".join(_name(image, x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)) == "rgbw"


def test_transparency_stays(tmp_path: Path) -> None:
    clear = quarters().convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    palette = quarters().convert("P")
    keyed = encoded(palette, "GIF", transparency=palette.getpixel((0, 0)))
    for data in (encoded(clear, "PNG"), encoded(clear, "WEBP", lossless=True), keyed):
        assert decoded(read_source(file_of(tmp_path, data))).mode == "RGBA"


def test_sixteen_bits_a_pixel_keep_their_shades(tmp_path: Path) -> None:
    image = Image.new("I;16", (3, 1))
    for x, value in enumerate((0, 0x8000, 0xFFFF)):
        image.putpixel((x, 0), value)
    shown = decoded(read_source(file_of(tmp_path, encoded(image, "PNG"))))
    assert [shown.getpixel((x, 0)) for x in range(3)] == [0, 128, 255]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_is_refused(kind: str, tmp_path: Path) -> None:
    second = Image.new("RGB", (400, 300), (0, 0, 0))
    assert (
        reason(file_of(tmp_path, encoded(quarters(), kind, save_all=True, append_images=[second]))) == "picture-moving"
    )
    assert decoded(read_source(file_of(tmp_path, encoded(quarters(), kind)))).size == (400, 300)


def test_of_several_pages_the_first(tmp_path: Path) -> None:
    second = Image.new("RGB", (400, 300), (0, 0, 0))
    data = encoded(quarters(), "TIFF", save_all=True, append_images=[second])
    assert _name(decoded(read_source(file_of(tmp_path, data))), 0.25, 0.25) == "r"


def _name(image: Image.Image, x: float, y: float) -> str:
    """Return which of the four colours stands at a place."""
    pixel = image.convert("RGB").getpixel((int(image.width * x), int(image.height * y)))
    assert isinstance(pixel, tuple)
    red, green, blue = pixel
    if min(red, green, blue) > 200:
        return "w"
    return max((red, "r"), (green, "g"), (blue, "b"))[1]
