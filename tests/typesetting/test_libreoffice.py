"""Real lines: LibreOffice sets the paragraphs, and breaks them where the typesetter said it would."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from deckgen.content.run import Run
from deckgen.typesetting import Typesetter

# LibreOffice rounds font sizes to whole hundredths of a millimetre and more: a line may hold that much more or less.
ROUNDING = 0.004

TEXTS = [
    "TikTok坐拥十亿级流量，补齐四类短板后直播电商才能跑通，先建立信任再放大流量。",
    "月活12亿+、下载30亿+；美国用户62%为10–29岁，数据来自Statista，2020年。",
    "月活超12亿、下载破30亿，TikTok已是卖家难以忽视的流量池，渠道值得评估。",
    "媒体披露的目标一年内要翻十余倍（20亿美元→230亿美元），不少人认为难以实现。",
    "2021年推出直播电商，2022年年中便传出收缩与辟谣两种消息，真伪未定。",
    "成因：入驻只需本地退货仓、绑定账户与商品；中小卖家以超低价抢市场；靠人力扩张签约博主。",
    "Newme创始人：“TikTok直播，眼下不太适合做品牌。”月GMV达百万美元级，直播间场均约1000英镑。",
    "95%+来自电商平台，50%+来自品牌官网或沃尔玛、家乐福等企业线上平台，口径不同。",
    "据《财经时报》③，鼓励加班、批评请假、转发熬夜照片——人才流失压力上升……",
    "第5个安装量超30亿次的非游戏应用，其余4款同属Facebook系（2014年1月以来）。",
    "VISX.live联合创始人的看法是，普通人打开社交媒体并不是为了购物（转述）。",
    "质量第一，建立品牌；物流自动化、智能化、信息化；引育复合型人才、吸纳当地人才。",
    "跨境电商的增长来自3个来源:平台流量、品牌复购和线下渠道,其中约62%由短视频带来(2022年)。",
    "直播GMV、UV与ROI三项指标，A/B测试显示+12%/-3%的差异，5G+时代更明显。",
    "Live commerce grew 12.5% year-on-year to US$2bn, but half-hearted localisation held sellers back in 2022–2023.",
    "Build trust first, then buy traffic: quality, logistics (automated), talent – and local partners – in that order.",
    "We don’t know whether “short video” converts; the team’s A/B test says it does for 62% of users aged 10–29.",
    "海外用户为消遣打开TikTok，真正要买东西时另有去处：亚马逊、沃尔玛与品牌官网。",
    "“先信任，后流量”是一句话的结论；“TikTok Shop”的卖家却常常反过来做。",
    "0.99包邮与大牌破价；山寨、名不副实、空盒包装；部分博主称几乎没有收入。",
]


class Box(NamedTuple):
    text: str
    size: int
    width: float
    bold: bool


def boxes() -> list[Box]:
    """Two boxes for each text, from narrow columns to full lines."""
    sizes, ems = cycle((14, 16, 18, 20, 24, 28)), cycle((9.3, 21.4, 12.6, 17.2, 7.7, 14.5, 25.1))
    found = []
    for number, text in enumerate(TEXTS * 2):
        size = next(sizes)
        found.append(Box(text, size, round(size * next(ems), 1), number % 3 == 2))
    return found


def write(path: Path) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    for box in boxes():
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        frame = slide.shapes.add_textbox(Pt(20), Pt(10), Pt(box.width), Pt(500)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        paragraph = frame.paragraphs[0]._p
        shape = etree.SubElement(paragraph, qn("a:pPr"))
        shape.attrib.update({"hangingPunct": "0", "eaLnBrk": "1", "latinLnBrk": "0"})
        run = etree.SubElement(paragraph, qn("a:r"))
        style = etree.SubElement(run, qn("a:rPr"))
        style.attrib.update({"lang": "en-US" if box.text.isascii() else "zh-CN", "sz": str(box.size * 100)})
        style.attrib["b"] = str(int(box.bold))
        etree.SubElement(style, qn("a:latin")).attrib["typeface"] = "Arial"
        etree.SubElement(style, qn("a:ea")).attrib["typeface"] = "微软雅黑"
        etree.SubElement(run, qn("a:t")).text = box.text
    deck.save(str(path))


def convert(deck: Path) -> Path:
    fonts = deck.with_name("fonts.conf")
    fonts.write_text(
        "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
        "<include ignore_missing='yes'>/etc/fonts/fonts.conf</include>"
        "<alias binding='same'><family>微软雅黑</family><accept><family>Noto Sans CJK SC</family></accept></alias>"
        "</fontconfig>",
        encoding="utf-8",
    )
    profile = f"-env:UserInstallation={(deck.parent / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(deck.parent), str(deck)],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        check=True,
        capture_output=True,
        timeout=240,
    )
    return deck.with_suffix(".pdf")


def read(pdf: Path) -> list[list[str]]:
    """Return the lines of each page, without spaces, by the baselines of its characters."""
    library: Any = import_module("pypdfium2")
    pdfium: Any = import_module("pypdfium2.raw")
    pages = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for page in library.PdfDocument(str(pdf)):
        text = page.get_textpage()
        lines: list[str] = []
        baseline = -1.0
        for index in range(pdfium.FPDFText_CountChars(text.raw)):
            character = chr(pdfium.FPDFText_GetUnicode(text.raw, index)).replace("\x02", "-")  # a hyphen at a line end
            if pdfium.FPDFText_IsGenerated(text.raw, index) == 1 or not character.strip("\0\ufffe \r\n"):
                continue
            pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
            if abs(y.value - baseline) > 6:
                lines.append("")
            baseline = y.value
            lines[-1] += character
        pages.append(lines)
    return pages


def predictions(box: Box) -> list[list[str]]:
    """Return the lines at the width of a box, and at what rounding makes of it."""
    typesetter = Typesetter("zh-CN")
    return [
        [
            line.replace(" ", "")
            for line in typesetter.wrap([Run(box.text)], box.size, box.width * share, bold=box.bold).lines
        ]
        for share in (1, 1 - ROUNDING, 1 + ROUNDING)
    ]


@pytest.mark.render
def test_libreoffice_breaks_lines_where_the_typesetter_says(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        if os.environ.get("DECKGEN_RENDER") == "1":
            pytest.fail("LibreOffice (soffice) is not installed")
        pytest.skip("LibreOffice (soffice) is not installed")
    write(tmp_path / "lines.pptx")
    total = missed = 0
    report = []
    for box, lines in zip(boxes(), read(convert(tmp_path / "lines.pptx")), strict=True):
        total += len(lines)
        misses = min(sum(line not in predicted for line in lines) for predicted in predictions(box))
        if misses:
            missed += misses
            report.append(f"{box.width / box.size:.1f} em: {lines} instead of {predictions(box)[0]}")
    print(f"{missed} of {total} lines differ")
    assert total > 120
    assert missed <= 0.02 * total, "\n".join([f"{missed} of {total} lines", *report])
