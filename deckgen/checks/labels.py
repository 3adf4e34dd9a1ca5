"""Does a title say something, or does it only say what the slide is about (`visual.md` §1.2, 1)?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckgen.checks.lists import words
from deckgen.outline.deck import SlideContent
from deckgen.problems import Kind, Problem
from deckgen.typesetting.classes import has_han

LABEL_TITLE = Kind(
    "label-title", "warning",
    "标题「{title}」只说了这一页讲什么，没有说出结论。",
    "The title “{title}” says what the slide is about, not what it finds.",
    "请写成一句有主语、有判断的话，能带数字更好，如「老客复购率升到38%」。",
    "Write a sentence that takes a stand, with a number where there is one: “Repeat purchases rose to 38%”.",
)  # fmt: skip

THANKS = Kind(
    "label-title", "warning",
    "标题「{title}」没有给听众留下一句话。", "The title “{title}” leaves the audience nothing to remember.",
    "请写下希望在场的人记住的结论，「谢谢」和「提问」用嘴说就好。",
    "Write the sentence they should remember; thanks and questions are for the speaker.",
)  # fmt: skip

# The word lists are ours, from reading the titles of Chinese and English business decks. A title is a label only where it
# is made of nothing but such words, or ends in one that is never the end of a claim: a list that is short stays precise.

_TIMES = re.compile(
    r"(?:19|20)\d\d(?:年度?)?|(?:第?[一二三四1-4]|上|本|下|各)季度?|Q[1-4]|H[12]|[上下]半年|年[初中末底]|\d{1,2}月份?|十?[一二三四五六七八九十]月份?"
    r"|[上本下]月|[去今明]年|近[一二三四五六七八九十两\d]+年|[本当]期|年度|月度|季度|近期"
)
_COUNTS = re.compile(r"(?:[一二三四五六七八九十两几\d]+)(?:大|个|项|条|点|类|种|步)")
_ORDINAL = re.compile(
    r"^\s*(?:第?[一二三四五六七八九十\d]{1,3}(?:[、.．)）]\s*|\s+(?=\D)|[章节部分]+\s*)|[（(][一二三四五六七八九十\d]{1,2}[)）]\s*)"
)
_TRAILING_ENDS = tuple(")）0123456789")
_TRAILING = re.compile(r"\s*[（(][^（）()]{1,8}[)）]\s*$|\s*[-–—]?\s*\d+/\d+\s*$")

_NOUNS = words(
    "市场 行业 产业 宏观 外部 内部 经济 政策 竞争 竞品 竞争对手 对手 品类 区域 城市 渠道 线上 线下 门店 终端 电商 直播 私域",
    "客户 用户 消费者 会员 人群 受众 买家 卖家 供应商 产品 商品 新品 服务 品牌 营销 推广 投放 广告 内容 活动 促销 价格 定价",
    "成本 费用 预算 收入 营收 利润 毛利 财务 资金 融资 投资 销售 销量 销售额 订单 流量 转化 转化率 复购 留存 增长 库存 物流",
    "供应链 生产 质量 技术 研发 系统 数据 平台 架构 业务 运营 管理 组织 团队 人员 人才 人力 员工 企业 公司 集团 部门 合作",
    "伙伴 项目 任务 工作 战略 商业 模式 核心 关键 主要 重点 重要 整体 总体 基本 具体 详细 相关 其他 未来 当前 目前 现有",
    "最新 后续 总 各 全年 全国 海外 国内 我们 本次 满意度 画像 需求 行为 体验 口碑 优势 劣势 风险 安全 合规 法律 进度 时间",
    "实施 执行 落地 推进 发展 数字化 转型 季 周期",
    "中国 全球 规模 范围 社交 媒体 传播 效果 盈利 成功 存在 日历 口径",
)
_HEADS = words(
    "概况 概述 概览 概要 总览 综述 简介 介绍 背景 现状 情况 状况 分析 研究 调研 数据 指标 表现 业绩 成绩 成果 结果 总结",
    "小结 回顾 复盘 展望 规划 计划 方案 策略 战略 对策 措施 举措 建议 思路 思考 结论 目标 目的 意义 问题 挑战 难点 痛点",
    "困难 机会 机遇 趋势 动态 前景 对比 比较 说明 解读 洞察 发现 亮点 要点 重点 内容 特点 特征 优势 劣势 风险 架构 结构",
    "构成 组成 分布 排名 占比 流程 步骤 安排 进度 进展 计划表 时间表 路线图 清单 明细 案例 画像 团队 成员 组织 模式 格局",
    "环境 规模 现象 原因 因素 需求 定位 报告 汇报 报表 统计 预测 预算 指南 原则 方法 工具 框架 体系 附件",
    "规模 增速 范围 解决方案 调整方案 优化方案 提升方案 改进建议 优化建议 改进措施 旅程 日历 口径 玩法",
)
_WORDS = _NOUNS | _HEADS
_CLOSED = words(
    "概况 概述 概览 概要 总览 综述 简介 介绍 背景 现状分析 分析报告 数据分析 情况分析 情况汇报 情况说明 工作总结 小结 一览",
    "回顾与展望",
)
"""No claim of a few characters ends in one of these."""

_SAYING = frozenset(
    "要先应须需靠是有在被把将已未没不能可会让使做用更最比只仅才就都也还再缺少多高低升降涨跌增减超破达为成到来去出给补抓建打提推改换选买卖看想等跑"
    "赢输失变从决取赶拖压拉值胜占却但因均于且难易快慢好差早晚全领落带省花亏赚停开关放收转走留吃得过写学读讲问答"
)
"""Characters that may be the verb of a short title, or make one of it."""

_WHOLE = words(
    "目录 谢谢 谢谢大家 谢谢观看 感谢 感谢聆听 感谢观看 感谢您的聆听 谢谢聆听 问答 问答环节 答疑 常见问题 关于我们 联系我们",
    "联系方式 我们是谁 下一步 下一步计划 后续 结语 尾声 前言 引言 封面 封底 附录 参考资料 公司简介 团队介绍 我们的团队 结束",
    "讨论 休息 互动",
)
_THANKS = re.compile(r"谢|提问|问答|答疑|结束|thank|question|q ?& ?a|the end", re.IGNORECASE)
_FILLERS = re.compile(r"[的与和及之·、/&＆\s-]|以及")

_NOUNS_EN = words(
    "market markets industry sector competitor competitors competitive competition customer customers client clients user",
    "users consumer audience product products portfolio service services brand marketing sales revenue cost costs price",
    "pricing profit margin financial finance budget business company corporate team people staff organisation organization",
    "project programme program technology tech technical data digital channel channels regional region global local online",
    "retail store stores supply chain operations operational operating performance growth strategic strategy key main major",
    "core current recent latest overall general detailed annual quarterly monthly weekly yearly future next final our the",
    "your a an of and & for in on to by with from about executive quick brief short survey research social media campaign",
    "campaigns content web website app traffic quality risk legal security swot pestle value customer's brand's year years",
    "quarter month half fy macro size success go-to-market case organisational organizational",
)
_HEADS_EN = words(
    "overview introduction intro background summary agenda contents analysis results result data figures numbers highlights",
    "findings insights trends trend outlook review recap update status situation context objectives objective goals goal",
    "targets challenges challenge problem problems issues opportunities opportunity strategy strategies plan plans roadmap",
    "timeline approach methodology method methods process structure organisation organization team members recommendations",
    "recommendation conclusion conclusions takeaways learnings lessons steps next-steps appendix landscape segmentation",
    "segments profile profiles breakdown comparison performance growth kpis metrics dashboard forecast budget features",
    "benefits advantages strengths weaknesses risks assumptions definitions sources case-study study studies competition",
    "competitors discussion questions faq q&a pricing milestones deliverables scope vision mission values factors",
    "benchmarking journey governance mitigation",
)
_CLOSED_EN = words(
    "overview introduction background summary analysis landscape segmentation breakdown methodology",
)
_WHOLE_EN = frozenset(
    (
        "thank you", "thanks", "thank you!", "thanks!", "questions", "questions?", "any questions?", "q&a", "q & a", "about us",
        "who we are", "contact", "contact us", "the end", "end", "agenda", "contents", "next steps", "appendix", "discussion",
        "what's next", "what’s next", "the team", "our team", "meet the team",
    )
)  # fmt: skip
_SAYING_EN = re.compile(
    r"^(?:is|are|was|were|be|has|have|had|do|does|did|will|would|can|could|may|might|must|should|need|needs|not|no|never|why"
    r"|how|what|where|when|who|we|they|it|you|this|that|more|less|than|as|but|so|because|before|after|without|if|let"
    r"|\w+(?:ed|ing|es)|\w+[^su]s)$"
)
_TOKEN_EN = re.compile(r"[A-Za-z&][A-Za-z0-9&'’-]*|\d+")

_LONGEST, _LONGEST_CLOSED = 18, 10
"""How long a label is at most, in characters, and one that ends in a closed word."""


def check_label(slide: SlideContent) -> Iterator[Problem]:
    """Yield a warning for a slide whose title is to be a claim and is none."""
    title = slide.claim
    if title and is_label(title.plain):
        kind = THANKS if _THANKS.search(title.plain) else LABEL_TITLE
        yield kind.at(title.span or slide.span, title.path or slide.path, title=title.plain)


@lru_cache(maxsize=1024)
def is_label(title: str) -> bool:
    """Whether a title is a label: a noun without a verb, of words that only say what comes."""
    bare = title.strip()
    if bare.endswith(_TRAILING_ENDS):
        bare = _TRAILING.sub("", bare)
    bare = _ORDINAL.sub("", bare, count=1).strip(" :：-–—")
    if not bare:
        return False
    if "：" in bare or ": " in bare:
        return all(is_label(part) for part in re.split(r"：|: ", bare, maxsplit=1))
    return _is_label_zh(bare) if has_han(bare) else _is_label_en(bare)


def _is_label_zh(title: str) -> bool:
    title = title.strip("！!？?。~～ ") if title.rstrip("！!。~～ ") in _WHOLE else title
    if title in _WHOLE:
        return True
    if len(title) > _LONGEST or re.search(r"[，；！？!?,;%％]", title):
        return False
    rest = _FILLERS.sub("", _COUNTS.sub("", _TIMES.sub("", title)))
    if not rest or re.search(r"\d", rest):
        return False
    if _made_of_labels(rest):
        return True
    end = next((word for word in _CLOSED if rest.endswith(word)), "")
    head = rest.removesuffix(end)
    return bool(end) and len(rest) <= _LONGEST_CLOSED and not _SAYING.intersection(head)


@lru_cache(maxsize=1024)
def _made_of_labels(text: str) -> bool:
    """Whether a text is a row of known nouns that ends in the head of a label."""
    if text in _HEADS:
        return True
    return any(text[:size] in _WORDS and _made_of_labels(text[size:]) for size in range(1, min(5, len(text))))


def _is_label_en(title: str) -> bool:
    if title.lower().rstrip(".") in _WHOLE_EN:
        return True
    if re.search(r"[,;!?%$€£]|\.\s", title):
        return False
    told = [word for word in _TOKEN_EN.findall(title.lower()) if not word.isdigit()]
    named = [re.sub(r"^(?:q[1-4]|h[12]|fy)$", "", word) for word in told]
    told = [word for word in named if word]
    if not told or len(told) > 6:
        return False
    if all(word in _NOUNS_EN or word in _HEADS_EN for word in told):
        # `Overview of the market` has its head before the preposition
        cut = next((at for at, word in enumerate(told) if word in ("of", "for", "in", "on", "from", "by")), len(told))
        return bool(cut) and told[cut - 1] in _HEADS_EN
    closed = told[-1] in _CLOSED_EN or told[:2] in (["overview", "of"], ["introduction", "to"], ["background", "of"])
    others = [word for word in told if word not in _NOUNS_EN and word not in _HEADS_EN]
    return closed and len(told) <= 5 and not any(_SAYING_EN.match(word) for word in others)
