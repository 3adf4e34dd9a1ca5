"""Numbers print exactly as they were written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deckgen.charts.numbers import format_code, formatted, number_in, plain, quantity_in


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


@pytest.mark.parametrize(
    ("text", "exact"),
    [("48.0万人", "480000"), ("12.6亿", "1260000000"), ("1.2万亿", "1200000000000"), ("3,200", "3200"), ("62%", "62"),
     ("1.5bn", "1500000000"), ("2.5 m", "2500000"), ("2.5 km", "2.5"), ("很多", None), ("10–29岁", None)],
)  # fmt: skip
def test_a_quantity_is_exact_with_its_scale_multiplied_out(text: str, exact: str | None) -> None:
    assert quantity_in(text) == (Decimal(exact) if exact else None)


@pytest.mark.parametrize("text", ["7.1", "1,234", "95%+", "−3", "+12%", "-3.5%", "约100万", "62"])
def test_a_format_code_prints_the_number_it_was_made_from(text: str) -> None:
    number = number_in(text)
    assert number is not None
    assert formatted(number, format_code(text)) == text


def test_a_change_is_printed_by_its_sign() -> None:
    code = '"▲ +"0.0;"▼ −"0.0;0.0'
    assert [formatted(number, code) for number in (1.25, -2, 0)] == ["▲ +1.2", "▼ −2.0", "0.0"]
