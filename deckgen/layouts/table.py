"""A table of exact values or short texts, up to seven columns by ten rows a slide.

Use it when readers must look values up. For one comparison that proves a claim use `chart-takeaway`, for options weighed
against criteria use `scorecard`, for actions with owners use `recommendation`.
"""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import model_validator

from deckgen.charts.numbers import number_in
from deckgen.content import Claim, Content, Flag, Line, Part, Text, slot
from deckgen.content.rows import check_cells
from deckgen.scene import Cell, Item, Page
from deckgen.scene import table as tables

NAME_ZH = "表格"
SUMMARY_ZH = "列出精确数值或简短文字的表格，一页最多七列十行。"
FAMILY = "data"
SPLITS = "rows"
EXAMPLE = """
layout: table
title: 华东贡献了一半收入，增长却主要来自西南
columns:
  - 区域
  - {name: 收入（亿元）, type: num}
  - {name: 占比, type: pct}
  - {name: 比上年, type: delta}
  - {name: 增量（亿元）, type: num}
  - {name: 下一步, weight: "3"}
rows:
  - [华东, "12.4", 50%, +3%, "0.36", 稳住大客户续约]
  - [华南, "6.1", 25%, +1%, "0.06", 清理低毛利订单]
  - {cells: [西南, "4.3", 17%, +38%, "1.18", 再开两个前置仓], highlight: true}
  - [华北, "2.0", 8%, −6%, "−0.12", 合并两个销售区]
  - {cells: [合计, "24.8", 100%, +6%, "1.48", ""], total: true}
takeaway: 西南贡献了八成的增量，明年的新仓先给西南
source: 示例数据，2024年
"""

_LEAST_HEAD, _FILLED = 24.0, 0.78
"""The height of the head, in points, and the share of the zone that the table takes where nothing stands below it."""

_ROW, _ROW_OF_FEW, _ROW_OF_MANY = 66.0, 72.0, 36.0
"""How high a row may be, in points: at most, among up to three of them, and where they fill more than that share."""


class Column(Part):
    MAIN = "name"

    name: Line = slot(
        "The head of the column, with the unit of its values.", "列名，连同数值的单位。", zh="列名", at_most=8
    )
    type: Literal["auto", "text", "num", "pct", "delta"] = slot(
        "text, num, pct, or delta for changes with a sign; found from the values where it is not said.",
        "这一列放什么；不写就从内容判断。",
        zh="类型",
        choices={"auto": "自动判断", "text": "文字", "num": "数字", "pct": "百分比", "delta": "带正负号的变化"},
        default="auto",
    )  # fmt: skip
    weight: Literal["auto", "1", "2", "3", "4", "5", "6"] = slot(
        "The share of the width, when any column states one; found from the texts where none does.",
        "宽度的份数，要写就各列都按份数分；都不写就按内容分。",
        zh="宽度", choices={"auto": "自动"}, default="auto",
    )  # fmt: skip
    highlight: Flag = slot("Whether this is a column to look at.", "是不是要看的那一列。", zh="突出", default=False)


class Row(Part):
    MAIN = "cells"

    cells: list[Text] = slot("One text per column.", "每列一格。", zh="单元格", at_most=7)
    highlight: Flag = slot("Whether this is a row to look at.", "是不是要看的那一行。", zh="突出", default=False)
    total: Flag = slot("Whether this row sums up the others.", "这一行是不是其他各行的合计。", zh="合计", default=False)


class Table(Content):
    title: Claim = slot("The claim that the table proves.", "表格所证明的论断。", zh="结论标题", at_most=56)
    columns: list[Column] = slot(
        "The columns, the one that names the rows first.", "各列，表示行名的那一列放在最前。",
        zh="列", at_least=2, at_most=7,
    )  # fmt: skip
    rows: list[Row] = slot(
        "The rows, each a list of cells.", "各行，每行是一组单元格。", zh="行", at_least=2, at_most=10
    )
    takeaway: Line = slot("What follows from the table.", "由表格得出什么。", zh="小结", at_most=40, default="")

    @model_validator(mode="after")
    def _even(self) -> "Table":
        for row in self.rows:
            check_cells(row.cells, len(self.columns))
        return self


def draw(content: Table, page: Page) -> Iterator[Item]:
    yield page.title(content.title)
    area = page.above(content.takeaway)
    count = len(content.rows)
    types = [_type(column, [row.cells[index] for row in content.rows]) for index, column in enumerate(content.columns)]
    weighed = any(column.weight != "auto" for column in content.columns)
    columns = [
        tables.Column(column.name, float(number_in(column.weight) or 1) if weighed else 0.0, _align(kind))
        for column, kind in zip(content.columns, types, strict=True)
    ]
    rows = [[_cell(page, content, row, index, kind) for index, kind in enumerate(types)] for row in content.rows]
    most = _ROW if count > 3 else _ROW_OF_FEW
    if not content.takeaway:
        most = min(most, max(_ROW_OF_MANY, (_FILLED * area.height - _LEAST_HEAD) / count))
    table = tables.table(
        page,
        columns,
        rows,
        area,
        key="rows",
        alt=content.title.plain,
        body="table-cell-large" if count <= 6 else "table-cell",
        least_row=28,
        most_row=most,
        least_head=_LEAST_HEAD,
        total_row=content.rows[-1].total,
    )
    # the parts of a table that continues begin at one height
    yield table if page.slide.continuation else table._replace(frame=area.centred(table.frame.height))
    if content.takeaway:
        yield page.takeaway(content.takeaway)


def _type(column: Column, cells: list[Text]) -> str:
    """What the column holds; numbers where every cell that says something is one."""
    if column.type != "auto":
        return column.type
    told = [text.plain for text in cells if text]
    return "num" if told and all(number_in(text) is not None for text in told) else "text"


def _align(kind: str) -> Literal["left", "right"]:
    return "left" if kind == "text" else "right"


def _cell(page: Page, content: Table, row: Row, index: int, kind: str) -> Cell:
    words = row.cells[index]
    strong = row.highlight or content.columns[index].highlight
    fill = "surface" if strong else ""
    if not words:
        return tables.cell(page, "—", align=_align(kind), fill=fill, color="muted")
    if kind == "delta" and words.plain[0] in "+-−–":
        color = "rise-text" if words.plain[0] == "+" else "fall-text"
        first, *more = words.runs
        signed = first._replace(text=re.sub(r"^[-–]", "−", first.text))  # as wide as the + above and below it
        words = words.restyled(tuple(run._replace(color=color, bold=True) for run in (signed, *more)))
    bar = row.highlight and index == 0
    return tables.cell(page, words, align=_align(kind), fill=fill, bold=row.highlight or row.total, accent_bar=bar)
