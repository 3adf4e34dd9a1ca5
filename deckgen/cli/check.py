"""`deckgen check`: says what is wrong with an outline, and mends what is certain where it is asked to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.language import said
from deckgen.cli.outline import allow_outside_option, checked_theme, outline_argument, print_problems

if TYPE_CHECKING:
    from deckgen.compiler import Compiled
    from deckgen.fix import Fixed
    from deckgen.problems import Problem


@click.command(
    help=said("检查大纲；加 --fix 修好有把握的问题。", "Check an outline; with --fix, mend what is certain.")
)
@outline_argument
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
    help=said("输出形式。", "Form of the report."),
)  # fmt: skip
@click.option("--theme", metavar="NAME", default="", help=said("用这个主题检查。", "Check with this theme."))
@click.option("--fix", is_flag=True, help=said("修好有把握的问题，写回大纲。", "Mend what is certain, in the outline."))
@click.option(
    "--diff", is_flag=True,
    help=said("只显示 --fix 会改什么，不写文件。", "Show what --fix would change and write nothing."),
)  # fmt: skip
@allow_outside_option
def check(outline: Path, form: str, theme: str, fix: bool, diff: bool, allow_outside: bool) -> None:
    """Compile without writing a deck and report."""
    from deckgen.compiler import compile_file

    checked_theme(theme)
    if not (fix or diff):
        _report(compile_file(outline, theme, allow_outside=allow_outside), form)
        return
    from deckgen.fix import fix_file

    fixed = fix_file(outline, theme, allow_outside=allow_outside)
    if diff:
        _show(fixed, outline)
        return
    if fixed.is_changed:
        from deckgen.cli.writing import write_outline

        write_outline(outline, fixed.before, fixed.after, fixed.compiled.lang.startswith("zh"))
    click.echo(_mended(fixed.mended, fixed.compiled), err=form != "text")
    _report(fixed.compiled, form)


def _report(compiled: Compiled, form: str) -> None:
    """Print the problems of an outline and what to do about them; errors are the exit code 1."""
    zh = compiled.lang.startswith("zh")
    fixable = sum(bool(problem.fix) for problem in compiled.problems)
    mendable = (
        f"其中 {fixable} 处可以用 --fix 修好，先看改动用 --diff。" if zh
        else f"{fixable} of them can be mended with --fix; --diff shows the changes first."
    )  # fmt: skip
    print_problems(compiled, form, mendable if fixable else "")
    if form == "text" and not compiled.problems:
        count = len(compiled.scenes)
        click.echo(f"没有问题，{count} 张幻灯片。" if zh else f"No problems, {count} slides.")
    if compiled.has_errors:
        raise SystemExit(1)


def _mended(problems: Sequence[Problem], compiled: Compiled) -> str:
    """Return what was mended, a line for each."""
    zh = compiled.lang.startswith("zh")
    if not problems:
        return "没有可以自动修好的问题。" if zh else "Nothing can be mended with certainty."
    lines = [f"  {problem.span}: [{problem.code}] {problem.message}" for problem in problems]
    count = len(problems)
    head = f"已修好 {count} 处：" if zh else f"Mended {count} problem{'s' * (count > 1)}:"
    return "\n".join([head, *lines])


def _show(fixed: Fixed, outline: Path) -> None:
    """Print the changes as a unified diff; that there are any is the exit code 1."""
    if not fixed.is_changed:
        click.echo(_mended((), fixed.compiled), err=True)
        return
    click.echo(fixed.diff(str(outline)), nl=False)
    raise SystemExit(1)
