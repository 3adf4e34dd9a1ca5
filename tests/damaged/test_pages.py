"""Fifteen outlines damaged as people and programs damage them, each a page: what was planted, the report, what `--fix` does.

The first block of a page is the damaged outline, then come its report and the changes of `check --fix`. The list above them
says what was planted, by line and code: all of it is reported, and nothing that is only a consequence of it. `mended` holds
the outlines after their authors did what the hints say. `python -m tests.damaged.test_pages` writes reports and changes
anew; the difference is what to review.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.compiler import compile_file, pptx_of
from deckgen.fix import Fixed, fix_file
from deckgen.problems import to_text
from tests.damaged.machine import damaged

HERE = Path(__file__).parent
FILE = "deck.yaml"
PAGES = sorted((HERE / "pages").glob("*.md"))
PAGE = re.compile(
    r"^(?P<head>.*?)````yaml\n(?P<outline>.*?)````\n\n````text\n(?P<report>.*?)````\n\n````diff\n(?P<diff>.*?)````\n$",
    re.DOTALL,
)
PLANTED = re.compile(r"^- line (\d+) `([a-z-]+)`", re.MULTILINE)
SAVED = re.compile(r"^Saved as (\S+) with (LF|CRLF)\.$", re.MULTILINE)
MACHINE = re.compile(r"^Made by machine\.damaged, seed (\d+), (\d+) damages\.$", re.MULTILINE)


class Page(NamedTuple):
    """A page: its text above the blocks, and the blocks."""

    head: str
    outline: str
    report: str
    diff: str

    @property
    def data(self) -> bytes:
        """The outline as it lies on the disk."""
        saved = SAVED.search(self.head)
        encoding, ends = (saved[1], saved[2]) if saved else ("utf-8", "LF")
        text = self.outline.replace("\n", "\r\n") if ends == "CRLF" else self.outline
        return text.encode(encoding)


@cache
def page_of(path: Path) -> Page:
    match = PAGE.match(path.read_bytes().decode())
    assert match, f"{path.name} has not the form of a page"
    return Page(**match.groupdict())


def compiled(path: Path, folder: Path) -> tuple[str, list[tuple[int, str]]]:
    """Return what a person reads about the outline of a page, and the lines and codes of it."""
    file = folder / FILE
    file.write_bytes(page_of(path).data)
    found = compile_file(file)
    report = to_text(found.problems, found.lines, found.lang).replace(str(file), FILE)
    return report, sorted((problem.span.line if problem.span else 0, problem.code) for problem in found.problems)


def fixed(path: Path, folder: Path) -> Fixed:
    file = folder / FILE
    file.write_bytes(page_of(path).data)
    return fix_file(file)


def diff_of(path: Path, folder: Path) -> str:
    return fixed(path, folder).diff(FILE).replace("\r\n", "\n")


every_page = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PAGES])


def test_there_are_fifteen() -> None:
    assert len(PAGES) == 15
    assert sum("zh-CN" in page_of(path).outline for path in PAGES) == 8


@every_page
def test_what_was_planted_is_reported_and_nothing_else(path: Path, tmp_path: Path) -> None:
    page = page_of(path)
    report, found = compiled(path, tmp_path)
    assert found == sorted((int(line), code) for line, code in PLANTED.findall(page.head))
    assert report == page.report


@every_page
def test_fix_repairs_what_it_says_and_nothing_else(path: Path, tmp_path: Path) -> None:
    before = [
        (problem.span.line, problem.code) for problem in compile_file(_put(path, tmp_path)).problems if problem.span
    ]
    result = fixed(path, tmp_path)
    assert result.diff(FILE).replace("\r\n", "\n") == page_of(path).diff
    said = [(problem.span.line, problem.code) for problem in result.mended if problem.span]
    left = [(problem.span.line, problem.code) for problem in result.compiled.problems if problem.span]
    uncovered = Counter([*said, *left]) - Counter(before)
    assert not Counter(before) - Counter([*said, *left])
    assert {line for line, _ in uncovered} <= {
        line for line, _ in said
    }  # a text that can be read now has signs of its own
    old, new = result.before.split(b"\n"), result.after.split(b"\n")
    changed = {row for row, (one, other) in enumerate(zip(old, new, strict=True), 1) if one != other}
    assert changed == {line for line, _ in said} | {
        change.row + 1 for problem in result.mended for change in problem.fix
    }
    (tmp_path / FILE).write_bytes(result.after)
    assert not fix_file(tmp_path / FILE).is_changed


@every_page
def test_the_mended_outline_becomes_a_deck(path: Path) -> None:
    done = compile_file(HERE / "mended" / f"{path.stem}.yaml")
    assert [str(problem) for problem in done.problems] == []
    assert 5 <= len(done.scenes) <= 8
    assert pptx_of(done)


@pytest.mark.parametrize(
    "path", [path for path in PAGES if MACHINE.search(page_of(path).head)], ids=lambda path: path.stem
)
def test_the_machine_made_its_pages(path: Path) -> None:
    page = page_of(path)
    made = MACHINE.search(page.head)
    assert made
    mended = (HERE / "mended" / f"{path.stem}.yaml").read_text(encoding="utf-8")
    assert damaged(mended, int(made[1]), int(made[2]))[0] == page.outline


def _put(path: Path, folder: Path) -> Path:
    (folder / FILE).write_bytes(page_of(path).data)
    return folder / FILE


def rewrite() -> None:
    """Write reports and changes anew."""
    import tempfile

    for path in PAGES:
        with tempfile.TemporaryDirectory() as made:
            page = page_of(path)
            report, diff = compiled(path, Path(made))[0], diff_of(path, Path(made))
        text = f"{page.head}````yaml\n{page.outline}````\n\n````text\n{report}````\n\n````diff\n{diff}````\n"
        path.write_bytes(text.encode())


if __name__ == "__main__":
    rewrite()
