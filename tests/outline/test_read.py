"""Reading: what is written arrives as written, and nothing in a file can do harm."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.outline.events import DEEPEST, MOST_VALUES
from deckgen.outline.read import LARGEST, MOST_LINES, Outline, parse, read
from deckgen.problems import Span, to_github, to_json, to_text


def codes(outline: Outline) -> list[str]:
    return [problem.code for problem in outline.problems]


def at(outline: Outline, *keys: str | int) -> Node:
    node: Node = outline.root
    for key in keys:
        if isinstance(node, Mapping) and isinstance(key, str):
            node = node[key]
        else:
            assert isinstance(node, Sequence)
            assert isinstance(key, int)
            node = node[key]
    return node


def nodes(node: Node) -> list[Node]:
    if isinstance(node, Scalar):
        return [node]
    children = node.values() if isinstance(node, Mapping) else node
    return [node, *(inner for child in children for inner in nodes(child))]


@pytest.mark.parametrize("written", ["12:30", "no", "1.10", "0123", "~", "2023-07-08", "1e3", "true", "null", "0x1F"])
def test_plain_scalars_stay_as_written(written: str) -> None:
    outline = parse(f"a: {written}\nb: [{written}]\n", "d.yaml")
    assert outline.root == {"a": written, "b": [written]}
    assert not outline.problems


def test_empty_quoted_and_block_values() -> None:
    outline = parse("a:\nb: ''\nc: |\n  一\n  二\nd: >-\n  一\n  二\ne: '1'\n", "d.yaml")
    assert outline.root == {"a": "", "b": "", "c": "一\n二\n", "d": "一 二", "e": "1"}
    assert [node.quoted for node in nodes(outline.root) if isinstance(node, Scalar)] == [False, True, True, True, True]


def test_values_know_their_place_and_path() -> None:
    outline = parse("title: 标题\nslides:\n  - layout: x\n  - items:\n      - {head: 甲乙, n: 1}\n", "d.yaml")
    head = at(outline, "slides", 1, "items", 0, "head")
    assert isinstance(head, Scalar)
    assert head.path == "slides[1].items[0].head"
    assert head.span == Span("d.yaml", 5, 16, 2)
    item = at(outline, "slides", 1, "items", 0)
    assert isinstance(item, Mapping)
    assert item.key_spans["n"] == Span("d.yaml", 5, 20, 1)
    assert outline.root.path == ""
    assert outline.lines[0] == "title: 标题"


def test_columns_are_those_of_the_line_as_written() -> None:
    outline = parse("a：甲\nb: {value：30，unit：亿}\n\nc: x: y\n", "d.yaml")
    assert outline.root == {"a": "甲", "b": {"value": "30", "unit": "亿"}, "c": "x: y"}
    spans = [(node.span.line, node.span.column, node.span.length) for node in nodes(outline.root) if node.span]
    assert (1, 3, 1) in spans
    assert (2, 11, 2) in spans
    assert (2, 19, 1) in spans
    assert (4, 4, 4) in spans


def test_line_ends_of_every_system() -> None:
    outline = parse("a: 1\r\nb: 2\rc: 3\u2028x\n", "d.yaml")
    assert outline.root == {"a": "1", "b": "2", "c": "3 x"}
    assert outline.lines == ("a: 1", "b: 2", "c: 3 x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "d.yaml"
    path.write_bytes("title: 标题\n".encode(encoding))
    outline = read(path)
    assert outline.root == {"title": "标题"}
    assert outline.readable
    assert outline.file == str(path)


def test_files_that_are_no_outline(tmp_path: Path) -> None:
    gbk = tmp_path / "gbk.yaml"
    gbk.write_bytes("a: 1\ntitle: 标题\n".encode("gbk"))
    binary = tmp_path / "deck.pptx"
    binary.write_bytes(b"PK\x03\x04\x00\x00")
    large = tmp_path / "large.yaml"
    large.write_bytes(b"a" * (LARGEST + 1))
    empty = tmp_path / "empty.yaml"
    empty.write_bytes(b"")
    outlines = [read(path) for path in (gbk, binary, large, empty, tmp_path, tmp_path / ("x" * 400))]
    assert [codes(outline) for outline in outlines] == [
        ["encoding"],
        ["file-is-binary"],
        ["file-too-large"],
        ["outline-empty"],
        ["file-is-folder"],
        ["file-unreadable"],
    ]
    assert [outline.readable for outline in outlines] == [True] + 5 * [False]  # what is in GBK is read all the same
    assert outlines[0].problems[0].span == Span(str(gbk), 2, 1)
    assert "GBK" in outlines[0].problems[0].message


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text("a: 1\n")
    (problem,) = read(tmp_path / "reprot.yaml").problems
    assert problem.code == "file-missing"
    assert problem.hint == "Did you mean report.yaml?"
    (problem,) = read(tmp_path / "none" / "x.yaml").problems
    assert problem.code == "file-missing"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_forbidden_file(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("a: 1\n")
    path.chmod(0)
    assert codes(read(path)) == ["file-forbidden"]


def test_laughs_do_not_grow() -> None:
    text = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a]\n" for n in range(30))
    outline = parse(text, "d.yaml")
    assert set(codes(outline)) == {"no-alias"}
    assert len(nodes(outline.root)) < 300


def test_depth_and_number_of_values_are_limited() -> None:
    assert codes(parse("a: " + "[" * DEEPEST + "]" * DEEPEST + "\n", "d.yaml")) == ["too-deep"]
    assert codes(parse("a: " + "[" * 100_000, "d.yaml")) == ["unclosed-bracket"]
    assert codes(parse("".join("  " * n + "k:\n" for n in range(60)), "d.yaml")) == ["too-deep"]
    assert parse("".join("  " * n + "k:\n" for n in range(DEEPEST - 1)), "d.yaml").readable
    assert codes(parse("a: [" + "1, " * (MOST_VALUES + 1) + "]\n", "d.yaml")) == ["too-many-values"]
    assert codes(parse("a:\n" * (MOST_LINES + 1), "d.yaml")) == ["file-too-large"]


@pytest.mark.parametrize(
    "sign", ["[", "{", '"', "'", "- ", "a: ", "#", "&a ", "*", "!", "a：", "\t", "\x01", "? ", "\\"]
)
def test_the_same_sign_again_and_again(sign: str) -> None:
    for text in (sign * 30_000, "a: " + sign * 30_000, f"a:\n  - {sign}\n" * 5_000):
        began = time.process_time()
        outline = parse(text, "d.yaml")
        to_text(outline.problems, {"d.yaml": outline.lines}, "zh")
        assert time.process_time() - began < 5
        assert len(outline.problems) <= 401


def test_a_huge_text_is_just_a_text() -> None:
    outline = parse("a: " + "字" * 1_000_000 + "\n", "d.yaml")
    assert not outline.problems
    assert len(at(outline, "a")) == 1_000_000


def test_tags_make_no_objects() -> None:
    outline = parse("a: !!python/object/apply:os.getcwd []\nb:\n  ? !!python/name:os.system x\n  : 1\n", "d.yaml")
    assert all(type(node) in (Scalar, Mapping, Sequence) for node in nodes(outline.root))
    assert outline.problems


signs = st.sampled_from(
    [*"abc甲乙1 \n\t:-#{}[],\"'&*!|>@%`?\\，：　", ": ", "- ", "\n  ", "\n- ", " #", "\x00", "\x85", "<<"]
)
texts = st.one_of(st.text(max_size=300), st.lists(signs, max_size=60).map("".join))


@given(texts)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_an_outline_and_a_report(text: str) -> None:
    outline = parse(text, "d.yaml")
    assert outline.readable or outline.problems
    for problem in outline.problems:
        assert problem.span
        assert 1 <= problem.span.line <= len(outline.lines)
        assert 1 <= problem.span.column <= len(outline.lines[problem.span.line - 1]) + 1
    for lang in ("zh", "en"):
        assert to_text(outline.problems, {"d.yaml": outline.lines}, lang)
    assert isinstance(json.loads(to_json(outline.problems)), list)
    assert to_github(outline.problems).count("\n") == len(outline.problems)
    for node in nodes(outline.root):
        assert node.span


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_file_gives_an_outline(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    outline = read(path)
    assert outline.readable or outline.problems


keys = (
    st.text("abc甲乙–%.,()+ _-19", min_size=1, max_size=8)
    .map(str.strip)
    .filter(
        lambda key: key and not key.startswith("– ")  # to a person it begins a list item
    )
)
scalars = st.text("abc甲乙1 \n:-#{}[],\"'&*!|>@%`?\\，：", max_size=20)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=20
)


@given(
    st.dictionaries(keys, values, min_size=1, max_size=4),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "'", '"', "|"]),
    st.sampled_from([20, 80, 1000]),
)
@example({"a": " #\n"}, None, "|", 20)
@settings(max_examples=300, deadline=None)
def test_correct_yaml_holds_no_traps(data: object, flow: bool | None, style: str | None, width: int) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, default_style=style, width=width)
    outline = parse(text, "d.yaml")
    assert not outline.problems
    assert outline.root == yaml.load(text, Loader=yaml.BaseLoader)
