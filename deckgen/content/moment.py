"""Dates as people write them, as points in time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.content.mistake import mistake
from deckgen.content.text import Line

_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:年|[-./](?=\d)|$)\s*(?:(?P<month>\d{1,2})\s*(?:月|[-./](?=\d)|$))?\s*(?:(?P<day>\d{1,2})\s*日?)?$"
)
_QUARTER = re.compile(
    r"(?:Q(?P<before>[1-4])\s*)?(?P<year>(?:19|20)\d\d)\s*年?\s*(?:Q?(?P<after>[1-4])\s*季?度?)?$", re.IGNORECASE
)


def moment(date: str) -> float | None:
    """Return a written date (`2022`, `2022-06`, `2022年6月3日`, `Q3 2022`, `2022年3季度`) as a year with its fraction.

    None where it is no date, such as `later`.
    """
    if found := _DATE.match(date.strip()):
        month, day = int(found["month"] or 1), int(found["day"] or 1)
        return int(found["year"]) + (month - 1 + (day - 1) / 31) / 12 if month <= 12 and day <= 31 else None
    if found := _QUARTER.match(date.strip()):
        return int(found["year"]) + (int(found["before"] or found["after"] or 1) - 1) / 4
    return None


def moments(dates: Sequence[Line]) -> list[float]:
    """Return some dates as points in time.

    Raises:
        PydanticCustomError: one is no date, or comes before the one above it.
    """
    found: list[float] = []
    for date in dates:
        when = moment(date.plain)
        if when is None:
            raise mistake(
                "not-date", f"「{date}」不是能排在时间轴上的日期。", f"“{date}” is no date that has a place on an axis.",
                "请写成 2022、2022-06 或 2022年6月，或改用 scale: even。",
                "Write it like 2022, 2022-06 or Q3 2022, or use scale: even.", date.span,
            )  # fmt: skip
        if found and when < found[-1]:
            raise mistake(
                "dates-out-of-order", f"「{date}」早于它前面的事件。", f"“{date}” is earlier than the event before it.",
                "请按时间先后排列。", "Put the events in order.", date.span,
            )  # fmt: skip
        found.append(when)
    return found
