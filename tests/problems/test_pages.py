"""Pages of Markdown that show an outline with a mistake and the report it earns, in Chinese and in English.

On a page every `yaml` block is an outline, and the `text zh` and `text en` blocks after it are its reports. Outlines on
the pages in `reading` are fragments: they are only read. All others are compiled; pictures they name are made by the
test. On the pages in `themes` a block is a theme of one's own, which a deck names. After a change of wording
`python -m tests.problems.test_pages` writes all reports anew; the difference is what to review.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.checks.single import check_single
from deckgen.compiler import compile_outline
from deckgen.deck import Deck
from deckgen.images.decode import LARGEST
from deckgen.outline.read import parse
from deckgen.problems import Kind, Problem, to_text
from deckgen.scene.settle import text_boxes
from tests.images.samples import drawing, png_bomb, quarters, saved

PAGES = Path(__file__).parent / "pages"
PACKAGE = Path(__file__).parents[2] / "deckgen"
FILE, THEME = "deck.yaml", "our-brand.yaml"
THEMED = f"""
deck: {{title: 季度复盘, theme: {THEME}}}
slides:
  - layout: bullets
    title: 两件事决定成败
    items: [先让买家信得过, 再让货送得到]
"""

READING = {
    ("outline", name)
    for name in ("read", "traps", "strangers", "mistakes", "events", "draft", "flow", "levels", "values")
}
"""Modules whose mistakes are in the writing of an outline, not in its content."""
BLOCK = re.compile(r"^```(?P<kind>yaml|text zh|text en)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


TABLES = {
    "channels": "月份,直播间,门店\n1月,50,30\n2月,62,28\n",
    "empty": "\n",
    "uneven": "月份,直播间\n1月,1,234\n",
    "words": "月份,直播间\n1月,50\n2月,待定\n",
    "long": "日,订单\n" + "".join(f"{day},{day}\n" for day in range(500)),
}


DRAWINGS = {
    "script": "<script>alert(1)</script>",
    "outside": '<use href="https://example.com/a.svg#mark"/>',
    "words": "<text x='4' y='20'>deckgen</text>",
    "endless": '<g id="a"><use href="#a"/></g>',
}
"""What stands in drawings that are refused, by the name of their file."""


class Case(NamedTuple):
    """One report on one outline."""

    page: Path
    line: int
    outline: str
    lang: str
    report: str


@functools.cache
def problems_of(text: str, kind: str) -> tuple[Problem, ...]:
    """Return the problems of a text: an outline, a fragment of one on the pages in `reading`, or a theme."""
    if kind == "themes":
        (Path(pictures().name) / THEME).write_text(text, encoding="utf-8")
        text = THEMED
    outline = parse(text, FILE)
    return outline.problems if kind == "reading" else compile_outline(outline, folder=Path(pictures().name)).problems


@functools.cache
def pictures() -> tempfile.TemporaryDirectory[str]:
    """Return a folder with the pictures and data that outlines on the pages name."""
    made = tempfile.TemporaryDirectory()
    folder = Path(made.name)
    saved(folder / "small.png", quarters(200, 200))
    whole = saved(folder / "whole.png", quarters(900, 1200)).read_bytes()
    (folder / "half.png").write_bytes(whole[: len(whole) // 2])
    for name, body in DRAWINGS.items():
        (folder / f"{name}.svg").write_text(drawing(body), encoding="utf-8")
    (folder / "sizeless.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (folder / "logo.pdf").write_bytes(b"%PDF-1.7")
    saved(folder / "moving.gif", quarters(200, 200), save_all=True, append_images=[quarters(200, 200, "L")])
    (folder / "notes.docx").write_bytes(b"PK\x03\x04")
    (folder / "vast.png").write_bytes(png_bomb(30_000, 30_000))
    (folder / THEME).write_text("base: clarity\n", encoding="utf-8")
    for name, table in TABLES.items():
        (folder / f"{name}.csv").write_text(table, encoding="utf-8")
    with (folder / "heavy.png").open("wb") as file:
        file.truncate(LARGEST + 1)
    return made


def pages() -> list[Path]:
    """Return all pages."""
    return sorted(PAGES.rglob("*.md"))


def report_on(outline: str, lang: str, page: Path) -> str:
    """Return what a person reads about an outline."""
    kind = page.parent.name
    return to_text(problems_of(outline, kind), {THEME if kind == "themes" else FILE: outline.split("\n")}, lang)


def cases() -> Iterator[Case]:
    """Yield every report of every page."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        outline = ""
        for block in BLOCK.finditer(text):
            if block["kind"] == "yaml":
                outline = block["body"]
            else:
                line = text.count("\n", 0, block.start()) + 1
                yield Case(page, line, outline, block["kind"].removeprefix("text "), block["body"])


def rewrite() -> None:
    """Write the report of every block anew."""
    for page in pages():
        outline = ""

        def renew(block: re.Match[str], page: Path = page) -> str:
            nonlocal outline
            if block["kind"] == "yaml":
                outline = block["body"]
                return block.group()
            return f"```{block['kind']}\n{report_on(outline, block['kind'].removeprefix('text '), page)}```"

        page.write_text(BLOCK.sub(renew, page.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.page.stem}:{case.line}") for case in cases()])
def test_report(case: Case) -> None:
    assert report_on(case.outline, case.lang, case.page) == case.report


def test_every_outline_has_both_reports() -> None:
    for page in pages():
        kinds = [block["kind"] for block in BLOCK.finditer(page.read_text(encoding="utf-8"))]
        assert kinds == ["yaml", "text zh", "text en"] * (len(kinds) // 3), page.name


def kinds_on_pages(lang: str) -> set[str]:
    return {code for case in cases() if case.lang == lang for code in re.findall(r": \S+ \[([a-z-]+)\] ", case.report)}


def declared_kinds() -> set[str]:
    """Return the codes of all mistakes in the content of an outline, from the rooms that find them."""
    found = set()
    for room in ("outline", "checks", "images", "content"):
        for _, name, _ in pkgutil.iter_modules([str(PACKAGE / room)]):
            if (room, name) not in READING:
                module = importlib.import_module(f"deckgen.{room}.{name}")
                found |= {value.code for value in vars(module).values() if isinstance(value, Kind)}
                found |= set(re.findall(r'mistake\(\s*"([a-z-]+)"', inspect.getsource(module)))
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_mistake_is_on_a_page(lang: str) -> None:
    # fitting and the themes see to the first two, the last tells of a missing package; tests show their words
    cured = {"single-character", "contrast", "picture-svg-extra"}
    assert declared_kinds() - kinds_on_pages(lang) == cured


def test_the_words_of_what_fitting_cures() -> None:
    outline = "deck: {title: 复盘}\nslides:\n  - {layout: bullets, title: 两件事, items: [甲, 乙]}\n"
    (scene,) = compile_outline(parse(outline, FILE)).scenes
    boxes = tuple(box._replace(single=box.key == "items") for box in text_boxes(scene.items))
    assert [str(replace(problem, lang="zh")) for problem in check_single(scene._replace(items=boxes), 1)] == [
        "deck.yaml:3:43: 第 1 页「items」（要点）的最后一行只有一个字。 请删去或添上一两个字。"
    ]


def test_a_problem_speaks_the_language_of_its_deck() -> None:
    for title, word in (("季度复盘", "最外层"), ("Quarterly review", "outermost")):
        problem, *_ = problems_of(f"x: {title}\ndeck: {{title: {title}}}\nslides: []\n", "pages")
        assert word in problem.message


def test_a_problem_of_a_deck_made_in_a_script_names_its_path() -> None:
    deck = Deck("季度复盘", lang="zh-CN")
    deck.add("kpi-row", title="两个数字", items=[{"value": 1, "label": "下载量"}, {"value": 2, "lable": "月活"}])
    deck.add("bullets", title="长" * 90, items=["先让买家信得过", "再让货送得到"], kicker="长" * 90)
    assert [str(problem) for problem in deck.check()] == [
        "slides[0].items[1].lable: 「items」（指标）第 2 项没有「lable」这个字段。 是不是「label」（指标）？",
        "slides[1].kicker: 第 2 页「kicker」（眉题）太长：90 字，这里最多放 46 字（已缩到最小的 12 pt）。 请删约 44 字。",
        "slides[1].title: 第 2 页「title」（结论标题）太长：90 字，这里最多放 70 字（已缩到最小的 24 pt）。 请删约 20 字。",
    ]


if __name__ == "__main__":
    rewrite()
