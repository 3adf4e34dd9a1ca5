"""A title behind a `#`, as Markdown has it: YAML takes it for a comment, and the slide lacks a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckgen.outline.field_problems import MISSING
from deckgen.outline.write import plain_or_quoted
from deckgen.problems import Problem

COMMENTED = replace(
    MISSING,
    zh_hint="第 {row} 行以 # 开头，大纲不会读它。它若不是标题，请另加一行 {form_zh}；若是标题，请改成 {fixed}",
    en_hint="Line {row} begins with #, so it is not read. If it is not the title, add {form_en}; if it is, write {fixed}",
)

_HEADING = re.compile(r"\s*#+\s*(?P<text>\S.*?)\s*$")


def ask_of_headings(problems: Iterable[Problem], lines: Sequence[str]) -> Iterator[Problem]:
    """Yield the problems of an outline; a missing title is asked for in the heading that stands where it should."""
    for problem in problems:
        row = problem.span.line if problem.span and problem.path.endswith(".title") else len(lines)
        heading = _HEADING.match(lines[row]) if problem.kind is MISSING and row < len(lines) else None
        if heading:
            word = str(problem.facts["form_zh"]).partition(":")[0]
            fixed = f"{word}: {plain_or_quoted(heading['text'], behind_key=True)}"
            problem = replace(problem, kind=COMMENTED, facts={**problem.facts, "row": row + 1, "fixed": fixed})
        yield problem
