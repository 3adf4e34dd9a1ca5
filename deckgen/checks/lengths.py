"""Is any text longer than is good for its place?"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Part, Text
from deckgen.content.text import full_width_length, half_width_length
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
    for name, field in type(part).model_fields.items():
        value, extra = getattr(part, name), field.json_schema_extra
        limits = extra if isinstance(extra, dict) else {}
        values, most = (
            (value, limits.get("each_at_most")) if isinstance(value, list) else ([value], limits.get("at_most"))
        )
        for inner in values:
            if isinstance(inner, Part):
                yield from _limited(inner)
            elif isinstance(inner, Text) and isinstance(most, int):
                yield inner, most
