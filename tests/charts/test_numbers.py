"""Numbers print exactly as they were written, and scale the way the language counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deckgen.charts.numbers import common_scale, format_code, number_in, plain, quantity_in, scaled_text


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("62", 62, "0"),
        ("7.1", 7.1, "0.0"),
        ("7.10", 7.1, "0.00"),
        ("1,234", 1234, "#,##0"),
        ("62%", 62, '0"%"'),
        ("95%+", 95, '0"%+"'),
        ("≥50", 50, '"≥"0'),
        ("+7.2", 7.2, '"+"0.0'),
        ("-3.5", -3.5, '0.0;"-"0.0'),
        ("−3", -3, '0;"−"0'),
        ("30.9%（推算）", 30.9, '0.0"%（推算）"'),
    ],
)
def test_a_written_number_and_its_format(text: str, number: float, code: str) -> None:
    assert number_in(text) == number
    assert format_code(text) == code


@pytest.mark.parametrize("text", ["", "很多", "10–29", "20→230"])
def test_a_text_without_exactly_one_number_states_none(text: str) -> None:
    assert number_in(text) is None


def test_numbers_are_written_without_noise() -> None:
    assert [plain(number) for number in (62.0, 7.1, -3.5, 1e9)] == ["62", "7.1", "-3.5", "1000000000"]


def test_chinese_counts_in_wan_and_yi_and_english_in_thousands() -> None:
    assert common_scale([2.3e9, 1e6], chinese=True) == (10**8, "亿")
    assert common_scale([45_000], chinese=True) == (10**4, "万")
    assert common_scale([2.3e9], chinese=False) == (10**9, "bn")
    assert common_scale([620], chinese=True) == (1, "")


def test_scaling_adds_no_precision() -> None:
    assert scaled_text("23000000000", 10**8) == "230"
    assert scaled_text("1,234,567,890", 10**8) == "12.3"
    assert scaled_text("7.10", 1) == "7.10"


@pytest.mark.parametrize(
    ("text", "exact"),
    [("48.0万人", "480000"), ("12.6亿", "1260000000"), ("1.2万亿", "1200000000000"), ("3,200", "3200"), ("62%", "62"),
     ("1.5bn", "1500000000"), ("2.5 m", "2500000"), ("2.5 km", "2.5"), ("很多", None), ("10–29岁", None)],
)  # fmt: skip
def test_a_quantity_is_exact_with_its_scale_multiplied_out(text: str, exact: str | None) -> None:
    assert quantity_in(text) == (Decimal(exact) if exact else None)
