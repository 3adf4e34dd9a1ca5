"""One figure of an outline: a number as it should be printed, and whether it is a fact."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from deckgen.charts.model import Status, Value
from deckgen.charts.numbers import number_in
from deckgen.content.mistake import mistake
from deckgen.content.slot import Part, slot
from deckgen.content.text import Line

STATUSES: dict[str, Status] = {
    "": "actual", "actual": "actual", "plan": "plan", "forecast": "forecast", "derived": "derived",
    "disputed": "disputed", "实际": "actual", "目标": "plan", "计划": "plan", "预测": "forecast", "推算": "derived",
    "存争议": "disputed",
}  # fmt: skip


def not_number(line: Line) -> PydanticCustomError:
    """Return the mistake of a text that states no number."""
    return mistake(
        "not-number", f"「{line}」不是数字。", f"“{line}” is no number.",
        "请写成 62、7.1 或 95% 这样的数字；没有数就删去这一项，画占比的，其余各项之和仍须是 100%。",
        "Write it like 62, 7.1 or 95%; where there is no figure, take the entry out (shares must still add up to 100%).",
        line.span,
    )  # fmt: skip


class Figure(Part):
    """One value: a number as it should be printed, or `{value: 20, status: plan}`."""

    MAIN = "value"

    value: Line = slot("The number as it should be printed.", "要印出来的数字。", zh="数值")
    status: Line = slot(
        "plan, forecast, derived or disputed, where it is no fact.", "不是既成事实时写明：目标、预测、推算或存争议。",
        zh="性质", default="",
    )  # fmt: skip

    @model_validator(mode="after")
    def _understood(self) -> Figure:
        if number_in(self.value.plain) is None:
            raise not_number(self.value)
        if self.status.plain not in STATUSES:
            raise mistake(
                "not-status", f"「status」（性质）不能是「{self.status}」。", f"“status” cannot be “{self.status}”.",
                "可选：plan（目标）、forecast（预测）、derived（推算）、disputed（存争议）",
                "Choose one of: plan, forecast, derived, disputed", self.status.span,
            )  # fmt: skip
        return self

    def plotted(self) -> Value:
        """Return the value as the plotter takes it."""
        return Value(number_in(self.value.plain) or 0.0, self.value.plain, STATUSES[self.status.plain])


def _figure(value: Any) -> Any:
    return {"value": value} if isinstance(value, int | float) and not isinstance(value, bool) else value


Numbers = Annotated[Figure, BeforeValidator(_figure)]


_NONE = ("", "-", "–", "—", "——", "~", "null")
"""How an outline writes that there is no value."""


def _figure_or_none(value: Any) -> Any:
    return None if value is None or (isinstance(value, str) and value.strip() in _NONE) else _figure(value)


MaybeNumbers = Annotated[Figure | None, BeforeValidator(_figure_or_none)]
"""A value, or none where there is none."""
