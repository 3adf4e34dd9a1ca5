"""What a page shows besides words: shapes, lines, icons and pictures, each with its name."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from deckgen.content.icon import Icon
from deckgen.content.image import Image
from deckgen.frame import Frame
from deckgen.images.picture import Picture
from deckgen.scene.geometry import sites
from deckgen.scene.items import PLAIN, Bend, Connector, Corners, Freeform, Look, PictureBox, Shape, Stroke, TextBox
from deckgen.scene.measures import Measures
from deckgen.scene.setting import Setting, SlideFacts


class Canvas(Measures):
    """A slide that shapes, lines and pictures are drawn on."""

    def __init__(self, setting: Setting, slide: SlideFacts) -> None:
        super().__init__(setting)
        self.slide = slide
        self._drawn: Counter[tuple[str, bool]] = Counter()

    def key(self, path: str) -> str:
        """Return the name of what shows the value at a path of the outline, a new one where it shows none."""
        key = path.removeprefix(self.slide.path + ".") if path else ""
        if key and self.slide.first:
            # a continuation slide counts its items from 0, so that it shares its layout with the first one
            found = re.match(rf"{self.slide.splits}\[(\d+)\]", key)
            if found:
                return f"{self.slide.splits}[{int(found[1]) - self.slide.first}]{key[found.end() :]}"
        if key:
            return key
        return self._unnamed("text", False)

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
        return Shape(key or self.key(icon.path), field, look, alt=alt)

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
            key=key or self.key(path),
            frame=frame,
            picture=picture,
            alt=image.alt.plain,
            path=path,
            span=image.file.span,
            prompt=self.slide.prompt(path),
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

    def _unnamed(self, kind: str, shared: bool) -> str:
        """Return a name for what shows no value of the outline; slide and layout count apart, so that layouts agree."""
        self._drawn[kind, shared] += 1
        return f"{kind} {self._drawn[kind, shared]}"
