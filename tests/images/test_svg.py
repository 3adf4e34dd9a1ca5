"""SVG drawings: what is refused, what they look like, how a deck holds them."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.images.decode import decoded, read_source
from deckgen.images.place import place
from deckgen.images.unusable import Unusable
from tests.decks import NS, Package
from tests.images.samples import drawing

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30"'
LAUGHS = "".join(f'<g id="l{n}">{f"""<use href="#l{n + 1}"/>""" * 10}</g>' for n in range(30)) + '<g id="l30"/>'
MARKED = f'<marker id="m">{"<path/>" * 900}</marker><path marker-mid="url(#m)" d="{"L1 1" * 900}"/>'


def file_of(folder: Path, text: str | bytes) -> Path:
    path = folder / "drawing.svg"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def reason(path: Path) -> str:
    with pytest.raises(Unusable) as caught:
        decoded(read_source(path))
    return caught.value.kind.code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (drawing("<script>1</script>"), "picture-svg-unsafe"),
        (drawing('<rect onload="x()"/>'), "picture-svg-unsafe"),
        (drawing('<a href="javascript:x()"/>'), "picture-svg-unsafe"),
        (drawing('<a href="&#106;avascript:x()"/>'), "picture-svg-unsafe"),
        (drawing('<use xlink:href="file:///etc/passwd"/>', XLINK), "picture-svg-unsafe"),
        (drawing('<use href="//example.com/a.svg#b"/>'), "picture-svg-unsafe"),
        (drawing('<rect fill="url(https://example.com/a#b)"/>'), "picture-svg-unsafe"),
        (drawing('<rect style="fill: url( \'http://example.com/a\' )"/>'), "picture-svg-unsafe"),
        (drawing("<style>@import 'a.css';</style>"), "picture-svg-unsafe"),
        (drawing("<style>rect { fill: u\\72l(http://example.com) }</style>"), "picture-svg-unsafe"),
        (drawing("<style><![CDATA[rect { fill: url(a.png) }]]></style>"), "picture-svg-unsafe"),
        (drawing("<foreignObject/>"), "picture-svg-unsafe"),
        ("<?xml-stylesheet href='a.css'?>" + drawing(), "picture-svg-unsafe"),
        ("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" + drawing("<desc>&a;</desc>"), "picture-svg-unsafe"),
        ("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + drawing("<desc>&a;</desc>"), "picture-svg-unsafe"),
        (drawing("<text>deckgen</text>"), "picture-svg-beyond"),
        (drawing('<image href="data:image/png;base64,AAAA"/>'), "picture-svg-beyond"),
        (drawing('<rect><animate attributeName="x"/></rect>'), "picture-svg-beyond"),
        (drawing('<filter id="f"/>'), "picture-svg-beyond"),
        (drawing(LAUGHS), "picture-svg-complex"),
        (drawing(MARKED), "picture-svg-complex"),
        (drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "picture-svg-complex"),
        (drawing("<g>" * 200 + "</g>" * 200), "picture-svg-complex"),
        (drawing("<g/>" * 30_001), "picture-svg-complex"),
        (drawing("<path d='" + "L1 1" * 1_500_000 + "'/>"), "picture-svg-complex"),
        (drawing(attributes=""), "picture-svg-size"),
        (drawing(attributes='viewBox="0 0 0 30"'), "picture-svg-size"),
        (drawing(attributes='width="100%" height="100%"'), "picture-svg-size"),
        (drawing(attributes='viewBox="0 0 1000000 1"'), "picture-svg-size"),
        (drawing("<rect>"), "picture-broken"),
        (drawing()[:-3], "picture-broken"),
        ('<svg viewBox="0 0 40 30"/>', "picture-broken"),
        (drawing().encode("utf-16"), "picture-format"),
    ],
)  # fmt: skip
def test_what_is_no_plain_drawing_ends_in_one_line(text: str | bytes, code: str, tmp_path: Path) -> None:
    start = time.perf_counter()
    assert reason(file_of(tmp_path, text)) == code
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 40 30"', (40, 30)),
        ('width="2in" height="96" viewBox="0 0 4 2"', (192, 96)),
        ('width="100%" viewBox="0,0,80,20"', (80, 20)),
    ],
)
def test_the_size_of_a_drawing(attributes: str, size: tuple[int, int], tmp_path: Path) -> None:
    assert read_source(file_of(tmp_path, drawing(attributes=attributes))).size == size


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + drawing(),
        "<?xml version='1.0' encoding='UTF-8'?>\n<!-- drawn by hand -->\n" + drawing(),
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + drawing(),
        drawing('<style>.a { fill: url(#g) }</style><linearGradient id="g"><stop stop-color="red"/></linearGradient>'
                '<rect class="a" width="40" height="30"/>'),
        drawing('<a href="#top" id="top"><rect width="40" height="30" fill="red"/></a>'),
    ],
)  # fmt: skip
def test_a_drawing_is_as_sharp_as_its_place_and_equal_each_time(text: str, tmp_path: Path) -> None:
    picture = place(file_of(tmp_path, text), 288, 216)
    assert picture.svg == text.encode()
    assert picture.pixels == (880, 660)
    place.__globals__["_placed"].cache_clear()
    assert place(tmp_path / "drawing.svg", 288, 216) == picture
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.convert("RGB").getpixel((440, 330)) == (255, 0, 0)


def test_without_the_package_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    file_of(tmp_path, drawing())
    outline = tmp_path / "deck.yaml"
    outline.write_text(OUTLINE, encoding="utf-8")
    (problem,) = [problem for problem in deckgen.load(outline).check() if problem.severity == "error"]
    assert str(problem) == (
        f'{outline}:7:19: 「drawing.svg」是 SVG，还缺一个部件才能用。 请运行 pip install "deckgen[svg]"；或把它导出为 PNG。'
    )


def test_a_deck_holds_the_drawing_and_its_pixels_as_powerpoint_saves_them(tmp_path: Path) -> None:
    text = drawing()
    file_of(tmp_path, text)
    outline = tmp_path / "deck.yaml"
    outline.write_text(OUTLINE, encoding="utf-8")
    package = Package(deckgen.load(outline).to_bytes())
    (blip,) = package.xml("ppt/slides/slide1.xml").iter(f"{{{NS['a']}}}blip")
    targets = package.targets("ppt/slides/slide1.xml")
    rid = f"{{{NS['r']}}}embed"
    assert [extension.get("uri") for extension in blip.iter(f"{{{NS['a']}}}ext")] == [
        "{28A0092B-C50C-407E-A947-70E740481C1C}", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}",
    ]  # fmt: skip
    (svg,) = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
    assert targets[blip.get(rid)].endswith(".png")
    assert package.parts[targets[svg.get(rid)]] == text.encode()
    assert b'<Default Extension="svg" ContentType="image/svg+xml"/>' in package.parts["[Content_Types].xml"]


OUTLINE = """\
deck: {title: 季度复盘, lang: zh-CN}
slides:
  - layout: image-right
    title: 团队都在现场
    source: 示例
    text: 从仓库到直播间，每个环节都有人盯着。
    image: {file: drawing.svg, alt: 仓库里的团队}
"""
