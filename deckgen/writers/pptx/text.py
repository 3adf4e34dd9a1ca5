"""Text as DrawingML: bodies, paragraphs, runs and level styles."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckgen.content.run import Paragraph, Run
from deckgen.scene.items import Insets, TextBox
from deckgen.style import Anchor, Flow, TextStyle
from deckgen.writers.pptx.color import Palette
from deckgen.writers.pptx.names import emu
from deckgen.writers.xml import escaped, quoted

_HAN = r"[^\x00-\u2e7f]"
_CHINESE = re.compile(f"{_HAN}|[“”‘’—…·\u2460-\u24ff]")
_FOREIGN = re.compile(_HAN)
"""What Chinese fonts set in a Chinese text, where quotation marks and dashes are full-width, and in another one."""

_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
BREAKING = 'eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'
"""East Asian line breaking on, words whole, no hanging punctuation: so that every program breaks lines alike."""


class TextWriter:
    """Writes text in one deck's language and colours."""

    def __init__(self, palette: Palette, lang: str) -> None:
        self._palette = palette
        self._foreign = 'lang="zh-CN" altLang="en-US"'
        self._latin = f'lang="{"en-US" if lang.startswith("zh") else lang}"'
        self._east_asian = _CHINESE if lang.startswith("zh") else _FOREIGN
        self.end = f'<a:endParaRPr lang="{lang}"/>'

    def lang(self, text: str) -> str:
        """Return the language attributes of some text: Chinese where it holds any, else Latin."""
        return self._foreign if self._east_asian.search(text) else self._latin

    def run(self, run: Run, size: int, link: Callable[[str], str]) -> str:
        """Return a run; only what differs from its level is written."""
        if run.text == "\n":
            return f"<a:br><a:rPr {self._latin}/></a:br>"
        attributes = self.lang(run.text)
        if run.mark:
            attributes += f' sz="{mark_size(round(size * run.scale)) * 100}" b="0" baseline="30000"'
        elif run.scale != 1:
            attributes += f' sz="{round(size * run.scale) * 100}" b="{int(run.bold)}"'
        elif run.bold:
            attributes += ' b="1"'
        inner = self._palette.fill(run.color) if run.color else ""
        if run.ground:
            inner += f"<a:highlight>{self._palette.color(run.ground)}</a:highlight>"
        if run.link:
            inner += f'<a:hlinkClick r:id="{link(run.link)}"/>'
        properties = f"<a:rPr {attributes}>{inner}</a:rPr>" if inner else f"<a:rPr {attributes}/>"
        return f"<a:r>{properties}<a:t>{escaped(run.text)}</a:t></a:r>"

    def paragraph(
        self, paragraph: Paragraph, size: int, link: Callable[[str], str], field: str = "", properties: str = ""
    ) -> str:
        """Return a paragraph; `field` makes it a field of that type, `properties` is its own `a:pPr`."""
        level = f'<a:pPr lvl="{paragraph.level}"/>' if paragraph.level else ""
        if field:
            text = paragraph.plain
            inner = (
                f'<a:fld id="{FIELD_IDS[field]}" type="{field}"><a:rPr {self.lang(text)}/>'
                f"<a:t>{escaped(text)}</a:t></a:fld>{self.end}"
            )
        else:
            inner = "".join([self.run(run, size, link) for run in paragraph.runs])
        return f"<a:p>{properties or level}{inner}</a:p>"

    def said(self, words: str) -> str:
        """Return a paragraph of some words in the style of their place."""
        return f"<a:p><a:r><a:rPr {self.lang(words)}/><a:t>{escaped(words)}</a:t></a:r></a:p>"

    def levels(self, styles: tuple[TextStyle, ...], step: int = 0, tight: bool = False) -> str:
        """Return a list style with every level written in full."""
        return "".join([self.level(n, style, step, tight) for n, style in enumerate(styles, 1)])

    def level(self, number: int, style: TextStyle, step: int = 0, tight: bool = False) -> str:
        """Return one level of a list style."""
        after = style.tight_after if tight else style.after
        marker = (
            f'<a:buClr>{self._palette.color(style.marker_color)}</a:buClr><a:buSzPct val="{round(style.marker_scale * 100000)}"/>'
            f'<a:buFont typeface="Arial"/><a:buChar char={quoted(style.marker)}/>'
            if style.marker
            else "<a:buNone/>"
        )
        fonts = _HEADS if style.major else _BODY
        return (
            f'<a:lvl{number}pPr marL="{emu(style.indent)}" indent="{-emu(style.hang) if style.marker else 0}" '
            f'algn="{_ALIGNS[style.align]}" defTabSz="914400" rtl="0" {BREAKING}>'
            f'<a:lnSpc><a:spcPct val="{round(style.line * 100000)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{round(style.before * 100)}"/></a:spcBef>'
            f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>{marker}'
            f'<a:defRPr sz="{style.size(step) * 100}" b="{int(style.bold)}" i="0" kern="1200">'
            f"{self._palette.fill(style.color)}{fonts}</a:defRPr></a:lvl{number}pPr>"
        )

    def smaller(self, box: TextBox) -> str:
        """Return the list style of a slide's box: only what fitting changed against the layout."""
        if not box.step and not box.tight:
            return "<a:lstStyle/>"
        levels = ""
        for number, style in enumerate(box.styles, 1):
            spacing = f'<a:spcAft><a:spcPts val="{round(style.tight_after * 100)}"/></a:spcAft>' if box.tight else ""
            size = f'<a:defRPr sz="{style.size(box.step) * 100}"/>' if box.step else ""
            levels += f"<a:lvl{number}pPr>{spacing}{size}</a:lvl{number}pPr>"
        return f"<a:lstStyle>{levels}</a:lstStyle>"

    def paragraphs(self, box: TextBox, link: Callable[[str], str], marked: bool = False) -> str:
        """Return the paragraphs of a box; `marked` ones state the colour of their markers themselves."""
        return "".join(
            [
                self.paragraph(
                    paragraph,
                    box.styles[paragraph.level].size(box.step),
                    link,
                    box.field,
                    self._marker_color(paragraph.level, box.styles[paragraph.level]) if marked else "",
                )
                for paragraph in box.paragraphs
            ]
        )

    def _marker_color(self, level: int, style: TextStyle) -> str:
        if not style.marker:
            return ""
        at = f' lvl="{level}"' if level else ""
        return f"<a:pPr{at}><a:buClr>{self._palette.color(style.marker_color)}</a:buClr></a:pPr>"

    def prompts(self, texts: tuple[str, ...]) -> str:
        """Return what an empty placeholder shows: one paragraph per level."""
        return "".join(
            f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr {self.lang(text)}/><a:t>{escaped(text)}</a:t></a:r></a:p>'
            for level, text in enumerate(texts)
        )


def mark_size(size: int) -> int:
    """Return the size of a superscript beside text of `size` points.

    Programs draw it at two thirds, and nothing a reader needs may be smaller than 10 pt. The marks of notes and sources,
    set at 10 pt themselves, stay as they are.
    """
    return max(size, 16) if size > 10 else size


_FLOWS = {"across": "horz", "up": "vert270", "stacked": "eaVert"}


def body_properties(
    anchor: Anchor,
    insets: Insets,
    autofit: str = "<a:normAutofit/>",
    wrap: str = "square",
    flow: Flow = "across",
) -> str:
    """Return the properties of a text body with its insets and anchor."""
    left, top, right, bottom = (emu(inset) for inset in insets)
    return (
        f'<a:bodyPr vert="{_FLOWS[flow]}" wrap="{wrap}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" '
        f'anchor="{_ANCHORS[anchor]}">{autofit}</a:bodyPr>'
    )


FIELD_IDS = {
    "slidenum": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}",
    "datetime1": "{5BCAD085-E8A6-8845-BD4E-CB4CCA059FC4}",
}
"""Any braced GUID serves; these are fixed so that equal decks are equal bytes."""

_BODY = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
_HEADS = '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>'
