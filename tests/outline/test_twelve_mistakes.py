"""An outline with twelve mistakes reports twelve problems, each at its line."""

from __future__ import annotations

from deckgen.compiler import compile_outline
from deckgen.outline.read import parse

OUTLINE = """\
deck:
  title: 季度复盘: 市场部
  them: pulse
sources:
  report：{publisher: 市场部, date: 2026-10}
slides:
  - layout: cover
    title: #1 品牌的秘密
  - layout: bulets
    title: 三件事
    items: [甲, 乙]
  - layout: bullets
    titel: 两件事决定成败
    items: [甲, 乙]
  - layout: kpi-row
    title: 三个数字
    items:
      - {value: 30, unit: 亿+, label: 下载量}
  - layout: kpi-row
    title: 两个数字
    source: reprot
    items:
      - {value: 30, unit: 亿+, label: 下载量}
      - {value: 12, unit: 亿+, lable: 月活}
  - layout: bullets
    title: @品牌 的回应
    items: [甲, 乙]
  - title: 没有版式的一页
    items: [甲, 乙]
  - layout: bullets
    title: 重复的字段
    title: 再写一次
    items: [甲, 乙]
"""

MISTAKES = {2, 3, 5, 8, 9, 13, 18, 21, 24, 26, 28, 32}


def test_twelve_mistakes_are_twelve_problems_each_at_its_line() -> None:
    compiled = compile_outline(parse(OUTLINE, "twelve.yaml"))
    found = [(problem.span.line if problem.span else 0, problem.code) for problem in compiled.problems]
    assert {line for line, _ in found} == MISTAKES, found
    assert len(found) == len(MISTAKES), found
    assert found == sorted(found, key=lambda entry: entry[0])
