"""What a text speaks of: its words without those that every text has, in a form that makes kin equal.

Chinese is not cut into words: every two neighbouring characters may be one. English words lose their endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from deckgen.checks.lists import words

_HAN_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")

# Our own lists, from reading decks: what says nothing of the subject of a sentence.
FUNCTION = frozenset(
    "的了是在和与及或把被让使对为从到以而且也都就才又再还更最很太之其此这那该各每某所有无不没未别请将要应须需会能可"
    "我你他她它们谁何中里个项条次种类张份一二三四五六七八九十百千万亿两几多少第年月日"
)
"""Characters that are no part of a subject."""

_HOLLOW = words(
    "问题 原因 成因 因素 方面 情况 方案 措施 对策 办法 建议 行动 结果 效果 影响 作用 工作 进行 开展 推进 实现 完成 通过",
    "提高 提升 增加 减少 降低 加强 优化 改善 改进 建立 打造 形成 成为 带来 造成 导致 主要 核心 关键 重点 目标 能力 水平",
    "机制 体系 方式 模式 整体 全面 持续 不断 同时 因此 如果 但是 因为 所以 以及 目前 当前 现在 已经 仍然 开始 继续 缺乏",
    "缺少 不足 不够 过高 过低 太高 太低 明确 统一 解决 时间 期间",
)
_STOP = words(
    "a an and are as at be been being both but by can could did do does done each every few for from get gets got had has",
    "have how if in into is it its just keep less lets made make makes many may more most much must need needs no nor not",
    "of off on one only or our out over own per put same should so some such than that the their them then there these they",
    "this those three through to too two under up us use used using very was way we were what when where which while who",
    "whose why will with within without would you your four five six first second new good bad better best high low higher",
    "lower cause reason problem issue solution action answer step measure plan result effect improve reduce increase raise",
    "lack thing all any also",
)
_HOLLOW_ZH = re.compile("|".join(sorted(_HOLLOW)))
_ENDINGS = ("ments", "ment", "ings", "ing", "ies", "ers", "ed", "er", "es", "ly", "s", "y", "e")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return an English word without its ending: price, prices, priced and pricing are one."""
    plain = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    least = 3
    while ending := next((end for end in _ENDINGS if plain.endswith(end) and len(plain) - len(end) >= least), ""):
        plain = plain[: -len(ending)]
        if len(plain) > 3 and plain[-1] == plain[-2] and plain[-1] not in "sl":
            plain = plain[:-1]
        least = 4
    return plain


@lru_cache(maxsize=4096)
def subjects(text: str) -> frozenset[str]:
    """Return what a text speaks of."""
    found = {stem(word) for word in _WORD.findall(text) if len(word) > 2 and word.lower() not in _STOP}
    for run in _HAN_RUN.findall(_HOLLOW_ZH.sub(" ", text)) if not text.isascii() else ():
        found |= {a + b for a, b in pairwise(run) if a not in FUNCTION and b not in FUNCTION}
    return frozenset(found)


def subjects_of(texts: Iterable[object]) -> frozenset[str]:
    """Return what some texts speak of together."""
    return frozenset().union(*(subjects(str(text)) for text in texts))
