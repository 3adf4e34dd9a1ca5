"""A number with its unit as one text, the unit set smaller on the same baseline."""

from __future__ import annotations

import re

from deckgen.charts.numbers import number_in
from deckgen.content.run import Run
from deckgen.content.text import Text

_AROUND_DIGITS = re.compile(r"[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+")
_SPACED = re.compile(r"[A-Za-zµΩ]")
"""How a unit begins that a space parts from its number: 18 h, but 38%, 22° and 5亿元."""


def quantity(value: Text, unit: Text, scale: float) -> Text:
    """Return a number followed by its unit at `scale` of its size, as are the Chinese characters beside its digits."""
    runs: list[Run] = []
    for run in value.runs:
        if run.mark:
            runs.append(run._replace(scale=scale))
        elif number_in(value.plain) is None:
            runs.append(run)
        else:
            parts = _AROUND_DIGITS.findall(run.text)
            runs += [run._replace(text=part, scale=scale if "\u4e00" <= part[0] <= "\u9fff" else 1.0) for part in parts]
    space = [Run(" ", scale=scale)] if _SPACED.match(unit.plain) else []
    return value.restyled((*runs, *space, *(run._replace(scale=scale) for run in unit.runs)))
