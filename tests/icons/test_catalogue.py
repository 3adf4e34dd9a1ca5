"""Icons are found by the words people use for them, and drawn as freeforms."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from deckgen.content import Content, Icon, slot
from deckgen.icons import SIZE, drawing, find_symbol, search, symbols
from deckgen.scene.items import Freeform, Look, Stroke
from deckgen.theme import load_theme
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.shape import freeform


class _Card(Content):
    icon: Icon = slot("An icon.", "图标。", zh="图标", default=Icon())


def test_every_word_means_one_icon() -> None:
    words = Counter(word for symbol in symbols().values() for word in (symbol.name, *symbol.words, *symbol.words_zh))
    assert [word for word, count in words.items() if count > 1] == []


def test_every_icon_has_chinese_words_and_a_group() -> None:
    for symbol in symbols().values():
        assert symbol.words_zh, symbol.name
        assert all(re.search("[\u4e00-\u9fff]", word) for word in (*symbol.words_zh, symbol.group_zh)), symbol.name
        assert not re.search("[\u4e00-\u9fff]", " ".join((symbol.name, *symbol.words))), symbol.name


def test_every_drawing_is_made_of_what_a_freeform_knows_and_fills_its_field() -> None:
    points = {"M": 1, "L": 1, "C": 3, "Z": 0}
    for name in symbols():
        steps = re.findall(r"([A-Z])([^A-Z]*)", drawing(name))
        assert steps[0][0] == "M", name
        for letter, numbers in steps:
            assert len(numbers.split()) == 2 * points[letter], name
        ends = [[int(number) for number in numbers.split()[-2:]] for letter, numbers in steps if letter != "Z"]
        across, down = ([point[axis] for point in ends] for axis in (0, 1))
        assert 0 <= min(across + down) <= max(across + down) <= SIZE, name
        assert max(max(across) - min(across), max(down) - min(down)) >= SIZE / 3, name


@pytest.mark.parametrize("word", ["cart", "购物车", "采购", "Shopping Cart", "shopping-cart", " trolley "])
def test_an_icon_is_found_by_any_of_its_words(word: str) -> None:
    assert find_symbol(word).name == "cart"
    assert _Card.model_validate({"icon": word}).icon.name == "cart"


@pytest.mark.parametrize(
    ("word", "name"),
    [("users", "users"), ("trending-up", "growth"), ("物流", "truck"), ("增长", "growth"), ("landmark", "bank")],
)
def test_our_own_names_come_before_those_of_lucide(word: str, name: str) -> None:
    assert find_symbol(word).name == name


def test_no_icon_is_empty() -> None:
    assert not _Card().icon
    assert not _Card.model_validate({"icon": ""}).icon


def test_a_search_shows_exact_matches_first() -> None:
    assert [symbol.name for symbol in search("安全")][:2] == ["shield-check", "hard-hat"]
    assert search("globe")[0].name == "globe"
    assert search("nothing of the kind") == []


def test_a_freeform_is_written_step_by_step() -> None:
    drawn = freeform(Freeform(100, 50, "M 0 0 L 100 0 C 1 2 3 4 100 50 Z"), filled=False)
    assert '<a:path w="100" h="50" fill="none"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>' in drawn
    assert '<a:lnTo><a:pt x="100" y="0"/></a:lnTo>' in drawn
    assert (
        '<a:cubicBezTo><a:pt x="1" y="2"/><a:pt x="3" y="4"/><a:pt x="100" y="50"/></a:cubicBezTo><a:close/>' in drawn
    )
    assert 'fill="none"' not in freeform(Freeform(1, 1, "M 0 0 L 1 1 Z"), filled=True)


def test_strokes_of_icons_are_round() -> None:
    palette = Palette(load_theme("pulse").roles)
    stroke = Look(stroke=Stroke("accent", 2, round=True)).stroke
    assert stroke
    line = palette.line(*stroke)
    assert line.startswith('<a:ln w="25400" cap="rnd"><a:solidFill>')
    assert line.endswith("</a:solidFill><a:round/></a:ln>")
