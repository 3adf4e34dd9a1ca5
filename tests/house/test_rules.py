"""What no module does, or few do: each rule of ARCHITECTURE.md that its syntax tree or its lines can tell."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "deckgen"
LAYOUTS = {f"deckgen.layouts.{path.stem}" for path in (PACKAGE / "layouts").glob("[a-z]*.py")}
SOURCES = [path for folder in ("deckgen", "tests", "tools", "benchmarks", "docs", "examples")
           for path in sorted((ROOT / folder).rglob("*.py"))]  # fmt: skip

_CHANCE = {"random", "secrets", "time", "datetime", "uuid.uuid1", "uuid.uuid4"}
_SPEECH = {"print", "sys.exit", "exit", "quit", "click", "click.echo"}
_EXCEPTION = re.compile(r"# (?:type: ignore|noqa)\b(?P<rest>.*)")
_REASONED = re.compile(r"(?:\[[a-z-]+(?:, [a-z-]+)*\]  #|: [A-Z]+\d+(?:, [A-Z]+\d+)* -) \S")


def uses(module: ast.Module) -> Iterator[str]:
    """Yield what a module imports and calls by name, dotted."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@functools.cache
def modules() -> dict[str, ast.Module]:
    """Return all modules of the package."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def outside(folder: str) -> dict[str, ast.Module]:
    """Return the modules that do not live in a folder."""
    return {name: module for name, module in modules().items() if not name.startswith(f"{folder}/")}


def test_only_commands_print_and_exit() -> None:
    found = {name: _SPEECH.intersection(uses(module)) for name, module in outside("cli").items()}
    assert not {name: words for name, words in found.items() if words}


def test_only_commands_see_the_time_and_nothing_is_left_to_chance() -> None:
    found = {name: _CHANCE.intersection(uses(module)) for name, module in outside("cli").items()}
    assert not {name: words for name, words in found.items() if words}


def test_no_other_room_knows_a_layout() -> None:
    found = {name: LAYOUTS.intersection(uses(module)) for name, module in outside("layouts").items()}
    assert not {name: layouts for name, layouts in found.items() if layouts}


def test_only_the_writer_knows_emu() -> None:
    for name, module in outside("writers/pptx").items():
        numbers = {node.value for node in ast.walk(module) if isinstance(node, ast.Constant)}
        assert not numbers & {12_700, 914_400, 360_000}, name


def test_an_exception_to_types_or_lint_says_why() -> None:
    silent = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in SOURCES
        for line in path.read_text(encoding="utf-8").splitlines()
        if (found := _EXCEPTION.search(line)) and not _REASONED.match(found["rest"])
    ]
    assert not silent
