"""Pages of Markdown that show an outline with a mistake and the report it earns, in Chinese and in English.

On a page every `yaml` block is an outline, and the `text zh` and `text en` blocks after it are its reports. Outlines on
the pages in `reading` are fragments: they are only read. All others are compiled; pictures they name are made by the
test. After a change of wording `python -m tests.problems.test_pages` writes all reports anew; the difference is what to
review.
"""

from __future__ import annotations

import functools
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.compiler import compile_outline
from deckgen.outline.read import parse
from deckgen.problems import Problem, to_text
from tests.images.samples import quarters, saved

PAGES = Path(__file__).parent / "pages"
FILE = "deck.yaml"
BLOCK = re.compile(r"^```(?P<kind>yaml|text zh|text en)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    """One report on one outline."""

    page: Path
    line: int
    outline: str
    lang: str
    report: str


@functools.cache
def problems_of(text: str, fragment: bool) -> tuple[Problem, ...]:
    """Return the problems of an outline's text."""
    outline = parse(text, FILE)
    if fragment:
        return outline.problems
    with tempfile.TemporaryDirectory() as folder:
        make_pictures(Path(folder))
        return compile_outline(outline, folder=Path(folder)).problems


def make_pictures(folder: Path) -> None:
    """Make the pictures that outlines on the pages name."""
    whole = saved(folder / "small.png", quarters(200, 200)).read_bytes()
    (folder / "half.png").write_bytes(whole[: len(whole) // 2])
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (folder / "notes.docx").write_bytes(b"PK\x03\x04")


def pages() -> list[Path]:
    """Return all pages."""
    return sorted(PAGES.rglob("*.md"))


def report_on(outline: str, lang: str, page: Path) -> str:
    """Return what a person reads about an outline."""
    return to_text(problems_of(outline, page.parent.name == "reading"), {FILE: outline.split("\n")}, lang)


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


if __name__ == "__main__":
    rewrite()
