"""Does a title say one thing (`visual.md` §1.2, 4)?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.checks.lists import words
from deckgen.checks.subjects import FUNCTION, subjects
from deckgen.outline.deck import SlideContent
from deckgen.problems import Kind, Problem
from deckgen.typesetting.classes import has_han

TWO_MESSAGES = Kind(
    "two-messages", "warning",
    "标题里有两句互不相干的话：「{first}」和「{second}」。", "The title says two things: “{first}” and “{second}”.",
    "请只留一句，另一句放到下一张；两句若有因果或转折，请写出来（因此、但）。",
    "Keep one and give the other a slide of its own; if one follows from the other, say so (so, but, because).",
)  # fmt: skip

_BREAK = re.compile(r"[；;。]|[.!] (?=[A-Z])|，(?=另外|此外|另有|与此无关)|,? and (?=[a-z]|[A-Z])")

# Two halves of a title belong together where one of these words ties the second to the first, where they share a word, where
# both speak of a movement, or where the second says what to do about the first. The lists are ours.
_TIED_ZH = re.compile(
    r"^(?:但|而|却|然而|不过|因|所以|于是|从而|由于|原因|其中|主要|尤其|只有|反而|应|先|须|要|需|请|建议|必须|下一步|未来|这|那|它|他|她|其|此|两|三|四|即|也|又|更|还|都|并)"
)
_TIED_EN = words(
    "but so yet because while whereas it they he she this that these those its their his her then thus hence therefore none",
    "each both all one two three four most some others few many nobody everyone what which who if when now next we let start",
    "stop fix cut invest focus move launch answer build keep make put use hire raise reduce buy sell ask add drop give take",
    "go get show win plan test try choose shift bring treat open close end not only no",
)
_MOVES = re.compile(
    r"[增升涨降跌减超破翻多少高低快慢好差]|\b(?:grow\w*|grew|r[io]se\w*|fall\w*|fell|drop\w*|declin\w*|doubl\w*|halv\w*|shr[ai]nk\w*|increas\w*|decreas\w*|up|down|higher|lower"
    r"|more|less|not|no)\b|n['’]t\b"
)
_MEASURES_EN = re.compile(
    r"\b(?:revenues?|sales|profits?|margins?|costs?|prices?|shares?|orders?|customers?|buyers?|members?|traffic|visits?|visitors?"
    r"|viewers?|conversions?|churn|volumes?|budgets?|growth|spend(?:ing)?|returns|complaints?|quality|satisfaction)\b",
    re.IGNORECASE,
)
"""Two measures in one title are seen together."""

_VERBS_EN = re.compile(
    r"^(?:is|are|was|were|has|have|had|do|does|did|will|can|must|should|grew|rose|fell|went|made|won|lost|came|took|gave|held|kept|met|hit|paid|sold|bought"
    r"|cost|costs|needs|leads|drives|opens?|starts?|moves?|remains?|makes?|takes?|brings?|pays?|sells?|works?|wins?|loses?|comes?|goes|meets?|\w{3,}ed)$"
)
_JOINED_EN = re.compile(r"\b(?:now|so|because|but|yet|while|if|when|as|unless|until)\b", re.IGNORECASE)
_SHORTEST = 4


def check_messages(slide: SlideContent) -> Iterator[Problem]:
    """Yield a warning for a title that is two statements with nothing in common."""
    title = slide.claim
    halves = two_messages(title.plain) if title else None
    if title and halves:
        yield TWO_MESSAGES.at(title.span, title.path, first=halves[0], second=halves[1])


def two_messages(title: str) -> tuple[str, str] | None:
    """Return the two statements of a title that have nothing to do with one another; None where it says one thing."""
    for cut in _BREAK.finditer(title):
        first, second = title[: cut.start()].strip(), title[cut.end() :].strip(" 。.!")
        if _is_two(first, second, cut[0].strip(" ,") == "and"):
            return first, second
    return None


def _is_two(first: str, second: str, joined: bool) -> bool:
    chinese = has_han(first)
    if len(first) < _SHORTEST or len(second) < _SHORTEST or _BREAK.search(second):
        return False
    if subjects(first) & subjects(second) or (_MOVES.search(first) and _MOVES.search(second)):
        return False
    if chinese:
        alike = {char for char in first if char not in FUNCTION and has_han(char)} & set(second)
        return not (joined or alike or min(len(first), len(second)) < 6 or _TIED_ZH.match(second))
    left, right = (re.findall(r"[A-Za-z'’]+", half.lower()) for half in (first, second))
    if not left or not right or right[0] in _TIED_EN or left[0] in _TIED_EN or _JOINED_EN.search(first + " " + second):
        return False
    if _MEASURES_EN.search(first) and _MEASURES_EN.search(second):
        return False
    if any(word in ("it", "they", "them", "their", "its", "both", "each") for word in right):
        return False
    verbs = [next((at for at, word in enumerate(half) if _VERBS_EN.match(word)), -1) for half in (left, right)]
    # `Sales rose and reached a record` has one subject; a clause has its own before the verb
    return min(verbs) >= 1 and verbs[1] <= 5
