"""Other names of a layout."""

from __future__ import annotations

from deckgen.layouts import find_layout, layout_aliases, layout_names


def test_an_alias_is_the_layout_itself() -> None:
    assert find_layout("three-cards") is find_layout("cards")
    assert find_layout("cards").aliases == ("three-cards", "four-cards")


def test_no_alias_hides_a_layout() -> None:
    assert not set(layout_aliases()) & set(layout_names())
