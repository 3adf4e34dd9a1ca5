"""The colours of a theme of one's own held against each other, and what to write instead of those that fail."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import replace

from deckgen.content.tree import Mapping
from deckgen.problems import Kind, Problem, Span
from deckgen.theme import Theme
from deckgen.theme.color import luminance, rgb
from deckgen.theme.legibility import SHADES, Faint, faint, strayed
from deckgen.theme.ramp import STEPS

FAINT = Kind(
    "faint-color", "error",
    "主题的「{name}」不够清楚：{use_zh}放在{ground_zh}上，对比度只有 {found}:1，至少要 {least}:1。",
    "“{name}” of the theme does not stand out: {use_en} on {ground_en} has a contrast of {found}:1, at least {least}:1 is "
    "needed.",
    "{help_zh}", "{help_en}",
)  # fmt: skip
NO_SHADE = Kind(
    "no-shade", "error",
    "主题的「{name}」要由「{of}」变深浅得来，{wanted} 变不出来。",
    "“{name}” of the theme has to be a shade of “{of}”, which {wanted} is not.",
    "请写最接近的 {nearest}，或改「{of}」的色相。", "Write the nearest one, {nearest}, or change the hue of “{of}”.",
)  # fmt: skip

NAMES = {
    "text": ("正文", "text"),
    "muted": ("次要文字", "muted text"),
    "accent-text": ("小号强调文字", "small emphasised text"),
    "positive-text": ("表示好的小字", "small text for what is good"),
    "negative-text": ("表示坏的小字", "small text for what is bad"),
    "on-brand": ("文字", "text"),
    "on-brand-muted": ("次要文字", "muted text"),
    "on-brand-accent": ("强调文字", "emphasised text"),
    "on-brand-mark": ("强调图形", "an emphasised mark"),
    "on-brand-faint": ("大号数字", "a large number"),
    "on-accent": ("色块里的字", "text in a coloured block"),
    "page": ("页面", "the page"),
    "surface": ("卡片", "a card"),
    "brand": ("品牌底色", "the brand colour"),
    "brand-ground": ("品牌底色", "the brand colour"),
    "on-brand-surface": ("品牌底上的卡片", "a card on the brand colour"),
    "accent": ("强调色", "the emphasis colour"),
    "accent-mid": ("中强调色", "the middle emphasis colour"),
    "accent-deep": ("深强调色", "the deep emphasis colour"),
    "accent-tint": ("浅强调色", "the tint of the emphasis colour"),
    "on-scrim": ("图片上的文字", "text over a picture"),
    "scrim": ("图片上的遮罩", "the veil of a picture"),
    "on-paper": ("浅色底片上的字", "text on a light tile"),
    "paper": ("浅色底片", "a light tile"),
    "total": ("合计", "totals"),
    "second": ("第二强调色", "the second emphasis colour"),
    "grey": ("灰色数据", "grey data"),
    "grey-deep": ("深灰数据", "deep grey data"),
    "grey-tint": ("浅灰数据", "light grey data"),
    "support": ("辅助色", "the third hue"),
    "positive": ("表示好的颜色", "the colour of what is good"),
    "negative": ("表示坏的颜色", "the colour of what is bad"),
    **{f"on-ramp-{step}": ("色阶上的字", "text on a step of the ramp") for step in range(1, STEPS + 1)},
    **{f"ramp-{step}": (f"第 {step} 级色阶", f"step {step} of the ramp") for step in range(1, STEPS + 1)},
}
"""What the roles are called where a person is told of them."""

_PLAIN = ("text", "on-brand")
"""The plain text of a page and of the brand colour."""

_STEPS = range(2, 100, 2)
"""By how many percent of lightness a better colour may differ."""


def colors_problems(theme: Theme, file: Mapping) -> Iterator[Problem]:
    """Yield an error for each colour that a theme file names and that cannot be told from what it stands on.

    One colour is one mistake, however many roles it has: the worst of them is told.
    """
    written = file.get("colors")
    stated = written if isinstance(written, Mapping) else Mapping()
    worst = _worst(theme, stated)
    for name, found in worst.items():
        better = _better(theme, name, stated)
        deeper = better and luminance(better) < luminance(theme.colors[name])
        yield FAINT.at(
            _span(stated, name) or file.span, f"colors.{name}", name=name, found=f"{found.found:.1f}",
            least=f"{found.least:g}",
            use_zh=NAMES[found.role][0], use_en=NAMES[found.role][1],
            ground_zh=NAMES[found.ground][0], ground_en=NAMES[found.ground][1],
            help_zh=f"请用更{'深' if deeper else '浅'}的颜色，例如 {better}。" if better else "请把这两种颜色拉开。",
            help_en=f"Take a {'darker' if deeper else 'lighter'} one, such as {better}." if better
            else "Set the two farther apart.",
        )  # fmt: skip
    for name, nearest in strayed(theme):
        if name in stated and name not in worst:  # one left out is the nearest shade there is
            yield NO_SHADE.at(
                _span(stated, name), f"colors.{name}", name=name, of="surface" if name == "brand" else "text",
                wanted=theme.colors[name], nearest=nearest,
            )  # fmt: skip


def _worst(theme: Theme, stated: Mapping) -> dict[str, Faint]:
    """Return the colours to change, each with the pair of roles that needs it most.

    Where a ground does not even carry its plain text, what else stands on it is not to blame.
    """
    pairs = list(faint(theme))
    broken = {_color(theme, pair.ground) for pair in pairs if pair.role in _PLAIN}
    worst: dict[str, Faint] = {}
    for pair in pairs:
        if pair.role in _PLAIN or _color(theme, pair.ground) not in broken:
            name = _blamed(theme, pair, stated)
            worst[name] = min(worst.get(name, pair), pair, key=lambda some: some.found / some.least)
    named = {name: pair for name, pair in worst.items() if name in stated}
    return named or worst  # what the file does not name suffers from what it does


def _blamed(theme: Theme, pair: Faint, stated: Mapping) -> str:
    """Return which colour to change: that of the role or of its ground, rather one that the file names."""
    names = [_color(theme, pair.role), _color(theme, pair.ground)]
    if names[0] in ("page", "text") and pair.role.startswith("on-"):
        names.reverse()  # what lies on a block has the colour of the page: it is the block that does not suit
    return next((name for name in names if name in stated), names[0])


def _color(theme: Theme, role: str) -> str:
    """Return the name of the colour that a role is made of."""
    second = "muted" if theme.dark else "brand"
    names = {"tx1": "text", "bg1": "page", "tx2": second, "bg2": "surface"}
    slot = theme.roles[role].slot
    return SHADES.get(role) or names.get(slot, slot)


def _span(stated: Mapping, name: str) -> Span | None:
    value = stated.get(name)
    return value.span if value is not None else None


def _better(theme: Theme, name: str, stated: Mapping) -> str:
    """Return the nearest shade of a colour with which nothing about it is faint any more, or ""."""
    hue, light, saturation = colorsys.rgb_to_hls(*rgb(theme.colors[name]))
    for step in _STEPS:
        for shifted in (light - step / 100, light + step / 100):
            if 0 <= shifted <= 1:
                shade = "".join(f"{round(c * 255):02X}" for c in colorsys.hls_to_rgb(hue, shifted, saturation))
                tried = replace(theme, colors={**theme.colors, name: shade})
                if tried.dark == theme.dark and name not in _worst(tried, stated):
                    return shade
    return ""
