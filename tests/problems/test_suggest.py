"""Did you mean."""

from __future__ import annotations

import pytest

from deckgen.problems import suggest

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
