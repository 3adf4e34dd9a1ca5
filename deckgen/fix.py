"""Mending an outline: what has one certain mend is changed in the file, and nothing else in it.

Each round applies the changes that the problems of an outline carry and compiles the result. It is kept only where it says
the same in the same order and holds no error that was not there; where it does not, the change at fault is found and left
out. The rounds end when nothing certain is left: mending a mended outline changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from deckgen.compiler import Compiled, compile_file, compile_outline
from deckgen.content.tree import Mapping, Node, Scalar
from deckgen.content.tree import Sequence as Items
from deckgen.outline.manuscript import Manuscript
from deckgen.outline.places import slide_path
from deckgen.outline.read import Outline, parse, read_data
from deckgen.problems import Change, Problem, Span

MOST_ROUNDS = 10
"""How often a mended outline is looked at again: a mend may uncover what another hid."""

MOST_TRIALS = 60
"""How often an outline is compiled at most, however many of its mends turn out to do harm."""

_LAST_STEP = re.compile(r"(?:\.?[^.\[\]]+|\[\d+\])$")


@dataclass(frozen=True)
class Fixed:
    """An outline file before and after it was mended, the problems that are gone, and what is left to its author."""

    before: bytes
    after: bytes
    mended: tuple[Problem, ...]
    compiled: Compiled

    @property
    def is_changed(self) -> bool:
        """Whether there was anything to mend."""
        return self.before != self.after

    def diff(self, name: str) -> str:
        """Return the changes as a unified diff that `patch` understands; "" where there are none."""
        lines = unified_diff(_lines(self.before), _lines(self.after), name, name)
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    manuscript = Manuscript.of(data)
    return [row + end for row, end in zip(manuscript.rows, manuscript.ends, strict=True) if row or end]


def fix_file(path: Path, theme: str = "", *, allow_outside: bool = False) -> Fixed:
    """Return an outline file with all that can be mended with certainty mended; nothing is written."""
    compiled = compile_file(path, theme, allow_outside=allow_outside)
    if not compiled.outline.lines:  # no text to be mended: the file is missing, empty or no outline at all
        return Fixed(b"", b"", (), compiled)
    data = path.read_bytes()

    def compiled_again(manuscript: Manuscript) -> Compiled:
        outline = read_data(manuscript.data, str(path))
        return compile_outline(outline, theme, folder=path.parent, allow_outside=allow_outside)

    fixer = _Fixer(Manuscript.of(data), compiled, compiled_again)
    fixer.run()
    return Fixed(data, fixer.manuscript.data, tuple(fixer.mended), fixer.compiled)


class _Fixer:
    """Mends one outline, round by round."""

    def __init__(
        self, manuscript: Manuscript, compiled: Compiled, compile_again: Callable[[Manuscript], Compiled]
    ) -> None:
        self.manuscript = manuscript
        self.compiled = compiled
        self.compile_again = compile_again
        self.mended: list[Problem] = []
        self._trials = 0
        self._refused: set[object] = set()
        self._latest: tuple[Manuscript, Compiled] | None = None

    def run(self) -> None:
        """Mend until nothing certain is left."""
        for _ in range(MOST_ROUNDS):
            wanted = [
                problem for problem in self.compiled.problems if problem.fix and _key(problem) not in self._refused
            ]
            accepted = self._accepted(_apart(wanted), [])
            if not accepted:
                return
            self.mended += accepted
            self.manuscript, self.compiled = self._tried(accepted)

    def _accepted(self, problems: Sequence[Problem], before: list[Problem]) -> list[Problem]:
        """Return those of the problems that can be mended, after those `before` that can; what does harm is halved out."""
        if not problems:
            return before
        both = [*before, *problems]
        if self._is_sound(both):
            return both
        if len(problems) == 1:
            self._refused.add(_key(problems[0]))
            return before
        half = len(problems) // 2
        return self._accepted(problems[half:], self._accepted(problems[:half], before))

    def _is_sound(self, problems: Sequence[Problem]) -> bool:
        self._trials += 1
        if self._trials > MOST_TRIALS:
            return False
        _, after = self._tried(problems)
        changes = [change for problem in problems for change in problem.fix]
        old, new = self.compiled.outline, after.outline
        same = not old.readable or (new.readable and _says_the_same(_reread(old), _reread(new), changes))
        return same and not any(_new_errors(self.compiled, after))

    def _tried(self, problems: Sequence[Problem]) -> tuple[Manuscript, Compiled]:
        changed = self.manuscript.changed(change for problem in problems for change in problem.fix)
        if self._latest is None or self._latest[0] != changed:
            self._latest = (changed, self.compile_again(changed))
        return self._latest


def _apart(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems whose changes do not touch one another; the others wait for the next round."""
    chosen: list[Problem] = []
    taken: dict[int, list[Change]] = {}
    for problem in problems:
        own = list(problem.fix)
        if not any(change.touches(other) for change in own for other in taken.get(change.row, ())):
            chosen.append(problem)
            for change in own:
                taken.setdefault(change.row, []).append(change)
    return chosen


def _key(problem: Problem) -> tuple[str, str, int]:
    """Return what a problem is known by while it stands: no mend moves a line."""
    return problem.code, problem.path, problem.span.line if problem.span else 0


def _reread(outline: Outline) -> Mapping:
    """Return the tree as it is written: compiling gives its fields other names, and its charts their data."""
    return parse("\n".join(outline.lines) + "\n", outline.file).root


def _says_the_same(before: Node, after: Node, changes: Sequence[Change]) -> bool:
    """Whether two trees hold the same in the same order, but for words that a change replaces as a whole."""
    if isinstance(before, Scalar) and isinstance(after, Scalar):
        return _plain(before) == _plain(after) or _is_replaced(before, before.span, changes)
    if isinstance(before, Items) and isinstance(after, Items):
        pairs = zip(before, after, strict=False)
        return len(before) == len(after) and all(_says_the_same(old, new, changes) for old, new in pairs)
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return len(before) == len(after) and all(
            (old == new or _is_replaced(old, before.key_spans.get(old), changes))
            and _says_the_same(before[old], after[new], changes)
            for old, new in zip(before, after, strict=False)
        )
    return False


def _is_replaced(word: str, span: Span | None, changes: Sequence[Change]) -> bool:
    return span is not None and any(
        change.row == span.line - 1
        and change.end - change.start == len(word)
        and 0 <= change.start - (span.column - 1) <= 1
        for change in changes
    )


def _plain(text: str) -> str:
    """Return the letters and figures of a text: its spaces, its full stops and the width of its signs make no difference."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(char for char in folded if not char.isspace() and char not in ".。")


def _new_errors(before: Compiled, after: Compiled) -> Iterator[Problem]:
    """Yield the errors that a mend made.

    Those that stood behind the mended one were there before: on a slide that could not be drawn or whose layout was not
    known, and inside a field that had no name. One that can be mended itself is the next to be.
    """
    if after.outline.readable and not before.outline.readable:
        return
    known = {_key(problem) for problem in before.problems}
    new = [problem for problem in after.problems if problem.severity == "error" and _key(problem) not in known]
    if not new:
        return
    undrawn = _drawn(after) - _drawn(before)
    unread = {slide_path(problem.path) for problem in before.problems if problem.code == "unknown-layout"}
    seen = set(_paths(before.outline.root))
    for problem in new:
        if (
            not problem.fix
            and slide_path(problem.path) not in undrawn | unread
            and _LAST_STEP.sub("", problem.path) in seen
        ):
            yield problem


def _drawn(compiled: Compiled) -> set[str]:
    """Return the paths of the slides that can be drawn."""
    return {slide.path for slide in compiled.deck.slides} if compiled.deck else set()


def _paths(node: Node) -> Iterator[str]:
    """Yield the paths of a value and of all inside it."""
    yield node.path
    for inner in () if isinstance(node, Scalar) else node.values() if isinstance(node, Mapping) else node:
        yield from _paths(inner)
