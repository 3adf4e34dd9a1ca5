"""Did you mean."""

from __future__ import annotations

import pytest

from deckgen.problems import suggest
from deckgen.problems.suggest import only_one_meant

LAYOUTS = ["cover", "agenda", "section", "kpi-row", "big-number", "cards", "quote", "two-columns", "timeline", "table"]
FIELDS = ["title", "subtitle", "items", "text", "source", "id"]
CHINESE = ["标题", "副标题", "指标组", "时间线", "KPI 指标组"]


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("kpi_row", LAYOUTS, "kpi-row"),
        ("KPIRow", LAYOUTS, "kpi-row"),
        ("agneda", LAYOUTS, "agenda"),
        ("tabel", LAYOUTS, "table"),
        ("covr", LAYOUTS, "cover"),
        ("titel", FIELDS, "title"),
        ("subtilte", FIELDS, "subtitle"),
        ("sub", FIELDS, "subtitle"),
        ("item", FIELDS, "items"),
        ("Ｔｅｘｔ", FIELDS, "text"),
        ("标体", CHINESE, "标题"),
        ("时间轴", CHINESE, "时间线"),
        ("指标", CHINESE, "指标组"),
        ("KPI指标组", CHINESE, "KPI 指标组"),
        ("swot", LAYOUTS, ""),
        ("xx", FIELDS, ""),
        ("", FIELDS, ""),
        ("封面", CHINESE, ""),
        ("x" * 10_000, FIELDS, ""),
        ("title", [], ""),
    ],
)
def test_suggest(word: str, candidates: list[str], meant: str) -> None:
    assert suggest(word, candidates) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"), ("Title", "title"), ("sub_title", "subtitle"), ("ｔｉｔｌｅ", "title"), ("subtitel", "subtitle"),
        ("labl", "label"), ("结论标体", "结论标题"),
        ("sub", ""), ("lable", ""), ("at", ""), ("标签", ""), ("", ""), ("x" * 60, ""),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_has_one_candidate(word: str, meant: str) -> None:
    words = {name: name for name in ("title", "subtitle", "label", "table", "by", "标题", "结论标题")}
    assert only_one_meant(word, words) == meant


def test_two_spellings_of_one_field_are_one_candidate() -> None:
    assert only_one_meant("colos", {"color": "fill", "colors": "fill"}) == "color"
    assert only_one_meant("colos", {"color": "fill", "colors": "stroke"}) == ""
