"""What the code of every problem means, a file per code: `no-source.yaml` explains `no-source`.

A file says in Chinese (`zh`) and in English (`en`) the `name` of the problem, `why` it matters and what to do, an example
that is `wrong` and the same example put `right`. An example is one slide, a whole outline, a theme file or a data file; a
problem that none of them can show has no example. `fixable: true` says that `deckgen check --fix` mends the wrong one,
`deckwide: true` that a warning is about the deck as a whole and can be ignored only there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from deckgen.problems import Severity
from deckgen.problems.codes import WARNINGS

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Words:
    """What is said about a problem in one language; `wrong` and `right` are empty where no text can show it."""

    name: str
    why: str
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one code means, in both languages; `fixable` where `--fix` may mend it, `deckwide` where no single slide has it."""

    code: str
    zh: Words
    en: Words
    fixable: bool = False
    deckwide: bool = False

    @property
    def severity(self) -> Severity:
        """`error` stops the build, `warning` does not."""
        return "warning" if self.code in WARNINGS else "error"


@cache
def codes() -> tuple[str, ...]:
    """Return the codes that are explained, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))


def explanation(code: str) -> Explanation:
    """Return what a code means; one that is not explained is a `KeyError`."""
    if code not in codes():
        raise KeyError(code)
    import yaml  # what only asks which codes there are need not wait for it

    text = (_FOLDER / f"{code}.yaml").read_text(encoding="utf-8")
    # the parser in C, where PyYAML has it, reads all files at once without being noticed
    stated: dict[str, Any] = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    zh, en = (Words(**stated.pop(lang)) for lang in ("zh", "en"))
    return Explanation(code, zh, en, **stated)
