"""`deckgen explain`: what the code of a problem means, and what to do about it."""

from __future__ import annotations

import json
from textwrap import indent
from typing import TYPE_CHECKING

import click

from deckgen.cli.language import locale_is_chinese, said

if TYPE_CHECKING:
    from deckgen.explained import Explanation


@click.command(
    help=said(
        "解释方括号里的问题代号：是什么意思、怎么改；不写代号就列出全部。",
        "Explain the code of a problem: what it means and what to do. Without a code, list them all.",
    )
)
@click.argument("code", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=said("输出形式。", "Form of the text."),
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["zh", "en"]),
    help=said("说明的语言；默认与系统相同。", "Language of the explanation; by default the system's."),
)  # fmt: skip
def explain(code: str | None, form: str, lang: str | None) -> None:
    """Print what one code means, or the list of all."""
    from deckgen.explained import codes, explanation

    zh = lang == "zh" if lang else locale_is_chinese()
    if code is None:
        every = [explanation(each) for each in codes()]
        lines = (_line(each, zh) for each in every)
        click.echo(_as_json([_described(each) for each in every]) if form == "json" else "\n".join(lines))
    else:
        explained = _explanation(code.strip("[]"))  # as it is copied from a report, brackets and all
        click.echo(_as_json(_described(explained)) if form == "json" else _told(explained, zh))


def _explanation(code: str) -> Explanation:
    """Return what a code means; one that does not exist is wrong usage."""
    from deckgen.explained import codes, explanation

    try:
        return explanation(code)
    except KeyError:
        from deckgen.problems.suggest import suggest

        near = suggest(code, codes())
        zh_hint = f"是不是「{near}」？" if near else "运行 deckgen explain 可以看到全部代号。"
        en_hint = f"Did you mean “{near}”?" if near else "deckgen explain lists them all."
        raise click.UsageError(
            said(f"没有「{code}」这个代号。{zh_hint}", f"There is no code “{code}”. {en_hint}")
        ) from None


def _line(explained: Explanation, zh: bool) -> str:
    return f"{explained.code:24} {explained.zh.name if zh else explained.en.name}"


def _told(explained: Explanation, zh: bool) -> str:
    """Return an explanation as text: what it is, why it matters, the example before and after, how not to be told."""
    words = explained.zh if zh else explained.en
    blocks = [f"{explained.code}  {words.name}", words.why.rstrip()]
    if words.wrong:
        heads = ("有问题：", "改好后：") if zh else ("Wrong:", "Right:")
        examples = zip(heads, (words.wrong, words.right), strict=True)
        blocks += [f"{head}\n\n{indent(text.rstrip(), '    ')}" for head, text in examples]
    return "\n\n".join([*blocks, "\n".join(_consequences(explained, zh))])


def _consequences(explained: Explanation, zh: bool) -> list[str]:
    """Return whether a problem stops the build, whether `--fix` mends it, and how to ignore it, a sentence each."""
    code = explained.code
    if explained.severity == "error":
        told = [
            "这是错误：改好以后才能生成文稿。" if zh else "This is an error: no deck is written before it is mended."
        ]
    else:
        told = ["这是警告：文稿照样会生成。" if zh else "This is a warning: the deck is written all the same."]
    if explained.fixable:
        told.append(
            "有把握的地方，deckgen check --fix 会替你改好。" if zh
            else "deckgen check --fix mends it for you where that is certain."
        )  # fmt: skip
    if explained.severity == "warning":
        ignore = f"ignore: [{code}]"
        if explained.deckwide:
            told.append(
                f"如果是有意这样写，在 deck: 下面加一行 {ignore}。" if zh
                else f"If you mean it that way, add a line {ignore} below deck:."
            )  # fmt: skip
        else:
            told.append(
                f"如果是有意这样写，在这张幻灯片里加一行 {ignore}；加在 deck: 下面，就对整份文稿有效。" if zh
                else f"If you mean it that way, add a line {ignore} to the slide, or below deck: for the whole deck."
            )  # fmt: skip
    return told


def _described(explained: Explanation) -> dict[str, object]:
    data: dict[str, object] = {
        "code": explained.code,
        "severity": explained.severity,
        "fixable": explained.fixable,
    }
    for key in ("name", "why", "wrong", "right"):
        data |= {key: getattr(explained.en, key), f"{key}_zh": getattr(explained.zh, key)}
    return data


def _as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
