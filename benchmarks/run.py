"""Measures what deckgen costs, as ratios taken in one run: `python benchmarks/run.py [--quick] [--write]`."""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
FLAGSHIP = HERE.parent / "outlines" / "tiktok-cross-border.yaml"
PEER = HERE / "peer"
PYTHON = sys.executable
DECKGEN = str(Path(sysconfig.get_path("scripts")) / "deckgen")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, by the run that does not count, as in any installed program."""


IMPORTS_PPTX = """
import sys
from deckgen.cli import commands
try:
    commands(["check", sys.argv[1]])
except SystemExit:
    pass
print(int("pptx" in sys.modules))
"""


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
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT
    ) as process:
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


class Finding(NamedTuple):
    """One ratio with the most it may be, and the figures it was taken from."""

    name: str
    ratio: float
    limit: float
    figures: str


class Effort(NamedTuple):
    """How long to measure: counted pairs of short and of long commands, and the sizes of the growing deck."""

    pairs: int
    long_pairs: int
    sizes: tuple[int, ...]


FULL = Effort(pairs=9, long_pairs=5, sizes=(20, 200, 1000))
QUICK = Effort(pairs=3, long_pairs=2, sizes=(20, 200))


def flagship(folder: Path, effort: Effort) -> Finding:
    """Compare the flagship, built from the shell, with a deck of its size written by hand."""
    target = str(folder / "deck.pptx")
    build = [DECKGEN, "build", str(FLAGSHIP), "-o", target]
    seen = compare(build, [PYTHON, str(HERE / "by_hand.py"), target], effort.pairs)
    return Finding(
        "flagship / by hand with python-pptx", seen.ratio, 1.2,
        f"{seen.ours.cpu:.2f} s, {seen.ours.peak:.0f} MiB / {seen.theirs.cpu:.2f} s, {seen.theirs.peak:.0f} MiB",
    )  # fmt: skip


def gallery(folder: Path, effort: Effort) -> Finding:
    """Compare the deck of every layout's example with the flagship, both built from the shell."""
    target = str(folder / "deck.pptx")
    seen = compare(
        [DECKGEN, "layouts", "--gallery", target], [DECKGEN, "build", str(FLAGSHIP), "-o", target], effort.pairs
    )
    return Finding(
        "gallery of all layouts / flagship", seen.ratio, 3.0, f"{seen.ours.cpu:.2f} s / {seen.theirs.cpu:.2f} s"
    )


def help_text(effort: Effort) -> Finding:
    """Compare `deckgen --help` with importing what it is made of."""
    seen = compare([DECKGEN, "--help"], [PYTHON, "-c", "import click, yaml"], effort.pairs)
    return Finding(
        "deckgen --help / import click, yaml", seen.ratio, 2.0,
        f"{seen.ours.cpu * 1000:.0f} ms / {seen.theirs.cpu * 1000:.0f} ms",
    )  # fmt: skip


def check_imports() -> Finding:
    """Count the times that `deckgen check` imports python-pptx."""
    imported = int(_said([PYTHON, "-c", IMPORTS_PPTX, str(FLAGSHIP)]).splitlines()[-1])
    return Finding("imports of python-pptx by deckgen check", imported, 0, "the flagship outline")


def growth(folder: Path, effort: Effort) -> Iterator[Finding]:
    """Compare the cost per slide of each size of deck with that of the next smaller one."""
    words = [f"{size}={outline(folder, size)}" for size in effort.sizes]
    runs = [_said([PYTHON, str(HERE / "growth.py"), *words]) for _ in range(effort.long_pairs)]
    per_slide = [[float(number) for number in run.split()] for run in runs]
    for column, (small, large) in enumerate(zip(effort.sizes, effort.sizes[1:], strict=False)):
        few, many = [run[column] for run in per_slide], [run[column + 1] for run in per_slide]
        ratio = median(after / before for before, after in zip(few, many, strict=True))
        figures = f"{median(many):.2f} ms / {median(few):.2f} ms"
        yield Finding(f"per slide: {large:,} slides / {small:,}", ratio, 1.1, figures)


def preview(folder: Path, effort: Effort) -> Finding:
    """Compare the time the preview takes to show an edit of one slide with that of a build from the shell."""
    size, rounds = 100, effort.pairs
    said = _said([PYTHON, str(HERE / "preview.py"), outline(folder, size), str(rounds)])
    pairs = [tuple(map(float, line.split())) for line in said.splitlines()]
    return Finding(
        f"preview after an edit / build, {size} slides", median(shown / built for shown, built in pairs), 0.15,
        f"{median(shown for shown, _ in pairs):.0f} ms / {median(built for _, built in pairs) / 1000:.2f} s",
    )  # fmt: skip


def preview_is_ready() -> bool:
    """Whether a Chromium and Playwright, which leads it, are installed."""
    return bool(importlib.util.find_spec("playwright") and (shutil.which("chromium") or shutil.which("google-chrome")))


def peer(folder: Path, effort: Effort) -> Finding:
    """Compare the largest deck, built from the shell, with the same slides written by PptxGenJS without notes."""
    size = effort.sizes[-1]
    target = str(folder / "deck.pptx")
    seen = compare(
        [DECKGEN, "build", outline(folder, size), "-o", target],
        ["node", str(PEER / "deck.mjs"), outline(folder, size, ".json"), target],
        effort.long_pairs,
    )
    return Finding(
        f"{size:,} slides / PptxGenJS", seen.ratio, 0.5,
        f"{seen.ours.cpu:.2f} s, {seen.ours.peak:.0f} MiB / {seen.theirs.cpu:.2f} s, {seen.theirs.peak:.0f} MiB",
    )  # fmt: skip


def outline(folder: Path, size: int, suffix: str = ".yaml") -> str:
    """Return the name of an outline of so many slides, written when it is first asked for."""
    file = folder / f"{size}{suffix}"
    if not file.exists():
        subprocess.run([PYTHON, str(HERE / "outline.py"), str(size), str(file)], check=True)
    return str(file)


def peer_is_ready() -> bool:
    """Install PptxGenJS beside its script where it is missing; without Node.js and npm there is no comparison."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    if not (PEER / "node_modules").exists():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=PEER, check=True)
    return True


def findings(effort: Effort) -> Iterator[Finding]:
    """Yield every ratio as it is measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield flagship(folder, effort)
        yield gallery(folder, effort)
        yield help_text(effort)
        yield check_imports()
        yield from growth(folder, effort)
        if preview_is_ready():
            yield preview(folder, effort)
        else:
            print("The preview is left out: Chromium and Playwright are needed.", file=sys.stderr)
        if peer_is_ready():
            yield peer(folder, effort)
        else:
            print("PptxGenJS is left out: Node.js and npm are needed.", file=sys.stderr)


def machine() -> str:
    """Return what kind of machine this is."""
    return f"{_processor()}, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(models)} × {models[0]}" if models else platform.processor()


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT).stdout


def main() -> None:
    """Print every ratio, and keep them in results.md where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, and 200 slides instead of 1,000")
    parser.add_argument("--write", action="store_true", help="write the ratios to benchmarks/results.md")
    wanted = parser.parse_args()
    rows = []
    for found in findings(QUICK if wanted.quick else FULL):
        verdict = "" if found.ratio <= found.limit else "  ← over"
        print(f"{found.name:42} {found.ratio:5.2f}  at most {found.limit:3.1f}   {found.figures}{verdict}", flush=True)
        rows.append(f"| {found.name} | {found.ratio:.2f} | {found.limit:.1f} | {found.figures} |")
    if wanted.write:
        head = ["# Results", "", f"One run of `python benchmarks/run.py --write` on {machine()}.", ""]
        table = ["| | ratio | at most | measured |", "|---|---|---|---|", *rows, ""]
        (HERE / "results.md").write_text("\n".join(head + table), encoding="utf-8")


if __name__ == "__main__":
    main()
