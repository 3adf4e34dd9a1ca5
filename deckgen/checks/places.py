"""What the texts of a finished slide are called where a person is told of them."""

from __future__ import annotations

from deckgen.layouts import find_layout
from deckgen.outline.deck import DeckInfo, SlideInfo
from deckgen.outline.places import Place, place_of, steps_of
from deckgen.scene.items import Scene

_DRAWN = {"tracker": Place("页眉的章节导航", "the row of chapter titles"), "chart": Place("图表", "the chart")}
"""Items that show no single field, by their keys."""


def place_in(scene: Scene, key: str, path: str) -> Place:
    """Return the name of an item of a slide: that of the field its text comes from."""
    steps = steps_of(path.removeprefix(scene.path)) if path else steps_of(key)
    models = (find_layout(scene.layout).model, SlideInfo, DeckInfo)
    model = next((model for model in models if steps and steps[0] in model.model_fields), None)
    return _DRAWN[key] if model is None and key in _DRAWN else place_of(model or models[0], steps)
