"""What of a slide appears in what order, where it is built one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deckgen.scene.items import BuildStep, Item, TextBox
from deckgen.scene.variants import own_items


def build_steps(items: Iterable[Item], fields: Sequence[str]) -> tuple[BuildStep, ...]:
    """Return the steps in which the entries of some lists of a slide appear, list after list.

    A step is all that an entry is drawn with: items know by their keys (`steps[2].head`) what they show. A list in one box
    appears paragraph by paragraph, each with those of a deeper level below it. Lists of one entry have no steps.
    """
    drawn = list(own_items(items))
    steps: list[BuildStep] = []
    for field in fields:
        entries: dict[int, list[str]] = {}
        for item in drawn:
            if found := re.match(rf"{re.escape(field)}\[(\d+)\]", item.key):
                entries.setdefault(int(found[1]), []).append(item.key)
        own = [BuildStep(tuple(keys)) for _, keys in sorted(entries.items())]
        if not own:
            whole = next((item for item in drawn if isinstance(item, TextBox) and item.key == field), None)
            own = list(_paragraphs(whole)) if whole else []
        if len(own) > 1:
            steps += own
    return tuple(steps)


def _paragraphs(box: TextBox) -> Iterable[BuildStep]:
    """Yield a step for each paragraph of the first level."""
    starts = [number for number, paragraph in enumerate(box.paragraphs) if paragraph.level == 0]
    for start, end in zip(starts, [*starts[1:], len(box.paragraphs)], strict=True):
        yield BuildStep((box.key,), (start, end - 1))
