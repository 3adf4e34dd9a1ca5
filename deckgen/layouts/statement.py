"""One sentence on a page of its own, for the room to remember.

Use it every five to seven slides to let the one thing sink in that the slides around it prove. For a figure use
`big-number`, for somebody else's words `quote`, for the start of a chapter `section`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import model_validator

from deckgen.content import Content, Line, Run, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import ROW, SLIDE_HEIGHT
from deckgen.scene import Item, Look, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "核心观点页"
SUMMARY_ZH = "一页只写一句话，让在场的人记住。"
FAMILY = "structure"
BARE = True
EXAMPLE = """
layout: statement
text: 客户买的不是更低的价格，而是收到货时的那份放心
emphasis: 那份放心
attribution: 一百二十次门店访谈的共同结论
"""

_LARGE, _FEW_LINES = (54, 48, 44, 40), 2
"""Sizes for a short sentence, and the lines it then takes at most."""

_CENTRE = 0.46
"""Where the middle of all that is shown stands, as a share of the slide's height: the middle as the eye sees it."""

_MARK, _BAR, _GAP = 50.0, 6.0, 24.0
"""Length and height of the bar over the sentence, and what keeps it and the attribution off the sentence, in points."""


class Statement(Content):
    text: Line = slot("The sentence.", "要大家记住的那句话。", zh="核心观点", at_most=40)
    emphasis: Line = slot(
        "The words of it that carry the weight.", "句子里最有分量的几个词。", zh="强调的词", at_most=10, default=""
    )
    attribution: Line = slot(
        "Whose view it is, or where it comes from.", "是谁的观点，或出自哪里。", zh="出处", at_most=24, default=""
    )

    @model_validator(mode="after")
    def _said(self) -> Statement:
        if self.emphasis.plain not in self.text.plain:
            raise mistake(
                "not-in-text",
                f"核心观点「{self.text}」里没有「{self.emphasis}」。", f"The text “{self.text}” does not hold “{self.emphasis}”.",
                "请从那句话里原样抄几个字。", "Copy some words of that sentence as they stand in it.", self.emphasis.span,
            )  # fmt: skip
        return self

    @property
    def title(self) -> Line:
        """The sentence is the title of its slide."""
        return self.text


def draw(content: Statement, page: Page) -> Iterator[Item]:
    zone = page.cells(2, 11, 0, 1)
    sentence = content.text.restyled(_emphasised(content))
    style = page.style("statement")
    style = replace(style, sizes=(*_LARGE, *style.sizes))
    shown = _largest(sentence, style, page, zone.width)
    width = eased(sentence, shown, page, zone.width)
    height = page.height([(sentence, shown)], width)
    line = page.height([(content.attribution, "lede")], zone.width)
    whole = _BAR + _GAP + height + (_GAP + line if content.attribution else 0)
    top = (_CENTRE * SLIDE_HEIGHT - whole / 2) // ROW * ROW
    frame = zone._replace(y=top + _BAR + _GAP, width=width, height=height)
    yield page.title(sentence, style, frame)
    yield page.shape(frame._replace(y=top, width=_MARK, height=_BAR), Look("rect", "accent"), shared=False)
    if content.attribution:
        yield page.text(content.attribution, "lede", zone._replace(y=frame.bottom + _GAP, height=line))


def _largest(sentence: Text, style: TextStyle, page: Page, width: float) -> TextStyle:
    """Return a style from the size on at which a sentence takes few lines; fitting will find the same size."""
    for skipped in range(len(_LARGE)):
        large = replace(style, sizes=style.sizes[skipped:])
        if page.lines(sentence, large, width) <= _FEW_LINES:
            return large
    return replace(style, sizes=style.sizes[len(_LARGE) :])


def _emphasised(content: Statement) -> list[Run]:
    """The sentence with the words that carry its weight in the emphasis colour, wherever the runs are cut."""
    start = content.text.plain.index(content.emphasis.plain)
    end, position = start + len(content.emphasis.plain), 0
    runs = []
    for run in content.text.runs:
        before, inside = max(0, start - position), max(0, end - position)
        for text, color in ((run.text[:before], ""), (run.text[before:inside], "accent-text"), (run.text[inside:], "")):
            if text:
                runs.append(run._replace(text=text, color=color))
        position += len(run.text)
    return runs
