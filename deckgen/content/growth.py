"""What a step between two values is called where the outline leaves it to be computed: ×11.5, +35%, +7.2 个百分点, CAGR."""

from __future__ import annotations

import re

from deckgen.charts.model import Value
from deckgen.charts.numbers import PERCENT, exact_sum
from deckgen.content.mistake import mistake
from deckgen.content.text import Line

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MINUS = "−"


def change_label(start: Value, end: Value, unit: str, chinese: bool) -> str:
    """Return the step from one value to another: points between shares, a multiple from the double on, else percent.

    Where there is no ratio, as from a loss, the difference itself.
    """
    difference = exact_sum([end.text, _negated(start.text)])
    if unit in PERCENT or "%" in end.text:
        return _signed(difference) + ("个百分点" if chinese else " pp")
    if start.number <= 0 or end.number < 0:
        return _signed(difference)
    ratio = end.number / start.number
    if ratio >= 2:
        return f"×{ratio:.1f}".removesuffix(".0")
    return _percent(ratio - 1)


def cagr_label(start: str, end: str, first: Value, last: Value) -> str:
    """Return the compound annual growth rate between two categories that name years: `CAGR 2019–22 = +18%`."""
    years = years_between(start, end)
    assert years
    begin, finish = (_YEAR.findall(name)[0] for name in (start, end))
    short = finish[2:] if begin[:2] == finish[:2] else finish
    rate = (last.number / first.number) ** (1 / years) - 1
    return f"CAGR {begin}–{short} = {_percent(rate)}"


def years_between(start: str, end: str) -> int | None:
    """Return how many years lie between two categories; None where one names no year."""
    found = [_YEAR.findall(name) for name in (start, end)]
    return int(found[1][0]) - int(found[0][0]) if all(found) else None


def check_cagr(kind: str, start: Line, end: Line, label: Line, levels: tuple[Value | None, Value | None]) -> None:
    """Complain about a growth rate that cannot be drawn or is none."""
    if kind not in ("column", "stacked", "line"):
        raise mistake(
            "cagr-type", "cagr 只画在柱形图、堆积图和折线图上。", "A cagr is drawn on columns, stacked columns and lines.",
            "请改用 type: column，或去掉 cagr。", "Write type: column, or drop the cagr.", start.span,
        )  # fmt: skip
    years = years_between(start.plain, end.plain)
    if years is None and not label:
        raise mistake(
            "cagr-years", f"从「{start}」到「{end}」看不出隔了几年。",
            f"“{start}” and “{end}” do not say how many years lie between.",
            "请在类别里写年份（如 2019年），或自己写 label。", "Name years in the categories (such as 2019), or write a label.",
            start.span,
        )  # fmt: skip
    if years is not None and years < 2:
        raise mistake(
            "cagr-short", f"从「{start}」到「{end}」不足两年，是增长，不是年复合增长率（CAGR）。",
            f"From “{start}” to “{end}” it is less than two years: that is growth, no CAGR.",
            "请改写 difference:，或选更早的起点。", "Write difference: instead, or start earlier.", start.span,
        )  # fmt: skip
    first, last = levels
    if not (first and last and first.number > 0 and last.number > 0) and not label:
        raise mistake(
            "cagr-sign", f"「{start}」和「{end}」要都大于零，才算得出 CAGR。",
            f"“{start}” and “{end}” must both be above zero for a CAGR.",
            "请改写 difference:，或选别的起止。", "Write difference: instead, or choose other ends.", start.span,
        )  # fmt: skip


def _percent(share: float) -> str:
    """Return a signed percentage: whole from ten on, else with one decimal."""
    percent = share * 100
    text = f"{percent:+.0f}" if abs(percent) >= 9.95 else f"{percent:+.1f}"
    return text.replace("-", _MINUS) + "%"


def _signed(number: str) -> str:
    return _MINUS + number[1:] if number.startswith("-") else f"+{number}"


def _negated(text: str) -> str:
    return text.replace(text.strip()[0], "", 1) if text.strip()[0] in "-−–" else f"-{text.lstrip('+')}"
