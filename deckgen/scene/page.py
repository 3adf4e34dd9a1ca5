"""The page a layout draws on: frames of the grid, styles of the scale, and items that know where they come from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from deckgen.content.icon import Icon
from deckgen.content.image import Image
from deckgen.content.run import Paragraph, Run
from deckgen.content.text import Text
from deckgen.frame import ROW, SLIDE_HEIGHT, Frame, cells
from deckgen.images.picture import Picture
from deckgen.scene.geometry import sites
from deckgen.scene.items import (
    PLAIN,
    Bend,
    Connector,
    Corners,
    Freeform,
    Insets,
    Look,
    PictureBox,
    Shape,
    Stroke,
    TextBox,
)
from deckgen.scene.setting import Setting, SlideFacts
from deckgen.style import Anchor, Flow, TextStyle, replace
from deckgen.typesetting.paragraph import RESERVE

CONTENT_TOP, CONTENT_TOP_ONE_LINE, CONTENT_BOTTOM, TAKEAWAY_TOP = 126.0, 102.0, 468.0, 426.0
TITLE_FRAME = Frame(48, 42, 864, 78)
CARD_INSET = 16.0

Words = Text | str | tuple[Run, ...]
Entry = tuple[Words, str | TextStyle]

_TAIL = 0.6
"""The size of 「（续 1/2）」 after a title, in relation to it."""

_INDEX = re.compile(r"\[\d+\]")
_LATIN = re.compile(r"[^\s\u2e80-\uffff]+")


class Page:
    """One slide while its layout draws it."""

    def __init__(self, setting: Setting, slide: SlideFacts, title: Text | None) -> None:
        self.setting = setting
        self.slide = slide
        self.variant = ""
        """What tells this drawing from others of its layout, such as `×3`; part of the slide layout's name."""
        self.words = Frame(48, 0, 864, SLIDE_HEIGHT)
        """What a picture that bleeds leaves to words; all but the footer keeps within it."""
        self._title = title
        self._drawn: Counter[tuple[str, bool]] = Counter()

    # frames

    @cached_property
    def title_lines(self) -> int:
        """How many lines the action title takes at its base size; 2 where the slide has none."""
        if self._title is None:
            return 2
        style = self.setting.scale["title"]
        runs = self.runs(self._title_words(self._title))
        wrapped = self.setting.typesetter.wrap(runs, style.sizes[0], self.words.width, bold=True, major=True)
        return len(wrapped.lines)

    @property
    def body(self) -> Frame:
        """The content zone; it starts higher under a one-line title (`visual.md` §1.1)."""
        top = CONTENT_TOP if self.title_lines > 1 else CONTENT_TOP_ONE_LINE
        return Frame(self.words.x, top, self.words.width, CONTENT_BOTTOM - top)

    def above(self, takeaway: Text | None) -> Frame:
        """The content zone, ending above the takeaway bar where there is one."""
        return self.body.until(TAKEAWAY_TOP - 2 * ROW) if takeaway else self.body

    def cells(self, first: int, last: int, top: int, bottom: int) -> Frame:
        """Return grid columns and rows as `visual.md` writes them; nothing is moved."""
        return cells(first, last, top, bottom)

    # styles and measures

    def style(self, name: str | TextStyle) -> TextStyle:
        """Return a style of the type scale."""
        return self.setting.scale[name] if isinstance(name, str) else name

    def marked(self, name: str | TextStyle, marker: str = "■", level: int = 0) -> TextStyle:
        """Return a style of the scale as a list level, its marker hanging in an indent of 18 pt."""
        return replace(self.style(name), marker=marker, indent=18.0 * (level + 1))

    def runs(self, words: Words) -> tuple[Run, ...]:
        """Return the runs of some words, source marks numbered."""
        if isinstance(words, str):
            return (Run(words),)
        runs = words.runs if isinstance(words, Text) else words
        if not any(run.cite for run in runs):
            return runs
        known = self.setting.citations
        return tuple(run._replace(text=f"[{known[run.cite].number}]") if run.cite in known else run for run in runs)

    def height(self, entries: Iterable[Entry], width: float, insets: Insets = Insets()) -> float:
        """Return the height some text reserves at its base sizes in a box of `width` points, insets included.

        Empty texts are left out, as `box` leaves them out.
        """
        paragraphs, styles = self._set((words, style) for words, style in entries if words)
        inner = width - insets.left - insets.right
        return self.setting.typesetter.natural_height(paragraphs, styles, inner) + insets.top + insets.bottom

    def width(self, words: Words, style: str | TextStyle) -> float:
        """Return the width of some words on one line at the base size of a style."""
        chosen = self.style(style)
        return self.setting.typesetter.width(self.runs(words), chosen.sizes[0], bold=chosen.bold, major=chosen.major)

    def lines(self, words: Words, style: str | TextStyle, width: float) -> int:
        """Return how many lines some words take at the base size of a style, as much kept free as in fitting them."""
        chosen = self.style(style)
        wrapped = self.setting.typesetter.wrap(
            self.runs(words), chosen.sizes[0], RESERVE * width, bold=chosen.bold, major=chosen.major
        )
        return len(wrapped.lines)

    def fitted(self, texts: Iterable[Words], style: str | TextStyle, sizes: Sequence[int], width: float) -> TextStyle:
        """Return a style at the largest of some sizes at which every text takes one line, else at the smallest."""
        chosen, kept = replace(self.style(style), sizes=tuple(sizes)), list(texts)
        while len(chosen.sizes) > 1 and any(self.width(words, chosen) > 0.99 * width for words in kept):
            chosen = replace(chosen, sizes=chosen.sizes[1:])
        return chosen

    def unbroken(self, texts: Iterable[Words], style: str | TextStyle, width: float) -> TextStyle:
        """Return a style from the largest size on at which no Latin word is wider than a line of `width` points."""
        words = [word for text in texts for run in self.runs(text) for word in _LATIN.findall(run.text)]
        return self.fitted(words, style, self.style(style).sizes, width)

    def joined(self, words: Iterable[Words], separator: str) -> tuple[Run, ...]:
        """Return some words as one text, `separator` between them."""
        runs: list[Run] = []
        for index, some in enumerate(words):
            runs += [*([Run(separator)] if index else []), *self.runs(some)]
        return tuple(runs)

    # items

    def box(
        self,
        entries: Iterable[Entry],
        frame: Frame,
        *,
        key: str = "",
        role: str = "",
        anchor: Anchor = "top",
        insets: Insets = Insets(),
        look: Look = PLAIN,
        target: str = "",
        placeholder: str = "body",
        field: str = "",
        decorative: bool = False,
        flow: Flow = "across",
    ) -> TextBox:
        """Return a text box of several paragraphs, one level of the box per style.

        Empty texts are left out. Boxes of one `role` (by default the key without its indexes) share one size.
        """
        kept = [(words, style) for words, style in entries if words]
        paragraphs, styles = self._set(kept)
        origins = [words for words, _ in kept if isinstance(words, Text) and words.path]
        path = _common_path([words.path for words in origins])
        key = key or self._key(path)
        return TextBox(
            key=key,
            frame=frame,
            paragraphs=paragraphs,
            styles=styles,
            path=path,
            span=origins[0].span if origins else self.slide.span,
            placeholder=placeholder,
            role=role or _INDEX.sub("", key),
            prompts=self._prompts(kept),
            anchor=anchor,
            insets=insets,
            look=look,
            target=target,
            field=field,
            decorative=decorative,
            flow=flow,
        )

    def text(
        self,
        words: Words,
        style: str | TextStyle,
        frame: Frame,
        *,
        key: str = "",
        role: str = "",
        anchor: Anchor = "top",
        insets: Insets = Insets(),
        look: Look = PLAIN,
        target: str = "",
        placeholder: str = "body",
        decorative: bool = False,
        flow: Flow = "across",
    ) -> TextBox:
        """Return a text box of one style."""
        return self.box(
            [(words, style)],
            frame,
            key=key,
            role=role,
            anchor=anchor,
            insets=insets,
            look=look,
            target=target,
            placeholder=placeholder,
            decorative=decorative,
            flow=flow,
        )

    def upright(self, words: Words, style: str | TextStyle, frame: Frame, *, key: str = "", role: str = "") -> TextBox:
        """Return a text that runs along the side of a drawing: in Chinese its characters stand one below the other.

        Turned words stand free, as LibreOffice turns them the wrong way in placeholders; characters one below the other
        come out right only there.
        """
        flow: Flow = "stacked" if self.setting.zh else "up"
        placeholder = "body" if flow == "stacked" else ""
        return self.text(words, style, frame, key=key, role=role, anchor="middle", placeholder=placeholder, flow=flow)

    def label(
        self,
        words: Words,
        style: str | TextStyle,
        frame: Frame,
        key: str,
        *,
        anchor: Anchor = "middle",
        insets: Insets = Insets(),
        look: Look = PLAIN,
        decorative: bool = False,
    ) -> TextBox:
        """Return free text that no placeholder holds, such as a mark in a diagram."""
        return self.box(
            [(words, style)],
            frame,
            key=key,
            anchor=anchor,
            insets=insets,
            look=look,
            placeholder="",
            decorative=decorative,
        )

    def title(
        self, words: Text, style: str | TextStyle = "title", frame: Frame | None = None, anchor: Anchor = "top"
    ) -> TextBox:
        """Return the title in its placeholder: by default the action title at the head of a content slide."""
        whole = TITLE_FRAME._replace(x=self.words.x, width=self.words.width)
        frame = frame or (whole if self.title_lines > 1 else whole.until(CONTENT_TOP_ONE_LINE - ROW))
        return self.box(
            [(self._title_words(words), style)], frame, key="title", anchor=anchor, placeholder="title", role="title"
        )

    def takeaway(self, words: Text, *, ask: bool = False) -> TextBox:
        """Return the bar at the foot of the content zone that says what follows from the slide.

        An `ask` calls the audience to act and stands on the brand colour.
        """
        frame = Frame(48, TAKEAWAY_TOP, 864, CONTENT_BOTTOM - TAKEAWAY_TOP)
        style = self.style("takeaway")
        return self.box(
            [(words, replace(style, color="on-brand") if ask else style)],
            frame,
            anchor="middle",
            insets=Insets(CARD_INSET, 6, CARD_INSET, 6),
            look=self.card_look("brand" if ask else "surface"),
        )

    def shape(self, frame: Frame, look: Look, *, key: str = "", shared: bool = True, rotation: float = 0) -> Shape:
        """Return a decorative shape; a shared one is drawn on the slide layout.

        On a slide that is built one by one the shapes of an entry (`steps[2] arrow`) are its own: they appear with it.
        """
        shared = shared and not (self.slide.built and "[" in key)
        return Shape(key or self._unnamed("shape", shared), frame, look, shared=shared, rotation=rotation)

    def icon(self, icon: Icon, frame: Frame, color: str = "accent", *, key: str = "", alt: str = "") -> Shape:
        """Return an icon, as large as fits in the middle of its frame; with an `alt` it says more than words beside it.

        Its lines are 2 points wide on a field of 48 and keep that proportion, but are never hairlines (`visual.md` §1.7).
        """
        from deckgen.icons import SIZE, drawing

        side = min(frame.width, frame.height)
        field = Frame(frame.x + (frame.width - side) / 2, frame.y + (frame.height - side) / 2, side, side)
        stroke = Stroke(color, max(1.5, round(side / 24, 2)), round=True)
        look = Look(stroke=stroke, freeform=Freeform(SIZE, SIZE, drawing(icon.name)))
        return Shape(key or self._key(icon.path), field, look, alt=alt)

    def picture(self, image: Image, frame: Frame, *, key: str = "", look: Look = PLAIN) -> PictureBox:
        """Return a picture that fills its frame, cropped around its focus, in the outline of `look`.

        One that cannot be used is empty: `check_images` has said why, and a deck with errors is not written.
        """
        # Pillow is imported only where there are pictures
        from deckgen.images.locate import locate
        from deckgen.images.place import place
        from deckgen.images.unusable import Unusable

        path = image.file.path.rpartition(".")[0]
        try:
            file = locate(image.file.source, self.setting.folder or Path(), self.setting.allow_outside)
            picture = place(file, frame.width, frame.height, image.focus)
        except Unusable:
            picture = Picture(b"", "png")
        return PictureBox(
            key=key or self._key(path),
            frame=frame,
            picture=picture,
            alt=image.alt.plain,
            path=path,
            span=image.file.span,
            prompt=self.slide.prompts.get(_INDEX.sub("", path.removeprefix(self.slide.path + ".")), ""),
            look=look,
        )

    def proportions(self, image: Image) -> float:
        """Return the width of a picture in relation to its height; 1 where it cannot be used."""
        from deckgen.images.decode import read_source
        from deckgen.images.locate import locate
        from deckgen.images.unusable import Unusable

        try:
            file = locate(image.file.source, self.setting.folder or Path(), self.setting.allow_outside)
            width, height = read_source(file).size
        except Unusable:
            return 1.0
        return width / height

    def brightest(self, picture: PictureBox, under: Frame) -> str:
        """Return the colour, as hex, of what is brightest in a picture `under` a frame, such as that of words on it."""
        from deckgen.images.light import brightest

        return brightest(picture.picture, picture.frame, under)

    def rule(
        self, x: float, y: float, width: float, *, color: str = "hairline", weight: float = 0.75, shared: bool = True
    ) -> Connector:
        """Return a horizontal line."""
        return Connector(self._unnamed("rule", shared), x, y, x + width, y, Stroke(color, weight), shared=shared)

    def connector(
        self,
        key: str,
        start: TextBox | Shape,
        start_site: int,
        end: TextBox | Shape,
        end_site: int,
        stroke: Stroke,
        *,
        tail: str = "",
        bend: Bend = "",
    ) -> Connector:
        """Return a line glued to two items at connection sites of theirs (`deckgen.scene.geometry.sites`)."""
        x1, y1 = sites(start.look, start.frame)[start_site]
        x2, y2 = sites(end.look, end.frame)[end_site]
        return Connector(
            key, x1, y1, x2, y2, stroke, tail=tail, bend=bend,
            start_key=start.key, start_site=start_site, end_key=end.key, end_site=end_site,
        )  # fmt: skip

    def arrow(self, frame: Frame, *, color: str = "grey", shared: bool = True) -> Shape:
        """Return a chevron that points to the right, from one box to the next."""
        return self.shape(frame, Look("chevron", color, adjust=(("adj", 60000),)), shared=shared)

    def card_look(self, fill: str = "surface", stroke: Stroke | None = None, corners: Corners = "all") -> Look:
        """Return the look of a card in this theme: filled or outlined, with the theme's radius at its `corners`."""
        return Look("rect", fill, stroke, self.setting.theme.radius, corners=corners)

    # inner workings

    def _title_words(self, words: Text) -> Words:
        tail = self.slide.continuation
        return (*self.runs(words), Run(tail, scale=_TAIL, color="muted")) if tail else words

    def _set(self, entries: Iterable[Entry]) -> tuple[tuple[Paragraph, ...], tuple[TextStyle, ...]]:
        styles: list[TextStyle] = []
        paragraphs: list[Paragraph] = []
        for words, name in entries:
            style = self.style(name)
            if style not in styles:
                styles.append(style)
            level = styles.index(style)
            paragraphs.extend(Paragraph(line, level) for line in _lines(self.runs(words)))
        return tuple(paragraphs), tuple(styles)

    def _key(self, path: str) -> str:
        key = path.removeprefix(self.slide.path + ".") if path else ""
        if key and self.slide.first:
            # a continuation slide counts its items from 0, so that it shares its layout with the first one
            found = re.match(rf"{self.slide.splits}\[(\d+)\]", key)
            if found:
                return f"{self.slide.splits}[{int(found[1]) - self.slide.first}]{key[found.end() :]}"
        if key:
            return key
        return self._unnamed("text", False)

    def _unnamed(self, kind: str, shared: bool) -> str:
        """Return a name for what shows no value of the outline; slide and layout count apart, so that layouts agree."""
        self._drawn[kind, shared] += 1
        return f"{kind} {self._drawn[kind, shared]}"

    def _prompts(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        prompts: list[str] = []
        seen: list[TextStyle] = []
        for words, name in entries:
            style = self.style(name)
            if style not in seen:
                seen.append(style)
                prompts.append(self._prompt(words))
        return tuple(prompts)

    def _prompt(self, words: Words) -> str:
        if isinstance(words, Text):
            key = _INDEX.sub("", words.path.removeprefix(self.slide.path + "."))
            return self.slide.prompts.get(key, words.plain)
        return words if isinstance(words, str) else "".join(run.text for run in words)


def tinted(words: Text | str, color: str, *, bold: bool | None = None) -> tuple[Run, ...]:
    """Return words in a colour of their own."""
    runs = words.runs if isinstance(words, Text) else (Run(words),)
    return tuple(run._replace(color=color, bold=run.bold if bold is None else bold) for run in runs)


def _lines(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Cut runs at their newlines: each line of a text is a paragraph of its own."""
    if not any("\n" in run.text for run in runs):
        return [runs]
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        for text in more:
            lines.append([run._replace(text=text)])
    return [tuple(run for run in line if run.text) for line in lines]


def _common_path(paths: Sequence[str]) -> str:
    """Return the longest outline path that all the given ones share, whole steps only."""
    if not paths:
        return ""
    steps = [re.findall(r"[^.\[\]]+|\[\d+\]", path) for path in paths]
    common: list[str] = []
    for column in zip(*steps, strict=False):
        if len(set(column)) > 1:
            break
        common.append(column[0])
    return "".join(step if step.startswith("[") else f".{step}" for step in common).removeprefix(".")
