"""Settling a scene: every text gets its size, siblings one size, titles a balanced break."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from deckgen.content.run import Paragraph, Run
from deckgen.scene.geometry import text_insets
from deckgen.scene.items import Item, TextBox
from deckgen.typesetting import Typesetter


def settle(items: Iterable[Item], typesetter: Typesetter) -> tuple[Item, ...]:
    """Return the items with every text box fitted.

    Boxes of one role take the smallest size any of them needs; a box that fits at no size keeps its excess, which a
    check reports.
    """
    drawn = tuple(items)
    groups: dict[str, list[TextBox]] = defaultdict(list)
    for box in text_boxes(drawn):
        groups[box.role].append(box)
    fitted: dict[str, TextBox] = {}
    for boxes in groups.values():
        for box in _agreed(boxes, typesetter):
            fitted[box.key] = box
    return tuple(fitted[item.key] if isinstance(item, TextBox) else item for item in drawn)


def _agreed(boxes: list[TextBox], typesetter: Typesetter) -> list[TextBox]:
    """Return siblings fitted at one size; a cure may shrink one of them further, which then holds for all."""
    found = [_fit(box, typesetter) for box in boxes]
    while len(boxes) > 1 and len({(box.step, box.tight) for box in found}) > 1:
        step, tight = max(box.step for box in found), any(box.tight for box in found)
        again = [_fit(box, typesetter, step, tight) for box in boxes]
        if again == found:
            break  # what is left of a difference is spacing that a smaller size gave back
        found = again
    return found


def text_boxes(items: Iterable[Item]) -> Iterator[TextBox]:
    """Yield every text box."""
    return (item for item in items if isinstance(item, TextBox))


def _fit(box: TextBox, typesetter: Typesetter, step: int = 0, tight: bool = False) -> TextBox:
    if box.field:
        return box  # programs fill fields in; there is room for any number
    kept = text_insets(box.look, box.frame)
    width = box.frame.width - box.insets.left - box.insets.right - kept.left - kept.right
    height = box.frame.height - box.insets.top - box.insets.bottom - kept.top - kept.bottom
    if box.flow != "across":
        width, height = height, width
    if box.placeholder == "title" and len(box.paragraphs) == 1:
        return _fit_title(box, typesetter, width, height, step)
    fit = typesetter.fit(box.paragraphs, box.styles, width, height, first_step=step, tight=tight)
    return box._replace(
        step=fit.step,
        tight=fit.tight,
        narrowing=fit.narrowing if box.flow == "across" else 0,
        lines=sum(map(len, fit.lines)),
        height=fit.height,
        excess=fit.excess,
        excess_chars=fit.excess_chars,
        single=bool(fit.single),
        torn=fit.torn,
    )


def _fit_title(box: TextBox, typesetter: Typesetter, width: float, height: float, step: int) -> TextBox:
    """Fit a title; where its natural break is poor, it gets a real line break at the best place.

    One of more lines gets a break after every clause, where that takes no further line.
    """
    style, paragraph = box.styles[0], box.paragraphs[0]
    fit = typesetter.fit(box.paragraphs, box.styles, width, height, first_step=step)
    size = style.size(fit.step)
    lines = len(fit.lines[0]) if fit.lines else 0
    single = bool(fit.single)
    if lines == 2:
        offset = typesetter.balance(paragraph.runs, size, width, bold=style.bold, major=style.major)
        if offset is not None:
            paragraph = Paragraph(broken(paragraph.runs, offset), paragraph.level)
            single = False
    elif lines > 2:
        offsets = typesetter.clauses(paragraph.runs, size, width, bold=style.bold, major=style.major)
        if len(offsets) == lines - 1:
            for offset in reversed(offsets):
                paragraph = Paragraph(broken(paragraph.runs, offset), paragraph.level)
            single = False
    return box._replace(
        paragraphs=(paragraph,),
        step=fit.step,
        lines=lines,
        height=fit.height,
        excess=fit.excess,
        excess_chars=fit.excess_chars,
        single=single,
        torn=fit.torn,
    )


def broken(runs: tuple[Run, ...], offset: int) -> tuple[Run, ...]:
    """Return the runs with a line break before the character at `offset`; a space there is taken by the break."""
    parts: list[Run] = []
    position = 0
    for run in runs:
        end = position + len(run.text)
        if position < offset < end:
            cut = offset - position
            parts += [run._replace(text=run.text[:cut].rstrip(" ")), Run("\n"), run._replace(text=run.text[cut:])]
        elif offset == position and parts:
            parts += [Run("\n"), run]
        else:
            parts.append(run)
        position = end
    return tuple(parts)
