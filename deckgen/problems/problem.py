"""What is wrong with an outline, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from deckgen.problems.change import Change
from deckgen.problems.span import Span

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mistake, with its wording in both languages.

    The texts are `str.format` templates over the facts of the case: the message states facts, the hint carries the
    verb. Each room declares the kinds it can find, as constants beside the code that finds them.
    """

    code: str
    severity: Severity
    zh: str
    en: str
    zh_hint: str = ""
    en_hint: str = ""

    def at(self, span: Span | None, path: str = "", **facts: object) -> Problem:
        """Return the problem of this kind at one place."""
        return Problem(self, span, path, facts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake at one place; `lang` decides the language of its texts.

    `fix` holds the changes that mend it where there is one certain way to, in the lines as they were written.
    """

    kind: Kind
    span: Span | None = None
    path: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    lang: str = "en"
    fix: tuple[Change, ...] = ()

    def fixed_by(self, *changes: Change) -> Problem:
        """Return the problem with the changes that mend it."""
        return replace(self, fix=changes)

    @property
    def code(self) -> str:
        """The stable name of the kind, such as `unknown-field`."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """`error` stops the build, `warning` does not."""
        return self.kind.severity

    @property
    def message(self) -> str:
        """What is wrong, as a sentence."""
        return (self.kind.zh if self.lang.startswith("zh") else self.kind.en).format(**self.facts)

    @property
    def hint(self) -> str:
        """What to do about it; empty where nothing certain can be said."""
        return (self.kind.zh_hint if self.lang.startswith("zh") else self.kind.en_hint).format(**self.facts)

    def __str__(self) -> str:
        """Return the problem in one line: place, message, hint."""
        where = str(self.span) if self.span else self.path
        lead = f"{where}: " if where else ""
        tail = f" {self.hint}" if self.hint else ""
        return f"{lead}{self.message}{tail}"
