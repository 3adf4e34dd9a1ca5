"""The folders are the stages, and imports run only downward."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "deckgen"

# From the ground up. A room may import rooms named before it, and itself.
ROOMS = [
    "problems", "frame", "style", "icons", "charts.model", "charts.numbers", "content", "typesetting", "theme", "images",
    "charts", "scene", "layouts", "outline", "starters", "checks", "kept", "compose", "writers", "compiler", "markdown", "fix",
    "deck", "gallery", "explained", "preview", "cli",
]  # fmt: skip


def room_of(module: str) -> str:
    """Return the room a module of the package lives in: the longest room name it begins with."""
    inner = module.removeprefix("deckgen.").removeprefix("deckgen")
    fitting = [room for room in ROOMS if inner == room or inner.startswith(room + ".")]
    return max(fitting, key=len) if fitting else ""


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("deckgen"):
            found |= (
                {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "deckgen" else {node.module}
            )
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("deckgen")}
    return found


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downward(path: Path) -> None:
    module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    here = room_of(module)
    assert here, f"{module} lives in no room"
    for imported in imports_of(path):
        there = room_of(imported)
        assert there, f"{module} imports {imported}, which lives in no room"
        assert ROOMS.index(there) <= ROOMS.index(here), f"{module} ({here}) imports {imported} ({there})"


def test_the_table_of_rooms_has_their_order() -> None:
    table = (PACKAGE.parent / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("| room |")[2]
    named = [name for cell in re.findall(r"^\| (`[^|]+) \|", table, re.M) for name in re.findall(r"`(\w+)", cell)]
    assert named == [room for room in ROOMS if "." not in room]  # what content needs of charts is no room of its own


def test_every_module_says_what_it_is() -> None:
    for path in FILES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no docstring"
