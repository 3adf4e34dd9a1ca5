"""Colour roles, type scale, fonts: what a theme gives to the layouts."""

from deckgen.theme.color import ThemeColor, contrast
from deckgen.theme.theme import Theme, load_theme, names
from deckgen.theme.type_scale import type_scale

__all__ = ["Theme", "ThemeColor", "contrast", "load_theme", "names", "type_scale"]
