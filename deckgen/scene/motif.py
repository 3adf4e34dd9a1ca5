"""The theme's ornament on cover and section slides; it never stands under text."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.frame import MARGIN, SLIDE_HEIGHT, SLIDE_WIDTH, Frame, cells
from deckgen.scene.items import Look, Shape
from deckgen.scene.page import Page

_BEAT = (0.05, 0.1, 0.06, 0.14, 0.24, 0.12, 0.34, 0.56, 0.28, 0.14, 0.1, 0.05)
"""Heights of the bars, as shares of the slide: a pulse that rises to one beat and dies away."""

_STEPS = (0.2, 0.4, 0.66)
"""Heights of the steps, as shares of the slide."""

_BAR, _PITCH = 4.0, 18.0

_PAGE_RULE, _COVER_RULE = 9.0, 36.0
"""Where the double rule begins: above the kicker, and on slides without one."""

_HORIZON, _SKY = 408.0, 24.0
"""Where the horizon lies, and how far below the words at least."""


def motif(page: Page, beside: Frame, *, calm: bool = False) -> Iterator[Shape]:
    """Yield the ornament of the page's theme; `beside` is the frame of the slide's main words.

    A `calm` one does without the emphasis colour, for slides where something else has it.
    """
    match page.setting.theme.motif:
        case "beat":
            yield from _beat(page, calm)
        case "block":
            yield from _steps(page, beside)
        case "double-rule":
            yield from _double_rule(page, _COVER_RULE, "on-brand-mark", "on-brand-line")
        case "horizon":
            yield from _horizon(page, beside)


def masthead(page: Page) -> Iterator[Shape]:
    """Yield what stands above kicker and title of every content slide: a double rule, in the theme that has one."""
    if page.setting.theme.motif == "double-rule":
        yield from _double_rule(page, _PAGE_RULE, "accent", "accent")


def drops_numbers(page: Page) -> bool:
    """Whether the number of a chapter stands beside its words, as high as they are, like a printer's initial."""
    return page.setting.theme.motif == "double-rule"


def _double_rule(page: Page, top: float, thick: str, thin: str) -> Iterator[Shape]:
    """A thick rule over a thin one, as wide as the words."""
    for index, (y, height, role) in enumerate(((top, 3.0, thick), (top + 6, 0.75, thin)), 1):
        yield page.shape(Frame(page.words.x, y, page.words.width, height), Look("rect", role), key=f"motif {index}")


def _horizon(page: Page, beside: Frame) -> Iterator[Shape]:
    """One thin line from edge to edge below the words."""
    yield page.shape(
        Frame(0, max(beside.bottom + _SKY, _HORIZON), SLIDE_WIDTH, 1.5), Look("rect", "on-brand-mark"), key="motif 1"
    )


def _beat(page: Page, calm: bool) -> Iterator[Shape]:
    """Thin bars that end at the right margin, the highest in the emphasis colour."""
    right, middle = SLIDE_WIDTH - MARGIN, SLIDE_HEIGHT / 2
    left = right - _BAR - _PITCH * (len(_BEAT) - 1)
    for index, share in enumerate(_BEAT):
        height = round(SLIDE_HEIGHT * share / 6) * 6.0
        frame = Frame(left + index * _PITCH, middle - height / 2, _BAR, height)
        role = "on-brand-mark" if share == max(_BEAT) and not calm else "on-brand-line"
        yield page.shape(frame, Look("rect", role, radius=_BAR / 2), key=f"motif {index + 1}")


def _steps(page: Page, beside: Frame) -> Iterator[Shape]:
    """Quiet steps that rise out of the slide's corner, and in the margin a block as high as the words beside it."""
    for index, share in enumerate(_STEPS):
        left = cells(10 + index, 10 + index, 0, 1).x
        right = SLIDE_WIDTH if index == len(_STEPS) - 1 else cells(11 + index, 11 + index, 0, 1).x
        height = round(SLIDE_HEIGHT * share / 6) * 6.0
        frame = Frame(left, SLIDE_HEIGHT - height, right - left, height)
        yield page.shape(frame, Look("rect", "on-brand-surface"), key=f"motif {index + 1}")
    block = Frame(MARGIN / 2, beside.y, 6, beside.height)
    yield page.shape(block, Look("rect", "on-brand-mark"), key=f"motif {len(_STEPS) + 1}")
