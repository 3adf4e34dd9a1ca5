"""`deckgen new`: a starter outline, or the outline of a talk in Markdown."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import click

from deckgen.cli.failing import fail
from deckgen.cli.language import locale_is_chinese, said
from deckgen.cli.outline import checked_theme, existing_file
from deckgen.cli.writing import write_deck
from deckgen.starters import starter_kinds, starter_outline, starter_summary

_HAN = re.compile("[\u4e00-\u9fff]")
_DEFAULT = "plain"
_THEME = "pulse"
"""What a talk becomes where no theme is asked for."""


class _WithKinds(click.Command):
    """Its help lists the kinds of starters."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = "zh" if locale_is_chinese() else "en"
        with formatter.section(said("种类", "Kinds")):
            formatter.write_dl([(kind, starter_summary(kind, lang)) for kind in starter_kinds()])


@click.command(
    cls=_WithKinds,
    help=said(
        "写一份能直接生成的示例大纲，把文字换成你的就行。",
        "Write a starter outline that builds as it is: put your own words in their place.",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="[FILE]", required=False)
@click.option(
    "--kind", type=click.Choice(starter_kinds()),
    help=said(f"哪一种文稿，默认 {_DEFAULT}。", f"The kind of deck, {_DEFAULT} by default."),
)  # fmt: skip
@click.option(
    "--from-markdown", "talk", type=click.Path(dir_okay=False, path_type=Path), metavar="TALK", callback=existing_file,
    help=said(
        "把 Markdown 演讲稿（Marp、Slidev、Pandoc、Quarto）转成大纲。",
        "Make the outline from a talk in Markdown (Marp, Slidev, Pandoc, Quarto).",
    ),
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["zh", "en"]),
    help=said("语言；默认看标题和文件名，再看系统。", "Its language; by default that of the title, the file name or the system."),
)  # fmt: skip
@click.option("--title", default="", help=said("标题；默认是文件名。", "Its title; the file's name by default."))
@click.option("--theme", metavar="NAME", default="", help=said("主题。", "Its theme."))
def new(file: Path | None, kind: str | None, talk: Path | None, lang: str | None, title: str, theme: str) -> None:
    """Write the outline and say what to do next."""
    if talk is not None and kind is not None:
        raise click.UsageError(
            said(
                "--kind 是示例大纲的种类，不能和 --from-markdown 一起用。",
                "--kind chooses a starter; it cannot be used with --from-markdown.",
            )
        )
    if file is None and talk is None:
        raise click.UsageError(said("请写出大纲的文件名。", "Name the file of the outline."))
    target = _target(file or talk.with_suffix(".yaml") if talk else file)  # type: ignore[arg-type]  # one of them is there
    checked_theme(theme)
    theme = _theme_from(target, theme)
    title = title.strip()
    if talk is not None:
        _write_talk(talk, target, title, theme, lang or "")
        return
    title = title or _title_of(target)
    chosen = lang or ("zh" if _HAN.search(title + target.stem) or locale_is_chinese() else "en")
    _write(
        target, starter_outline(kind or _DEFAULT, chosen, title=title, file=target.name, theme=theme), chosen == "zh"
    )


def _write_talk(talk: Path, target: Path, title: str, theme: str, lang: str) -> None:
    """Write the outline of a talk and tell what could not be carried over, a line for each."""
    from deckgen.markdown import convert

    made = convert(_read(talk), talk, target, title=title, theme=theme or _THEME, lang=lang)
    zh = made.lang.startswith("zh")
    for problem in made.left:
        told = replace(problem, lang=made.lang)
        click.echo(f"{talk}:{problem.span.line if problem.span else 1}: {told.message}", err=True)
    _write(target, made.outline, zh, made.slides)


def _read(talk: Path) -> str:
    """Return the text of a talk; one that is no text in UTF-8 is wrong usage, one that cannot be read a failure."""
    try:
        return talk.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError(
            said(
                f"{talk} 不是 UTF-8 文本，请在编辑器里另存为 UTF-8。",
                f"{talk} is no text in UTF-8: save it so in your editor.",
            )
        ) from None
    except OSError as failure:
        fail(said(f"{talk} 打不开：{failure.strerror}。", f"{talk} cannot be read: {failure.strerror}."))


def _write(target: Path, text: str, zh: bool, slides: int = 0) -> None:
    from deckgen.outline.schema_file import schema_line

    write_deck(target, f"{schema_line()}\n{text}".encode(), zh)
    click.echo(_next_steps(target, zh, slides))


def _target(file: Path) -> Path:
    """Return the file to write, with the ending of outlines; one that is there is never replaced."""
    target = file if file.suffix.lower() in (".yaml", ".yml") else file.with_name(f"{file.name}.yaml")
    if target.exists():
        raise click.UsageError(
            said(
                f"{target} 已经存在，没有改动它。请换一个文件名。",
                f"{target} is there already and was left as it is. Choose another name.",
            )
        )
    return target


def _theme_from(target: Path, theme: str) -> str:
    """Return a theme as an outline names it: a file of one's own by its path from the outline's folder."""
    from deckgen.outline.theme_file import is_theme_file

    if not is_theme_file(theme):
        return theme
    try:
        return Path(os.path.relpath(theme, target.parent)).as_posix()
    except ValueError:  # on another drive
        return str(Path(theme).resolve())


def _title_of(target: Path) -> str:
    """Return the title that the name of a file suggests: `q3-review.yaml` is a Q3 review."""
    words = " ".join(re.split(r"[-_\s]+", target.stem)).strip() or target.stem
    return words[:1].upper() + words[1:]


def _next_steps(target: Path, zh: bool, slides: int) -> str:
    """Return what was written and what to do next; `slides` counts those made from a talk."""
    name = f'"{target}"' if " " in str(target) else str(target)
    if zh:
        done, todo = (
            (f"，{slides} 张幻灯片", "用编辑器打开看看") if slides else ("", "用编辑器打开，把示例文字换成你的")
        )
        return (
            f"已写好 {target}{done}。\n  {todo}\n"
            f"  deckgen preview {name}   在浏览器里边写边看\n  deckgen build {name}     生成 PPT"
        )
    done, todo = (f": {slides} slides", "look it over") if slides else ("", "put your own words in")
    return (
        f"{target} is written{done}.\n  Open it in an editor and {todo}\n"
        f"  deckgen preview {name}   shows the slides while you write\n  deckgen build {name}     writes the deck"
    )
