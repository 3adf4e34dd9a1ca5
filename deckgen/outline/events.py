"""The parser's events become the tree, with a span and a path on every value."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.outline.draft import MOST_FAULTS, Draft
from deckgen.outline.mistakes import NO_ALIAS, NO_MERGE
from deckgen.problems import Kind, Problem, Span

DEEPEST = 40
"""The most levels of lists and mappings inside each other."""

MOST_VALUES = 200_000
"""The most values in one outline."""

DUPLICATE_KEY = Kind(
    "duplicate-key",
    "error",
    "字段「{key}」已经在第 {line} 行写过。",
    "The field “{key}” is there already, in line {line}.",
    "{help_zh}",
    "{help_en}",
)
KEY_NOT_TEXT = Kind(
    "key-not-text",
    "error",
    "列表或一组字段不能当字段名。",
    "A list or a group of fields cannot be the name of a field.",
    "请把字段名写成一个词，后面是半角冒号和空格。",
    "Write the name as a word, followed by a colon and a space.",
)
NO_TAG = Kind(
    "no-tag",
    "error",
    "{tag} 是 YAML 标签，大纲不支持。",
    "{tag} is a YAML tag, which outlines do not have.",
    "请删去它；若是文字，加引号。",
    "Take it out; if it is text, put it in quotes.",
)
SECOND_DOCUMENT = Kind(
    "second-document",
    "error",
    "--- 会开始另一份文档，它后面的内容都读不到。",
    "The --- begins another document; what follows it is not read.",
    "请删去 ---；每页幻灯片是 slides 下的一个列表项。",
    "Take the --- out; each slide is a list item under “slides”.",
)
OUTLINE_EMPTY = Kind(
    "outline-empty",
    "error",
    "大纲是空的。",
    "The outline is empty.",
    "请从 deck: 和 slides: 写起。",
    "Begin with “deck:” and “slides:”.",
)
OUTLINE_NOT_MAPPING = Kind(
    "outline-not-mapping",
    "error",
    "大纲的最外层应是「字段: 内容」。",
    "An outline's outermost level is made of “field: value” lines.",
    "请从 deck: 和 slides: 写起，幻灯片的列表放在 slides: 下面，缩进两格。",
    "Begin with “deck:” and “slides:”, and put the list of slides under “slides:”, indented by two.",
)
TOO_DEEP = Kind(
    "too-deep",
    "error",
    "这里嵌套超过 {limit} 层。",
    "The values are nested more than {limit} levels deep here.",
    "请检查这一行之前的缩进和括号。",
    "Look at the indentation and the brackets before this line.",
)
TOO_MANY_VALUES = Kind(
    "too-many-values",
    "error",
    "大纲里的值超过 {limit} 个。",
    "The outline holds more than {limit} values.",
    "请把它分成几份；大量数据放到数据文件里。",
    "Split it; keep large data in a data file.",
)
SYNTAX = Kind(
    "syntax",
    "error",
    "从这里起读不懂这份 YAML。",
    "The YAML cannot be understood from here on.",
    "请检查这一行和上一行的缩进、冒号、引号和括号。",
    "Look at indentation, colons, quotes and brackets in this line and the one above.",
)
BROKEN_INDENT = Kind(
    "broken-indent",
    "error",
    "这一行与同级的行没有对齐，或者不该出现在这里。",
    "This line is not aligned with its siblings, or has no place here.",
    "请把同一级的字段名对齐在同一列，列表项的 - 也一样。",
    "Fields of one level begin in one column, and so do the dashes of a list.",
)
BROKEN_BRACKET = Kind(
    "broken-bracket",
    "error",
    "括号里的内容读不懂，可能少了逗号、引号或另一半括号。",
    "What stands inside the brackets cannot be understood; a comma, a quote or a bracket may be missing.",
    "请用半角逗号加空格隔开各项，含标点的文字加引号。",
    "Separate the entries by a comma and a space, and put text with punctuation in quotes.",
)

PARSER_MISTAKES = (SYNTAX, BROKEN_INDENT, BROKEN_BRACKET)
"""What only the parser saw; it may be the consequence of a trap that no edit mends."""

_Loader: type[yaml.BaseLoader] | type[yaml.CBaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


_WRITTEN = (yaml.ScalarEvent, yaml.CollectionStartEvent)


class _Stop(Exception):
    """Reading ends here, with this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def compose(draft: Draft) -> tuple[Mapping | None, list[Problem]]:
    """Return the tree of the corrected lines, or None when reading failed, and the problems met on the way."""
    composer = _Composer(draft)
    try:
        return composer.document(), composer.problems
    except _Stop as stop:
        return None, [*composer.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*composer.problems, composer.translated(error)]
    except yaml.YAMLError:
        return None, [*composer.problems, SYNTAX.at(Span(draft.file, 1, 1))]


def _which_to_drop(key: str, first: Node, second: Node, above: int, below: int) -> tuple[str, str]:
    """Return what to do about a field that is written twice, in Chinese and in English; lines of their names are known."""
    for node, line in ((first, above), (second, below)):
        if isinstance(node, Scalar) and node.blank:
            return (
                f"第 {line} 行的「{key}」后面没有内容，请删去第 {line} 行。",
                f"Nothing stands behind “{key}” in line {line}: take line {line} out.",
            )
    if first == second:
        return "两处写的一样，请删去一处。", "Both say the same: take one of them out."
    return (
        f"请留下第 {above} 行或第 {below} 行，删去另一处；如果本来是另一个字段，请改它的名字。",
        f"Keep line {above} or line {below} and take the other out; if it was meant to be another field, correct its name.",
    )


class _Composer:
    """Builds one tree from the events of one text."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.problems: list[Problem] = []
        self.values = 0
        loader = _Loader(draft.text())
        self.event: Callable[[], yaml.Event] = loader.get_event  # type: ignore[assignment]  # None only behind the end

    def document(self) -> Mapping:
        """Return the outermost mapping."""
        self.event()
        event = self.event()
        if isinstance(event, yaml.StreamEndEvent):
            raise _Stop(OUTLINE_EMPTY.at(Span(self.draft.file, 1, 1)))
        event = self.event()
        if not isinstance(event, yaml.MappingStartEvent):
            empty = isinstance(event, yaml.ScalarEvent) and not event.value
            raise _Stop((OUTLINE_EMPTY if empty else OUTLINE_NOT_MAPPING).at(self.span(event)))
        root = Mapping(self.span(event))
        self.mapping(root, "", 1)
        self.event()
        after = self.event()
        if isinstance(after, yaml.DocumentStartEvent):
            self.problems.append(SECOND_DOCUMENT.at(self.span(after)))
        return root

    def node(self, event: yaml.Event, path: str, depth: int) -> Node:
        """Return the value that begins with this event."""
        self.values += 1
        span = self.span(event)
        if self.values > MOST_VALUES:
            raise _Stop(TOO_MANY_VALUES.at(span, path, limit=MOST_VALUES))
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
            return Scalar(event.value, span, path, bool(event.style))
        if not isinstance(event, _WRITTEN):
            self.note(NO_ALIAS.at(span, path, sign=f"*{getattr(event, 'anchor', '')}"))
            return Scalar("", span, path)
        if event.anchor:
            self.note(NO_ALIAS.at(span, path, sign=f"&{event.anchor}"))
        if event.tag:
            self.note(NO_TAG.at(span, path, tag=event.tag))
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, span, path, bool(event.style))
        if depth >= DEEPEST:
            raise _Stop(TOO_DEEP.at(span, path, limit=DEEPEST))
        if isinstance(event, yaml.MappingStartEvent):
            mapping = Mapping(span, path, bool(event.flow_style))
            self.mapping(mapping, path, depth + 1)
            return mapping
        return self.sequence(span, path, depth + 1, bool(event.flow_style))

    def note(self, problem: Problem) -> None:
        """Keep a problem, unless there are more already than anybody reads."""
        if len(self.problems) < MOST_FAULTS:
            self.problems.append(problem)

    def sequence(self, span: Span, path: str, depth: int, flow: bool) -> Sequence:
        """Return the list whose first event has been read; in a `flow` it stands in brackets."""
        values: list[Node] = []
        while not isinstance(event := self.event(), yaml.SequenceEndEvent):
            values.append(self.node(event, f"{path}[{len(values)}]", depth))
        return Sequence(values, span, path, flow)

    def mapping(self, mapping: Mapping, path: str, depth: int) -> None:
        """Fill the mapping whose first event has been read; of a key written twice the first that holds anything stays."""
        lead = f"{path}." if path else ""
        while not isinstance(event := self.event(), yaml.MappingEndEvent):
            key = self.node(event, path, depth)
            name = str(key) if isinstance(key, Scalar) else ""
            value = self.node(self.event(), lead + name, depth)
            where = key.span or Span(self.draft.file, 1, 1)
            if not isinstance(key, Scalar):
                self.note(KEY_NOT_TEXT.at(where, path))
            elif name in mapping:
                first, written = mapping.key_spans[name].line, mapping[name]
                help_zh, help_en = _which_to_drop(name, written, value, first, where.line)
                self.note(DUPLICATE_KEY.at(where, lead + name, key=name, line=first, help_zh=help_zh, help_en=help_en))
                if isinstance(written, Scalar) and written.blank:
                    mapping[name] = value
            elif name == "<<" and not key.quoted:
                self.note(NO_MERGE.at(where, path))
            else:
                mapping[name] = value
                mapping.key_spans[name] = where

    def span(self, event: yaml.Event) -> Span:
        """Return where the event stands in the lines as written; of several lines, the first."""
        draft, start, end = self.draft, event.start_mark, event.end_mark
        assert start and end  # both parsers set the marks
        row, first, last = start.line, start.column, end.column
        if row >= len(draft.lines):
            return Span(draft.file, len(draft.lines), len(draft.lines[-1]) + 1)
        if draft.is_mended(row):
            first, last = draft.column(row, first), draft.column(row, last)
        if end.line != row:
            last = len(draft.lines[row].rstrip())
        return Span(draft.file, row + 1, first + 1, last - first if last > first else 1)

    def translated(self, error: yaml.MarkedYAMLError) -> Problem:
        """Return our own sentence for a mistake that only the parser saw."""
        mark = error.problem_mark or error.context_mark
        lines = self.draft.lines
        row, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
        while row and not lines[row].strip():
            row, column = row - 1, 0
        column = min(self.draft.column(row, column), len(lines[row]))
        context = error.context or ""
        kind = SYNTAX
        if "flow" in context:
            kind = BROKEN_BRACKET
        elif "block" in context:
            kind = BROKEN_INDENT
        return kind.at(Span(self.draft.file, row + 1, column + 1))
