"""The outline as written: plain values that remember their file, line, column and path."""

from __future__ import annotations

from deckgen.problems import Span


class Scalar(str):
    """A written value; always text, whatever it looks like, until a slot says otherwise."""

    __slots__ = ("path", "quoted", "span")

    span: Span | None
    path: str
    quoted: bool

    def __new__(cls, value: str, span: Span | None = None, path: str = "", quoted: bool = False) -> Scalar:
        """Return the text with its place; `quoted` says that it stood in quotes or was a block text."""
        scalar = str.__new__(cls, value)
        scalar.span = span
        scalar.path = path
        scalar.quoted = quoted
        return scalar

    @property
    def blank(self) -> bool:
        """Whether an outline has a key or a dash here and nothing behind it; quotes and scripts leave a text empty."""
        return not self and not self.quoted and self.span is not None


class Sequence(list["Node"]):
    """A list of values; `flow` says that it stands in brackets, and not as a line with a dash for each."""

    __slots__ = ("flow", "path", "span")

    def __init__(
        self, values: list[Node] | None = None, span: Span | None = None, path: str = "", flow: bool = False
    ) -> None:
        super().__init__(values or [])
        self.span = span
        self.path = path
        self.flow = flow


class Mapping(dict[str, "Node"]):
    """Keys and values in the order they were written; `key_spans` says where each key stands, `flow` that all are in braces."""

    __slots__ = ("flow", "key_spans", "path", "span")

    def __init__(self, span: Span | None = None, path: str = "", flow: bool = False) -> None:
        super().__init__()
        self.span = span
        self.path = path
        self.flow = flow
        self.key_spans: dict[str, Span] = {}


Node = Scalar | Sequence | Mapping
