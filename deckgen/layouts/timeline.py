"""Three to seven dated events along an axis, each marked as fact, plan or disputed.

Use it when the order and the standing of events carry the message. For steps without dates use `process`, for work that
spans periods use `roadmap`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from deckgen.content import Content, Flag, Line, Part, Text, slot
from deckgen.content.moment import Moments
from deckgen.scene import Frame, Insets, Item, Look, Page, Stroke

NAME_ZH = "时间轴"
EXAMPLE = """
layout: timeline
title: 从试点到全国只用了三年，2025年的目标却还没有对应的产能
takeaway: 产能不先落地，2025年的目标就只是目标
source: 示例数据，2024年12月
events:
  - {date: 2022-03, head: 首仓试点, text: 在一座城市验证次日达}
  - {date: 2023-06, head: 十城开通, text: 订单密度首次覆盖配送成本}
  - {date: 2024-10, head: 全国可下单, text: 三十个省份，冷链占四成, emphasis: true}
  - {date: 2025-12, head: 日均百万单, text: 管理层给出的目标, status: plan}
"""

STATUS_NAMES = {"plan": ("计划", "Plan"), "disputed": ("存争议", "Disputed")}
NODE = 14.0


class Event(Part):
    date: Line = slot("When, as a reader should see it.", zh="时间", at_most=8)
    head: Line = slot("What happened, in a few words.", zh="事件", at_most=12)
    text: Text = slot("What a reader must know of it.", zh="说明", at_most=36, default="")
    status: Literal["fact", "disputed", "plan"] = slot("Whether it is a fact.", zh="性质", default="fact")
    emphasis: Flag = slot("Whether this is the event to look at.", zh="强调", default=False)


class Timeline(Content):
    title: Line = slot("The claim that the events prove.", zh="结论标题", at_most=56)
    events: list[Event] = slot("The events, in their order.", zh="事件", at_least=3, at_most=7)
    scale: Literal["even", "true"] = slot("Evenly spaced, or spaced by date.", zh="刻度", default="even")
    takeaway: Line = slot("What follows from the events.", zh="小结", at_most=40, default="")
