"""`deckgen render`: pictures of the slides."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from deckgen.cli.failing import fail
from deckgen.cli.language import said
from deckgen.cli.outline import allow_outside_option, checked_theme, outline_argument, print_problems
from deckgen.cli.writing import write_deck

if TYPE_CHECKING:
    from deckgen.compiler import Compiled
    from deckgen.writers.fonts import Fonts

_FORMATS = ("svg", "png", "contact-sheet", "pdf")
_RANGE = re.compile(r"(\d+)(?:-(\d+))?")
_WORDS = re.compile(r"<(?:text|tspan)[^>]*>([^<]+)")
_MOST_SHOWN = 12
"""How many characters are named that no font has."""


@click.command(
    help=said("把每张幻灯片画成图：SVG、PNG、总览图或 PDF。", "Draw the slides as SVG, PNG, contact sheet or PDF.")
)
@outline_argument
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
    help=said("写到哪个文件夹；默认在大纲旁，名为「大纲名-slides」。", "Where to write; by default OUTLINE-slides beside it."),
)  # fmt: skip
@click.option(
    "--format", "formats", type=click.Choice(_FORMATS), multiple=True, default=("svg",),
    help=said("画成什么，可写多次；默认 svg。", "What to draw, may be repeated; svg by default."),
)  # fmt: skip
@click.option("--theme", metavar="NAME", default="", help=said("用这个主题，不用大纲写的。", "Use this theme instead."))
@click.option(
    "--slides", metavar="1,3-5", default="", help=said("只画这几张；默认全部。", "Draw these only; all by default.")
)
@click.option(
    "--width", type=click.IntRange(160, 7680), default=1920, metavar="PX",
    help=said("PNG 宽多少像素；默认 1920。", "How many pixels wide PNGs are; 1920 by default."),
)  # fmt: skip
@allow_outside_option
def render(
    outline: Path,
    output: Path | None,
    formats: tuple[str, ...],
    theme: str,
    slides: str,
    width: int,
    allow_outside: bool,
) -> None:
    """Compile, report, draw."""
    from deckgen.cli.progress import Progress
    from deckgen.compiler import compile_file

    checked_theme(theme)
    with Progress() as progress:
        compiled = compile_file(outline, theme, allow_outside=allow_outside, progress=progress.step)
    print_problems(compiled, "text")
    if compiled.has_errors:
        raise SystemExit(1)
    zh = compiled.lang.startswith("zh")
    numbers = _chosen(slides, len(compiled.scenes))
    svgs = _svgs(compiled, numbers)
    fonts = _fonts(compiled, svgs.values(), zh) if {"png", "contact-sheet"}.intersection(formats) else None
    pinned = _svgs(compiled, numbers, fonts) if fonts else {}
    if "pdf" in formats:
        _look_for_office(zh)
    folder = output or outline.with_name(f"{outline.stem}-slides")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        _fail(
            f"不能建文件夹 {folder}：{failure.strerror}。",
            f"The folder {folder} cannot be made: {failure.strerror}.",
            zh,
        )
    written = 0
    for form in dict.fromkeys(formats):
        for name, data in _files(form, compiled, outline.stem, svgs, pinned, fonts, width):
            write_deck(folder / name, data, zh)
            written += 1
    click.echo(f"{folder}：{written} 个文件" if zh else f"{folder}: {written} file{'s' if written > 1 else ''}")


def _files(
    form: str,
    compiled: Compiled,
    stem: str,
    svgs: Mapping[int, str],
    pinned: Mapping[int, str],
    fonts: Fonts | None,
    width: int,
) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the files of a format; `pinned` are the drawings for the fonts of the machine."""
    digits = len(str(len(compiled.scenes)))
    if form == "svg":
        for number, svg in svgs.items():
            yield f"slide-{number:0{digits}}.svg", svg.encode()
    elif form == "pdf":
        yield f"{stem}.pdf", _pdf(compiled, list(svgs))
    else:
        from deckgen.writers.png import contact_sheet, png_of

        assert fonts
        if form == "contact-sheet":
            yield "contact-sheet.png", contact_sheet(list(pinned.values()), fonts)
            return
        for number, svg in pinned.items():
            yield f"slide-{number:0{digits}}.png", png_of(svg, width, fonts)


def _chosen(slides: str, count: int) -> list[int]:
    """Return the numbers of the slides to draw, in order."""
    if not slides:
        return list(range(1, count + 1))
    chosen: set[int] = set()
    for part in slides.replace("，", ",").split(","):
        found = _RANGE.fullmatch(part.strip())
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= count:
            raise click.UsageError(
                said(
                    f"看不懂 --slides 里的「{part.strip()}」：要写 1 到 {count} 之间的页码，如 1,3-5。",
                    f"“{part.strip()}” in --slides is not understood: write numbers from 1 to {count}, such as 1,3-5.",
                )
            )
        chosen.update(range(first, last + 1))
    return sorted(chosen)


def _svgs(compiled: Compiled, numbers: Iterable[int], fonts: Fonts | None = None) -> dict[int, str]:
    from deckgen.writers.svg.slide import svg_of

    assert compiled.setting
    advances = fonts.advances if fonts else None
    return {number: svg_of(compiled.scenes[number - 1], compiled.setting, number, advances) for number in numbers}


def _fonts(compiled: Compiled, svgs: Iterable[str], zh: bool) -> Fonts:
    """Return the fonts to draw pixels with; where a character would not be seen, say so and end."""
    assert compiled.setting
    try:
        import resvg_py  # noqa: F401 - whether it is there is all that is asked

        from deckgen.writers.fonts import fonts_for

        fonts = fonts_for(compiled.setting.theme, [_words(svg) for svg in svgs])
    except ImportError:
        _fail(
            '画 PNG 还缺一个部件，什么也没有写。请运行 pip install "deckgen[render]"；SVG 不需要它。',
            'Drawing PNGs needs one more package; nothing was written. Run pip install "deckgen[render]"; SVG does without.',
            zh,
        )
    if fonts.missing:
        from deckgen.typesetting.classes import has_han

        shown = " ".join(fonts.missing[:_MOST_SHOWN]) + (" …" if len(fonts.missing) > _MOST_SHOWN else "")
        chinese = has_han(fonts.missing)
        name = "Noto Sans CJK SC" if chinese else "Noto Sans"
        package = "fonts-noto-cjk" if chinese else "fonts-noto"
        _fail(
            f"这台机器上没有字体能显示这些字：{shown}。什么也没有写。请安装 {name}"
            f"（Debian、Ubuntu：apt install {package}；其他系统：fonts.google.com/noto），或改用 --format svg。",
            f"No font on this machine has these characters: {shown}. Nothing was written. Install {name} "
            f"(Debian, Ubuntu: apt install {package}; elsewhere: fonts.google.com/noto), or use --format svg.",
            zh,
        )
    return fonts


def _words(svg: str) -> str:
    """Return the characters that a drawing shows."""
    return html.unescape("".join(_WORDS.findall(svg)))


def _look_for_office(zh: bool) -> None:
    from deckgen.writers.pdf import office

    if not office():
        _fail(
            "PDF 由 LibreOffice 生成，这台机器上没有找到它，什么也没有写。请从 libreoffice.org 安装；"
            "或用 PowerPoint 打开 deckgen build 生成的文稿，另存为 PDF。",
            "LibreOffice makes the PDF and was not found on this machine; nothing was written. Install it from libreoffice.org, "
            "or save the deck that deckgen build writes as PDF in PowerPoint.",
            zh,
        )


def _pdf(compiled: Compiled, numbers: list[int]) -> bytes:
    from deckgen.compiler import pptx_of
    from deckgen.writers.pdf import Unconverted, pdf_of

    assert compiled.setting
    count = len(compiled.scenes)
    try:
        return pdf_of(pptx_of(compiled), compiled.setting.theme, count, numbers if len(numbers) < count else ())
    except Unconverted as failure:
        _fail(
            f"LibreOffice 没有生成 PDF：{failure or '等得太久'}。请关闭其他 LibreOffice 窗口后再试。",
            f"LibreOffice made no PDF: {failure or 'it took too long'}. Close its other windows and try again.",
            compiled.lang.startswith("zh"),
        )


def _fail(chinese: str, english: str, zh: bool) -> NoReturn:
    """End with a reason in the language of the deck."""
    fail(chinese if zh else english)
