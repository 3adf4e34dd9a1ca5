"""A deck that is compiled again with what was kept from the last time is the deck that is compiled anew."""

from __future__ import annotations

import random

import pytest

import deckgen.compose
import deckgen.outline.validate
from deckgen.compiler import Compiled, compile_outline
from deckgen.content.tree import Node
from deckgen.gallery import gallery_outline
from deckgen.kept import Kept
from deckgen.outline.deck import SlideContent
from deckgen.outline.read import parse
from deckgen.outline.validate import CheckedSlide
from deckgen.problems import Problem, Span
from deckgen.scene.items import Scene, TextBox
from deckgen.scene.setting import Chapter, Setting
from tests.decks import FLAGSHIP

SLIDES = "".join(
    f"  - layout: bullets\n    title: 第{n}个结论成立\n    items: [甲{n}, 乙{n}, 丙{n}]\n" for n in range(1, 7)
)
DECK = f"deck: {{title: 复盘}}\nslides:\n{SLIDES}"


def compiled(text: str, kept: Kept | None = None) -> Compiled:
    return compile_outline(parse(text, "a.yaml"), folder=FLAGSHIP.parent, kept=kept)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the slides that were drawn, as they are drawn."""
    paths: list[str] = []
    draw = deckgen.compose._draw_slide

    def watched(slide: SlideContent, setting: Setting, chapter: Chapter | None, number: int) -> list[Scene]:
        paths.append(slide.path)
        return draw(slide, setting, chapter, number)

    monkeypatch.setattr(deckgen.compose, "_draw_slide", watched)
    return paths


def test_only_the_slide_that_changed_is_drawn(drawn: list[str]) -> None:
    kept = Kept()
    compiled(DECK, kept)
    drawn.clear()
    compiled(DECK.replace("乙3", "乙的新话"), kept)
    assert drawn == ["slides[2]"]


def test_only_what_changed_is_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    paths: list[str] = []
    check = deckgen.outline.validate._checked_slide

    def watched(node: Node, index: int, path: str, problems: list[Problem]) -> CheckedSlide:
        paths.append(path)
        return check(node, index, path, problems)

    monkeypatch.setattr(deckgen.outline.validate, "_checked_slide", watched)
    kept = Kept()
    compiled(DECK, kept)
    paths.clear()
    compiled(DECK.replace("乙3", "乙的新话"), kept)
    assert paths == ["slides[2]"]
    paths.clear()
    wrong = DECK.replace("title: 第2个", "titel: 第2个")
    compiled(wrong, kept)
    assert compiled(wrong, kept).problems == compiled(wrong).problems, "a mistake is told of every time"
    assert paths[:2] == ["slides[1]", "slides[2]"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("甲3, 乙3", '甲3, "乙3"'),
        ("甲3, 乙3", "甲3,  乙3"),
        ("slides:", "\nslides:"),
        ("title: 第3个", "title:  第3个"),
    ],
)
def test_a_slide_that_stands_elsewhere_or_is_quoted_is_checked_again(before: str, after: str) -> None:
    kept = Kept()
    compiled(DECK, kept)
    again, anew = compiled(DECK.replace(before, after), kept), compiled(DECK.replace(before, after))
    assert again.deck and anew.deck
    assert [spans(slide) for slide in again.deck.slides] == [spans(slide) for slide in anew.deck.slides]


def spans(slide: SlideContent) -> list[tuple[str, Span | None, str]]:
    return [(text.plain, text.span, text.path) for text in slide.texts]


def test_nothing_is_drawn_where_lines_only_moved(drawn: list[str]) -> None:
    kept = Kept()
    compiled(DECK, kept)
    drawn.clear()
    moved = compiled(DECK.replace("slides:", "\n# 一句说明\nslides:"), kept)
    assert drawn == []
    assert [scene.span.line for scene in moved.scenes if scene.span] == [line + 2 for line in range(3, 21, 3)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{title: 复盘}", "{title: 另一个页脚}"),
        ("{title: 复盘}", "{title: 复盘, theme: night}"),
        ("{title: 复盘}", "{title: 复盘, lang: en-US}"),
        ("{title: 复盘}", "{title: 复盘, transition: push}"),
        ("slides:", "sources: {a: 一份报告}\nslides:"),
        ("slides:\n", "slides:\n  - {layout: section, title: 第一部分}\n"),
    ],
)
def test_all_is_drawn_where_the_deck_around_the_slides_changed(before: str, after: str, drawn: list[str]) -> None:
    kept = Kept()
    compiled(DECK, kept)
    drawn.clear()
    compiled(DECK.replace(before, after), kept)
    assert len(drawn) >= 6


def test_what_was_dropped_and_comes_back_is_drawn_again(drawn: list[str]) -> None:
    kept = Kept()
    compiled(DECK, kept)
    compiled(DECK.replace("乙3", "乙的新话"), kept)
    drawn.clear()
    compiled(DECK, kept)
    assert drawn == ["slides[2]"]


def test_a_slide_with_a_mistake_keeps_its_page_number(drawn: list[str]) -> None:
    kept = Kept()
    whole = compiled(DECK, kept)
    drawn.clear()
    broken = compiled(DECK.replace("    title: 第2个结论成立\n", "    titel: 第2个结论成立\n    更多: 1\n"), kept)
    assert broken.has_errors
    assert drawn == []
    assert [footer(scene) for scene in broken.scenes] == [footer(whole.scenes[n]) for n in (0, 2, 3, 4, 5)]


def footer(scene: Scene) -> str:
    return next(item.plain for item in scene.items if isinstance(item, TextBox) and item.field == "slidenum")


def changed(lines: list[str], chance: random.Random) -> list[str]:
    """Return the lines of an outline after one more thing that a person does to them."""
    row = chance.randrange(3, len(lines))
    starts = [number for number, line in enumerate(lines) if line.startswith("  - layout")]
    begin = chance.choice(starts)
    end = next((start for start in starts if start > begin), len(lines))
    deed = chance.choice(["word", "blank", "comment", "drop", "twice", "swap", "quote"])
    if deed == "blank":
        return [*lines[:begin], "", *lines[begin:]]
    if deed == "comment":
        return [*lines[:row], "# 一句说明", *lines[row:]]
    if deed == "drop" and len(starts) > 2:
        return lines[:begin] + lines[end:]
    if deed == "twice":
        return lines[:end] + lines[begin:end] + lines[end:]
    if deed == "swap":
        return lines[:begin] + lines[end:] + lines[begin:end]
    return [
        *lines[:row],
        lines[row].replace("，", "、", 1) if "，" in lines[row] else f"{lines[row]}了",
        *lines[row + 1 :],
    ]


@pytest.mark.parametrize("text", [FLAGSHIP.read_text(encoding="utf-8"), gallery_outline()], ids=["flagship", "gallery"])
def test_a_whole_afternoon_of_editing(text: str) -> None:
    chance = random.Random(7)
    kept = Kept()
    lines = text.split("\n")
    for _ in range(12):
        lines = changed(lines, chance)
        again, anew = compiled("\n".join(lines), kept), compiled("\n".join(lines))
        assert again.scenes == anew.scenes
        assert told(again.setting) == told(anew.setting)
        assert again.problems == anew.problems


def told(setting: Setting | None) -> object:
    return setting and (setting.chapters, setting.pages, setting.citations, setting.theme)
