"""Fields that are not known where they stand: what they were meant for, or why nothing here is like them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from deckgen.content import Part
from deckgen.content.tree import Mapping, Node, Scalar
from deckgen.layouts import parts_of
from deckgen.outline.field_problems import (
    needless_field,
    other_fields,
    unfit_field,
    unknown_field,
    unknown_first_field,
)
from deckgen.outline.forms import Said, choices_of, one_of
from deckgen.outline.mistakes import COLON_IN_TEXT
from deckgen.outline.other_programs import reason_against, same_here
from deckgen.outline.places import Steps, field_zh, names_zh, nearest
from deckgen.outline.reached import Held
from deckgen.outline.signs import quoted
from deckgen.outline.spelling import field_names, with_field_spelt, word_meant
from deckgen.problems import Problem, Span
from deckgen.problems.suggest import folded

_WORD = re.compile(r"[\w-]+")
"""What may have been meant as the name of a field; anything else is text."""

_FOR_DECKGEN = {"id", "ignore"}
"""Fields of every slide that hold nothing its readers or its speaker get to see."""


class UnknownFields:
    """The fields of a node that its model does not have, and those it misses.

    `explained` are the missing ones that the problems, once they have been told, speak of already.
    """

    def __init__(self, held: Held, unknown: Sequence[Steps], missing: Set[Steps]) -> None:
        self.held = held
        self.unknown = unknown
        self.missing = missing
        self.explained: set[Steps] = set()

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of all unknown fields."""
        strange = self._strange()
        for parent in strange:
            yield self._other_fields(parent)
        unknown = [loc for loc in self.unknown if loc[:-1] not in strange]
        missing = {loc for loc in self.missing if loc[:-1] not in strange}
        self.explained |= self.missing - missing
        for loc in unknown:
            why = self._reason_against(loc)
            same = self._same(loc)
            near = "" if why else same if same and loc[-1] not in field_names() else self._meant(loc)
            torn = "" if near else self._torn_text(loc)
            if torn:
                self.explained.add((*loc[:-1], self.held.model_at(loc[:-1]).MAIN))
                span = self.held.reached(loc[:-1])[0].span
                yield COLON_IN_TEXT.at(span, self.held.path_to(loc), fixed=f"- {quoted(torn)}")
                continue
            lacking = [gap for gap in missing if gap[:-1] == loc[:-1]]
            if not near and not why and len(lacking) == 1 == sum(other[:-1] == loc[:-1] for other in unknown):
                near = str(lacking[0][-1])
            near = near or same
            self.explained.add((*loc[:-1], near))
            yield self._unknown(loc, near, why)

    def _strange(self) -> list[Steps]:
        """Return the items of lists none of whose fields, two at least, is known although some are needed."""
        found = []
        for parent in dict.fromkeys(loc[:-1] for loc in self.unknown if len(loc) > 1 and isinstance(loc[-2], int)):
            node, _ = self.held.reached(parent)
            names = [loc for loc in self.unknown if loc[:-1] == parent]
            needed = any(loc[:-1] == parent for loc in self.missing)
            if needed and len(names) == len(node) > 1 and not any(self._meant(loc) for loc in names):
                found.append(parent)
        return found

    def _other_fields(self, loc: Steps) -> Problem:
        """Return the problem of an item of strange fields; where another list has them all, it may lack its name."""
        node, steps = self.held.reached(loc)
        assert isinstance(node, Mapping)
        holder = self.held.model_at(loc[:-2])
        fields = {name: parts_of(field.annotation) for name, field in holder.model_fields.items() if name != loc[-2]}
        fitting = [name for name, parts in fields.items() if any(set(node) <= set(part.model_fields) for part in parts)]
        beside = {name: field_zh(holder, name) for name in fitting[:1]}
        return other_fields(node, self.held.path_to(steps), self.held.place(steps), self.held.model_at(loc), beside)

    def _torn_text(self, loc: Steps) -> str:
        """Return the text that a colon took apart, where an item that may be plain text has one field of no known name."""
        parent, _ = self.held.reached(loc[:-1])
        key = str(loc[-1])
        value = parent.get(key) if isinstance(parent, Mapping) and len(parent) == 1 else None
        is_item = len(loc) > 1 and isinstance(loc[-2], int)
        if (
            not is_item
            or not self.held.model_at(loc[:-1]).MAIN
            or not isinstance(value, Scalar)
            or _WORD.fullmatch(key)
        ):
            return ""
        return f"{key}: {value}"

    def _known(self, loc: Steps) -> dict[str, str]:
        """Return the fields there are beside one that is not."""
        return names_zh(
            self.held.model_at(loc[:-1]), *([self.held.beside] if self.held.beside and len(loc) == 1 else [])
        )

    def _meant(self, loc: Steps) -> str:
        """Return the field that an unknown one was most likely meant for: none that is there already."""
        return nearest(str(loc[-1]), self._free(loc))

    def _free(self, loc: Steps) -> dict[str, str]:
        """Return the fields that an unknown one may have been meant for."""
        parent, _ = self.held.reached(loc[:-1])
        there = parent if isinstance(parent, Mapping) else Mapping()
        return {name: zh for name, zh in self._known(loc).items() if name not in there}

    def _same(self, loc: Steps) -> str:
        """Return the field that does what an unknown one of another program does, where it is not there yet."""
        same = same_here(str(loc[-1]))
        return same if same in self._free(loc) else ""

    def _reason_against(self, loc: Steps) -> Said | None:
        """Return why an unknown field has no place in a deck, where it is one of another program that nothing here does."""
        word = str(loc[-1])
        names = {folded(name) for pair in self._known(loc).items() for name in pair}
        if not self.held.path or folded(word) in names or self._same(loc):
            return None  # the empty path is that of a theme, which has colours and typefaces of its own
        return reason_against(word, len(loc) == 1)

    def _unknown(self, loc: Steps, near: str, why: Said | None) -> Problem:
        parent, steps = self.held.reached(loc[:-1])
        key = str(loc[-1])
        place, here = self.held.place(steps), self.held.path_to(loc)
        assert isinstance(parent, Mapping)
        span = parent.key_spans.get(key)
        others = len(parent) > 1 or not steps  # a slide has its layout besides
        if not near and others and _holds_the_dash(parent, span):
            return unknown_first_field(place, key, parent[key], span, here, why)
        if why:
            return needless_field(place, key, span, here, why)
        value, owner = parent[key], self._owner(loc, near) if near else None
        choices = choices_of(owner.model_fields[near].annotation) if owner else ()
        if owner and choices and value not in choices:
            form, needed = one_of(owner, near, str(value)), owner.model_fields[near].is_required()
            problem = unfit_field(place, key, span, here, form, needed)
            # a word that is misspelt too is mended in the next round
            return with_field_spelt(problem, key, self._free(loc)) if _is_misspelt(value, choices) else problem
        free = self._free(loc)
        listed = free if near else {name: zh for name, zh in free.items() if self._may_hold_content(loc, name)}
        problem = unknown_field(place, key, listed, span, here, near)
        return with_field_spelt(problem, key, self._free(loc))

    def _may_hold_content(self, loc: Steps, name: str) -> bool:
        """Whether a field that may stand beside one that is not known could keep its value: it is no setting."""
        owner = self._owner(loc, name)
        at_slide = owner is self.held.beside and name in _FOR_DECKGEN
        return not at_slide and not choices_of(owner.model_fields[name].annotation)

    def _owner(self, loc: Steps, name: str) -> type[Part]:
        """Return the model that a field belongs to which may stand beside one that is not known."""
        owner = self.held.model_at(loc[:-1])
        return self.held.beside if self.held.beside and name not in owner.model_fields else owner


def _is_misspelt(value: Node, choices: Iterable[str]) -> bool:
    return isinstance(value, Scalar) and bool(word_meant(value, dict.fromkeys(choices, "")))


def _holds_the_dash(item: Mapping, span: Span | None) -> bool:
    """Whether a field of a list item stands in the line of its dash, and others in lines of their own below it."""
    return item.path.endswith("]") and span is not None and item.span is not None and span[:3] == item.span[:3]
