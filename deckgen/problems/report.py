"""Problems as a person, a program or a code review reads them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from deckgen.problems.problem import Problem
from deckgen.problems.span import Span

_SHOWN = 96
"""The most characters of one line that a report shows."""

_LEAD = 32
"""How many characters of a cut line stand before the mark."""

_SEVERITY_ZH = {"error": "错误", "warning": "警告"}
_INDENT = "    "
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file, line, column, path and code, each only once."""
    first = {
        (*_position(problem), tuple(_steps(problem.path)), problem.code, problem.message): problem
        for problem in reversed(list(problems))
    }
    return [first[key] for key in sorted(first)]


def _steps(path: str) -> list[tuple[int, str]]:
    """Return a path in pieces that sort as the outline runs: the tenth slide after the second."""
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", path)]


def to_text(problems: Iterable[Problem], sources: Mapping[str, Sequence[str]], lang: str = "en") -> str:
    """Return the report for a terminal, ending in a line that counts.

    `sources` holds the lines of each file by its name; a problem in another file is shown without its line.
    """
    listed = sorted_problems(replace(problem, lang=lang) for problem in problems)
    blocks = [_block(problem, sources, lang) for problem in listed]
    return "\n".join([*blocks, summary(listed, lang)]) + "\n"


def to_json(problems: Iterable[Problem]) -> str:
    """Return a JSON list of objects with file, line, column, code, severity, message, hint and whether `--fix` mends it."""
    rows = []
    for problem in sorted_problems(problems):
        file, line, column = _position(problem)
        rows.append(
            {
                "file": file,
                "line": line or None,
                "column": column or None,
                "code": problem.code,
                "severity": problem.severity,
                "message": _printable(problem.message),
                "hint": _printable(problem.hint),
                "fixable": bool(problem.fix),
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def to_github(problems: Iterable[Problem]) -> str:
    """Return one workflow command a line, which GitHub shows beside the outline's lines in a review."""
    commands = []
    for problem in sorted_problems(problems):
        file, line, column = _position(problem)
        where = [f"file={_property(file)}"] if file else []
        where += [f"line={line}", f"col={column}"] if line else []
        text = " ".join(part for part in (problem.message, problem.hint) if part)
        commands.append(f"::{problem.severity} {','.join(where)}".rstrip() + f"::{_data(text)}\n")
    return "".join(commands)


def summary(problems: Sequence[Problem], lang: str) -> str:
    """Return how many errors and warnings there are, such as `3 errors, 1 warning`."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    named = ((errors, "error"), (warnings, "warning"))
    if lang.startswith("zh"):
        return "，".join(f"{count} 个{_SEVERITY_ZH[name]}" for count, name in named if count) or "没有问题"
    return ", ".join(f"{count} {name}{'s' * (count != 1)}" for count, name in named if count) or "no problems"


def _position(problem: Problem) -> tuple[str, int, int]:
    return (problem.span.file, problem.span.line, problem.span.column) if problem.span else ("", 0, 0)


def _block(problem: Problem, sources: Mapping[str, Sequence[str]], lang: str) -> str:
    where = str(problem.span) if problem.span else problem.path
    word = _SEVERITY_ZH[problem.severity] if lang.startswith("zh") else problem.severity
    head = f"{word} [{problem.code}] {problem.message}"
    rows = [f"{where}: {head}" if where else head]
    lines = sources.get(problem.span.file, ()) if problem.span else ()
    if problem.span and 0 < problem.span.line <= len(lines):
        rows += _excerpt(lines[problem.span.line - 1], problem.span)
    if problem.hint:
        rows.append(f"  {problem.hint}")
    return "\n".join(_printable(row) for row in rows)


def _excerpt(line: str, span: Span) -> list[str]:
    """Return the line and, under it, the mark; a long line is cut around the mark."""
    start = min(span.column - 1, len(line))
    end = min(start + max(span.length, 1), max(len(line), start + 1))
    first = 0 if len(line) <= _SHOWN else max(0, min(start - _LEAD, len(line) - _SHOWN))
    last = min(len(line), first + _SHOWN)
    before = ("…" if first else "") + _shown(line[first:start])
    marked = _shown(line[start : min(end, last)]) or " "
    after = _shown(line[min(end, last) : last]) + ("…" if last < len(line) else "")
    mark = " " * _columns(before) + "^" * max(1, _columns(marked))
    return [f"{_INDENT}{before}{marked}{after}".rstrip(), f"{_INDENT}{mark}"]


def _shown(text: str) -> str:
    """Return the text with the blanks that look like plain ones and are none made visible."""
    return _printable(text.replace("\t", "→   ").replace("\u3000", "␣ ").replace("\u00a0", "␣"))


def _printable(text: str) -> str:
    """Return the text without characters that would move a terminal's cursor."""
    return _CONTROL.sub("\ufffd", text)


def _columns(text: str) -> int:
    """Return how many terminal columns the text takes: two for a full-width character (UAX #11)."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
