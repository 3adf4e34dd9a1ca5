"""`deckgen build`: an outline becomes a PowerPoint file."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.language import said
from deckgen.cli.outline import allow_outside_option, checked_theme, outline_argument, print_problems
from deckgen.cli.writing import write_deck

if TYPE_CHECKING:
    from deckgen.compiler import Compiled


@click.command(help=said("把大纲编译成 .pptx。", "Compile an outline to a .pptx file."))
@outline_argument
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help=said("写到哪里；默认与大纲同名同处。", "Where to write; beside the outline by default."),
)  # fmt: skip
@click.option("--theme", metavar="NAME", default="", help=said("用这个主题，不用大纲写的。", "Use this theme instead."))
@allow_outside_option
def build(outline: Path, output: Path | None, theme: str, allow_outside: bool) -> None:
    """Compile, report, write."""
    from deckgen.cli.progress import Progress
    from deckgen.compiler import compile_file, pptx_of

    start = time.perf_counter()
    checked_theme(theme)
    target = output or outline.with_suffix(".pptx")
    if target.resolve() == outline.resolve():
        raise click.UsageError(
            said(
                "输出会盖掉大纲，请用 -o 换一个文件名。",
                "The deck would replace its outline: name another file with -o.",
            )
        )
    with Progress() as progress:
        compiled = compile_file(outline, theme, allow_outside=allow_outside, progress=progress.step)
        data = b"" if compiled.has_errors else pptx_of(compiled)
    zh = compiled.lang.startswith("zh")
    if compiled.has_errors:
        print_problems(compiled, "text", _mendable(compiled, outline, zh))
        raise SystemExit(1)
    write_deck(target, data, zh)
    from deckgen.cli.report import report

    click.echo(report(compiled, target, len(data), time.perf_counter() - start))


def _mendable(compiled: Compiled, outline: Path, zh: bool) -> str:
    """Return how to mend what can be mended with certainty; empty where nothing can."""
    count = sum(bool(problem.fix) for problem in compiled.problems)
    command = f"deckgen check {outline.name} --fix"
    if not count:
        return ""
    return f"其中 {count} 处可以这样修好：{command}" if zh else f"{count} of them can be mended: {command}"
