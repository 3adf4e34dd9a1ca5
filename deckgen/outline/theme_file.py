"""The theme of a deck: one of the built-in ones, or a file of one's own that says what it changes in one of them."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator

from deckgen.content import Line, Part, slot
from deckgen.content.mistake import mistake
from deckgen.images.locate import locate
from deckgen.images.unusable import Unusable
from deckgen.outline.deck import DeckInfo
from deckgen.outline.events import OUTLINE_EMPTY
from deckgen.outline.fields import checked
from deckgen.outline.places import Place, listed_en
from deckgen.outline.read import Outline, read
from deckgen.outline.spelling import with_value_spelt
from deckgen.outline.theme_colors import colors_problems
from deckgen.problems import Kind, Problem, Span
from deckgen.problems.suggest import suggest
from deckgen.theme import Theme, load_theme
from deckgen.theme import names as theme_names
from deckgen.theme.theme import Motif, Semantics
from deckgen.typesetting.metrics import is_measured, measured_faces

UNKNOWN_THEME = Kind(
    "unknown-theme", "error",
    "没有名为「{name}」的主题。", "There is no theme “{name}”.",
    "{near_zh}可用主题：{themes_zh}", "{near_en}The themes are: {themes_en}",
)  # fmt: skip
EMPTY = Kind(
    "empty-theme", "error",
    "主题文件是空的。", "The theme file is empty.",
    "请写 base: 和要改的颜色、字体。", "Write base: and the colours and fonts that change.",
)  # fmt: skip
UNMEASURED = Kind(
    "font-unmeasured", "warning",
    "没有字体「{face}」的字宽表，排版时按偏宽估算，一行会少放几个字。",
    "There is no table of the widths of “{face}”: its text is taken to be wide, so that a line holds a little less.",
    "想排得准，请用 {faces_zh}。", "To be exact, take one of: {faces_en}.",
)  # fmt: skip

DEFAULT_THEME, _DEFAULT_BASE = "pulse", "clarity"
_WIDEST_RADIUS = 24.0
_HEX, _SHORT_HEX = re.compile("#?([0-9A-Fa-f]{6})"), re.compile("#?([0-9A-Fa-f]{3})")
_FILE = Place("主题文件", "the theme file")


def _color(value: Any) -> Any:
    """Read `0B5FD0` or `"#0B5FD0"`; an empty value stands for the colour of the base."""
    if not isinstance(value, str) or not value:
        return value
    found = _HEX.fullmatch(value.strip())
    if found:
        return found[1].upper()
    short = _SHORT_HEX.fullmatch(value.strip())
    meant = "".join(digit * 2 for digit in short[1].upper()) if short else ""
    raise mistake(
        "not-color", f"「{value}」不是颜色。", f"“{value}” is no colour.",
        f"是不是 {meant}？" if meant else "请写六位十六进制数，如 0B5FD0。",
        f"Did you mean {meant}?" if meant else "Write six hexadecimal digits, as in 0B5FD0.",
    )  # fmt: skip


def _radius(value: Any) -> Any:
    try:
        radius = float(value)
    except (TypeError, ValueError):
        radius = -1.0
    if not 0 <= radius <= _WIDEST_RADIUS:
        raise mistake(
            "not-radius", f"「{value}」不能作圆角。", f"“{value}” cannot be the radius of corners.",
            f"请写 0 到 {_WIDEST_RADIUS:g} 之间的磅值，0 是直角。",
            f"Write points from 0, which are square corners, to {_WIDEST_RADIUS:g}.",
        )  # fmt: skip
    return radius


Color = Annotated[str, BeforeValidator(_color)]


class Colors(Part):
    """The `colors:` of a theme file, as hex values."""

    text: Color = slot("Text on the page.", "页面上的文字。", zh="文字", default="")
    page: Color = slot("The page.", "页面的底色。", zh="页面", default="")
    brand: Color = slot(
        "The ground of covers and of what stands out as a block.", "封面和醒目色块的底色。", zh="品牌底色", default=""
    )
    surface: Color = slot("Cards and panels.", "卡片和面板。", zh="卡片", default="")
    accent1: Color = slot(
        "The emphasis: the one thing to look at.", "强调色：突出最该看的那一处。", zh="强调色", default=""
    )
    accent2: Color = slot(
        "A second emphasis, for one thing a slide at most.", "第二强调色，一页最多用在一处。",
        zh="第二强调色", default="",
    )  # fmt: skip
    accent3: Color = slot("Data that stand back.", "退居其次的数据。", zh="灰色数据", default="")
    accent4: Color = slot(
        "A third hue, where a third category needs one.", "第三种颜色，有第三个类别时用。", zh="辅助色", default=""
    )
    accent5: Color = slot("What is good.", "表示好。", zh="好", default="")
    accent6: Color = slot("What is bad.", "表示坏。", zh="坏", default="")
    muted: Color = slot(
        "Text that stands back: a shade of the text colour.", "次要文字，文字颜色的一种浓淡。",
        zh="次要文字", default="",
    )  # fmt: skip
    hairline: Color = slot(
        "Thin lines: a shade of the text colour.", "细线，文字颜色的一种浓淡。", zh="细线", default=""
    )


class Fonts(Part):
    """The `fonts:` of a theme file, as names of typefaces."""

    latin: Line = slot("The Latin face of text.", "正文的西文字体。", zh="西文字体", default="")
    ea: Line = slot("The Chinese face of text.", "正文的中文字体。", zh="中文字体", default="")
    ea_fallback: Line = slot("What stands in for it.", "没有上面的字体时用什么代替。", zh="备用中文字体", default="")
    latin_heads: Line = slot(
        "The Latin face of titles and large numbers.", "标题和大数字的西文字体。", zh="标题西文字体", default=""
    )
    ea_heads: Line = slot("The Chinese face of titles.", "标题的中文字体。", zh="标题中文字体", default="")
    ea_heads_fallback: Line = slot(
        "What stands in for it.", "没有上面的字体时用什么代替。", zh="备用标题中文字体", default=""
    )


class ThemeFile(Part):
    """A theme of one's own: what it changes in its base."""

    base: Line = slot(
        "The built-in theme that it changes; clarity when left out.", "在哪个内置主题上改；不写就是 clarity。",
        zh="底本", default="",
    )  # fmt: skip
    name: Line = slot(
        "Its name; that of the file when left out.", "主题的名称；不写就用文件名。", zh="名称", default=""
    )
    name_zh: Line = slot("Its name in Chinese decks.", "中文文稿里的名称。", zh="中文名称", default="")
    summary: Line = slot("What it looks like and is for.", "用英文说明它的样子和用途。", zh="英文说明", default="")
    summary_zh: Line = slot("The same in Chinese.", "用中文说明它的样子和用途。", zh="说明", default="")
    colors: Colors = slot("Its colours.", "主题的颜色。", zh="颜色", default=Colors())
    fonts: Fonts = slot("Its typefaces.", "主题的字体。", zh="字体", default=Fonts())
    radius: Annotated[float, BeforeValidator(_radius)] = slot(
        "Of the corners of cards, in points.", "卡片圆角的半径，以磅为单位。", zh="圆角", default=0
    )
    motif: Motif = slot("The ornament of covers and sections.", "封面和过渡页上的装饰。", zh="装饰", default="block")
    semantics: Semantics = slot(
        "Whether a rise is green or, as in Chinese markets, red.", "涨是绿色，还是像国内行情那样是红色。",
        zh="涨跌色", default="western",
    )  # fmt: skip


class Choice(NamedTuple):
    """The theme of a deck, the file it was read from, and what is wrong with it."""

    theme: Theme
    file: Outline | None
    problems: list[Problem]


def is_theme_file(name: str) -> bool:
    """Whether the name of a theme is that of a file."""
    return name.lower().endswith((".yaml", ".yml")) or "/" in name or "\\" in name


def choose_theme(info: DeckInfo, instead: str, outline: str, folder: Path, allow_outside: bool) -> Choice:
    """Return the theme that a deck names, or the one to take `instead` of it.

    A file named by the outline lies in `folder` or below, as pictures do, unless `allow_outside`; one named instead lies
    anywhere. Where the theme has mistakes, the deck is laid out in the one it is based on, so that the mistakes of the
    slides are found too.
    """
    named = instead or info.theme.plain or DEFAULT_THEME
    span = None if instead else info.theme.span
    if is_theme_file(named):
        try:
            path = locate(named, Path() if instead else folder, allow_outside or bool(instead))
        except Unusable as reason:
            choice = Choice(load_theme(DEFAULT_THEME), None, [Problem(reason.kind, span, "deck.theme", reason.facts)])
        else:
            choice = _own(read(path, named if instead else os.path.join(os.path.dirname(outline), named)), path.stem)
    elif named in theme_names():
        choice = Choice(load_theme(named), None, [])
    else:
        choice = Choice(load_theme(DEFAULT_THEME), None, [_unknown(named, span, "deck.theme")])
    if "semantics" in info.model_fields_set:
        choice = choice._replace(theme=replace(choice.theme, semantics=info.semantics))
    return choice


def _own(file: Outline, name: str) -> Choice:
    """Return the theme of a file that has been read."""
    problems = [EMPTY.at(problem.span) if problem.kind is OUTLINE_EMPTY else problem for problem in file.problems]
    if not file.readable:
        return Choice(load_theme(DEFAULT_THEME), file, problems)
    written = checked(ThemeFile, file.root, "", _FILE, problems)
    if written is None:
        return Choice(load_theme(DEFAULT_THEME), file, problems)
    wanted = written.base.plain or _DEFAULT_BASE
    if wanted not in theme_names():
        problems.append(_unknown(wanted, written.base.span, "base"))
        return Choice(load_theme(DEFAULT_THEME), file, problems)
    base = load_theme(wanted)
    theme = _changed(base, written, name)
    problems += colors_problems(theme, file.root)
    problems += _unmeasured(theme, written.fonts)
    return Choice(base if any(problem.severity == "error" for problem in problems) else theme, file, problems)


def _changed(base: Theme, written: ThemeFile, name: str) -> Theme:
    """Return a theme that differs from its base in what a file says."""
    stated = written.model_fields_set
    name = written.name.plain or name
    return Theme(
        name=name,
        name_zh=written.name_zh.plain or name,
        summary=written.summary.plain or base.summary,
        summary_zh=written.summary_zh.plain or written.summary.plain or base.summary_zh,
        colors={use: getattr(written.colors, use) or value for use, value in base.colors.items()},
        fonts=_fonts(base, {use: str(getattr(written.fonts, use)) for use in Fonts.model_fields}),
        radius=written.radius if "radius" in stated else base.radius,
        motif=written.motif if "motif" in stated else base.motif,
        semantics=written.semantics if "semantics" in stated else base.semantics,
    )


def _fonts(base: Theme, stated: dict[str, str]) -> dict[str, str]:
    """Return the faces of a theme; titles follow the text where the base has one face for both."""
    fonts = dict(base.fonts)
    for use in ("latin", "ea"):
        heads = f"{use}_heads"
        if stated[heads] or (stated[use] and base.fonts[use] == base.fonts[heads]):
            fonts[heads] = stated[heads] or stated[use]
            fonts.pop(f"{heads}_fallback", None)
    return fonts | {use: face for use, face in stated.items() if face}


def _unmeasured(theme: Theme, fonts: Fonts) -> list[Problem]:
    """Return a warning for each Latin face whose widths nobody measured."""
    faces = [face for face in (fonts.latin, fonts.latin_heads) if face and not is_measured(face.plain)]
    return [
        UNMEASURED.at(
            face.span,
            face.path,
            face=face.plain,
            faces_zh="、".join(measured_faces()),
            faces_en=listed_en(measured_faces()),
        )
        for face in dict.fromkeys(faces)
    ]


def _first(summary: str, end: str) -> str:
    """Return what a summary says of the look of a theme, without what the theme is for."""
    return summary.partition(end)[0]


def _unknown(name: str, span: Span | None, path: str) -> Problem:
    near = suggest(name, theme_names())
    problem = UNKNOWN_THEME.at(
        span, path, name=name,
        near_zh=f"是不是「{near}」？" if near else "", near_en=f"Did you mean “{near}”? " if near else "",
        themes_zh="、".join(f"{theme}（{_first(load_theme(theme).summary_zh, '，')}）" for theme in theme_names()),
        themes_en=listed_en(f"{theme} ({_first(load_theme(theme).summary, ', for ')})" for theme in theme_names()),
    )  # fmt: skip
    return with_value_spelt(problem, name, dict.fromkeys(theme_names(), ""))
