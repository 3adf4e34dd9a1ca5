"""What the commands that read an outline share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.language import locale_is_chinese, said

if TYPE_CHECKING:
    from deckgen.compiler import Compiled
    from deckgen.layouts import Layout


def existing_file(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a file that is not there as wrong usage."""
    if value is not None and not value.exists():
        raise click.BadParameter(said(f"没有文件 {value}。", f"There is no file {value}."))
    return value


def outline_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the OUTLINE argument; a file that is not there is wrong usage."""
    decorate = click.argument("outline", type=click.Path(path_type=Path), metavar="OUTLINE", callback=existing_file)
    return decorate(command)


allow_outside_option = click.option(
    "--allow-outside", is_flag=True,
    help=said("允许使用大纲文件夹之外的图片。", "Allow pictures from outside the outline's folder."),
)  # fmt: skip
"""The flag that lets an outline name pictures anywhere."""


def checked_theme(name: str) -> None:
    """Refuse a theme that does not exist as wrong usage; a file of one's own counts from the working folder."""
    from deckgen.outline.theme_file import is_theme_file
    from deckgen.theme import names

    if is_theme_file(name):
        if not Path(name).is_file():
            raise click.UsageError(said(f"没有主题文件 {name}。", f"There is no theme file {name}."))
    elif name and name not in names():
        known = "、".join(names())
        raise click.UsageError(
            said(f"没有主题「{name}」，可用：{known}", f"There is no theme “{name}”; there are: {known}")
        )


def named_layout(name: str) -> Layout:
    """Return the layout of a name; one that does not exist is wrong usage."""
    from deckgen.layouts import find_layout, layout_aliases, layout_names
    from deckgen.problems.suggest import suggest

    try:
        return find_layout(name)
    except KeyError:
        near = suggest(name, [*layout_names(), *layout_aliases()])
        zh_hint, en_hint = (f"是不是「{near}」？", f"Did you mean “{near}”?") if near else ("", "")
        raise click.UsageError(
            said(f"没有版式「{name}」。{zh_hint}", f"There is no layout “{name}”. {en_hint}".strip())
        ) from None


def print_problems(compiled: Compiled, form: str, remark: str = "") -> None:
    """Print the problems of an outline as text to standard error, as data to standard output.

    A remark on them follows their text, which ends in how to learn more.
    """
    from deckgen.problems.report import to_github, to_json, to_text

    if form == "json":
        click.echo(to_json(compiled.problems))
    elif form == "github":
        click.echo(to_github(compiled.problems))
    elif compiled.problems:
        told = to_text(compiled.problems, compiled.lines, compiled.lang).rstrip("\n")
        click.echo("\n".join(filter(None, (told, remark, where_explained(compiled)))), err=True)


def where_explained(compiled: Compiled) -> str:
    """Return how to learn more of the problems of an outline in its language, with the code of the first as an example."""
    zh = compiled.lang.startswith("zh")
    command = f"deckgen explain {compiled.problems[0].code}"
    if zh != locale_is_chinese():
        command += f" --lang {'zh' if zh else 'en'}"
    return f"想看说明和例子，运行：{command}" if zh else f"For what it means, with an example, run: {command}"
