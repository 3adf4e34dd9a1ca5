"""Pages of Markdown that show an outline with a mistake and the report it earns, in Chinese and in English.

On a page every `yaml` block is an outline, and the `text zh` and `text en` blocks after it are its reports. After a
change of wording `python tests/problems/test_pages.py` writes all reports anew; the difference is what to review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.outline.read import parse
from deckgen.problems import Problem, to_text

PAGES = Path(__file__).parent / "pages"
FILE = "deck.yaml"
BLOCK = re.compile(r"^```(?P<kind>yaml|text zh|text en)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    """One report on one outline."""

    page: str
    line: int
    outline: str
    lang: str
    report: str


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return the problems of an outline's text."""
    return parse(text, FILE).problems


def report_on(outline: str, lang: str) -> str:
    """Return what a person reads about an outline."""
    return to_text(problems_of(outline), {FILE: outline.split("\n")}, lang)


def cases() -> Iterator[Case]:
    """Yield every report of every page."""
    for page in sorted(PAGES.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        outline = ""
        for block in BLOCK.finditer(text):
            if block["kind"] == "yaml":
                outline = block["body"]
            else:
                line = text.count("\n", 0, block.start()) + 1
                yield Case(page.stem, line, outline, block["kind"].removeprefix("text "), block["body"])


def rewrite() -> None:
    """Write the report of every block anew."""
    for page in sorted(PAGES.glob("*.md")):
        outline = ""

        def renew(block: re.Match[str]) -> str:
            nonlocal outline
            if block["kind"] == "yaml":
                outline = block["body"]
                return block.group()
            return f"```{block['kind']}\n{report_on(outline, block['kind'].removeprefix('text '))}```"

        page.write_text(BLOCK.sub(renew, page.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.page}:{case.line}") for case in cases()])
def test_report(case: Case) -> None:
    assert report_on(case.outline, case.lang) == case.report


def test_every_outline_has_both_reports() -> None:
    for page in sorted(PAGES.glob("*.md")):
        kinds = [block["kind"] for block in BLOCK.finditer(page.read_text(encoding="utf-8"))]
        assert kinds == ["yaml", "text zh", "text en"] * (len(kinds) // 3), page.name


if __name__ == "__main__":
    rewrite()
