"""What the page is told of an outline, from one save to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckgen import build
from deckgen.preview.view import View

DECK = """deck: {title: 复盘, theme: pulse}
slides:
  - layout: statement
    text: 第一句话站得住
  - layout: bullets
    title: 三件事要先做
    items: [甲, 乙, 丙]
    notes: 先讲甲。
  # 结论
  - layout: statement
    text: 第三句话站得住
"""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "复盘.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def save(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_a_slide_comes_with_its_words_and_its_lines(outline: Path) -> None:
    state = View(outline).refresh()
    assert (state["file"], state["title"], state["lang"], state["theme"]) == ("复盘.yaml", "复盘", "zh-CN", "pulse")
    assert (state["version"], state["current"], state["changed"]) == (1, True, [])
    slide = state["slides"][1]
    assert (slide["number"], slide["layout"], slide["title"], slide["notes"]) == (
        2,
        "bullets",
        "三件事要先做",
        "先讲甲。",
    )
    assert slide["first"] == 5
    assert slide["source"][0] == "  - layout: bullets"
    assert slide["source"][-1] == "    notes: 先讲甲。", "the comment above the next slide belongs to that one"
    assert slide["lines"]["slides[1].title"] == 6
    assert [theme["name"] for theme in state["themes"]] == ["clarity", "gazette", "night", "pulse"]


def test_only_the_slide_that_changed_gets_a_new_picture(outline: Path) -> None:
    view = View(outline)
    before = view.refresh()
    save(outline, "乙", "乙的新话")
    after = view.refresh()
    assert (after["version"], after["changed"]) == (2, [2])
    assert [a["picture"] == b["picture"] for a, b in zip(before["slides"], after["slides"], strict=True)] == [
        True,
        False,
        True,
    ]
    assert "乙的新话" in view.pictures[after["slides"][1]["picture"]]
    assert set(view.pictures) == {slide["picture"] for slide in after["slides"]}


def test_lines_that_move_change_no_picture(outline: Path) -> None:
    view = View(outline)
    before = view.refresh()
    save(outline, "slides:", "\n# 说明\nslides:")
    after = view.refresh()
    assert after["changed"] == []
    assert [slide["picture"] for slide in after["slides"]] == [slide["picture"] for slide in before["slides"]]
    assert [slide["first"] for slide in after["slides"]] == [slide["first"] + 2 for slide in before["slides"]]
    assert after["slides"][1]["lines"]["slides[1].title"] == 8


def test_notes_change_without_a_new_picture(outline: Path) -> None:
    view = View(outline)
    view.refresh()
    save(outline, "先讲甲", "先讲乙")
    state = view.refresh()
    assert (state["changed"], state["slides"][1]["notes"]) == ([], "先讲乙。")


def test_a_slide_with_a_mistake_is_shown_as_it_was(outline: Path) -> None:
    view = View(outline)
    before = view.refresh()
    save(outline, "items: [甲, 乙, 丙]", "items: [甲, 乙, 丙]\n    没有这个: 1")
    state = view.refresh()
    assert state["current"]
    slide = state["slides"][1]
    assert (slide["stale"], slide["picture"]) == (True, before["slides"][1]["picture"])
    assert "    没有这个: 1" in slide["source"]
    (problem,) = [problem for problem in state["problems"] if problem["severity"] == "error"]
    assert (problem["slide"], problem["line"], problem["text"]) == (2, 8, "    没有这个: 1")
    assert problem["text"][problem["start"] : problem["end"]] == "没有这个"
    assert state["slides"][2]["picture"] == before["slides"][2]["picture"], "the others keep their page numbers"
    save(outline, "\n    没有这个: 1", "")
    assert not any(slide["stale"] for slide in view.refresh()["slides"])


def test_a_slip_that_the_parser_meets_belongs_to_the_slide_of_its_line(outline: Path) -> None:
    save(outline, "title: 三件事要先做", 'title: "三件事要先做')
    (problem,) = [problem for problem in View(outline).refresh()["problems"] if problem["severity"] == "error"]
    assert (problem["code"], problem["line"], problem["slide"]) == ("unclosed-quote", 6, 2)


def test_a_slide_begun_above_another_is_not_taken_for_it(outline: Path) -> None:
    view = View(outline)
    before = view.refresh()
    save(outline, "slides:\n", "slides:\n  - layout: bullets\n    title: 还没写完\n")
    state = view.refresh()
    begun, *others = state["slides"]
    assert (begun["title"], begun["picture"]) == ("还没写完", "")
    assert [slide["identity"] for slide in others] == [slide["identity"] for slide in before["slides"]]


def test_a_new_slide_with_a_mistake_is_not_shown_as_another(outline: Path) -> None:
    view = View(outline)
    before = view.refresh()
    save(outline, "  - layout: bullets", "  - layout: bullets\n  - layout: bullets")
    state = view.refresh()
    assert [slide["stale"] for slide in state["slides"]] == [False, True, False, False]
    assert [slide["title"] for slide in state["slides"]] == ["第一句话站得住", "", "三件事要先做", "第三句话站得住"]
    assert state["slides"][1]["picture"] == ""
    save(outline, "  - layout: bullets\n  - layout: bullets", "  - layout: bullets")
    assert [slide["picture"] for slide in view.refresh()["slides"]] == [slide["picture"] for slide in before["slides"]]


def test_a_slide_with_a_mistake_is_known_where_it_moves(outline: Path) -> None:
    view = View(outline)
    before = view.refresh()
    save(outline, "items: [甲, 乙, 丙]", "item: [甲, 乙, 丙]")
    view.refresh()
    save(outline, "slides:\n", "slides:\n  - layout: statement\n    text: 新的一句话\n")
    slide = view.refresh()["slides"][2]
    assert (slide["path"], slide["stale"], slide["picture"]) == ("slides[2]", True, before["slides"][1]["picture"])


def test_one_of_two_equal_slides_is_shown_as_it_was(outline: Path) -> None:
    slide = "  - layout: statement\n    text: 第一句话站得住\n"
    save(outline, slide, slide * 2)
    view = View(outline)
    before = view.refresh()
    save(outline, slide * 2, slide + slide.replace("text", "test"))
    state = view.refresh()
    assert [slide["picture"] for slide in state["slides"]] == [slide["picture"] for slide in before["slides"]]
    assert [slide["stale"] for slide in state["slides"]] == [False, True, False, False]


def test_the_last_slide_ends_where_another_block_begins(outline: Path) -> None:
    with outline.open("a", encoding="utf-8") as file:
        file.write("\nsources:\n  a: {title: 年报}\n")
    slides = View(outline).refresh()["slides"]
    assert slides[-1]["source"] == ["  - layout: statement", "    text: 第三句话站得住"]


def test_title_and_theme_are_those_of_now(outline: Path) -> None:
    (outline.parent / "own.yaml").write_text("base: night\nname: own\n", encoding="utf-8")
    view = View(outline)
    assert (view.refresh()["title"], view.refresh()["theme"]) == ("复盘", "pulse")
    save(outline, "title: 复盘, theme: pulse", "theme: own.yaml")
    assert (view.refresh()["title"], view.refresh()["theme"]) == ("", "")
    themes = view.refresh()["themes"]
    outline.write_text("slides: [", encoding="utf-8")
    assert view.refresh()["themes"] == themes


def test_an_outline_that_cannot_be_read_leaves_the_slides_as_they_were(outline: Path) -> None:
    view = View(outline)
    before = view.refresh()
    outline.write_text("deck: {title: 复盘\nslides:\n  - [", encoding="utf-8")
    state = view.refresh()
    assert not state["current"]
    assert state["slides"] == before["slides"]
    assert state["title"] == "复盘"
    assert [problem["line"] for problem in state["problems"]]
    assert all(slide["picture"] in view.pictures for slide in state["slides"])
    outline.write_text(DECK, encoding="utf-8")
    assert view.refresh()["current"]


def test_a_slide_that_never_was_right_has_no_picture(outline: Path) -> None:
    save(outline, "    items: [甲, 乙, 丙]\n", "")
    view = View(outline)
    slide = view.refresh()["slides"][1]
    assert (slide["picture"], slide["title"], slide["layout"], slide["stale"]) == ("", "三件事要先做", "bullets", True)


def test_an_outline_without_slides_is_told_as_such(tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("", encoding="utf-8")
    state = View(empty).refresh()
    assert state["slides"] == []
    assert state["problems"]


def test_another_theme_draws_everything_anew(outline: Path) -> None:
    pulse, night = View(outline), View(outline, "night")
    shown = {slide["picture"] for slide in pulse.refresh()["slides"]}
    state = night.refresh()
    assert state["theme"] == "night"
    assert not shown & {slide["picture"] for slide in state["slides"]}


def test_a_theme_file_of_ones_own_can_be_gone_back_to(outline: Path) -> None:
    (outline.parent / "own.yaml").write_text("base: night\nname: own\n", encoding="utf-8")
    save(outline, "theme: pulse", "theme: own.yaml")
    state = View(outline).refresh()
    assert (state["theme"], state["themes"][0]) == ("", {"name": "", "label": "own.yaml", "said": ""})


def test_a_picture_that_was_saved_again_is_drawn_again(outline: Path) -> None:
    picture = outline.parent / "bild.png"
    Image.new("RGB", (640, 360), "red").save(picture)
    slide = "  - {layout: image-full, title: 这就是它, image: {file: bild.png, alt: 一块颜色}}\n"
    save(outline, "  # 结论\n", slide)
    view = View(outline)
    before = view.refresh()["slides"][2]["picture"]
    assert picture.resolve() in view.files()
    Image.new("RGB", (640, 360), "blue").save(picture)
    state = view.refresh(others=True)
    assert state["changed"] == [3]
    assert state["slides"][2]["picture"] != before


def test_files_are_known_while_the_outline_cannot_be_read(outline: Path) -> None:
    save(outline, "theme: pulse", "theme: own.yaml")
    view = View(outline)
    view.refresh()
    outline.write_text("slides: [", encoding="utf-8")
    view.refresh()
    assert view.files() == {outline.with_name("own.yaml").resolve()}


def test_what_no_file_can_be_called_names_none(outline: Path) -> None:
    save(outline, "先讲甲。", '"甲\\0乙.png"')
    view = View(outline)
    view.refresh()
    assert view.files() == set()


def test_data_that_were_saved_again_are_drawn_again(outline: Path) -> None:
    data = outline.parent / "zahlen.csv"
    data.write_text("市场,销量\n美国,3\n英国,2\n", encoding="utf-8")
    chart = "chart: {type: bar, file: zahlen.csv}"
    slide = f"  - {{layout: chart-full, title: 美国卖得最多, subtitle: 单位：件, source: 店铺后台, {chart}}}\n"
    save(outline, "  # 结论\n", slide)
    view = View(outline)
    view.refresh()
    assert data.resolve() in view.files()
    data.write_text("市场,销量\n美国,3\n英国,1\n", encoding="utf-8")
    assert view.refresh(others=True)["changed"] == [3]


def test_the_deck_is_that_of_a_build(outline: Path, tmp_path: Path) -> None:
    view = View(outline)
    view.refresh()
    assert view.deck() == build(outline, tmp_path / "deck.pptx").read_bytes()
    save(outline, "items:", "item:")
    view.refresh()
    assert view.deck() is None


def test_a_path_leads_to_its_line(outline: Path) -> None:
    view = View(outline)
    view.refresh()
    assert view.line_of("slides[1].title") == 6
    assert view.line_of("slides[1].items[2].text") == 7, "a plain entry stands for its main field"
    assert view.line_of("slides[9].title") == 3, "the list of slides is the nearest"
    assert view.line_of("") == 1
