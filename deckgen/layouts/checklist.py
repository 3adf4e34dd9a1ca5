"""One to three lists of things to do, each with its state: to do, under way, done, not applicable.

Use it for readiness and compliance. For actions with owners and dates use `recommendation`, for work across periods
`roadmap`.
"""

from collections.abc import Iterator, Sequence
from itertools import product, zip_longest
from typing import Literal, NamedTuple

from deckgen.content import Claim, Content, Icon, Line, Part, Text, slot
from deckgen.frame import Frame
from deckgen.scene import Item, Look, Page, Stroke, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "核对清单"
SUMMARY_ZH = "一到三组待办事项，各标明状态：待办、进行中、已完成、不适用。"
FAMILY = "text"
SPLITS = "groups"
ROOMIER = "table"
EXAMPLE = """
layout: checklist
title: 开业前还差三件事，最急的是消防复检
groups:
  - head: 证照
    items:
      - {text: 营业执照换发, state: done}
      - {text: 食品经营许可, state: done}
      - {text: 消防复检，整改后重报, state: doing}
      - {text: 户外招牌备案, state: todo}
  - head: 门店
    items:
      - {text: 水电与排烟改造, state: done}
      - {text: 收银与库存系统联调, state: done}
      - {text: 首批货品上架, state: todo}
      - {text: 地下车库导视, state: na}
  - head: 人员
    items:
      - {text: 店长与两名主管到岗, state: done}
      - {text: 八名店员签约, state: done}
      - {text: 健康证办理, state: done}
      - {text: 总部带教满两周, state: done}
"""

State = Literal["todo", "doing", "done", "na"]

_WORDS: dict[str, tuple[str, str]] = {
    "todo": ("待办", "To do"), "doing": ("进行中", "Under way"), "done": ("完成", "Done"), "na": ("不适用", "N/A"),
}  # fmt: skip

_SETTLED = ("done", "na")
"""States that ask for nothing more: such items step back behind those still open."""

_HEAD, _BAR, _BELOW = 36.0, 3.0, 6.0
"""Height of a head, weight of the bar that shows what is done, and the space below it, in points."""

_BOX, _OUTLINE, _BESIDE = 16.0, 1.5, 10.0
"""Size of the box before an item, weight of its outline, and the space on either side of its words, in points."""

_SIZES = {1: (20, 18, 17, 16), 2: (18, 17, 16, 15, 14), 3: (16, 15, 14)}
"""Sizes of the items by the number of lists."""

_LARGE = 18
"""Their size in three lists where it leaves every item on one line."""

_SHARE, _LEAST, _MOST, _CONTINUED = 0.92, 30.0, 72.0, 48.0
"""Share of the zone that few items spread over, the least and the widest distance from one to the next, and the widest
where lists continue on a further slide, which is set alike, in points."""

_CLOSE, _TIGHT, _TIGHT_LINE = 5.0, 2.0, 1.05
"""Space above and below the words of an item where many stand in a list, and where all of them are long; their line
spacing then."""

_STATE = (14,)
"""Size of the word for a state."""

_PITCH, _MIDDLE = 1.2, 0.6
"""Height of a line, and how far below its top at single spacing its characters have their middle, in em."""


class Task(Part):
    MAIN = "text"

    text: Text = slot("What is to be done.", "要做的事。", zh="事项", at_most=26)
    state: State = slot(
        "How far it is: todo, doing, done or na.", "做到哪一步了。",
        zh="状态", choices={"todo": "待办", "doing": "进行中", "done": "已完成", "na": "不适用"}, default="todo",
    )  # fmt: skip


class Group(Part):
    head: Line = slot("What the tasks belong to.", "这些事项属于什么。", zh="分组", at_most=10)
    items: list[Task] = slot("The tasks.", "各个事项。", zh="事项", at_least=2, at_most=7)


class Checklist(Content):
    title: Claim = slot("How far the work is, as a claim.", "工作进展到哪里，写成论断。", zh="结论标题", at_most=56)
    groups: list[Group] = slot("One to three lists.", "一到三组事项。", zh="分组", at_least=1, at_most=3)


class _Setting(NamedTuple):
    """How items are set: their style, the space above their words, the least height of one, the room for its state."""

    style: TextStyle
    above: float
    pitch: float
    state: float


def draw(content: Checklist, page: Page) -> Iterator[Item]:
    groups = content.groups
    page.variant = "×" + "+".join(str(len(group.items)) for group in groups)
    yield page.title(content.title)
    heads = page.body.columns(len(groups))
    area = page.body.inset(top=_HEAD + _BELOW)
    # a single list stands in two columns
    columns = area.columns(2 if len(groups) == 1 else len(groups))
    lists = [group.items for group in groups]
    if len(lists) == 1:
        half = (len(lists[0]) + 1) // 2
        lists = [lists[0][:half], lists[0][half:]]
    setting = _setting(lists, len(groups), columns[0], page)
    heights = _heights(lists, setting, columns[0], page)
    for index, (group, frame) in enumerate(zip(groups, heads, strict=True)):
        yield from _head(group, index, frame, page)
    for tasks, high, column in zip(lists, heights, columns, strict=True):
        top = column.y
        for number, (task, height) in enumerate(zip(tasks, high, strict=True)):
            if number:
                yield page.rule(column.x, top, column.width, shared=False)
            yield from _task(task, column._replace(y=top, height=height), setting, page)
            top += height


def _head(group: Group, index: int, frame: Frame, page: Page) -> Iterator[Item]:
    """The name of a list with what is done of it, in figures and as a bar below; what does not apply is not counted."""
    done = sum(task.state == "done" for task in group.items)
    total = sum(task.state != "na" for task in group.items)
    count = f"完成 {done}/{total}" if page.setting.zh else f"{done} of {total} done"
    style = replace(page.style("label"), color="muted", align="right")
    width = page.width(count, style) + 4
    line = frame.with_height(_HEAD - _BAR)
    head = page.fitted([group.head], "head", (20, 18, 16), line.width - width - _BESIDE)
    yield page.text(group.head, head, line.inset(right=width + _BESIDE), role="head", anchor="middle")
    if total:
        yield page.label(count, style, line.inset(left=line.width - width), f"groups[{index}].count")
    bar = Frame(frame.x, line.bottom, frame.width, _BAR)
    yield page.shape(bar, Look("rect", "hairline"), key=f"groups[{index}].all")
    if done:
        share = bar._replace(width=bar.width * done / total)
        yield page.shape(share, Look("rect", "grey"), key=f"groups[{index}].done", shared=False)


def _task(task: Task, row: Frame, setting: _Setting, page: Page) -> Iterator[Item]:
    key = page.key(task.text.path).removesuffix(".text")
    size = setting.style.sizes[0]
    middle = row.y + setting.above + size * (_MIDDLE + _PITCH * (setting.style.line - 1))
    yield from _glyph(task.state, Frame(row.x, middle - _BOX / 2, _BOX, _BOX), key, page)
    words = row.inset(left=_BOX + _BESIDE, top=setting.above, right=setting.state + _BESIDE)
    style = _style(task, setting)
    width = eased(task.text, style, page, words.width, far=True)
    yield page.text(task.text, style, words._replace(width=width), key=key, role="task")
    word = _WORDS[task.state][0 if page.setting.zh else 1]
    color = {"doing": "accent-text", "todo": "text"}.get(task.state, "muted")
    mark = replace(page.style("caption"), sizes=_STATE, color=color, bold=task.state == "doing", align="right")
    place = Frame(row.right - setting.state, middle - 12, setting.state, 24)
    yield page.label(word, mark, place, f"{key}.state")


def _style(task: Task, setting: _Setting) -> TextStyle:
    """Return how a task is set: what is settled steps back, what is under way is what to look at."""
    if task.state in _SETTLED:
        return replace(setting.style, color="muted")
    return replace(setting.style, bold=task.state == "doing")


def _glyph(state: State, box: Frame, key: str, page: Page) -> Iterator[Item]:
    """The box before an item: empty, half full, full with a check mark, or with a dash; only what is under way glows."""
    if state == "done":
        yield page.shape(box, Look("rect", "grey"), key=f"{key}.box", shared=False)
        yield page.icon(Icon("check"), box.inset(1, 1, 1, 1), "page", key=f"{key}.check")
        return
    color = "accent" if state == "doing" else "grey"
    if state == "doing":
        half = box._replace(width=_BOX / 2)
        yield page.shape(half, Look("rect", color), key=f"{key}.half", shared=False)
    outline = box.inset(*(_OUTLINE / 2,) * 4)
    yield page.shape(outline, Look("rect", "", Stroke(color, _OUTLINE)), key=f"{key}.box", shared=False)
    if state == "na":
        yield page.rule(box.x + 4, box.y + _BOX / 2, _BOX - 8, color=color, weight=_OUTLINE, shared=False)


def _setting(lists: Sequence[Sequence[Task]], count: int, column: Frame, page: Page) -> _Setting:
    """Return the largest setting in which every list fits its column, few items spread over it."""
    states = {task.state for tasks in lists for task in tasks}
    caption = replace(page.style("caption"), sizes=_STATE, bold=True)
    state = max(page.width(_WORDS[name][0 if page.setting.zh else 1], caption) for name in states) + 2
    most = _CONTINUED if page.slide.continuation else _MOST
    roomy = max(_LEAST, min(most, _SHARE * column.height / max(map(len, lists))))
    detail = page.style("detail")
    ways = ((roomy, detail.line, 0.0), (_LEAST, detail.line, _CLOSE), (_LEAST, min(detail.line, _TIGHT_LINE), _TIGHT))
    sizes: tuple[int, ...] = _SIZES[min(3, count)]
    width = column.width - _BOX - 2 * _BESIDE - state
    if page.fitted([task.text for tasks in lists for task in tasks], detail, (_LARGE, 0), width).sizes[0] == _LARGE:
        sizes = (*(size for size in (_LARGE,) if size not in sizes), *sizes)
    for (pitch, line, above), size in product(ways, sizes):
        style = replace(detail, sizes=(size,), line=line, after=0, tight_after=0)
        setting = _Setting(style, above or (pitch - _PITCH * line * size) / 2, pitch, state)
        if all(sum(_needed(tasks, setting, column, page)) <= column.height for tasks in lists):
            break
    return setting


def _needed(tasks: Sequence[Task], setting: _Setting, column: Frame, page: Page) -> list[float]:
    """Return the heights items ask for, those of one line being equal."""
    width = column.width - _BOX - 2 * _BESIDE - setting.state
    texts = (page.height([(task.text, _style(task, setting))], width) for task in tasks)
    return [max(setting.pitch, text + 2 * setting.above) for text in texts]


def _heights(lists: Sequence[Sequence[Task]], setting: _Setting, column: Frame, page: Page) -> list[list[float]]:
    """Return the heights of the items of each list: those beside one another are equal where there is room for it.

    Where items ask for more than there is they get less, so that their texts are too long.
    """
    needed = [_needed(tasks, setting, column, page) for tasks in lists]
    even = [max(row) for row in zip_longest(*needed, fillvalue=0.0)]
    if sum(even) <= column.height:
        return [even[: len(tasks)] for tasks in lists]
    shares = [min(1.0, column.height / sum(heights)) for heights in needed]
    return [[height * share for height in heights] for heights, share in zip(needed, shares, strict=True)]
