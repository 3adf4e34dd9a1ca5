"""The file of the outline language's JSON Schema, and the line that tells an editor of it."""

from __future__ import annotations

from pathlib import Path

SCHEMA_FILE = Path(__file__).parents[1] / "outline.schema.json"
"""Written by `deckgen schema -o deckgen/outline.schema.json`, part of the package: editors read it where it lies."""


def schema_line(file: Path = SCHEMA_FILE) -> str:
    """Return the first line of an outline whose editor should know the language.

    The file goes by its URI, in which spaces are escaped: editors take a path to end at the first one.
    """
    return f"# yaml-language-server: $schema={file.resolve().as_uri()}"
