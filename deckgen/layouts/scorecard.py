"""Two to five options scored against three to six criteria, with the total they come to.

Use it to say which option to choose. For two options compared in words use `comparison`, for the arguments around one
`pros-cons`, for items on two scales `matrix-2x2`.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from pydantic import model_validator

from deckgen.charts.numbers import number_in, quantity_in
from deckgen.content import Claim, Content, Line, Part, slot
from deckgen.content.mistake import mistake
from deckgen.frame import Frame
from deckgen.scene import Cell, Item, Look, Page, Shape, Stroke, TableBox, tinted
from deckgen.scene import table as tables
from deckgen.style import replace

NAME_ZH = "选型评分表"
SUMMARY_ZH = "用三到六条准则给两到五个方案打分，并算出总分。"
FAMILY = "comparison"
ROOMIER = "table"
EXAMPLE = """
layout: scorecard
title: 自建仓综合得分最高，时效与退换体验拉开差距
source: 示例数据，2024年11月，由供应链与财务共同打分
options: [自建仓, 第三方海外仓, 平台代发]
criteria:
  - {name: 配送时效, weight: 30%, scores: [4, 3, 2]}
  - {name: 单均成本, weight: 25%, scores: [2, 3, 4]}
  - {name: 退换体验, weight: 20%, scores: [4, 2, 1]}
  - {name: 旺季弹性, weight: 15%, scores: [3, 3, 3]}
  - {name: 起步投入, weight: 10%, scores: [1, 3, 4]}
note: 短板是单均成本与起步投入：先建一仓，跑通之后再扩
"""

BEST = 4
"""The highest score; the lowest is 0."""

_WEIGHTS = 92.0
_TALLEST, _HEAD, _HEAD_TWO = 60.0, 34.0, 54.0
_ROOMY = 40.0
"""Width of the column of weights, height of a row and of a head of one and of two lines; larger text from this height."""

_BALL, _LARGE_BALL, _SPACE = 18.0, 22.0, 7.0
"""Diameter of a ball in low rows and in high ones, and what parts it from its score, in points.

Rows are higher than their one line of text takes in any program, so that none grows and every ball stays in its cell.
"""

_TOP = 16200000
"""Twelve o'clock, where every ball begins, in 60000ths of a degree."""


class Criterion(Part):
    name: Line = slot("What the options are judged by.", "用什么来评判方案。", zh="准则", at_most=10)
    weight: Line = slot(
        "How much it counts: 30%, or 3. All criteria have one, or none.",
        "占多大分量：30% 或 3；要么每条都写，要么都不写。",
        zh="权重", at_most=5, default="",
    )  # fmt: skip
    scores: list[Line] = slot(
        "A score per option, from 0 to 4.", "每个方案一个分数，0 到 4。", zh="评分", at_least=2, at_most=5
    )

    @model_validator(mode="after")
    def _understood(self) -> "Criterion":
        for score in self.scores:
            if score.plain not in {str(value) for value in range(BEST + 1)}:
                raise mistake(
                    "not-score",
                    f"「{self.name}」的评分「{score}」不是 0 到 {BEST} 的整数。",
                    f"The score “{score}” of “{self.name}” is no whole number from 0 to {BEST}.",
                    "0 为完全不满足，4 为完全满足。",
                    "0 means not at all, 4 means entirely.",
                    score.span,
                )
        if self.weight and not (number_in(self.weight.plain) or 0) > 0:
            raise mistake(
                "not-weight",
                f"「{self.name}」的权重「{self.weight}」不是大于 0 的数字。",
                f"The weight “{self.weight}” of “{self.name}” is no number above 0.",
                "请写成 30% 或 3。",
                "Write it like 30% or 3.",
                self.weight.span,
            )
        return self

    @property
    def share(self) -> Decimal:
        """What the criterion counts; all count alike where no weights are given."""
        return (quantity_in(self.weight.plain) if self.weight else None) or Decimal(1)


class Scorecard(Content):
    title: Claim = slot("Which option to choose, and why.", "选哪个方案，为什么。", zh="结论标题", at_most=56)
    options: list[Line] = slot("The options.", "参与比较的方案。", zh="方案", at_least=2, at_most=5, each_at_most=10)
    criteria: list[Criterion] = slot(
        "The criteria, the weightiest first.", "各条准则，最重要的放在最前。", zh="准则", at_least=3, at_most=6
    )
    winner: Line = slot(
        "The option to highlight; by default the one with the highest total.", "要突出的方案；不写就突出总分最高的。",
        zh="胜出", default="",
    )  # fmt: skip
    note: Line = slot("What follows from the scores.", "由评分得出什么。", zh="小结", at_most=40, default="")

    @property
    def weighed(self) -> bool:
        """Whether the criteria have weights."""
        return any(criterion.weight for criterion in self.criteria)

    @property
    def totals(self) -> list[Decimal]:
        """The mean score of each option, by weight."""
        whole = sum((criterion.share for criterion in self.criteria), Decimal())
        return [
            sum((criterion.share * int(criterion.scores[index].plain) for criterion in self.criteria), Decimal())
            / whole
            for index in range(len(self.options))
        ]

    @property
    def best(self) -> int | None:
        """The option to highlight; None where several share the highest total."""
        if self.winner:
            return [option.plain for option in self.options].index(self.winner.plain)
        totals = self.totals
        return totals.index(max(totals)) if totals.count(max(totals)) == 1 else None

    @model_validator(mode="after")
    def _complete(self) -> "Scorecard":
        for criterion in self.criteria:
            if len(criterion.scores) != len(self.options):
                scores = f"{len(criterion.scores)} score{'s' * (len(criterion.scores) != 1)}"
                raise mistake(
                    "scores-uneven",
                    f"「{criterion.name}」有 {len(criterion.scores)} 个评分，方案却有 {len(self.options)} 个。",
                    f"“{criterion.name}” has {scores} for {len(self.options)} options.",
                    "请按方案的顺序，每个方案写一个评分。",
                    "Write one score per option, in their order.",
                    criterion.scores[0].span,
                )
            if self.weighed and not criterion.weight:
                raise mistake(
                    "weight-missing",
                    f"「{criterion.name}」没有权重，其他准则却有。",
                    f"“{criterion.name}” has no weight, other criteria have one.",
                    "请补上权重；都不写则各项同等计算。",
                    "Add it; without any weights all criteria count alike.",
                    criterion.name.span,
                )
        whole = sum(criterion.share for criterion in self.criteria)
        if all("%" in criterion.weight.plain for criterion in self.criteria) and whole != 100:
            raise mistake(
                "weights-sum",
                f"权重合计为 {whole}%，不是 100%。",
                f"The weights add up to {whole}%, not to 100%.",
                "请核对各项权重；不必凑满时可写成 3、2、1。",
                "Check them, or write plain numbers such as 3, 2, 1.",
                self.criteria[-1].weight.span,
            )
        if self.winner and self.winner.plain not in [option.plain for option in self.options]:
            raise mistake(
                "winner-unknown",
                f"胜出的「{self.winner}」不在方案之中。",
                f"The winner “{self.winner}” is none of the options.",
                f"可选：{'、'.join(option.plain for option in self.options)}",
                f"Choose one of: {', '.join(option.plain for option in self.options)}",
                self.winner.span,
            )
        return self


def draw(content: Scorecard, page: Page) -> Iterator[Item]:
    page.variant = f"×{len(content.options)}"
    yield page.title(content.title)
    area = page.above(content.note)
    table = _table(content, page, area)
    table = table._replace(frame=area.centred(table.frame.height))
    yield table
    yield from _balls(content, page, table)
    if content.note:
        yield page.takeaway(content.note)


def _table(content: Scorecard, page: Page, area: Frame) -> TableBox:
    """Return the table: a row per criterion, a column per option, the totals below."""
    zh, best = page.setting.zh, content.best
    names = page.cells(1, 3, 0, 1).width
    left = names + (_WEIGHTS if content.weighed else 0)
    width = (area.width - left) / len(content.options)
    head = replace(page.style("table-head"), sizes=(16, 15, 14))
    inner = width - 2 * tables.CELL_MARGIN_X
    head = page.fitted(content.options, head, (16, 15, 14), inner)
    tall = _HEAD_TWO if any(page.lines(option, head, inner) > 1 for option in content.options) else _HEAD
    height = min(_TALLEST, (area.height - tall) // (len(content.criteria) + 1))
    body = page.style("table-cell-large" if height >= _ROOMY else "table-cell")
    body = page.fitted(
        [criterion.name for criterion in content.criteria], body, body.sizes, names - tables.CELL_MARGIN_X - 2
    )
    columns = [tables.Column(f"评分0–{BEST}，{BEST}最好" if zh else f"Scores 0–{BEST}, {BEST} is best", names)]
    if content.weighed:
        columns.append(tables.Column("权重" if zh else "Weight", _WEIGHTS, "right"))
    for index, option in enumerate(content.options):
        color, fill = ("on-accent", "accent") if index == best else ("text", "")
        columns.append(tables.Column(option, width, "center", color, fill))
    # the score stands right of the middle, so that ball and score together are centred
    beside = (width - _diameter(height) - _SPACE - page.width("0", body)) / 2 - tables.CELL_MARGIN_X
    rows = []
    for criterion in content.criteria:
        row = [tables.cell(page, criterion.name)]
        if content.weighed:
            row.append(tables.cell(page, criterion.weight, align="right", color="muted"))
        for index, score in enumerate(criterion.scores):
            some = tables.cell(page, score, align="right", fill="surface" if index == best else "", bold=index == best)
            row.append(some._replace(narrowing=beside))
        rows.append(row)
    rows.append(_sums(content, page))
    return tables.table(
        page, columns, rows, area, key="criteria", alt=_told(content, page), head=head, body=body,
        least_row=height, most_row=height, least_head=tall, head_anchor="middle", total_row=True,
    )  # fmt: skip


def _sums(content: Scorecard, page: Page) -> list[Cell]:
    """Return the row of totals; that of the winner is large."""
    zh, best = page.setting.zh, content.best
    if content.weighed:
        name = "加权平均分" if zh else "Weighted mean"
        percent = all("%" in criterion.weight.plain for criterion in content.criteria)
        row = [tables.cell(page, name), tables.cell(page, "100%" if percent else "", align="right", color="muted")]
    else:
        row = [tables.cell(page, "平均分" if zh else "Mean")]
    for index, total in enumerate(_printed(content)):
        if index == best:
            (run,) = tinted(total, "accent-text", bold=True)
            row.append(tables.cell(page, (run._replace(scale=1.25),), align="center", fill="surface"))
        else:
            row.append(tables.cell(page, total, align="center"))
    return row


def _printed(content: Scorecard) -> list[str]:
    """Return the totals with one decimal, or with two where one would make different totals look alike."""
    totals = content.totals
    tenths, hundredths = (
        [str(total.quantize(Decimal(step), ROUND_HALF_UP)) for total in totals] for step in ("0.1", "0.01")
    )
    return tenths if len(set(tenths)) == len(set(totals)) else hundredths


def _told(content: Scorecard, page: Page) -> str:
    totals = [f"{option} {total}" for option, total in zip(content.options, _printed(content), strict=True)]
    if page.setting.zh:
        return f"评分表：{content.title}。平均分：{'，'.join(totals)}"
    return f"Scorecard: {content.title}. Means: {', '.join(totals)}"


def _balls(content: Scorecard, page: Page, table: TableBox) -> Iterator[Item]:
    """Yield a ball in every cell of a score, filled by quarters."""
    first = len(table.widths) - len(content.options)
    y = table.frame.y + table.heights[0]
    for row, (criterion, height) in enumerate(zip(content.criteria, table.heights[1:], strict=False)):
        x, size = table.frame.x + sum(table.widths[:first]), _diameter(height)
        for column, (score, width) in enumerate(zip(criterion.scores, table.widths[first:], strict=True)):
            pair = size + _SPACE + page.width("0", table.body)
            frame = Frame(x + (width - pair) / 2, y + (height - size) / 2, size, size)
            said = f"{criterion.name}，{content.options[column]}：{score} 分，满分 {BEST}"
            if not page.setting.zh:
                said = f"{criterion.name}, {content.options[column]}: {score} of {BEST}"
            color = "accent" if column == content.best else "grey"
            yield from _ball(int(score.plain), frame, color, f"criteria[{row}].scores[{column}]", said)
            x += width
        y += height


def _diameter(height: float) -> float:
    """Return the size of a ball in a row of some height."""
    return _LARGE_BALL if height >= 1.25 * _ROOMY else _BALL


def _ball(score: int, frame: Frame, color: str, key: str, said: str) -> Iterator[Item]:
    """Yield a circle and, over it, the sector that is filled; its handles change it in PowerPoint."""
    part = 0 < score < BEST
    fill = color if score == BEST else "page"
    yield Shape(f"{key} ball", frame, Look("ellipse", fill, Stroke(color, 1.5)), alt="" if part else said)
    if part:
        end = (_TOP + score * 21600000 // BEST) % 21600000
        yield Shape(f"{key} part", frame, Look("pie", color, None, adjust=(("adj1", _TOP), ("adj2", end))), alt=said)
