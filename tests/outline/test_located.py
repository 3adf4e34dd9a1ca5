"""Every character of a value is found again where it was written, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.content.tree import Mapping, Node, Scalar
from deckgen.outline.located import located
from deckgen.outline.read import parse


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        for inner in node.values() if isinstance(node, Mapping) else node:
            yield from scalars(inner)


FORMS = {
    "plain": "a: 甲乙，丙   # 注释\n",
    "in brackets": "a: [甲, 乙丙, '丁']\nb: {c: 戊, d: \"己\"}\n",
    "quoted": "a: '甲''乙'\nb: \"甲\\n乙\\\"丙\"\nc: ''\n",
    "over lines": "a: 甲\n  乙 丙\n\n  丁\nb: '戊\n\n  己  '\nc: \"庚\n  辛\"\n",
    "block": "a: |\n  甲\n    乙\n\n  丙\nb: |-\n  丁  \n  戊\n",
    "folded": "a: >-\n  甲\n  乙\n\n  丙\n    丁\n  戊\nb: >\n  己\n\n\n",
    "in a list": "- a: 甲\n  b:\n  - 乙\n  -   丙\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_each_character_stands_where_its_place_says(text: str) -> None:
    lines = text.split("\n")
    for value in scalars(parse(f"x:\n{text}" if text[0] == "-" else text, "d.yaml").root):
        assert value.span
        rows = ["x:", *lines] if text[0] == "-" else lines
        places = located(value, value.span, rows)
        assert places is not None
        assert len(places) == len(value)
        found = [(char, rows[place[0]][place[1]]) for char, place in zip(value, places, strict=True) if place]
        assert all(char == written for char, written in found)
        assert all(place or char in " \n'\"" for char, place in zip(value, places, strict=True))


WORDS = st.text(st.sampled_from("甲乙 ,，:'\"\\#-"), min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=3), st.sampled_from(["'{}'", '"{}"', "{}", "[{}]", "|\n  {}", ">\n  {}"]))
def test_whatever_is_written_a_place_never_lies(words: list[str], form: str) -> None:
    text = f"a: {form.format(chr(10).join(words).replace(chr(10), chr(10) + '  '))}\n"
    outline = parse(text, "d.yaml")
    for value in scalars(outline.root):
        places = located(value, value.span, outline.lines) if value.span else None
        for char, place in zip(value, places or (), strict=False):
            assert place is None or outline.lines[place[0]][place[1]] == char


def test_a_value_from_elsewhere_has_no_places() -> None:
    (value,) = scalars(parse("a: 1月.csv\n", "d.yaml").root)
    assert value.span
    assert located("1", value.span, ("a: 1月.csv",)) is None
    assert located("二月", value.span, ("a: 1月.csv",)) is None
