"""Problems on the left, the action that answers each on the right.

Use it to show that every problem has its answer. For actions with owners and dates use `recommendation`; for the causes
of one problem use `cause-cards`.
"""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.content import Content, Line, Part, Text, slot
from deckgen.content.mistake import mistake
from deckgen.frame import on_grid
from deckgen.scene import Frame, Insets, Item, Look, Page
from deckgen.scene.page import Entry

NAME_ZH = "问题—对策对照"
ROOMIER = "recommendation"
EXAMPLE = """
layout: problem-solution
title: 三类障碍各有对应解法，核心是品牌、物流与人才
source: 示例数据
rows:
  - {problem: 价格内卷, why: 低价换不来复购, action: 品牌化, how: 以质量第一建立国际品牌与核心竞争力}
  - problem: 四环节短板
    why: 各环节互相掣肘
    actions:
      - {action: 物流三化, how: 自动化、智能化、信息化}
      - {action: 四环节协同, how: 货源、物流、支付、售后配合}
  - {problem: 认知隔阂, why: 管理方式与海外职场冲突, action: 人才本地化, how: 引育复合型人才，吸纳当地人才}
takeaway: 先补信任，再放大流量
"""
