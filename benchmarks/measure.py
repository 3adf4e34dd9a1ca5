"""Measures whole processes: CPU seconds and peak memory, as the operating system accounts for them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in one unit of `ru_maxrss`."""


class Cost(NamedTuple):
    """What one process took: user and system CPU seconds, and its largest resident memory in MiB."""

    cpu: float
    peak: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command to its end and return its cost.

    Raises:
        RuntimeError: the command failed; a failed run says nothing about cost.
    """
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{said}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT / 2**20)


class Comparison(NamedTuple):
    """Two commands measured in turn: the median cost of each, and the median of the CPU ratios pair by pair."""

    ours: Cost
    theirs: Cost
    ratio: float


def compare(ours: Sequence[str], theirs: Sequence[str], runs: int) -> Comparison:
    """Measure two commands in turn, A B A B, after one run of each that does not count.

    Each pair is measured within moments, so a machine whose speed drifts changes both and leaves the ratio.
    """
    cost(ours), cost(theirs)
    pairs = [(cost(ours), cost(theirs)) for _ in range(runs)]
    return Comparison(
        _middle([a for a, _ in pairs]), _middle([b for _, b in pairs]), median(a.cpu / b.cpu for a, b in pairs)
    )


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(median(each.cpu for each in costs), median(each.peak for each in costs))
