"""Problems as values: what is wrong, where, what to try."""

from deckgen.problems.change import Change
from deckgen.problems.problem import Kind, Problem, Severity
from deckgen.problems.report import sorted_problems, summary, to_github, to_json, to_text
from deckgen.problems.span import Span
from deckgen.problems.suggest import suggest

__all__ = [
    "Change",
    "Kind",
    "Problem",
    "Severity",
    "Span",
    "sorted_problems",
    "suggest",
    "summary",
    "to_github",
    "to_json",
    "to_text",
]
