"""Three to six actions with owner, time and measure, and what the room is asked to decide.

Use it where a deck turns into a plan. To show which action answers which problem use `problem-solution`, for the dates of
the work use `roadmap`.

An owner, time or measure left empty is printed as to be decided. Where `origin` is stated, what the editor added carries
a mark: with `source` the owner is taken from the source and only the measure is marked, with `editor` both are, unless
`kpi_origin: source` says that the measure is from the source too.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from deckgen.content import Claim, Content, Line, Part, Run, Text, slot
from deckgen.frame import ROW
from deckgen.scene import Cell, Item, Page
from deckgen.scene.table import CELL_MARGIN_X, Column, cell, table
from deckgen.style import replace

NAME_ZH = "行动建议表"
SUMMARY_ZH = "三到六项行动，写明谁做、何时做、看什么指标，并提出请示。"
FAMILY = "diagnosis"
SPLITS = "rows"
ROOMIER = "table"
EXAMPLE = """
layout: recommendation
title: 三项行动九月底前完成，先把末端配送的责任定下来
rows:
  - {action: 末端配送改为直营, why: 投诉的七成发生在这一段, owner: 物流部, when: 6月底, kpi: 末端投诉减半}
  - {action: 产地预冷补贴, why: 损耗从源头开始, owner: 供应链部, when: 8月底, kpi: 预冷覆盖率80%}
  - {action: 旺季运力提前锁定, why: 去年旺季三成订单临时加价, owner: 采购部, when: 9月底, kpi: 加价订单低于10%}
ask: 请批准末端直营的首年预算180万元
source: 示例数据，2024年
"""


_ROW, _ROW_OF_FOUR, _ROW_OF_FEW, _BARE_ROW, _ROW_TO_ASK = 54, 72, 84, 60, 96
"""How high a row may be: by the number of rows, where no action has a reason below it, above an ask, in points."""

_NUMBER = 1.5
"""The size of a number in relation to the words beside it: the actions are told by them."""


class Row(Part):
    action: Line = slot("What to do.", "要做的事。", zh="行动", at_most=20)
    why: Line = slot("What it is good for.", "这么做有什么好处。", zh="理由", at_most=26, default="")
    owner: Line = slot(
        "Who does it; empty where that is open.", "由谁来做；还没定就空着。", zh="责任方", at_most=14, default=""
    )
    when: Line = slot(
        "By when; empty where that is open.", "什么时候之前完成；还没定就空着。", zh="时间", at_most=8, default=""
    )
    kpi: Line = slot(
        "What shows that it works; empty where that is open.", "用什么指标看它见不见效；还没定就空着。",
        zh="跟踪指标", at_most=20, default="",
    )  # fmt: skip
    origin: Literal["none", "source", "editor"] = slot(
        "Where the owner comes from: the source or the editor of the deck.", "责任方是来源里写明的，还是编者提出的。",
        zh="责任方出处", choices={"none": "不注明", "source": "来源写明", "editor": "编者建议"}, default="none",
    )  # fmt: skip
    kpi_origin: Literal["editor", "source"] = slot(
        "Where the measure comes from, in a row that states an origin.", "这一行注明出处时，指标又出自哪里。",
        zh="指标出处", choices={"editor": "编者建议", "source": "来源写明"}, default="editor",
    )  # fmt: skip


class Recommendation(Content):
    title: Claim = slot("What to do, in one sentence.", "用一句话说出该做什么。", zh="结论标题", at_most=56)
    rows: list[Row] = slot(
        "The actions, the first to take first.", "各项行动，先做的放在最前。", zh="行动", at_least=3, at_most=6
    )
    kpi_head: Line = slot(
        "The head of the last column, where it should say more.", "最后一列的列名，想写得更明白时填。",
        zh="指标列名", at_most=18, default="",
    )  # fmt: skip
    ask: Line = slot("What the audience is asked to decide.", "请听众决定什么。", zh="请示", at_most=40, default="")


def actions(content: Recommendation) -> Iterable[Sequence[Text]]:
    """Return the actions, each with its reason."""
    return [(row.action, row.why) for row in content.rows]


def draw(content: Recommendation, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    zh = page.setting.zh
    names = ("#", "行动", "责任方", "时间", "跟踪指标") if zh else ("#", "Action", "Owner", "By", "Measure")
    heads = (*names[:4], content.kpi_head or names[4])
    few = len(content.rows) < 5
    body = replace(page.style("table-cell-large"), sizes=(18, 17, 16, 15, 14, 13) if few else (16, 15, 14, 13))
    when = max(page.width(row.when, body) for row in content.rows) + 2 * CELL_MARGIN_X
    share = min(16.0, max(12.0, 100 * when / page.body.width))  # the column of dates takes from that of actions
    columns = [Column(head, weight) for head, weight in zip(heads, (6, 46 - share, 18, share, 30), strict=True)]
    rows = [_row(row, page, page.slide.first + number) for number, row in enumerate(content.rows, 1)]
    # the ask follows from the rows and stands at the foot of the slide: they reach down to it
    most = _ROW_TO_ASK if content.ask else _ROW if not few else _ROW_OF_FOUR if len(rows) == 4 else _ROW_OF_FEW
    if not content.ask and not any(row.why for row in content.rows):
        most = min(most, _BARE_ROW)
    yield table(
        page,
        columns,
        rows,
        page.above(content.ask).inset(bottom=ROW if content.ask else 0),
        key="rows",
        alt=content.title.plain,
        body=body,
        least_row=36,
        most_row=most,
    )
    if content.ask:
        yield page.takeaway(content.ask, ask=True)


def _row(row: Row, page: Page, number: int) -> list[Cell]:
    action = [run._replace(bold=True) for run in row.action.runs]
    if row.why:
        action += [Run("\n"), *(run._replace(scale=0.9, color="muted") for run in row.why.runs)]
    by_editor = row.origin == "editor"
    kpi_by_editor = row.origin != "none" and row.kpi_origin == "editor"
    return [
        cell(page, (Run(str(number), scale=_NUMBER, bold=True, color="accent-text"),)),
        cell(page, tuple(action)),
        _open(page, row.owner, marked=by_editor),
        _open(page, row.when, strong=True),
        _open(page, row.kpi, marked=kpi_by_editor),
    ]


def _open(page: Page, words: Text, marked: bool = False, strong: bool = False) -> Cell:
    """A cell; what is still open says so, what the editor added carries a mark."""
    if not words:
        return cell(page, "待定" if page.setting.zh else "to be decided", color="muted")
    mark = (Run("编" if page.setting.zh else "ed.", mark=True, color="accent-text"),) if marked else ()
    return cell(page, (*words.runs, *mark), bold=strong, color="accent-text" if strong else "")
