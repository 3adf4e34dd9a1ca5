"""Whatever Markdown says: its outline has no errors, and no word of it is lost."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.compiler import compile_outline
from deckgen.content.tree import Mapping, Node, Scalar
from deckgen.markdown import convert
from deckgen.outline.read import parse

TALK, TARGET = Path("talk.md"), Path("talk.yaml")
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def said(node: Node) -> str:
    """Return all the texts of an outline."""
    if isinstance(node, Scalar):
        return str(node)
    return "\n".join(map(said, node.values() if isinstance(node, Mapping) else node))


def converted(text: str) -> str:
    """Convert a talk, hold its outline to its promises, return its texts."""
    made = convert(text, TALK, TARGET)
    assert made == convert(text, TALK, TARGET)
    outline = parse(made.outline, "talk.yaml")
    assert [str(problem) for problem in outline.problems] == []
    compiled = compile_outline(outline, folder=Path())
    assert [str(problem) for problem in compiled.problems if problem.severity == "error"] == []
    return said(parse(made.outline, "talk.yaml").root)


NUMBERS = itertools.count(1000)
words = st.sampled_from(
    ["kaffee", "增长", "x", "预算 B", "reach", "https", "on", "4.5", "a: b", "#tag", "[x]", "50%", "*", "'", '"']
)
sentences = st.lists(words, min_size=0, max_size=30).map(" ".join).map(lambda text: f"w{next(NUMBERS)}q {text}".strip())
shorts = st.lists(words, max_size=3).map(" ".join).map(lambda text: f"w{next(NUMBERS)}q {text}".strip())


def listed(mark: str) -> st.SearchStrategy[str]:
    entry = st.tuples(sentences, st.lists(shorts, max_size=4)).map(
        lambda pair: "\n".join([f"{mark} {pair[0]}", *(f"    {mark} {below}" for below in pair[1])])
    )
    return st.lists(entry, min_size=1, max_size=14).map("\n".join)


def table(columns: int, rows: list[list[str]]) -> str:
    cells = [[*row, *[""] * columns][:columns] for row in rows]
    lines = ["| " + " | ".join(cell.replace("|", "") for cell in row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + " --- |" * columns, *lines[1:]])


blocks = st.one_of(
    sentences,
    shorts.map(lambda text: f"# {text}"),
    sentences.map(lambda text: f"## {text}"),
    shorts.map(lambda text: f"### {text}"),
    listed("-"),
    listed("1."),
    st.builds(table, st.integers(1, 9), st.lists(st.lists(shorts, max_size=9), min_size=1, max_size=14)),
    st.tuples(sentences, shorts).map(lambda pair: f"> {pair[0]}\n> — {pair[1]}"),
    sentences.map(lambda text: f"```python\n{text}\n```"),
    sentences.map(lambda text: f"<!-- {text} -->"),
    sentences.map(lambda text: f"::: notes\n{text}\n:::"),
    st.tuples(sentences, listed("*")).map(
        lambda pair: f":::: columns\n::: column\n{pair[0]}\n:::\n::: column\n{pair[1]}\n:::\n::::"
    ),
    shorts.map(lambda text: f"![{text}](missing.png)"),
    shorts.map(lambda text: f"**{text}** and [{text}](https://example.com/a) and `{text}`"),
    sentences.map(lambda text: f"Noted[^a]\n\n[^a]: {text}"),
    sentences.map(lambda text: f"<p>{text}</p>"),
    st.just("---"),
)


@SLOW
@given(
    st.lists(blocks, max_size=9),
    st.sampled_from(["", "---\nmarp: true\n---\n\n", "---\nformat: revealjs\ntitle: T\n---\n\n"]),
)
def test_no_word_is_lost(parts: list[str], front: str) -> None:
    text = front + "\n\n".join(parts) + "\n"
    outline = converted(text)
    lost = [word for word in re.findall(r"w\d+q", text) if word not in outline]
    assert lost == []


ODD = st.text(
    st.sampled_from("#-*_>`|:[]()!<>{}~=\\\"'&@%^$ \n\t1.9ab中：，é\u3000\ufeff\u200b😀\x00\ud800"), max_size=160
)


@SLOW
@given(ODD)
def test_any_text_gives_an_outline_without_errors(text: str) -> None:
    converted(text)


@SLOW
@given(
    st.lists(
        st.one_of(ODD, st.sampled_from(["---", "layout: cover", ":::", "::: notes", "<div>", "<!--", "-->", "```"])),
        max_size=12,
    )
)
def test_lines_of_any_kind_give_an_outline_without_errors(lines: list[str]) -> None:
    converted("\n".join(lines))
