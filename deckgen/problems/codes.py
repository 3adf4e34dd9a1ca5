"""The codes of the warnings of a deck: what an outline may name where it does not want to hear of them."""

from __future__ import annotations

WARNINGS = (
    "bullets-again", "closing-stop", "curly-quotes", "font-unmeasured", "full-width-letter", "full-width-punctuation",
    "half-width-punctuation", "label-title", "long-stretch", "long-text", "many-numbers", "mixed-spacing",
    "no-agenda", "no-build", "no-picture", "no-source", "no-summary", "not-ignored", "pending", "picture-coarse",
    "same-layout", "single-character", "stray-space", "text-left-out", "title-against-data", "title-against-figures",
    "torn-word", "two-messages", "unanswered-cause", "unfounded-recommendation", "unused-source",
)  # fmt: skip
