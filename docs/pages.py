"""Writes the pages of the site that come from the code: one per layout, their index, the codes of problems."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from deckgen.cli.listing import described
from deckgen.compiler import compile_outline, pptx_of
from deckgen.explained import codes, explanation
from deckgen.gallery import gallery_outline, ordered_layouts, picture_folder
from deckgen.layouts import Layout
from deckgen.outline.read import parse
from tools.drawing import can_draw, pictures


def write_pages(folder: Path) -> None:
    """Write the generated pages into a folder that is made anew.

    Each layout's picture is drawn where the programs for it are installed. Elsewhere the pages have none; where
    DECKGEN_RENDER is set, a missing program is an error.
    """
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "layouts").mkdir(parents=True)
    layouts = ordered_layouts()
    drawn = _draw(layouts, folder / "layouts") if can_draw() or os.environ.get("DECKGEN_RENDER") else False
    for layout in layouts:
        (folder / "layouts" / f"{layout.name}.md").write_text("\n".join(_page(layout, drawn)), encoding="utf-8")
    (folder / "layouts" / "index.md").write_text("\n".join(_index(layouts, drawn)), encoding="utf-8")
    (folder / "problems.md").write_text("\n".join(_problems()), encoding="utf-8")


def _draw(layouts: list[Layout], folder: Path) -> bool:
    gallery = compile_outline(parse(gallery_outline(), "gallery.yaml"), folder=picture_folder())
    for layout, picture in zip(layouts, pictures(pptx_of(gallery), 72), strict=True):
        shutil.copy(picture, folder / f"{layout.name}.png")
    return True


def _page(layout: Layout, drawn: bool) -> Iterator[str]:
    yield f"# {layout.name} · {layout.name_zh}\n"
    yield layout.doc.strip() + "\n"
    if drawn:
        yield f"```{{image}} {layout.name}.png\n:alt: The example of {layout.name} as a slide\n```\n"
    if layout.splits:
        yield f"A `{layout.splits}` list that does not fit goes on on a further slide.\n"
    yield "## Fields\n"
    yield "| field | 字段 | what to write | limits |"
    yield "| --- | --- | --- | --- |"
    yield from _rows(described(layout)["fields"], "")
    yield "\nFields in bold must be written. Lengths are in full-width characters; half-width ones count half.\n"
    yield "## Example\n"
    yield f"```yaml\n{layout.example.strip()}\n```\n"


def _rows(fields: list[dict[str, Any]], prefix: str) -> Iterator[str]:
    for field in fields:
        name = f"`{prefix}{field['name']}`"
        limits = [f"{sign} {field[key]}" for key, sign in (("at_least", "≥"), ("at_most", "≤")) if key in field]
        if "choices" in field:
            limits.append(" / ".join(field["choices"]))
        written = f"**{name}**" if field["required"] else name
        description = field["description"].replace("|", "\\|")
        yield f"| {written} | {field['name_zh']} | {description} | {', '.join(limits)} |"
        yield from _rows(field.get("fields", []), f"{prefix}{field['name']}.")


def _index(layouts: list[Layout], drawn: bool) -> Iterator[str]:
    yield "# The layouts\n"
    yield f"{len(layouts)} layouts in families; each page says what a layout is for and shows its fields and an example.\n"
    for family, group in groupby(layouts, key=lambda layout: layout.family):
        members = list(group)
        yield f"## {family.name.capitalize()} · {family.name_zh}\n"
        if drawn:
            yield ":::{list-table}\n:widths: 1 1 1\n:header-rows: 0\n"
            for start in range(0, len(members), 3):
                row = [
                    f"[![{layout.name}]({layout.name}.png)]({layout.name}.md)" for layout in members[start : start + 3]
                ]
                cells = row + [""] * (3 - len(row))
                yield "\n".join(f"{'* -' if index == 0 else '  -'} {cell}" for index, cell in enumerate(cells))
            yield ":::\n"
        for layout in members:
            yield f"- [{layout.name}]({layout.name}.md) {layout.name_zh}: {layout.summary}"
        yield "\n```{toctree}\n:hidden:\n"
        yield from (layout.name for layout in members)
        yield "```\n"


def _plain(text: str) -> str:
    """Return a text whose signs mean nothing to Markdown."""
    return re.sub(r"[\\`*_{}\[\]<>|#]", r"\\\g<0>", text)


def _problems() -> Iterator[str]:
    yield "# The problems by their codes\n"
    yield "Each problem of a report has a code in brackets. `deckgen explain CODE` says the same, in Chinese or English."
    yield "Errors are to be mended; a warning goes with `ignore: [code]` on its slide, or in `deck:` for all slides.\n"
    yield "| code | problem | 问题 | |"
    yield "| --- | --- | --- | --- |"
    every = [explanation(code) for code in codes()]
    for told in every:
        marks = f"{told.severity}, `--fix`" if told.fixable else told.severity
        yield f"| [{told.code}](#{told.code}) | {_plain(told.en.name)} | {_plain(told.zh.name)} | {marks} |"
    for told in every:
        yield f"\n({told.code})=\n## `{told.code}`\n"
        yield f"**{_plain(told.en.name)}.** {_plain(told.en.why)}"
        if told.en.wrong:
            yield f"```text\n{told.en.wrong.rstrip()}\n```\n\nMended:\n\n```text\n{told.en.right.rstrip()}\n```"
