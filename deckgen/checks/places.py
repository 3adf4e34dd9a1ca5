"""Where on a finished slide a problem is, and what that place is called."""

from __future__ import annotations

from deckgen.layouts import find_layout
from deckgen.outline.deck import DeckInfo, SlideInfo
from deckgen.outline.places import Place, place_of, steps_of
from deckgen.problems import Kind, Problem
from deckgen.scene.items import Scene, Shown

_DRAWN = {"tracker": Place("页眉的章节导航", "the row of chapter titles"), "chart": Place("图表", "the chart")}
"""Items that show no single field, by their keys."""


def problem_in(item: Shown, scene: Scene, page: int, kind: Kind, **facts: object) -> Problem:
    """Return a problem of an item at the line that says what it shows; at the slide where no line does."""
    place = place_in(item, scene)
    return kind.at(item.span or scene.span, item.path or scene.path, page=page, **place.facts, **facts)


def place_in(item: Shown, scene: Scene) -> Place:
    """Return the name of an item of a slide: that of the field it shows."""
    steps = steps_of(item.path.removeprefix(scene.path) if item.path else item.key)
    models = (find_layout(scene.layout).model, SlideInfo, DeckInfo)
    model = next((model for model in models if steps and steps[0] in model.model_fields), None)
    return _DRAWN[item.key] if model is None and item.key in _DRAWN else place_of(model or models[0], steps)
