"""The flagship says nothing its sources do not say: its figures and quotations are held against a list made by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

OUTLINE = Path(__file__).parents[2] / "outlines" / "tiktok-cross-border.yaml"

# Each measure the deck may print, with the numbers of the facts it rests on in the list of facts taken from the two
# articles. `推算` is our own arithmetic and must be called so beside it; A is how the articles are dated.
MEASURES = {
    "12亿": "F010", "12亿+": "F010",
    "30亿": "F007", "30亿+": "F007", "30亿次": "F008", "30亿+次": "F007",
    "第5款": "F008", "4款": "F009", "2014年1月": "F009", "2021年": "F007 F023",
    "62%": "F015", "10–29岁": "F015", "7.1%": "F016", "50岁以上": "F016", "2020年": "F015", "2020": "F015",
    "30.9%": "F017 推算", "10岁": "F017",
    "20亿美元": "F024", "20亿": "F024", "2022年": "F024 F028",
    "230亿美元": "F025", "2023年": "F025 A",
    "10倍": "F026", "230÷20": "F026 推算", "11.5倍": "F026 推算", "×11.5": "F026 推算", "10.5倍": "F026 推算",
    "2022年6月": "F059", "2022年7月": "F028 A", "7月": "A",
    "0.99包邮": "F035",
    "95%+": "F048", "50%+": "F049",
    "70%": "F056", "30%": "F056", "100%": "F056", "1000英镑": "F057",
    "1.2亿": "F011",
    "2023年7月": "A",
}  # fmt: skip

# Amounts in Chinese numerals, which are figures as much as digits are.
AMOUNTS = {"十亿级": "F010", "十余倍": "F026", "百万美元": "F055", "三成": "F056"}

# The only words between quotation marks, all of them quoted from the articles.
QUOTATIONS = {
    "TikTok直播，眼下不太适合做品牌。": "F054",
    "我需要": "F051",
    "购物认同感": "F058",
    "质量第一": "F081",
    "相关媒体": "F024",
    "日前": "F028",
}

# The mark of the editor's own additions, quoted where the slide explains it.
MARK = "编"

# What a slide must say beside a figure that is no settled fact.
CAVEATS = {
    "scale": ("原文未注明出处与时点", "原文未注明数据商与时点", "2021年为语境"),
    "summary": ("未注明出处与时点", "编者归纳", "Statista，2020，转引自"),
    "audience": ("30.9%为推算", "Statista，2020", "原文承认", "无数据"),
    "target": ("目标", "10倍", "11.5倍", "推算", "未具名"),
    "history": ("报道称", "否认", "日前", "真伪未定", "原文认为"),
    "causes": ("原文未写币种", "编者归纳"),
    "cause-price": ("原文未写币种",),
    "cause-habit": ("下限", "口径不同", "不可相减"),
    "case-newme": ("期间未注明", "币种不同", "不可互相推导"),
    "cause-culture": ("《财经时报》", "《金融时报》", "据报道", "原文结论"),
    "answers": ("编者归纳",),
    "plan": ("编者建议",),
}

MEASURE = re.compile(
    r"[第×]?\d+(?:\.\d+)?(?:[–÷-]\d+)*(?:%\+?|亿\+?(?:美元|次)?|岁(?:以上)?|年(?:\d+月)?|月|倍|款|个|英镑|包邮)?"
)
AMOUNT = re.compile(r"[一二两三四五六七八九十百千万]+(?:成(?![本为功交])|余?倍|[百千万亿](?:美元|级|次)?|亿级)")
MARKUP = re.compile(r"\[\^\d+\]|\[@[^\]]+\]|\[\d\]|\*\*")
HAN = r"[\u3400-\u9fff]"
NOT_TEXT = {"layout", "id", "link", "emphasis", "max", "type", "side", "scale", "status", "tone", "origin"}


class Said(NamedTuple):
    """A text of the deck and the slide it stands on."""

    slide: str
    text: str


def outline() -> dict[str, Any]:
    loaded = yaml.load(OUTLINE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def texts(node: Any) -> Iterator[str]:
    """Yield every text, without markup; a number is joined to the unit it is printed with."""
    if isinstance(node, str):
        yield MARKUP.sub("", node)
    elif isinstance(node, list):
        for item in node:
            yield from texts(item)
    elif "data" in node and "unit" in node:
        for category, value in node["data"].items():
            yield category
            yield (value["value"] if isinstance(value, dict) else value) + node["unit"]
        yield from texts({key: value for key, value in node.items() if key not in ("data", "unit")})
    else:
        if "value" in node and "unit" in node:
            yield node["value"] + node["unit"]
        joined = ("value", "unit") if "value" in node and "unit" in node else ()
        for key, value in node.items():
            if key not in NOT_TEXT and key not in joined:
                yield from texts(value)


def said() -> list[Said]:
    """Return every text of the slides, speaker notes included."""
    return [Said(slide["id"], text) for slide in outline()["slides"] for text in texts(slide)]


def measures(text: str) -> list[str]:
    return MEASURE.findall(text)


def spacing_faults(text: str) -> list[str]:
    """Return typed spaces between Han and Latin letters or digits."""
    return re.findall(rf"{HAN}[ \u00a0]+[A-Za-z0-9]|[A-Za-z0-9%+][ \u00a0]+{HAN}", text)


def punctuation_faults(text: str) -> list[str]:
    """Return half-width marks that touch a Han character, straight quotation marks, and wide digits."""
    return re.findall(rf"{HAN}[,;:!?()]|[,;:!?()]{HAN}|{HAN}\.(?!\d)|[\"'０-９]", text)


def test_every_measure_is_a_fact() -> None:
    unknown = [(where, found) for where, text in said() for found in measures(text) if found not in MEASURES]
    assert not unknown


def test_every_fact_of_the_list_is_used() -> None:
    """A list longer than the deck would let a wrong figure pass."""
    used = {found for _, text in said() for found in measures(text)}
    assert set(MEASURES) - used == set()


def test_amounts_in_chinese_numerals_are_facts() -> None:
    found = {amount for _, text in said() for amount in AMOUNT.findall(text)}
    assert found <= set(AMOUNTS), found - set(AMOUNTS)


def test_quotations_are_exactly_the_allowed_ones() -> None:
    quoted = {words for _, text in said() for words in re.findall(r"“([^”]*)”", text)}
    assert quoted == {*QUOTATIONS, MARK}
    assert all(text.count("“") == text.count("”") for _, text in said())
    assert not [text for _, text in said() if re.search(r"[「」『』‘’]", text)]


@pytest.mark.parametrize(("slide", "words"), CAVEATS.items())
def test_a_doubtful_figure_is_marked_where_it_stands(slide: str, words: tuple[str, ...]) -> None:
    shown = next(page for page in outline()["slides"] if page["id"] == slide)
    text = "｜".join(texts({key: value for key, value in shown.items() if key != "notes"}))
    assert [word for word in words if word not in text] == []


def test_derived_figures_are_called_so() -> None:
    derived = {figure for figure, fact in MEASURES.items() if "推算" in fact}
    for where, text in said():
        if derived & set(measures(text)):
            assert "推算" in text, (where, text)


def test_every_figure_stands_with_what_it_counts() -> None:
    """Exchanged figures would each be a fact, and the slide still wrong."""
    slides = {slide["id"]: slide for slide in outline()["slides"]}
    assert slides["audience"]["chart"]["data"] == {"10–29岁": "62", "50岁以上": "7.1"}  # F015, F016
    assert slides["case-newme"]["chart"]["data"] == {"短视频": "70", "直播": "30"}  # F056
    targets = {year: point["value"] for year, point in slides["target"]["chart"]["data"].items()}
    assert targets == {"2022年目标": "20", "2023年目标": "230"}  # F024, F025
    items = {item["label"]: item["value"] + item["unit"] for item in slides["scale"]["items"]}
    assert items["全球月活用户"] == "12亿+"  # F010
    assert items["全球下载次数"] == "30亿+"  # F007
    assert items["安装量超30亿次的非游戏应用"] == "第5款"  # F008
    assert all("未注明" in item["note"] for item in slides["scale"]["items"])
    channels = slides["cause-habit"]["rows"][-1]
    assert "95%+" in channels["left"]  # F048, at home
    assert "50%+" in channels["right"]  # F049, abroad


def test_the_targets_are_drawn_as_plans() -> None:
    chart = next(slide for slide in outline()["slides"] if slide["id"] == "target")["chart"]
    assert [point["status"] for point in chart["data"].values()] == ["plan", "plan"]


def test_contested_reports_are_drawn_as_disputed() -> None:
    events = next(slide for slide in outline()["slides"] if slide["id"] == "history")["events"]
    status = {event["head"]: event["status"] for event in events}
    assert status["报道称暂缓扩张"] == status["官方辟谣"] == "disputed"
    assert status["目标20亿美元"] == "plan"


def test_our_own_advice_is_marked_as_ours() -> None:
    slides = {slide["id"]: slide for slide in outline()["slides"]}
    assert {step["origin"] for step in slides["closing"]["next_steps"]} == {"editor"}
    owners = {row["owner"]: row["origin"] for row in slides["plan"]["rows"]}
    named_by_the_source = ("商家与平台", "跨境物流企业", "跨境电商平台")  # F081, F082, F083
    assert owners == {owner: "source" if owner in named_by_the_source else "editor" for owner in owners}
    for row in slides["plan"]["rows"]:
        assert "kpi_origin" not in row  # the articles measure nothing
        assert "when" not in row  # and give no dates: the layout prints that they are open


def test_the_five_actions_have_one_name_and_one_order() -> None:
    slides = {slide["id"]: slide for slide in outline()["slides"]}
    planned = [row["action"] for row in slides["plan"]["rows"]]
    promised = [name for line in slides["summary"]["bands"][-1]["support"] for name in line.split(" · ")]
    answers = [answer for row in slides["answers"]["rows"] for answer in row.get("actions", [row])]
    assert len(planned) == 5
    assert promised == planned
    assert [answer["action"] for answer in answers] == planned


def test_the_four_obstacles_have_one_name_and_one_order() -> None:
    slides = {slide["id"]: slide for slide in outline()["slides"]}
    named = [cause["head"] for cause in slides["causes"]["causes"]]
    summed = [MARKUP.sub("", name) for line in slides["summary"]["bands"][1]["support"] for name in line.split(" · ")]
    assert len(named) == 4
    assert summed == named
    assert [row["problem"] for row in slides["answers"]["rows"]] == named


def test_figures_of_different_scope_are_never_one_chart() -> None:
    for slide in outline()["slides"]:
        for category, value in slide.get("chart", {}).get("data", {}).items():
            assert "+" not in str(value), (slide["id"], category)


def test_the_price_without_a_currency_gets_none() -> None:
    for where, text in said():
        assert not re.search(r"[$¥￥£€]|0\.99\s*(?:元|美元|英镑)", text), (where, text)


def test_the_count_whose_meaning_is_unclear_is_only_named_in_the_appendix() -> None:
    assert {where for where, text in said() if "1.2亿" in text} == {"sources"}


def test_a_slide_with_a_figure_names_its_source() -> None:
    for slide in outline()["slides"]:
        if slide["layout"] in ("cover", "section", "closing", "appendix-sources"):
            continue
        body = {key: value for key, value in slide.items() if key != "notes"}
        if any(measures(text) for text in texts(body)):
            assert slide.get("source"), slide["id"]


def test_no_space_between_han_and_latin() -> None:
    assert not [(where, fault) for where, text in said() for fault in spacing_faults(text)]


def test_chinese_sentences_have_full_width_marks() -> None:
    everything = [*said(), *(Said("deck", text) for text in texts([outline()["deck"], outline()["sources"]]))]
    assert not [(where, fault) for where, text in everything for fault in punctuation_faults(text)]


def test_titles_and_points_end_without_a_full_stop() -> None:
    for slide in outline()["slides"]:
        body = {key: value for key, value in slide.items() if key != "notes"}
        assert not [text for text in texts(body) if text.endswith("。")], slide["id"]


def test_every_slide_has_notes_that_stand_alone() -> None:
    for slide in outline()["slides"]:
        notes = slide["notes"]
        assert len(notes) >= 30, slide["id"]
        assert 1 <= notes.count("。") <= 4, slide["id"]


def test_titles_are_unique() -> None:
    titles = [slide["title"] for slide in outline()["slides"]]
    assert len(titles) == 20
    assert len(set(titles)) == 20


@pytest.mark.parametrize(
    "wrong", ["63%", "12亿美元", "1.2万", "20倍", "2023年6月", "1000美元", "0.99元包邮", "30.8%", "第4个", "8国"]
)
def test_a_wrong_figure_would_be_caught(wrong: str) -> None:
    assert any(found not in MEASURES for found in measures(f"用户{wrong}，其余不变"))


@pytest.mark.parametrize("wrong", ["五成", "数十万", "三倍", "百万级用户"])
def test_a_wrong_amount_would_be_caught(wrong: str) -> None:
    assert any(found not in AMOUNTS for found in AMOUNT.findall(wrong))


@pytest.mark.parametrize("wrong", ["TikTok 坐拥", "坐拥 TikTok", "62% 为", "超 12亿"])
def test_a_typed_space_would_be_caught(wrong: str) -> None:
    assert spacing_faults(wrong)


@pytest.mark.parametrize("wrong", ["流量,成交", "机会:人群", "卖家(商家)", "到此.", '"引用"', "３０亿"])
def test_a_half_width_mark_would_be_caught(wrong: str) -> None:
    assert punctuation_faults(wrong)
