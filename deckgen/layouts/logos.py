"""Logos of customers or partners on tiles, in groups where they are of several kinds.

Use it as proof by names. A logo whose file is missing may be written as a name. For what single customers say use
`quote`; for people use `team`.
"""

from collections.abc import Iterator
from math import ceil, sqrt

from pydantic import model_validator

from deckgen.content import Claim, Content, Flag, Image, Line, Part, slot
from deckgen.content.mistake import mistake
from deckgen.frame import ROW
from deckgen.scene import Frame, Insets, Item, Page, Stroke
from deckgen.style import replace

NAME_ZH = "客户/伙伴标识"
SUMMARY_ZH = "客户或伙伴的标识，一个一格，种类多时分组。"
FAMILY = "other"
EXAMPLE = """
layout: logos
title: 八家伙伴已接入，零售与物流各占一半
source: 示例数据，2024年12月
groups:
  - head: 零售伙伴
    logos:
      - {file: assets/logo-suncrate.png, alt: Suncrate}
      - {file: assets/logo-greenpane.png, alt: Greenpane}
      - {file: assets/logo-orbitree.png, alt: Orbitree}
      - {file: assets/logo-bluecask.png, alt: Bluecask}
  - head: 物流伙伴
    logos:
      - {file: assets/logo-paperlark.png, alt: Paperlark}
      - {file: assets/logo-moonferry.png, alt: Moonferry}
      - {file: assets/logo-tidelock.png, alt: Tidelock}
      - {name: 远帆供应链}
"""

_FEWEST, _MOST = 4, 18
_ACROSS = {4: 2, 5: 3, 6: 3, 7: 4, 8: 4, 9: 5, 10: 5, 13: 5, 14: 5, 15: 5}
"""Tiles in a row by how many there are, six where nothing is said: rows come out nearly even."""

_GAP, _BETWEEN, _HEAD = 12.0, 18.0, 30.0
"""Between tiles, between groups, and how high the head of a group is, in points."""

_TALLEST, _EDGE = 132.0, 6.0
_AREA, _WIDEST, _HIGHEST = 0.22, 0.82, 0.6
"""What of a tile a logo covers, and the most of its width and height: wide and square ones weigh the same."""


class Logo(Image):
    MAIN = "name"

    file: Line = slot(
        "The file of the logo: SVG, or PNG without a ground.", "标识的图片文件：SVG，或没有底色的 PNG。",
        zh="标识文件", default="",
    )  # fmt: skip
    name: Line = slot(
        "The name, shown where there is no file.", "名称，没有图片文件时显示。", zh="名称", at_most=10, default=""
    )
    alt: Line = slot(
        "Whose logo it is, for those who cannot see it.", "是谁的标识，讲给看不见图的人听。", zh="替代文字", default=""
    )

    @model_validator(mode="after")
    def _written(self) -> "Logo":
        if not self.file and not self.name:
            raise mistake(
                "no-logo", "这个标识既没有文件也没有名称。", "This logo has neither a file nor a name.",
                "请写 file: 和 alt:，或只写 name:。", "Write file: and alt:, or name: alone.", self.alt.span,
            )  # fmt: skip
        if self.file and not self.alt:
            raise mistake(
                "no-alt", "标识没有替代文字。", "The logo has no text for those who cannot see it.",
                "请写 alt: 和公司的名称。", "Write alt: with the name of the company.", self.file.span,
            )  # fmt: skip
        return self


class Group(Part):
    head: Line = slot("What the logos have in common.", "这一组标识有什么共同点。", zh="组名", at_most=8)
    logos: list[Logo] = slot("The logos of the group.", "这一组的标识。", zh="标识")


class Logos(Content):
    title: Claim = slot("What the names prove.", "这些名字说明了什么。", zh="结论标题", at_most=56)
    logos: list[Logo] = slot("The logos, 4 to 18.", "各个标识，4 到 18 个。", zh="标识", at_most=_MOST, default=[])
    groups: list[Group] = slot(
        "Groups of logos instead, 4 to 18 logos in all.", "改为分组列出，总共 4 到 18 个标识。",
        zh="分组", at_most=3, default=[],
    )  # fmt: skip
    monochrome: Flag = slot("Whether all logos are shown in grey.", "是不是全部显示成灰色。", zh="单色", default=False)

    @model_validator(mode="after")
    def _countable(self) -> "Logos":
        if bool(self.logos) == bool(self.groups):
            raise mistake(
                "logos-or-groups", "请在 logos 与 groups 中写一个。", "There should be either logos or groups.",
                "不分组写 logos: 列表；分组写 groups: 列表。", "Write a list logos:, or groups: with a list in each.",
            )  # fmt: skip
        count = len(self.logos) + sum(len(group.logos) for group in self.groups)
        if not _FEWEST <= count <= _MOST:
            raise mistake(
                "logo-count", f"一共有 {count} 个标识；一张幻灯片放 {_FEWEST} 到 {_MOST} 个。",
                f"There {'is 1 logo' if count == 1 else f'are {count} logos'}; a slide holds {_FEWEST} to {_MOST}.",
                "请删减或补足。", "Leave some out, or add some.",
            )  # fmt: skip
        return self


def draw(content: Logos, page: Page) -> Iterator[Item]:
    groups = content.groups or [Group.model_construct(head=Line(), logos=content.logos)]
    counts = [len(group.logos) for group in groups]
    page.variant = f"×{'+'.join(map(str, counts))}"
    yield page.title(content.title)
    board = page.body
    across = min(6, max(2, *counts)) if content.groups else _ACROSS.get(counts[0], 6)
    lines = [ceil(count / across) for count in counts]
    above = _HEAD if content.groups else 0.0
    fixed = _GAP * (sum(lines) - len(lines)) + _BETWEEN * (len(lines) - 1) + above * len(lines)
    height = min(_TALLEST, (board.height - fixed) / sum(lines)) // ROW * ROW
    top = board.centred(height * sum(lines) + fixed).y
    for number, group in enumerate(groups):
        key = f"groups[{number}].logos" if content.groups else "logos"
        if group.head:
            head = replace(page.style("head"), sizes=(18, 16))
            yield page.text(group.head, head, Frame(board.x, top, board.width, _HEAD), role="group")
        for index, logo in enumerate(group.logos):
            column = board.columns(across, _GAP)[index % across]
            tile = column._replace(y=top + above + index // across * (height + _GAP), height=height)
            yield from _tile(logo, page, tile, f"{key}[{index}]", grey=content.monochrome)
        top += above + lines[number] * (height + _GAP) - _GAP + _BETWEEN


def _tile(logo: Logo, page: Page, tile: Frame, key: str, *, grey: bool) -> Iterator[Item]:
    """Yield a logo on its tile, which is light in every theme, as logos are made for paper."""
    look = page.card_look("paper", None if page.setting.theme.dark else Stroke("hairline", 0.75))
    yield page.shape(tile, look, key=f"{key} tile", shared=False)
    if not logo.file:
        inner = tile.width - 2 * _EDGE
        name = page.fitted([logo.name], replace(page.style("head"), align="center"), (18, 16, 14, 13, 12), inner)
        name = replace(name, color="on-paper", after=0, tight_after=0)
        yield page.text(logo.name, name, tile, key=key, role="name", anchor="middle", insets=Insets(_EDGE, 4, _EDGE, 4))
        return
    ratio = page.proportions(logo)
    width = min(sqrt(_AREA * tile.width * tile.height * ratio), _WIDEST * tile.width, _HIGHEST * tile.height * ratio)
    placed = Frame(tile.x + (tile.width - width) / 2, tile.y + (tile.height - width / ratio) / 2, width, width / ratio)
    yield page.picture(logo, placed, key=key)._replace(grey=grey)
