"""What a hint shows of a value of the wrong kind: it can be pasted, and holds what the author wrote."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deckgen import Deck
from deckgen.compiler import compile_outline
from deckgen.content.tree import Mapping, Scalar, Sequence
from deckgen.layouts import find_layout, layout_names, parts_of
from deckgen.outline.forms import group_form
from deckgen.outline.read import parse
from deckgen.outline.reshaped import as_list, as_pairs, as_text
from deckgen.problems import Problem

SIGNS = st.text("abc甲乙丙1 :-#{}[],\"'&*!|>@%`?，：、", min_size=1, max_size=24).filter(str.strip)
HEAD = "deck: {title: Autumn plan}\nslides:\n  - layout: bullets\n    title: Two things made the quarter\n"


def loaded(form: str) -> Any:
    outline = parse(form, "d.yaml")
    assert not outline.problems, form
    return outline.root


def shown(hint: str, lead: str) -> str:
    """Return what a hint shows to be written: from its lead on, without what is said behind it."""
    return lead + hint.partition(lead)[2].partition("; separate several")[0]


@given(SIGNS)
@settings(deadline=None)
def test_any_text_becomes_a_list_that_holds_it(text: str) -> None:
    assume(letters(text))  # of a mere bullet nothing is left
    items = loaded(shown(as_list(Scalar(text), "items:", []).en, "items:"))["items"]
    assert isinstance(items, list)
    assert letters("".join(items)) == letters(text)


@given(st.lists(SIGNS, min_size=1, max_size=4), st.booleans())
@settings(deadline=None)
def test_any_list_becomes_a_text_that_holds_it(texts: list[str], in_braces: bool) -> None:
    form = shown(as_text(Sequence([Scalar(text) for text in texts]), "note:", in_braces).en, "note:")
    note = loaded(f"{{{form}, more: 甲}}" if in_braces else form)["note"]
    assert letters(note) == letters("".join(texts))


def letters(text: str) -> str:
    """Return a text without the signs that part its items, and the marks that lists begin with in other programs."""
    return re.sub(r"[\s,，、;；*\-–—>→]|\d", "", text)


@pytest.mark.parametrize("name", layout_names())
def test_a_group_names_only_fields_that_there_are_and_all_that_are_needed(name: str) -> None:
    model = find_layout(name).model
    group = loaded(f"group: {group_form(model, '甲')}")["group"]
    needed = {field for field, declared in model.model_fields.items() if declared.is_required()}
    assert needed <= group.keys() <= model.model_fields.keys() and "甲" in group.values()


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("items: Trust, Speed, Price", "items: [Trust, Speed, Price]"),
        ("items: {text: Trust, sub: [Speed]}", "items: [{text: Trust, sub: [Speed]}]"),
        ("items: |\n      1. Trust\n      2. Speed", "items: [Trust, Speed]"),
        ("lede: [Trust, Speed]\n    items: [Trust, Speed]", "lede: Trust, Speed"),
        ("lede: {text: Trust}\n    items: [Trust, Speed]", "lede: Trust"),
        ("lede:\n      - Trust\n      - 信任\n    items: [Trust, Speed]", "lede: Trust，信任"),
    ],
)
def test_the_hint_says_it_in_one_line(written: str, mended: str) -> None:
    (problem,) = errors(HEAD + f"    {written}\n")
    assert mended in problem.hint
    outline = HEAD + f"    {mended}\n" + "    items: [Trust, Speed]\n" * mended.startswith("lede")
    assert not {error.code for error in errors(outline)} & {"not-text", "not-list"}


def errors(text: str) -> list[Problem]:
    return [problem for problem in compile_outline(parse(text, "d.yaml")).problems if problem.severity == "error"]


def test_a_script_has_no_signs_to_blame() -> None:
    deck = Deck("Autumn plan")
    deck.add("bullets", title=["Two things", "made the quarter"], items="Buyers trust us")
    deck.add("kpi-row", title="Two numbers", items={"value": 12})
    assert [problem.hint for problem in deck.check() if problem.code in ("not-text", "not-list")] == [
        "Write items: [Buyers trust us]; separate several items by commas, "
        "or put each on a line of its own that begins with “- ”.",
        "Write title: Two things, made the quarter",
        "Write items: [{value: 12}]",
    ]


def test_a_group_of_entries_is_a_list_of_them() -> None:
    entries = Mapping()
    entries["懂会员"] = Scalar("试点八周")
    entries["懂数据"] = Scalar("一周接好")
    assert as_list(entries, "items:", []).zh == '请每项另起一行，写成 - "懂会员：试点八周"'
    (cards,) = parts_of(find_layout("cards").model.model_fields["items"].annotation)
    assert (
        as_list(entries, "items:", [cards]).en
        == "Write each item on a line of its own: - {head: 懂会员, text: 试点八周}"
    )
    (rows,) = parts_of(find_layout("table").model.model_fields["rows"].annotation)
    assert as_list(entries, "rows:", [rows]).en == "Write each item on a line of its own: - [懂会员, 试点八周]"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("信得过、送得到", ["信得过", "送得到"]),
        ("看数据 → 小试点 → 定玩法", ["看数据", "小试点", "定玩法"]),
        ("① 懂会员 ② 懂数据", ["懂会员", "懂数据"]),
        ("1,200, 1,350, 980", ["1,200", "1,350", "980"]),
        ("50,71,80", ["50", "71", "80"]),
        ("- Plan\n- Build", ["Plan", "Build"]),
        ("1.2 million, 3-5 stores", ["1.2 million, 3-5 stores"]),
        ("先认事实，再给办法", ["先认事实，再给办法"]),
    ],
)
def test_what_one_text_lists(text: str, items: list[str]) -> None:
    assert loaded(shown(as_list(Scalar(text), "items:", []).en, "items:"))["items"] == items


@pytest.mark.parametrize(
    "data",
    ["[[A, 50], [2024, 30]]", "[{A: 50}, {2024: 30}]", "[{name: A, value: 50}, {name: 2024, value: 30}]"],
)
def test_values_by_category(data: str) -> None:
    assert as_pairs(loaded(f"data: {data}")["data"], "data:").en == "Write data: {A: 50, 2024: 30}"


def test_values_behind_their_categories() -> None:
    assert as_pairs(loaded("data: [A, 50, B, 30]")["data"], "data:").en == "Write data: {A: 50, B: 30}"


@pytest.mark.parametrize("data", ["[50, 30]", "[A, B]", "[A, 50, B]", "[]", "A"])
def test_values_without_categories_are_only_described(data: str) -> None:
    assert as_pairs(loaded(f"data: {data}")["data"], "data:").en == "Write it as {category: value, …}"
