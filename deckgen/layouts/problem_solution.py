"""Problems on the left, the action that answers each on the right.

Use it to show that every problem has its answer. For actions with owners and dates use `recommendation`; for the causes
of one problem use `cause-cards`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import model_validator

from deckgen.content import Claim, Content, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import on_grid
from deckgen.scene import Connector, Entry, Frame, Insets, Item, Look, Page, Stroke
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "问题—对策对照"
SUMMARY_ZH = "左边是问题，右边是一一对应的对策。"
FAMILY = "diagnosis"
ROOMIER = "recommendation"
EXAMPLE = """
layout: problem-solution
title: 三类障碍各有对应解法，核心是品牌、物流与人才
source: 示例数据，2024年
rows:
  - {problem: 价格内卷, why: 低价换不来复购, action: 品牌化, how: 以质量第一建立国际品牌与核心竞争力}
  - problem: 四环节短板
    why: 各环节互相掣肘
    actions:
      - {action: 物流三化, how: 自动化、智能化、信息化}
      - {action: 四环节协同, how: 每单由一人跟到底}
  - {problem: 认知隔阂, why: 管理方式与海外职场冲突, action: 人才本地化, how: 引育复合型人才，吸纳当地人才}
takeaway: 先定三项的负责人，再谈投放预算
"""

_HEAD, _BAR = 24.0, 3.0
_GAP, _TIGHT_GAP = 12.0, 6.0
_INSETS = Insets(16, 4, 16, 4)
_SPACE = 4.0
"""What rows leave free above a takeaway, unless they are squeezed."""

_MOST_AIR = 30.0
"""How much higher than its text a row is at most, in points."""


class Action(Part):
    MAIN = "action"

    action: Line = slot("What to do.", "要采取的对策。", zh="对策", at_most=16)
    how: Text = slot("How to do it.", "具体怎么做。", zh="做法", at_most=36, default="")


class Row(Part):
    problem: Line = slot("The problem in a few words.", "用几个字说出问题。", zh="问题", at_most=14)
    why: Text = slot("Why it is one.", "为什么是个问题。", zh="原因", at_most=24, default="")
    action: Line = slot("What answers it.", "解决这个问题的对策。", zh="对策", at_most=16, default="")
    how: Text = slot("How to do it.", "具体怎么做。", zh="做法", at_most=36, default="")
    actions: list[Action] = slot(
        "Two answers, in place of `action`.", "代替 `action`，写两条对策。", zh="多条对策", at_most=2, default=[]
    )

    @model_validator(mode="after")
    def _answered(self) -> "Row":
        if bool(self.action) == bool(self.actions):
            raise mistake(
                "one-answer",
                "每个问题写 action 或 actions，二者取一。",
                "A problem has either action or actions.",
                "一个对策写 action: 和 how:；两个写 actions: 列表。",
                "Write action: and how: for one answer, a list actions: for two.",
            )
        return self

    @property
    def answers(self) -> list[tuple[Line, Text]]:
        """What to do and how, once or twice."""
        return [(answer.action, answer.how) for answer in self.actions] or [(self.action, self.how)]


class ProblemSolution(Content):
    title: Claim = slot(
        "How the problems are answered, as a claim.", "这些问题怎样解决，写成论断。", zh="结论标题", at_most=56
    )
    rows: list[Row] = slot(
        "Each problem with its answer.", "每个问题和它的对策。", zh="问题与对策", at_least=2, at_most=5
    )
    takeaway: Line = slot("What follows from it.", "由此得出什么。", zh="小结", at_most=40, default="")


def causes(content: ProblemSolution) -> Iterable[Sequence[Text]]:
    """Return the problems, each with why it is one."""
    return [(row.problem, row.why) for row in content.rows]


def actions(content: ProblemSolution) -> Iterable[Sequence[Text]]:
    """Return the answers, each with the problem it stands beside."""
    return [(action, row.problem, row.why, how) for row in content.rows for action, how in row.answers]


def draw(content: ProblemSolution, page: Page) -> Iterator[Item]:
    page.variant = f"×{len(content.rows)}"
    yield page.title(content.title)
    area = page.above(content.takeaway)
    left, right = (page.cells(*span, 0, 1).with_height(_HEAD) for span in ((1, 5), (7, 12)))
    rows = _rows(content, page, area.inset(top=_HEAD), left.width, right.width)
    top = area.centred(rows.frames[-1].bottom - area.y).y
    left, right = left._replace(y=top), right._replace(y=top)
    problem, action = ("问题", "对策") if page.setting.zh else ("Problem", "Action")
    head = replace(page.style("label"), bold=True)
    yield page.text(problem, replace(head, color="muted"), left, key="problem")
    yield page.text(action, replace(head, color="accent-text"), right, key="action")
    for index, (row, place) in enumerate(zip(content.rows, rows.frames, strict=True)):
        place = place._replace(y=place.y + top - area.y)
        key, middle = f"rows[{index}]", place.y + place.height / 2
        card, answer = place._replace(width=left.width), place._replace(x=right.x, width=right.width)
        yield from _card(page, [(row.problem, row.why)], card, rows, f"{key}.problem", "grey")
        yield Connector(
            f"{key} arrow", card.right, middle, answer.x, middle, Stroke("grey", 2.25), tail="triangle",
            start_key=f"{key}.problem", start_site=3, end_key=f"{key}.action", end_site=1,
        )  # fmt: skip
        yield from _card(page, row.answers, answer, rows, f"{key}.action", "accent")
    if content.takeaway:
        yield page.takeaway(content.takeaway)


class _Rows(NamedTuple):
    """Where the rows stand, how far their text stays from the edges, and whether its parts may move together.

    In `roomy` ones it keeps its base size, for which the best ends of its lines are known.
    """

    frames: list[Frame]
    insets: Insets
    squeezed: bool
    roomy: bool


def _rows(content: ProblemSolution, page: Page, area: Frame, left: float, right: float) -> _Rows:
    """Return rows as high as their text needs; they move together where even the smallest text asks for it."""
    count = len(content.rows)
    insets, gap = _INSETS, _GAP
    most = (area.height - _SPACE - gap * (count - 1)) // count
    squeezed = max(_needs(content, page, left, right, smallest=True)) > most
    needs = _needs(content, page, left, right)
    if squeezed:
        insets, gap = _INSETS._replace(top=3, bottom=3), _TIGHT_GAP
        heights = [(area.height - gap * (count - 1)) // count] * count
    else:
        heights = _heights(needs, most)
    tops = [area.y + sum(heights[:index]) + index * gap for index in range(count)]
    frames = [area._replace(y=top, height=height) for top, height in zip(tops, heights, strict=True)]
    return _Rows(frames, insets, squeezed, roomy=max(needs) <= most)


def _heights(needs: list[float], most: float) -> list[float]:
    """Return equal heights of `most` points at most; where a text asks for more, the air left is shared equally."""
    count = len(needs)
    even = min(most, on_grid(max(needs)) + _MOST_AIR)
    air = (most * count - sum(needs)) / count
    if even >= max(needs) or air < 0:
        return [even] * count
    return [need + min(air, _MOST_AIR) for need in needs]


def _needs(content: ProblemSolution, page: Page, left: float, right: float, smallest: bool = False) -> list[float]:
    """Return the height the highest text of each row takes, at its base or its smallest size."""
    return [
        max(
            page.height(_entries(page, row.problem, row.why, smallest=smallest), left, _INSETS),
            *(
                page.height(_entries(page, *answer, smallest=smallest), right / len(row.answers), _INSETS)
                for answer in row.answers
            ),
        )
        for row in content.rows
    ]


def _card(
    page: Page, texts: list[tuple[Line, Text]], frame: Frame, rows: _Rows, key: str, color: str
) -> Iterator[Item]:
    """Yield a card with a bar along its edge, which is straight for it in every theme; two texts share one card."""
    look, bar = page.card_look("surface", corners="none"), frame._replace(width=_BAR)
    entries = [_entries(page, *text, squeezed=rows.squeezed) for text in texts]
    if len(texts) == 1:
        insets = _eased(entries[0], page, frame.width, rows.insets) if rows.roomy else rows.insets
        yield page.box(entries[0], frame, key=key, role="row", anchor="middle", insets=insets, look=look)
        yield page.shape(bar, Look("rect", color), key=f"{key} bar", shared=False)
        return
    yield page.shape(frame, look, key=key, shared=False)
    yield page.shape(bar, Look("rect", color), key=f"{key} bar", shared=False)
    parts = [part.inset(left=_INSETS.left) for part in frame.columns(len(texts), 0)]
    insets = rows.insets._replace(left=0)
    heights = [page.height(entry, parts[0].width, insets) for entry in entries]
    # texts of different height begin on one line, as in the middle their heads would not align
    even, above = len(set(heights)) == 1, max(0.0, (frame.height - max(heights)) / 2)
    for number, (entry, part) in enumerate(zip(entries, parts, strict=True), 1):
        if number > 1:
            x = part.x - _INSETS.left
            yield Connector(f"{key} divider", x, part.y + 12, x, part.bottom - 12, Stroke("hairline", 0.75))
        yield page.box(
            entry, part if even else part.inset(top=above), key=f"{key} {number}", role="row",
            anchor="middle" if even else "top", insets=_eased(entry, page, part.width, insets) if rows.roomy else insets,
        )  # fmt: skip


def _eased(entries: list[Entry], page: Page, width: float, insets: Insets) -> Insets:
    """Return insets between which the sentence below a head breaks best; the head keeps its line."""
    (head, bold), (text, style) = entries
    inner = width - insets.left - insets.right
    least = page.width(head, bold) / 0.98
    return insets._replace(right=insets.right + inner - eased(text, page.style(style), page, inner, least))


def _entries(page: Page, head: Line, text: Text, *, smallest: bool = False, squeezed: bool = False) -> list[Entry]:
    heads, texts = ((16,), (14,)) if smallest else ((20, 18, 17, 16), (16, 15, 14))
    return [
        (head, replace(page.style("head"), sizes=heads, after=2 if smallest else 6, tight_after=1 if squeezed else 4)),
        (text, replace(page.style("label"), sizes=texts, color="muted")),
    ]
