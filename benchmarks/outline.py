"""Writes the outline of a deck of any size: `python benchmarks/outline.py 1000 deck.yaml` (or `.json`).

Of every five slides three are bullets, one is a bar chart, one a table of eight rows and five columns; all have notes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import yaml

Slide = dict[str, Any]

MARKETS = (
    "美国", "英国", "德国", "法国", "西班牙", "意大利", "巴西", "墨西哥", "日本", "韩国", "印度尼西亚", "泰国", "越南",
    "马来西亚", "菲律宾", "新加坡", "沙特", "阿联酋", "土耳其", "波兰",
)  # fmt: skip
CATEGORIES = ("美妆个护", "家居收纳", "运动户外", "消费电子", "母婴用品", "宠物用品", "厨房小家电", "女装")
TOPICS = (
    ("流量", "短视频带来的访问仍在增长，转化却没有跟上"),
    ("物流", "海外仓缩短了配送时间，退货成本随之上升"),
    ("支付", "本地支付方式越全，下单中途放弃的买家越少"),
    ("售后", "客服响应快一小时，差评率明显下降"),
    ("达人", "中小达人的报价更低，带来的成交更稳定"),
    ("品牌", "搜索品牌词的买家更多，复购率也更高"),
)
POINTS = (
    "{market}{category}的访客同比增长{n}%，多数来自短视频",
    "成交转化率只有{d}%，比{other}低{m}个百分点",
    "平均配送需要{m}天，买家期望不超过{k}天",
    "退货率升到{n}%，主要原因是尺码与描述不符",
    "头部{k}家卖家占成交额的{n}%，中小卖家增速更快",
    "与{k}0位本地达人签约，内容由当地团队审核",
    "TikTok Shop在{market}的客单价约{n}美元，高于{other}",
    "第{q}季度起用本地仓发货，运费占比降到{m}%",
)
NOTES = (
    "这一页讲{market}的{category}：先看趋势，再看与{other}的差距。数据取自第{q}季度的店铺后台，口径与上一页相同；"
    "如果有人问起样本，请说明只包含月成交超过{k}00单的店铺。"
)


def slides(count: int) -> list[Slide]:
    """Return so many slides, each with texts of its own."""
    return [_slide(number) for number in range(count)]


def outline(count: int) -> dict[str, Any]:
    """Return the outline of a deck of so many slides."""
    return {"deck": {"title": "海外市场月度经营分析", "lang": "zh-CN", "theme": "clarity"}, "slides": slides(count)}


def _slide(number: int) -> Slide:
    facts = _facts(number)
    topic, claim = TOPICS[number % len(TOPICS)]
    title = f"{facts['market']}{facts['category']}{topic}（{number + 1}）：{claim}"
    kind = number % 5
    body = _chart(number, facts) if kind == 3 else _table(number, facts) if kind == 4 else _bullets(number)
    source = f"{facts['market']}店铺后台，2024年第{facts['q']}季度"
    return {"layout": body.pop("layout"), "title": title, **body, "source": source, "notes": NOTES.format(**facts)}


def _facts(number: int) -> dict[str, Any]:
    """Return the words and figures of a slide or a point; neighbours differ in all of them."""
    return {
        "market": MARKETS[number % len(MARKETS)],
        "other": MARKETS[(number * 7 + 3) % len(MARKETS)],
        "category": CATEGORIES[number // 3 % len(CATEGORIES)],
        "n": 12 + number * 37 % 80,
        "m": 3 + number * 13 % 9,
        "k": 2 + number * 11 % 7,
        "d": f"{1 + number * 17 % 90 / 10:.1f}",
        "q": 1 + number % 4,
    }


def _bullets(number: int) -> Slide:
    points = range(4 + number % 2)
    return {
        "layout": "bullets",
        "items": [POINTS[(number + point) % len(POINTS)].format(**_facts(number * 5 + point)) for point in points],
    }


def _chart(number: int, facts: dict[str, Any]) -> Slide:
    names = [MARKETS[(number + step * 3) % len(MARKETS)] for step in range(5)]
    return {
        "layout": "chart-takeaway",
        "subtitle": f"{facts['category']}成交额，单位：万美元，第{facts['q']}季度",
        "chart": {
            "type": "bar",
            "name": "成交额",
            "unit": "万美元",
            "data": {name: str(940 - step * 150 + number % 97) for step, name in enumerate(names)},
            "emphasis": names[0],
        },
        "takeaways": [
            {"head": f"{names[0]}领先", "text": f"比第二名{names[1]}高出约150万美元，差距仍在扩大"},
            {"head": "尾部仍小", "text": f"{names[4]}刚刚起步，成交额只有第一名的三分之一左右"},
        ],
    }


def _table(number: int, facts: dict[str, Any]) -> Slide:
    columns = ["市场", "访客（万）", "转化率", "客单价（美元）", "主要问题"]
    troubles = ("配送慢", "退货多", "支付方式少", "差评集中", "达人不足")
    rows = []
    for row in range(8):
        own = _facts(number * 8 + row)
        market = MARKETS[(number + row) % len(MARKETS)]
        rows.append([market, f"{own['n'] * 3}.{own['k']}", f"{own['d']}%", f"{own['n']}", troubles[(number + row) % 5]])
    return {"layout": "table", "columns": columns, "rows": rows}


def main() -> None:
    """Write the outline as YAML or JSON, as the name of the file says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="how many slides")
    parser.add_argument("file", type=Path, help="a .yaml or .json file")
    wanted = parser.parse_args()
    content = outline(wanted.count)
    if wanted.file.suffix == ".json":
        text = json.dumps(content, ensure_ascii=False)
    else:
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
    wanted.file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
