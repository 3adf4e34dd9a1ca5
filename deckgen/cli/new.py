"""`deckgen new`: a starter outline, or the outline of a talk in Markdown."""

from __future__ import annotations

import re
from pathlib import Path

import click

from deckgen.cli.language import locale_is_chinese, said
from deckgen.cli.outline import checked_theme
from deckgen.cli.writing import write_deck
from deckgen.starters import starter_kinds, starter_outline, starter_summary

_HAN = re.compile("[\u4e00-\u9fff]")
_DEFAULT = "plain"


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
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option(
    "--kind", type=click.Choice(starter_kinds()), default=_DEFAULT, show_default=True,
    help=said("哪一种文稿。", "The kind of deck."),
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["zh", "en"]),
    help=said("语言；默认看标题和文件名，再看系统。", "Its language; by default that of the title, the file name or the system."),
)  # fmt: skip
@click.option("--title", default="", help=said("标题；默认是文件名。", "Its title; the file's name by default."))
@click.option("--theme", metavar="NAME", default="", help=said("主题。", "Its theme."))
def new(file: Path, kind: str, lang: str | None, title: str, theme: str) -> None:
    """Write the outline and say what to do next."""
    from deckgen.outline.schema_file import schema_line

    target = _target(file)
    checked_theme(theme)
    title = title.strip() or _title_of(target)
    chosen = lang or ("zh" if _HAN.search(title + target.stem) or locale_is_chinese() else "en")
    text = starter_outline(kind, chosen, title=title, file=target.name, theme=theme)
    write_deck(target, f"{schema_line()}\n{text}".encode(), chosen == "zh")
    click.echo(_next_steps(target, chosen == "zh"))


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


def _title_of(target: Path) -> str:
    """Return the title that the name of a file suggests: `q3-review.yaml` is a Q3 review."""
    words = " ".join(re.split(r"[-_\s]+", target.stem)).strip() or target.stem
    return words[:1].upper() + words[1:]


def _next_steps(target: Path, zh: bool) -> str:
    name = f'"{target}"' if " " in str(target) else str(target)
    if zh:
        return f"已写好 {target}。\n  用编辑器打开，把示例文字换成你的\n  deckgen build {name}   生成 PPT"
    return f"{target} is written.\n  Open it in an editor and put your own words in\n  deckgen build {name}   writes the deck"
