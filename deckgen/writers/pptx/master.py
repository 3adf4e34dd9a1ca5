"""The slide master, the notes master and the notes pages."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.frame import Frame
from deckgen.scene.furniture import DATE, FOOTER, NUMBER
from deckgen.scene.items import Insets
from deckgen.scene.page import TITLE_FRAME
from deckgen.scene.setting import Setting
from deckgen.style import Anchor, TextStyle
from deckgen.writers.pptx.names import NAMESPACES, PROLOG, emu
from deckgen.writers.pptx.shape import named, transform
from deckgen.writers.pptx.text import BREAKING, FIELD_IDS, TextWriter, body_properties
from deckgen.writers.pptx.theme_part import dark_and_light

TREE_HEAD = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_COLOR_MAP = (
    '<p:clrMap {light}1="lt1" {dark}1="dk1" {light}2="lt2" {dark}2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
"""Which slots stand for text and ground. A dark theme changes them round, so that whatever is pasted in adapts."""
KEEP_COLORS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

_BODY_FRAME = Frame(48, 126, 864, 342)
_MARKERS = ("■", "–", "•", "–", "•", "–", "•", "–", "•")


def list_levels() -> list[TextStyle]:
    """Return the nine levels of a list, as the master offers them to text of a person's own."""
    sizes = (18, 16, 16, 14, 14, 14, 14, 14, 14)
    return [
        TextStyle((size,), line=1.15, after=8 if level == 0 else 4, marker=marker, indent=18 * (level + 1))
        for level, (size, marker) in enumerate(zip(sizes, _MARKERS, strict=True))
    ]


def master_part(setting: Setting, text: TextWriter, layout_ids: Sequence[tuple[int, str]]) -> bytes:
    """Return the slide master: title, body, date, footer and number, with the list levels of the deck."""
    zh = setting.zh
    scale = setting.scale

    def placeholder(
        number: int, name: str, ph: str, frame: Frame, style: TextStyle | None, body: str, anchor: Anchor
    ) -> str:
        levels = text.level(1, style) if style else ""
        return (
            f'<p:sp><p:nvSpPr>{named(number, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr><p:spPr>{transform(frame)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            f"<p:txBody>{body_properties(anchor, Insets())}"
            f"<a:lstStyle>{levels}</a:lstStyle>{body}</p:txBody></p:sp>"
        )

    names = ("标题", "正文", "日期", "页脚", "页码") if zh else ("Title", "Body", "Date", "Footer", "Number")
    title_prompt = "结论标题：一句话说清这一页" if zh else "The claim this slide proves"
    level_prompts = ("正文", "二级", "三级", "四级", "五级") if zh else ("Text", "Second", "Third", "Fourth", "Fifth")
    shapes = (
        placeholder(2, names[0], 'type="title"', TITLE_FRAME, None, text.said(title_prompt), "top")
        + placeholder(3, names[1], 'type="body" idx="1"', _BODY_FRAME, None, text.prompts(level_prompts), "top")
        + placeholder(
            4, names[2], 'type="dt" sz="half" idx="2"', DATE, scale["footer-right"], date_field(text), "middle"
        )
        + placeholder(
            5, names[3], 'type="ftr" sz="quarter" idx="3"', FOOTER, scale["footer"],
            text.said(setting.footer), "middle",
        )
        + placeholder(
            6, names[4], 'type="sldNum" sz="quarter" idx="4"', NUMBER, scale["footer-right"], number_field(text), "middle"
        )
    )  # fmt: skip
    listed = "".join(f'<p:sldLayoutId id="{number}" r:id="{rid}"/>' for number, rid in layout_ids)
    body_levels = "".join(text.level(n, style) for n, style in enumerate(list_levels(), 1))
    plain = "".join(text.level(n, TextStyle((18,))) for n in range(1, 10))
    dark, light = dark_and_light(setting.theme)
    colors = _COLOR_MAP.format(dark=dark, light=light)
    return (
        f'{PROLOG}<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE_HEAD}{shapes}</p:spTree></p:cSld>{colors}"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{text.level(1, scale['title'])}"
        f"</p:titleStyle><p:bodyStyle>{body_levels}</p:bodyStyle><p:otherStyle>{plain}</p:otherStyle></p:txStyles>"
        "</p:sldMaster>"
    ).encode()


def date_field(text: TextWriter) -> str:
    """Return the paragraph of an automatic date; its stored text is a fixed one, as every build must be equal."""
    return (
        f'<a:p><a:fld id="{FIELD_IDS["datetime1"]}" type="datetime1"><a:rPr {text.lang("2000/1/1")}/><a:t>2000/1/1</a:t>'
        "</a:fld></a:p>"
    )


def number_field(text: TextWriter) -> str:
    """Return the paragraph of a slide number as master and layouts show it."""
    return f'<a:p><a:fld id="{FIELD_IDS["slidenum"]}" type="slidenum"><a:rPr {text.lang("#")}/><a:t>‹#›</a:t></a:fld></a:p>'


def notes_master_part(text: TextWriter, zh: bool) -> bytes:
    """Return the notes master: slide image, notes text, page number; it is printed, and so light in every theme."""
    levels = "".join(
        f'<a:lvl{n}pPr marL="{emu(18 * (n - 1))}" algn="l" defTabSz="914400" rtl="0" {BREAKING}><a:defRPr sz="1200" '
        'kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl' + f"{n}pPr>"
        for n in range(1, 10)
    )
    names = ("幻灯片图像", "备注", "页码") if zh else ("Slide image", "Notes", "Number")
    prompts = ("备注", "二级", "三级", "四级", "五级") if zh else ("Notes", "Second", "Third", "Fourth", "Fifth")
    return (
        f'{PROLOG}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{TREE_HEAD}"
        f'<p:sp><p:nvSpPr>{named(2, names[0])}<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>'
        f'<p:sp><p:nvSpPr>{named(3, names[1])}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/>'
        '<a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        '<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/><a:lstStyle/>'
        f"{text.prompts(prompts)}</p:txBody></p:sp>"
        f'<p:sp><p:nvSpPr>{named(4, names[2])}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="3884613" y="8685213"/>'
        '<a:ext cx="2971800" cy="458787"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        '<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0" anchor="b"/><a:lstStyle>'
        '<a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle>'
        f"{number_field(text)}</p:txBody></p:sp>"
        f"</p:spTree></p:cSld>{_COLOR_MAP.format(dark='tx', light='bg')}<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    ).encode()


def notes_part(text: TextWriter, notes: str, number: int) -> bytes:
    """Return the notes page of a slide; each line of the notes is a paragraph."""
    paragraphs = "".join(text.said(line) if line else "<a:p/>" for line in notes.split("\n"))
    return (
        f"{PROLOG}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f"{paragraphs}</p:txBody></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>'
        f'<a:fld id="{FIELD_IDS["slidenum"]}" type="slidenum"><a:rPr {text.lang("0")}/><a:t>{number}</a:t></a:fld></a:p>'
        f"</p:txBody></p:sp></p:spTree></p:cSld>{KEEP_COLORS}</p:notes>"
    ).encode()
