"""`deckgen check`: says what is wrong with an outline, writes nothing."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli.language import said
from deckgen.cli.outline import allow_outside_option, checked_theme, outline_argument, print_problems


@click.command(help=said("检查大纲，不写文件。", "Check an outline and write nothing."))
@outline_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
    help=said("输出形式。", "Form of the report."),
)  # fmt: skip
@click.option("--theme", metavar="NAME", default="", help=said("用这个主题检查。", "Check with this theme."))
@allow_outside_option
def check(outline: Path, form: str, theme: str, allow_outside: bool) -> None:
    """Compile without writing and report."""
    from deckgen.compiler import compile_file

    checked_theme(theme)
    compiled = compile_file(outline, theme, allow_outside=allow_outside)
    print_problems(compiled, form)
    if form == "text" and not compiled.problems:
        zh = compiled.lang.startswith("zh")
        count = len(compiled.scenes)
        click.echo(f"没有问题，{count} 张幻灯片。" if zh else f"No problems, {count} slides.")
    if compiled.has_errors:
        raise SystemExit(1)
