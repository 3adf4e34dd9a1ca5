"""Text: every line a `text` element at its baseline, every piece of it at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.content.run import Run
from deckgen.frame import Frame
from deckgen.scene.items import TextBox
from deckgen.style import Align, TextStyle
from deckgen.typesetting import Typesetter
from deckgen.typesetting.pieces import Piece
from deckgen.writers.pptx.text import mark_size
from deckgen.writers.svg.faces import family, is_certain
from deckgen.writers.svg.geometry import rectangle
from deckgen.writers.svg.lines import ASCENT, PITCH, Line, laid, laid_in
from deckgen.writers.svg.paint import Paint, number
from deckgen.writers.xml import escaped, quoted

_MARK, _RAISED = 0.58, 0.3
"""The size of a note mark and how far it stands above the line, in em of what it is made from (measured in LibreOffice)."""

_MARKER_HEIGHT, _MARKER_SHARE = 0.4, 0.343
"""How far LibreOffice raises a marker, in em: less by this share of its own scale, so that its middle stays level."""

_UPRIGHT = 0.88
"""From the top of an upright character to its baseline, in em."""
_TURNED = 0.35
"""From the middle of a turned line to its baseline, in em."""

_ENDLESS = 1e6
"""The width of a line that never breaks."""


class Advances(Protocol):
    """Tells how wide a text is, in em, in the font that will show a face."""

    def __call__(self, text: str, face: str, *, bold: bool) -> float:
        """Return the width."""


class TextWriter:
    """Writes text in the faces and colours of a theme.

    Each piece of a line gets a place of its own, so that no program's way of shaping one moves another. A Latin face that is
    not as wide on every machine would leave holes that way: there the pieces follow one another, or stand where the
    `advances` of the font say that will show them.
    """

    def __init__(self, paint: Paint, typesetter: Typesetter, advances: Advances | None = None) -> None:
        self._paint = paint
        self.typesetter = typesetter
        self._advances = advances
        fonts = paint.theme.fonts
        self._families = {
            (major, east_asian): family(fonts[f"{'ea' if east_asian else 'latin'}{'_heads' if major else ''}"])
            for major in (False, True)
            for east_asian in (False, True)
        }

    def family(self, *, major: bool = False, east_asian: bool = True) -> str:
        """Return the `font-family` of a script, in heads or in all other text."""
        return self._families[major, east_asian]

    def box(self, box: TextBox) -> str:
        """Return the words of a text box."""
        if box.flow == "across":
            return self.lines(laid(box, self.typesetter))
        inner = box.insets
        frame = box.frame.inset(inner.left, inner.top, inner.right, inner.bottom)
        if box.flow == "stacked":
            return self._stacked(box, frame)
        turned = Frame(0, 0, frame.height, frame.width)
        place = f"translate({number(frame.x)} {number(frame.bottom)}) rotate(-90)"
        return f'<g transform="{place}">{self.lines(laid_in(box, turned, self.typesetter))}</g>'

    def lines(self, lines: Sequence[Line]) -> str:
        """Return lines with the grounds behind their words and the markers before them."""
        return "".join([part for line in lines for part in self._line(line)])

    def _line(self, line: Line) -> Iterator[str]:
        if self._advances and self._is_uncertain(line):
            line = line._replace(pieces=[self._measured(piece, line, self._advances) for piece in line.pieces])
        if line.marker:
            yield self._marker(line)
        yield from self._grounds(line)
        if line.pieces:
            yield self._alone(line) if len(line.pieces) == 1 else self._joined(line)

    def _is_uncertain(self, line: Line) -> bool:
        latin = self._latin(line)
        return not is_certain(latin) and not all(piece.east_asian for piece in line.pieces)

    def _latin(self, line: Line) -> str:
        return self._paint.theme.fonts["latin_heads" if line.style.major else "latin"]

    def _measured(self, piece: Piece, line: Line, advances: Advances) -> Piece:
        if piece.east_asian:
            return piece
        look = self._look(piece, line)
        width = advances(piece.run.text, self._latin(line), bold="font-weight" in look)
        return piece._replace(width=width * float(look["font-size"]) / line.size)

    def _alone(self, line: Line) -> str:
        """Return a line of one piece; it stands right whatever width a font gives it."""
        (piece,) = line.pieces
        x, anchor = self._anchored(line)
        look = _attributes(self._look(piece, line))
        return f'<text x="{number(x)}" y="{number(self._level(piece, line))}"{anchor}{look}>{escaped(piece.run.text)}</text>'

    @staticmethod
    def _anchored(line: Line) -> tuple[float, str]:
        """Return where a line is held, and the attribute that says by which of its ends."""
        places = {
            "left": (line.left, ""),
            "center": ((line.left + line.right) / 2, ' text-anchor="middle"'),
            "right": (line.right, ' text-anchor="end"'),
        }
        return places[line.style.align]

    def _joined(self, line: Line) -> str:
        """Return a line of several pieces, each at its place or, where widths are not certain, one after the other."""
        looks = [self._look(piece, line) for piece in line.pieces]
        shared = {name: value for name, value in looks[0].items() if all(look.get(name) == value for look in looks)}
        flows = not self._advances and self._is_uncertain(line)
        places = self._moves(line) if flows else self._places(line)
        spans = [
            f"<tspan{_attributes(place | {name: value for name, value in look.items() if name not in shared})}>"
            f"{escaped(piece.run.text)}</tspan>"
            for piece, look, place in zip(line.pieces, looks, places, strict=True)
        ]
        anchor = self._anchored(line)[1] if flows else ""
        return f"<text{anchor}{_attributes(shared)}>{''.join(spans)}</text>"

    def _places(self, line: Line) -> Iterator[dict[str, str]]:
        """Yield where each piece of a line stands."""
        x = line.start
        for piece in line.pieces:
            x += piece.gap * line.size
            yield {"x": number(x), "y": number(self._level(piece, line))}
            x += piece.width * line.size

    def _moves(self, line: Line) -> Iterator[dict[str, str]]:
        """Yield where a line is held and, from piece to piece, by how much each is moved from the end of the last."""
        before = 0.0
        for index, piece in enumerate(line.pieces):
            level = self._level(piece, line)
            if not index:
                yield {"x": number(self._anchored(line)[0]), "y": number(level)}
            else:
                moves = {"dx": piece.gap * line.size, "dy": level - before}
                yield {name: number(move) for name, move in moves.items() if move}
            before = level

    @staticmethod
    def _level(piece: Piece, line: Line) -> float:
        """Return the baseline of a piece: that of its line, above which note marks are raised."""
        return line.baseline - (_RAISED * mark_size(round(line.size)) if piece.run.mark else 0.0)

    def _look(self, piece: Piece, line: Line) -> dict[str, str]:
        """Return the attributes of a piece."""
        run, style = piece.run, line.style
        size = line.size * run.scale
        bold = run.bold or (style.bold and run.scale == 1)
        if run.mark:
            size, bold = _MARK * mark_size(round(size)), False
        look = {
            "font-size": number(size),
            "font-family": self.family(major=style.major, east_asian=piece.east_asian),
            "fill": self._paint.color("accent-text" if run.link else run.color or style.color),
        }
        if bold:
            look["font-weight"] = "700"
        if run.link:
            look["text-decoration"] = "underline"
        return look

    def _marker(self, line: Line) -> str:
        style = line.style
        look = {
            "font-size": number(line.size * style.marker_scale),
            "font-family": self.family(east_asian=False),
            "fill": self._paint.color(style.marker_color),
        }
        if style.bold or (line.pieces and line.pieces[0].run.bold):
            look["font-weight"] = "700"
        raised = line.size * (_MARKER_HEIGHT - _MARKER_SHARE * style.marker_scale)
        place = f'x="{number(line.left - style.hang)}" y="{number(line.baseline - raised)}"'
        return f"<text {place}{_attributes(look)}>{escaped(style.marker)}</text>"

    def _grounds(self, line: Line) -> Iterator[str]:
        """Yield the grounds behind words that have one of their own."""
        x = line.start
        for piece in line.pieces:
            x += piece.gap * line.size
            width = piece.width * line.size
            if piece.run.ground:
                size = line.size * piece.run.scale
                ground = Frame(x, line.baseline - ASCENT * size, width, PITCH * size)
                yield f'{rectangle(ground)} fill="{self._paint.color(piece.run.ground)}"/>'
            x += width

    def _stacked(self, box: TextBox, frame: Frame) -> str:
        """Return text that runs down the box, its columns from right to left, Chinese characters upright."""
        turned = Frame(0, 0, frame.height, frame.width)
        shown = []
        for line in laid_in(box, turned, self.typesetter):
            size = line.size
            middle = frame.right - (line.baseline - ASCENT * size + PITCH * size / 2)
            y = frame.y + line.start
            for piece in line.pieces:
                y += piece.gap * size
                look, words = _attributes(self._look(piece, line)), piece.run.text
                if piece.east_asian:
                    places = " ".join(number(y + (at + _UPRIGHT) * size) for at in range(len(words)))
                    columns = " ".join([number(middle)] * len(words))
                    shown.append(f'<text x="{columns}" y="{places}" text-anchor="middle"{look}>{escaped(words)}</text>')
                else:
                    place = f"translate({number(middle - _TURNED * size)} {number(y)}) rotate(90)"
                    shown.append(f'<text transform="{place}"{look}>{escaped(words)}</text>')
                y += piece.width * size
        return "".join(shown)

    def broken(self, runs: Sequence[Run], size: float, width: float) -> list[str]:
        """Return the lines of a text of a chart, where no gap parts scripts."""
        return list(self.typesetter.wrap(runs, size, width, gap=False).lines)

    def label(
        self,
        text: str,
        x: float,
        baseline: float,
        size: float,
        *,
        bold: bool = False,
        color: str = "text",
        align: Align = "left",
    ) -> str:
        """Return one line of a chart, which is set at a point instead of in a box."""
        style = TextStyle((round(size),), bold=bold, color=color, align=align)
        (pieces,) = self.typesetter.set_lines((Run(text),), size, _ENDLESS, bold=bold)
        line = Line(pieces, x, x, baseline, style, size)
        return self.lines([line])


def _attributes(look: dict[str, str]) -> str:
    return "".join([f" {name}={quoted(value)}" for name, value in look.items()])
