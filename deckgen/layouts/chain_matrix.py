"""Three to five stages of a chain, each described by the same two or three questions.

Use it when a chain fails or wins stage by stage. For steps without attributes use `process`, for a grid without a
direction use `table`.
"""

from collections.abc import Iterator

from pydantic import model_validator

from deckgen.content import Claim, Content, Flag, Line, Part, Text, slot
from deckgen.content.rows import check_cells
from deckgen.scene import Cell, Item, Look, Page
from deckgen.scene.table import CELL_MARGIN_X, Column, cell, table
from deckgen.style import replace

NAME_ZH = "环节矩阵"
SUMMARY_ZH = "一条链上的三到五个环节，用同样的两三个问题逐一说明。"
FAMILY = "process"
ROOMIER = "table"
EXAMPLE = """
layout: chain-matrix
title: 冷链四个环节各有短板，末端配送更是没有人负责到底
takeaway: 先把末端的责任写进合同，再谈提速
stages: [预冷, 干线, 仓储, {name: 末端, emphasis: true}]
rows:
  - {name: 谁做, cells: [产地合作社的六座冷库, 三家冷藏车队，按趟结算, 九座城市前置仓，自营, 众包骑手，按单计酬]}
  - name: 短板
    cells:
      - 采收旺季排队要两天，只盖住一半产地
      - 返程车空驶四成以上，运价降不下来
      - 大促前两周库容不够，只能外租
      - 骑手手里没有保温箱，没人记录温度
  - name: 后果
    cells: [6%的损耗在源头就发生, 每单运费比同行高1.2元, 旺季断货，平均三天补上, 七成投诉出在最后三公里]
source: 示例数据，2024年
"""

_HEAD, _POINT = 42.0, 10.0
"""Least height of the row of stages and how far the point of a stage reaches into the next, in points."""


class Stage(Part):
    MAIN = "name"

    name: Line = slot("The stage.", "环节的名称。", zh="环节", at_most=6)
    emphasis: Flag = slot("Whether this is the stage to look at.", "是不是要看的那个环节。", zh="强调", default=False)


class Row(Part):
    name: Line = slot("The question this row answers, in a word.", "这一行回答的问题，用一个词。", zh="行名", at_most=4)
    cells: list[Text] = slot(
        "One answer per stage.", "每个环节一个回答。", zh="内容", at_least=3, at_most=5, each_at_most=34
    )
    emphasis: Flag = slot(
        "Whether this row says what follows from the others.", "这一行是不是由其他各行得出的结论。",
        zh="强调", default=False,
    )  # fmt: skip


class ChainMatrix(Content):
    title: Claim = slot("The claim that the chain proves.", "整条链所证明的论断。", zh="结论标题", at_most=56)
    stages: list[Stage] = slot(
        "The stages, in their order.", "各个环节，按先后顺序。", zh="环节", at_least=3, at_most=5
    )
    rows: list[Row] = slot(
        "The same question for every stage.", "对每个环节都问的同一个问题。", zh="行", at_least=2, at_most=3
    )
    takeaway: Line = slot("What follows from the chain.", "由整条链得出什么。", zh="小结", at_most=40, default="")

    @model_validator(mode="after")
    def _even(self) -> "ChainMatrix":
        for row in self.rows:
            check_cells(row.cells, len(self.stages))
        return self


def draw(content: ChainMatrix, page: Page) -> Iterator[Item]:
    count = len(content.stages)
    page.variant = f"×{count}"
    yield page.title(content.title)
    area = page.above(content.takeaway).inset(bottom=6 if content.takeaway else 0)
    widest = max(page.width(row.name, replace(page.style("table-cell-large"), bold=True)) for row in content.rows)
    names = max(74.0, widest + 2 * CELL_MARGIN_X + 2)  # the first grid column with its gutter, if that is enough
    pointed = any(stage.emphasis for stage in content.stages)
    ink = "on-accent" if pointed else "on-brand"
    heads = area.inset(left=names).columns(count, 0)
    matrix = table(
        page,
        [Column("", names), *(Column(stage.name, heads[0].width, color=ink) for stage in content.stages)],
        [_cells(row, page) for row in content.rows],
        area,
        key="rows",
        alt=content.title.plain,
        head=replace(page.style("table-head"), sizes=(18, 17, 16)),
        body="table-cell-large",
        least_head=_HEAD,
        head_anchor="middle",
        least_row=66,
        most_row=88,
    )
    height = matrix.heights[0]
    for index, (stage, head) in enumerate(zip(content.stages, heads, strict=True)):
        # shifted by its point: the words of every stage begin where those of its column do, clear of the notch
        shape = head.inset(left=-_POINT, right=_POINT if index < count - 1 else 0).with_height(height)
        fill = "accent" if stage.emphasis else "grey" if pointed else "brand"
        look = Look("chevron" if index else "homePlate", fill, adjust=(("adj", round(1e5 * _POINT / height)),))
        yield page.shape(shape, look, key=f"stage {index + 1}", shared=False)
    yield matrix
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _cells(row: Row, page: Page) -> list[Cell]:
    fill = "surface" if row.emphasis else ""
    return [cell(page, words, fill=fill, bold=row.emphasis) for words in (row.name, *row.cells)]
