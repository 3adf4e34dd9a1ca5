"""The page a layout draws on: the frames of its grid, and the texts in them, which know where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from os.path import commonprefix

from deckgen.content.run import Run
from deckgen.content.text import Text
from deckgen.frame import ROW, SLIDE_HEIGHT, Frame, cells
from deckgen.scene.canvas import Canvas
from deckgen.scene.items import PLAIN, Insets, Look, TextBox
from deckgen.scene.measures import Entry, Words
from deckgen.scene.setting import INDEX, Setting, SlideFacts
from deckgen.style import Anchor, Flow, TextStyle, replace

CONTENT_TOP, CONTENT_TOP_ONE_LINE, CONTENT_BOTTOM, TAKEAWAY_TOP = 126.0, 102.0, 468.0, 432.0
TITLE_FRAME = Frame(48, 42, 864, 78)
CARD_INSET = 16.0

_THEREFORE = 28.0
"""How far the arrow of a takeaway bar hangs to the left of its words, in points."""

_TAIL = 0.6
"""The size of 「（续 1/2）」 after a title, in relation to it."""


class Page(Canvas):
    """One slide while its layout draws it."""

    def __init__(self, setting: Setting, slide: SlideFacts, title: Text | None) -> None:
        super().__init__(setting, slide)
        self.variant = ""
        """What tells this drawing from others of its layout, such as `×3`; part of the slide layout's name."""
        self.words = Frame(48, 0, 864, SLIDE_HEIGHT)
        """What a picture that bleeds leaves to words; all but the footer keeps within it."""
        self._title = title

    # frames

    @cached_property
    def title_lines(self) -> int:
        """How many lines the action title takes at its base size; 2 where the slide has none."""
        if self._title is None:
            return 2
        style = self.setting.scale["title"]
        runs = self.runs(self._title_words(self._title))
        return self.setting.typesetter.line_count(runs, style.sizes[0], self.words.width, bold=True, major=True)

    @property
    def body(self) -> Frame:
        """The content zone; it starts higher under a one-line title (`visual.md` §1.1)."""
        top = CONTENT_TOP if self.title_lines > 1 else CONTENT_TOP_ONE_LINE
        return Frame(self.words.x, top, self.words.width, CONTENT_BOTTOM - top)

    def above(self, takeaway: Text | None) -> Frame:
        """The content zone, ending above the takeaway bar where there is one."""
        return self.body.until(TAKEAWAY_TOP - 3 * ROW) if takeaway else self.body

    def cells(self, first: int, last: int, top: int, bottom: int) -> Frame:
        """Return grid columns and rows as `visual.md` writes them; nothing is moved."""
        return cells(first, last, top, bottom)

    # texts

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
        key = key or self.key(path)
        return TextBox(
            key=key,
            frame=frame,
            paragraphs=paragraphs,
            styles=styles,
            path=path,
            span=origins[0].span if origins else self.slide.span,
            placeholder=placeholder,
            role=role or INDEX.sub("", key),
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

        An arrow tells it from a card. An `ask` calls the audience to act and stands on the brand colour.
        """
        frame = Frame(48, TAKEAWAY_TOP, 864, CONTENT_BOTTOM - TAKEAWAY_TOP)
        style = self.style("takeaway")
        therefore = replace(style, marker="→", marker_scale=1.0, hang=_THEREFORE, indent=_THEREFORE)
        return self.box(
            [(words, replace(style, color="on-brand") if ask else therefore)],
            frame,
            anchor="middle",
            insets=Insets(CARD_INSET, 6, CARD_INSET, 6),
            look=self.card_look("brand" if ask else "surface"),
        )

    # inner workings

    def _title_words(self, words: Text) -> Words:
        tail = self.slide.continuation
        return (*self.runs(words), Run(tail, scale=_TAIL, color="muted")) if tail else words

    def _prompts(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        """Return what an empty placeholder shows on each level: what is asked of the first text of its style."""
        firsts: dict[TextStyle, Words] = {}
        for words, name in entries:
            firsts.setdefault(self.style(name), words)
        return tuple([self._prompt(words) for words in firsts.values()])

    def _prompt(self, words: Words) -> str:
        if isinstance(words, Text):
            return self.slide.prompt(words.path, words.plain)
        return words if isinstance(words, str) else "".join(run.text for run in words)


def _common_path(paths: Sequence[str]) -> str:
    """Return the longest outline path that all the given ones share, whole steps only."""
    shared = commonprefix(paths)  # noqa: RUF071 - these are no paths of files; what is no whole step is cut off below
    if all(path[len(shared) :][:1] in ("", ".", "[") for path in paths):
        return shared
    return shared[: max(shared.rfind("."), shared.rfind("["), 0)]
