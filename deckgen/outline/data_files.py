"""Charts that name a CSV file: its columns become the series of the chart, before anything is validated."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from deckgen.charts.numbers import number_in
from deckgen.content import Chart
from deckgen.content.tree import Mapping, Node, Scalar, Sequence
from deckgen.images.locate import locate
from deckgen.images.unusable import Unusable
from deckgen.outline.places import field_zh
from deckgen.problems import Kind, Problem
from deckgen.problems.suggest import suggest

TOO_LARGE = Kind(
    "data-too-large", "error",
    "数据文件「{name}」太大：图表用不了这么多数据。", "The data file “{name}” is too large for a chart.",
    "请只留下要画的行和列，最多 {rows} 行。", "Keep the rows and columns that are to be drawn, {rows} rows at most.",
)  # fmt: skip
NO_TABLE = Kind(
    "data-no-table", "error",
    "数据文件「{name}」里没有表格。", "The data file “{name}” holds no table.",
    "第一行写列名，第一列写类别，其余各列写数值。",
    "Its first line names the columns, the first column the categories; the others are the values.",
)  # fmt: skip
UNEVEN = Kind(
    "data-uneven", "error",
    "数据文件「{name}」第 {line} 行有 {count} 格，列名却有 {columns} 个。",
    "Line {line} of the data file “{name}” has {count} cells for {columns} columns.",
    "请补上或删去这一行的格子；数值里的逗号要加引号。", "Give it as many; a number with a comma needs quotes.",
)  # fmt: skip
NOT_NUMBER = Kind(
    "data-not-number", "error",
    "数据文件「{name}」第 {line} 行「{column}」列的「{cell}」不是数字。",
    "“{cell}” on line {line} of the data file “{name}”, in the column “{column}”, is no number.",
    "请改成 62、7.1 或 95% 这样的数字。", "Write it like 62, 7.1 or 95%.",
)  # fmt: skip
NO_COLUMN = Kind(
    "data-no-column", "error",
    "数据文件「{name}」里没有「{column}」这一列。", "The data file “{name}” has no column “{column}”.",
    "{near_zh}可选：{columns_zh}", "{near_en}Choose from: {columns_en}",
)  # fmt: skip

LARGEST, MOST_ROWS = 1 << 20, 400
"""The largest data file in bytes, and its most rows."""


class Table(NamedTuple):
    """A data file as read: the heads of its columns, and its rows with the lines they stand on."""

    heads: list[str]
    rows: list[tuple[int, list[str]]]


def read_data_files(root: Mapping, folder: Path, allow_outside: bool = False) -> Iterator[Problem]:
    """Write the data of every CSV file that a chart names into its mapping, as `categories` and `series`.

    Yields a problem at the `file:` of each that cannot be used. Paths start at `folder` and may lead out of it only with
    `allow_outside`.
    """
    for chart in _charts(root.get("slides")):
        file = _named(chart, "file")
        assert isinstance(file, Scalar)
        try:
            _fill(chart, file, _table(locate(file, folder, allow_outside), file.strip()))
        except Unusable as reason:
            yield Problem(reason.kind, file.span, file.path, reason.facts)


def _charts(node: Node | None) -> Iterator[Mapping]:
    """Yield every mapping that names a CSV file."""
    if isinstance(node, Mapping):
        file = _named(node, "file")
        if isinstance(file, Scalar) and file.strip().lower().endswith(".csv"):
            yield node
        for inner in list(node.values()):
            yield from _charts(inner)
    elif isinstance(node, Sequence):
        for inner in node:
            yield from _charts(inner)


def _named(chart: Mapping, name: str) -> Node | None:
    """Return a field of a chart; where the layout of its slide has no known name, it still has its name in Chinese."""
    return chart.get(name, chart.get(field_zh(Chart, name)))


def _table(path: Path, name: str) -> Table:
    if path.stat().st_size > LARGEST:
        raise Unusable(TOO_LARGE, name=name, rows=MOST_ROWS)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:  # as Excel saves CSV on a Chinese computer
        text = raw.decode("gb18030", errors="replace")
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    try:
        lines = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error:
        raise Unusable(NO_TABLE, name=name) from None
    kept = [(line, row) for line, row in lines if any(row)]
    if len(kept) < 2 or len(kept[0][1]) < 2:
        raise Unusable(NO_TABLE, name=name)
    if len(kept) - 1 > MOST_ROWS:
        raise Unusable(TOO_LARGE, name=name, rows=MOST_ROWS)
    (_, heads), *rows = kept
    for line, row in rows:
        if len(row) != len(heads):
            raise Unusable(UNEVEN, name=name, line=line, count=len(row), columns=len(heads))
    return Table(heads, rows)


def _fill(chart: Mapping, file: Scalar, table: Table) -> None:
    """Write the chosen columns of a table into a chart; every value remembers the `file:` it came from."""

    def scalar(text: str, path: str) -> Scalar:
        return Scalar(text, file.span, path, quoted=True)

    columns = _columns(_named(chart, "columns"), table, file.strip())
    for index in columns:
        for line, row in table.rows:
            if number_in(row[index]) is None:
                raise Unusable(NOT_NUMBER, name=file.strip(), line=line, column=table.heads[index], cell=row[index])
    path = chart.path
    chart["categories"] = Sequence(
        [scalar(row[0], f"{path}.categories[{n}]") for n, (_, row) in enumerate(table.rows)],
        file.span,
        f"{path}.categories",
    )
    series = Sequence([], file.span, f"{path}.series")
    for number, index in enumerate(columns):
        here = f"{path}.series[{number}]"
        some = Mapping(file.span, here)
        some["name"] = scalar(table.heads[index], f"{here}.name")
        some["values"] = Sequence(
            [scalar(row[index], f"{here}.values[{n}]") for n, (_, row) in enumerate(table.rows)],
            file.span,
            f"{here}.values",
        )
        series.append(some)
    chart["series"] = series


def _columns(chosen: Node | None, table: Table, name: str) -> list[int]:
    """Return the indexes of the columns to draw: the named ones in their order, else all but the first."""
    if not isinstance(chosen, Sequence) or not chosen:
        return list(range(1, len(table.heads)))
    wanted = [column for column in chosen if isinstance(column, Scalar)]
    known = table.heads[1:]
    found = []
    for column in wanted:
        if column.strip() not in known:
            near = suggest(column.strip(), known)
            raise Unusable(
                NO_COLUMN, name=name, column=column,
                near_zh=f"是不是「{near}」？" if near else "", near_en=f"Did you mean “{near}”? " if near else "",
                columns_zh="、".join(known), columns_en=", ".join(known),
            )  # fmt: skip
        found.append(table.heads.index(column.strip(), 1))
    return found
