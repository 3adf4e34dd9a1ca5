"""The walk of `docs/first-deck.md`, taken step by step: what it shows is what deckgen says.

`python -m tests.docs.test_first_deck` writes what the commands say into the page; the difference is what to review.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner

from deckgen.cli import commands

PAGE = Path(__file__).parents[2] / "docs" / "first-deck.md"
_CONSOLE = re.compile(r"```console\n\$ deckgen ([^\n]+)\n(.*?)```", re.DOTALL)
_EDIT = re.compile(r"^\| (\d+) \| `([^`]+)` \| `([^`]+)` \|$", re.MULTILINE)
_COST = re.compile(r"\d+ KB, \d+\.\d+ s")
"""Size and time, which differ from machine to machine."""


def walked(page: str) -> str:
    """Take the walk in the working folder and return the page as it would have to be."""

    def said(match: re.Match[str]) -> str:
        _edit_before(page, match.start())
        output = CliRunner().invoke(commands, match[1].split()).output
        return f"```console\n$ deckgen {match[1]}\n{_COST.sub('44 KB, 0.2 s', output)}```"

    return _CONSOLE.sub(said, page)


def _edit_before(page: str, place: int) -> None:
    """Make the edits that the page asks for before a place, those that are not made yet."""
    outline = Path("review.yaml")
    if not outline.exists():
        return
    lines = outline.read_text(encoding="utf-8").split("\n")
    for number, before, after in _EDIT.findall(page[:place]):
        line = lines[int(number) - 1]
        if line.strip().startswith(before):
            lines[int(number) - 1] = line[: len(line) - len(line.lstrip())] + after
    text = "\n".join(lines)
    better = re.search(r"such as `(title: [^`]+)`", page[:place])
    if better:
        text = text.replace("title: Next steps", better[1])
    outline.write_text(text, encoding="utf-8")


def test_the_page_shows_what_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    assert len(_EDIT.findall(page)) == 3
    assert walked(page) == page
    outline = Path("review.yaml").read_text(encoding="utf-8")
    assert 'title: "Autumn sale: loyal buyers came back"' in outline
    assert len(pptx.Presentation("review.pptx").slides) == 8


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    whole = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        PAGE.write_text(walked(whole), encoding="utf-8")
