"""A question taken apart into two to four branches with up to three leaves each, from left to right.

Use it to show that the parts of a question are complete and apart. For the causes of one problem with their evidence use
`cause-cards`, for a core and what supports it use `hub-spoke`, for levels that rest on each other use `pyramid`.
"""

from collections.abc import Iterator

from deckgen.content import Claim, Content, Flag, Line, Part, Text, slot
from deckgen.frame import on_grid
from deckgen.scene import Connector, Frame, Insets, Item, Page, Stroke, TextBox, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "逻辑树"
SUMMARY_ZH = "从左到右把一个问题拆成两到四个分支，每个分支最多三片叶。"
FAMILY = "process"
ROOMIER = "table"
EXAMPLE = """
layout: logic-tree
title: 利润下滑六成出在履约成本：租金、夜间配送和退货一起涨
source: 示例数据，2024年
root: 利润为什么下滑？
branches:
  - text: 收入增长放缓，占25%
    leaves: [新客增速从30%降到8%, 老客复购持平]
  - text: 履约成本上升，占60%
    emphasis: true
    leaves: [前置仓租金上涨22%, 夜间配送占比翻倍, 退货率升到9%]
  - text: 费用没有收缩，占15%
    leaves: [营销费率维持在12%, 总部人员增加40人]
"""

_WITH_LEAVES = (Frame(48, 0, 180, 0), Frame(252, 0, 224, 0), Frame(500, 0, 412, 0))
_WITHOUT = (Frame(48, 0, 272, 0), Frame(368, 0, 544, 0), Frame(912, 0, 0, 0))
"""Where root, branches and leaves stand, in points; without leaves the branches take their room."""

_WIDER, _MOST_WIDER, _MOST_APART = 0.28, 48.0, 60.0
"""Share of what short leaves do not need that root and branches each take, at most, and what parts two columns at most."""

_INSETS, _LEAF_INSETS = Insets(14, 2, 10, 2), Insets(12, 0, 0, 0)

_LEAST_PITCH, _MOST_PITCH = 28.0, 84.0
"""From one leaf to the next, in points."""

_MOST_BETWEEN, _LEAST_BETWEEN = 24.0, 6.0
"""What stands between the leaves of two branches besides, in points."""

_LEAST_BRANCH, _MOST_BRANCH = 54.0, 78.0
_LEAST_ROOT = 96.0
"""Heights of the cards, in points."""


class Branch(Part):
    MAIN = "text"

    text: Line = slot("A part of the question.", "问题的一个部分。", zh="分支", at_most=14)
    leaves: list[Text] = slot(
        "What it is made of.", "这个分支由什么组成。", zh="叶", at_most=3, each_at_most=22, default=[]
    )
    emphasis: Flag = slot("Whether this is the branch to look at.", "是不是要看的那个分支。", zh="强调", default=False)


class LogicTree(Content):
    title: Claim = slot("The claim that the tree proves.", "逻辑树所证明的论断。", zh="结论标题", at_most=56)
    root: Line = slot("The question that is taken apart.", "要拆解的问题。", zh="问题", at_most=14)
    branches: list[Branch] = slot(
        "Its parts, which do not overlap and leave nothing out.", "问题的各个部分，互不重叠，也没有遗漏。",
        zh="分支", at_least=2, at_most=4,
    )  # fmt: skip


def draw(content: LogicTree, page: Page) -> Iterator[Item]:
    branches = content.branches
    page.variant = "×" + "-".join(str(len(branch.leaves)) for branch in branches)
    page.variant += "".join(f" #{number}" for number, branch in enumerate(branches, 1) if branch.emphasis)
    yield page.title(content.title)
    area = page.body
    style = replace(page.style("label"), sizes=(20, 18, 17, 16))
    told = [leaf for branch in branches for leaf in branch.leaves]
    leaves = page.fitted(told, style, style.sizes, _WITH_LEAVES[2].width - _LEAF_INSETS.left)
    columns = _columns([page.width(leaf, leaves) for leaf in told]) if told else _WITHOUT
    leaves = replace(leaves, sizes=(*leaves.sizes, 15, 14))
    places, pitch = _places(branches, area)
    root = _root(content, page, columns[0], (places[0].y + places[-1].bottom) / 2)
    yield root

    height = min(_MOST_BRANCH, *(place.height for place in places))
    lines: list[Connector] = []
    for index, (branch, place) in enumerate(zip(branches, places, strict=True)):
        key = f"branches[{index}]"
        stroke = Stroke("accent", 1.5) if branch.emphasis else Stroke("grey", 1)
        card = columns[1]._replace(y=place.y + (place.height - height) / 2, height=height)
        box = _branch(branch, page, card)
        yield box
        lines.append(page.connector(f"{key} line", root, 3, box, 1, stroke, bend="across"))
        taken = pitch * len(branch.leaves)
        top = place.y + (place.height - taken) / 2
        for number, leaf in enumerate(branch.leaves):
            words = _leaf(leaf, page, columns[2]._replace(y=top + number * pitch, height=pitch), leaves)
            yield words
            lines.append(page.connector(f"{key} line {number + 1}", box, 3, words, 1, stroke, bend="across"))
    # a line to the branch to look at lies over the others
    yield from sorted(lines, key=lambda line: line.stroke.color == "accent")


def _columns(leaves: list[float]) -> tuple[Frame, Frame, Frame]:
    """Return where root, branches and leaves stand: what short leaves do not need goes to the others."""
    root, branch, leaf = _WITH_LEAVES
    spare = max(0.0, leaf.width - _LEAF_INSETS.left - max(leaves) / 0.96)
    wider = min(_MOST_WIDER, _WIDER * spare) // 6 * 6
    apart = min(_MOST_APART, leaf.x - branch.right + (spare - 2 * wider) / 2) // 6 * 6
    branch = Frame(root.x + root.width + wider + apart, 0, branch.width + wider, 0)
    left = branch.right + apart
    return root._replace(width=root.width + wider), branch, Frame(left, 0, leaf.right - left, 0)


def _places(branches: list[Branch], area: Frame) -> tuple[list[Frame], float]:
    """Return where the branches stand with their leaves, and how far one leaf is from the next: as far as there is room."""
    counts = [len(branch.leaves) for branch in branches]
    pitch, gaps, least = _MOST_PITCH, len(counts) - 1, _MOST_BRANCH if len(counts) < 4 else _LEAST_BRANCH
    while pitch > _LEAST_PITCH:
        between = max(_LEAST_BETWEEN, min(_MOST_BETWEEN, 0.4 * pitch))
        if sum(max(least, pitch * count) for count in counts) + gaps * between <= area.height:
            break
        pitch -= 1
    heights = [max(least, pitch * count) for count in counts]
    between = min(_MOST_BETWEEN, 0.4 * pitch, (area.height - sum(heights)) / gaps)
    top = area.y + 0.45 * (area.height - sum(heights) - gaps * between)
    places = []
    for height in heights:
        places.append(Frame(area.x, top, area.width, height))
        top += height + between
    return places, pitch


def _root(content: LogicTree, page: Page, column: Frame, middle: float) -> TextBox:
    style = replace(page.style("head"), sizes=(24, 22, 20, 18), color="on-brand", after=0, tight_after=0)
    inner = column.width - _INSETS.left - _INSETS.right
    style = page.unbroken([content.root], style, inner)
    insets = _INSETS._replace(right=_INSETS.right + inner - eased(content.root, style, page, inner))
    height = on_grid(max(_LEAST_ROOT, page.height([(content.root, style)], column.width, insets) + 24))
    frame = column._replace(y=middle - height / 2, height=height)
    return page.text(content.root, style, frame, anchor="middle", insets=insets, look=page.card_look("brand"))


def _branch(branch: Branch, page: Page, frame: Frame) -> TextBox:
    """Return the card of a branch."""
    style = replace(page.style("head"), sizes=(20, 18, 17, 16, 15, 14), after=0, tight_after=0)
    style = replace(style, color="on-accent" if branch.emphasis else "text")
    look = page.card_look("accent" if branch.emphasis else "surface")
    return page.text(branch.text, style, frame, anchor="middle", insets=_INSETS, look=look)


def _leaf(leaf: Text, page: Page, frame: Frame, style: TextStyle) -> TextBox:
    """Return the words of a leaf."""
    inner = frame.width - _LEAF_INSETS.left
    insets = _LEAF_INSETS._replace(right=inner - eased(leaf, style, page, inner))
    return page.text(leaf, style, frame, anchor="middle", insets=insets)
