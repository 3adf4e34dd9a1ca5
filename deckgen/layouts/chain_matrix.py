"""Three to five stages of a chain, each described by the same two or three questions.

Use it when a chain fails or wins stage by stage. For steps without attributes use `process`, for a grid without a
direction use `table`.
"""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import model_validator

from deckgen.content import Content, Flag, Line, Part, Text, slot
from deckgen.content.rows import check_cells
from deckgen.scene import Frame, Insets, Item, Look, Page, TextBox
from deckgen.scene.table import Column, cell, table

NAME_ZH = "环节矩阵"
ROOMIER = "table"
EXAMPLE = """
layout: chain-matrix
title: 冷链四个环节都能做到，唯独末端配送没有人负责到底
takeaway: 先把末端的责任写进合同，再谈提速
stages: [预冷, 干线, 仓储, 末端]
rows:
  - {name: 现状, cells: [产地自建冷库, 第三方冷藏车, 城市前置仓, 众包骑手]}
  - {name: 短板, cells: [覆盖不到一半产地, 返程空驶率高, 旺季库容不足, 没有温控设备]}
  - {name: 后果, cells: [损耗从源头开始, 运费居高不下, 旺季断货, 投诉集中在这一段], emphasis: true}
source: 示例数据
"""

_HEAD, _GAP = 42.0, 6.0
_POINT = 14.0
"""How far the point of a stage reaches, in points."""


class Row(Part):
    name: Line = slot("The question this row answers, in a word.", zh="行名", at_most=4)
    cells: list[Text] = slot("One answer per stage.", zh="内容", at_least=3, at_most=5)
    emphasis: Flag = slot("Whether this row says what follows from the others.", zh="强调", default=False)


class ChainMatrix(Content):
    title: Line = slot("The claim that the chain proves.", zh="结论标题", at_most=56)
    stages: list[Line] = slot("The stages, in their order.", zh="环节", at_least=3, at_most=5)
    rows: list[Row] = slot("The same question for every stage.", zh="行", at_least=2, at_most=3)
    takeaway: Line = slot("What follows from the chain.", zh="小结", at_most=40, default="")

    @model_validator(mode="after")
    def _even(self) -> "ChainMatrix":
        for row in self.rows:
            check_cells(row.cells, len(self.stages))
        return self


def draw(content: ChainMatrix, page: Page) -> Iterator[Item]:
    count = len(content.stages)
    page.variant = f"×{count}"
    yield page.title(content.title)
    area = page.above(content.takeaway)
    first = 74.0  # the row names stand in the first grid column
    heads = area.inset(left=first).with_height(_HEAD)
    for index, (stage, frame) in enumerate(zip(content.stages, heads.columns(count, 0), strict=True)):
        yield _stage(stage, frame, page, index, last=index == count - 1)
    columns = [Column("", first), *(Column("", (area.width - first) / count) for _ in content.stages)]
    rows = []
    for row in content.rows:
        fill, bold = ("surface", True) if row.emphasis else ("", False)
        rows.append([cell(page, words, fill=fill, bold=bold) for words in (row.name, *row.cells)])
    stages = "、".join(stage.plain for stage in content.stages) if page.setting.zh else ", ".join(map(str, content.stages))
    yield table(
        page,
        columns,
        rows,
        area.below(area.y + _HEAD + _GAP),
        key="rows",
        alt=f"{content.title}（{stages}）" if page.setting.zh else f"{content.title} ({stages})",
        body="table-cell-large",
        least_row=66,
        most_row=96,
        header=False,
    )
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _stage(stage: Line, frame: Frame, page: Page, index: int, last: bool) -> TextBox:
    """A stage over its column: a pentagon first, then chevrons whose notches take its point."""
    style = replace(page.style("head"), sizes=(18, 17, 16), color="on-brand", align="center")
    shape = frame if last else frame.inset(right=_GAP - _POINT)
    point = round(_POINT / frame.height * 100000)
    look = Look("homePlate" if index == 0 else "chevron", "brand", adjust=(("adj", point),))
    insets = Insets(_POINT if index else 6, 4, _POINT, 4)
    return page.text(stage, style, shape, anchor="middle", insets=insets, look=look)
