"""Warnings an outline does not want to hear of."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import deckgen
from deckgen.compiler import compile_outline
from deckgen.deck import Deck
from deckgen.outline.read import parse
from deckgen.problems import Kind
from deckgen.problems.codes import WARNINGS

OUTLINE = """deck: {{title: 复盘{deck}}}
slides:
  - {{layout: bullets, title: 市场概况{slide}, items: [老客带来38%的收入, 新客越来越贵。]}}
  - {{layout: kpi-row, title: 背景介绍, items: [{{value: 38, unit: '%', label: 复购率}}, {{value: 2, label: 城市}}]}}
"""


def codes(deck: str = "", slide: str = "") -> list[str]:
    """Return the codes of the problems of the outline, with something to ignore in its deck or on its first slide."""
    return [
        problem.code for problem in compile_outline(parse(OUTLINE.format(deck=deck, slide=slide), "a.yaml")).problems
    ]


def test_nothing_is_ignored_unasked() -> None:
    assert sorted(codes()) == ["closing-stop", "label-title", "label-title", "no-source", "no-source"]


def test_a_slide_ignores_its_own_warnings() -> None:
    # wording, checks: of every origin
    assert sorted(codes(slide=", ignore: [label-title, no-source, closing-stop]")) == [
        "label-title", "no-source",
    ]  # fmt: skip


@pytest.mark.parametrize("field", ["ignore: no-source", "忽略: no-source", "忽略: [no-source]"])
def test_a_deck_ignores_on_every_slide(field: str) -> None:
    assert sorted(codes(deck=f", {field}")) == ["closing-stop", "label-title", "label-title"]


def test_a_warning_of_the_deck_is_ignored_by_the_slide_it_is_told_of() -> None:
    slide = "  - {{layout: section, title: 一{0}}}\n"
    text = "deck: {title: 复盘}\nslides:\n" + (slide * 11).format("")
    told = [problem.code for problem in compile_outline(parse(text, "a.yaml")).problems]
    assert "no-agenda" in told
    first, _, rest = text.partition("title: 一}")
    text = f"{first}title: 一, ignore: [no-agenda]}}{rest}"
    assert "no-agenda" not in [problem.code for problem in compile_outline(parse(text, "a.yaml")).problems]


def test_what_a_layout_and_the_sources_say_is_ignored() -> None:
    text = "deck: {title: 复盘, ignore: [unused-source]}\nsources: {x: {title: 年报}}\nslides:\n"
    text += "  - {layout: section, title: 一}\n"
    assert not compile_outline(parse(text, "a.yaml")).problems


def test_errors_are_never_ignored() -> None:
    text = "deck: {title: 复盘}\nslides:\n  - {layout: bullets, title: 两件事, ignore: [missing-field, too-few], items: [一]}\n"
    found = [problem.code for problem in compile_outline(parse(text, "a.yaml")).problems]
    assert found == ["not-ignored", "not-ignored", "too-few"]


def test_a_slide_with_mistakes_still_ignores() -> None:
    text = "deck: {title: 复盘}\nslides:\n  - {layout: bullets, title: 两件事, ignore: no-sorce, items: [一]}\n"
    found = {problem.code: problem for problem in compile_outline(parse(text, "a.yaml")).problems}
    assert set(found) == {"not-ignored", "too-few"}
    (change,) = found["not-ignored"].fix
    assert change.text == "no-source"


def test_a_script_ignores() -> None:
    deck = Deck("复盘", lang="zh-CN")
    deck.add("bullets", title="市场概况", items=["老客带来一半收入", "新客越来越贵"], ignore=["label-title"])
    assert not deck.check()


def test_every_warning_of_a_deck_can_be_ignored() -> None:
    found = set()
    for room in ("outline", "checks", "images", "layouts", "content"):
        for _, name, _ in pkgutil.iter_modules([f"{deckgen.__path__[0]}/{room}"]):
            module = importlib.import_module(f"deckgen.{room}.{name}")
            kinds = [value for value in vars(module).values() if isinstance(value, Kind)]
            found |= {kind.code for kind in kinds if kind.severity == "warning"}
    assert sorted(found) == list(WARNINGS)
    assert all(re.fullmatch(r"[a-z-]+", code) for code in WARNINGS)
