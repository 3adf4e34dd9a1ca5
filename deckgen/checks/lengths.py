"""Is any text longer than is good for its place?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from deckgen.content import Part, Text
from deckgen.content.slot import declared
from deckgen.content.text import full_width_length, half_width_length
from deckgen.layouts import parts_of
from deckgen.outline.deck import SlideContent
from deckgen.outline.places import place_of, steps_of
from deckgen.problems import Kind, Problem

LONG_TEXT = Kind(
    "long-text", "warning",
    "{place_zh}有 {count_zh} 字，建议不超过 {limit_zh} 字。",
    "{Place_en} is {count_en} characters long; {limit_en} are advised.",
    "可删约 {over_zh} 字。", "Cut about {over_en}.",
)  # fmt: skip


def check_lengths(slide: SlideContent, told: set[str]) -> Iterator[Problem]:
    """Yield a warning for each text longer than its slot advises, except at the paths of which more is `told`."""
    for text, most in _limited(slide.content):
        if len(text.plain) <= most:
            continue  # no character counts more than one
        count = full_width_length(text.plain)
        if count > most and text.path not in told:
            steps = steps_of(text.path.removeprefix(slide.path))
            letters = half_width_length(text.plain)
            yield LONG_TEXT.at(
                text.span, text.path, **place_of(slide.layout.model, steps).facts,
                count_zh=count, limit_zh=most, over_zh=count - most,
                count_en=letters, limit_en=2 * most, over_en=letters - 2 * most,
            )  # fmt: skip


def _limited(part: Part) -> Iterator[tuple[Text, int]]:
    """Yield the texts of a part that have a limit, with it."""
    for name, at_most, each_at_most in _limits(type(part)):
        value = getattr(part, name)
        values, most = (value, each_at_most) if isinstance(value, list) else ([value], at_most)
        for inner in values:
            if isinstance(inner, Part):
                yield from _limited(inner)
            elif isinstance(inner, Text) and most is not None:
                yield inner, most


@cache
def _limits(model: type[Part]) -> list[tuple[str, int | None, int | None]]:
    """Return the fields of a model that hold parts or have a limit: that of a text and that of each text of a list."""
    found: list[tuple[str, int | None, int | None]] = []
    for name, field in model.model_fields.items():
        limits = declared(field)
        if limits.at_most or limits.each_at_most or parts_of(field.annotation):
            found.append((name, limits.at_most, limits.each_at_most))
    return found
