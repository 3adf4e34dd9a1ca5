"""Talks in Markdown, as Marp, Slidev, Pandoc and Quarto write them, become outlines."""

from deckgen.markdown.convert import Converted, convert

__all__ = ["Converted", "convert"]
