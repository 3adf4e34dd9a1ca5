"""Two to eight people: portrait, name, what they do and a line on them.

Use it where the people carry the case: a team, a board, speakers. For one voice use `quote`; for what people do in which
order use `process`.
"""

from collections.abc import Iterable, Iterator

from deckgen.content import Claim, Content, Image, Line, Part, Text, slot
from deckgen.content.text import full_width_length, half_width_length
from deckgen.problems import Kind, Problem
from deckgen.scene import Frame, Item, Look, Page, TextStyle
from deckgen.scene.easing import eased
from deckgen.style import replace

NAME_ZH = "团队"
SUMMARY_ZH = "介绍两到八个人：照片、姓名、职责和一句话。"
FAMILY = "other"
EXAMPLE = """
layout: team
title: 四位负责人各管一段，从设计到售后都有人拍板
people:
  - name: 林知夏
    role: 产品设计
    bio: 做过三代便携音箱，主张先听后看
    photo: {file: assets/person-lin.jpg, alt: 林知夏，齐肩短发，蓝色上衣}
  - name: 周牧
    role: 声学与硬件
    bio: 结构与调音一手抓，打样也归他
    photo: {file: assets/person-zhou.jpg, alt: 周牧，短发，圆框眼镜，橙色上衣}
  - name: 陈溪
    role: 市场与渠道
    bio: 牵头首发城市的门店与内容合作
    photo: {file: assets/person-chen.jpg, alt: 陈溪，长发，绿色上衣}
  - name: 何川
    role: 供应链与售后
    bio: 让备货跟着订单走，退换当天办结
    photo: {file: assets/person-he.jpg, alt: 何川，短发，蓄须，深灰上衣}
"""

_MANY, _SHORT = 4, 20
"""From how many people on there are two rows, and the longest line on a person that has room there."""

_BETWEEN = 24.0
"""Between two rows, in points."""

_LARGEST = {2: 228.0, 3: 216.0, 4: 186.0}
_ABOVE = 18.0
"""The largest portrait by how many stand in one row, and from it to its words, in points."""

NO_ROOM = Kind(
    "text-left-out", "warning",
    "超过 {most} 人时，长过 {short} 字的介绍不显示：「{name}」的介绍有 {count} 字。",
    "With more than {most} people, what is said of “{name}” is left out: it has {count_en} characters.",
    "请缩短到 {short} 字以内。", "Shorten it to {letters} characters or fewer.",
)  # fmt: skip


class Person(Part):
    name: Line = slot("The name.", "姓名。", zh="姓名", at_most=8)
    role: Line = slot("What the person does here.", "在这里负责什么。", zh="职责", at_most=14)
    bio: Text = slot(
        "What is worth knowing; of more than four people 20 characters at most are shown.",
        "值得知道的经历；多于四个人时最多显示 20 字。",
        zh="介绍", at_most=30, default="",
    )  # fmt: skip
    photo: Image | None = slot(
        "A portrait, shown as a circle; initials stand in for it.", "照片，显示成圆形；没有照片就用姓名里的字代替。",
        zh="照片", default=None,
    )  # fmt: skip


class Team(Content):
    title: Claim = slot("What the people stand for.", "有了这些人意味着什么。", zh="结论标题", at_most=56)
    people: list[Person] = slot(
        "The people, in the order to name them.", "各位成员，按介绍的顺序。", zh="人员", at_least=2, at_most=8
    )


def warnings(content: Team) -> Iterable[Problem]:
    """Say whose line has no room."""
    for person in content.people:
        if person.bio and not _bio(person, len(content.people)):
            words = person.bio.plain
            yield NO_ROOM.at(
                person.bio.span, person.bio.path, most=_MANY, short=_SHORT, letters=2 * _SHORT, name=person.name,
                count=full_width_length(words), count_en=half_width_length(words),
            )  # fmt: skip


def draw(content: Team, page: Page) -> Iterator[Item]:
    people, count = content.people, len(content.people)
    page.variant = f"×{count}"
    yield page.title(content.title)
    yield from (_row(people, page) if count <= _MANY else _rows(people, page))


def _row(people: list[Person], page: Page) -> Iterator[Item]:
    """Up to four people, portrait above words, all centred."""
    count, area = len(people), page.body
    columns = (area if count > 2 else area.inset(left=148, right=148)).columns(count, 24)
    name, role, bio = _styles(page, people, columns[0].width, (24, 20, 18) if count < 4 else (20, 18, 16), centred=True)
    bio = replace(bio, sizes=(18, 17, 16, 15, 14) if count < 4 else (16, 15, 14))
    words = [_words(person, count, name, role, bio) for person in people]
    width = min(columns[0].width, 320)
    height = max(page.height(entries, width) for entries in words)
    side = min(_LARGEST[count], area.height - _ABOVE - height)
    top = area.centred(side + _ABOVE + height, nearly=0).y
    for index, (person, entries, column) in enumerate(zip(people, words, columns, strict=True)):
        circle = Frame(column.x + (column.width - side) / 2, top, side, side)
        yield _portrait(person, circle, page, index)
        box = Frame(
            column.x + (column.width - width) / 2, circle.bottom + _ABOVE, width, area.bottom - circle.bottom - _ABOVE
        )
        fitting = eased(person.bio, bio, page, width) if person.bio else width
        box = box._replace(x=box.x + (width - fitting) / 2, width=fitting, height=min(box.height, height + 12))
        yield page.box(entries, box, key=f"people[{index}]")


def _rows(people: list[Person], page: Page) -> Iterator[Item]:
    """More people in two rows, words beside the portraits."""
    count, area = len(people), page.body
    across = (count + 1) // 2
    columns = area.columns(across, 24)
    side = 108.0 if across == 3 else 66.0
    beside = columns[0].width - side - 14
    name, role, bio = _styles(page, people, beside, (20, 18, 16) if across == 3 else (18, 16, 15, 14), centred=False)
    words = [_words(person, count, name, role, bio) for person in people]
    room = (area.height - _BETWEEN) / 2
    height = min(room, max(side, *(page.height(entries, beside) for entries in words)))
    pitch = min(room + _BETWEEN, height + 48)
    top = area.centred(pitch + height, nearly=0).y
    for index, (person, entries) in enumerate(zip(people, words, strict=True)):
        column, row = columns[index % across], index // across
        y = top + row * pitch
        yield _portrait(person, Frame(column.x, y, side, side), page, index)
        box = Frame(column.x + side + 14, y, beside, height)
        yield page.box(entries, box, key=f"people[{index}]")


def _styles(
    page: Page, people: list[Person], width: float, sizes: tuple[int, ...], *, centred: bool
) -> tuple[TextStyle, TextStyle, TextStyle]:
    """The styles of name, role and bio; every name stands on one line where a size allows it."""
    name = replace(page.fitted([person.name for person in people], "head", sizes, width), after=5, tight_after=3)
    role = replace(page.style("label"), sizes=(16, 15, 14) if name.sizes[0] > 18 else (14,), color="accent-text", bold=True,
                   after=8 if centred else 4, tight_after=4)  # fmt: skip
    bio = replace(page.style("detail-small"), color="muted")
    if not centred:
        return name, role, bio
    return replace(name, align="center"), replace(role, align="center"), replace(bio, align="center")


def _words(person: Person, count: int, *styles: TextStyle) -> list[tuple[Text, TextStyle]]:
    return list(zip((person.name, person.role, _bio(person, count)), styles, strict=True))


def _bio(person: Person, count: int) -> Text:
    """What is shown of what is said on a person: in two rows there is room for little."""
    return person.bio if count <= _MANY or full_width_length(person.bio.plain) <= _SHORT else Text()


def _portrait(person: Person, circle: Frame, page: Page, index: int) -> Item:
    """The photo as a circle, or the initials in one."""
    if person.photo:
        return page.picture(person.photo, circle, key=f"people[{index}].photo", look=Look("ellipse"))
    size = round(circle.width / 2.6)
    style = replace(page.style("head"), sizes=(size,), color="accent-text", align="center", after=0)
    return page.label(
        initials(person.name.plain), style, circle, f"people[{index}].photo", look=Look("ellipse", "accent-tint")
    )


def initials(name: str) -> str:
    """Return what stands for a name: the family name's character of a Chinese one, else up to two first letters."""
    if any("\u4e00" <= char <= "\u9fff" for char in name):
        return name.strip()[:1]
    words = name.replace("-", " ").split()
    return "".join(word[0].upper() for word in (words[:1] + words[-1:] if len(words) > 1 else words))
