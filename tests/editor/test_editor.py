"""What an editor offers, explains and marks in an outline: asked of the language server that editors use for YAML."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from deckgen.gallery import gallery_outline
from deckgen.layouts import find_layout, layout_names
from deckgen.outline.schema_file import SCHEMA_FILE, schema_line
from tests.decks import LIMITS, OUTLINES
from tests.editor.server import PROGRAM, Complaint, LanguageServer, Offer
from tests.outline.chinese import gallery_in_chinese

HEAD = "deck: {title: 复盘}\nslides:\n"
HEAD_ZH = "文稿: {标题: 复盘}\n幻灯片:\n"
KPI = HEAD + "  - layout: kpi-row\n    title: 两项都涨了\n"
NAMES_ZH = [find_layout(name).name_zh for name in layout_names()]
COMMON = {"id", "kicker", "notes", "source", "footnotes", "transition", "build", "ignore"}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    yield from running(tmp_path_factory.mktemp("outlines"), SCHEMA_FILE)


def running(folder: Path, schema: Path | None = None) -> Iterator[LanguageServer]:
    missing = "node is" if not shutil.which("node") else "yaml-language-server is" if not PROGRAM.exists() else ""
    if missing:
        reason = f"editor test: {missing} not installed (.ci/run installs it, or: cd tests/editor && npm ci)"
        if os.environ.get("DECKGEN_RENDER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    started = LanguageServer(folder, schema)
    yield started
    started.close()


def labels(offers: list[Offer]) -> list[str]:
    return [offer.label for offer in offers]


def accepted(text: str, label: str, offers: list[Offer], fill: str = "一") -> str:
    """Return a text once an offer is taken at its mark and every stop is filled in."""
    (inserted,) = (offer.inserts for offer in offers if offer.label == label)
    before, after = text.split("│")
    line = before.rpartition("\n")[2]
    indent = line[: len(line) - len(line.lstrip(" "))]  # an editor indents further lines as the one it began in
    inserted = re.sub(r"\$\{\d+\|([^,}]+)[^}]*\|\}|\$\{\d+:([^}]*)\}", lambda stop: stop[1] or stop[2], inserted)
    inserted = re.sub(r"\$\d+|(?<=: )$", fill, inserted)  # the server drops a last stop
    return before + inserted.replace("\n", f"\n{indent}") + after


# where a slide begins


@pytest.mark.parametrize("begun", ["", "  - layout: cover\n    title: 一\n"], ids=["first", "second"])
def test_a_new_slide_is_offered_as_each_layout_and_nothing_else(server: LanguageServer, begun: str) -> None:
    offers = server.offers(HEAD + begun + "  - │\n")
    slides = [f"{name} · {find_layout(name).name_zh}" for name in layout_names()]
    assert labels(offers) == sorted([*slides, "layout", "版式"])
    (cover,) = (offer for offer in offers if offer.label == "cover · 封面")
    assert "第一页：讲什么" in cover.doc
    assert "The first slide" in cover.doc


def test_in_a_chinese_block_a_new_slide_is_written_in_chinese(server: LanguageServer) -> None:
    offers = server.offers(HEAD_ZH + "  - │\n")
    assert "KPI 指标组 · kpi-row" in labels(offers)
    text = accepted(HEAD_ZH + "  - │\n", "KPI 指标组 · kpi-row", offers)
    assert yaml.safe_load(text)["幻灯片"] == [
        {"版式": "KPI 指标组", "结论标题": "一", "指标": [{"数值": "一", "指标": "一"}, {"数值": "一", "指标": "一"}]}
    ]


@pytest.mark.parametrize("head", [HEAD, HEAD_ZH], ids=["en", "zh"])
def test_every_slide_that_is_offered_has_all_it_needs(server: LanguageServer, head: str) -> None:
    text = head + "  - │\n"
    offers = server.offers(text)
    slides = [offer.label for offer in offers if " · " in offer.label]
    assert len(slides) == len(layout_names())
    wrong = {label: found for label in slides if (found := server.complaints(accepted(text, label, offers)))}
    assert not wrong


# layouts and fields


def test_layouts_are_offered_by_both_their_names(server: LanguageServer) -> None:
    offers = server.offers(HEAD + "  - layout: │\n")
    assert set(labels(offers)) == {*layout_names(), "three-cards", "four-cards", *NAMES_ZH}
    (kpi,) = (offer for offer in offers if offer.label == "kpi-row")
    assert (kpi.inserts, kpi.doc.splitlines()[0]) == ("kpi-row", "KPI 指标组 · kpi-row")


def test_behind_the_chinese_field_layouts_are_offered_in_chinese(server: LanguageServer) -> None:
    assert set(labels(server.offers(HEAD + "  - 版式: │\n"))) == set(NAMES_ZH)


@pytest.mark.parametrize("layout", ["kpi-row", "KPI 指标组"])
def test_the_fields_of_the_layout_are_offered_and_no_others(server: LanguageServer, layout: str) -> None:
    offers = server.offers(HEAD + f"  - layout: {layout}\n    │\n")
    assert offers[0].label == "Required fields"
    assert set(labels(offers[1:])) == {"title", "items", "takeaway"} | COMMON


def test_a_slide_that_begins_in_chinese_goes_on_in_chinese(server: LanguageServer) -> None:
    offers = server.offers(HEAD + "  - 版式: KPI指标组\n    结论标题: 一\n    │\n")
    assert set(labels(offers)) == {
        "必填字段",
        "指标",
        "小结",
        "编号",
        "眉题",
        "备注",
        "来源",
        "注释",
        "切换",
        "动画",
        "忽略",
    }


def test_what_is_there_is_not_offered_again(server: LanguageServer) -> None:
    offers = server.offers(KPI + "    items:\n      - value: 3\n        │\n")
    assert {"unit", "label", "delta"} <= set(labels(offers))
    assert "value" not in labels(offers)
    assert next(offer.inserts for offer in offers if offer.label == "Required fields").startswith("label:")


@pytest.mark.parametrize(
    ("text", "first", "some"),
    [
        (KPI + "    items:\n      - │\n", "Required fields", {"value", "unit", "label", "delta", "better", "emphasis"}),
        (HEAD + "  - 版式: KPI 指标组\n    指标:\n      - │\n", "必填字段", {"数值", "单位", "指标", "变化"}),
        (HEAD + "  - layout: chart-full\n    chart:\n      │\n", "cagr", {"type", "data", "series", "categories"}),
        (HEAD + "  - layout: image-full\n    image:\n      │\n", "Required fields", {"file", "alt", "focus"}),
        ("deck:\n  │\n", "author", {"title", "lang", "theme", "semantics"}),
        ("文稿:\n  │\n", "主题", {"标题", "语言", "涨跌色"}),
        ("sources:\n  report:\n    │\n", "date", {"publisher", "title", "url"}),
        ("│", "deck", {"sources", "slides", "文稿", "来源", "幻灯片"}),
    ],
    ids=["part", "part zh", "chart", "image", "deck", "deck zh", "source", "outline"],
)
def test_the_fields_of_a_part_are_offered(server: LanguageServer, text: str, first: str, some: set[str]) -> None:
    offered = labels(server.offers(text))
    assert offered[0] == first
    assert some <= set(offered)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (KPI + "    items:\n      - better: │\n", {"up": "升是好事 · up", "down": "降是好事 · down"}),
        (HEAD + "  - 版式: KPI 指标组\n    指标:\n      - 好的方向: │\n", {"up": "升是好事 · up", "down": "降是好事 · down"}),
        (KPI + "    items:\n      - emphasis: │\n", {"true": "", "false": ""}),
        (KPI + "    transition: │\n", {"none": "无 · none", "fade": "淡入淡出 · fade", "push": "推入 · push",
                                       "morph": "平滑 · morph"}),
        (HEAD + "  - layout: agenda\n    items: │\n", {}),
        (KPI + "    title: │\n", {}),
        ("deck:\n  theme: │\n", dict.fromkeys(("clarity", "gazette", "night", "pulse"), "")),
    ],
    ids=["choice", "choice zh", "flag", "transition", "list", "text", "theme"],
)  # fmt: skip
def test_the_values_of_a_field_are_offered(server: LanguageServer, text: str, values: dict[str, str]) -> None:
    assert {offer.label: offer.doc for offer in server.offers(text)} == values


def test_icons_are_offered_in_both_languages(server: LanguageServer) -> None:
    offers = {offer.label: offer for offer in server.offers(HEAD + "  - layout: cards\n    items:\n      - icon: │\n")}
    assert "物流" in offers["truck"].doc or "货车" in offers["truck"].doc
    assert "购物车" in offers


# what is explained


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (KPI.replace("title: 两", "ti│tle: 两"), ["结论标题 · title", "这些数字所证明的论断。", "The claim that the", "56"]),
        (KPI.replace("kpi-row", "kpi-│row"), ["KPI 指标组 · kpi-row", "两到六个大数字", "Two to six big numbers"]),
        (HEAD + "  - 版式: KPI指│标组\n", ["KPI 指标组 · kpi-row", "两到六个大数字"]),
        (HEAD + "  - layout: cover\n    主标│题: 一\n", ["主标题 · title", "整份文稿要回答的问题"]),
        (KPI + "    it│ems: []\n", ["指标 · items", "2–6 项", "2 to 6 items", "必填"]),
        (KPI + "    items: [{bet│ter: up}]\n", ["好的方向 · better", "不写就是 up", "By default up", "降是好事"]),
        (KPI + "    sour│ce: 年报\n", ["来源 · source", "`sources:`"]),
        (HEAD.replace("deck", "de│ck"), ["文稿 · deck", "这份文稿是什么"]),
    ],
    ids=["field", "layout", "layout zh", "field zh", "list", "choice", "code", "block"],
)  # fmt: skip
def test_resting_on_a_word_explains_it_in_both_languages(server: LanguageServer, text: str, told: list[str]) -> None:
    shown = server.hover(text)
    assert [words for words in told if words not in shown] == []
    assert "||" not in shown


# what is marked


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        (HEAD + "  - layout: cover\n    title: 一\n    subtitel: 二\n", [(5, "Property subtitel is not allowed.")]),
        (HEAD + "  - 版式: 封面\n    标题: 一\n    副标提: 二\n", [(5, "Property 副标提 is not allowed.")]),
        (HEAD + "  - layout: statement\n", [(3, 'Missing property "text".')]),
        (HEAD + "  - 版式: 核心观点页\n", [(3, 'Missing property "核心观点".')]),
        (HEAD + "  - title: 一\n", [(3, 'Missing property "layout".')]),
        (HEAD + "  - layout: kpi-rwo\n    title: 一\n", [(3, "没有这种版式。There is no such layout.")]),
        (HEAD + "  - 版式: 封页\n    标题: 一\n", [(3, "没有这种版式。There is no such layout.")]),
        (KPI + "    items: [{value: 1, label: 月活}]\n", [(5, "Array has too few items. Expected 2 or more.")]),
        (KPI + "    items: [{value: 1}, {value: 2, label: 二}]\n", [(5, 'Missing property "label".')]),
        (KPI + "    items: 月活\n", [(5, 'Incorrect type. Expected "array".')]),
        (KPI + "    takeaway: [一]\n    items: [{value: 1, label: 一}, {value: 2, label: 二}]\n",
         [(5, "Incorrect type. Expected one of string, number.")]),
        (HEAD + "  - 版式: 封面\n    layout: cover\n    title: 一\n", [(3, "Property 版式 is not allowed.")]),
        ("slides:\n  - {layout: cover, title: 一}\n", [(1, 'Missing property "deck".')]),
    ],
    ids=["misspelt", "misspelt zh", "missing", "missing zh", "no layout", "wrong layout", "wrong layout zh", "too few",
         "part", "no list", "no text", "both names", "no deck"],
)  # fmt: skip
def test_a_mistake_is_marked_where_it_stands(server: LanguageServer, text: str, complaints: list[Complaint]) -> None:
    assert server.complaints(text) == complaints


@pytest.mark.parametrize("path", [*OUTLINES, *LIMITS], ids=lambda path: path.stem)
def test_nothing_is_marked_in_an_outline_that_builds(server: LanguageServer, path: Path) -> None:
    assert server.complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", [gallery_outline(), gallery_in_chinese()], ids=["en", "zh"])
def test_nothing_is_marked_in_the_examples_of_all_layouts(server: LanguageServer, text: str) -> None:
    assert server.complaints(text) == []


def test_what_deckgen_takes_for_text_or_leaves_out_is_not_marked(server: LanguageServer) -> None:
    items = "    items: [{value: 1, label: no, better: , emphasis: 是}, {value: 2, label: 2024-05, unit: }]\n"
    assert server.complaints(KPI.replace("两项都涨了", "true") + "    takeaway:\n    footnotes:\n" + items) == []
    assert server.complaints(HEAD + "  - layout: agenda\n    title: 一\n    items:\n") == []
    wrong = HEAD + "  - layout: agenda\n    title: 一\n    items: 二\n"
    assert server.complaints(wrong) == [(5, 'Incorrect type. Expected "array".')]


def test_the_line_of_an_outline_names_the_schema(tmp_path: Path) -> None:
    """Also where folders have names that editors stumble over."""
    folder = tmp_path / "我的 文稿"
    folder.mkdir()
    schema = Path(shutil.copy(SCHEMA_FILE, folder / "outline.schema.json"))
    text = "  - layout: statement\n"
    for server in running(folder):
        for line in (schema_line(schema), "# yaml-language-server: $schema=./outline.schema.json"):
            assert server.complaints(f"{line}\n{HEAD}{text}") == [(4, 'Missing property "text".')]
        assert server.complaints(HEAD + text) == []
