"""Does a title say of its chart what the data say (`visual.md` §3.3, 37)?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.charts.model import Chart, Series
from deckgen.checks.lists import words
from deckgen.checks.subjects import stem, subjects
from deckgen.content import Text
from deckgen.outline.deck import SlideContent
from deckgen.problems import Kind, Problem
from deckgen.scene.items import ChartBox, Scene
from deckgen.typesetting.classes import has_han

AGAINST_DATA = Kind(
    "title-against-data", "warning",
    "标题说「{word}」，图表里{series_zh}却从{first}{way_zh}到{last}（{start}到{end}）。",
    "The title says “{word}”, but {series_en} {way_en} from {first} to {last} ({start} to {end}).",
    "请核对标题和数据；如果说的是别的指标或时段，请在标题里写明。",
    "Check the title and the data; if it speaks of another measure or period, let it say so.",
)  # fmt: skip
AGAINST_FIGURES = Kind(
    "title-against-figures", "warning",
    "标题说「{word}」，按图表的数据算，{series_zh}从{first}到{last}是{computed_zh}（{start}到{end}）。",
    "The title says “{word}”; by the data of the chart {series_en} went from {first} to {last},"
    " {computed_en} ({start} to {end}).",
    "请改标题或数据；如果说的是别的指标或时段，请在标题里写明。",
    "Correct the title or the data; if it speaks of another measure or period, let it say so.",
)  # fmt: skip

# Word lists of our own, from reading chart titles. A title is only held against the data where it is plain: one direction,
# no doubt, no negation, no plan, and a subject that the chart names too.

_UP_ZH = "增长|上升|上涨|攀升|走高|提高|提升|增加|升至|升到|涨到|涨至|翻番|翻了一番|翻倍|翻了一倍|创新高|创下新高"
_DOWN_ZH = "下降|下滑|下跌|萎缩|缩水|减半|腰斩|走低|降低|减少|降至|降到|跌到|跌至|跌破|创新低"
_UP_EN = (
    "grows?|grew|grown|rises?|rose|risen|climbs?|climbed|increases?|increased|doubles?|doubled|triples?|tripled|surged?"
)
_DOWN_EN = (
    "falls?|fell|fallen|declines?|declined|drops?|dropped|shrinks?|shrank|decreases?|decreased|halves|halved|slumped"
)
_MOVES = re.compile(f"(?P<up>{_UP_ZH}|\\b(?:{_UP_EN})\\b)|(?P<down>{_DOWN_ZH}|\\b(?:{_DOWN_EN})\\b)", re.IGNORECASE)
_DOUBTFUL = re.compile(
    # not, no more, slower; plans, hopes, questions; a rate, a reason, a part; other yardsticks than the first value
    r"[不没未非无勿难别？?]|停止|止住|放缓|收窄|趋缓|停滞|乏力|见顶|触底|增速|降速|增幅|降幅|涨幅|跌幅|增量|减少了?的|空间|潜力|引擎|动力|来源|来自"
    r"|[要将应须需]|预计|有望|计划|目标|希望|争取|力争|恢复|重回|反弹|回升|回落|如何|怎[样么]|如果|只要|才能|可能|可望|同比|环比|季节|累计|平均|由升转|由降转|先[升降涨跌]"
    r"|\b(?:not|no|never|hardly|stop\w*|slow\w*|less|without|will|would|could|can|may|might|must|should|need\w*|to|plans?"
    r"|targets?|aims?|expect\w*|how|why|if|until|before|again|rebound\w*|recover\w*|year[- ]on[- ]year|yoy|average"
    r"|cumulative|pace|rate|than expected|but|yet)\b|n['’]t\b",
    re.IGNORECASE,
)
_RATES = re.compile(
    r"增速|增长率|增幅|降幅|同比|环比|变化率|涨跌|\b(?:growth|change|rate of|yoy|delta)\b", re.IGNORECASE
)
_ADVERBS_ZH = re.compile(
    r"(?:(?:19|20)\d\d年?|[一二两三四五六七八九十\d]+个?(?:年|季度|月|周|天)[以之]?[来内间里]?|连续|持续|稳步|大幅|明显|显著|快速|迅速|逐[年月季步]|首次|再次"
    r"|又|已经?|也|都|均|在|了|再|却|同步|整体|总体|近|一年|全年|上半年|下半年|的|仅|只|约|超过?|强劲|小幅|略有?|略微|有所|继续|仍在|仍|一路|不断)+$"
)
_ADVERBS_EN = words(
    "has have had been is are was were more than nearly almost steadily sharply slightly slowly quickly further again about",
    "just only also still over by clearly strongly constantly continually consistently every each year month quarter week",
    "the a an all we our and then",
)
_PREPOSITIONS = words("of in for at from per on among across with within during since after through")
_TIME = re.compile(
    r"^\D{0,3}(?:19|20)\d\d|^\d{1,2}(?:月|日|周|[-./]\d)|^第?[一二三四五六七八九十\d]+(?:季度|月份?|周|天|年|期|轮)|^[Qq][1-4]|^[Hh][12]|^FY|^[上下]半年|^[去今明前上下本当]"
    r"(?:年|月|季|周|期)|^(?:活动|上线|实施|改版|调整|改造|试点)?[之以]?[前后]$|^(?:before|after|then|now)$"
    r"|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s|$|\d|’|')|^(?:week|month|day|year|quarter)\s*\d",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"(?:了|近|约|超过?|逾|达|\s|by|more|than|nearly|about|almost|some|over)*(?P<number>\d+(?:\.\d+)?)\s*[%％]",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"翻番|翻了一番|翻倍|翻了一倍|减半|腰斩|doubles?|doubled|triples?|tripled|halves|halved", re.IGNORECASE
)
_RATIOS = {
    "翻": (1.8, 2.5),
    "dou": (1.8, 2.5),
    "tri": (2.7, 3.5),
    "减半": (0.4, 0.6),
    "腰斩": (0.4, 0.6),
    "hal": (0.4, 0.6),
}
"""Between which ratios a doubling, a tripling or a halving is called so."""

_CLEAR = 0.02
"""From what share on a change is a direction."""


class _Claim(NamedTuple):
    """A movement that a title speaks of: its words, whether it goes up, what moves, what stands behind the verb."""

    word: str
    up: bool
    subject: str
    rest: str


class _Line(NamedTuple):
    """The values of a series that are there, with the categories they belong to."""

    name: str
    names: list[str]
    numbers: list[float]
    texts: list[str]


def check_trends(slide: SlideContent, scene: Scene) -> Iterator[Problem]:
    """Yield a warning for a title that says the opposite of what its chart shows, or a figure that its data do not."""
    title = getattr(slide.content, "title", None)
    if not isinstance(title, Text) or not _MOVES.search(title.plain):
        return
    charts = [item.plot.chart for item in scene.items if isinstance(item, ChartBox)]
    if len(charts) != 1:
        return
    claim = _claim(title.plain)
    line = _line(charts[0], title.plain)
    if claim and line and _speaks_of(claim, line, charts[0], slide):
        yield from _held_against(claim, line, charts[0], title)


def _claim(title: str) -> _Claim | None:
    """Return what a title says of a movement, where it says one thing and says it plainly."""
    moves = list(_MOVES.finditer(title))
    if not moves or _DOUBTFUL.search(title) or len({bool(move["up"]) for move in moves}) > 1:
        return None
    move = moves[0]
    clause = re.split(r"[，。；：,;:]|——| – ", title[: move.start()])[-1].strip()
    number = _PERCENT.match(title, move.end())
    said = title[move.start() : number.end() if number else move.end()]
    return _Claim(said, bool(move["up"]), clause, title[move.end() :])


def _line(chart: Chart, title: str) -> _Line | None:
    """Return the series over time that a title speaks of: one it names, the strong one, the only one."""
    if len(chart.categories) < 2 or not all(_TIME.search(name.strip()) for name in chart.categories):
        return None
    if chart.steps or chart.type in ("scatter", "bubble", "donut", "stacked100") or any(s.second for s in chart.series):
        return None
    named = [some for some in chart.series if some.name and some.name in title]
    strong = [some for some in chart.series if some.name == chart.emphasis]
    found: Sequence[Series] = named or strong or chart.series
    if len(found) != 1 or _RATES.search(found[0].name):
        return None
    known = [(name, value) for name, value in zip(chart.categories, found[0].values, strict=True) if value]
    if len(known) < 2 or any(value.number <= 0 for _, value in known):
        return None
    if any(name in title for name in chart.categories[1:-1]):
        return None  # it may speak of a part of the time
    return _Line(
        found[0].name if found[0].name != chart.unit else "",
        [name for name, _ in known],
        [value.number for _, value in known],
        [v.text for _, v in known],
    )


def _speaks_of(claim: _Claim, line: _Line, chart: Chart, slide: SlideContent) -> bool:
    """Whether what moves in the title is what the chart counts."""
    told = " ".join([line.name, chart.unit, *(str(getattr(slide.content, name, "")) for name in ("subtitle", "head"))])
    if _RATES.search(told):
        return False
    subject = claim.subject
    if has_han(claim.subject + claim.word):
        subject = _ADVERBS_ZH.sub("", re.sub(r"[（(].*?[)）]", "", subject)).rstrip()
        return subject[-2:] in told if len(subject) > 1 else bool(claim.subject and not subject)
    nouns = re.findall(r"[A-Za-z]+", subject.lower())
    cut = next((at for at, word in enumerate(nouns) if word in _PREPOSITIONS), len(nouns))
    named = [word for word in nouns[:cut] if word not in _ADVERBS_EN]
    return bool(named) and stem(named[-1]) in subjects(told)


def _held_against(claim: _Claim, line: _Line, chart: Chart, title: Text) -> Iterator[Problem]:
    first, last = line.numbers[0], line.numbers[-1]
    unit = chart.unit
    facts = {
        "word": claim.word, "series_zh": f"「{line.name}」" if line.name else "数值",
        "series_en": f"“{line.name}”" if line.name else "the values",
        "first": _with_unit(line.texts[0], unit), "last": _with_unit(line.texts[-1], unit),
        "start": line.names[0], "end": line.names[-1],
    }  # fmt: skip
    change, step = last / first - 1, last / line.numbers[-2] - 1
    sign = 1 if claim.up else -1
    if sign * change < -_CLEAR and sign * step <= 0:
        way_zh, way_en = ("升", "up") if change > 0 else ("降", "down")
        goes = "goes" if line.name else "go"
        yield AGAINST_DATA.at(title.span, title.path, **facts, way_zh=way_zh, way_en=f"{goes} {way_en}")
        return
    ratios = [later / earlier for at, earlier in enumerate(line.numbers) for later in line.numbers[at + 1 :]]
    if _is_off(claim, line, ratios, unit):
        percent = f"{abs(change):.1%}".replace(".0%", "%")
        yield AGAINST_FIGURES.at(
            title.span, title.path, **facts,
            computed_zh=("增长" if change >= 0 else "下降") + percent, computed_en=("up " if change >= 0 else "down ") + percent,
        )  # fmt: skip


def _is_off(claim: _Claim, line: _Line, ratios: list[float], unit: str) -> bool:
    """Whether a title states a figure that no two values of the series bear out."""
    called = _TIMES.search(claim.word)
    if called:
        low, high = next(span for start, span in _RATIOS.items() if called[0].lower().startswith(start))
        return not any(low <= ratio <= high for ratio in ratios)
    found = _PERCENT.search(claim.word)
    if not found:
        return False
    said, digits = float(found["number"]), len(found["number"].partition(".")[2])
    near = 0.5 * 10**-digits + 0.5 + 0.03 * said
    if any(abs(number - said) <= near for number in line.numbers) and ("%" in unit or "％" in unit):
        return False
    differences = [b - a for at, a in enumerate(line.numbers) for b in line.numbers[at + 1 :]]
    shares = [100 * (ratio - 1) for ratio in ratios] + differences
    years = len(line.numbers) - 1
    shares.append(100 * ((line.numbers[-1] / line.numbers[0]) ** (1 / years) - 1))
    return not any(abs(abs(share) - said) <= near for share in shares)


def _with_unit(text: str, unit: str) -> str:
    if not unit or text.endswith(unit):
        return text
    return f"{text} {unit}" if unit.isascii() and unit[0].isalpha() else text + unit
