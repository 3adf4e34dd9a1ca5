"""A point in time by periods: `Q2`, or `Q2 50%` for how far into it. It is no text that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.content.mistake import mistake
from deckgen.content.written import Written

_SHARE = re.compile(r"(?P<name>.+?)\s+(?P<share>\d{1,3})\s*%$")


class When(Written):
    """A point in time as an outline wrote it."""

    __slots__ = ()

    def among(self, periods: Sequence[str], share: float) -> float:
        """Return the point in periods from the start of the first; a bare period means `share` of the way into it.

        Raises:
            PydanticCustomError: there is no such period.
        """
        name = str(self)
        if name not in periods and (found := _SHARE.match(name)) and int(found["share"]) <= 100:
            name, share = found["name"], int(found["share"]) / 100
        if name in periods:
            return periods.index(name) + share
        raise mistake(
            "unknown-period", f"时段里没有「{self}」。", f"There is no period “{self}”.",
            f"可选：{'、'.join(periods)}；也可以写成「{periods[0]} 50%」。",
            f"Choose one of: {', '.join(periods)}; or say how far into it, as in “{periods[0]} 50%”.", self.span,
        )  # fmt: skip
