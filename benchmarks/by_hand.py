"""Writes a deck of the flagship's size and words with python-pptx, as one would by hand: `python by_hand.py DECK.pptx`.

It is the yardstick for the cost of the flagship: twenty slides from the template's layouts, titles in placeholders, the
rest in text boxes and cards, three native charts, three native tables, notes on every slide. Nothing is measured or fitted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

_rgb: Any = RGBColor.from_string
INK, MUTED, ACCENT = _rgb("222222"), _rgb("6B7280"), _rgb("E11D48")
TINT, RULE, GREY = _rgb("F3F4F6"), _rgb("D1D5DB"), _rgb("9CA3AF")

COVER, SECTION, TITLE_ONLY = 0, 2, 5
"""Layouts of python-pptx's own template."""

LEFT, TOP, WIDTH, HEIGHT = 48, 126, 864, 300
"""Where the body of a slide stands, in points."""

Slide = Any
Shape = Any
Frame = tuple[float, float, float, float]


class Deck:
    """A presentation of 960 × 540 points that grows slide by slide."""

    def __init__(self) -> None:
        self.file = Presentation()  # its template is 720 × 540 points
        stretch = 960 / 720
        self.file.slide_width, self.file.slide_height = Pt(960), Pt(540)
        for sheet in (self.file.slide_master, *self.file.slide_layouts):
            for shape in sheet.placeholders:
                shape.left, shape.width = int(shape.left * stretch), int(shape.width * stretch)

    def slide(
        self,
        title: str,
        notes: str,
        *,
        layout: int = TITLE_ONLY,
        kicker: str = "",
        source: str = "",
        takeaway: str = "",
    ) -> Slide:
        """Return a new slide with its title, its notes and what stands around the body."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[layout])
        slide.shapes.title.text = title
        if layout == TITLE_ONLY:
            place(slide.shapes.title, (LEFT, 48, WIDTH, 66))
            dress(slide.shapes.title, size=26, bold=True)
            number = text(slide, (872, 512, 40, 18), str(len(self.file.slides)), size=10, color=MUTED)
            number.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
            text(slide, (LEFT, 512, 400, 18), "跨境电商对TikTok的影响", size=10, color=MUTED)
            text(slide, (620, 28, 292, 16), "机会  ·  障碍  ·  对策", size=11, color=MUTED)
        if kicker:
            text(slide, (LEFT, 28, 400, 16), kicker, size=12, color=ACCENT, bold=True)
        if source:
            text(slide, (LEFT, 482, WIDTH, 28), *source.split("\n"), size=10, color=MUTED)
        if takeaway:
            line(slide, LEFT, 440, LEFT + WIDTH, 440)
            text(slide, (LEFT, 446, WIDTH, 28), takeaway, size=16, bold=True)
        slide.notes_slide.notes_text_frame.text = notes
        return slide


def place(shape: Shape, frame: Frame) -> None:
    """Move a shape to a frame in points."""
    shape.left, shape.top, shape.width, shape.height = (Pt(length) for length in frame)


def dress(shape: Shape, *, size: float, bold: bool = False, color: RGBColor = INK, only: slice = slice(None)) -> None:
    """Set the size, weight and colour of all text of a shape, or of some of its paragraphs."""
    for paragraph in shape.text_frame.paragraphs[only]:
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, color


def text(slide: Slide, frame: Frame, *lines: str, size: float, bold: bool = False, color: RGBColor = INK) -> Shape:
    """Add a text box with one paragraph per line."""
    shape = slide.shapes.add_textbox(*(Pt(length) for length in frame))
    fill(shape, lines, size=size, bold=bold, color=color)
    return shape


def fill(shape: Shape, lines: Sequence[str], *, size: float, bold: bool = False, color: RGBColor = INK) -> None:
    """Write paragraphs into a shape."""
    body = shape.text_frame
    body.word_wrap = True
    body.text = lines[0]
    for words in lines[1:]:
        body.add_paragraph().text = words
    for paragraph in body.paragraphs:
        paragraph.space_after = Pt(4)
    dress(shape, size=size, bold=bold, color=color)


def card(slide: Slide, frame: Frame, head: str, *lines: str, number: str = "") -> None:
    """Add a filled card: a number, a head in bold, lines below it."""
    body = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Pt(length) for length in frame))
    body.fill.solid()
    body.fill.fore_color.rgb = TINT
    body.line.fill.background()
    body.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    top = [number] if number else []
    fill(body, [*top, head, *lines], size=14)
    dress(body, size=16, bold=True, only=slice(len(top), len(top) + 1))
    if number:
        dress(body, size=14, bold=True, color=ACCENT, only=slice(1))
    for paragraph in body.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT


def columns(count: int, gap: float = 18) -> list[Frame]:
    """Return equal frames side by side over the body."""
    width = (WIDTH - gap * (count - 1)) / count
    return [(LEFT + index * (width + gap), TOP, width, HEIGHT) for index in range(count)]


def rows(count: int, gap: float = 10) -> list[Frame]:
    """Return equal frames one below the other over the body."""
    height = (HEIGHT - gap * (count - 1)) / count
    return [(LEFT, TOP + index * (height + gap), WIDTH, height) for index in range(count)]


def line(slide: Slide, x1: float, y1: float, x2: float, y2: float) -> None:
    """Add a thin line."""
    drawn = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x1), Pt(y1), Pt(x2), Pt(y2))
    drawn.line.color.rgb, drawn.line.width = RULE, Pt(1)


def table(slide: Slide, content: Sequence[Sequence[str]]) -> None:
    """Add a table over the body; its first row is the header."""
    count, wide = len(content), len(content[0])
    frame = slide.shapes.add_table(count, wide, Pt(LEFT), Pt(TOP), Pt(WIDTH), Pt(HEIGHT))
    for index, row in enumerate(content):
        for column, words in enumerate(row):
            cell = frame.table.cell(index, column)
            cell.text = words
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            run = cell.text_frame.paragraphs[0].runs[0]
            run.font.size, run.font.bold = Pt(13), index == 0 or column == 0


def chart(
    slide: Slide, kind: Any, subtitle: str, unit: str, series: dict[str, dict[str, float]], emphasis: int
) -> None:
    """Add a native chart with data labels; one point (or series) is in the accent colour."""
    text(slide, (LEFT, TOP - 6, 540, 20), subtitle, size=13, color=MUTED)
    data = CategoryChartData(number_format=f'0.##"{unit}"')
    data.categories = list(next(iter(series.values())))
    for name, values in series.items():
        data.add_series(name, list(values.values()))
    drawn = slide.shapes.add_chart(kind, Pt(LEFT), Pt(TOP + 16), Pt(540), Pt(HEIGHT - 16), data).chart
    drawn.has_legend = len(series) > 1
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    drawn.category_axis.tick_labels.font.size = Pt(14)
    plot = drawn.plots[0]
    plot.gap_width = 60
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    plot.data_labels.font.size = Pt(14)
    if len(series) == 1:
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for index, shown in enumerate(plot.series):
        shown.format.fill.solid()
        shown.format.fill.fore_color.rgb = ACCENT if index == emphasis else GREY


def takeaways(slide: Slide, *points: tuple[str, str]) -> None:
    """Add the points beside a chart."""
    for index, (head, words) in enumerate(points):
        point = text(slide, (620, TOP + 16 + index * 92, 292, 80), head, words, size=14)
        dress(point, size=16, bold=True, only=slice(1))


def opening(deck: Deck) -> None:
    """Slides 1 to 3."""
    slide = deck.slide(
        "流量有了，成交为何没来",
        "今天只回答一个问题：月活超过12亿的平台，为什么流量没有变成直播成交，我们又该先做什么。", layout=COVER,
    )  # fmt: skip
    slide.placeholders[1].text = "跨境电商对TikTok的影响：机会、四类障碍与五项行动"
    text(slide, (LEFT, 60, 200, 20), "专题研究", size=14, color=ACCENT)
    for index, words in enumerate(("汇报人：待填", "日期：待填", "依据2022、2023年两篇公开文章")):
        text(slide, (LEFT + index * 220, 470, 210, 20), words, size=12, color=MUTED)
    slide = deck.slide(
        "TikTok坐拥十亿级流量，补齐四类短板后直播电商才能跑通",
        "先给结论：流量和人群是真实的机会，转化低是四类障碍叠加的结果，解法是先建立信任、再放大流量。三行分别对应后面三章。"
        "月活与下载量是引述口径，原文没有说明数据商和时点，详见附录。",
        kicker="结论先行",
        source="① 规模数据原文未注明出处与时点  ② 先后次序为编者归纳\n来源：[1][2]（用户年龄转引自Statista，2020）",
    )  # fmt: skip
    bands = (
        ("机会", "用户规模大、群体年轻，这个渠道值得投入评估",
         "月活12亿+，下载30亿+次①", "美国用户62%为10–29岁（2020年）"),
        ("障碍", "四类障碍叠加，高流量没有换来高转化",
         "价格内卷；消费习惯与文化差异", "货源·物流·支付·售后短板；认知隔阂"),
        ("对策", "先建立信任，再放大流量②",
         "品牌以质量为先；物流升级；人才与本地合作", "四环节协同；直播形式本土化"),
    )  # fmt: skip
    for (x, y, width, height), (label, claim, *support) in zip(rows(3), bands, strict=True):
        text(slide, (x, y, 90, height), label, size=20, bold=True, color=ACCENT)
        text(slide, (x + 100, y, 360, height), claim, size=18, bold=True)
        text(slide, (x + 480, y, width - 480, height), *support, size=14)
        line(slide, x, y + height, x + width, y + height)
    slide = deck.slide("目录", "全文分三章，另有一页来源与口径说明。重点是第二章的四类障碍，约占一半篇幅。")
    entries = (
        ("机会", "流量与人群", "4–7"), ("障碍", "四类失败成因", "8–15"), ("对策", "五项行动", "16–19"),
        ("附录", "来源与口径", "20"),
    )  # fmt: skip
    for number, ((x, y, width, height), (head, note, pages)) in enumerate(zip(rows(4), entries, strict=True), 1):
        text(slide, (x, y, 60, height), f"{number:02}", size=24, bold=True, color=ACCENT)
        text(slide, (x + 70, y, 200, height), head, size=20, bold=True)
        text(slide, (x + 280, y, 400, height), note, size=16)
        text(slide, (x + width - 100, y, 100, height), pages, size=14, color=MUTED)
        line(slide, x, y + height, x + width, y + height)


def section(deck: Deck, number: str, title: str, promise: str, notes: str) -> None:
    """Add the slide that opens a chapter."""
    slide = deck.slide(title, notes, layout=SECTION)
    slide.placeholders[1].text = promise
    text(slide, (LEFT, 120, 200, 60), number, size=48, bold=True, color=ACCENT)
    text(slide, (LEFT, 500, 400, 20), "机会  ·  障碍  ·  对策", size=12, color=MUTED)


def opportunity(deck: Deck) -> None:
    """Slides 4 to 7."""
    section(
        deck, "01", "机会", "规模大、用户年轻、目标激进，但目标本身存在争议",
        "这一章只讲原文拿得出证据的机会，不作外推。看完会发现：人群确实在，目标却未必站得住。",
    )  # fmt: skip
    slide = deck.slide(
        "月活超12亿、下载破30亿，TikTok已是卖家难以忽视的流量池",
        "三个数说明同一件事：这里有足够多的人。它们都没有注明数据商和统计时点，文字语境是2021年；2023年是转载页的日期，"
        "不是数据的年份。", takeaway="体量只说明有人来，还不能说明有人买",
        source="① 该段文字以2021年为语境，不是转载页发布时的数据\n来源：[2]",
    )  # fmt: skip
    figures = (
        ("12", "亿+", "全球月活用户", "原文未注明出处与时点"), ("30", "亿+", "全球下载次数", "原文未注明数据商与时点"),
        ("第5", "个", "安装量超30亿次的非游戏应用", "2014年1月以来，另外4款都属于Facebook系"),
    )  # fmt: skip
    for (x, y, width, _), (value, unit, label, note) in zip(columns(3), figures, strict=True):
        line(slide, x, y, x + width, y)
        text(slide, (x, y + 20, width, 80), value + unit, size=60, bold=True, color=ACCENT)
        text(slide, (x, y + 120, width, 40), label, size=18, bold=True)
        text(slide, (x, y + 170, width, 60), note, size=14, color=MUTED)
    slide = deck.slide(
        "美国用户高度年轻：10–29岁占62%，50岁以上仅7.1%",
        "在美国，TikTok用户有62%在10–29岁之间，50岁以上只占7.1%。这组数只代表美国、只代表2020年，中间年龄段原文没有给出。",
        source="① 中间年龄段原文未给出；余下30.9%为推算，也可能含10岁以下，不作图\n来源：Statista，2020，转引自[2]",
    )  # fmt: skip
    chart(
        slide, XL_CHART_TYPE.BAR_CLUSTERED, "美国TikTok用户年龄占比①，单位：%，2020年", "%",
        {"占比": {"10–29岁": 62, "50岁以上": 7.1}}, 0,
    )  # fmt: skip
    takeaways(
        slide, ("年轻品类优先评估", "原文认为，目标客群偏年轻的卖家应当重视TikTok"),
        ("眼下消费力偏弱", "原文称年轻人会带动上一代，属观点，没有数据支撑"),
    )  # fmt: skip
    slide = deck.slide(
        "媒体披露的目标一年内要翻十余倍，不少人认为难以实现",
        "据未具名媒体报道，2022年的交易额目标是20亿美元，2023年是230亿美元。两个数都是目标而不是实绩，这个落差引出第二章的"
        "问题：为什么走得不顺。",
        source="① 原文表述为增长约10倍；按230÷20计算是原来的11.5倍，即增长10.5倍（推算）\n"
        "来源：“相关媒体”报道，未具名，转引自[1]",
    )  # fmt: skip
    chart(
        slide, XL_CHART_TYPE.COLUMN_CLUSTERED, "TikTok电商交易额目标①，单位：亿美元", "",
        {"交易额目标": {"2022年目标": 20, "2023年目标": 230}}, 0,
    )  # fmt: skip
    text(slide, (300, 200, 120, 24), "×11.5（推算）", size=14, bold=True)
    line(slide, 200, 380, 420, 180)
    takeaways(
        slide, ("两个数都是目标", "由未具名的“相关媒体”报道，不是实绩"),
        ("业绩并不理想", "原文称早期流量爆发后，GMV与业绩都不理想"),
        ("质疑集中在前路", "近年发展不顺，规划被认为过于理想"),
    )  # fmt: skip


def obstacles(deck: Deck) -> None:
    """Slides 8 to 15."""
    section(
        deck, "02", "障碍", "四类障碍彼此牵连，只补一处不够",
        "下面按原文四个小节的顺序讲四类障碍，顺序不代表严重程度，因为原文在不同小节各有首要的说法。",
    )  # fmt: skip
    slide = deck.slide(
        "2021年推出直播电商，2022年年中便传出收缩与辟谣两种消息",
        "TikTok Shop在2021年推出，到2022年年中，先有伦敦团队冲突的报道，又有暂缓英美扩张的报道，后者随即被官方否认。"
        "真伪未定，只能说报道称、官方否认。", takeaway="真伪未定，但收入与人力两方面的阻力都被摆上台面",
        source="① 7月为文章发表月份，原文只写“日前”\n来源：[1]",
    )  # fmt: skip
    events = (
        ("2021年", "推出TikTok Shop", "国内的直播带货模式被带到海外"),
        ("2022年", "目标20亿美元", "未具名媒体报道的当年电商交易额目标"),
        ("2022年6月", "伦敦团队冲突", "报道称产假言论引发冲突与离职潮；官方称制度合规，并已自查"),
        ("2022年7月①", "报道称暂缓扩张", "《金融时报》称TikTok暂时放弃在英国和美国扩张直播带货"),
        ("随后", "官方辟谣", "TikTok很快否认上述说法"),
    )
    line(slide, LEFT, TOP + 60, LEFT + WIDTH, TOP + 60)
    for (x, y, width, _), (date, head, words) in zip(columns(5), events, strict=True):
        dot = slide.shapes.add_shape(MSO_SHAPE.OVAL, Pt(x), Pt(y + 54), Pt(12), Pt(12))
        dot.fill.solid()
        dot.fill.fore_color.rgb = ACCENT
        text(slide, (x, y + 20, width, 24), date, size=14, bold=True, color=ACCENT)
        text(slide, (x, y + 80, width, 30), head, size=16, bold=True)
        text(slide, (x, y + 116, width, 120), words, size=14)
    slide = deck.slide(
        "四类障碍叠加，让TikTok的高流量难以变成高成交",
        "直播流量大而转化率较低，原文给出四类原因：价格、习惯、四个供应环节、认知。它们彼此牵连，点击每张卡片可以进入对应的详页。",
        takeaway="四类问题分属价格、需求、供给、组织，须同时推进（编者归纳）",
        source="① 原文未写币种\n来源：[1][2]（同源文字，视为一个来源）",
    )  # fmt: skip
    text(slide, (LEFT, TOP - 6, WIDTH, 24), "直播流量大，转化率却较低", size=16)
    causes = (
        ("价格内卷", "低价抢量，买家、商家、主播三方都不讨好", "0.99包邮①、山寨货、空盒"),
        ("习惯与文化差异", "用户来消遣，不是来购物", "购买由“我需要”驱动"),
        ("四环节短板", "货源、物流、支付、售后互相掣肘", "退换货运费有时高过货价"),
        ("认知隔阂", "管理方式与海外职场相冲突", "报道称出现离职潮，人才流失承压"),
    )
    for number, ((x, y, width, height), cause) in enumerate(zip(columns(4), causes, strict=True), 1):
        card(slide, (x, y + 26, width, height - 26), *cause, number=f"{number:02}")
    detail(
        deck, "障碍一 价格内卷", "低门槛换来的低价竞争，正在同时赶走买家、商家和主播",
        ("设本地退货仓、绑定账户与商品即可开店", "中小商家以超低价抢市场", "平台靠扩大人力去签约更多博主"),
        ("0.99包邮①与大牌破价", "山寨货、名不副实、只寄空盒", "部分博主称几乎没有收入",
         "Newme创始人：“TikTok直播，眼下不太适合做品牌。”"),
        ("卖家不赚钱，买家担心售后", "本土商家竞争力与入驻意愿下降", "博主可带品类少、变现渠道窄，还会掉粉"),
        "早期的流量爆发，没有变成理想的业绩", "① 原文未写币种\n来源：[1]第一节；[2]同文",
        "入驻门槛低，商家用低价抢量，结果买家担心售后、卖家不赚钱、部分博主称几乎没有收入。家居品牌Newme的创始人说，"
        "眼下在这里直播不太适合做品牌。",
    )  # fmt: skip
    slide = deck.slide(
        "海外用户为消遣打开TikTok，真正要买东西时另有去处",
        "国内用户看到内容就可能冲动下单，海外用户则先有需要、再去主动搜索。95%+与50%+只表示方向：两个数都是下限，口径也不同，"
        "不能相减，也不能画成同一张图。", kicker="障碍二 消费习惯与文化认同",
        takeaway="VISX.live联合创始人认为，普通用户打开社媒不是为了购物",
        source="① 两数均为下限、口径不同，原文未注明出处与年份，仅示方向，不可相减；创始人看法为转述\n来源：[1]第二节",
    )  # fmt: skip
    table(slide, (
        ("维度", "国内（以抖音为例）", "海外"),
        ("购买动机", "看到感兴趣的内容便冲动下单", "由“我需要”驱动，冲动消费较少"),
        ("购物入口", "内容激发需求", "更习惯在亚马逊等处主动搜索"),
        ("交易渠道", "95%+来自电商平台①", "50%+来自品牌官网或沃尔玛、家乐福等零售商的自营线上渠道①"),
    ))  # fmt: skip
    slide = deck.slide(
        "连表现较好的Newme也主要靠短视频成交，直播只占三成",
        "家居品牌Newme算是直播转化相对成功的品牌，成交仍有70%来自短视频，直播只占30%。百万美元与1000英镑币种不同，"
        "期间与场次也没有给出，三个数不能互相推导。", kicker="障碍二 案例",
        source="① 币种不同，期间与场次原文未给出，三个数不可互相推导\n来源：[1]第二节",
    )  # fmt: skip
    chart(
        slide, XL_CHART_TYPE.BAR_STACKED_100, "Newme的TikTok成交构成，单位：%，期间未注明", "%",
        {"短视频": {"月GMV百万美元级": 70}, "直播": {"月GMV百万美元级": 30}}, 1,
    )  # fmt: skip
    takeaways(
        slide, ("总量不算小", "月度GMV达到百万美元级别"),
        ("单场却很薄", "每场直播GMV约1000英镑，与国内带货品牌差距悬殊"),
        ("认同仍待建立", "原文称“购物认同感”是必须直面的问题"),
    )  # fmt: skip
    slide = deck.slide(
        "货源、物流、支付、售后各有短板，单补一环难以见效",
        "四个环节各有短板：货源两头都贵，物流被称为核心链条和主要瓶颈，支付要过外汇与身份核验的关，退换货运费有时高过货价。"
        "只补一环，其余三环仍会拖住成交。", kicker="障碍三 供应链四环节",
        takeaway="让四个环节真正衔接，是原文主张的根本解法之一", source="来源：[1]第三节",
    )  # fmt: skip
    table(slide, (
        ("环节", "货源", "物流", "支付", "售后"),
        ("现状", "国内跨境供货或当地供应商供货，成本都高", "依靠转运公司，或在海外建仓",
         "支付宝等第三方支付已获跨境外汇支付试点", "退换货运费高，客服需长期在岗"),
        ("短板", "当地：甄选费时，品质与交期难保；国内：等待更久", "仓储、配送、信息、服务均不足；海外仓难逐一管到",
         "环节复杂；支付安全与身份核验短期难解", "运费有时高过货价；客服岗位难以落实"),
        ("后果", "难与本土平台竞争", "断链、变慢、丢货，两边信息对不上", "回款仍要处理换汇", "服务难及国内水平"),
    ))  # fmt: skip
    detail(
        deck, "障碍四 认知隔阂", "照搬国内工作节奏，让本地化失去最需要的当地人才",
        ("起步期要求高强度，本地化又离不开当地人才", "跨时差沟通拉长了工作战线", "对工作态度与企业文化的认知不同"),
        ("报道称2022年6月伦敦团队冲突，随后出现离职潮", "报道称产假言论是起因；官方称制度合规并已自查",
         "据《财经时报》①，鼓励加班、批评请假、转发熬夜照片"),
        ("人才流失压力上升", "客服等岗位难落实，售后受限", "海外电商扩张从根本上受到制约"),
        "跨过地域并不难，难的是跨过习惯与认知",
        "① 原文此处写《财经时报》，引言写《金融时报》，未作合并\n来源：[1]引言与第二、三、四节",
        "报道称伦敦团队在2022年6月发生冲突并出现离职潮，官方回应称各项制度遵循当地法律，并已开始自查。"
        "这一页只说报道的内容，不点名个人；结论是本地化离不开当地人才。",
    )  # fmt: skip


def detail(
    deck: Deck, kicker: str, title: str, cause: Sequence[str], evidence: Sequence[str], effect: Sequence[str],
    takeaway: str, source: str, notes: str,
) -> None:  # fmt: skip
    """Add a slide that takes one obstacle apart: cause, evidence, effect."""
    slide = deck.slide(title, notes, kicker=kicker, takeaway=takeaway, source=source)
    for frame, head, lines in zip(columns(3), ("成因", "证据", "影响"), (cause, evidence, effect), strict=True):
        card(slide, frame, head, *lines)


def actions(deck: Deck) -> None:
    """Slides 16 to 20."""
    section(
        deck, "03", "对策", "把力气从拉流量转到建信任",
        "以下行动的方向都出自人人都是产品经理一文的第三节；时间、指标与部分责任方需要团队补充，凡是编者的建议都已标明。",
    )  # fmt: skip
    slide = deck.slide(
        "四类障碍各有对应解法，核心是品牌、物流与人才",
        "原文给出的三条核心途径是品牌化、优化物流、培养人才，另有四环节衔接与直播本土化两个根本解法。"
        "把它们和四类障碍一一对应，是我们的整理。", takeaway="三条核心途径出自原文，与障碍的一一对应为编者归纳",
        source="来源：[1]第三节",
    )  # fmt: skip
    answers = (
        ("价格内卷", "低价抢量，三方都不讨好", "品牌化", "以“质量第一”打造国际品牌，形成核心竞争力"),
        ("习惯与文化差异", "用户来消遣，不是来购物", "直播本土化", "把国内直播电商的形式按当地情况改造"),
        ("四环节短板", "货源、物流、支付、售后互相掣肘", "物流升级与四环节协同",
         "物流自动化、智能化、信息化；四个环节真正衔接"),
        ("认知隔阂", "管理方式与海外职场相冲突", "人才与本地合作", "引育复合型人才，与国外电商企业合作、吸纳当地人才"),
    )  # fmt: skip
    for (x, y, width, height), (problem, why, action, how) in zip(rows(4), answers, strict=True):
        text(slide, (x, y, 330, height), problem, why, size=14)
        line(slide, x + 350, y + height / 2, x + 400, y + height / 2)
        text(slide, (x + 420, y, width - 420, height), action, how, size=14)
    slide = deck.slide(
        "五项行动分头落地，责任方先行明确，时间与指标待团队补齐",
        "五项行动的方向出自原文，前三项的责任方也出自原文。时间、指标和后两项的责任方，原文没有，带编字角标的是我们的建议；"
        "请各责任方会后补齐时间表与目标值。", takeaway="请各责任方在会后补齐时间表与目标值",
        source="① 带编字角标者为编者建议，不含目标值\n来源：[1]第三节",
    )  # fmt: skip
    table(slide, (
        ("行动", "责任方", "时间", "跟踪指标"), ("质量第一，建立品牌", "商家与平台", "待定", "假货下架数、退货率"),
        ("物流自动化、智能化、信息化", "跨境物流企业", "待定", "妥投时长、破损率"),
        ("引育复合型人才、吸纳当地人才", "跨境电商平台", "待定", "本地员工占比、留任率"),
        ("货源·物流·支付·售后协同", "平台牵头", "待定", "全链路订单时长"),
        ("直播电商本土化改造", "平台与商家", "待定", "直播转化率、直播成交占比"),
    ))  # fmt: skip
    slide = deck.slide(
        "信任先行，流量才会变成成交",
        "三个起步动作都是编者建议：先做好一个品类的质量与售后，找一家当地伙伴，按当地习惯试做内容。"
        "原文对前景总体乐观，认为随人效与基础设施改善，行业会走向良性发展。",
    )  # fmt: skip
    steps = ("选一个品类，先做好质量与售后", "与一家当地伙伴启动合作", "按当地习惯试做短视频与直播组合")
    for number, (frame, what) in enumerate(zip(columns(3), steps, strict=True), 1):
        card(slide, frame, what, "待填", "待定", number=str(number))
    text(slide, (LEFT, 450, WIDTH, 20), "联系：待填", size=14)
    slide = deck.slide(
        "附录：来源与数据口径", "这一页列出全部来源与每个数字的口径。两篇文章的失败原因部分是同一段文字，只算一个来源。"
    )
    text(slide, (LEFT, TOP, 420, 20), "来源", size=14, bold=True)
    text(
        slide, (LEFT, TOP + 26, 420, 300),
        "[1] 人人都是产品经理，《海外直播带不动货，谁的锅？》，2022-07-19。作者大可，供稿TopKlout克劳锐；"
        "文中转引《金融时报》《财经时报》与未具名媒体",
        "[2] 跨境湾，《跨境电商对tiktok影响ppt》，2023-07-08。署名woniu；失败原因部分与[1]同文，视为一个来源；"
        "文中转引Statista，2020", size=12,
    )  # fmt: skip
    text(slide, (492, TOP, 420, 20), "口径", size=14, bold=True)
    text(
        slide, (492, TOP + 26, 420, 320), "月活12亿、下载30亿：无出处与时点，语境为2021年",
        "网红粉丝量1.2亿：原文含义不明，未采用", "62%与7.1%：仅限美国，Statista，2020；余下30.9%为推算",
        "20亿与230亿美元：是目标；约10倍为原文表述，11.5倍为推算", "95%+与50%+：口径不同，出处与年份不明，不可相减",
        "Newme：美元与英镑并用，期间与场次未给出", "0.99包邮：原文未写币种",
        "暂缓英美扩张：《金融时报》报道，官方已否认",
        "《金融时报》与《财经时报》：原文两处写法不同，未合并", "行业增速：高速发展与降速，原文两说并存", size=12,
    )  # fmt: skip


def main() -> None:
    """Write the deck."""
    deck = Deck()
    opening(deck)
    opportunity(deck)
    obstacles(deck)
    actions(deck)
    deck.file.core_properties.title = "跨境电商对TikTok的影响"
    deck.file.save(sys.argv[1])


if __name__ == "__main__":
    main()
