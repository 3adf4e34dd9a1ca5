"""The blocks of a slide: Markdown is parsed by markdown-it, divisions and columns are found before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from deckgen.markdown.inline import Footnotes, Inline, inline
from deckgen.markdown.source import Line, in_code
from deckgen.markdown.talk import Block, Columns, Entry, Heading, Left, Listed, Paragraph, Picture, Quote, Table

_OPEN = re.compile(r" {0,3}:{3,}\s*(?:\{(?P<braces>[^}]*)\}|(?P<word>[\w-]+))\s*:*\s*$")
_CLOSE = re.compile(r" {0,3}:{3,}\s*$")
_DIV = re.compile(r"\s*<div(?P<attributes>[^>]*)>\s*$", re.IGNORECASE)
_DIV_END = re.compile(r"\s*</div>\s*$", re.IGNORECASE)
_SLOT = re.compile(r"::(?P<name>[\w-]+)::\s*$")
_COLUMNS = re.compile(r"\b(?:columns|cols|grid|two-?col\w*|multicol\w*|split)\b|grid-cols", re.IGNORECASE)
_NAMED = re.compile(r"^\s*(?:[—–―]+|--+)\s*")
_PAUSE = re.compile(r"\. \. \.$")
_BEHIND = re.compile(r"background-image=[\"']?(?P<file>[^\"'}\s]+)")
_TAGS = re.compile(r"<[^<>]*>")
_DEEPEST = 12
_DRAWN = {"mermaid", "plantuml", "dot", "graphviz", "d2"}


@dataclass
class Division:
    """A division of a slide: lines and divisions, in their order."""

    name: str = ""
    parts: list[Line | Division] = field(default_factory=list)


@dataclass
class Reader:
    """Reads the blocks of one slide; notes that stand among them are gathered."""

    markdown: MarkdownIt
    references: dict[str, Any]
    footnotes: Footnotes
    notes: list[str] = field(default_factory=list)

    def blocks(self, lines: Sequence[Line]) -> list[Block]:
        """Return the blocks of a slide."""
        return self._within(divided(lines))

    def _within(self, division: Division) -> list[Block]:
        found: list[Block] = []
        loose: list[Line] = []
        for part in division.parts:
            if not isinstance(part, Division):
                loose.append(part)
                continue
            found += self._parsed(loose)
            loose = []
            if part.name == "notes":
                self.notes.append(_text_of(part))
            elif part.name == "columns":
                columns = tuple(
                    tuple(blocks)
                    for inner in part.parts
                    if isinstance(inner, Division) and (blocks := self._within(inner))
                )
                rest = self._parsed([inner for inner in part.parts if not isinstance(inner, Division)])
                found += rest
                if len(columns) > 1:
                    found.append(Columns(columns, _first_line(part)))
                else:
                    found += [block for column in columns for block in column]
            else:
                found += self._within(part)
        return found + self._parsed(loose)

    def _parsed(self, lines: Sequence[Line]) -> list[Block]:
        if not any(text.strip() for _, text in lines):
            return []
        text = "\n".join(text for _, text in lines)
        tree = SyntaxTreeNode(self.markdown.parse(text, {"references": dict(self.references)}))
        return [block for node in tree.children for block in self._block(node, lines)]

    def _block(self, node: SyntaxTreeNode, lines: Sequence[Line]) -> Iterator[Block]:
        first, after = node.map or (0, 0)
        line = lines[min(first, len(lines) - 1)][0]
        source = "\n".join(text for _, text in lines[first:after])
        if node.type == "heading":
            found = self._inline(node, line)
            yield from found.pictures
            if behind := _BEHIND.search(source):
                yield Picture(behind["file"], "", line, background=True)
            if found.text:
                yield Heading(int(node.tag[1:]), found.text, line)
        elif node.type == "paragraph":
            found = self._inline(node, line)
            if found.text and not _PAUSE.match(found.text):
                yield Paragraph(found.text, line, found.rows)
            yield from found.pictures
            yield from (_html(html, line) for html in found.html)
        elif node.type in ("bullet_list", "ordered_list"):
            entries: list[Entry] = []
            for item in node.children:
                entry, others = self._entry(item, lines)
                entries += [entry] if entry else []
                yield from others
            if entries:
                yield Listed(tuple(entries), node.type == "ordered_list", line)
        elif node.type == "table":
            yield self._table(node, line)
        elif node.type == "blockquote":
            yield from self._quote(node, lines, line)
        elif node.type in ("fence", "code_block"):
            language = node.info.split()[0].strip("{}.").lower() if node.info.split() else ""
            yield Left("drawing" if language in _DRAWN else "code", node.content.rstrip("\n"), line)
        elif node.type != "hr":
            yield _html(source, line)

    def _inline(self, node: SyntaxTreeNode, line: int) -> Inline:
        token = node.children[0].token if node.children else None
        return inline((token.children if token else None) or (), line, self.footnotes)

    def _entry(self, item: SyntaxTreeNode, lines: Sequence[Line]) -> tuple[Entry | None, list[Block]]:
        """Return an entry with all the words below it, and what no entry can hold."""
        words: list[str] = []
        others: list[Block] = []
        for child in item.children:
            for block in self._block(child, lines):
                if isinstance(block, Heading | Paragraph):
                    words.append(block.text)
                elif isinstance(block, Listed):
                    words += [text for entry in block.entries for text in (entry.text, *entry.below)]
                elif isinstance(block, Quote):
                    words += [block.text, block.name] if block.name else [block.text]
                else:
                    others.append(block)
        line = lines[min((item.map or (0, 0))[0], len(lines) - 1)][0]
        return (Entry(words[0], tuple(words[1:]), line) if words else None), others

    def _table(self, node: SyntaxTreeNode, line: int) -> Table:
        rows = [
            tuple(self._inline(cell, line).text for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        return Table(rows[0], tuple(rows[1:]), line)

    def _quote(self, node: SyntaxTreeNode, lines: Sequence[Line], line: int) -> Iterator[Block]:
        texts: list[str] = []
        name = ""
        for child in node.children:
            # a name may stand on a line of its own at the end of the last paragraph
            if child.type == "paragraph" and child is node.children[-1] and child.children:
                rows = child.children[0].content.split("\n")
                if _NAMED.match(rows[-1]):
                    name = _NAMED.sub("", rows[-1])
                    rest = "\n".join(rows[:-1])
                    if rest.strip():
                        child = SyntaxTreeNode(
                            self.markdown.parse(rest, {"references": dict(self.references)})
                        ).children[0]
                    else:
                        continue
            for block in self._block(child, lines):
                if isinstance(block, Paragraph | Heading):
                    texts.append(block.text)
                else:
                    yield block
        if name:
            tokens = self.markdown.parseInline(name, {"references": dict(self.references)})[0].children
            name = inline(tokens or (), line, self.footnotes).text
        if texts:
            yield Quote(" ".join(texts), name, line)
        elif name:
            yield Paragraph(name, line)


def _html(source: str, line: int) -> Left:
    """Return HTML that is left: a `tag` where it holds no words."""
    return Left("html" if _TAGS.sub("", source).strip() else "tag", source.strip("\n"), line)


def named(text: str) -> str:
    """Return the name in a line such as `— Jane Doe`; nothing where it is no such line."""
    return _NAMED.sub("", text) if _NAMED.match(text) else ""


def divided(lines: Sequence[Line]) -> Division:
    """Return a slide as its divisions: Pandoc's and Quarto's fences of colons, `<div>`s, the slots of Slidev."""
    root = Division()
    stack = [root]
    for line, code in zip(lines, list(in_code(lines)), strict=True):
        text = line[1]
        opened = None if code else _OPEN.match(text) or _DIV.match(text)
        slot = None if code else _SLOT.match(text)
        if slot:
            _into_columns(root)
            root.parts[-1].parts.append(Division("column"))  # type: ignore[union-attr]  # the columns just made
            stack = [root, root.parts[-1], root.parts[-1].parts[-1]]  # type: ignore[union-attr, list-item]  # the same
        elif opened and len(stack) < _DEEPEST:
            groups = opened.groupdict()
            inner = Division(_name(groups.get("braces") or groups.get("word") or groups.get("attributes") or ""))
            stack[-1].parts.append(inner)
            stack.append(inner)
        elif not code and (_CLOSE.match(text) or _DIV_END.match(text)) and len(stack) > 1:
            stack.pop()
        else:
            stack[-1].parts.append(line)
    return root


def _into_columns(root: Division) -> None:
    """Let what stands so far below the title be the first of two columns."""
    if root.parts and isinstance(root.parts[-1], Division) and root.parts[-1].name == "columns":
        return
    above = [
        at
        for at, part in enumerate(root.parts[:8])
        if not isinstance(part, Division) and part[1].startswith(("# ", "## "))
    ]
    at = above[0] + 1 if above else 0
    first = Division("column", root.parts[at:])
    root.parts[at:] = [Division("columns", [first])]


def _name(attributes: str) -> str:
    if re.search(r"(?:^|[.\s])(?:notes|speaker-notes)\b", attributes):
        return "notes"
    return "columns" if _COLUMNS.search(attributes) else "column"


def _text_of(division: Division) -> str:
    rows = [part[1] if not isinstance(part, Division) else _text_of(part) for part in division.parts]
    return "\n".join(rows).strip()


def _first_line(division: Division) -> int:
    for part in division.parts:
        return _first_line(part) if isinstance(part, Division) else part[0]
    return 1
