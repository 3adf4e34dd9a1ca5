"""What a break in the middle of a title costs the reader: little at a pause, much inside a word.

There is no dictionary of Chinese here: function words mark where phrases begin and end, and a short list of words that
titles of business decks are full of keeps the commonest from being cut.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.typesetting import classes

AFTER_PAUSE = 0.0
AFTER_LIST_MARK = 0.05
BEFORE_SMALL_WORD = 0.15
AT_FUNCTION_WORD = 0.2
BETWEEN_WORDS = 0.3
AT_SCRIPT = 0.3
ELSEWHERE = 0.5
AFTER_SMALL_WORD = 0.55
AFTER_LEANING_WORD = 0.65
INSIDE_WORD = 0.8

_PAUSES, _DASHES = tuple("，：；。！？,:;!?"), tuple("—–")
_CLOSING = classes.SPACE + "”’」』》）"
"""What may stand between a pause and the end of its line."""

# Function words that end a phrase and those that begin one, unless they are part of a longer word.
_ENDS_PHRASE = re.compile(
    r"(?:的|(?<![罢为得明终不未除极受知])了|(?<![沿随接跟睡])着|以来|以[后上下内外]|之[后前间中外]|同时|时候|而言|来说"
    r"|(?<![初平何同中内外日前])等|(?<![经度通超透路])过|(?<![售落背最前然])后)$"
)
_NO_END = re.compile(r"[确话来台果勤续端世级程去往度待候份]")
_BEGINS_PHRASE = re.compile(
    r"(?:和(?![平谐解睦])|与(?![否会])|及其|以及|或(?!许)|但|而|却|才(?![华干艺])|就(?!业)|也(?!许)|仍|并(?![购存列])|且"
    r"|把(?![握控手关])|将(?![军领])|让|使得|从(?![事业容众])|向(?!导)|对(?![策手象比话等称应立外方])|为了|在(?!线)"
    r"|因(?![素此果])|所以|如果|通过|成为|难以|不再|正在|已|仅|靠|比(?![例重赛较])|是否|随着|围绕|面向|带来|推动"
    r"|只(?![有是要])|再(?![次度])|请(?![求示])|先(?![后前进锋例])|每)"
)
_TIES_TO_NEXT = re.compile(r"[参普存现实内正因认成作行称人刚天反面针应相不所方导]$")

# Words of one or two characters that lean on what follows: a line neither ends with one nor loses by beginning with it.
_LEANING = frozenset("只再先请没不未更最要由按从在被把给让向跟与和或及每各")
_LEANING_PAIRS = frozenset(("尚未", "不再", "不断", "正在", "已经", "可以", "需要", "能够", "应该", "必须", "通过"))

_SMALL_WORDS = (
    r"(?:an?|the|and|n?or|but|so|yet|for|of|in|on|at|by|to|from|with|without|into|over|under|after|before|between"
    r"|through|as|than|that|which|who|when|where|while|because|if|is|are)"
)
_BEGINS_SMALL = re.compile(rf"{_SMALL_WORDS}\b", re.IGNORECASE)
_ENDS_SMALL = re.compile(rf"\b{_SMALL_WORDS}[{classes.SPACE}]+$", re.IGNORECASE)

_SUFFIXES = frozenset("们性化率额者员式型力感度量品商")
_WORDS = frozenset(
    re.findall(
        r"\S\S",
        """
        市场 用户 流量 直播 电商 平台 品牌 产品 内容 商家 卖家 买家 消费 渠道 物流 支付 售后 货源 短板 障碍
        目标 行动 对策 机会 海外 国内 全球 跨境 出海 本地 当地 地区 国家 城市 公司 企业 行业 产业 团队 部门
        员工 人才 客户 伙伴 合作 竞争 优势 劣势 增长 下降 提升 降低 上升 减少 增加 扩大 缩小 改善 优化 创新
        升级 转型 发展 建立 建设 打造 推出 推动 推进 实现 完成 达到 突破 超过 成交 转化 订单 收入 利润 成本
        价格 费用 预算 投资 融资 资金 现金 营收 销售 销量 份额 规模 数据 指标 技术 系统 服务 管理 运营 营销
        推广 战略 策略 计划 方案 项目 阶段 流程 标准 质量 效率 效果 风险 问题 原因 影响 结果 结论 建议 需求
        供给 供应 生产 制造 研发 设计 测试 上线 下载 安装 活跃 年轻 习惯 文化 差异 认知 信任 安全 合规 政策
        法律 社会 经济 环境 未来 今年 去年 明年 季度 月份 时间 目前 现在 已经 仍然 依然 可以 需要 必须 应该
        能够 成为 作为 通过 根据 关于 由于 因为 所以 如果 虽然 但是 而且 并且 以及 或者 不是 没有 不同 主要
        重要 关键 核心 基础 能力 资源 价值 体验 模式 方式 方法 媒体 披露 报告 研究 分析 显示 认为 表示 预计
        评估 选择 决定 开始 继续 保持 持续 快速 真正 仍需 值得 难以 忽视 叠加 落地 先行 明确 见效 归纳 协同
        自动 智能 信息 视频 购物 消遣 打开 东西 情况 部分 方面 领域 之间 其中 同时 不少 人士 业内 收缩 辟谣
        消息 责任 才能 短视 高流 本土 店铺 主播 达人 粉丝 网红 商品 口碑 复购 留存 触达 场景 趋势 洞察 画像
        心智 赛道 闭环 体系 架构 组织 岗位 绩效 股东 董事 审计 税务 汇率 关税 仓储 配送 退货 包装 设备 材料
        工厂 产能 能源 教育 医疗 健康 金融 保险 银行 零售 餐饮 旅游 汽车 手机 软件 硬件 芯片 算法 模型 云端
        网络 移动 应用 程序 开发 接口 权限 隐私 记录 搜索 打样 盲测 测评 评分 评价 首批 首月 首年 全年 产量
        会员 发售 铺货 满足 复盘 定型 立项 选题 试产 样品 尚未 动工 次日 日达 验证 密度 隔夜 送到 单均 冷链
        职场 冲突 讨好 账户 绑定 入驻 意愿 扩张 签约 博主 末端 直营 补贴 旺季 淡季 运力 锁定 预冷 损耗 首次
        改进 达标 源头 投诉 门店 线上 线下 身份 打通 覆盖 触点 权益 分层 专属 客服 积分 当日 到账 分群 旅程
        月度 机制 贡献 过半 优先 首先 领先 预先 事先 原先 率先 邀请 申请 存在 内在 所在 必要 只要 摘要 纪要
        理由 自由 缘由 来自 参与 给与 缓和 总和 温和 不仅 不但 不断 不过 不足 未必 未曾 只有 只是 再次 再度
        更新 更换 更加 变更 最终 最后 最高 最低 最近 按时 按照 按需 从而 每年 每月 每天 每日 每周 每单 每次
        每个 各地 各自 各级 缺口 补齐 上架 下架 库存 库位 周转 履约 客单 拉新 转介 私域 公域 投放 素材 文案
        定价 折扣 优惠 满减 包邮 山寨 破价 名单 线索 商机 签单 回款 账期 毛利 净利 费率 占比 环比 同比 均值
        峰值 基线 口径 样本 问卷 访谈 试点 推行 上市 招募 培训 区域 总部 分部 前置 中台 后台 前台 工单 排期
        迭代 灰度 发布 回滚 监控 告警 故障 恢复 备份 迁移 部署 集成 对接 联调 验收 交付 维护 保障 承诺 考核
        激励 奖金 薪酬 晋升 离职 招聘 编制 授权 之前 之后 之中 之外 之内
        周一 周二 周三 周四 周五 周六 周日 周末 半价 一代 得益 上限 下限
        """,
    )
)

# The figures of a number in Chinese characters, and what follows them: further figures and what is counted.
_FIGURES = frozenset("一二两三四五六七八九十百千万亿几半")
_COUNTED = _FIGURES | frozenset("成倍折家天年月周日号个项条款店单台件人次分点步轮类种级层")

_REACH = 16
"""How many characters on either side decide: more than the longest small word or run of closing marks."""


@lru_cache(maxsize=1024)  # one text is broken at several widths
def phrase_cost(text: str, offset: int) -> float:
    """Return how much a line break at an offset of a text disturbs reading, from 0 after a comma to 0.8 in a word."""
    before, after = text[max(0, offset - _REACH) : offset], text[offset : offset + _REACH]
    if before.rstrip(_CLOSING).endswith(_PAUSES) or before.rstrip(classes.SPACE).endswith(_DASHES):
        return AFTER_PAUSE
    if before[-1] == "、":
        return AFTER_LIST_MARK
    if before[-1] in classes.SPACE and not classes.has_han(before[-2:] + after[0]):
        if _ENDS_SMALL.search(before):
            return AFTER_SMALL_WORD
        return BEFORE_SMALL_WORD if _BEGINS_SMALL.match(after) else BETWEEN_WORDS
    if before[-1] + after[0] in _WORDS or (after[0] in _SUFFIXES and before[-2:] not in _WORDS):
        return INSIDE_WORD
    if before[-1] in _FIGURES and after[0] in _COUNTED:
        return INSIDE_WORD
    if before[-2:] in _LEANING_PAIRS or (before[-1] in _LEANING and before[-2:] not in _WORDS):
        return AFTER_LEANING_WORD
    if _ENDS_PHRASE.search(before) and not _NO_END.match(after):
        return AT_FUNCTION_WORD
    if _BEGINS_PHRASE.match(after) and (before[-2:] in _WORDS or not _TIES_TO_NEXT.search(before)):
        return AT_FUNCTION_WORD
    if classes.has_han(before[-1]) != classes.has_han(after[0]) or (
        before[-2:] in _WORDS and (after[:2] in _WORDS or len(after) < 2)
    ):
        return AT_SCRIPT
    return ELSEWHERE
