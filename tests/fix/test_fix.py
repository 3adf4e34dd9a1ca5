"""Pages of Markdown that show a damaged outline, what `--fix` makes of it, and what it says of that.

On a page every `yaml` block is an outline as it was written; the `yaml fixed` block after it is the same outline mended, the
`text` block what was mended and, after a line of dashes, what was left. After a change of the rules
`python -m tests.fix.test_fix` writes all pages anew; the difference is what to review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.fix import Fixed, fix_file
from deckgen.problems import Problem

PAGES = Path(__file__).parent / "pages"
BLOCK = re.compile(
    r"^```yaml\n(?P<damaged>.*?)^```\n\n```yaml fixed\n(?P<fixed>.*?)^```\n\n```text\n(?P<said>.*?)^```$", re.M | re.S
)


class Case(NamedTuple):
    """One outline on a page."""

    page: Path
    line: int
    damaged: str
    fixed: str
    said: str


def cases() -> Iterator[Case]:
    """Yield every outline of every page."""
    for page in sorted(PAGES.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for block in BLOCK.finditer(text):
            yield Case(page, text.count("\n", 0, block.start()) + 1, block["damaged"], block["fixed"], block["said"])


def mended(data: bytes, folder: Path) -> Fixed:
    """Return what becomes of an outline file."""
    path = folder / "deck.yaml"
    path.write_bytes(data)
    fixed = fix_file(path)
    assert path.read_bytes() == data, "only the command writes"
    return fixed


def told(fixed: Fixed) -> str:
    """Return what was mended and what is left, a line each."""
    left = [problem for problem in fixed.compiled.problems if problem.code != "no-source"]
    return "".join([*map(_line, fixed.mended), "----\n" if left else "", *map(_line, left)])


def _line(problem: Problem) -> str:
    assert problem.span
    return f"{problem.span.line}: {problem.code}\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.page.stem}:{case.line}") for case in cases()])
def test_what_is_certain_is_mended_and_nothing_else(case: Case, tmp_path: Path) -> None:
    fixed = mended(case.damaged.encode(), tmp_path)
    assert fixed.after.decode() == case.fixed
    assert told(fixed) == case.said


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.page.stem}:{case.line}") for case in cases()])
def test_a_mended_outline_stays_as_it_is(case: Case, tmp_path: Path) -> None:
    fixed = mended(case.fixed.encode(), tmp_path)
    assert not fixed.is_changed
    assert not fixed.mended


DAMAGED = next(case for case in cases() if case.page.stem == "traps")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
    ids=["plain", "mark", "utf-16-le", "utf-16-be"],
)
@pytest.mark.parametrize("last", [True, False], ids=["last line end", "no last line end"])
def test_the_file_keeps_its_encoding_and_its_line_ends(
    end: str, encoding: str, mark: bytes, last: bool, tmp_path: Path
) -> None:
    def written(text: str) -> bytes:
        return mark + (text if last else text.removesuffix("\n")).replace("\n", end).encode(encoding)

    assert mended(written(DAMAGED.damaged), tmp_path).after == written(DAMAGED.fixed)


def test_mixed_line_ends_stay_mixed(tmp_path: Path) -> None:
    text = "deck：{title: 复盘}\r\nslides:\n  - layout：statement\r    text: 先看渠道,再看会员"
    fixed = mended(text.encode(), tmp_path).after.decode()
    assert fixed == "deck: {title: 复盘}\r\nslides:\n  - layout: statement\r    text: 先看渠道，再看会员"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"title: caf\xe9", b"PK\x03\x04\x00", b"\xef\xbb\xbf"])
def test_what_is_no_outline_is_left_alone(data: bytes, tmp_path: Path) -> None:
    fixed = mended(data, tmp_path)
    assert not fixed.is_changed
    assert fixed.compiled.has_errors


def test_a_diff_is_one_that_patch_understands(tmp_path: Path) -> None:
    text = "deck: {title: 复盘}\nslides:\n  - layout: statement\n    text: 先看渠道,再看会员"
    assert mended(text.encode(), tmp_path).diff("deck.yaml") == (
        "--- deck.yaml\n+++ deck.yaml\n@@ -1,4 +1,4 @@\n deck: {title: 复盘}\n slides:\n   - layout: statement\n"
        "-    text: 先看渠道,再看会员\n\\ No newline at end of file\n"
        "+    text: 先看渠道，再看会员\n\\ No newline at end of file\n"
    )


def test_a_mend_that_would_do_harm_is_left_out(tmp_path: Path) -> None:
    """A title that is full already does not get the wide signs that would make it too long."""
    title = "长" * 30 + ",长" * 21
    text = f"deck: {{title: 复盘}}\nslides:\n  - layout: bullets\n    title: {title}\n    items: ['甲,乙', 丙]\n"
    fixed = mended(text.encode(), tmp_path)
    assert fixed.after.decode() == text.replace("甲,乙", "甲，乙")
    assert not fixed.compiled.has_errors
    assert [problem.code for problem in fixed.compiled.problems if problem.fix] == ["half-width-punctuation"]


def rewrite(folder: Path) -> None:
    """Write what becomes of every outline anew."""

    def renew(block: re.Match[str]) -> str:
        fixed = mended(block["damaged"].encode(), folder)
        return (
            f"```yaml\n{block['damaged']}```\n\n```yaml fixed\n{fixed.after.decode()}```\n\n```text\n{told(fixed)}```"
        )

    for page in sorted(PAGES.glob("*.md")):
        page.write_text(BLOCK.sub(renew, page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        rewrite(Path(made))
