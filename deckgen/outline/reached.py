"""A node held against a model: which part of either a location in pydantic's errors names, and what the author calls it."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.content import Part
from deckgen.content.tree import Mapping, Node, Sequence
from deckgen.layouts import parts_of
from deckgen.outline.places import Place, Steps, path_to, place_of


@dataclass(frozen=True)
class Held:
    """A node, the model it should have the form of, where it stands, and what it is called.

    Fields of the model `beside` are checked elsewhere; here they are only offered where a field is unknown.
    """

    model: type[Part]
    node: Node
    path: str
    owner: Place
    beside: type[Part] | None

    def reached(self, loc: Steps) -> tuple[Node, tuple[int | str, ...]]:
        """Return the node a location names, or the nearest one above it, and the steps that are really written.

        A part written as its main field alone has that field in pydantic's location, but not in the outline.
        """
        node, steps = self.node, list[int | str]()
        for step in loc:
            if isinstance(node, Mapping) and step in node:
                node = node[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                node = node[step]
            elif isinstance(step, str) and not isinstance(node, Mapping):
                continue
            else:
                break
            steps.append(step)
        return node, tuple(steps)

    def model_at(self, loc: Steps) -> type[Part]:
        """Return the model of the part that a location leads to, or of the nearest one above it."""
        model = self.model
        for step in loc:
            if isinstance(step, str) and step in model.model_fields:
                inner = parts_of(model.model_fields[step].annotation)
                model = inner[0] if inner else model
        return model

    def place(self, steps: Steps) -> Place:
        """Return what the author calls the value that steps lead to."""
        return place_of(self.model, steps, self.owner)

    def path_to(self, steps: Steps) -> str:
        """Return the path of the value that steps lead to."""
        return path_to(self.path, steps)
