"""Titles that are labels, and claims that look like one."""

from __future__ import annotations

import pytest

from deckgen.checks.labels import is_label

LABELS = """
市场概况
销售数据
背景介绍
用户画像分析
2023年销售情况
第三季度业绩回顾
一、项目背景
01 行业现状
公司简介
竞品分析
我们的解决方案
项目目标与范围
关键成功因素
存在的问题及改进建议
华东区销售数据分析
三大挑战
五项建议
主要问题
下一步计划
目录
谢谢！
谢谢
财务表现
团队介绍
市场背景与趋势
工作总结与展望
产品优势
风险与对策
渠道策略
抖音平台概况
实施计划
Q3销售数据
关于我们
市场分析：竞争格局
营销活动复盘
用户增长情况
Market overview
Results
Sales data
Background
Key success factors
Risks and mitigation
Go-to-market strategy
Q3 results
Key findings
Our strategy
Next steps
Overview of the market
Introduction to Acme
Competitive landscape
Executive summary
Customer segmentation
Financial performance
About us
Thank you
Questions?
Risks and opportunities
2024 budget
EMEA pipeline overview
Project timeline
Conclusion
Market analysis: competitors
""".strip().split("\n")

CLAIMS = """
市场三年翻了一番
先做用户分析
缺少数据分析
我们没有增长策略
增长靠会员
销售下滑出在价格
四类障碍叠加
问题出在物流
老客是增长的核心
客户需要数据分析
转化率取决于数据
价格决定销量
成本优势正在消失
品牌是唯一的护城河
让数据说话
优化流程
提升规模
规模决定成本
用户要的不是低价
数据驱动增长
价格高于竞品
渠道下沉带来增长
华东收入翻番
三个指标变好，只有新客成本变差
为什么销量下降
利润下滑六成出在履约成本
先锁住会员，再去买新客
增长放缓
市场饱和
物流拖累体验
Sales doubled in a year
Growth comes from members
Costs drive prices up
Members first, then new reach
Meet Lantern One
Prices follow costs
Nobody else stands where light and portability meet
Customers need data
Data beats opinion
Our strategy works
Pricing is the problem
Growth needs a new strategy
Next steps must come before June
Five minutes back for everyone
Rewrite one letter today
Decide today, and October glows
Results beat the plan
We miss our targets
Retail drives growth
Cut costs before prices
Fix the data first
""".strip().split("\n")


@pytest.mark.parametrize("title", LABELS)
def test_a_label_is_one(title: str) -> None:
    assert is_label(title)


@pytest.mark.parametrize("title", CLAIMS)
def test_a_claim_is_none(title: str) -> None:
    assert not is_label(title)
