"""Titles that say two things, and titles of two halves that say one."""

from __future__ import annotations

import pytest

from deckgen.checks.messages import two_messages

TWO = """
华东收入增长12%；研发团队完成重组
直播转化率升到3.2%；新仓库六月启用
老客复购创新高。品牌广告换了代理商
会员收入首次过半，另外海外官网已经上线
物流成本占收入一成；招聘计划延期到明年
Revenue grew 12% and the new warehouse opens in May
Members bought more often; the logo was redesigned in June
Churn fell to 3%. The office moved to Berlin
Prices went up in March and the app has a new design
The pilot paid back in a year and recruiting starts in May
""".strip().split("\n")

ONE = """
线上收入增长12%；线下收入下降5%
流量翻番，但成交没有动
转化率只有1%；先改支付再买流量
老客复购升了，新客却越来越贵
会员贡献过半收入；其中金卡占三成
成交额超目标8%，但下一场要把预算从投流转向会员
三个办法各省一段时间，加起来少等五分钟
先锁住会员，再去买新客
成本降了；因此利润率回到15%
收入涨12%，同时成本降8%
四类障碍叠加，让高流量难以变成高成交
价格内卷赶走买家；低价也赶走商家
Sales rose and reached a record
Revenue grew while costs fell
Sales beat the target by 8%, yet the next budget should go to members first
Viewers doubled and orders did not move, so answer their doubts before buying more reach
Decide today, and October glows
Most households carry their sound along, and it sounds like a phone
New buyers got dearer for three reasons, and two of them were our own doing
Three gaps, three answers, and none of them is a discount
Twelve weeks in four steps, and each step can be the last
We start in one region in May and go national if it sells 600,000 bottles
Conversion is low; fix the checkout first
Search and social drive half of sales
Quality and price decide the purchase
Members buy more and stay longer
Traffic doubled. That did not help sales.
The afternoon is the widest gap: many want a coffee and few have one
Where light and portability meet
Revenue doubled and the margin held
Costs fell because the warehouse moved and routes were shortened
""".strip().split("\n")


@pytest.mark.parametrize("title", TWO)
def test_two_messages_are_told_apart(title: str) -> None:
    halves = two_messages(title)
    assert halves and all(half in title for half in halves)


@pytest.mark.parametrize("title", ONE)
def test_one_message_in_two_halves_is_one(title: str) -> None:
    assert two_messages(title) is None
