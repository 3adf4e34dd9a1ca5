"""The site: it builds without a warning, and what its pages show works."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import deckgen
from deckgen.cli import commands
from deckgen.layouts import layout_names
from tests.decks import ROOT

DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```(yaml|python)\n(.*?)^```", re.S | re.M)
BLOCKS = [
    pytest.param(kind, text, id=f"{page.stem}-{number}")
    for page in sorted(DOCS.glob("*.md"))
    for number, (kind, text) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), 1)
]
THEME = next(block for _, block in BLOCK.findall((DOCS / "themes.md").read_text(encoding="utf-8")) if "base:" in block)
"""The theme of one's own that the page on themes shows."""


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(DOCS), str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    pages = {path.stem for path in (tmp_path / "generated" / "layouts").glob("*.html")}
    assert pages == {*layout_names(), "index"}


@pytest.mark.parametrize(("kind", "text"), BLOCKS)
def test_what_a_page_shows_works(kind: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if kind == "python":
        exec(compile(text, "docs", "exec"), {})
        assert list(tmp_path.glob("*.pptx"))
        return
    shutil.copytree(ROOT / "assets", tmp_path / "assets")
    folder = tmp_path / "outlines"
    folder.mkdir()
    (folder / "our-brand.yaml").write_text(THEME, encoding="utf-8")
    if "slides:" not in text:
        assert text == THEME
        text = "deck: {title: Theirs, theme: ./our-brand.yaml}\nslides: [{layout: statement, text: In our colours}]\n"
    (folder / "outline.yaml").write_text(text, encoding="utf-8")
    assert [str(problem) for problem in deckgen.check(folder / "outline.yaml")] == []


def test_the_commands_page_names_every_command() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    names = commands.list_commands(click.Context(commands))
    assert [name for name in names if f"`deckgen {name}" not in page] == []
    for name in names:
        assert CliRunner().invoke(commands, [name, "--help"]).exit_code == 0
