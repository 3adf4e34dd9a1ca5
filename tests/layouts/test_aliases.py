"""Other names of a layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen import layouts
from deckgen.layouts import find_layout, layout_aliases, layout_names


def test_an_alias_is_the_layout_itself() -> None:
    assert find_layout("three-cards") is find_layout("cards")
    assert find_layout("cards").aliases == ("three-cards", "four-cards")


def test_aliases_are_read_as_python_would_however_they_are_wrapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tiles.py").write_text(
        'NAME_ZH = "格子"\nALIASES = (\n    "bricks",  # as some say\n    "格",\n)\n', "utf-8"
    )
    monkeypatch.setattr(layouts, "__path__", [str(tmp_path)])
    assert layout_aliases.__wrapped__() == {"bricks": "tiles", "格": "tiles"}


def test_no_alias_hides_a_layout() -> None:
    assert not set(layout_aliases()) & set(layout_names())
